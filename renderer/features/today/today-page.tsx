import { useWords } from '../../app/i18n.ts';
import { PageHead } from '../../ui/page.tsx';

/** What is due, how the pipeline stands and what it earns. */
export function TodayPage() {
  const { t } = useWords();
  return <PageHead title={t('nav.today')} />;
}
