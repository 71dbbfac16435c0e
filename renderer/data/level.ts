import { Dexie } from 'dexie';
import { SCHEMA, tallyDifference } from '../../shared/commits/index.ts';
import type { VaultState } from '../../shared/contract/index.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import {
  type BuildFailure,
  type BuildHooks,
  type BuildOrder,
  type Built,
  replay,
  type Source,
} from './build.ts';
import {
  type DeskDatabase,
  databaseName,
  databasesOf,
  LAYOUT,
  type Meta,
  openDatabase,
  peek,
  readMeta,
} from './database.ts';
import type { Blocked } from './session.ts';

/** What bringing a database level with the vault needs of the world around it. */
export interface Levelling {
  readonly source: Source;
  /** Builds a database elsewhere, so that the page answers meanwhile. */
  readonly build: (order: BuildOrder, hooks: BuildHooks) => Promise<Result<Built, BuildFailure>>;
  /** Whether the tables of a database hold what its tally says; asked when there is reason to doubt. */
  readonly holds?: (database: DeskDatabase) => Promise<boolean>;
  /** The newest form of commits that is known. */
  readonly schema?: number;
  /** Gets commits done and their total. */
  readonly onProgress: (done: number, total: number) => void;
}

type VaultFacts = Pick<VaultState, 'last' | 'schema' | 'tally' | 'space'>;

interface Known {
  readonly name: string;
  readonly generation: number;
  readonly meta: Partial<Meta> | null;
}

function blockedBy(failure: BuildFailure): Blocked {
  switch (failure.type) {
    case 'damaged':
      return { type: 'journalDamaged', commit: failure.at };
    case 'tooNew':
    case 'storage':
      return failure;
    case 'gone':
    case 'hostGone':
    case 'cancelled':
      return { type: 'hostGone' };
  }
}

/**
 * All of the log counts as pending: the journal lost its end, or is gone. What it still has is
 * crossed off when it is read again, and the rest is sent.
 */
async function doubtJournal(database: DeskDatabase): Promise<void> {
  const ids = await database.commits.toCollection().primaryKeys();
  await database.transaction('rw', [database.outbox, database.meta], async () => {
    await database.outbox.bulkPut(ids.map((id) => ({ id })));
    await database.meta.put({ key: 'journalLast', value: 0 });
  });
}

/** What keeps a database from being level with the journal, counted in commits. */
export interface Lag {
  /** In the journal, and not in the database. */
  readonly missing: number;
  /** In the database, and not in the journal. */
  readonly unsent: number;
}

/** How far a database is from the journal. Writes nothing. */
async function lagOf(
  database: DeskDatabase,
  { last }: VaultFacts,
  { source }: Levelling,
): Promise<Result<Lag, BuildFailure>> {
  const waiting = new Set(await database.outbox.toCollection().primaryKeys());
  const known = (await readMeta(database, 'journalLast')) ?? 0;
  let missing = 0;
  for (let after = known; after < last; ) {
    const answer = await source.read(after);
    if (!answer.ok) return answer;
    for (const { id } of answer.value.commits) if (!waiting.delete(id)) missing += 1;
    after = answer.value.end ? last : answer.value.last;
  }
  return ok({ missing, unsent: waiting.size + Math.max(0, known - last) });
}

/** A database just as it is, on a disk that is too full for it to be brought level. */
async function asItIs(
  name: string,
  vault: VaultFacts,
  levelling: Levelling,
): Promise<Result<Level, Blocked>> {
  const database = openDatabase(name);
  const lag = await lagOf(database, vault, levelling);
  if (lag.ok) return ok({ database, lag: lag.value });
  database.close();
  return err(blockedBy(lag.error));
}

/** A tally as the vault said it, to know it again. */
const doubtOf = ({ last, tally }: VaultFacts): string => JSON.stringify([last, tally]);

/**
 * Whether the database holds what the vault says. True where that cannot be told: with changes on
 * their way to the journal, or a tally of another form. A tally that a build from the journal has
 * not borne out says nothing either.
 */
async function agrees(database: DeskDatabase, vault: VaultFacts, schema: number): Promise<boolean> {
  if (!vault.tally || vault.schema !== schema) return true;
  if ((await database.outbox.count()) > 0) return true;
  if ((await readMeta(database, 'doubted')) === doubtOf(vault)) return true;
  const tally = (await readMeta(database, 'tally')) ?? {};
  return tallyDifference(tally, vault.tally).length === 0;
}

