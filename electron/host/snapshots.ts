import { dirname } from 'node:path';
import { type Tally, tallyDifference } from '../../shared/commits/tally.ts';
import type {
  CallFailure,
  CallOutput,
  Snapshot,
  SnapshotReason,
} from '../../shared/contract/index.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { takingTurns } from '../../shared/core/turns.ts';
import type { JournalSource } from './archive-messages.ts';
import type { Archiver } from './archiver.ts';
import { attemptWrite, syncFolder } from './disk.ts';
import type { Job } from './jobs.ts';
import type { Rescue } from './mending.ts';
import { isProtective, outdated } from './retention.ts';
import { readerOver, rescue } from './snapshot-reading.ts';
import {
  find,
  type KnownSnapshot,
  nameOf,
  newestFirst,
  note,
  noteOne,
  openShelf,
  pathOf,
  presentPath,
  type Shelf,
  type ShelfOptions,
} from './snapshot-shelf.ts';

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

interface SnapshotsOptions extends ShelfOptions {
  /** Holds the attachments, which snapshots name. */
  readonly filesFolder: string;
  readonly archiver: Pick<Archiver, 'pack'>;
  readonly appVersion: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
}

/** What the functions here work on. */
type Taking = SnapshotsOptions & Shelf;

/** Opens the folder of snapshots. Without a folder there are none; a start never fails over them. */
export async function openSnapshots(options: SnapshotsOptions): Promise<Snapshots> {
  const shelf: Taking = { ...options, ...(await openShelf(options)) };
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

/** A journal that lost its end and grew again has other commits under the same numbers. */
const differs = (left: Tally | null, right: Tally | null): boolean =>
  left !== null && right !== null && tallyDifference(left, right).length > 0;

async function take(
  shelf: Taking,
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
async function retain(shelf: Taking, taken: KnownSnapshot): Promise<void> {
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

async function prove(shelf: Taking, name: string, tally: Tally): ReturnType<Snapshots['prove']> {
  const snapshot = find(shelf, name);
  if (snapshot === undefined) return err({ type: 'gone' });
  const differs = snapshot.tally === null ? null : tallyDifference(snapshot.tally, tally);
  const proven = differs?.length === 0;
  if (!proven) shelf.log('snapshot not proven', { name, differs });
  await noteOne(shelf, name, { provenAt: proven ? shelf.now() : null });
  return ok({ proven });
}
