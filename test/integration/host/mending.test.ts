import { cp, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Rescue } from '../../../electron/host/mending.ts';
import type { Vault } from '../../../electron/host/vault.ts';
import type { Commit } from '../../../shared/commits/commit.ts';
import { aCommit, expectError, expectOk, faultyDisk, newFolder } from './support.ts';
import { add, commits, deskId, journalIn, open, readAll } from './vault-support.ts';

/** Snapshots, newest first, that each hold the first commits of a desk. */
const snapshotsOf = (...snapshots: (readonly Commit[])[]): Rescue =>
  async function* (desk, numbers) {
    if (desk !== deskId) return;
    for (const all of snapshots) {
      const held = all.map((commit, index) => ({ n: index + 1, commit }));
      yield held.filter(({ n }) => numbers.includes(n));
    }
  };

const COUNT = 12;

/** A journal of twelve commits in three or so files: a copy for each test. */
async function aJournal(): Promise<string> {
  const folder = await newFolder();
  await cp(await journal, folder, { recursive: true });
  return folder;
}

let journal: Promise<string>;
beforeAll(() => {
  journal = mkdtemp(join(tmpdir(), 'desk-journal-')).then(async (folder) => {
    const vault = await open(folder, { fileLimit: 1200 });
    for (let n = 1; n <= COUNT; n += 1) expectOk(await add(vault, n, n));
    return folder;
  });
});
afterAll(async () => rm(await journal, { recursive: true }));

