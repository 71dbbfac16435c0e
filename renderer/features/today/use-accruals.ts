import { useEffect, useState } from 'react';
import { type Accrual, accrualsOf } from '../../../shared/features/reports/index.ts';
import { partsOfRecords, recordsById, recordsInChunks } from '../../data/read.ts';
import { onCommits } from '../../data/session.ts';

/** Deals reckoned between two breaths of the page. */
const CHUNK = 300;
/** Changes come in bursts: one reckoning for all of them. */
const CALM_MS = 250;

const concerned = new Set(['deal', 'receipt', 'commission']);

/** All accruals of the desk; null when it was overtaken by a newer reckoning. */
async function readAccruals(isOver: () => boolean): Promise<readonly Accrual[] | null> {
  const all: Accrual[] = [];
  for await (const commissions of recordsInChunks('commission', CHUNK)) {
    const dealIds = commissions.map(({ dealId }) => dealId);
    const [deals, receipts] = await Promise.all([
      recordsById('deal', dealIds),
      partsOfRecords('receipt', dealIds),
    ]);
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
export function useAccruals(): readonly Accrual[] | undefined {
  const [accruals, setAccruals] = useState<readonly Accrual[]>();
  useEffect(() => {
    let latest = 0;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const read = async (): Promise<void> => {
      latest += 1;
      const mine = latest;
      const next = await readAccruals(() => mine !== latest);
      if (next && mine === latest) setAccruals(next);
    };
    void read();
    const stop = onCommits((commits) => {
      if (!commits.some(({ ops }) => ops.some(({ entity }) => concerned.has(entity)))) return;
      clearTimeout(waiting);
      waiting = setTimeout(() => void read(), CALM_MS);
    });
    return () => {
      stop();
      clearTimeout(waiting);
      latest += 1;
    };
  }, []);
  return accruals;
}
