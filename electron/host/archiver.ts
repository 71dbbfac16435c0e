import { randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import type { Commit } from '../../shared/commits/commit.ts';
import type { Key } from '../../shared/contract/index.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { type ArchiveFacts, type Attachment, fileEntry, JOURNAL_ENTRY } from './archive.ts';
import {
  type Archived,
  type ArchiveFailure,
  type ArchiveTask,
  archiveReplySchema,
  type PackTask,
} from './archive-messages.ts';
import { placeAtomically } from './atomic-file.ts';
import type { Retrieve } from './contents.ts';
import { attemptWrite, broken, type Disk, fileChunks, sizeOf, type WriteFailure } from './disk.ts';
import type { HostChild } from './host-options.ts';
import type { Job } from './jobs.ts';
import { readerOf } from './journal-reader.ts';

export type Cancelled = { readonly type: 'cancelled' };
export type Damaged = { readonly type: 'damaged'; readonly at: number };

/** An archive that has been verified whole and laid out beside the vault, until `dispose`. */
export interface OpenedArchive {
  readonly facts: ArchiveFacts;
  readonly commits: () => AsyncIterable<Commit>;
  /** The attachments that came with it. */
  readonly files: readonly (Attachment & { readonly bytes: () => AsyncIterable<Uint8Array> })[];
  readonly dispose: () => Promise<void>;
}

export type OpenFailure = ArchiveFailure | Cancelled;

export interface Archiver {
  /**
   * Makes an archive as a file of that path, wholly and proven, or not at all. Where attachments
   * are not in it that should be, `retrieve` is asked for them; when it got some, it is made anew.
   */
  readonly pack: (
    plan: Omit<PackTask, 'type' | 'to'>,
    path: string,
    job: Job,
    retrieve?: Retrieve,
  ) => Promise<Result<Archived, WriteFailure | Damaged | Cancelled>>;
  /** Verifies a snapshot, a backup or a journal of 0.1.0, and opens it for reading. */
  readonly open: (
    path: string,
    key: Key | null,
    job: Job,
  ) => Promise<Result<OpenedArchive, OpenFailure>>;
}

interface ArchiverOptions {
  readonly disk: Disk;
  readonly spawn: () => HostChild;
  /** Where archives are laid out; emptied at start. */
  readonly folder: string;
  /** Number of the newest migration that this app knows. */
  readonly schema: number;
}

/** Packs and unpacks archives, each in a process of its own. */
export async function createArchiver(options: ArchiverOptions): Promise<Archiver> {
  const { disk, spawn, folder, schema } = options;
  await disk.rm(folder, { recursive: true, force: true }).catch(() => undefined);
  return {
    pack: async (plan, path, job, retrieve) => {
      const name = basename(path);
      const placed = await attemptWrite(name, () =>
        placeAtomically(disk, path, async (to) => {
          const once = () => inChild(spawn, { type: 'pack', ...plan, to }, job);
          const first = await once();
          const lacking = first.ok ? first.value.facts.leftOut.map(({ hash }) => hash) : [];
          if (lacking.length === 0 || !(await retrieve?.(lacking))) return first;
          await disk.rm(to);
          return once();
        }),
      );
      const packed = placed.ok ? placed.value : placed;
      return packed.ok ? packed : err(toPackFailure(packed.error, name));
    },
    open: async (path, key, job) => {
      const into = join(folder, randomUUID());
      const dispose = () => disk.rm(into, { recursive: true, force: true }).catch(() => undefined);
      const task = { type: 'unpack', path, key, knownSchema: schema, into } as const;
      const unpacked = await inChild(spawn, task, job);
      if (!unpacked.ok) {
        await dispose();
        return unpacked;
      }
      const { facts } = unpacked.value;
      return ok({
        facts,
        commits: () => commitsIn(disk, join(into, JOURNAL_ENTRY), facts.last),
        files: (facts.filesIncluded ? facts.files : []).map((file) => ({
          ...file,
          bytes: () => fileChunks(disk, join(into, fileEntry(file.hash))),
        })),
        dispose,
      });
    },
  };
}

/**
 * Packing reads what is this app's own: failures of foreign files would be bugs. `name` is what the
 * user knows the file by; the process that writes it has another one for it.
 */
function toPackFailure(failure: OpenFailure, name: string): WriteFailure | Damaged | Cancelled {
  switch (failure.type) {
    case 'cannotWrite':
      return { ...failure, name };
    case 'damaged':
    case 'diskFull':
    case 'cancelled':
      return failure;
    default:
      throw new Error(`packing failed: ${failure.type}`);
  }
}

async function* commitsIn(disk: Disk, path: string, last: number): AsyncGenerator<Commit> {
  const files = [{ path, first: 1, size: await sizeOf(disk, path) }];
  const read = readerOf({ files, last, edition: 0 }, disk);
  for (let after = 0; after < last; ) {
    const answer = await read(after);
    if (!answer.ok) throw broken(`${path} broke at ${answer.error.at} after it was verified`);
    yield* answer.value.commits;
    after = answer.value.last;
  }
}

/** Runs one task in a process, which ends with it, or with the job. */
function inChild(
  spawn: () => HostChild,
  task: ArchiveTask,
  job: Job,
): Promise<Result<Archived, OpenFailure>> {
  if (job.signal.aborted) return Promise.resolve(err({ type: 'cancelled' }));
  const child = spawn();
  const { promise, resolve } = Promise.withResolvers<Result<Archived, OpenFailure>>();
  const cancel = (): void => resolve(err({ type: 'cancelled' }));
  job.signal.addEventListener('abort', cancel, { once: true });
  child.onMessage((raw) => {
    const reply = archiveReplySchema.safeParse(raw).data;
    if (reply === undefined) resolve(err(died(task)));
    else if (reply.type === 'progress') job.report({ done: reply.done, total: reply.total });
    else if (reply.type === 'done') resolve(ok(reply.archived));
    else resolve(err(reply.why));
  });
  const ended = Promise.withResolvers<void>();
  child.onExit(() => {
    resolve(err(died(task)));
    ended.resolve();
  });
  child.post(task);
  return promise.finally(() => {
    job.signal.removeEventListener('abort', cancel);
    child.kill();
    // Until then it may hold the file that is to be renamed or removed.
    return ended.promise;
  });
}

/** Nothing else ends it unasked than the cap on its memory, or the system. */
const died = (task: ArchiveTask): ArchiveFailure =>
  task.type === 'pack'
    ? { type: 'cannotWrite', name: basename(task.to) }
    : { type: 'damaged', at: 0 };
