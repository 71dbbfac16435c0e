import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Commit } from '../../shared/commits/commit.ts';
import { type Tally, tallyDifference } from '../../shared/commits/tally.ts';
import {
  type CallFailure,
  type CallOutput,
  type Snapshot,
  type SnapshotReason,
  snapshotReasonSchema,
  snapshotSchema,
} from '../../shared/contract/index.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { type InTurn, takingTurns } from '../../shared/core/turns.ts';
import { commitsOf, factsOf, type NumberedCommit } from './archive-commits.ts';
import type { JournalSource } from './archive-messages.ts';
import type { Archiver } from './archiver.ts';
import { readJsonFile, UNFINISHED, writeJsonFile } from './atomic-file.ts';
import { attemptWrite, type Disk, sizeOf, syncFolder, systemCode } from './disk.ts';
import type { Job } from './jobs.ts';
import { ANSWER_BYTES } from './journal-reader.ts';
import type { Rescue } from './mending.ts';
import { isProtective, outdated } from './retention.ts';

const ENDING = '.tar.gz';
/** Beside the snapshots: what is known of them without unpacking each. It can be made anew. */
const INDEX = 'index.json';
/** A snapshot that nobody reads on in is closed after this long. */
const IDLE_MS = 30_000;
/** Of a file that does not even say whose desk it is. */
const NO_DESK = '00000000-0000-0000-0000-000000000000';

const knownSchema = snapshotSchema.extend({
  /** SHA-256 of the file; null when the list had to be made anew from the files. */
  sha256: z.string().nullable(),
});
export type KnownSnapshot = z.output<typeof knownSchema>;
const indexSchema = z.object({ snapshots: z.array(knownSchema) });

export interface Snapshots {
  /** Of all desks, newest first. */
  readonly list: () => readonly KnownSnapshot[];
  /**
   * Takes a snapshot of a desk, and answers once its bytes have been read back. Null when there is
   * nothing to take, or the newest one holds the same commits already: that one is then kept as
   * long as the new one would have been. One is taken at a time; `source` is asked when its turn
   * has come.
   */
  readonly take: (
    why: SnapshotReason,
    source: () => JournalSource | null,
    job: Job,
  ) => Promise<Result<Snapshot | null, CallFailure<'takeSnapshot'>>>;
  readonly prove: (
    name: string,
    tally: Tally,
  ) => Promise<Result<CallOutput<'proveSnapshot'>, CallFailure<'proveSnapshot'>>>;
  /** Commits after the given number, bounded in size; reading on from there unpacks no byte twice. */
  readonly read: (
    name: string,
    after: number,
  ) => Promise<Result<CallOutput<'readCommits'>, CallFailure<'readCommits'>>>;
  readonly rescue: Rescue;
  /** The file of a snapshot that is there; null when it is gone. */
  readonly pathOf: (name: string) => Promise<string | null>;
  /** Resolves when none is being taken any more. */
  readonly settled: () => Promise<void>;
}

interface SnapshotsOptions {
  readonly disk: Disk;
  readonly folder: string;
  /** Holds the attachments, which snapshots name. */
  readonly filesFolder: string;
  readonly archiver: Pick<Archiver, 'pack'>;
  readonly appVersion: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  readonly log: (event: string, detail: unknown) => void;
  /** Called when the list has changed. */
  readonly onChange: (snapshots: readonly KnownSnapshot[]) => void;
}

/** What the functions here work on. */
interface Shelf extends SnapshotsOptions {
  known: readonly KnownSnapshot[];
  /** For writing the list: the last one that is written must be the last one there was. */
  readonly noteInTurn: InTurn;
}

