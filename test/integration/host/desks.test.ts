import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { realDisk } from '../../../electron/host/disk.ts';
import type { Staging } from '../../../electron/host/staging.ts';
import { openVault, type Vault } from '../../../electron/host/vault.ts';
import type { Commit } from '../../../shared/commits/commit.ts';
import { readingToId } from '../../../shared/core/clock.ts';
import { aCommit, expectError, expectOk, faultyDisk, newFolder } from './support.ts';
import {
  add,
  commits,
  deskId,
  journalIn,
  open,
  otherDeskId,
  readAll,
  vaultOptions,
} from './vault-support.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const today = vaultOptions('').now();
const tally = { achievement: { count: 3, digest: '00000000000000aa' } };

async function* streamOf(given: readonly Commit[]): AsyncGenerator<Commit> {
  yield* given;
}

function staging(changes: Partial<Staging> = {}): Staging {
  return { signal: new AbortController().signal, onProgress: () => undefined, ...changes };
}

const contents = (given: readonly Commit[]) => ({ schema: 1, tally, commits: streamOf(given) });

async function stage(vault: Vault, given: readonly Commit[]): Promise<string> {
  return expectOk(await vault.stage(contents(given), staging())).deskId;
}

const desksIn = async (folder: string) => (await readdir(join(folder, 'desks'))).toSorted();

/** A vault as version 0.1.0 left it: one journal in several files, directly in its folder. */
async function oldVault(): Promise<string> {
  const made = await newFolder();
  const vault = await open(made, { fileLimit: 1800 });
  for (let n = 1; n <= 9; n += 1) expectOk(await add(vault, n, n));
  const folder = await newFolder();
  for (const name of await readdir(journalIn(made))) {
    if (name.endsWith('.tdj')) await copyFile(join(journalIn(made), name), join(folder, name));
  }
  await writeFile(join(folder, 'set-aside-1.bin'), 'torn');
  return folder;
}

describe('a vault of version 0.1.0', () => {
  test('becomes a desk like others, with all that it had', async () => {
    const folder = await oldVault();
    const vault = await open(folder);
    expect(vault.state()).toMatchObject({ deskId, last: 9, kept: [] });
    expect(await readAll(vault)).toEqual(commits(1, 9));
    expect((await readdir(folder)).toSorted()).toEqual(['current.json', 'desks']);
    expect(await readFile(join(journalIn(folder), 'set-aside-1.bin'), 'utf8')).toBe('torn');
    expectOk(await add(vault, 10, 10));
    expect(await readAll(await open(folder))).toEqual(commits(1, 10));
  });

  test.each([false, true])(
    'is taken over wherever that is interrupted (for good: %s)',
    async (forGood) => {
      for (let n = 1, reached = true; reached; n += 1) {
        const folder = await oldVault();
        const { disk, failAt, calls } = faultyDisk();
        failAt(n, 'EIO', forGood);
        await openVault(vaultOptions(folder, { disk }));
        reached = calls() >= n;
        const vault = await open(folder);
        expect(vault.state()).toMatchObject({ deskId, last: 9, kept: [] });
        expect(await readAll(vault)).toEqual(commits(1, 9));
      }
    },
  );

  test('that ran again later leaves a desk of its own, which is kept', async () => {
    const folder = await oldVault();
    await add(await open(folder), 10, 12);
    const again = await oldVault();
    for (const name of await readdir(again)) await copyFile(join(again, name), join(folder, name));

    const vault = await open(folder);
    expect(vault.state()).toMatchObject({ deskId, last: 12, kept: [{ last: 9, leftAt: today }] });
    const [kept] = vault.state().kept;
    expect(await readAll(vault, kept?.deskId)).toEqual(commits(1, 9));
  });
});

