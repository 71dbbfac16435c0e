import { customNamesOf } from '../../../shared/entities/custom.ts';
import type { Achievement } from '../../../shared/features/achievements/index.ts';
import type { Deal } from '../../../shared/features/deals/index.ts';
import type { Contact, Enterprise } from '../../../shared/features/enterprises/index.ts';
import {
  type DealParts,
  dealPartsOf,
  type OwnFields,
} from '../../../shared/features/reports/index.ts';
import { entityNow } from '../../data/descriptions.ts';
import { allRecords, partsOfRecords, recordsById } from '../../data/read.ts';
import type { Query } from '../../index/query.ts';
import { askIndex, askNames } from '../../index/use-answer.ts';

/** Which deals a summary covers: one, or all that a list shows now. */
export type Scope = { readonly id: string } | Pick<Query, 'text' | 'where'>;

const CHUNK = 300;

const byId = <R extends { readonly id: string }>(rows: readonly R[]): ReadonlyMap<string, R> =>
  new Map(rows.map((row) => [row.id, row]));

/** Puts deals together with what belongs to them. */
async function partsOf(
  deals: readonly Deal[],
  stages: ReadonlyMap<string, NonNullable<DealParts['stage']>>,
): Promise<readonly DealParts[]> {
  const ids = deals.map(({ id }) => id);
  const [achievements, enterprises, contacts, introductions, receipts, commissions, shares] =
    await Promise.all([
      recordsById(
        'achievement',
        deals.map(({ achievementId }) => achievementId),
      ),
      recordsById(
        'enterprise',
        deals.map(({ enterpriseId }) => enterpriseId),
      ),
      recordsById(
        'contact',
        deals.flatMap(({ contactId }) => contactId ?? []),
      ),
      partsOfRecords('introduction', ids),
      partsOfRecords('receipt', ids),
      partsOfRecords('commission', ids),
      partsOfRecords('share', ids),
    ]);
  const achievementById: ReadonlyMap<string, Achievement> = byId(achievements);
  const enterpriseById: ReadonlyMap<string, Enterprise> = byId(enterprises);
  const contactById: ReadonlyMap<string, Contact> = byId(contacts);
  return deals.map((deal) =>
    dealPartsOf({
      deal,
      achievement: achievementById.get(deal.achievementId) ?? null,
      enterprise: enterpriseById.get(deal.enterpriseId) ?? null,
      contact: contactById.get(deal.contactId ?? '') ?? null,
      stage: stages.get(deal.stageId) ?? null,
      introductions: introductions.get(deal.id) ?? [],
      receipts: receipts.get(deal.id) ?? [],
      commission: commissions.get(deal.id)?.[0] ?? null,
      shares: shares.get(deal.id) ?? [],
    }),
  );
}

/** One page of the deals that a list shows. */
async function listed(shown: Pick<Query, 'text' | 'where'>, from: number) {
  const { rows, total } = await askIndex({ ...shown, entity: 'deal', from, to: from + CHUNK });
  // The index answers with stored records of the kind asked for; `commit` has checked their values.
  return { deals: rows as unknown as readonly Deal[], total };
}

/**
 * The deals of a scope with all their parts, in pieces that leave the page time to answer. Null when
 * it was cancelled.
 */
export async function gatherDeals(
  scope: Scope,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<readonly DealParts[] | null> {
  const stages = byId(await allRecords('stage'));
  if ('id' in scope) return partsOf(await recordsById('deal', [scope.id]), stages);
  const all: DealParts[] = [];
  for (;;) {
    const { deals, total } = await listed(scope, all.length);
    all.push(...(await partsOf(deals, stages)));
    onProgress(all.length, total);
    if (signal.aborted) return null;
    if (deals.length === 0 || all.length >= total) return all;
  }
}

/** The fields that users gave the deals, with the names of the records that they refer to in these. */
export async function ownFieldsOf(list: readonly DealParts[]): Promise<OwnFields> {
  const entity = entityNow('deal');
  const links = customNamesOf(entity).filter((name) => entity.fields[name]?.kind === 'ref');
  const ids = list.flatMap(({ deal }) => {
    const values: Readonly<Record<string, unknown>> = deal;
    return links.flatMap((name) => {
      const id = values[name];
      return typeof id === 'string' ? [id] : [];
    });
  });
  return { entity, names: ids.length === 0 ? {} : await askNames([...new Set(ids)]) };
}
