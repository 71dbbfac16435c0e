import { Dexie, type Table } from 'dexie';
import type { CommitHead, Op, StoredRecord, Tally } from '../../shared/commits/index.ts';
import type { AnyEntity } from '../../shared/entities/entity.ts';
import { entities, entityNames } from '../../shared/registry.ts';

/** A commit's head as stored: what lists of commits show without reading the ops. */
export interface HeadRow extends CommitHead {
  /**
   * Ids of the records it touched and of the owners of parts that came or went, or `BULK` in place
   * of them where they are many; with `DELETES` when it took records away. An index, so that each
   * finds its commits.
   */
  readonly touches: readonly string[];
  /**
   * The first and the last of those ids in their order. The ids of one import lie close together, so
   * that among bulk commits this leaves only the few that may have touched a record.
   */
  readonly span: readonly [first: string, last: string];
  /** The kinds of records it touched, each once. */
  readonly kinds: readonly string[];
  /** How many ops of each sort it has. */
  readonly puts: number;
  readonly patches: number;
  readonly deletes: number;
}
export const BULK = 'bulk';
export const DELETES = 'deletes';
/** Above this many records a commit is found by reading it, not by an index entry for each. */
export const MOST_TOUCHES = 20;

/** Whether a commit may have touched one of some records, as far as its head knows. */
export const mayTouch = (
  { touches, span: [first, last] }: HeadRow,
  ids: readonly string[],
): boolean => !touches.includes(BULK) || ids.some((id) => id >= first && id <= last);

/** What a database knows of itself. */
export interface Meta {
  /** The form of the tables, see `LAYOUT`. */
  readonly layout: string;
  /** The newest migration that its commits have been through. */
  readonly schema: number;
  /** Built to its end: only such a database is opened. */
  readonly complete: 1;
  /** Its tables were found not to hold what its log says: to be built anew. */
  readonly suspect: 1;
  /** Made by a restore, and not in use yet. */
  readonly prepared: 1;
  /** Its desk was left for another. */
  readonly left: 1;
  /** A tally of the vault that the journal itself does not bear out. */
  readonly doubted: string;
  /** Names this profile in commit ids. */
  readonly device: string;
  /** Number of the last commit that is known to be in the journal. */
  readonly journalLast: number;
  /** What the tables hold, kept up with every write. */
  readonly tally: Tally;
}
type MetaRow = {
  readonly [K in keyof Meta]: { readonly key: K; readonly value: Meta[K] };
}[keyof Meta];

export interface DeskDatabase extends Dexie {
  /** Heads and ops of a commit lie apart: lists of commits are read often, their ops seldom. */
  readonly commits: Table<HeadRow, string>;
  readonly ops: Table<{ readonly id: string; readonly ops: readonly Op[] }, string>;
  /** Commits that the journal does not have yet. */
  readonly outbox: Table<{ readonly id: string }, string>;
  readonly meta: Table<MetaRow, keyof Meta>;
}

/**
 * A table has its key and at most one index, the owner of a part: everything else is answered by
 * the index worker, and more indexes would double the time to write.
 */
const stores: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    entityNames.map((name) => {
      const entity: AnyEntity = entities[name];
      return [name, entity.partOf ? `&id, ${entity.partOf.field}` : '&id'];
    }),
  ),
  commits: '&id, *touches',
  ops: '&id',
  outbox: '&id',
  meta: '&key',
};

/** To be raised when the rows of these tables get another form. */
const ROWS = 2;
/**
 * The form of a database. One of another form is not changed but built anew from the vault, into a
 * database of its own: a cache needs no migration.
 */
export const LAYOUT = JSON.stringify([ROWS, stores]);

/** A desk's databases are numbered: a new one is built beside the old one, which goes afterwards. */
export interface DatabaseName {
  readonly name: string;
  readonly deskId: string;
  readonly generation: number;
}

export const databaseName = (deskId: string, generation: number): string =>
  generation === 0 ? `desk-${deskId}` : `desk-${deskId}.${generation}`;

/** The databases of all desks in this profile. */
export async function databasesHere(): Promise<readonly DatabaseName[]> {
  const names = await Dexie.getDatabaseNames();
  return names.flatMap((name) => {
    const [, deskId, generation = '0'] = /^desk-([0-9a-f-]{36})(?:\.(\d+))?$/.exec(name) ?? [];
    return deskId === undefined ? [] : [{ name, deskId, generation: Number(generation) }];
  });
}

/** The databases of a desk, the newest first. */
export async function databasesOf(deskId: string): Promise<readonly DatabaseName[]> {
  const all = await databasesHere();
  return all
    .filter((database) => database.deskId === deskId)
    .sort((left, right) => right.generation - left.generation);
}

/** A scratch database, to prove a snapshot in. */
export const SCRATCH = 'scratch-';

export function openDatabase(name: string): DeskDatabase {
  const database = new Dexie(name, {
    // Strict: an acknowledged write survives a power cut (reliability: about 1 ms more a write).
    chromeTransactionDurability: 'strict',
    // Dexie's read cache has returned stale and doubled rows; a page of rows is read in 4 ms.
    cache: 'disabled',
  });
  database.version(1).stores(stores);
  // The tables named above are what DeskDatabase promises; Dexie adds them at run time.
  return database as DeskDatabase;
}

/** The log of a database of whatever form; its tables have had the same names in each. */
export type Log = Pick<DeskDatabase, 'commits' | 'ops'>;

/** Opens a database as it is, to read its log. The caller closes it. */
export async function openLog(name: string): Promise<Log & { readonly close: () => void }> {
  const database = await new Dexie(name).open();
  return {
    commits: database.table('commits'),
    ops: database.table('ops'),
    close: () => database.close(),
  };
}

/** What a database says of itself; null when it cannot be read, or tables are missing. */
export async function peek(name: string): Promise<Partial<Meta> | null> {
  const database = new Dexie(name);
  try {
    await database.open();
    const there = new Set(database.tables.map((table) => table.name));
    // Opened by its form, Dexie would make them, empty, and nobody would know.
    if (Object.keys(stores).some((table) => !there.has(table))) return null;
    const rows: MetaRow[] = await database.table('meta').toArray();
    return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
  } catch {
    return null;
  } finally {
    database.close();
  }
}

export async function readMeta<K extends keyof Meta>(
  database: DeskDatabase,
  key: K,
): Promise<Meta[K] | undefined> {
  // The row under a key is that key's.
  return (await database.meta.get(key))?.value as Meta[K] | undefined;
}

/** Says that an empty database is one of this form. */
export async function beginDatabase(
  database: DeskDatabase,
  schema: number,
  marks?: Partial<Pick<Meta, 'complete' | 'prepared'>> | undefined,
): Promise<void> {
  const meta: Partial<Meta> = { layout: LAYOUT, schema, tally: {}, journalLast: 0, ...marks };
  const rows = Object.entries(meta).map(([key, value]) => ({ key, value }) as MetaRow);
  await database.meta.bulkPut(rows);
}

export const tableOf = (database: DeskDatabase, entity: string): Table<StoredRecord, string> =>
  database.table(entity);

/** All tables that a commit of these entities writes. */
export const writtenTables = (database: DeskDatabase, names: Iterable<string>) => [
  ...[...new Set(names)].map((name) => tableOf(database, name)),
  database.commits,
  database.ops,
  database.outbox,
  database.meta,
];

export const allTables = (database: DeskDatabase) => writtenTables(database, entityNames);
