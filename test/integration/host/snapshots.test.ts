import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type Disk, realDisk } from '../../../electron/host/disk.ts';
import { unwatched } from '../../../electron/host/jobs.ts';
import { openSnapshots, type Snapshots } from '../../../electron/host/snapshots.ts';
import type { Commit } from '../../../shared/commits/commit.ts';
import { aDesk, allOf, aTally, inlineArchiver } from './archives.ts';
import { expectError, expectOk, faultyDisk, newFolder } from './support.ts';

const NOON = Date.UTC(2026, 10, 24, 12);

/** A vault's folder with one desk, and its snapshots as a start opens them. */
async function aVault(count = 7, options: Parameters<typeof aDesk>[2] = {}) {
  const folder = await newFolder();
  const desk = await aDesk(folder, count, options);
  const clock = { now: NOON };
  const logged: string[] = [];
  const start = async (disk: Disk = realDisk): Promise<Snapshots> =>
    openSnapshots({
      disk,
      folder: join(folder, 'snapshots'),
      filesFolder: desk.filesFolder,
      archiver: await inlineArchiver(folder, disk),
      appVersion: '0.2.0',
      now: () => clock.now,
      log: (event) => logged.push(event),
      onChange: () => undefined,
    });
  const upTo = (last: number) => () => ({ ...desk.source, last });
  return { ...desk, snapshotsFolder: join(folder, 'snapshots'), start, clock, logged, upTo };
}

async function everything(snapshots: Snapshots, name: string): Promise<Commit[]> {
  const commits: Commit[] = [];
  for (let after = 0, end = false; !end; ) {
    const answer = expectOk(await snapshots.read(name, after));
    commits.push(...answer.commits);
    ({ last: after, end } = answer);
  }
  return commits;
}

const taken = async (
  snapshots: Snapshots,
  source: () => Awaited<ReturnType<typeof aDesk>>['source'],
) => {
  const snapshot = expectOk(await snapshots.take('interval', source, unwatched()));
  if (snapshot === null) throw new Error('nothing was taken');
  return snapshot;
};

describe('a snapshot', () => {
  it('is taken again when a journal that lost its end has other commits under the same numbers', async () => {
    const { start, upTo } = await aVault();
    const snapshots = await start();
    await taken(snapshots, upTo(5));
    expect(expectOk(await snapshots.take('interval', upTo(5), unwatched()))).toBeNull();
    const other = () => ({
      ...upTo(5)(),
      tally: { achievement: { count: 1, digest: '0'.repeat(16) } },
    });
    expect(expectOk(await snapshots.take('interval', other, unwatched()))).not.toBeNull();
  });

  it('holds the desk as of its last commit, says why it was taken, and is found at the next start', async () => {
    const { start, source, upTo, commits } = await aVault();
    const first = await start();
    const snapshot = await taken(first, upTo(5));
    expect(snapshot).toMatchObject({
      ...{ why: 'interval', deskId: source.deskId, last: 5, takenAt: NOON },
      ...{ tally: source.tally, provenAt: null, damaged: false },
    });
    expect(await everything(first, snapshot.name)).toEqual(commits.slice(0, 5));
    const second = await start();
    expect(second.list()).toEqual(first.list());
    expect(await everything(second, snapshot.name)).toEqual(commits.slice(0, 5));
  });

  it('is not taken when nothing changed, or nothing is there', async () => {
    const { start, upTo, source } = await aVault();
    const snapshots = await start();
    const take = (from: () => typeof source | null) => snapshots.take('quit', from, unwatched());
    expect(expectOk(await take(() => null))).toBeNull();
    expect(expectOk(await take(upTo(0)))).toBeNull();
    expect(expectOk(await take(upTo(7)))).not.toBeNull();
    expect(expectOk(await take(upTo(7)))).toBeNull();
    expect(snapshots.list()).toHaveLength(1);
  });

  it('that was taken anyway is kept as one before an import, when it is just that', async () => {
    const { start, upTo, source, clock } = await aVault(40);
    const first = await start();
    const { name } = await taken(first, upTo(1));
    const why = () => first.list().map((one) => one.why);
    clock.now += 1000;
    expect(expectOk(await first.take('import', upTo(1), unwatched()))).toBeNull();
    expect(why()).toEqual(['import']);
    // What is routine takes nothing from it, nor does what comes later.
    await first.take('quit', upTo(1), unwatched());
    await first.take('massChange', upTo(1), unwatched());
    expect(why()).toEqual(['import']);
    const snapshots = await start();
    for (let last = 2; last <= 40; last += 1) {
      clock.now += 5 * 60_000;
      await taken(snapshots, () => ({ ...source, last }));
    }
    expect(snapshots.list().map((one) => one.name)).toContain(name);
  });

  it('is taken one at a time, each of what is there when its turn has come', async () => {
    const { start, source } = await aVault();
    const snapshots = await start();
    let last = 3;
    const grown = () => {
      last += 1;
      return { ...source, last };
    };
    await Promise.all([taken(snapshots, grown), taken(snapshots, grown), taken(snapshots, grown)]);
    expect(snapshots.list().map((one) => one.last)).toEqual([6, 5, 4]);
  });

  it('is read in answers of bounded size, without starting over', async () => {
    const { start, upTo, commits } = await aVault(60, { textLength: 100_000 });
    const opened: string[] = [];
    const counting = {
      ...realDisk,
      open: ((path, ...more) => {
        opened.push(String(path));
        return realDisk.open(path, ...more);
      }) as Disk['open'],
    };
    const snapshots = await start(counting);
    const { name } = await taken(snapshots, upTo(60));
    opened.length = 0;
    const first = expectOk(await snapshots.read(name, 0));
    expect(first.end).toBe(false);
    expect(first.commits.length).toBeLessThan(30);
    expect(await everything(snapshots, name)).toEqual(commits);
    // Once for the answer above, which nobody read on from, and once for all.
    expect(opened).toHaveLength(2);
    expect(expectOk(await snapshots.read(name, 58)).commits).toEqual(commits.slice(58));
  });

  it('is proven by an equal tally, and by no other', async () => {
    const { start, upTo, logged, clock } = await aVault();
    const snapshots = await start();
    const { name } = await taken(snapshots, upTo(7));
    const other = { ...aTally, deal: { count: 1, digest: '0000000000000001' } };
    expect(expectOk(await snapshots.prove(name, other))).toEqual({ proven: false });
    expect(logged).toContain('snapshot not proven');
    expect(snapshots.list()[0]?.provenAt).toBeNull();
    clock.now += 5;
    expect(expectOk(await snapshots.prove(name, aTally))).toEqual({ proven: true });
    expect((await start()).list()[0]?.provenAt).toBe(NOON + 5);
    expect(expectError(await snapshots.prove('no-such', aTally))).toEqual({ type: 'gone' });
  });
});