describe('the current desk', () => {
  test.each(['', '{"deskId":"x"}', `{"deskId":"${otherDeskId}"}`])(
    'is found when what names it is damaged (%s)',
    async (content) => {
      const folder = await newFolder();
      const vault = await open(folder);
      await add(vault, 1, 3);
      expectOk(await vault.switchTo(await stage(vault, commits(1, 2))));
      const { deskId: current } = vault.state();
      await writeFile(join(folder, 'current.json'), content);
      const again = await open(folder);
      expect(again.state()).toMatchObject({ deskId: current, last: 2, kept: [{ deskId }] });
      expect((await open(folder)).state().deskId).toBe(current);
    },
  );

  test('is found without its name when there is one, and a prepared one is not taken for it', async () => {
    const folder = await newFolder();
    const vault = await open(folder);
    await add(vault, 1, 3);
    const staged = await stage(vault, commits(1, 9));
    await rm(join(folder, 'current.json'));
    const again = await open(folder);
    expect(again.state()).toMatchObject({ deskId, last: 3 });
    // What was prepared is not thrown away while it is not sure which one was in use.
    expect(again.state().kept).toMatchObject([{ deskId: staged, last: 9 }]);
  });

  test('takes its first commit on a disk that fails at any one call, or at the next try', async () => {
    for (let n = 1, reached = true; reached; n += 1) {
      const folder = await newFolder();
      const { disk, failAt, calls } = faultyDisk();
      const vault = await open(folder, { disk });
      const before = calls();
      failAt(n, 'ENOSPC');
      const answer = await add(vault, 1, 1);
      reached = calls() - before >= n;
      failAt(0);
      if (answer.ok) expect((await open(folder)).state()).toMatchObject({ deskId, last: 1 });
      else {
        expect(answer.error).toEqual({ type: 'diskFull' });
        expect((await open(folder)).state()).toMatchObject({ deskId: null, last: 0 });
        expectOk(await add(vault, 1, 1));
      }
      expect(await readAll(await open(folder))).toEqual(commits(1, 1));
    }
  });

  test('remembers over a restart what it held, if it was said', async () => {
    const folder = await newFolder();
    const vault = await open(folder);
    await add(vault, 1, 2);
    expectOk(await vault.append({ deskId, after: 2, commits: commits(3, 3), tally }));
    expect(vault.state().tally).toEqual(tally);
    expect(vault.source()?.tally).toEqual(tally);
    await vault.settled();
    const again = await open(folder);
    expect(again.state().tally).toEqual(tally);
    await add(again, 4, 4);
    expect(again.state().tally).toBeNull();
    // Killed: what was noted is of an earlier commit.
    expect((await open(folder)).state().tally).toBeNull();
  });
});

describe('a desk prepared beside the current one', () => {
  test('is read like any, and is gone with the launch unless it is wanted', async () => {
    const folder = await newFolder();
    const vault = await open(folder, { fileLimit: 1000 });
    await add(vault, 1, 3);
    const done: number[] = [];
    const staged = expectOk(
      await vault.stage(contents(commits(1, 12)), staging({ onProgress: (n) => done.push(n) })),
    );
    expect(staged).toMatchObject({ last: 12, schema: 1, at: aCommit(12).at, tally });
    expect(done.at(-1)).toBe(12);
    expect((await readdir(journalIn(folder, staged.deskId))).length).toBeGreaterThan(2);
    expect(await readAll(vault, staged.deskId)).toEqual(commits(1, 12));
    expect(vault.state()).toMatchObject({ deskId, last: 3, kept: [] });

    const again = await open(folder);
    expect(again.state()).toMatchObject({ deskId, last: 3, kept: [] });
    expect(await desksIn(folder)).toEqual([deskId]);
    expect(expectError(await again.read(staged.deskId, 0))).toEqual({ type: 'gone' });
  });

  test('takes no commits before it is the current one', async () => {
    const vault = await open(await newFolder());
    await add(vault, 1, 3);
    const staged = await stage(vault, commits(1, 2));
    const input = { deskId: staged, after: 2, commits: commits(3, 3), tally: null };
    expect(expectError(await vault.append(input))).toEqual({ type: 'otherDesk' });
    expectOk(await vault.switchTo(staged));
    expect(expectOk(await vault.append(input))).toEqual({ last: 3 });
    expect(expectError(await add(vault, 4, 4))).toEqual({ type: 'otherDesk' });
  });

  test('can be dropped; the current and the kept ones cannot', async () => {
    const folder = await newFolder();
    const vault = await open(folder);
    await add(vault, 1, 3);
    const staged = await stage(vault, commits(1, 2));
    expectOk(await vault.drop(staged));
    expectOk(await vault.drop(deskId));
    expect(await desksIn(folder)).toEqual([deskId]);
    expectOk(await vault.switchTo(await stage(vault, commits(1, 2))));
    expectOk(await vault.drop(deskId));
    expect(vault.state().kept).toMatchObject([{ deskId, last: 3 }]);
    expect(await readAll(vault)).toEqual(commits(1, 3));
    expect(expectError(await vault.switchTo(staged))).toEqual({ type: 'gone' });
  });

  test('is not made of nothing, nor when it is given up', async () => {
    const folder = await newFolder();
    const vault = await open(folder);
    expect(expectError(await vault.stage(contents([]), staging()))).toEqual({
      type: 'nothingThere',
    });
    const ending = new AbortController();
    const onProgress = (done: number) => done === 3 && ending.abort();
    const answer = await vault.stage(
      contents(commits(1, 9)),
      staging({ signal: ending.signal, onProgress }),
    );
    expect(expectError(answer)).toEqual({ type: 'cancelled' });
    expect(await desksIn(folder)).toEqual([]);
  });

  test('is not half there when what it is made of breaks off', async () => {
    const folder = await newFolder();
    const vault = await open(folder);
    const breaking = async function* () {
      yield aCommit(1);
      throw new Error('broken');
    };
    const broken = vault.stage({ schema: 1, tally, commits: breaking() }, staging());
    await expect(broken).rejects.toThrow('broken');
    expect(await desksIn(folder)).toEqual([]);
  });

  test('is whole or not there on a disk that fails at any one call', async () => {
    for (let n = 1, reached = true; reached; n += 1) {
      const folder = await newFolder();
      const { disk, failAt, calls } = faultyDisk();
      const vault = await open(folder, { disk, fileLimit: 1000 });
      await add(vault, 1, 3);
      const before = calls();
      failAt(n, 'ENOSPC');
      const answer = await vault.stage(contents(commits(1, 8)), staging());
      reached = calls() - before >= n;
      failAt(0);
      if (answer.ok) expect(await readAll(vault, answer.value.deskId)).toEqual(commits(1, 8));
      else expect(answer.error).toEqual({ type: 'diskFull' });
      expect(await readAll(vault)).toEqual(commits(1, 3));
      const again = await open(folder);
      expect(again.state()).toMatchObject({ deskId, last: 3, kept: [] });
      expect(await desksIn(folder)).toEqual([deskId]);
    }
  });
});

