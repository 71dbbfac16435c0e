import { Link } from 'wouter';
import { formatYuan } from '../../../shared/core/money.ts';
import type { Stage } from '../../../shared/features/deals/index.ts';
import { type Accrual, dueThisYear } from '../../../shared/features/reports/index.ts';
import { useWords } from '../../app/i18n.ts';
import { listPath } from '../../app/paths.ts';
import { useAnswer } from '../../index/use-answer.ts';
import { today } from '../../ui/dates.ts';
import { spokenAmount } from '../../ui/field-value.tsx';
import css from './today-page.module.css';

/** Whole yuan: fen say nothing where millions stand together. */
const yuan = (fen: number): string => formatYuan(Math.round(fen / 100) * 100).slice(0, -3);

function Figure({
  name,
  value,
  hint,
}: {
  readonly name: string;
  readonly value: string | undefined;
  readonly hint: string | undefined;
}) {
  return (
    <div className={css.figure}>
      <small>{name}</small>
      <b>{value ?? <span className={css.wait} />}</b>
      <small className={css.hint}>{hint}</small>
    </div>
  );
}

/** The four figures at the top: how many deals are open, what they come to, what the year has earned. */
export function Figures({
  stages,
  accruals,
}: {
  readonly stages: readonly Stage[] | undefined;
  readonly accruals: readonly Accrual[] | undefined;
}) {
  const words = useWords();
  const { t } = words;
  const going = (stages ?? []).filter(({ meaning }) => meaning !== 'archived').map(({ id }) => id);
  const open = useAnswer(
    stages
      ? {
          entity: 'deal',
          where: [
            { field: 'lostOn', blank: true },
            { field: 'stageId', in: going },
          ],
          from: 0,
          to: 0,
          sums: ['contractAmountFen', 'technologyAmountFen'],
        }
      : null,
  );
  const now = today();
  const year = accruals && dueThisYear(accruals, now);
  const amount = (name: string, fen: number | undefined) => (
    <Figure
      name={name}
      value={fen === undefined ? undefined : yuan(fen)}
      hint={fen === undefined ? undefined : spokenAmount(fen, words)}
    />
  );
  const sum = (field: string) => open && (open.sums[field]?.fen ?? 0);
  return (
    <div className={css.figures}>
      <Link href={listPath('deal')} className={css.figureLink}>
        <Figure
          name={t('today.open')}
          value={open?.total.toLocaleString('en')}
          hint={t('today.openHint')}
        />
      </Link>
      {amount(t('today.contract'), sum('contractAmountFen'))}
      {amount(t('today.technology'), sum('technologyAmountFen'))}
      {amount(t('today.year', { year: now.slice(0, 4) }), year)}
    </div>
  );
}
