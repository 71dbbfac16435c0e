import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Disk, syncFolder, systemCode, writeAll } from './disk.ts';

/** Files that an interrupted write left behind carry this ending. */
export const UNFINISHED = '.unfinished';

const RENAME_TRIES = 10;

/**
 * Writes a file so that at any moment, also after a power cut, either the old one or the new one
 * is there whole. Throws the system's error; then the old file is untouched.
 */
export async function writeFileAtomically(
  disk: Disk,
  path: string,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<void> {
  const folder = dirname(path);
  const unfinished = join(folder, `.${randomUUID()}${UNFINISHED}`);
  try {
    const handle = await disk.open(unfinished, 'wx');
    try {
      let position = 0;
      for await (const chunk of chunks) {
        await writeAll(handle, chunk, position);
        position += chunk.byteLength;
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    await renamePatiently(disk, unfinished, path);
  } catch (error) {
    await disk.rm(unfinished, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(disk, folder);
}

/** On Windows a virus scanner may hold either file for a moment. */
async function renamePatiently(disk: Disk, from: string, to: string): Promise<void> {
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