describe('the list of snapshots', () => {
  it('is made anew from the files when it is damaged or gone', async () => {
    const { start, upTo, snapshotsFolder, clock } = await aVault();
    const first = await start();
    await taken(first, upTo(4));
    clock.now += 1000;
    await taken(first, upTo(7));
    const known = first.list().map((one) => ({ ...one, sha256: null }));
    const index = join(snapshotsFolder, 'index.json');
    await writeFile(index, '{"snapshots": [');
    expect((await start()).list()).toEqual(known);
    await rm(index);
    expect((await start()).list()).toEqual(known);
  });

  it('ends on the disk as it is here, however the writes of it overlap', async () => {
    const { start, upTo, clock } = await aVault();
    const before = await start();
    const one = await taken(before, upTo(4));
    clock.now += 1000;
    const other = await taken(before, upTo(7));
    let held = false;
    const snapshots = await start({
      ...realDisk,
      rename: async (from, to) => {
        // A virus scanner looks at the first of the files.
        if (!held && String(to).endsWith('index.json')) {
          held = true;
          await wait(200);
        }
        await realDisk.rename(from, to);
      },
    });
    await Promise.all([one, other].map(({ name }) => snapshots.prove(name, aTally)));
    expect((await start()).list()).toEqual(snapshots.list());
  });

  it('does not name what is gone, and passes over what is none', async () => {
    const { start, upTo, snapshotsFolder, logged } = await aVault();
    const { name } = await taken(await start(), upTo(4));
    await rm(join(snapshotsFolder, `${name}.tar.gz`));
    await writeFile(join(snapshotsFolder, '中文.tar.gz'), 'x');
    await writeFile(join(snapshotsFolder, '.x.unfinished'), 'x');
    const again = await start();
    expect(again.list()).toEqual([]);
    expect(logged).toEqual(expect.arrayContaining(['snapshots are gone', 'not a snapshot']));
    expect(await readdir(snapshotsFolder)).not.toContain('.x.unfinished');
    expect(expectError(await again.read(name, 0))).toEqual({ type: 'gone' });
  });

  it('does not name what goes while it is open, and says of it that it is gone', async () => {
    const { start, upTo, snapshotsFolder, clock } = await aVault();
    const snapshots = await start();
    const names: string[] = [];
    for (const last of [3, 4, 5]) {
      clock.now += 1000;
      names.push((await taken(snapshots, upTo(last))).name);
    }
    for (const name of names) await rm(join(snapshotsFolder, `${name}.tar.gz`));
    const [read = '', restored = '', rescued = ''] = names;
    expect(expectError(await snapshots.read(read, 0))).toEqual({ type: 'gone' });
    expect(await snapshots.pathOf(restored)).toBeNull();
    expect(snapshots.list().map(({ name }) => name)).toEqual([rescued]);
    await allOf(snapshots.rescue(snapshots.list()[0]?.deskId ?? '', [1]));
    expect(snapshots.list()).toEqual([]);
  });

  it('does not take one for damaged because a look at its file has failed', async () => {
    const { start, upTo } = await aVault();
    const { disk, failAt } = faultyDisk();
    const snapshots = await start(disk);
    const { name } = await taken(snapshots, upTo(4));
    failAt(1, 'EPERM');
    expect(await snapshots.pathOf(name)).not.toBeNull();
    expect(snapshots.list()).toMatchObject([{ name, damaged: false }]);
  });

  it('shows a damaged one as damaged, keeps it, and takes another in its place', async () => {
    const { start, upTo, snapshotsFolder, clock } = await aVault();
    const snapshots = await start();
    const { name } = await taken(snapshots, upTo(7));
    const path = join(snapshotsFolder, `${name}.tar.gz`);
    const bytes = await readFile(path);
    bytes.fill(0x55, bytes.byteLength >> 1, (bytes.byteLength >> 1) + 20);
    await writeFile(path, bytes);
    expect(expectError(await snapshots.read(name, 0)).type).toBe('damaged');
    expect(snapshots.list()[0]?.damaged).toBe(true);
    expect((await start()).list()[0]?.damaged).toBe(true);
    clock.now += 1000;
    await taken(snapshots, upTo(7));
    expect(snapshots.list().map(({ damaged }) => damaged)).toEqual([false, true]);
    // Cut short shows at the start already, and without a list by what does not open.
    await writeFile(path, bytes.subarray(0, 50));
    await rm(join(snapshotsFolder, 'index.json'));
    expect((await start()).list()).toMatchObject([
      { damaged: false },
      { name, damaged: true, last: 7, takenAt: NOON, why: 'interval' },
    ]);
  });

  it('loses what is outdated, and its file', async () => {
    const { start, clock, upTo, snapshotsFolder } = await aVault(40);
    const snapshots = await start();
    for (let last = 1; last <= 40; last += 1) {
      clock.now = NOON + last * 60_000 * 10;
      await taken(snapshots, upTo(last));
    }
    const names = snapshots.list().map(({ name }) => `${name}.tar.gz`);
    // Ten newest, one for each hour before them.
    expect(names.length).toBeGreaterThan(13);
    expect(names.length).toBeLessThan(20);
    const files = (await readdir(snapshotsFolder)).filter((name) => name.endsWith('.tar.gz'));
    expect(files.sort()).toEqual(names.sort());
  });
});