/** Opens the folder of snapshots. Without a folder there are none; a start never fails over them. */
export async function openSnapshots(options: SnapshotsOptions): Promise<Snapshots> {
  const shelf: Shelf = {
    ...options,
    known: await findSnapshots(options),
    noteInTurn: takingTurns(),
  };
  const read = readerOver(shelf);
  const inTurn = takingTurns();
  return {
    list: () => shelf.known,
    take: (why, source, job) => inTurn(() => take(shelf, why, source(), job)),
    prove: (name, tally) => prove(shelf, name, tally),
    read,
    rescue: (deskId, numbers) => rescue(shelf, deskId, numbers),
    pathOf: (name) => presentPath(shelf, name),
    settled: () => inTurn(async () => undefined),
  };
}

const pathOf = ({ folder }: Pick<Shelf, 'folder'>, name: string): string =>
  join(folder, `${name}${ENDING}`);
const find = ({ known }: Shelf, name: string) => known.find((one) => one.name === name);

/** Reads the list and compares it with the files, which are what counts. */
async function findSnapshots(options: SnapshotsOptions): Promise<readonly KnownSnapshot[]> {
  const { disk, folder, log } = options;
  const names = await disk.readdir(folder).catch(() => []);
  for (const name of names.filter((name) => name.endsWith(UNFINISHED))) {
    await disk.rm(join(folder, name), { force: true }).catch(() => undefined);
  }
  const index = await readJsonFile(disk, join(folder, INDEX), indexSchema);
  const listed = new Map(index?.snapshots.map((snapshot) => [snapshot.name, snapshot]));
  const found: KnownSnapshot[] = [];
  for (const file of names.filter((name) => name.endsWith(ENDING))) {
    const name = file.slice(0, -ENDING.length);
    const known = snapshotSchema.shape.name.safeParse(name).success;
    const snapshot = known ? await lookAt(options, name, listed.get(name)) : null;
    if (snapshot === null) log('not a snapshot', file);
    else found.push(snapshot);
    listed.delete(name);
  }
  if (listed.size > 0) log('snapshots are gone', [...listed.keys()]);
  return newestFirst(found);
}

const newestFirst = (snapshots: readonly KnownSnapshot[]): readonly KnownSnapshot[] =>
  snapshots.toSorted((one, other) => other.takenAt - one.takenAt || other.last - one.last);

async function lookAt(
  options: SnapshotsOptions,
  name: string,
  listed: KnownSnapshot | undefined,
): Promise<KnownSnapshot> {
  const path = pathOf(options, name);
  const size = await sizeOf(options.disk, path).catch(() => 0);
  if (listed !== undefined) return { ...listed, damaged: listed.damaged || size !== listed.size };
  const unknown = { name, size, provenAt: null, sha256: null };
  try {
    const { deskId, last, schema, takenAt, why, tally } = await factsOf(options.disk, path);
    return knownSchema.parse({
      ...unknown,
      ...{ deskId, last, schema, takenAt, why, tally, damaged: false },
    });
  } catch (error) {
    options.log('snapshot unreadable', { name, error });
    return { ...unknown, ...factsInName(name), tally: null, damaged: true };
  }
}

const nameOf = (takenAt: number, why: SnapshotReason, last: number): string =>
  `${new Date(takenAt).toISOString().replace(/[-:.]/g, '')}-${why}-${last}`;

