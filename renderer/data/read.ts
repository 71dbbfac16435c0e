import { useLiveQuery } from 'dexie-react-hooks';
import type { Change, CommitHead } from '../../shared/commits/index.ts';
import type { AnyEntity, RecordOf } from '../../shared/entities/entity.ts';
import { type EntityMap, type EntityName, entities } from '../../shared/registry.ts';
import { recordsById as anyById, recordsByOwner } from './bulk.ts';
import { tableOf } from './database.ts';
import { pastRecord, pastRecords, withoutPast } from './past.ts';
import { session } from './session.ts';
import { slicesOf } from './tables.ts';
import { commitHeadOf } from './write.ts';

type Row<N extends EntityName> = RecordOf<EntityMap[N]>;

/** A record, or undefined when it is not there. */
export async function getRecord<N extends EntityName>(
  name: N,
  id: string,
): Promise<Row<N> | undefined> {
  const past = pastRecord(name, id);
  const record = past === undefined ? await tableOf(session().database, name).get(id) : past;
  // The table holds what the description of its name says: `commit` checks every value written.
  return (record ?? undefined) as Row<N> | undefined;
}

/** All records of a kind that has few: stages, plans. */
export async function allRecords<N extends EntityName>(name: N): Promise<readonly Row<N>[]> {
  const rows = await tableOf(session().database, name).toArray();
  return [...withoutPast(name, rows), ...pastRecords(name)] as unknown as readonly Row<N>[];
}

/** The parts of a record: contacts of an enterprise, shares of a deal. */
export async function partsOfRecord<N extends EntityName>(
  name: N,
  ownerId: string,
): Promise<readonly Row<N>[]> {
  return (await partsOfRecords(name, [ownerId])).get(ownerId) ?? [];
}

/** The records of these ids that are there, in no order. */
export async function recordsById<N extends EntityName>(
  name: N,
  ids: readonly string[],
): Promise<readonly Row<N>[]> {
  const records = await anyById(name, [...new Set(ids)]);
  return [...records.values()] as unknown as readonly Row<N>[];
}

/** The parts of many records at once, by their owner's id. */
export async function partsOfRecords<N extends EntityName>(
  name: N,
  ownerIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Row<N>[]>> {
  const { partOf } = entities[name] as { partOf?: { field: string } };
  if (!partOf) return new Map();
  const records = await recordsByOwner(name, partOf.field, ownerIds);
  return records as unknown as ReadonlyMap<string, readonly Row<N>[]>;
}

/** All records of a kind, however many, in pieces that leave the page time to answer. */
export async function* recordsInChunks<N extends EntityName>(
  name: N,
  size: number,
): AsyncGenerator<readonly Row<N>[]> {
  for await (const rows of slicesOf(session().database, name, size)) {
    yield withoutPast(name, rows) as unknown as readonly Row<N>[];
  }
  const past = pastRecords(name);
  for (let from = 0; from < past.length; from += size) {
    yield past.slice(from, from + size) as unknown as readonly Row<N>[];
  }
}

/** `undefined` while loading, `null` when there is no such record. */
export const useRecord = <N extends EntityName>(
  name: N,
  id: string | undefined,
): Row<N> | null | undefined =>
  useLiveQuery(
    async () => (id === undefined ? null : ((await getRecord(name, id)) ?? null)),
    [name, id],
  );

export const useAllRecords = <N extends EntityName>(name: N): readonly Row<N>[] | undefined =>
  useLiveQuery(() => allRecords(name), [name]);

export const useParts = <N extends EntityName>(
  name: N,
  ownerId: string,
): readonly Row<N>[] | undefined =>
  useLiveQuery(() => partsOfRecord(name, ownerId), [name, ownerId]);

/** The records of these ids that are there, in no order; undefined while loading. */
export const useRecords = <N extends EntityName>(
  name: N,
  ids: readonly string[],
): readonly Row<N>[] | undefined =>
  useLiveQuery(() => recordsById(name, ids), [name, ids.join(' ')]);

/** The newest commits without their ops, oldest first. */
export async function recentHeads(count: number): Promise<readonly CommitHead[]> {
  const rows = await session().database.commits.orderBy('id').reverse().limit(count).toArray();
  return rows.reverse().map(commitHeadOf);
}

/** The deletions of all parts of some records, for when they go. */
export async function deletionsOfParts(
  parts: readonly AnyEntity[],
  ownerIds: readonly string[],
): Promise<readonly Change[]> {
  const lists = await Promise.all(
    parts.map(async ({ name, partOf }) => {
      const table = tableOf(session().database, name);
      const mine = partOf && table.where(partOf.field).anyOf([...ownerIds]);
      const ids = mine ? await mine.primaryKeys() : [];
      return ids.map((id): Change => ({ delete: name, id }));
    }),
  );
  return lists.flat();
}
