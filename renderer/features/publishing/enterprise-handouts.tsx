import { Link } from 'wouter';
import { type Handout, handout, isToReturn } from '../../../shared/features/publishing/index.ts';
import { useWords } from '../../app/i18n.ts';
import { pathOf } from '../../app/paths.ts';
import { useAnswer, useNames } from '../../index/use-answer.ts';
import { FieldValue } from '../../ui/field-value.tsx';
import { Card, Chip } from '../../ui/page.tsx';
import css from './publishing.module.css';
import { ReturnChip } from './return-chip.tsx';

/** More than any enterprise was told. */
const MOST = 200;
/** Digits of a version by which people tell one from another. */
const VERSION = 8;

/** What an enterprise was handed out (收到的资料), and what of it is to come back; nothing while there is none. */
export function EnterpriseHandouts({ id }: { readonly id: string }) {
  const { t } = useWords();
  const answer = useAnswer({
    entity: 'handout',
    where: [{ field: 'enterpriseId', in: [id] }],
    sort: [
      { field: 'sentOn', descending: true },
      { field: 'number', descending: true },
    ],
    from: 0,
    to: MOST,
  });
  // The index answers with stored records of the kind asked for; `commit` has checked their values.
  const handouts = (answer?.rows ?? []) as unknown as readonly Handout[];
  const names = useNames([...new Set(handouts.map(({ achievementId }) => achievementId))]);
  if (handouts.length === 0) return null;
  const open = handouts.filter(isToReturn).length;
  return (
    <Card
      title={
        <>
          {t('publishing.received')}
          {open > 0 && <Chip tone="caution">{t('publishing.toReturnCount', { count: open })}</Chip>}
        </>
      }
    >
      <ul className={css.rows}>
        {handouts.map((one) => (
          <li key={one.id} data-handout={one.number}>
            <span>
              <Link className={css.link} href={pathOf('achievement', one.achievementId)}>
                {names[one.achievementId] ?? '—'}
              </Link>
              <small>
                {one.sentOn} · {one.number} ·{' '}
                <FieldValue entity={handout} name="layer" value={one.layer} /> ·{' '}
                <FieldValue entity={handout} name="format" value={one.format} /> ·{' '}
                {t('publishing.version', { version: one.version.slice(0, VERSION) })}
              </small>
            </span>
            <span className={css.facts}>
              <ReturnChip one={one} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