/** What the name of a damaged file still says. */
function factsInName(
  name: string,
): Pick<Snapshot, 'takenAt' | 'why' | 'last' | 'deskId' | 'schema'> {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-([A-Za-z]+)-(\d{1,15})$/.exec(
    name,
  );
  const [, year, month, day, hour, minute, second, milli, why, last] = parts ?? [];
  const takenAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${milli}Z`);
  return {
    takenAt: Number.isNaN(takenAt) ? 0 : takenAt,
    why: snapshotReasonSchema.safeParse(why).data ?? 'asked',
    last: Number(last ?? 0),
    deskId: NO_DESK,
    schema: 0,
  };
}

/** A journal that lost its end and grew again has other commits under the same numbers. */
const differs = (left: Tally | null, right: Tally | null): boolean =>
  left !== null && right !== null && tallyDifference(left, right).length > 0;

async function take(
  shelf: Shelf,
  why: SnapshotReason,
  source: JournalSource | null,
  job: Job,
): ReturnType<Snapshots['take']> {
  const { disk, folder, filesFolder, archiver, appVersion, now, log } = shelf;
  if (source === null || source.deskId === null || source.last === 0) return ok(null);
  const { deskId, last, schema, tally } = source;
  const newest = shelf.known.find((one) => one.deskId === deskId && !one.damaged);
  const holdsAll = newest?.last === last && !differs(newest.tally, tally);
  if (holdsAll && (await presentPath(shelf, newest.name)) !== null) {
    // It serves as the one before what comes now, and is kept for that.
    if (isProtective(why) && !isProtective(newest.why)) await noteOne(shelf, newest.name, { why });
    return ok(null);
  }

  // Where this fails, packing says why.
  await attemptWrite(folder, async () => {
    await disk.mkdir(folder, { recursive: true });
    await syncFolder(disk, dirname(folder));
  });
  let takenAt = now();
  // A clock that was put back may come to the same instant twice.
  while (find(shelf, nameOf(takenAt, why, last))) takenAt += 1;
  const name = nameOf(takenAt, why, last);
  const packed = await archiver.pack(
    {
      source,
      facts: { appVersion, takenAt, why },
      filesFolder,
      withFiles: false,
      lock: { type: 'open' },
    },
    pathOf(shelf, name),
    job,
  );
  if (!packed.ok) {
    log('snapshot failed', packed.error);
    return packed;
  }
  const { size, sha256 } = packed.value;
  const snapshot: KnownSnapshot = {
    ...{ name, takenAt, why, deskId, last, schema, tally, size, sha256 },
    provenAt: null,
    damaged: false,
  };
  await retain(shelf, snapshot);
  return ok(toSnapshot(snapshot));
}

/** What the page is told of a snapshot. */
export const toSnapshot = ({ sha256: _, ...snapshot }: KnownSnapshot): Snapshot => snapshot;

/** Takes a new one among the others, deletes what is outdated, and notes the rest. */
async function retain(shelf: Shelf, taken: KnownSnapshot): Promise<void> {
  const { disk, now, log } = shelf;
  shelf.known = newestFirst([taken, ...shelf.known]);
  const gone = new Set<string>();
  for (const name of outdated(shelf.known, now())) {
    try {
      await disk.rm(pathOf(shelf, name), { force: true });
      gone.add(name);
    } catch (error) {
      log('snapshot not deleted', { name, error });
    }
  }
  await note(
    shelf,
    shelf.known.filter(({ name }) => !gone.has(name)),
  );
}

/** The list is made anew at the next start when it cannot be written now. */
async function note(shelf: Shelf, snapshots: readonly KnownSnapshot[]): Promise<void> {
  const { disk, folder, log, noteInTurn } = shelf;
  shelf.known = snapshots;
  await noteInTurn(() =>
    writeJsonFile(disk, join(folder, INDEX), { snapshots: shelf.known }),
  ).catch((error: unknown) => {
    log('list of snapshots not written', error);
  });
  shelf.onChange(shelf.known);
}

const noteOne = (shelf: Shelf, name: string, changes: Partial<KnownSnapshot>): Promise<void> =>
  note(
    shelf,
    shelf.known.map((one) => (one.name === name ? { ...one, ...changes } : one)),
  );

async function prove(shelf: Shelf, name: string, tally: Tally): ReturnType<Snapshots['prove']> {
  const snapshot = find(shelf, name);
  if (snapshot === undefined) return err({ type: 'gone' });
  const differs = snapshot.tally === null ? null : tallyDifference(snapshot.tally, tally);
  const proven = differs?.length === 0;
  if (!proven) shelf.log('snapshot not proven', { name, differs });
  await noteOne(shelf, name, { provenAt: proven ? shelf.now() : null });
  return ok({ proven });
}

async function presentPath(shelf: Shelf, name: string): Promise<string | null> {
  if (find(shelf, name) === undefined) return null;
  const path = pathOf(shelf, name);
  try {
    await sizeOf(shelf.disk, path);
  } catch (error) {
    // Any other trouble is for the reader of the file to tell: a look that fails proves no damage.
    if (systemCode(error) !== 'ENOENT') return path;
    await noteGone(shelf, name);
    return null;
  }
  return path;
}

async function noteGone(shelf: Shelf, name: string): Promise<void> {
  shelf.log('snapshots are gone', [name]);
  await note(
    shelf,
    shelf.known.filter((one) => one.name !== name),
  );
}

/** Takes a snapshot off the list when its file is not there any more; else it counts as damaged. */
async function noteUnread(shelf: Shelf, name: string, error: unknown): Promise<'gone' | 'damaged'> {
  if (systemCode(error) === 'ENOENT') {
    await noteGone(shelf, name);
    return 'gone';
  }
  shelf.log('snapshot damaged', { name, error });
  await noteOne(shelf, name, { damaged: true });
  return 'damaged';
}

/** A snapshot on the way of being read. */
interface Reading {
  readonly commits: AsyncGenerator<NumberedCommit>;
  /** The commit that did not fit the last answer. */
  readonly next: NumberedCommit | null;
  readonly idle: NodeJS.Timeout;
}

function readerOver(shelf: Shelf): Snapshots['read'] {
  // By what is asked next. A reading that is under way is not among them.
  const readings = new Map<string, Reading>();

  const resume = (name: string, after: number): Pick<Reading, 'commits' | 'next'> => {
    const key = `${name} ${after}`;
    const reading = readings.get(key);
    readings.delete(key);
    clearTimeout(reading?.idle);
    return reading ?? { commits: commitsOf(shelf.disk, pathOf(shelf, name)), next: null };
  };
  const rest = (name: string, after: number, reading: Pick<Reading, 'commits' | 'next'>): void => {
    const key = `${name} ${after}`;
    const idle = setTimeout(() => {
      readings.delete(key);
      void reading.commits.return(undefined);
    }, IDLE_MS);
    idle.unref();
    readings.set(key, { ...reading, idle });
  };

  return async (name, after) => {
    const snapshot = find(shelf, name);
    if (snapshot === undefined) return err({ type: 'gone' });
    const { commits, next } = resume(name, after);
    const answer: Commit[] = [];
    let last = after;
    let bytes = 0;
    try {
      for (
        let one = next ?? (await following(commits));
        one !== null;
        one = await following(commits)
      ) {
        if (one.n <= after) continue;
        if (bytes > 0 && bytes + one.bytes > ANSWER_BYTES) {
          rest(name, last, { commits, next: one });
          return ok({ commits: answer, last, end: false });
        }
        answer.push(one.commit);
        last = one.n;
        bytes += one.bytes;
      }
      if (last < snapshot.last) throw new Error(`${name} ends at ${last}`);
      return ok({ commits: answer, last, end: true });
    } catch (error) {
      await commits.return(undefined);
      const why = await noteUnread(shelf, name, error);
      return err(why === 'gone' ? { type: 'gone' } : { type: 'damaged', at: last + 1 });
    }
  };
}

async function following(commits: AsyncGenerator<NumberedCommit>): Promise<NumberedCommit | null> {
  const { value, done } = await commits.next();
  return done === true ? null : value;
}

async function* rescue(
  shelf: Shelf,
  deskId: string,
  numbers: readonly number[],
): ReturnType<Rescue> {
  const wanted = new Set(numbers);
  const newest = Math.max(0, ...wanted);
  for (const snapshot of shelf.known) {
    if (snapshot.deskId !== deskId) continue;
    const found: NumberedCommit[] = [];
    try {
      for await (const one of commitsOf(shelf.disk, pathOf(shelf, snapshot.name))) {
        if (wanted.has(one.n)) found.push(one);
        if (one.n >= newest) break;
      }
    } catch (error) {
      await noteUnread(shelf, snapshot.name, error);
    }
    yield found;
  }
}
