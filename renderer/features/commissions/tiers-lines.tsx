import { formatYuan } from '../../../shared/core/money.ts';
import { type CommissionPlan, rateText } from '../../../shared/features/commissions/index.ts';
import { useWords } from '../../app/i18n.ts';
import css from './commission.module.css';

/** Tiers to be read: up to an amount, its rate. */
export function TiersLines({ tiers }: { readonly tiers: NonNullable<CommissionPlan['tiers']> }) {
  const { t } = useWords();
  return (
    <span className={css.tiers}>
      {tiers.flatMap(({ upToFen, rateBp }) => [
        <span key={`to ${upToFen}`}>
          {upToFen === null ? t('tiers.above') : `≤ ${formatYuan(upToFen).replace(/\.00$/, '')}`}
        </span>,
        <span key={`rate ${upToFen}`}>{rateText(rateBp)}</span>,
      ])}
    </span>
  );
}
