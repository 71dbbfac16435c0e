import { Link } from 'wouter';
import { deal } from '../../../shared/features/deals/index.ts';
import { useWords } from '../../app/i18n.ts';
import { pathOf } from '../../app/paths.ts';
import { useAnswer } from '../../index/use-answer.ts';
import { FieldValue } from '../../ui/field-value.tsx';
import { Chip } from '../../ui/page.tsx';
import css from './deal-links.module.css';

/** The deals that refer to a record, newest change first; each leads to its page. */
export function DealLinks({
  field,
  id,
}: {
  readonly field: 'achievementId' | 'enterpriseId' | 'needId';
  readonly id: string;
}) {
  const words = useWords();
  const answer = useAnswer({ entity: 'deal', where: [{ field, in: [id] }], from: 0, to: 50 });
  if (!answer) return null;
  if (answer.total === 0) return <p className={css.none}>{words.t('record.noDeals')}</p>;
  return (
    <ul className={css.deals}>
      {answer.rows.map((row) => (
        <li key={row.id}>
          <Link href={pathOf('deal', row.id)}>{String(row.title)}</Link>
          <span className={css.facts}>
            {row.lostOn === undefined ? (
              <Chip tone="good">{answer.names[String(row.stageId)] ?? ''}</Chip>
            ) : (
              <FieldValue entity={deal} name="lostReason" value={row.lostReason} />
            )}
            <span className="num">
              <FieldValue entity={deal} name="contractAmountFen" value={row.contractAmountFen} />
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
