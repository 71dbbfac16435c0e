import { createHash, type Hash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { CallFailure, CallOutput } from '../../shared/contract/index.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { type InTurn, takingTurns } from '../../shared/core/turns.ts';
import { attemptWrite, type Disk, systemCode, type WriteFailure, writeAll } from './disk.ts';

/** A file that has come over whole; its bytes are on the disk (fsync). */
export interface WholeUpload {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 of what was received, in hex. */
  readonly hash: string;
}

export interface Uploads {
  readonly begin: (input: {
    readonly size: number;
  }) => Promise<Result<CallOutput<'beginUpload'>, WriteFailure>>;
  readonly piece: (input: {
    readonly upload: string;
    readonly at: number;
    readonly bytes: Uint8Array;
  }) => Promise<Result<CallOutput<'uploadPiece'>, CallFailure<'uploadPiece'>>>;
  readonly drop: (input: {
    readonly upload: string;
  }) => Promise<Result<CallOutput<'dropUpload'>, never>>;
  /** The file of an upload once all its bytes are here; until then, and when dropped, `gone`. */
  readonly whole: (upload: string) => Promise<Result<WholeUpload, CallFailure<'keepFile'>>>;
}

interface UploadsOptions {
  readonly disk: Disk;
  /** Holds what is under way, and is emptied at start. */
  readonly folder: string;
  /** How many bytes may be written before too little would be left for the desk itself. */
  readonly room: () => Promise<number>;
}

interface Upload {
  readonly path: string;
  readonly size: number;
  readonly hash: Hash;
  received: number;
  /** In hex, once whole and on the disk. */
  digest: string | null;
  /** Pieces go one after another. */
  readonly inTurn: InTurn;
}

const GONE = { type: 'gone' } as const;

/**
 * Files on their way from the page to the computer, in pieces. What was not finished in the last
 * launch is removed; nothing here is an acknowledged part of the desk.
 */
export async function createUploads(options: UploadsOptions): Promise<Uploads> {
  const { disk, folder, room } = options;
  const uploads = new Map<string, Upload>();
  await ignoringTheSystem(() => disk.rm(folder, { recursive: true, force: true }));

  async function drop(upload: string): Promise<void> {
    const known = uploads.get(upload);
    if (!known) return;
    uploads.delete(upload);
    await known.inTurn(() => ignoringTheSystem(() => disk.rm(known.path, { force: true })));
  }

  return {
    begin: async ({ size }) => {
      if (size > (await room())) return err({ type: 'diskFull' });
      const upload = randomUUID();
      const path = join(folder, upload);
      const made = await attemptWrite(folder, async () => {
        await disk.mkdir(folder, { recursive: true });
        await (await disk.open(path, 'wx')).close();
      });
      if (!made.ok) return made;
      const hash = createHash('sha256');
      uploads.set(upload, { path, size, hash, received: 0, digest: null, inTurn: takingTurns() });
      return ok({ upload });
    },
    piece: async ({ upload, at, bytes }) => {
      const known = uploads.get(upload);
      if (!known) return err(GONE);
      const written = await known.inTurn(async () => {
        // Out of order or more than announced: what would come of it is not the file.
        if (at !== known.received || at + bytes.byteLength > known.size) return err(GONE);
        return attemptWrite(folder, () => addPiece(disk, known, bytes));
      });
      if (!written.ok) {
        await drop(upload);
        return written;
      }
      return ok({});
    },
    drop: async ({ upload }) => {
      await drop(upload);
      return ok({});
    },
    whole: async (upload) => {
      const known = uploads.get(upload);
      if (!known) return err(GONE);
      const { path, size } = known;
      if (known.received !== size) return err(GONE);
      const synced = await known.inTurn(() => attemptWrite(folder, () => syncFile(disk, path)));
      // After a failed fsync the system may have dropped what it held: a second try proves nothing.
      if (!synced.ok) {
        await drop(upload);
        return synced;
      }
      known.digest ??= known.hash.digest('hex');
      return ok({ path, size, hash: known.digest });
    },
  };
}

async function addPiece(disk: Disk, upload: Upload, bytes: Uint8Array): Promise<void> {
  const handle = await disk.open(upload.path, 'r+');
  try {
    await writeAll(handle, bytes, upload.received);
  } finally {
    await handle.close();
  }
  upload.hash.update(bytes);
  upload.received += bytes.byteLength;
}

async function syncFile(disk: Disk, path: string): Promise<void> {
  const handle = await disk.open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Clearing away what nobody needs may fail: it is tried again at the next start. */
async function ignoringTheSystem(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (systemCode(error) === null) throw error;
  }
}
