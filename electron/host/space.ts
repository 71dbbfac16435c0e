import { join } from 'node:path';
import type { VaultState } from '../../shared/contract/index.ts';
import { type Disk, systemCode } from './disk.ts';

/**
 * A full disk has emptied databases whole (electron/electron#41877), so the desk stops being
 * written while there is still room: for itself, and for a browser that copies its database.
 */
const LEAST_BYTES = 500 * 1024 * 1024;
const DATABASE_TIMES = 3;
/** The size of the database changes slowly, and walking its folder is not free. */
const SIZE_AGE_MS = 10 * 60 * 1000;

export interface Space {
  readonly current: () => Promise<VaultState['space']>;
}

interface SpaceOptions {
  readonly disk: Disk;
  readonly dataFolder: string;
  /** The folder of the browser's databases; null when it is not known. */
  readonly storageFolder: string | null;
  /** Bytes that must stay free; null for what is right for the size of the database. */
  readonly minFreeBytes: number | null;
  readonly now: () => number;
}

/** Tells how much room there is where the data folder is. A disk that does not say has enough. */
export function createSpace(options: SpaceOptions): Space {
  const { disk, dataFolder, storageFolder, minFreeBytes, now } = options;
  let measured: { readonly bytes: number; readonly at: number } | null = null;
  const databaseBytes = async (): Promise<number> => {
    if (storageFolder === null) return 0;
    if (measured === null || Math.abs(now() - measured.at) > SIZE_AGE_MS) {
      measured = { bytes: await bytesIn(disk, storageFolder), at: now() };
    }
    return measured.bytes;
  };
  return {
    current: async () => {
      const needed =
        minFreeBytes ?? Math.max(LEAST_BYTES, DATABASE_TIMES * (await databaseBytes()));
      try {
        const { bavail, bsize } = await disk.statfs(dataFolder);
        return { free: bavail * bsize, needed };
      } catch (error) {
        if (systemCode(error) === null) throw error;
        return { free: Number.MAX_SAFE_INTEGER, needed };
      }
    },
  };
}

/** Bytes of the files in a folder and below; what goes away meanwhile does not count. */
async function bytesIn(disk: Disk, folder: string): Promise<number> {
  const entries = await ifThere(() => disk.readdir(folder, { withFileTypes: true }));
  let bytes = 0;
  for (const entry of entries ?? []) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) bytes += await bytesIn(disk, path);
    else bytes += (await ifThere(() => disk.stat(path)))?.size ?? 0;
  }
  return bytes;
}

async function ifThere<T>(task: () => Promise<T>): Promise<T | null> {
  try {
    return await task();
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return null;
  }
}