describe('damage in the journal', () => {
  it('is put right from whichever snapshot has the commits', async () => {
    const { start, upTo, source, commits, clock, snapshotsFolder } = await aVault(9);
    const snapshots = await start();
    await taken(snapshots, upTo(4));
    clock.now += 1000;
    const newest = await taken(snapshots, upTo(8));
    const rescue = async (numbers: number[], desk = source.deskId ?? '') =>
      (await allOf(snapshots.rescue(desk, numbers))).map((held) =>
        held.map(({ n, commit }) => ({ n, commit })),
      );
    const expected = (n: number) => ({ n, commit: commits[n - 1] });
    expect(await rescue([2, 7])).toEqual([[expected(2), expected(7)], [expected(2)]]);
    expect(await rescue([9])).toEqual([[], []]);
    expect(await rescue([2], 'another desk')).toEqual([]);
    // The newest is damaged: what it cannot give comes from the one before.
    const path = join(snapshotsFolder, `${newest.name}.tar.gz`);
    await writeFile(path, (await readFile(path)).subarray(0, 100));
    expect(await rescue([3])).toEqual([[], [expected(3)]]);
  });
});

describe('a failing disk', () => {
  it('leaves the snapshots before it as they were, at whichever call it fails', async () => {
    const { start, upTo, commits, clock, snapshotsFolder } = await aVault(7, {
      attachments: ['一'],
    });
    const before = await start();
    const old = await taken(before, upTo(4));
    let failures = 0;
    for (let n = 1; ; n += 1) {
      const { disk, failAt } = faultyDisk();
      const snapshots = await start(disk);
      clock.now += 1000;
      failAt(n, n % 2 === 0 ? 'ENOSPC' : 'EIO');
      const answer = await snapshots.take('asked', upTo(7), unwatched());
      failAt(0);
      const files = (await readdir(snapshotsFolder)).filter((name) => name.includes('unfinished'));
      expect(files).toEqual([]);
      const now = await start();
      expect(await everything(now, old.name)).toEqual(commits.slice(0, 4));
      if (!answer.ok) {
        failures += 1;
        expect(['diskFull', 'cannotWrite', 'damaged']).toContain(answer.error.type);
      }
      // One that was answered is there; after a failure one may be there, and then it is whole.
      const other = now.list().find(({ name }) => name !== old.name);
      if (answer.ok) expect(other?.last).toBe(7);
      if (other === undefined) continue;
      expect(await everything(now, other.name)).toEqual(commits);
      await rm(join(snapshotsFolder, `${other.name}.tar.gz`));
      if (answer.ok && n > 60) break;
    }
    expect(failures).toBeGreaterThan(15);
  });
});
