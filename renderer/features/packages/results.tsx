import { type PackageRecipient, resultsOf } from '../../../shared/features/packages/index.ts';
import { useWords } from '../../app/i18n.ts';
import { useParts } from '../../data/read.ts';
import { Chip } from '../../ui/page.tsx';
import css from './packages.module.css';

/** How many got it, were interested, and came to a deal; what is none is not said. */
export function Results({ recipients }: { readonly recipients: readonly PackageRecipient[] }) {
  const { t } = useWords();
  const { sent, interested, deals } = resultsOf(recipients);
  if (sent === 0) return null;
  return (
    <span className={css.results}>
      <Chip>{t('package.sent', { count: sent })}</Chip>
      {interested > 0 && (
        <Chip tone="notice">{t('package.interested', { count: interested })}</Chip>
      )}
      {deals > 0 && <Chip tone="good">{t('package.deals', { count: deals })}</Chip>}
    </span>
  );
}

/** The same for a package in a list. */
export function ResultsOf({ id }: { readonly id: string }) {
  const recipients = useParts('packageRecipient', id);
  return recipients ? <Results recipients={recipients} /> : null;
}
