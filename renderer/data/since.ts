import type { Tally } from '../../shared/commits/index.ts';
import type { DeskDatabase } from './database.ts';
import { readMeta } from './database.ts';

/** How far a log goes: the id of its last commit, '' where there is none, and how many they are. */
export interface Reach {
  readonly head: string;
  readonly commits: number;
}

/** Ids of records by kind. */
type IdsByKind = ReadonlyMap<string, ReadonlySet<string>>;

export interface Since extends Reach {
  /** What the tables hold. */
  readonly tally: Tally;
  /**
   * The records that commits after the reach given are about. Null where the log up to it is not
   * what it was, or too much has happened since to go through it.
   */
  readonly touched: IdsByKind | null;
}

/** Going through so many ops takes about as long as reading as many records. */
const MOST_OPS = 20_000;

async function touchedAfter(
  { commits, ops }: DeskDatabase,
  { head }: Reach,
): Promise<IdsByKind | null> {
  const heads = await commits.where(':id').above(head).toArray();
  const count = heads.reduce(
    (sum, { puts, patches, deletes }) => sum + puts + patches + deletes,
    0,
  );
  if (count > MOST_OPS) return null;
  const touched = new Map<string, Set<string>>();
  for (const row of await ops.bulkGet(heads.map(({ id }) => id))) {
    for (const { entity, id } of row?.ops ?? []) {
      touched.set(entity, (touched.get(entity) ?? new Set()).add(id));
    }
  }
  return touched;
}

/** What a database holds, and what has happened to it since its log had a certain reach; one look. */
export function logSince(database: DeskDatabase, reach: Reach | null): Promise<Since> {
  const { commits, ops, meta } = database;
  return database.transaction('r', [commits, ops, meta], async () => {
    const [[head = ''], count, tally = {}] = await Promise.all([
      commits.toCollection().reverse().limit(1).primaryKeys(),
      commits.count(),
      readMeta(database, 'tally'),
    ]);
    const after = reach ? await commits.where(':id').above(reach.head).count() : 0;
    const isSame = reach !== null && count - after === reach.commits;
    const touched = isSame ? await touchedAfter(database, reach) : null;
    return { head, commits: count, tally, touched };
  });
}
