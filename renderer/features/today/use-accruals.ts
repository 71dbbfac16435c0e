import type { Receipt } from '../../../shared/features/deals/index.ts';
import { type Accrual, accrualsOf } from '../../../shared/features/reports/index.ts';
import { recordsById, recordsInChunks } from '../../data/read.ts';
import { CHUNK, useReckoned } from '../../data/use-reckoned.ts';

/** All receipts by their deal: read in a row, which is far quicker than deal by deal. */
async function receiptsByDeal(): Promise<ReadonlyMap<string, readonly Receipt[]>> {
  const byDeal = new Map<string, Receipt[]>();
  for await (const receipts of recordsInChunks('receipt', CHUNK)) {
    for (const receipt of receipts) {
      const known = byDeal.get(receipt.dealId);
      if (known) known.push(receipt);
      else byDeal.set(receipt.dealId, [receipt]);
    }
  }
  return byDeal;
}

/** All accruals of the desk; null when it was overtaken by a newer reckoning. */
async function readAccruals(isOver: () => boolean): Promise<readonly Accrual[] | null> {
  const receipts = await receiptsByDeal();
  const all: Accrual[] = [];
  for await (const commissions of recordsInChunks('commission', CHUNK)) {
    const deals = await recordsById(
      'deal',
      commissions.map(({ dealId }) => dealId),
    );
    if (isOver()) return null;
    const dealById = new Map(deals.map((deal) => [deal.id, deal]));
    for (const commission of commissions) {
      const deal = dealById.get(commission.dealId);
      if (deal) all.push(...accrualsOf(deal, commission, receipts.get(deal.id) ?? []));
    }
  }
  return all;
}

/** When which commission fell due, kept level with the desk; undefined before the first answer. */
export const useAccruals = (): readonly Accrual[] | undefined =>
  useReckoned(['deal', 'receipt', 'commission'], readAccruals);
