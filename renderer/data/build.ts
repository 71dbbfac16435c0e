import {
  type Commit,
  invertOps,
  type MigrationStep,
  migrateCommit,
  OPS_PER_COMMIT,
  type Op,
  SCHEMA,
  type Tally,
} from '../../shared/commits/index.ts';
import type { Host } from '../../shared/contract/index.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { entityNames } from '../../shared/registry.ts';
import {
  allTables,
  beginDatabase,
  type DeskDatabase,
  LAYOUT,
  openDatabase,
  openLog,
  readMeta,
  tableOf,
} from './database.ts';
import { appendToLog, applyTo, commitsById, load, type Touched, writeTouched } from './write.ts';

export type BuildFailure =
  /** The source is damaged at that commit. */
  | { readonly type: 'damaged'; readonly at: number }
  | { readonly type: 'gone' }
  | { readonly type: 'hostGone' }
  | { readonly type: 'tooNew' }
  | { readonly type: 'cancelled' }
  | { readonly type: 'storage'; readonly message: string };

export interface BuildHooks {
  /** Gets commits done and their total. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** How commits are read and brought to today's form. */
export interface Source {
  readonly read: (
    after: number,
  ) => Promise<
    Result<
      { readonly commits: readonly Commit[]; readonly last: number; readonly end: boolean },
      BuildFailure
    >
  >;
  readonly steps?: readonly MigrationStep[];
}

/** Reads commits by the host: of a desk of the vault, or of a snapshot. */
export function commitsOf(
  host: Pick<Host, 'readCommits'>,
  from: { readonly deskId: string } | { readonly snapshot: string },
): Source['read'] {
  return async (after) => {
    const answer = await host.readCommits({ from, after });
    if (answer.ok) return answer;
    const { error } = answer;
    if (error.type === 'damaged') return err({ type: 'damaged', at: error.at });
    return err({ type: error.type === 'gone' ? 'gone' : 'hostGone' });
  };
}

/** Ids of all records in the tables: what is not among them need not be looked for. */
type Present = ReadonlyMap<string, Set<string>>;

async function presentIn(database: DeskDatabase): Promise<Present> {
  const ids = await Promise.all(
    entityNames.map(
      async (name) =>
        [name, new Set(await tableOf(database, name).toCollection().primaryKeys())] as const,
    ),
  );
  return new Map<string, Set<string>>(ids);
}

/**
 * Applies commits in the transaction around it. Commits that were written here but have not reached
 * the journal come after those of the journal: they are taken off first and put on again.
 */
async function applyBatch(
  database: DeskDatabase,
  commits: readonly Commit[],
  pending: readonly Commit[],
  present: Present | null,
): Promise<void> {
  const inBatch = new Set(commits.map(({ id }) => id));
  const known = new Set(pending.map(({ id }) => id));
  const ops: readonly Op[] = [...pending, ...commits].flatMap((commit) => commit.ops);
  const refs = present ? ops.filter(({ entity, id }) => present.get(entity)?.has(id)) : ops;
  const loaded = await load(database, refs);
  const touched: Touched = new Map();
  for (const commit of pending.toReversed())
    applyTo(loaded, invertOps(commit.ops), commit, touched);
  for (const commit of [...commits, ...pending.filter(({ id }) => !inBatch.has(id))])
    applyTo(loaded, commit.ops, commit, touched);
  await writeTouched(database, loaded, touched, (await readMeta(database, 'tally')) ?? {});
  const fresh = commits.filter(({ id }) => !known.has(id));
  await appendToLog(database, fresh, false);
  if (present) for (const { entity, id } of touched.values()) present.get(entity)?.add(id);
}

/** Takes in commits of the journal in one transaction. `last` is the number of the last of them. */
async function takeIn(
  database: DeskDatabase,
  commits: readonly Commit[],
  last: number,
  present: Present | null,
): Promise<void> {
  await database.transaction('rw', allTables(database), async () => {
    const waiting = new Set(await database.outbox.toCollection().primaryKeys());
    // A commit that the journal has, whose answer never came back, is pending no longer.
    if (commits.some(({ id }) => !waiting.has(id))) {
      const pending = await commitsById(database, [...waiting].sort());
      await applyBatch(database, commits, pending, present);
    }
    await database.outbox.bulkDelete(commits.map(({ id }) => id));
    await database.meta.put({ key: 'journalLast', value: last });
  });
}

/** Commits in portions of about as many ops as one holds at most: a larger transaction is slower. */
function* inPortions(commits: readonly Commit[]): Generator<readonly Commit[]> {
  let from = 0;
  let ops = 0;
  for (const [at, commit] of commits.entries()) {
    ops += commit.ops.length;
    if (ops < OPS_PER_COMMIT && at < commits.length - 1) continue;
    yield commits.slice(from, at + 1);
    from = at + 1;
    ops = 0;
  }
}

/**
 * Applies the commits of a source from the first that the database does not have up to number
 * `total`. Each batch is one transaction with its number, so that it can be ended anywhere and goes
 * on from there. `present` spares looking for records that are not there.
 */
export async function replay(
  database: DeskDatabase,
  { read, steps }: Source,
  total: number,
  present: Present | null,
  { onProgress, signal }: BuildHooks,
): Promise<Result<null, BuildFailure>> {
  let after = (await readMeta(database, 'journalLast')) ?? 0;
  let next = after < total ? read(after) : null;
  while (next) {
    const answer = await next;
    if (signal?.aborted) return err({ type: 'cancelled' });
    if (!answer.ok) return answer;
    const { commits, last, end } = answer.value;
    // Reads on while these are written.
    next = end || last >= total || last <= after ? null : read(last);
    for (const some of inPortions(commits.map((commit) => migrateCommit(commit, steps)))) {
      if (signal?.aborted) return err({ type: 'cancelled' });
      after += some.length;
      await takeIn(database, some, after, present);
      onProgress?.(after, total);
    }
  }
  return ok(null);
}

const CARRIED_AT_ONCE = 100;

/**
 * Brings over the commits that only an older database of the desk has; they are pending here. Where
 * the vault has the desk, an older log that cannot be read any more does not keep it shut: what is
 * in no journal was never said to be saved.
 */
async function carryOver(
  database: DeskDatabase,
  from: string,
  present: Present,
  { steps, isOnlyCopy }: Pick<Source, 'steps'> & { readonly isOnlyCopy: boolean },
): Promise<Result<null, BuildFailure>> {
  const readable = async <T>(read: () => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await read();
    } catch (error) {
      if (isOnlyCopy) throw error;
      return otherwise;
    }
  };
  const older = await openLog(from).catch(() => null);
  if (!older) return ok(null);
  try {
    const here = new Set(await database.commits.toCollection().primaryKeys());
    const all = await readable(() => older.commits.toCollection().primaryKeys(), []);
    const ids = all.filter((id) => !here.has(id));
    for (let at = 0; at < ids.length; at += CARRIED_AT_ONCE) {
      const some = ids.slice(at, at + CARRIED_AT_ONCE);
      const commits = await readable(() => commitsById(older, some), []);
      if (commits.some(({ schema }) => schema > SCHEMA)) return err({ type: 'tooNew' });
      const migrated = commits.map((commit) => migrateCommit(commit, steps));
      await database.transaction('rw', allTables(database), async () => {
        await applyBatch(database, migrated, [], present);
        await database.outbox.bulkPut(migrated.map(({ id }) => ({ id })));
      });
    }
    return ok(null);
  } finally {
    older.close();
  }
}

