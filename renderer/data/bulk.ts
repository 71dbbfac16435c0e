import type { StoredRecord } from '../../shared/commits/index.ts';
import { tableOf } from './database.ts';
import { pastParts, pastRecord, pastRecords, withoutPast } from './past.ts';
import { session } from './session.ts';
import { slicesOf } from './tables.ts';

/** Visits every record of a kind in slices, so that a long table neither blocks nor fills the memory. */
export async function visitRecords(
  entity: string,
  visit: (records: readonly StoredRecord[]) => void,
): Promise<void> {
  for await (const records of slicesOf(session().database, entity)) {
    visit(withoutPast(entity, records));
  }
  visit(pastRecords(entity));
}

/** The records of some ids, by id; those that are gone are left out. */
export async function recordsById(
  entity: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredRecord>> {
  const records = await tableOf(session().database, entity).bulkGet([...ids]);
  return new Map(
    ids.flatMap((id, index) => {
      const past = pastRecord(entity, id);
      const record = past === undefined ? records[index] : past;
      return record ? [[id, record]] : [];
    }),
  );
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
  const seen = [...withoutPast(entity, records), ...pastParts(entity, field, owners)];
  return Map.groupBy(seen, (record) => String(record[field]));
}
