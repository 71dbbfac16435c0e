import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { realDisk } from '../../../electron/host/disk.ts';
import type { Commit } from '../../../shared/commits/commit.ts';
import { readingToId } from '../../../shared/core/clock.ts';
import { aCommit, expectError, expectOk, faultyDisk, newFolder } from './support.ts';
import {
  add,
  commits,
  DAY_MS,
  deskId,
  desksIn,
  journalIn,
  open,
  otherDeskId,
  readAll,
  stage,
  staging,
  tally,
  today,
} from './vault-support.ts';

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
