import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { realDisk } from '../../../electron/host/disk.ts';
import { openSentinel } from '../../../electron/host/sentinel.ts';
import { createSpace } from '../../../electron/host/space.ts';
import { faultyDisk, newFolder } from './support.ts';

const MB = 1024 * 1024;

/** One launch over a vault's folder. */
function launch(folder: string, changes: Partial<Parameters<typeof openSentinel>[0]> = {}) {
  return openSentinel({
    disk: realDisk,
    folder,
    runtime: 'electron',
    appVersion: '0.2.0',
    storageFolder: join(folder, 'IndexedDB'),
    written: false,
    now: () => 1,
    log: () => undefined,
    ...changes,
  });
}

describe('the version that wrote', () => {
  test('is the newest one, and none before the first commit', async () => {
    const folder = await newFolder();
    const first = await launch(folder);
    expect(first.appVersion()).toBeNull();
    await first.writes();
    expect(first.appVersion()).toBe('0.2.0');

    const newer = await launch(folder, { appVersion: '0.10.0', written: true });
    // Until it writes, the version before is known, to be kept in a snapshot.
    expect(newer.appVersion()).toBe('0.2.0');
    await newer.writes();
    const older = await launch(folder, { appVersion: '0.9.9', written: true });
    await older.writes();
    expect(older.appVersion()).toBe('0.10.0');
    expect((await launch(folder)).appVersion()).toBe('0.10.0');
  });

  test('is 0.1.0 where nobody noted it', async () => {
    const folder = await newFolder();
    await writeFile(join(folder, 'sentinel.json'), '{"app');
    expect((await launch(folder, { written: true })).appVersion()).toBe('0.1.0');
  });

  test('may not be noted on a disk that refuses, and is noted later', async () => {
    const folder = await newFolder();
    const { disk, failAt } = faultyDisk();
    const sentinel = await launch(folder, { disk });
    failAt(1, 'ENOSPC', true);
    await sentinel.writes();
    expect(sentinel.appVersion()).toBeNull();
    failAt(0);
    await sentinel.writes();
    expect((await launch(folder)).appVersion()).toBe('0.2.0');
  });
});

test('of two things noted at once neither is lost', async () => {
  const folder = await newFolder();
  const sentinel = await launch(folder);
  await Promise.all([sentinel.storageBroken(), sentinel.writes()]);
  const again = await launch(folder);
  expect(again.appVersion()).toBe('0.2.0');
  expect(await readFile(join(folder, 'sentinel.json'), 'utf8')).toContain('"broken": []');
});

describe('the form of the databases on the disk', () => {
  const levelDb = 'app_desk_0.indexeddb.leveldb';
  const sqlite = 'app_desk_0';

  async function withStorage(...names: string[]): Promise<string> {
    const folder = await newFolder();
    for (const name of names) await mkdir(join(folder, 'IndexedDB', name), { recursive: true });
    return folder;
  }

  test('is compared with the last launch of the same runtime', async () => {
    const folder = await withStorage(levelDb, 'app_desk_0.indexeddb.blob');
    const first = await launch(folder);
    expect(await first.storage()).toBe('first');
    await first.close();
    const second = await launch(folder);
    expect(await second.storage()).toBe('same');
    // The browser changes it when it opens its database, which is after the launch.
    await rm(join(folder, 'IndexedDB', levelDb), { recursive: true });
    await mkdir(join(folder, 'IndexedDB', sqlite));
    expect(await second.storage()).toBe('changed');
    expect(await (await launch(folder)).storage()).toBe('changed');
    expect(await (await launch(folder, { runtime: 'browser' })).storage()).toBe('first');
    await second.close();
    expect(await second.storage()).toBe('changed');
    expect(await (await launch(folder)).storage()).toBe('same');
  });

  test('is not compared where there are no databases: they are made anew', async () => {
    const folder = await withStorage(levelDb);
    await (await launch(folder)).close();
    await rm(join(folder, 'IndexedDB'), { recursive: true });
    const without = await launch(folder);
    expect(await without.storage()).toBe('first');
    await without.close();
    expect(await (await launch(folder, { storageFolder: null })).storage()).toBe('first');
    expect(await readFile(join(folder, 'sentinel.json'), 'utf8')).toContain('leveldb');
  });

  test('of the two forms at once is another form', async () => {
    const folder = await withStorage(levelDb);
    await (await launch(folder)).close();
    await mkdir(join(folder, 'IndexedDB', sqlite));
    expect(await (await launch(folder)).storage()).toBe('changed');
  });
});

describe('room on the disk', () => {
  async function aSpace(changes: Partial<Parameters<typeof createSpace>[0]> = {}) {
    const dataFolder = await newFolder();
    const storageFolder = join(dataFolder, 'IndexedDB');
    const options = { disk: realDisk, dataFolder, storageFolder, minFreeBytes: null };
    return { space: createSpace({ ...options, now: () => 0, ...changes }), storageFolder };
  }

  test('must be 500 MB, or three times a large database', async () => {
    let now = 0;
    const { space, storageFolder } = await aSpace({ now: () => now });
    const { free, needed } = await space.current();
    expect(needed).toBe(500 * MB);
    expect(free).toBeGreaterThan(0);
    await mkdir(join(storageFolder, 'a.indexeddb.leveldb'), { recursive: true });
    const file = join(storageFolder, 'a.indexeddb.leveldb', '000003.log');
    const handle = await realDisk.open(file, 'w');
    // A file with a hole: it is as long, and takes no room.
    await handle.truncate(300 * MB);
    await handle.close();
    // Measuring takes a walk through the folder, so it is done now and then.
    expect((await space.current()).needed).toBe(500 * MB);
    now = 11 * 60 * 1000;
    expect((await space.current()).needed).toBe(900 * MB);
  });

  test('is what the user says when it is said', async () => {
    const { space } = await aSpace({ minFreeBytes: 7 * MB });
    expect((await space.current()).needed).toBe(7 * MB);
  });

  test('is enough where the disk does not tell', async () => {
    const { disk, failAt } = faultyDisk();
    const { space } = await aSpace({ disk, storageFolder: null });
    failAt(1, 'ENOSYS');
    const { free, needed } = await space.current();
    expect(free).toBeGreaterThan(needed);
  });
});

describe('databases that cannot be opened any more', () => {
  test('are set aside at the next start of their runtime, once, and kept', async () => {
    const folder = await newFolder();
    const storage = join(folder, 'IndexedDB');
    await mkdir(storage);
    await writeFile(join(storage, 'CURRENT'), 'garbled');
    expect((await (await launch(folder)).storageBroken()).ok).toBe(true);
    await launch(folder, { runtime: 'browser', storageFolder: join(folder, 'other') });
    expect(await readFile(join(storage, 'CURRENT'), 'utf8')).toBe('garbled');

    await launch(folder, { now: () => 7 });
    expect(await readFile(`${storage}-broken-7/CURRENT`, 'utf8')).toBe('garbled');
    await mkdir(storage);
    await writeFile(join(storage, 'CURRENT'), 'sound');
    await launch(folder, { now: () => 8 });
    expect(await readFile(join(storage, 'CURRENT'), 'utf8')).toBe('sound');
  });

  test('that refuse to be moved do not keep the app from starting', async () => {
    const folder = await newFolder();
    await (await launch(folder)).storageBroken();
    expect((await launch(folder)).appVersion()).toBeNull();
  });
});
