import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import type { CallFailure, CallOutput } from '../../shared/contract/index.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { takingTurns } from '../../shared/core/turns.ts';
import { renamePatiently, writeFileAtomically } from './atomic-file.ts';
import { contentPath, type NotGood, type Retrieve, verified, whyUnread } from './contents.ts';
import {
  attemptWrite,
  type Disk,
  fileChunks,
  readRange,
  syncFolder,
  type WriteFailure,
} from './disk.ts';
import type { Uploads } from './uploads.ts';

/** A kept file whose bytes were just found to be what they should be. */
export interface KeptFile {
  /** Bytes. */
  readonly size: number;
  /** Reads it from the start, piece by piece; throws when it changes meanwhile. */
  readonly bytes: () => AsyncIterable<Uint8Array>;
}

export interface FileStore {
  /** Keeps an uploaded file durably under its hash; what is there already and good stays. */
  readonly keep: (input: {
    readonly upload: string;
  }) => Promise<Result<CallOutput<'keepFile'>, CallFailure<'keepFile'>>>;
  /** Keeps bytes that shall have that hash, as a backup brings them; `altered` when they do not. */
  readonly add: (
    hash: string,
    bytes: AsyncIterable<Uint8Array>,
  ) => Promise<Result<null, WriteFailure | { readonly type: 'altered' }>>;
  readonly read: (input: {
    readonly hash: string;
    readonly from: number;
    readonly count: number;
  }) => Promise<Result<CallOutput<'readFile'>, NotGood>>;
  /** A kept file to be copied whole: a backup, a second place, a program of the system. */
  readonly open: (hash: string) => Promise<Result<KeptFile, NotGood>>;
  readonly check: (input: {
    readonly hashes: readonly string[];
  }) => Promise<Result<CallOutput<'checkFiles'>, never>>;
  /** For what was just found not to be good, though it may have been earlier in this launch. */
  readonly retrieve: Retrieve;
}

interface FileStoreOptions {
  readonly disk: Disk;
  /** Holds `<first two digits>/<hash>`. */
  readonly folder: string;
  readonly uploads: Uploads;
  /** A copy that is kept elsewhere of what is missing or altered here, not verified; null without. */
  readonly elsewhere: (hash: string) => Promise<AsyncIterable<Uint8Array> | null>;
}

/** Files that are read through at once: more only make the disk seek. */
const CHECKED_AT_ONCE = 2;

/** Reads files through and remembers, for this launch, which were good and have not been written since. */
function createVerifier(disk: Disk, folder: string) {
  const good = new Map<string, { readonly size: number; readonly mtimeMs: number }>();
  return {
    /** The file's size when it is what it should be. */
    verify: async (hash: string): Promise<Result<number, NotGood>> => {
      try {
        const { size, mtimeMs } = await disk.stat(contentPath(folder, hash));
        const seen = good.get(hash);
        if (seen?.size === size && seen.mtimeMs === mtimeMs) return ok(size);
        good.delete(hash);
        const read = await verified(disk, folder, hash);
        if (read.ok) good.set(hash, { size, mtimeMs });
        return read;
      } catch (error) {
        return err(whyUnread(error));
      }
    },
    forget: (hash: string): void => void good.delete(hash),
  };
}

