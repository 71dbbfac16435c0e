import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { z } from 'zod';
import { ok, type Result } from '../../shared/core/result.ts';
import { type Disk, readWhole, syncFolder, systemCode, writeAll } from './disk.ts';

/** Files that an interrupted write left behind carry this ending. */
export const UNFINISHED = '.unfinished';

const RENAME_TRIES = 10;
/** What has not reached a slow disk yet is never more than this, so that no call takes long. */
const SYNC_BYTES = 16 * 1024 * 1024;

/**
 * Writes a file so that at any moment, also after a power cut, either the old one or the new one
 * is there whole. Throws the system's error; then the old file is untouched.
 */
export async function writeFileAtomically(
  disk: Disk,
  path: string,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<void> {
  await placeAtomically(disk, path, async (unfinished) => {
    const handle = await disk.open(unfinished, 'wx');
    try {
      let position = 0;
      let synced = 0;
      for await (const chunk of chunks) {
        await writeAll(handle, chunk, position);
        position += chunk.byteLength;
        if (position - synced < SYNC_BYTES) continue;
        await handle.sync();
        synced = position;
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    return ok(null);
  });
}

/**
 * The same for a file or folder that `write` makes, under a name of its own beside the place, and
 * syncs. When it answers a failure nothing is placed.
 */
export async function placeAtomically<T, E>(
  disk: Disk,
  path: string,
  write: (unfinished: string) => Promise<Result<T, E>>,
): Promise<Result<T, E>> {
  const folder = dirname(path);
  const unfinished = join(folder, `.${randomUUID()}${UNFINISHED}`);
  const remove = () => disk.rm(unfinished, { recursive: true, force: true }).catch(() => undefined);
  let written: Result<T, E>;
  try {
    written = await write(unfinished);
    if (written.ok) await renamePatiently(disk, unfinished, path);
  } catch (error) {
    await remove();
    throw error;
  }
  if (written.ok) await syncFolder(disk, folder);
  else await remove();
  return written;
}

/** On Windows a virus scanner may hold either file for a moment. */
export async function renamePatiently(disk: Disk, from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await disk.rename(from, to);
      return;
    } catch (error) {
      const code = systemCode(error);
      const passing = code === 'EPERM' || code === 'EBUSY' || code === 'EACCES';
      if (!passing || attempt === RENAME_TRIES) throw error;
      await wait(10 * attempt);
    }
  }
}

/** Writes a small JSON file as `writeFileAtomically` does. */
export function writeJsonFile(disk: Disk, path: string, value: unknown): Promise<void> {
  return writeFileAtomically(disk, path, [Buffer.from(`${JSON.stringify(value, null, 2)}\n`)]);
}

/** What a small JSON file says; null when it is not there, not readable or not of that form. */
export async function readJsonFile<T>(
  disk: Disk,
  path: string,
  schema: z.ZodType<T>,
): Promise<T | null> {
  try {
    const bytes = await readWhole(disk, path);
    return schema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    return null;
  }
}
