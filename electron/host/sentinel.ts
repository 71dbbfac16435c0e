import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Capabilities, VaultState } from '../../shared/contract/index.ts';
import { ok, type Result } from '../../shared/core/result.ts';
import { takingTurns } from '../../shared/core/turns.ts';
import { readJsonFile, writeJsonFile } from './atomic-file.ts';
import { attemptWrite, type Disk, systemCode, type WriteFailure } from './disk.ts';

/**
 * What the vault notes of those who wrote it, to be compared at the next start: the newest version
 * of the app, and for each runtime the form in which its browser kept its databases, or that they
 * could not be opened any more.
 */
const sentinelSchema = z.object({
  appVersion: z.string().nullable(),
  storage: z.object({ electron: z.string().optional(), browser: z.string().optional() }),
  broken: z.array(z.enum(['electron', 'browser'])).default([]),
});
type Noted = z.output<typeof sentinelSchema>;

/** The version before there was a sentinel. */
const BEFORE_SENTINELS = '0.1.0';

export interface Sentinel {
  /** The newest version of the app that wrote here; null before the first. */
  readonly appVersion: () => string | null;
  readonly storage: () => Promise<VaultState['storage']>;
  /** The browser cannot open its databases: the next start of this runtime sets them aside. */
  readonly storageBroken: () => Promise<Result<null, WriteFailure>>;
  /** This app is about to write. Where that cannot be noted, it writes all the same. */
  readonly writes: () => Promise<void>;
  /** Notes how things are at the end of a launch. */
  readonly close: () => Promise<void>;
}

interface SentinelOptions {
  readonly disk: Disk;
  readonly folder: string;
  readonly runtime: Capabilities['runtime'];
  readonly appVersion: string;
  /** The folder of the browser's databases; null when it is not known. */
  readonly storageFolder: string | null;
  /** Whether the vault holds commits already. */
  readonly written: boolean;
  readonly now: () => number;
  readonly log: (event: string, detail: unknown) => void;
}

/** Opens the sentinel. Databases that could not be opened are set aside now, before any page is. */
export async function openSentinel(options: SentinelOptions): Promise<Sentinel> {
  const { disk, folder, runtime, appVersion, storageFolder, written } = options;
  const path = join(folder, 'sentinel.json');
  let noted: Noted = (await readJsonFile(disk, path, sentinelSchema)) ?? {
    appVersion: written ? BEFORE_SENTINELS : null,
    storage: {},
    broken: [],
  };
  const before = noted.storage[runtime];
  // In turns: what is noted next builds upon what was noted before.
  const inTurn = takingTurns();
  const note = (change: (noted: Noted) => Noted): Promise<Result<void, WriteFailure>> =>
    inTurn(async () => {
      const next = change(noted);
      if (isDeepStrictEqual(next, noted)) return ok(undefined);
      const done = await attemptWrite(path, () => writeJsonFile(disk, path, next));
      if (done.ok) noted = next;
      return done;
    });
  if (noted.broken.includes(runtime) && storageFolder !== null) {
    const aside = `${storageFolder}-broken-${options.now()}`;
    const moved = await attemptWrite(storageFolder, () => disk.rename(storageFolder, aside));
    // Where it cannot be moved, the page will say again that it is broken.
    options.log('browser storage set aside', moved.ok ? aside : moved.error);
    await note((now) => ({ ...now, broken: now.broken.filter((one) => one !== runtime) }));
  }
  return {
    appVersion: () => noted.appVersion,
    storage: async () => {
      const form = await storageForm(disk, storageFolder);
      if (before === undefined || form === null) return 'first';
      return form === before ? 'same' : 'changed';
    },
    storageBroken: async () => {
      const done = await note((now) => ({
        ...now,
        broken: [...new Set([...now.broken, runtime])],
      }));
      return done.ok ? ok(null) : done;
    },
    writes: async () => {
      await note((now) => ({ ...now, appVersion: newestOf(now.appVersion, appVersion) }));
    },
    close: async () => {
      const form = await storageForm(disk, storageFolder);
      if (form === null) return;
      await note((now) => ({ ...now, storage: { ...now.storage, [runtime]: form } }));
    },
  };
}

const numerically = new Intl.Collator('en', { numeric: true });

/** The later of two versions `major.minor.patch`. */
function newestOf(one: string | null, other: string): string {
  return one !== null && numerically.compare(one, other) > 0 ? one : other;
}

/**
 * How Chromium keeps its databases in a profile: LevelDB in folders `<origin>.indexeddb.leveldb`,
 * SQLite in folders `<origin>` (seen in Chromium 156). Null when there are none.
 */
async function storageForm(disk: Disk, folder: string | null): Promise<string | null> {
  if (folder === null) return null;
  let names: readonly string[];
  try {
    names = await disk.readdir(folder);
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return null;
  }
  const levelDb = names.some((name) => name.endsWith('.indexeddb.leveldb'));
  const sqlite = names.some((name) => !name.includes('.indexeddb.'));
  const forms = [levelDb ? 'leveldb' : '', sqlite ? 'sqlite' : ''].filter((form) => form !== '');
  return forms.length > 0 ? forms.join(' and ') : null;
}
