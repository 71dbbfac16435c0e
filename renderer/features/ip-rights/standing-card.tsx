import { Button } from '@mantine/core';
import { daysBetween } from '../../../shared/core/dates.ts';
import { formatYuan } from '../../../shared/core/money.ts';
import {
  bindsOn,
  contradictionsOf,
  type Encumbrance,
  encumbrance,
  type FeeDue,
  filingDue,
  hasAnnuities,
  type IpRight,
  ipRight,
  kindOf,
  type Nearness,
  nearnessOf,
  nextFee,
  termOf,
} from '../../../shared/features/ip-rights/index.ts';
import { useWords } from '../../app/i18n.ts';
import { useRules } from '../../data/rules.ts';
import { today, useDateWords } from '../../ui/dates.ts';
import { Card, Chip, type Tone } from '../../ui/page.tsx';
import { Changing } from '../../ui/read-only.tsx';
import { RuleSource } from '../../ui/rule-source.tsx';
import { useSave } from '../../ui/save.ts';
import css from './ip-rights.module.css';

export const nearTone = (near: Nearness | null): Tone =>
  near === 'late' || near === 7
    ? 'alarm'
    : near === 30
      ? 'caution'
      : near === 90
        ? 'notice'
        : 'plain';

function TermFact({ record }: { readonly record: IpRight }) {
  const { t } = useWords();
  const rules = useRules();
  const term = termOf(record, rules);
  if (term.type === 'missing') return <p className={css.none}>{t(`ip.missing.${term.field}`)}</p>;
  if (term.type !== 'until') return <p className={css.none}>{t(`ip.${term.type}`)}</p>;
  const days = daysBetween(today(), term.lastOn);
  const near = record.status === 'granted' ? nearnessOf(term.lastOn, today()) : null;
  return (
    <>
      <p className={css.main}>
        {t('ip.lastOn', { date: term.lastOn })}
        <Chip tone={nearTone(near)}>
          {days < 0 ? t('ip.ended', { count: -days }) : t('ip.daysLeft', { count: days })}
        </Chip>
      </p>
      {term.row ? (
        <p className={css.source}>
          <RuleSource row={term.row}>
            {t('ip.termRule', { years: term.row.years, source: term.row.source })}
          </RuleSource>
        </p>
      ) : (
        <p className={css.source}>{t('ip.certified')}</p>
      )}
    </>
  );
}

function Due({ record, due }: { readonly record: IpRight; readonly due: FeeDue }) {
  const { t } = useWords();
  const dates = useDateWords();
  const save = useSave();
  const { annuity, state } = due;
  const { year, reduction } = annuity;
  const { title } = record;
  // The second press of a double one would hit the year that comes next.
  const pay = () =>
    save.changes({ key: 'payAnnuity', params: { title, year } }, [
      { patch: ipRight.name, id: record.id, set: { paidThrough: year } },
    ]);
  return (
    <>
      <p className={css.main}>
        {t('ip.feeOfYear', { year, amount: formatYuan(annuity.fen) })}
        <Chip tone={nearTone(nearnessOf(annuity.dueOn, today()))}>{dates.near(annuity.dueOn)}</Chip>
      </p>
      {state !== 'coming' && <p className={css.alarm}>{t(`ip.fee.${state}`)}</p>}
      {state === 'grace' && annuity.graceUntil !== null && (
        <p>
          {t('ip.surcharge', {
            amount: formatYuan(due.surchargeFen),
            date: annuity.graceUntil,
          })}
        </p>
      )}
      {state !== 'coming' && annuity.late && (
        <p className={css.source}>
          <RuleSource row={annuity.late} />
        </p>
      )}
      {reduction && (
        <p className={css.source}>
          {t('ip.reduced', { amount: formatYuan(annuity.fullFen), off: reduction.offBp / 100 })} ·{' '}
          <RuleSource row={reduction} />
        </p>
      )}
      <p className={css.source}>
        <RuleSource row={annuity.fee} />
      </p>
      {due.isAssumed && <p className={css.source}>{t('ip.assumed')}</p>}
      <Changing>
        <Button
          size="xs"
          variant="default"
          className={css.pay}
          onClick={({ detail }) => detail < 2 && void pay()}
        >
          {t('ip.paid', { year })}
        </Button>
      </Changing>
    </>
  );
}

function FeeFact({ record }: { readonly record: IpRight }) {
  const { t } = useWords();
  const rules = useRules();
  const due = nextFee(record, today(), rules);
  if (due) return <Due record={record} due={due} />;
  const why = !hasAnnuities(kindOf(record))
    ? 'noFeeKind'
    : record.status !== 'granted'
      ? 'noFee'
      : termOf(record, rules).type === 'missing'
        ? 'missing.filedOn'
        : 'feesEnded';
  return <p className={css.none}>{t(`ip.${why}`)}</p>;
}

/** Where a right stands today: its term, the next fee, what binds it and what cannot be right. */
export function StandingCard({
  record,
  encumbrances,
}: {
  readonly record: IpRight;
  readonly encumbrances: readonly Encumbrance[];
}) {
  const words = useWords();
  const { t } = words;
  const now = today();
  const rules = useRules();
  const { options } = encumbrance.fields.kind;
  const binding = encumbrances.filter((one) => bindsOn(one, now));
  const said = (one: Encumbrance) => ({ kind: words.in(options[one.kind]), party: one.party });
  return (
    <Card title={t('ip.standing')}>
      {contradictionsOf(record).map((one) => (
        <p key={JSON.stringify(one)} className={css.alarm} role="alert">
          {one.type === 'order'
            ? t('ip.wrong.order', {
                first: words.in(ipRight.fields[one.first].label),
                next: words.in(ipRight.fields[one.next].label),
              })
            : one.type === 'kind'
              ? t('ip.wrong.kind', { said: words.in(ipRight.fields.kind.options[one.said]) })
              : t('ip.wrong.year', { said: one.said })}
        </p>
      ))}
      <div className={css.standing}>
        <section aria-label={t('ip.term')}>
          <h3>{t('ip.term')}</h3>
          <TermFact record={record} />
        </section>
        <section aria-label={t('ip.nextFee')}>
          <h3>{t('ip.nextFee')}</h3>
          <FeeFact record={record} />
        </section>
      </div>
      {binding.map((one) => (
        <p key={one.id} className={css.bound}>
          {t('ip.bound', said(one))}
        </p>
      ))}
      {encumbrances.map((one) => {
        const on = filingDue(record, one, rules);
        return (
          on !== null && (
            <p key={one.id} className={on < now ? css.alarm : css.bound}>
              {t('ip.filing', { ...said(one), date: on })}
            </p>
          )
        );
      })}
    </Card>
  );
}
