import { Link } from 'wouter';
import { achievementPackage } from '../../../shared/features/packages/index.ts';
import { useWords } from '../../app/i18n.ts';
import { pathOf } from '../../app/paths.ts';
import { useRecords } from '../../data/read.ts';
import { useAnswer } from '../../index/use-answer.ts';
import { FieldValue } from '../../ui/field-value.tsx';
import { Card } from '../../ui/page.tsx';
import css from './packages.module.css';
import { ResultsOf } from './results.tsx';

/** More than any achievement is in. */
const MOST = 200;

/** The packages that an achievement is in; nothing while it is in none. */
export function AchievementPackages({ id }: { readonly id: string }) {
  const { t } = useWords();
  const answer = useAnswer({
    entity: 'packageItem',
    where: [{ field: 'achievementId', in: [id] }],
    from: 0,
    to: MOST,
  });
  const packages = useRecords(
    'achievementPackage',
    answer?.rows.map(({ packageId }) => String(packageId)) ?? [],
  );
  if (!packages || packages.length === 0) return null;
  return (
    <Card title={t('package.of')}>
      <ul className={css.list}>
        {packages.map(({ id: packageId, title, state }) => (
          <li key={packageId}>
            <span className={css.what}>
              <Link href={pathOf('achievementPackage', packageId)}>{title}</Link>
            </span>
            <ResultsOf id={packageId} />
            <FieldValue entity={achievementPackage} name="state" value={state} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
