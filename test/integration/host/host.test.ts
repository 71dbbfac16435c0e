import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { realDisk } from '../../../electron/host/disk.ts';
import { createExports, toFileName } from '../../../electron/host/exports.ts';
import type { HostOptions } from '../../../electron/host/host-options.ts';
import { createHost } from '../../../electron/host/index.ts';
import { takeLock } from '../../../electron/host/lock.ts';
import { openSettings } from '../../../electron/host/settings.ts';
import { connect, contract, serve } from '../../../shared/contract/index.ts';
import {
  aCommit,
  expectError,
  expectOk,
  faultyDisk,
  fixtures,
  hostOptions,
  newFolder,
} from './support.ts';

const deskId = '01890a5d-ac96-774b-bcce-b302099a8057';

/** A page's view of a host: everything crosses the contract, both ways. */
async function startHost(dataFolder: string, changes: Partial<HostOptions> = {}) {
  const { handlers, close } = expectOk(await createHost(hostOptions(dataFolder, changes)));
  onTestFinished(close);
  const answer = serve(contract, handlers, (reference, error) => {
    throw new Error(reference, { cause: error });
  });
  return { page: connect(contract, answer), close };
}

describe('the host', () => {
  test('says what can be done here', async () => {
    const folder = await newFolder();
    const { page } = await startHost(folder);
    expect(expectOk(await page.capabilities({}))).toEqual({
      runtime: 'browser',
      appVersion: '0.0.0',
      systemLocale: 'zh-CN',
      dataFolder: folder,
      exportFolder: folder,
      choosesFolders: false,
      printsPdf: false,
      demo: false,
    });
  });

  test('keeps commits over a restart, and says who wrote and what the desk held', async () => {
    const folder = await newFolder();
    const first = await startHost(folder);
    expect(expectOk(await first.page.vaultState({}))).toMatchObject({ appVersion: null });
    const tally = { achievement: { count: 2, digest: '00000000000000aa' } };
    const appended = { deskId, after: 0, commits: [aCommit(1), aCommit(2)], tally };
    expect(expectOk(await first.page.appendCommits(appended))).toEqual({ last: 2 });
    await first.close();

    const { page } = await startHost(folder, { appVersion: '0.0.1' });
    const state = expectOk(await page.vaultState({}));
    expect(state).toMatchObject({ deskId, last: 2, appVersion: '0.0.0', tally, storage: 'first' });
    expect(state.space.free).toBeGreaterThan(0);
    expect(expectOk(await page.readCommits({ from: { deskId }, after: 0 })).commits).toEqual([
      aCommit(1),
      aCommit(2),
    ]);
  });

  test('opens a spreadsheet, hands out its rows and closes it', async () => {
    const { page } = await startHost(await newFolder());
    const bytes = Uint8Array.from(await readFile(join(fixtures, 'achievements.xlsx')));
    const opened = expectOk(await page.openSpreadsheet({ name: '成果.xlsx', bytes }));
    expect(opened.sheets[1]).toEqual({ name: '汇总表', rows: 246, columns: 12, hidden: false });
    const asked = { handle: opened.handle, sheet: 1, from: 4, count: 1 };
    expect(expectOk(await page.readRows(asked)).rows[0]?.[0]).toBe(1);
    await page.closeSpreadsheet({ handle: opened.handle });
    expect(expectError(await page.readRows(asked))).toEqual({ type: 'closed' });
  });

  test('saves exports and shows only what it has saved', async () => {
    const shown: string[] = [];
    const folder = await newFolder();
    const { page } = await startHost(folder, {
      revealFile: async (path) => {
        shown.push(path);
      },
    });
    const columns = [{ key: 'a', title: '甲', kind: 'text', width: 10 } as const];
    const table = { name: '表', heading: [], columns, rows: [['乙']], totals: null };
    const workbook = { title: '表', language: 'zh', tables: [table] } as const;
    const saved = expectOk(
      await page.writeSpreadsheet({
        name: '成交汇总',
        format: 'csv',
        workbook: { ...workbook, tables: [table] },
      }),
    );
    if (saved.place !== 'file') throw new Error('not saved');
    const bytes = await readFile(join(folder, '成交汇总.csv'));
    expect(bytes.toString('utf8')).toContain('乙');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(saved).toMatchObject({ sha256, size: bytes.byteLength });
    expectOk(await page.showFile({ file: saved.file }));
    expect(shown).toEqual([join(folder, '成交汇总.csv')]);
    expect(expectError(await page.showFile({ file: '/etc/passwd' }))).toEqual({ type: 'gone' });
    await rm(join(folder, '成交汇总.csv'));
    expect(expectError(await page.showFile({ file: saved.file }))).toEqual({ type: 'gone' });
  });

  test('prints where something can, and says so where nothing can', async () => {
    const document = {
      language: 'zh',
      orientation: 'portrait',
      firm: '',
      title: '成交单',
      subtitle: '',
      footer: '',
      watermark: '',
      contents: false,
    } as const;
    const printed = {
      ...({ job: randomUUID(), name: '成交单', format: 'pdf' } as const),
      document: { ...document, sections: [] },
    };
    const without = await startHost(await newFolder());
    expect(expectError(await without.page.writeDocument(printed))).toEqual({ type: 'cannotPrint' });
    const failing = await startHost(await newFolder(), { withPrinter: async () => null });
    expect(expectError(await failing.page.writeDocument(printed))).toEqual({ type: 'cannotPrint' });
    const folder = await newFolder();
    const { page } = await startHost(folder, {
      withPrinter: (work) => work(async (html) => Buffer.from(`%PDF of ${html.length}`)),
    });
    expect(expectOk(await page.writeDocument(printed))).toMatchObject({ name: '成交单.pdf' });
    expect(await readFile(join(folder, '成交单.pdf'), 'latin1')).toMatch(/^%PDF/);
  });

  test('refuses a folder that it cannot write', async () => {
    const file = join(await newFolder(), 'file');
    await writeFile(file, '');
    const started = await createHost(hostOptions(join(file, 'data')));
    expect(expectError(started).type).toBe('cannotWrite');
  });
});