/** Makes the lines of some commits unreadable. */
async function damage(folder: string, numbers: readonly number[]): Promise<void> {
  for (const name of await readdir(journalIn(folder))) {
    if (!name.endsWith('.tdj')) continue;
    const path = join(journalIn(folder), name);
    const text = await readFile(path, 'utf8');
    const lines = text.split('\n').map((line) => {
      const n = Number(/^\d+ [0-9a-f]+ \{"n":(\d+)/.exec(line)?.[1]);
      return numbers.includes(n) ? line.replace('laptop', 'lapdog') : line;
    });
    await writeFile(path, lines.join('\n'));
  }
}

const asideIn = async (folder: string) =>
  (await readdir(journalIn(folder))).filter((name) => name.startsWith('set-aside')).length;

async function missingIn(vault: Vault): Promise<readonly number[]> {
  const missing: number[] = [];
  for (let after = 0; after < vault.state().last; ) {
    const answer = await vault.read(deskId, after);
    if (!answer.ok) missing.push(after + 1);
    after = answer.ok ? answer.value.last : after + 1;
  }
  return missing;
}

describe('damage in the middle of a journal', () => {
  test('is put right from a snapshot when it is come across, with the damaged bytes kept', async () => {
    const folder = await aJournal();
    await damage(folder, [2, 3, 7]);
    const vault = await open(folder, { rescue: snapshotsOf(commits(1, COUNT)) });
    expect(await readAll(vault)).toEqual(commits(1, COUNT));
    expect(vault.state()).toMatchObject({ last: COUNT, mended: 3 });
    expect(await asideIn(folder)).toBeGreaterThan(0);
    expectOk(await add(vault, COUNT + 1, COUNT + 1));

    const again = await open(folder);
    expect(await readAll(again)).toEqual(commits(1, COUNT + 1));
    expect(again.state()).toMatchObject({ mended: 0, setAside: 0 });
  });

  test('wherever it is, is put right as far as the snapshot goes, and else reported', async () => {
    const damaged = fc.uniqueArray(fc.integer({ min: 1, max: COUNT - 1 }), { minLength: 1 });
    const held = fc.integer({ min: 0, max: COUNT });
    const folder = await aJournal();
    const names = (await readdir(journalIn(folder))).filter((name) => name.endsWith('.tdj'));
    const whole = await Promise.all(
      names.map(async (name) => [name, await readFile(join(journalIn(folder), name))] as const),
    );
    await fc.assert(
      fc.asyncProperty(damaged, held, async (numbers, last) => {
        for (const [name, bytes] of whole) await writeFile(join(journalIn(folder), name), bytes);
        await damage(folder, numbers);
        const vault = await open(folder, { rescue: snapshotsOf(commits(1, last)) });
        const missing = await missingIn(vault);
        // A run of damage that begins right where the snapshot has a good neighbour can be mended.
        for (const n of numbers.filter((n) => n > last)) expect(missing).toContain(n);
        if (last === COUNT) expect(missing).toEqual([]);
        for (const n of missing) expect(numbers).toContain(n);
        expect(vault.state().mended).toBe(numbers.length - missing.length);
        expect(vault.state().last).toBe(COUNT);
      }),
      { numRuns: 60 },
    );
  });

  test('of a whole file that is gone is put right', async () => {
    for (const name of ['journal-000001.tdj', 'journal-000002.tdj']) {
      const folder = await aJournal();
      await rm(join(journalIn(folder), name));
      const vault = await open(folder, { rescue: snapshotsOf(commits(1, COUNT)) });
      expect(await readAll(vault)).toEqual(commits(1, COUNT));
      expect(await readAll(await open(folder))).toEqual(commits(1, COUNT));
    }
  });

  test('is not filled with commits of another history', async () => {
    const folder = await aJournal();
    await damage(folder, [5]);
    const otherHistory = commits(1, COUNT).map((commit) => ({ ...commit, id: `x${commit.id}` }));
    const vault = await open(folder, { rescue: snapshotsOf(otherHistory) });
    expect(expectError(await vault.read(deskId, 4))).toEqual({ type: 'damaged', at: 5 });
    expect(vault.state().mended).toBe(0);
  });

  describe('that two snapshots know', () => {
    /** The journal lost its end after four commits, and grew again. */
    const before = [...commits(1, 4), ...commits(101, 108)];

    test('is not filled with commits of both', async () => {
      const folder = await aJournal();
      await damage(folder, [5, 6, 7, 8, 9, 10, 11]);
      // The newer one is damaged itself from commit 6 on.
      const vault = await open(folder, { rescue: snapshotsOf(commits(1, 5), before) });
      expect(expectError(await vault.read(deskId, 4))).toEqual({ type: 'damaged', at: 5 });
      expect(vault.state().mended).toBe(0);
    });

    test('is taken from the one whose history it is', async () => {
      const folder = await aJournal();
      await damage(folder, [5, 6]);
      const vault = await open(folder, { rescue: snapshotsOf(before, commits(1, COUNT)) });
      expect(await readAll(vault)).toEqual(commits(1, COUNT));
    });

    test('at the end of the journal, comes from one of them', async () => {
      const folder = await newFolder();
      await add(await open(folder), 1, 4);
      const vault = await open(folder, { rescue: snapshotsOf(commits(1, 6), before) });
      expect(await vault.takeBack(() => COUNT)).toBe(2);
      expect(await readAll(vault)).toEqual(commits(1, 6));
      expect(await vault.takeBack(() => COUNT)).toBe(0);
    });
  });

  test('is put right without what an append that failed has left behind it', async () => {
    const folder = await newFolder();
    const { disk, failAt } = faultyDisk();
    const vault = await open(folder, { disk, rescue: snapshotsOf(commits(1, 3)) });
    expectOk(await add(vault, 1, 3));
    // The line is written whole, but neither synced nor cut off again.
    failAt(4, 'EIO', true);
    expectError(await add(vault, 4, 4));
    failAt(0);
    const left = await readFile(join(journalIn(folder), 'journal-000001.tdj'), 'utf8');
    expect(left).toContain('{"n":4,');
    await damage(folder, [2]);
    expect(await vault.mend()).toBe(1);
    const next = { deskId, after: 3, commits: [aCommit(9)], tally: null };
    expectOk(await vault.append(next));
    expect(await readAll(vault)).toEqual([...commits(1, 3), aCommit(9)]);
    expect(await readAll(await open(folder))).toEqual([...commits(1, 3), aCommit(9)]);
  });

  test('on a disk that fails at any one call costs no good commit, and can be tried again', async () => {
    for (let n = 1, reached = true; reached; n += 1) {
      const folder = await aJournal();
      await damage(folder, [2, 7]);
      const { disk, failAt, calls } = faultyDisk();
      const vault = await open(folder, { disk, rescue: snapshotsOf(commits(1, COUNT)) });
      const before = calls();
      failAt(n, 'ENOSPC');
      const mended = await vault.mend();
      reached = calls() - before >= n;
      failAt(0);
      // As if the app were killed now.
      const missing = await missingIn(await open(folder));
      expect([2, 7]).toEqual(expect.arrayContaining([...missing]));
      if (mended === 2) expect(missing).toEqual([]);
      expectOk(await add(vault, COUNT + 1, COUNT + 1));
      expect(await readAll(vault)).toEqual(commits(1, COUNT + 1));
      expect(await readAll(await open(folder))).toEqual(commits(1, COUNT + 1));
    }
  });
});

describe('a journal that has lost its end', () => {
  test('takes it back from a snapshot that knows of more', async () => {
    const folder = await aJournal();
    await damage(folder, [11, 12]);
    await truncate(join(journalIn(folder), 'journal-000001.tdj'), 700);
    for (const name of (await readdir(journalIn(folder))).filter((name) => name > 'journal-000001'))
      await rm(join(journalIn(folder), name));
    const vault = await open(folder, { rescue: snapshotsOf(commits(1, COUNT)) });
    const { last } = vault.state();
    expect(last).toBeLessThan(COUNT);
    expect(await vault.takeBack(() => COUNT)).toBe(COUNT - last);
    expect(vault.state()).toMatchObject({ last: COUNT, mended: COUNT - last });
    expect(await readAll(await open(folder))).toEqual(commits(1, COUNT));
  });

  test('or all of it, takes it back', async () => {
    const folder = await aJournal();
    for (const name of await readdir(journalIn(folder))) {
      if (name.endsWith('.tdj')) await rm(join(journalIn(folder), name));
    }
    const vault = await open(folder, { rescue: snapshotsOf(commits(1, COUNT)) });
    expect(vault.state()).toMatchObject({ deskId: null, last: 0 });
    expect(await vault.takeBack(() => COUNT)).toBe(COUNT);
    expect(vault.state()).toMatchObject({ deskId, last: COUNT });
    expect(await readAll(await open(folder))).toEqual(commits(1, COUNT));
  });

  test('takes nothing from a snapshot whose history is another', async () => {
    const folder = await newFolder();
    await add(await open(folder), 1, 3);
    const other = [...commits(1, 2), ...commits(7, 9)];
    const vault = await open(folder, { rescue: snapshotsOf(other) });
    expect(await vault.takeBack(() => 5)).toBe(0);
    expect(await readAll(vault)).toEqual(commits(1, 3));
  });

  test('is whole when nothing was lost', async () => {
    const folder = await aJournal();
    const vault = await open(folder, { rescue: snapshotsOf([aCommit(99)]) });
    expect(await vault.takeBack(() => COUNT)).toBe(0);
    expect(await asideIn(folder)).toBe(0);
  });
});
