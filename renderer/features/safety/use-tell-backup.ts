import { useWords } from '../../app/i18n.ts';
import type { BackedUp } from '../../data/vault.ts';
import { notify } from '../../ui/notify.ts';
import { useTellSaved } from '../../ui/saved-file.tsx';

/** More names than these only make the message longer. */
const NAMES = 5;

/** Says where a backup is, and which attachments are not in it. Nothing when it was cancelled. */
export function useTellBackup(): (backedUp: BackedUp) => void {
  const { t, language } = useWords();
  const tell = useTellSaved();
  return ({ saved, leftOut }) => {
    tell({ ok: true, value: saved });
    if (leftOut.length === 0) return;
    const named = leftOut.map((name) => name ?? t('safety.backup.deletedAttachment'));
    const different = [...new Set(named)];
    const shown = different.slice(0, NAMES).join(language === 'zh' ? '、' : ', ');
    const names = different.length > NAMES ? t('safety.backup.namesMore', { shown }) : shown;
    notify.problem(t('safety.backup.leftOut', { count: leftOut.length, names }), { stays: true });
  };
}
