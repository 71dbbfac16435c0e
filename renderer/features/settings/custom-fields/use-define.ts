import type { Change } from '../../../../shared/commits/index.ts';
import type { Result } from '../../../../shared/core/result.ts';
import type {
  CustomField,
  DefinitionCtx,
  DefinitionFailure,
} from '../../../../shared/features/custom-fields/index.ts';
import { useWords } from '../../../app/i18n.ts';
import { useDescriptions } from '../../../data/descriptions.ts';
import { today } from '../../../ui/dates.ts';
import { notify } from '../../../ui/notify.ts';
import { freshId, useSave } from '../../../ui/save.ts';

/** What is done to a definition, as the history says it. */
export type Deed =
  | 'addCustomField'
  | 'changeCustomField'
  | 'moveCustomField'
  | 'archiveCustomField'
  | 'reviveCustomField'
  | 'removeCustomField'
  | 'changeCustomChoices';

type Decided = readonly Change[] | Result<readonly Change[], DefinitionFailure>;

/** Writes what a command has decided about a field, each as one step to undo. */
export interface Define {
  readonly ctx: () => DefinitionCtx;
  /** False where it was refused, which is told to the user. */
  readonly write: (
    deed: Deed,
    of: Pick<CustomField, 'label'>,
    decided: Decided,
  ) => Promise<boolean>;
}

export function useDefine(): Define {
  const words = useWords();
  const { t } = words;
  const save = useSave();
  const textOf = (failure: DefinitionFailure): string => {
    switch (failure.type) {
      case 'labelTaken':
        return t('customFields.labelTaken', {
          label: failure.label,
          by: words.in(failure.by),
        });
      case 'labelSplits':
        return t('customFields.labelSplits', { label: failure.label });
      case 'labelBlank':
        return t('customFields.labelBlank');
      case 'fieldInUse':
        return t('customFields.fieldInUse', { count: failure.count });
    }
  };
  const changesIn = (decided: Decided): readonly Change[] | null => {
    if (!('ok' in decided)) return decided;
    if (decided.ok) return decided.value;
    notify.problem(textOf(decided.error));
    return null;
  };
  return {
    ctx: () => ({
      definitions: useDescriptions.getState().definitions,
      today: today(),
      newId: freshId,
    }),
    write: async (deed, { label }, decided) => {
      const changes = changesIn(decided);
      return changes !== null && save.changes({ key: deed, params: { title: label } }, changes);
    },
  };
}
