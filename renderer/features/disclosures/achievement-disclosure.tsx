import { Link } from 'wouter';
import { useWords } from '../../app/i18n.ts';
import { pathOf } from '../../app/paths.ts';
import { useAnswer } from '../../index/use-answer.ts';
import { Card } from '../../ui/page.tsx';
import css from './disclosures.module.css';

/** The disclosure that an achievement was made of; nothing where there is none. */
export function AchievementDisclosure({ achievementId }: { readonly achievementId: string }) {
  const { t } = useWords();
  const answer = useAnswer({
    entity: 'disclosure',
    where: [{ field: 'achievementId', in: [achievementId] }],
    from: 0,
    to: 10,
  });
  if (!answer || answer.rows.length === 0) return null;
  return (
    <Card title={t('disclosure.from')}>
      {answer.rows.map(({ id, title, disclosureNo = '' }) => (
        <Link key={id} className={css.link} href={pathOf('disclosure', id)}>
          {[title, disclosureNo].filter(Boolean).join(' · ')}
        </Link>
      ))}
    </Card>
  );
}
