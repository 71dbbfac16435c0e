import { formatWan } from '../../../shared/core/money.ts';
import { type Accrual, byMonth } from '../../../shared/features/reports/index.ts';
import { useWords } from '../../app/i18n.ts';
import { StandingBars } from '../../ui/charts/bars.tsx';
import { today } from '../../ui/dates.ts';
import { spokenAmount } from '../../ui/field-value.tsx';
import { Card, Empty } from '../../ui/page.tsx';
import css from './today-page.module.css';
import { useShowDeals } from './use-show-deals.ts';

const MONTHS = 12;
const FEN_PER_MILLION = 100_000_000;

/** What commission fell due in each of the last twelve months; a bar opens the deals behind it. */
export function Months({ accruals }: { readonly accruals: readonly Accrual[] | undefined }) {
  const words = useWords();
  const { t, language } = words;
  const show = useShowDeals();
  const months = accruals && byMonth(accruals, today(), MONTHS);
  const some = months?.some(({ dealIds }) => dealIds.length > 0) ?? false;
  const totalFen = months?.reduce((sum, { fen }) => sum + fen, 0) ?? 0;
  const axis = (fen: number): string =>
    language === 'zh' ? formatWan(fen, 0) : String(fen / FEN_PER_MILLION);
  return (
    <Card
      title={
        <>
          {t('today.months')}
          {some && <small className={css.unit}>{t('today.unit')}</small>}
        </>
      }
      aside={
        some && (
          <span className={css.legend}>
            {t('today.monthsHint', { amount: spokenAmount(totalFen, words) })}
          </span>
        )
      }
    >
      {!months && <div className={css.monthsLoading} aria-hidden="true" />}
      {months && !some && <Empty title={t('today.noMonths')} hint={t('today.noMonthsHint')} />}
      {months && some && (
        <StandingBars
          label={t('today.months')}
          tones={['accent']}
          axis={axis}
          items={months.map(({ month, fen, dealIds }, index) => ({
            key: month,
            name:
              index === 0 || month.endsWith('-01')
                ? month.slice(2).replace('-', '/')
                : month.slice(5),
            values: [fen],
            spoken: t('today.monthDeals', {
              month,
              amount: spokenAmount(fen, words),
              count: dealIds.length,
            }),
          }))}
          onOpen={(key) => {
            const month = months.find((one) => one.month === key);
            if (month) show([{ field: 'id', in: month.dealIds }]);
          }}
        />
      )}
    </Card>
  );
}
