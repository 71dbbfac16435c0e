import { err } from '../../../shared/core/result.ts';
import { type Attachment, endingOf } from '../../../shared/features/attachments/index.ts';
import { useWords } from '../../app/i18n.ts';
import { host } from '../../data/host.ts';
import { notify } from '../../ui/notify.ts';
import { useTellSaved } from '../../ui/saved-file.tsx';

export interface FileActions {
  readonly open: (attachment: Attachment) => Promise<void>;
  readonly save: (attachment: Attachment) => Promise<void>;
}

/** What can be done with an attachment outside the desk. `onBad` hears that its content is not right. */
export function useFileActions(onBad: () => void): FileActions {
  const { t } = useWords();
  const tellSaved = useTellSaved();
  const sayBad = (problem: 'missing' | 'altered'): void => {
    notify.problem(t(`attachment.${problem}Hint`));
    onBad();
  };
  return {
    open: async ({ hash, name }) => {
      const answer = await host.openFile({ hash, name });
      if (answer.ok) return notify.done(t('attachment.opened', { name }));
      const { error } = answer;
      switch (error.type) {
        case 'missing':
        case 'altered':
          return sayBad(error.type);
        case 'notOpened': {
          const ending = endingOf(name);
          return notify.problem(
            ending === ''
              ? t('attachment.notOpenedNoEnding')
              : t('attachment.notOpened', { ending: `.${ending}` }),
          );
        }
        case 'noProgram':
          return notify.problem(t('attachment.noProgram', { name }));
        default:
          return tellSaved(err(error));
      }
    },
    save: async ({ hash, name }) => {
      const answer = await host.saveFile({ hash, name });
      if (answer.ok) return tellSaved(answer);
      const { error } = answer;
      if (error.type === 'missing' || error.type === 'altered') sayBad(error.type);
      else tellSaved(err(error));
    },
  };
}