describe('the lock of a data folder', () => {
  const inUse = { type: 'dataFolderInUse', pid: process.pid };

  test('is held by one at a time and given free', async () => {
    const folder = await newFolder();
    const { close } = await startHost(folder);
    expect(expectError(await createHost(hostOptions(folder)))).toEqual(inUse);
    await close();
    await startHost(folder);
  });

  test('is waited for while its process is ending, with what it has still to write', async () => {
    const folder = await newFolder();
    const first = await startHost(folder);
    const appended = { deskId, after: 0, commits: [aCommit(1)], tally: null };
    expectOk(await first.page.appendCommits(appended));
    const closed = first.close();
    const [again] = await Promise.all([startHost(folder), closed]);
    const { snapshots } = expectOk(await again.page.listSnapshots({}));
    expect(snapshots).toMatchObject([{ why: 'quit', last: 1 }]);
    expect(expectError(await createHost(hostOptions(folder)))).toEqual(inUse);
  });

  test('is not waited for without end', async () => {
    const folder = await newFolder();
    const lock = expectOk(await takeLock(folder));
    await lock.ending();
    expect(expectError(await takeLock(folder, 200))).toEqual(inUse);
    await lock.release();
    expectOk(await takeLock(folder));
    expect(await readdir(folder)).toEqual(['lock']);
  });

  test('is won by one of many that start at once, also over a stale one', async () => {
    for (let round = 0; round < 20; round += 1) {
      const folder = await newFolder();
      await writeFile(join(folder, 'lock'), 'torn');
      const locks = await Promise.all(Array.from({ length: 5 }, () => takeLock(folder)));
      expect(locks.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await readdir(folder)).toEqual(['lock']);
    }
  });

  test('is not blocked for long by a start that was killed in its turn to remove it', async () => {
    const folder = await newFolder();
    await writeFile(join(folder, 'lock'), 'torn');
    await mkdir(join(folder, 'lock-turn'));
    await utimes(join(folder, 'lock-turn'), 0, 0);
    expectOk(await takeLock(folder));
    expect(await readdir(folder)).toEqual(['lock']);
  });

  test('of a process that was killed is taken over', async () => {
    const folder = await newFolder();
    const script = `import { takeLock } from ${JSON.stringify(join(import.meta.dirname, '../../../electron/host/lock.ts'))};
      console.log((await takeLock(process.argv[1])).ok); setInterval(() => {}, 1000);`;
    const other = spawn(process.execPath, ['--input-type=module', '-e', script, folder]);
    const [answer] = await once(other.stdout, 'data');
    expect(String(answer).trim()).toBe('true');
    expect(expectError(await takeLock(folder))).toEqual({ ...inUse, pid: other.pid });
    other.kill('SIGKILL');
    await once(other, 'exit');
    expectOk(await takeLock(folder));
  });

  test.each([
    ['had the same number before the computer was started', { uptime: uptime() + 1000 }],
    ['had the same number and started at another time', { uptime: 0, started: '1' }],
  ])('of a process that %s is taken over', async (_, owner) => {
    // The start of a process is told on Linux alone.
    if ('started' in owner && process.platform !== 'linux') return;
    const folder = await newFolder();
    const stale = { pid: process.pid, started: null, ...owner };
    await writeFile(join(folder, 'lock'), JSON.stringify(stale));
    expectOk(await takeLock(folder));
  });
});

