import { Dexie, type Table } from 'dexie';
import type { CommitHead, Op, StoredRecord } from '../../shared/commits/index.ts';
import type { AnyEntity } from '../../shared/entities/entity.ts';
import { entities, entityNames } from '../../shared/registry.ts';

/** A commit's head as stored; `touches` finds the commits of a record. */
export interface HeadRow extends CommitHead {
  /** Ids of the records it touched, or `BULK` alone where they are many. */
  readonly touches: readonly string[];
}
export const BULK = 'bulk';
/** Above this many records a commit is found by reading it, not by an index entry for each. */
export const MOST_TOUCHES = 20;

export interface MetaRow {
  readonly key: string;
  readonly value: string | number;
}

export interface DeskDatabase extends Dexie {
  /** Heads and ops of a commit lie apart: lists of commits are read often, their ops seldom. */
  readonly commits: Table<HeadRow, string>;
  readonly ops: Table<{ readonly id: string; readonly ops: readonly Op[] }, string>;
  /** Commits that the journal does not have yet. */
  readonly outbox: Table<{ readonly id: string }, string>;
  readonly meta: Table<MetaRow, string>;
}

const PREFIX = 'desk-';

/**
 * The database of one desk. A table has its key and at most one index, the owner of a part:
 * everything else is answered by the index worker, and more indexes would double the time to write.
 */
export function openDatabase(deskId: string): DeskDatabase {
  const database = new Dexie(`${PREFIX}${deskId}`, {
    // Strict: an acknowledged write survives a power cut (reliability: about 1 ms more a write).
    chromeTransactionDurability: 'strict',
    // Dexie's read cache has returned stale and doubled rows; a page of rows is read in 4 ms.
    cache: 'disabled',
  });
  const stores = Object.fromEntries(
    entityNames.map((name) => {
      const entity: AnyEntity = entities[name];
      return [name, entity.partOf ? `&id, ${entity.partOf.field}` : '&id'];
    }),
  );
  database.version(1).stores({
    ...stores,
    commits: '&id, *touches',
    ops: '&id',
    outbox: '&id',
    meta: '&key',
  });
  // The tables named above are what DeskDatabase promises; Dexie adds them at run time.
  return database as DeskDatabase;
}

export const tableOf = (database: DeskDatabase, entity: string): Table<StoredRecord, string> =>
  database.table(entity);

/** Ids of the desks that have a database in this profile. */
export async function deskIdsHere(): Promise<readonly string[]> {
  const names = await Dexie.getDatabaseNames();
  return names.filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length));
}

/** All tables that a commit of these entities writes. */
export const writtenTables = (database: DeskDatabase, names: Iterable<string>) => [
  ...[...new Set(names)].map((name) => tableOf(database, name)),
  database.commits,
  database.ops,
  database.outbox,
];

export const allTables = (database: DeskDatabase) => writtenTables(database, entityNames);
