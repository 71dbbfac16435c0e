import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort, launchBrowserWindow } from '../e2e/support/browser-window.ts';
import type { LaunchPlace } from '../e2e/support/runtime.ts';
import {
  type Chance,
  type Counts,
  chanceOf,
  noCounts,
  nothingWrong,
  report,
  rounds,
} from './support/rounds.ts';

/** The built app in a real browser, whose databases are damaged while it is not running. */

const READY_MS = 90_000;

let home: string;
let place: LaunchPlace;
let port: number;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'transfer-desk-profile-'));
  place = {
    dist: join(import.meta.dirname, '../../dist'),
    dataFolder: join(home, 'data'),
    saveFolder: join(home, 'Downloads'),
    locale: 'zh-CN',
    demo: true,
  };
  mkdirSync(place.saveFolder);
  // Another port would be another origin, and so other databases.
  port = await freePort();
});
afterAll(() => rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));

/** What the open desk's database says and what its tables hold. */
interface Held {
  readonly database: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly tally: Readonly<Record<string, { readonly count: number }>>;
  /** Whether an earlier start had read it, and marked it: a database that was built anew is not. */
  readonly marked: boolean;
}

/** Starts the app, waits until the desk is there and all is kept, reads it, and ends the app. */
async function startAndRead(): Promise<Held> {
  const app = await launchBrowserWindow(place, port);
  try {
    const broken = app.page.getByText('请关闭这个窗口，再打开一次程序');
    const ready = app.page.locator('[data-save=saved]');
    await ready.or(broken).first().waitFor({ timeout: READY_MS });
    if (await broken.isVisible()) {
      await app.close();
      return await startAndRead();
    }
    // The demo records come in a moment after the desk does.
    for (let tries = 1; ; tries += 1) {
      const held = await app.page.evaluate(readTables);
      if (tries === 20 || (held.tally.deal && isWhole(held, held))) {
        await app.page.evaluate(markDatabase, held.database);
        return held;
      }
      await wait(500);
    }
  } catch (error) {
    const shown = await app.page.locator('body').innerText();
    throw new Error(`the desk does not open, but shows: ${shown.slice(0, 500)}`, { cause: error });
  } finally {
    await app.close();
  }
}

/** Runs in the page, past all of the app: reads its newest database by hand. */
async function readTables(): Promise<Held> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const names = (await indexedDB.databases()).flatMap(({ name }) =>
    name?.startsWith('desk-') ? [name] : [],
  );
  const generation = (name: string): number => Number(name.split('.')[1] ?? 0);
  const [database = ''] = names.sort((a, b) => generation(b) - generation(a));
  const open = await done(indexedDB.open(database));
  const transaction = open.transaction([...open.objectStoreNames], 'readonly');
  const row: unknown = await done(transaction.objectStore('meta').get('tally'));
  const counts: Record<string, number> = {};
  for (const name of open.objectStoreNames) {
    counts[name] = await done(transaction.objectStore(name).count());
  }
  const mark: unknown = await done(transaction.objectStore('meta').get('mark'));
  open.close();
  const { value: tally } = row as { value: Held['tally'] };
  return { database, counts, tally, marked: mark !== undefined };
}

/** Runs in the page: leaves a sign that no rebuild carries over. */
async function markDatabase(name: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction('meta', 'readwrite', { durability: 'strict' });
      transaction.objectStore('meta').put({ key: 'mark', value: 1 });
      transaction.onerror = () => reject(transaction.error);
      transaction.oncomplete = () => {
        database.close();
        resolve();
      };
    };
  });
}

/** Whether the tables hold what was there at first, and nothing waits to be sent. */
function isWhole({ counts, tally }: Held, first: Held): boolean {
  const kinds = Object.entries(first.tally);
  return (
    isDeepStrictEqual(tally, first.tally) &&
    kinds.every(([kind, { count }]) => counts[kind] === count) &&
    counts.outbox === 0
  );
}

const storage = () => join(place.dataFolder, 'browser-profile/Default/IndexedDB');

/** Files of the databases, the large ones too; not the lock, which holds nothing. */
function storageFiles(): readonly string[] {
  return readdirSync(storage(), { recursive: true, encoding: 'utf8' })
    .map((name) => join(storage(), name))
    .filter((path) => statSync(path).isFile() && !path.endsWith('LOCK'));
}

