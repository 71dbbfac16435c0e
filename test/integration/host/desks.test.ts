import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openVault } from '../../../electron/host/vault.ts';
import { aCommit, expectError, expectOk, faultyDisk, newFolder } from './support.ts';
import {
  add,
  commits,
  contents,
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
  vaultOptions,
} from './vault-support.ts';

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
