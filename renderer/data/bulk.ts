import type { StoredRecord } from '../../shared/commits/index.ts';
import { tableOf } from './database.ts';
import { session } from './session.ts';

const SLICE = 2_000;

/** Visits every record of a kind in slices, so that a long table neither blocks nor fills the memory. */
export async function visitRecords(
  entity: string,
  visit: (records: readonly StoredRecord[]) => void,
): Promise<void> {
  const table = tableOf(session().database, entity);
  let last = '';
  for (;;) {
    const records = await table.where(':id').above(last).limit(SLICE).toArray();
    visit(records);
    last = records.at(-1)?.id ?? last;
    if (records.length < SLICE) return;
  }
}

/** The records of some ids, by id; those that are gone are left out. */
export async function recordsById(
  entity: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredRecord>> {
  const records = await tableOf(session().database, entity).bulkGet([...ids]);
  return new Map(records.flatMap((record) => (record ? [[record.id, record]] : [])));
}

/** The records of a kind whose field names one of some owners, by owner. */
export async function recordsByOwner(
  entity: string,
  field: string,
  owners: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredRecord[]>> {
  const records = await tableOf(session().database, entity)
    .where(field)
    .anyOf([...owners])
    .toArray();
  return Map.groupBy(records, (record) => String(record[field]));
}
