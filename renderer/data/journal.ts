import type { Commit, Tally } from '../../shared/commits/index.ts';
import { commitsOf, replay } from './build.ts';
import { readMeta } from './database.ts';
import { host } from './host.ts';
import { isOpen, type SaveState, type Session, session, useDesk } from './session.ts';
import { commitsById } from './write.ts';

/** At most this many ops go to the vault in one call, so that one call stays a few MB. */
const OPS_PER_CALL = 2_000;
const COMMITS_PER_CALL = 100;
/** Above this many ops that wait, they are left to the outbox and read from there. */
const MOST_WAITING_OPS = 20_000;
const RETRY_AFTER_MS = 3_000;
/** The outbox is cleared when nothing more was kept for so long, so that no save waits for it. */
const CLEAR_AFTER_MS = 200;
const MOST_KEPT = 50;

/** A commit on its way to the journal, and what the desk holds after it, where that is known. */
export interface Written {
  readonly commit: Commit;
  readonly tally: Tally | null;
}

/** What is known of the outbox without reading it, for as long as a desk is open. */
interface Outbox {
  readonly of: Session;
  /** The commits that wait, oldest first; null when they have to be read from the database. */
  waiting: Written[] | null;
  /** How many commits were written, to notice one that comes while the database is read. */
  written: number;
  /** Number of the last commit that the journal is known to have; null before it is read. */
  last: number | null;
  /** Commits that the journal has, and the database still names as waiting. */
  kept: string[];
}

let known: Outbox | null = null;

function outboxNow(): Outbox {
  const of = session();
  if (known?.of !== of) known = { of, waiting: null, written: 0, last: null, kept: [] };
  return known;
}

let flushing: Promise<void> | null = null;
let again = false;

const opsOf = (waiting: readonly Written[]): number =>
  waiting.reduce((sum, { commit }) => sum + commit.ops.length, 0);

/** As many of the commits, from the oldest on, as fit one call; what comes later is not of it. */
function fittingOneCall(waiting: readonly Written[]): readonly Written[] {
  let ops = 0;
  const end = waiting.findIndex(({ commit }, index) => {
    ops += commit.ops.length;
    return index === COMMITS_PER_CALL || (index > 0 && ops > OPS_PER_CALL);
  });
  return waiting.slice(0, end < 0 ? undefined : end);
}

/** Takes out of the database's outbox what the journal has. */
async function clear(outbox: Outbox): Promise<void> {
  const { last } = outbox;
  const kept = [...outbox.kept];
  if (kept.length === 0 || last === null) return;
  const { database } = outbox.of;
  await database.transaction('rw', [database.outbox, database.meta], async () => {
    await database.outbox.bulkDelete(kept);
    await database.meta.put({ key: 'journalLast', value: last });
  });
  // More may have been kept meanwhile; what could not be cleared is still named.
  const cleared = new Set(kept);
  outbox.kept = outbox.kept.filter((id) => !cleared.has(id));
}

let clearing: ReturnType<typeof setTimeout> | undefined;

function clearSoon(outbox: Outbox): void {
  clearTimeout(clearing);
  clearing = setTimeout(() => {
    // What could not be cleared is crossed off at the next start, when the journal is read.
    if (isOpen() && session() === outbox.of) void clear(outbox).catch(() => undefined);
  }, CLEAR_AFTER_MS);
}

/** Reads the oldest commits that wait; when these are all, they are known from now on. */
async function readWaiting(outbox: Outbox): Promise<readonly Written[]> {
  await clear(outbox);
  const { database } = outbox.of;
  const { outbox: table, commits, ops, meta } = database;
  const before = outbox.written;
  // One look at all of them: the tally must be of these commits, not of one that comes meanwhile.
  const read = await database.transaction('r', [table, commits, ops, meta], async () => {
    const ids = await table
      .orderBy('id')
      .limit(COMMITS_PER_CALL + 1)
      .primaryKeys();
    const some = await commitsById(database, ids.slice(0, COMMITS_PER_CALL));
    return {
      some,
      isAll: some.length === ids.length,
      tally: (await readMeta(database, 'tally')) ?? null,
      last: (await readMeta(database, 'journalLast')) ?? 0,
    };
  });
  // What the journal has said is newer than what could be written of it.
  outbox.last = Math.max(outbox.last ?? 0, read.last);
  const waiting = read.some.map((commit, index): Written => {
    const isLast = read.isAll && index === read.some.length - 1;
    return { commit, tally: isLast ? read.tally : null };
  });
  if (read.isAll && outbox.written === before) outbox.waiting = waiting;
  return waiting;
}