/** Starts the app and ends all of it at some moment of its start. */
async function startAndKill(afterMs: number): Promise<void> {
  const app = await launchBrowserWindow(place, port);
  await wait(afterMs);
  await app.kill();
}

const sizesOf = (files: readonly string[]): string =>
  files.map((path) => `${basename(path)} ${statSync(path).size}`).join(', ');

type Damage = (files: readonly string[], chance: Chance) => Promise<void>;

const one = (files: readonly string[], chance: Chance): string => files[chance(files.length)] ?? '';

const GARBLED = 'the first file that is read garbled';

const damages: Readonly<Record<string, Damage>> = {
  'all deleted': async () => rm(storage(), { recursive: true }),
  [GARBLED]: async (files) => {
    const path = files.find((file) => basename(file) === 'CURRENT');
    if (path !== undefined) await writeFile(path, 'garbled');
  },
  'a bit turned': async (files, chance) => {
    const path = one(files, chance);
    const bytes = await readFile(path);
    const at = chance(bytes.byteLength);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << chance(8));
    await writeFile(path, bytes);
  },
  'a file cut off': async (files, chance) => {
    const path = one(files, chance);
    await truncate(path, chance(statSync(path).size + 1));
  },
  'a file deleted': async (files, chance) => rm(one(files, chance)),
  'two files swapped': async (files, chance) => {
    const [left, right] = [one(files, chance), one(files, chance)];
    if (left === right) return;
    await rename(left, `${left}.aside`);
    await rename(right, left);
    await rename(`${left}.aside`, right);
  },
  'a stretch of zeros': async (files, chance) => {
    const path = one(files, chance);
    const bytes = await readFile(path);
    const from = chance(bytes.byteLength);
    await writeFile(path, bytes.fill(0, from, Math.min(from + 4096, bytes.byteLength)));
  },
};

test('a damaged profile of the browser costs nothing, and a sound one is left alone', async () => {
  const first = await startAndRead();
  expect(isWhole(first, first)).toBe(true);
  expect(Object.keys(first.tally).length).toBeGreaterThan(5);

  const normal = noCounts();
  for (let round = 0; round < rounds(1, 50); round += 1) {
    const held = await startAndRead();
    count(normal, held, first);
    if (!held.marked) normal.falseAlarms += 1;
  }
  expect(report('normal starts of the app', normal)).toEqual(nothingWrong);

  const damaged = noCounts();
  const chance = chanceOf(5);
  const kinds = Object.entries(damages);
  // The profile as it was, so that damage does not only meet what was just rebuilt.
  const kept = join(home, 'kept');
  cpSync(storage(), kept, { recursive: true });
  for (let round = 0; round < rounds(3, 100); round += 1) {
    const [name, damage] = kinds[round % kinds.length] ?? [];
    if (round % 2 === 0) {
      rmSync(storage(), { recursive: true, force: true });
      cpSync(kept, storage(), { recursive: true });
    }
    const before = sizesOf(storageFiles());
    await damage?.(storageFiles(), chance);
    const held = await startAndRead().catch((error: unknown) => {
      const after = sizesOf(storageFiles());
      throw new Error(`round ${round}, ${name}: ${before} are ${after}`, { cause: error });
    });
    count(damaged, held, first);
    if (!held.marked) damaged.detected += 1;
    // What is surely felt; other damage may lie where nothing is read.
    if (['all deleted', GARBLED].includes(name ?? '')) expect(held.marked, name).toBe(false);
    expect(damaged, `round ${round}: ${name}`).toMatchObject(nothingWrong);
  }
  expect(report('damaged databases of the browser', damaged)).toEqual(nothingWrong);

  const killed = noCounts();
  for (let round = 0; round < rounds(1, 30); round += 1) {
    rmSync(storage(), { recursive: true, force: true });
    await startAndKill(chance(1_500));
    count(killed, await startAndRead(), first);
    expect(killed, `round ${round}`).toMatchObject(nothingWrong);
  }
  expect(report('kill -9 while the database is built anew', killed)).toEqual(nothingWrong);
});

function count(counts: Counts, held: Held, first: Held): void {
  counts.rounds += 1;
  const kept = Object.values(first.tally).reduce((sum, { count }) => sum + count, 0);
  counts.acknowledged += kept;
  if (isWhole(held, first)) return;
  const found = Object.keys(first.tally).reduce((sum, kind) => sum + (held.counts[kind] ?? 0), 0);
  counts.lost += Math.max(1, kept - found);
}