describe('switching', () => {
  test('keeps the desk that is left for seven days, to be switched back to', async () => {
    const folder = await newFolder();
    const vault = await open(folder);
    expectOk(await vault.append({ deskId, after: 0, commits: commits(1, 3), tally }));
    const staged = await stage(vault, commits(1, 2));
    expectOk(await vault.switchTo(staged));
    const kept = { deskId, last: 3, leftAt: today, keptUntil: today + 7 * DAY_MS };
    expect(vault.state()).toMatchObject({ deskId: staged, last: 2, tally, kept: [kept] });

    const again = await open(folder, { now: () => today + 7 * DAY_MS - 1 });
    expect(again.state()).toMatchObject({ deskId: staged, last: 2, tally, kept: [kept] });
    expectOk(await again.switchTo(deskId));
    expect(again.state()).toMatchObject({ deskId, last: 3, tally, kept: [{ deskId: staged }] });
    expectOk(await add(again, 4, 4));
    expect(await readAll(await open(folder))).toEqual(commits(1, 4));
  });

  test('an empty desk for one that was restored leaves nothing behind', async () => {
    const folder = await newFolder();
    const vault = await open(folder);
    const staged = await stage(vault, commits(1, 2));
    expectOk(await vault.switchTo(staged));
    expect(vault.state()).toMatchObject({ deskId: staged, last: 2, kept: [] });
    expect(await desksIn(folder)).toEqual([staged]);
  });

  test('what was left goes when its time is up, and not while the clock is wrong', async () => {
    const folder = await newFolder();
    const vault = await open(folder);
    await add(vault, 1, 3);
    expectOk(await vault.switchTo(await stage(vault, commits(1, 5))));
    const at = async (now: number) => (await open(folder, { now: () => now })).state().kept.length;
    expect(await at(0)).toBe(1);
    expect(await at(aCommit(5).at - 1)).toBe(1);
    expect(await at(today + 7 * DAY_MS - 1)).toBe(1);
    // The newest commit was made after the time was up: the clock that says so stands wrong.
    const { deskId: current } = vault.state();
    const later = { ...aCommit(6), at: today + 30 * DAY_MS };
    const input = { deskId: current ?? '', after: 5, commits: [later], tally: null };
    expectOk(await (await open(folder)).append(input));
    expect(await at(today + 8 * DAY_MS)).toBe(1);
    expect(await at(today + 31 * DAY_MS)).toBe(0);
    expect(await desksIn(folder)).toEqual([current]);
  });

  test('on a disk that fails at any one call is done or not, and no commit is lost', async () => {
    for (let n = 1, reached = true; reached; n += 1) {
      const folder = await newFolder();
      const { disk, failAt, calls } = faultyDisk();
      const vault = await open(folder, { disk });
      await add(vault, 1, 3);
      const staged = await stage(vault, commits(1, 5));
      const before = calls();
      failAt(n);
      const answer = await vault.switchTo(staged);
      reached = calls() - before >= n;
      failAt(0);
      const current = answer.ok ? staged : deskId;
      expect(vault.state().deskId).toBe(current);
      // As if the app were killed now.
      expect((await open(folder)).state().deskId).toBe(current);
      const last = answer.ok ? 5 : 3;
      const next = { deskId: current, after: last, commits: commits(6, 6), tally: null };
      expectOk(await vault.append(next));
      const again = await open(folder);
      expect(again.state()).toMatchObject({ deskId: current, last: last + 1 });
      if (answer.ok) expect(again.state().kept).toMatchObject([{ deskId, last: 3 }]);
    }
  });

  test('that fails and leaves the wrong name is put right before the next commit is kept', async () => {
    for (let n = 1; n <= 20; n += 1) {
      const folder = await newFolder();
      const { disk, failAt } = faultyDisk();
      const vault = await open(folder, { disk });
      await add(vault, 1, 3);
      const staged = await stage(vault, commits(1, 5));
      failAt(n, 'EIO', true);
      const switched = (await vault.switchTo(staged)).ok;
      failAt(0);
      const [current, last] = switched ? [staged, 5] : [deskId, 3];
      const next = { deskId: current, after: last, commits: commits(9, 9), tally: null };
      expectOk(await vault.append(next));
      expect((await open(folder)).state()).toMatchObject({ deskId: current, last: last + 1 });
    }
  });

  test('to a prepared desk and back keeps it, although its folder cannot be written meanwhile', async () => {
    const folder = await newFolder();
    let refused = 'none';
    const vault = await open(folder, {
      disk: {
        ...realDisk,
        open: (path, flags, mode) =>
          flags === 'wx' && String(path).includes(refused)
            ? Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' }))
            : realDisk.open(path, flags, mode),
      },
    });
    await add(vault, 1, 3);
    const staged = await stage(vault, commits(1, 5));
    refused = journalIn(folder, staged);
    const switched = await vault.switchTo(staged);
    if (switched.ok) expectOk(await vault.switchTo(deskId));
    else expect(vault.state()).toMatchObject({ deskId, last: 3, kept: [] });
    refused = 'none';
    const again = await open(folder);
    expect(again.state()).toMatchObject({
      ...{ deskId, last: 3 },
      kept: switched.ok ? [{ deskId: staged, last: 5 }] : [],
    });
  });

  test('a half removed desk does not come back', async () => {
    const folder = await newFolder();
    const vault = await open(folder);
    await add(vault, 1, 3);
    await mkdir(join(folder, 'desks', `${otherDeskId}.going`));
    expect((await open(folder)).state().kept).toEqual([]);
    expect(await desksIn(folder)).toEqual([deskId]);
  });
});

describe('the desk at a point in time', () => {
  const made = (at: number): Commit => ({
    ...aCommit(1),
    id: readingToId({ at, counter: 0 }, 'a'),
  });

  test('is the longest beginning in which nothing is later', async () => {
    const instants = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(instants, fc.integer({ min: 0, max: 51 }), async (given, at) => {
        const vault = await open(await newFolder());
        const all = given.map(made);
        expectOk(await vault.append({ deskId, after: 0, commits: all, tally: null }));
        const later = given.findIndex((instant) => instant > at);
        const expected = later === -1 ? all : all.slice(0, later);
        const prefix = await vault.upTo(at);
        if (expected.length === 0) {
          expect(expectError(prefix)).toEqual({ type: 'nothingThere' });
          return;
        }
        const staged = expectOk(await vault.stage(expectOk(prefix), staging()));
        expect(staged).toMatchObject({ last: expected.length, tally: null });
        expect(await readAll(vault, staged.deskId)).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  test('is nothing in an empty vault', async () => {
    const vault = await open(await newFolder());
    expect(expectError(await vault.upTo(today))).toEqual({ type: 'nothingThere' });
  });
});
