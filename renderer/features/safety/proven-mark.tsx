import { useWords } from '../../app/i18n.ts';
import { useVault } from '../../data/vault.ts';
import { useDateWords } from '../../ui/dates.ts';

const DAY = 86_400_000;

/** Beside the word that all is saved: that it was proven within a day to be restorable. */
export function ProvenMark() {
  const { t } = useWords();
  const { moment } = useDateWords();
  const provenAt = useVault(({ state, snapshots }) =>
    Math.max(0, ...snapshots.map((one) => (one.deskId === state?.deskId && one.provenAt) || 0)),
  );
  if (Date.now() - provenAt > DAY) return null;
  return (
    <span title={t('saved.provenHint', { time: moment(provenAt) })}>· {t('saved.proven')}</span>
  );
}
