import { type StoredRecord, type Tally, tallyWith } from '../../shared/commits/index.ts';
import { entityNames } from '../../shared/registry.ts';
import { type DeskDatabase, tableOf } from './database.ts';

const SLICE = 2_000;

/** The records of a kind in the order of their ids, in slices, each a short transaction of its own. */
export async function* slicesOf(
  database: DeskDatabase,
  entity: string,
  size = SLICE,
): AsyncGenerator<readonly StoredRecord[], undefined> {
  const table = tableOf(database, entity);
  let last = '';
  for (;;) {
    const records = await table.where(':id').above(last).limit(size).toArray();
    yield records;
    last = records.at(-1)?.id ?? last;
    if (records.length < size) return undefined;
  }
}

/** The tally of what the tables really hold, read record by record. */
export async function tallyOfTables(database: DeskDatabase): Promise<Tally> {
  let tally: Tally = {};
  for (const entity of entityNames) {
    for await (const records of slicesOf(database, entity)) {
      tally = tallyWith(tally, entity, records);
    }
  }
  return tally;
}
