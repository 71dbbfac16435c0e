import type { Fen } from '../../core/money.ts';
import type { Achievement } from '../achievements/index.ts';
import {
  type Commission,
  computeCommission,
  type Reckoning,
  type Share,
} from '../commissions/index.ts';
import type { Deal, Introduction, Receipt, Stage } from '../deals/index.ts';
import type { Contact, Enterprise } from '../enterprises/index.ts';

/** A deal with all that a report says about it; null for what is not there. */
export interface DealParts {
  readonly deal: Deal;
  readonly achievement: Achievement | null;
  readonly enterprise: Enterprise | null;
  readonly contact: Contact | null;
  readonly stage: Stage | null;
  readonly introductions: readonly Introduction[];
  readonly receipts: readonly Receipt[];
  readonly commission: Commission | null;
  readonly shares: readonly Share[];
}

export const receivedFenOf = (receipts: readonly Pick<Receipt, 'amountFen'>[]): Fen =>
  receipts.reduce((sum, { amountFen }) => sum + amountFen, 0);

/** What a deal's commission comes to as it stands; null without a commission. */
export function reckon({
  deal,
  receipts,
  commission,
}: Pick<DealParts, 'deal' | 'receipts' | 'commission'>): Reckoning | null {
  if (!commission) return null;
  return computeCommission(commission, { ...deal, receivedFen: receivedFenOf(receipts) });
}
