import { addMonths, type CivilDate, monthOf } from '../../core/dates.ts';
import type { Fen } from '../../core/money.ts';
import { type Commission, computeCommission } from '../commissions/index.ts';
import type { Deal, Receipt } from '../deals/index.ts';
import { reckon } from './parts.ts';

/** A part of a deal's commission, and the day on which it fell due. */
export interface Accrual {
  readonly dealId: string;
  readonly on: CivilDate;
  readonly fen: Fen;
}

/** The increments that each day's receipts add to what is due; a falling rate can make one negative. */
function byReceipts(
  deal: Pick<Deal, 'id' | 'contractAmountFen' | 'technologyAmountFen'>,
  commission: Commission,
  receipts: readonly Pick<Receipt, 'receivedOn' | 'amountFen'>[],
): readonly Accrual[] {
  const days = [...Map.groupBy(receipts, ({ receivedOn }) => receivedOn)].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  let receivedFen = 0;
  let dueFen = 0;
  return days.map(([on, list]) => {
    receivedFen += list.reduce((sum, { amountFen }) => sum + amountFen, 0);
    const before = dueFen;
    dueFen = computeCommission(commission, { ...deal, receivedFen }, []).totalFen;
    return { dealId: deal.id, on, fen: dueFen - before };
  });
}

/**
 * When a deal's commission fell due. On the amount received it does so with each receipt; on any
 * other base, or fixed, all of it on the day of the contract, and not at all while there is none or
 * when the deal was lost. The parts of a deal add up to its commission.
 */
export function accrualsOf(
  deal: Deal,
  commission: Commission,
  receipts: readonly Receipt[],
): readonly Accrual[] {
  if (commission.method !== 'fixed' && commission.base === 'receivedAmount') {
    return byReceipts(deal, commission, receipts).filter(({ fen }) => fen !== 0);
  }
  const fen = reckon(deal, commission, receipts).totalFen;
  if (deal.signedOn === undefined || deal.lostOn !== undefined || fen === 0) return [];
  return [{ dealId: deal.id, on: deal.signedOn, fen }];
}

/** What fell due in one month, `YYYY-MM`, and on which deals. */
export interface Month {
  readonly month: string;
  readonly fen: Fen;
  readonly dealIds: readonly string[];
}

/** The last `count` months, the current one last, each with what fell due in it. */
export function byMonth(
  accruals: readonly Accrual[],
  today: CivilDate,
  count: number,
): readonly Month[] {
  const months = Map.groupBy(accruals, ({ on }) => monthOf(on));
  return Array.from({ length: count }, (_, index): Month => {
    const month = monthOf(addMonths(today, index - count + 1));
    const own = months.get(month) ?? [];
    return {
      month,
      fen: own.reduce((sum, { fen }) => sum + fen, 0),
      dealIds: [...new Set(own.map(({ dealId }) => dealId))],
    };
  });
}

/** What fell due in the calendar year of `today`, up to that day. */
export const dueThisYear = (accruals: readonly Accrual[], today: CivilDate): Fen =>
  accruals
    .filter(({ on }) => on.slice(0, 4) === today.slice(0, 4) && on <= today)
    .reduce((sum, { fen }) => sum + fen, 0);