type Trouble = Extract<SaveState, { readonly type: 'failed' }>['reason'];

/** The journal has more than is known here: an answer was lost on its way. Null when it is read. */
async function crossOff(outbox: Outbox, last: number): Promise<Trouble | null> {
  await clear(outbox);
  outbox.waiting = null;
  const { database, deskId } = outbox.of;
  const source = { read: commitsOf(host, { deskId }) };
  const read = await replay(database, source, last, null, {});
  return read.ok ? null : 'hostGone';
}

/** Null when the commits are in the journal, or those that are there already are known. */
async function keep(outbox: Outbox, batch: readonly Written[]): Promise<Trouble | null> {
  const tally = batch.at(-1)?.tally ?? null;
  const answer = await host.appendCommits({
    deskId: outbox.of.deskId,
    after: outbox.last ?? 0,
    commits: batch.map(({ commit }) => commit),
    tally: tally && { ...tally },
  });
  if (!answer.ok) {
    const { error } = answer;
    if (error.type === 'behind' && error.last > (outbox.last ?? 0)) {
      return crossOff(outbox, error.last);
    }
    return error.type === 'diskFull' || error.type === 'cannotWrite' ? error.type : 'hostGone';
  }
  outbox.last = answer.value.last;
  outbox.kept.push(...batch.map(({ commit }) => commit.id));
  outbox.waiting?.splice(0, batch.length);
  // It is safe from here on: what the outbox still names is recognised when the journal is read.
  if (outbox.waiting?.length === 0) useDesk.setState({ save: { type: 'saved', at: Date.now() } });
  if (outbox.kept.length > MOST_KEPT) await clear(outbox);
  return null;
}

async function flush(): Promise<Trouble | null> {
  try {
    const outbox = outboxNow();
    do {
      again = false;
      for (;;) {
        const batch = fittingOneCall(outbox.waiting ?? (await readWaiting(outbox)));
        if (batch.length === 0) break;
        const trouble = await keep(outbox, batch);
        if (trouble) return trouble;
      }
    } while (again);
    clearSoon(outbox);
    return null;
  } catch {
    return 'storage';
  }
}

async function flushAndTell(): Promise<void> {
  // At once: a change that is on the screen is never beside the word that all is saved.
  useDesk.setState({ save: { type: 'saving' } });
  const trouble = await flush();
  if (trouble === null) {
    useDesk.setState({ save: { type: 'saved', at: Date.now() } });
    return;
  }
  useDesk.setState({ save: { type: 'failed', reason: trouble } });
  setTimeout(() => void (isOpen() && flushSoon()), RETRY_AFTER_MS);
}

function flushSoon(): Promise<void> {
  if (flushing) {
    again = true;
    useDesk.setState({ save: { type: 'saving' } });
    return flushing;
  }
  flushing = flushAndTell().finally(() => {
    flushing = null;
  });
  return flushing;
}

/**
 * Hands a commit that was just written to the journal. "Saved" is shown when it is there, on the
 * disk; what cannot be kept stays in the outbox, is shown as not saved, and is tried again.
 */
export function toJournal(written: Written): void {
  const outbox = outboxNow();
  outbox.written += 1;
  const { waiting } = outbox;
  if (waiting && opsOf(waiting) < MOST_WAITING_OPS) waiting.push(written);
  else outbox.waiting = null;
  void flushSoon();
}

/** Brings all commits that wait to the journal, and clears the outbox of them. */
export async function flushJournal(): Promise<void> {
  await flushSoon();
  // A database that refuses, or was closed meanwhile, is crossed off at the next start.
  if (isOpen()) await clear(outboxNow()).catch(() => undefined);
}