describe('settings', () => {
  const defaults = { language: 'system', theme: 'system', firmName: '', brokerName: '' };

  test('start with the system and change one by one', async () => {
    const folder = await newFolder();
    const settings = await openSettings(realDisk, folder);
    expect(settings.current()).toEqual(defaults);
    await Promise.all([
      settings.change({ language: 'en', theme: undefined }),
      settings.change({ firmName: '湖北技术交易有限公司' }),
    ]);
    const changed = { ...defaults, language: 'en', firmName: '湖北技术交易有限公司' };
    expect(settings.current()).toEqual(changed);
    expect((await openSettings(realDisk, folder)).current()).toEqual(changed);
  });

  test.each(['', '{"language":', '{"language":"fr"}', '[]'])(
    'that are damaged (%s) give way to the defaults and are kept aside',
    async (content) => {
      const folder = await newFolder();
      await writeFile(join(folder, 'settings.json'), content);
      const settings = await openSettings(realDisk, folder);
      expect(settings.current()).toEqual(defaults);
      expect(await readFile(join(folder, 'settings-damaged.json'), 'utf8')).toBe(content);
      expectOk(await settings.change({ theme: 'dark' }));
    },
  );

  test('on a disk that fails at any call are the old ones or the new ones', async () => {
    const folder = await newFolder();
    expectOk(await (await openSettings(realDisk, folder)).change({ theme: 'light' }));
    const { disk, failAt, calls } = faultyDisk();
    const settings = await openSettings(disk, folder);
    for (let n = 1, failed = true; failed; n += 1) {
      const before = calls();
      failAt(n, 'ENOSPC');
      const answer = await settings.change({ theme: 'dark' });
      failed = calls() - before >= n;
      failAt(0);
      if (!answer.ok) expect(answer.error).toEqual({ type: 'diskFull' });
      const { theme } = (await openSettings(realDisk, folder)).current();
      expect(['light', 'dark']).toContain(theme);
      if (answer.ok) expect(theme).toBe('dark');
      expect((await readdir(folder)).filter((name) => name !== 'settings.json')).toEqual([]);
      expectOk(await settings.change({ theme: 'light' }));
    }
  });
});

describe('saved files', () => {
  test.each([
    ['成交汇总', '成交汇总.xlsx'],
    ['成交汇总.XLSX', '成交汇总.xlsx'],
    ['con', '_con.xlsx'],
    ['LPT1.2026', '_LPT1.2026.xlsx'],
    ['console', 'console.xlsx'],
    ['汇'.repeat(120), `${'汇'.repeat(66)}.xlsx`],
    ['a. .xlsx', 'a.xlsx'],
  ])('%s is named %s', (name, file) => {
    expect(toFileName(name, '.xlsx')).toBe(file);
  });

  test('are whole or not there, and name what could not be written', async () => {
    const folder = await newFolder();
    const { disk, failAt, calls } = faultyDisk();
    const choosePlace = async (name: string) => join(folder, name);
    const exports = createExports(disk, { choosePlace, revealFile: async () => undefined });
    for (let n = 1, failed = true; failed; n += 1) {
      await rm(join(folder, '甲.csv'), { force: true });
      const before = calls();
      failAt(n, 'EROFS');
      const answer = await exports.save('甲', '.csv', [Buffer.from('一'), Buffer.from('二')]);
      failed = calls() - before >= n;
      failAt(0);
      if (!answer.ok) expect(answer.error).toEqual({ type: 'cannotWrite', name: '甲.csv' });
      const files = await readdir(folder);
      expect(files.every((name) => name === '甲.csv')).toBe(true);
      for (const name of files) expect(await readFile(join(folder, name), 'utf8')).toBe('一二');
      if (answer.ok) expect(files).toEqual(['甲.csv']);
    }
  });

  test('nowhere when no place is chosen', async () => {
    const options = { choosePlace: async () => null, revealFile: async () => undefined };
    const saved = await createExports(realDisk, options).save('甲', '.csv', []);
    expect(expectOk(saved)).toEqual({ place: 'cancelled' });
  });

  test('not over a folder of that name', async () => {
    const folder = await newFolder();
    await mkdir(join(folder, '甲.csv'));
    const options = {
      choosePlace: async (name: string) => join(folder, name),
      revealFile: async () => undefined,
    };
    const saved = await createExports(realDisk, options).save('甲', '.csv', [Buffer.from('一')]);
    expect(expectError(saved)).toEqual({ type: 'cannotWrite', name: '甲.csv' });
    expect(await readdir(folder)).toEqual(['甲.csv']);
  });
});
