import { useWords } from '../../app/i18n.ts';
import { notify } from '../../ui/notify.ts';

/** Puts a text on the clipboard and says so, or that it could not be. */
export function useCopy(): (text: string) => Promise<void> {
  const { t } = useWords();
  return async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      notify.done(t('evaluation.copied'));
    } catch {
      notify.problem(t('evaluation.notCopied'));
    }
  };
}
