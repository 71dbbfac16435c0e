import { Link } from 'wouter';
import { need } from '../../../shared/features/needs/index.ts';
import { useWords } from '../../app/i18n.ts';
import { pathOf } from '../../app/paths.ts';
import { useAnswer } from '../../index/use-answer.ts';
import { FieldValue } from '../../ui/field-value.tsx';
import { Changing } from '../../ui/read-only.tsx';
import css from './needs.module.css';

/** The needs of an enterprise, newest change first; each leads to its page. */
export function NeedLinks({ enterpriseId }: { readonly enterpriseId: string }) {
  const { t } = useWords();
  const answer = useAnswer({
    entity: 'need',
    where: [{ field: 'enterpriseId', in: [enterpriseId] }],
    from: 0,
    to: 50,
  });
  if (!answer) return null;
  return (
    <>
      {answer.total === 0 && <p className={css.noLinks}>{t('need.none')}</p>}
      <ul className={css.links}>
        {answer.rows.map((row) => (
          <li key={row.id}>
            <Link href={pathOf('need', row.id)}>{String(row.title)}</Link>
            <span className={css.linkFacts}>
              <FieldValue entity={need} name="status" value={row.status} />
              <span className="num">
                <FieldValue entity={need} name="budget" value={row.budget} />
              </span>
            </span>
          </li>
        ))}
      </ul>
      <Changing>
        <Link className={css.newLink} href={`/needs?new=1&enterprise=${enterpriseId}`}>
          {t('need.new')}
        </Link>
      </Changing>
    </>
  );
}
