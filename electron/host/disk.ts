import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import type { CallFailure } from '../../shared/contract/index.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';

/** The file-system calls that keep data, in one place so that tests can make any of them fail. */
export type Disk = Pick<
  typeof fs,
  'mkdir' | 'open' | 'readdir' | 'realpath' | 'rename' | 'rm' | 'stat' | 'statfs'
>;

export const realDisk: Disk = fs;

const CHUNK_BYTES = 1024 * 1024;

export type WriteFailure = CallFailure<'writeSettings'>;

/** The system's error code (`ENOSPC`), or null when the error is none of the system's. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null;
}

/** What was good a moment ago is not any more: the medium is to blame, as where it refuses to read. */
export const broken = (message: string): Error =>
  Object.assign(new Error(message), { code: 'EIO' });

/** Runs what writes; the system's refusals come back as a failure naming `name`, bugs still throw. */
export async function attemptWrite<T>(
  name: string,
  write: () => Promise<T>,
): Promise<Result<T, WriteFailure>> {
  try {
    return ok(await write());
  } catch (error) {
    const code = systemCode(error);
    if (code === null) throw error;
    if (code === 'ENOSPC' || code === 'EDQUOT') return err({ type: 'diskFull' });
    return err({ type: 'cannotWrite', name });
  }
}

/** Writes all bytes from `position` on: one call of the system may write less than it was given. */
export async function writeAll(
  handle: fs.FileHandle,
  bytes: Uint8Array,
  position: number,
): Promise<void> {
  let done = 0;
  while (done < bytes.byteLength) {
    const { bytesWritten } = await handle.write(
      bytes,
      done,
      bytes.byteLength - done,
      position + done,
    );
    done += bytesWritten;
  }
}

/** Reads `length` bytes from `from` on, or fewer where the file ends. */
export async function readRange(
  disk: Disk,
  path: string,
  from: number,
  length: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const handle = await disk.open(path, 'r');
  try {
    const bytes = new Uint8Array(length);
    let done = 0;
    while (done < length) {
      const { bytesRead } = await handle.read(bytes, done, length - done, from + done);
      if (bytesRead === 0) break;
      done += bytesRead;
    }
    return bytes.subarray(0, done);
  } finally {
    await handle.close();
  }
}

export async function readWhole(disk: Disk, path: string): Promise<Uint8Array> {
  const handle = await disk.open(path, 'r');
  try {
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** A file from its start, piece by piece. */
export async function* fileChunks(disk: Disk, path: string): AsyncGenerator<Uint8Array> {
  const handle = await disk.open(path, 'r');
  try {
    for (let at = 0; ; ) {
      // A piece may still be on its way when the next one is read, so that each has its own room.
      const bytes = new Uint8Array(CHUNK_BYTES);
      const { bytesRead } = await handle.read(bytes, 0, bytes.byteLength, at);
      if (bytesRead === 0) return;
      at += bytesRead;
      yield bytes.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

/** SHA-256 of bytes as they come, in hex. */
export async function sha256Of(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex');
}

/** Names in a folder, in order; none when it is not there. */
export async function namesIn(disk: Disk, folder: string): Promise<readonly string[]> {
  try {
    return (await disk.readdir(folder)).sort();
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  }
}

export async function sizeOf(disk: Disk, path: string): Promise<number> {
  const handle = await disk.open(path, 'r');
  try {
    return (await handle.stat()).size;
  } finally {
    await handle.close();
  }
}

/** Makes names in the folder (new, renamed, removed files) survive a power cut. */
export async function syncFolder(disk: Disk, folder: string): Promise<void> {
  // Windows has no fsync of a folder; NTFS journals names by itself.
  if (process.platform === 'win32') return;
  const handle = await disk.open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    // Some network folders cannot do that, and have no other way to offer.
    if (systemCode(error) !== 'EINVAL') throw error;
  } finally {
    await handle.close();
  }
}