/** The database with the vault's commits taken in; null when it cannot be used as it is. */
async function catchUp(
  name: string,
  vault: VaultFacts,
  { source, holds, schema = SCHEMA, onProgress }: Levelling,
): Promise<Result<DeskDatabase | null, BuildFailure>> {
  const database = openDatabase(name);
  let usable = false;
  try {
    const known = (await readMeta(database, 'journalLast')) ?? 0;
    if (known > vault.last) await doubtJournal(database);
    const replayed = await replay(database, source, vault.last, null, { onProgress });
    if (!replayed.ok) return replayed;
    usable = (await agrees(database, vault, schema)) && ((await holds?.(database)) ?? true);
    return ok(usable ? database : null);
  } catch {
    // It opens, but cannot be read or written: a damaged profile.
    return ok(null);
  } finally {
    if (!usable) database.close();
  }
}

const isCurrent = ({ meta }: Known, schema: number): boolean =>
  meta?.layout === LAYOUT && meta.schema === schema;

/** Builds the desk anew beside what is there. What is there goes when the new one is complete. */
async function rebuild(
  deskId: string,
  all: readonly Known[],
  vault: VaultFacts,
  levelling: Levelling,
): Promise<Result<DeskDatabase, BuildFailure>> {
  const { build, schema = SCHEMA, onProgress } = levelling;
  const older = all.find(({ meta }) => meta?.complete || meta?.layout === undefined) ?? null;
  const newest = all[0];
  const begun =
    newest && newest !== older && !newest.meta?.complete && isCurrent(newest, schema)
      ? newest
      : null;
  const resumed = begun && (begun.meta?.journalLast ?? 0) <= vault.last ? begun : null;
  const generation = resumed?.generation ?? (newest ? newest.generation + 1 : 0);
  const name = resumed?.name ?? databaseName(deskId, generation);
  onProgress(0, vault.last);
  const order: BuildOrder = {
    name,
    from: vault.last > 0 ? { deskId } : null,
    last: vault.last,
    carry: older?.name ?? null,
  };
  const built = await build(order, { onProgress });
  if (!built.ok) return built;
  const database = openDatabase(name);
  if (!(await agrees(database, vault, schema))) {
    if (resumed) {
      // What was begun earlier may be what is wrong.
      database.close();
      await Dexie.delete(name);
      const rest = all.filter((known) => known !== resumed);
      return rebuild(deskId, rest, vault, levelling);
    }
    await database.meta.put({ key: 'doubted', value: doubtOf(vault) });
  }
  return ok(database);
}

/** The database that a desk is opened with. */
export interface Level {
  readonly database: DeskDatabase;
  /** Null when it is level. Otherwise it must not be written. */
  readonly lag: Lag | null;
}

/**
 * The database of a desk, level with the vault: caught up, or built anew where it is gone, of
 * another form, unreadable, or does not hold what the vault says. What was not in the journal yet
 * comes along. Nothing is deleted before its successor is complete, and a build that was ended goes
 * on at the next start. On a disk that is too full for any of it, it is the database as it is.
 */
export async function levelDesk(
  deskId: string,
  vault: VaultFacts,
  levelling: Levelling,
): Promise<Result<Level, Blocked>> {
  const { schema = SCHEMA } = levelling;
  if (vault.schema > schema) return err({ type: 'tooNew' });
  const names = await databasesOf(deskId);
  const all: readonly Known[] = await Promise.all(
    names.map(async ({ name, generation }) => ({ name, generation, meta: await peek(name) })),
  );
  const lowSpace = vault.space.free < vault.space.needed;
  const current = all.find(({ meta }) => meta?.complete);
  let level: DeskDatabase | null = null;
  if (current && isCurrent(current, schema) && !current.meta?.suspect) {
    // Writing on a full disk is what loses databases: that waits until there is room.
    if (lowSpace && (current.meta?.journalLast ?? 0) !== vault.last)
      return asItIs(current.name, vault, levelling);
    const caughtUp = await catchUp(current.name, vault, levelling);
    if (!caughtUp.ok) return err(blockedBy(caughtUp.error));
    level = caughtUp.value;
  }
  if (!level) {
    if (lowSpace) return err({ type: 'lowSpace', ...vault.space });
    const rebuilt = await rebuild(deskId, all, vault, levelling);
    if (!rebuilt.ok) return err(blockedBy(rebuilt.error));
    level = rebuilt.value;
  }
  for (const { name } of all) if (name !== level.name) await Dexie.delete(name);
  return ok({ database: level, lag: null });
}
