import { Link } from 'wouter';
import {
  type PackageRecipient,
  packageRecipient,
} from '../../../shared/features/packages/index.ts';
import { useWords } from '../../app/i18n.ts';
import { pathOf } from '../../app/paths.ts';
import { useAnswer, useNames } from '../../index/use-answer.ts';
import { FieldValue } from '../../ui/field-value.tsx';
import { Card } from '../../ui/page.tsx';
import css from './packages.module.css';

/** More than any enterprise was sent. */
const MOST = 200;

/** The packages that an enterprise was sent, and what came of them; nothing while there is none. */
export function EnterprisePackages({ id }: { readonly id: string }) {
  const { t } = useWords();
  const answer = useAnswer({
    entity: 'packageRecipient',
    where: [{ field: 'enterpriseId', in: [id] }],
    sort: { field: 'sentOn', descending: true },
    from: 0,
    to: MOST,
  });
  // The index answers with stored records of the kind asked for; `commit` has checked their values.
  const sent = (answer?.rows ?? []) as unknown as readonly PackageRecipient[];
  const names = useNames([...new Set(sent.map(({ packageId }) => packageId))]);
  if (sent.length === 0) return null;
  return (
    <Card title={t('package.received')}>
      <ul className={css.list}>
        {sent.map((one) => (
          <li key={one.id}>
            <span className={css.what}>
              <Link href={pathOf('achievementPackage', one.packageId)}>
                {names[one.packageId] ?? '—'}
              </Link>
              <small>
                {one.sentOn} · {t('package.edition', { number: one.edition })}
              </small>
            </span>
            <FieldValue entity={packageRecipient} name="outcome" value={one.outcome} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
