import type { Fen } from '../../core/money.ts';
import type { Achievement } from '../achievements/index.ts';
import {
  type Commission,
  computeCommission,
  type Reckoning,
  type Share,
  sharesInOrder,
  splitCommission,
} from '../commissions/index.ts';
import type { Deal, Introduction, Receipt, Stage } from '../deals/index.ts';
import type { Contact, Enterprise } from '../enterprises/index.ts';

/** A deal with all that a report says about it; null for what is not there. */
export interface DealRecords {
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

/** The same with what is reckoned from it, once, for all reports. Receipts stand by day, shares in order. */
export interface DealParts extends DealRecords {
  readonly receivedFen: Fen;
  /** Null without a commission. */
  readonly reckoning: Reckoning | null;
  /** What each share comes to; null while the portions do not make a whole, or nothing is agreed. */
  readonly shareFens: readonly Fen[] | null;
}

const receivedFenOf = (receipts: readonly Pick<Receipt, 'amountFen'>[]): Fen =>
  receipts.reduce((sum, { amountFen }) => sum + amountFen, 0);

/** What a deal's commission comes to as it stands. */
export const reckon = (
  deal: Pick<Deal, 'contractAmountFen' | 'technologyAmountFen'>,
  commission: Commission,
  receipts: readonly Pick<Receipt, 'amountFen'>[],
): Reckoning =>
  computeCommission(commission, { ...deal, receivedFen: receivedFenOf(receipts) }, []);

export function dealPartsOf(records: DealRecords): DealParts {
  const { deal, commission } = records;
  const receipts = records.receipts.toSorted((a, b) =>
    a.receivedOn < b.receivedOn ? -1 : a.receivedOn > b.receivedOn ? 1 : 0,
  );
  const shares = sharesInOrder(records.shares);
  const reckoning = commission && reckon(deal, commission, receipts);
  const split = reckoning && splitCommission(reckoning.totalFen, shares);
  return {
    ...records,
    receipts,
    shares,
    receivedFen: receivedFenOf(receipts),
    reckoning,
    shareFens: split?.ok ? split.value : null,
  };
}