export interface BuildOrder {
  /** Name of the database to build; one that was begun goes on where it stopped. */
  readonly name: string;
  /** Null when the vault has nothing, and all comes from `carry`. */
  readonly from: { readonly deskId: string } | { readonly snapshot: string } | null;
  /** Number of the last commit there. */
  readonly last: number;
  /** Name of the desk's older database, whose unsent commits come along. */
  readonly carry: string | null;
  /** It is made by a restore, and not in use yet. */
  readonly prepared?: true;
}

export interface Built {
  readonly tally: Tally;
}

/**
 * Builds a database from the commits of a source. It counts as complete only at the very end, in a
 * write of its own: what is ended before is never opened, and built on or thrown away.
 */
export async function buildDatabase(
  { name, from, last, carry, prepared }: BuildOrder,
  source: Source,
  hooks: BuildHooks = {},
): Promise<Result<Built, BuildFailure>> {
  const schema = source.steps?.at(-1)?.to ?? SCHEMA;
  const database = openDatabase(name);
  try {
    if ((await readMeta(database, 'layout')) !== LAYOUT)
      await beginDatabase(database, schema, prepared && { prepared: 1 });
    const present = await presentIn(database);
    const replayed = await replay(database, source, last, present, hooks);
    if (!replayed.ok) return replayed;
    if (carry !== null) {
      const carried = await carryOver(database, carry, present, {
        ...source,
        isOnlyCopy: from === null,
      });
      if (!carried.ok) return carried;
    }
    await database.meta.put({ key: 'complete', value: 1 });
    return ok({ tally: (await readMeta(database, 'tally')) ?? {} });
  } catch (error) {
    return err({
      type: 'storage',
      message: error instanceof Error ? error.message : String(error),
    });
  } finally {
    database.close();
  }
}