/** Puts files in their places, each good and durable, one after another. */
function createKeeper({ disk, folder, elsewhere }: FileStoreOptions) {
  const { verify, forget } = createVerifier(disk, folder);
  // One after another, so that two of the same content do not meet.
  const inTurn = takingTurns();

  /** Has a file put in its place unless a good one is there, and makes its name durable. */
  async function place(hash: string, put: (path: string) => Promise<void>): Promise<void> {
    const path = contentPath(folder, hash);
    const there = await verify(hash);
    if (!there.ok) {
      await disk.mkdir(dirname(path), { recursive: true });
      await put(path);
      forget(hash);
    }
    // Also when it was there: an earlier try may have failed at just this.
    for (const one of [dirname(path), folder, dirname(folder)]) await syncFolder(disk, one);
  }

  const add: FileStore['add'] = (hash, bytes) =>
    inTurn(async () => {
      let asPromised = true;
      const kept = await attemptWrite(folder, () =>
        place(hash, async (path) => {
          try {
            await writeFileAtomically(disk, path, onlyIf(hash, bytes));
          } catch (error) {
            if (!(error instanceof NotAsPromised)) throw error;
            asPromised = false;
          }
        }),
      );
      if (!kept.ok) return kept;
      return asPromised ? ok(null) : err({ type: 'altered' });
    });

  /** The size of a good file, which may have to be fetched. */
  async function findGood(hash: string): Promise<Result<number, NotGood>> {
    const here = await verify(hash);
    if (here.ok) return here;
    const copy = await elsewhere(hash);
    return copy !== null && (await add(hash, copy)).ok ? verify(hash) : here;
  }

  const retrieve: Retrieve = async (hashes) => {
    let any = false;
    for (const hash of hashes) {
      forget(hash);
      any = (await findGood(hash)).ok || any;
    }
    return any;
  };

  return { inTurn, place, add, findGood, retrieve };
}

/**
 * The attachments' contents, each once, under the SHA-256 of what is in it. Nothing is ever
 * deleted: the log can bring back any record that names one. A file is read through and compared
 * with its hash before it is first given out in a launch, and again after it was written to. What
 * is not there or not good is taken from elsewhere when there is a good copy.
 */
export function createFileStore(options: FileStoreOptions): FileStore {
  const { disk, folder, uploads } = options;
  const { inTurn, place, add, findGood, retrieve } = createKeeper(options);
  return {
    keep: ({ upload }) =>
      inTurn(async () => {
        const whole = await uploads.whole(upload);
        if (!whole.ok) return whole;
        const { path: from, hash, size } = whole.value;
        const kept = await attemptWrite(folder, () =>
          place(hash, (path) => renamePatiently(disk, from, path)),
        );
        if (!kept.ok) return kept;
        await uploads.drop({ upload });
        return ok({ hash, size });
      }),
    add,
    retrieve,
    read: async ({ hash, from, count }) => {
      const good = await findGood(hash);
      if (!good.ok) return good;
      try {
        return ok({ bytes: await readRange(disk, contentPath(folder, hash), from, count) });
      } catch (error) {
        return err(whyUnread(error));
      }
    },
    open: async (hash) => {
      const good = await findGood(hash);
      if (!good.ok) return good;
      return ok({
        size: good.value,
        bytes: () => onlyIf(hash, fileChunks(disk, contentPath(folder, hash))),
      });
    },
    check: async ({ hashes }) => {
      const left = [...new Set(hashes)];
      const problems: CallOutput<'checkFiles'>['problems'] = [];
      const checkNext = async (): Promise<void> => {
        for (let hash = left.pop(); hash !== undefined; hash = left.pop()) {
          const good = await findGood(hash);
          if (!good.ok) problems.push({ hash, problem: good.error.type });
        }
      };
      await Promise.all(Array.from({ length: CHECKED_AT_ONCE }, checkNext));
      return ok({ problems });
    },
  };
}

/** Thrown out of a stream, which has no other way to say that it is not what it should be. */
class NotAsPromised extends Error {}

/** What came of copying a kept file; `altered` when it turned out to be that on the way. */
export async function orAltered<T, E>(
  copy: () => Promise<Result<T, E>>,
): Promise<Result<T, E | { readonly type: 'altered' }>> {
  try {
    return await copy();
  } catch (error) {
    if (error instanceof NotAsPromised) return err({ type: 'altered' });
    throw error;
  }
}

/** The same bytes; instead of an end it throws when they do not have the hash. */
async function* onlyIf(hash: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const actual = createHash('sha256');
  for await (const piece of bytes) {
    actual.update(piece);
    yield piece;
  }
  if (actual.digest('hex') !== hash) throw new NotAsPromised(hash);
}
