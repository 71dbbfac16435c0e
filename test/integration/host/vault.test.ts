import { appendFile, cp, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crc32c } from '../../../electron/host/crc32c.ts';
import type { Vault } from '../../../electron/host/vault.ts';
import type { Commit } from '../../../shared/commits/commit.ts';
import { aCommit, expectError, expectOk, faultyDisk, newFolder } from './support.ts';
import { add, commits, deskId, journalIn, open, otherDeskId, readAll } from './vault-support.ts';

const firstFile = 'journal-000001.tdj';
/** What a vault says of itself when nothing special has happened. */
const calm = { deskId, tally: null, schema: 1, setAside: 0, mended: 0, kept: [] };
const read = (vault: Vault, after: number) => vault.read(deskId, after);

test('the checksum is the published CRC-32C', () => {
  expect(crc32c(Buffer.from('123456789')).toString(16)).toBe('e3069283');
});

describe('a journal', () => {
  test('starts empty and belongs to nobody', async () => {
    const vault = await open(await newFolder());
    expect(vault.state()).toEqual({ ...calm, deskId: null, last: 0, schema: 0 });
    expect(expectError(await read(vault, 0))).toEqual({ type: 'gone' });
    expect(vault.source()).toBeNull();
  });

  test('gives back what was kept, also after it is opened anew', async () => {
    const folder = await newFolder();
    const vault = await open(folder);
    expect(expectOk(await add(vault, 1, 3))).toEqual({ last: 3 });
    expect(expectOk(await add(vault, 4, 4))).toEqual({ last: 4 });
    expect(await readAll(vault)).toEqual(commits(1, 4));

    const again = await open(folder);
    expect(again.state()).toEqual({ ...calm, last: 4 });
    expect(await readAll(again)).toEqual(commits(1, 4));
    expect(expectOk(await read(again, 2)).commits).toEqual(commits(3, 4));
  });

  test('reading goes on after an append where it ended', async () => {
    const vault = await open(await newFolder());
    await add(vault, 1, 2);
    expect(expectOk(await read(vault, 0)).last).toBe(2);
    await add(vault, 3, 3);
    expect(expectOk(await read(vault, 2)).commits).toEqual(commits(3, 3));
  });

  test('refuses another desk, and whoever has not caught up', async () => {
    const vault = await open(await newFolder());
    await add(vault, 1, 2);
    const foreign = { deskId: otherDeskId, after: 2, commits: commits(3, 3), tally: null };
    expect(expectError(await vault.append(foreign))).toEqual({ type: 'otherDesk' });
    expect(expectError(await add(vault, 2, 2))).toEqual({ type: 'behind', last: 2 });
    expect(expectError(await add(vault, 4, 4))).toEqual({ type: 'behind', last: 2 });
  });

  test('of two that append at once, one is told that it is behind', async () => {
    const vault = await open(await newFolder());
    const answers = await Promise.all([add(vault, 1, 1), add(vault, 1, 1)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await readAll(vault)).toEqual(commits(1, 1));
  });

  test('goes on in a new file when one is full, and is read as one', async () => {
    const folder = await newFolder();
    const vault = await open(folder, { fileLimit: 1000 });
    for (let n = 1; n <= 12; n += 1) expectOk(await add(vault, n, n));
    expect((await readdir(journalIn(folder))).length).toBeGreaterThan(2);
    expect(await readAll(vault)).toEqual(commits(1, 12));
    const again = await open(folder, { fileLimit: 1000 });
    expect(again.state().last).toBe(12);
    expect(await readAll(again)).toEqual(commits(1, 12));
    for (let n = 0; n < 12; n += 1) {
      expect(expectOk(await read(again, n)).commits[0]).toEqual(aCommit(n + 1));
    }
  });

  test('is read in answers of bounded size', async () => {
    const vault = await open(await newFolder());
    // About 1 MB each, the last larger than one answer.
    for (let n = 1; n <= 9; n += 1) await add(vault, n, n, 370_000);
    await add(vault, 10, 10, 3_000_000);
    const first = expectOk(await read(vault, 0));
    expect(first.end).toBe(false);
    expect(first.commits).toHaveLength(4);
    expect(expectOk(await read(vault, 7)).commits[0]).toEqual(aCommit(8, 370_000));
    expect((await readAll(vault)).map(({ id }) => id)).toEqual(commits(1, 10).map(({ id }) => id));
  });
});

test('an append is answered once the disk has it, names and all', async () => {
  const { disk, names } = faultyDisk();
  const vault = await open(await newFolder(), { disk });
  const during = async (task: () => Promise<unknown>) => {
    const from = names.length;
    await task();
    return names.slice(from).filter((name) => ['write', 'sync', 'rename'].includes(name));
  };
  // Of a file, its bytes, then its name in the folder.
  const atomically = ['write', 'sync', 'rename', 'sync'];
  // The folder of the desk with its facts, its name as the current one, its journal.
  expect(await during(() => add(vault, 1, 1))).toEqual([
    'sync',
    ...atomically,
    ...atomically,
    ...atomically,
  ]);
  expect(await during(() => add(vault, 2, 2))).toEqual(['write', 'sync']);
});

describe('damage', () => {
  test('a write torn at any byte leaves the commits before it, and its bytes aside', async () => {
    const folder = await newFolder();
    const vault = await open(folder);
    await add(vault, 1, 2);
    const path = join(journalIn(folder), firstFile);
    const before = (await readFile(path)).byteLength;
    await add(vault, 3, 3);
    const whole = await readFile(path);

    for (let size = before; size < whole.byteLength; size += 1) {
      await writeFile(path, whole.subarray(0, size));
      const torn = await open(folder);
      expect(torn.state()).toEqual({ ...calm, last: 2, setAside: size - before });
      expect((await readFile(path)).byteLength).toBe(before);
    }
    const aside = await readFile(join(journalIn(folder), 'set-aside-1.bin'));
    expect(aside).toEqual(whole.subarray(before, before + 1));
    const again = await open(folder);
    expect(expectOk(await add(again, 3, 4))).toEqual({ last: 4 });
    expect(await readAll(again)).toEqual(commits(1, 4));
  });

  test('zeros at the end, as a power cut leaves them, are set aside', async () => {
    const folder = await newFolder();
    await add(await open(folder), 1, 2);
    await appendFile(join(journalIn(folder), firstFile), new Uint8Array(5000));
    const vault = await open(folder);
    expect(vault.state()).toMatchObject({ last: 2, setAside: 5000 });
  });

  test('any flipped bit is found out and no other commit is lost', async () => {
    const folder = await newFolder();
    await add(await open(folder), 1, 3);
    const path = join(journalIn(folder), firstFile);
    const whole = await readFile(path);
    const starts = [...whole.keys()].filter((at) => at === 0 || whole[at - 1] === 0x0a);
    const bits = fc.record({
      at: fc.nat(whole.byteLength - 1),
      bit: fc.nat(7),
    });
    await fc.assert(
      fc.asyncProperty(bits, async ({ at, bit }) => {
        const flipped = Uint8Array.from(whole);
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
        await writeFile(path, flipped);
        const vault = await open(folder);
        const line = starts.findLastIndex((start) => start <= at);
        const found: Commit[] = [];
        const damaged: number[] = [];
        for (let n = 0; n < vault.state().last; ) {
          const answer = await read(vault, n);
          if (answer.ok) {
            found.push(...answer.value.commits);
            n = answer.value.last;
          } else {
            n += 1;
            expect(answer.error).toEqual({ type: 'damaged', at: n });
            damaged.push(n);
          }
        }
        // The checksum stands for the commit: without its line break it is still whole.
        const lost = line === 0 || whole[at] === 0x0a ? [] : [line];
        expect(found).toEqual(commits(1, 3).filter((_, index) => !lost.includes(index + 1)));
        // The last line counts as torn; damage before it stays in the journal and is reported.
        expect(damaged).toEqual(line === 3 ? [] : lost);
        expect(vault.state().setAside > 0).toBe(lost.includes(3));
      }),
      { numRuns: 300 },
    );
  });

  test('a whole commit missing in the middle is reported, not skipped', async () => {
    const folder = await newFolder();
    await add(await open(folder), 1, 3);
    const path = join(journalIn(folder), firstFile);
    const lines = (await readFile(path, 'utf8')).split('\n');
    await writeFile(path, lines.toSpliced(2, 1).join('\n'));
    const vault = await open(folder);
    expect(expectOk(await read(vault, 0))).toMatchObject({ last: 1, end: false });
    expect(expectError(await read(vault, 1))).toEqual({ type: 'damaged', at: 2 });
    expect(expectOk(await read(vault, 2)).commits).toEqual(commits(3, 3));
    expect(expectError(await vault.upTo(Number.MAX_SAFE_INTEGER))).toEqual({
      type: 'damaged',
      at: 2,
    });
  });

  test('a file that somebody cuts off while it is open is reported, and not added to', async () => {
    const folder = await newFolder();
    const vault = await open(folder);
    await add(vault, 1, 3);
    const path = join(journalIn(folder), firstFile);
    await truncate(path, (await stat(path)).size - 10);
    expect(expectOk(await read(vault, 0)).commits).toEqual(commits(1, 2));
    expect(expectError(await read(vault, 2))).toEqual({ type: 'damaged', at: 3 });
    expect(expectError(await add(vault, 4, 4)).type).toBe('cannotWrite');
  });

  test('of the head of a journal costs nothing: its folder says whose it is', async () => {
    const folder = await newFolder();
    await add(await open(folder), 1, 2);
    const path = join(journalIn(folder), firstFile);
    const bytes = await readFile(path);
    bytes[30] = 0;
    await writeFile(path, bytes);
    const vault = await open(folder);
    expectOk(await add(vault, 3, 3));
    expect(await readAll(await open(folder))).toEqual(commits(1, 3));
  });

  test('a file cut to nothing gives way to the one before it', async () => {
    const folder = await newFolder();
    const vault = await open(folder, { fileLimit: 100 });
    await add(vault, 1, 2);
    await add(vault, 3, 3);
    await truncate(join(journalIn(folder), 'journal-000002.tdj'), 40);
    const again = await open(folder, { fileLimit: 100 });
    expect(again.state()).toEqual({ ...calm, last: 2, setAside: 40 });
    expectOk(await add(again, 3, 4));
    expect(await readAll(await open(folder))).toEqual(commits(1, 4));
  });
});

describe('a disk that fails', () => {
  const scenarios = [
    { name: 'in the file at hand', fileLimit: 1_000_000 },
    { name: 'when a file is started', fileLimit: 1 },
  ];
  const sizesIn = async (folder: string) => {
    const names = (await readdir(journalIn(folder))).toSorted();
    return Promise.all(
      names.map(async (name) => [name, (await stat(join(journalIn(folder), name))).size] as const),
    );
  };

  test.each(scenarios)(
    'at any one call, $name, loses nothing kept and takes a retry',
    async ({ fileLimit }) => {
      let failed = 0;
      for (let n = 1; ; n += 1) {
        const folder = await newFolder();
        const { disk, failAt, calls } = faultyDisk();
        const vault = await open(folder, { disk, fileLimit });
        expectOk(await add(vault, 1, 2));
        const before = calls();
        const sizes = await sizesIn(folder);
        failAt(n);
        const answer = await add(vault, 3, 4, 400);
        const reached = calls() - before >= n;
        failAt(0);
        const kept = answer.ok ? 4 : 2;
        if (!answer.ok) {
          failed += 1;
          expect(answer.error).toEqual({ type: 'cannotWrite', name: folder });
          // The journal ends where it ended.
          expect(await sizesIn(folder)).toEqual(sizes);
        }
        expect(vault.state().last).toBe(kept);
        expect((await readAll(vault)).length).toBe(kept);
        expect(expectOk(await add(vault, kept + 1, 5))).toEqual({ last: 5 });
        const again = await open(folder);
        expect(again.state()).toMatchObject({ last: 5, setAside: 0 });
        expect((await readAll(again)).map(({ id }) => id)).toEqual(
          commits(1, 5).map(({ id }) => id),
        );
        if (!reached) break;
      }
      // Opening, writing and syncing the file at least must have been made to fail.
      expect(failed).toBeGreaterThanOrEqual(3);
    },
  );

  test.each(scenarios)(
    'from some call on, $name, keeps what was answered and recovers',
    async ({ fileLimit }) => {
      for (let n = 1; n <= 12; n += 1) {
        const folder = await newFolder();
        const { disk, failAt } = faultyDisk();
        const vault = await open(folder, { disk, fileLimit });
        expectOk(await add(vault, 1, 2));
        failAt(n, 'ENOSPC', true);
        const answer = await add(vault, 3, 3, 400);
        if (!answer.ok) expect(answer.error).toEqual({ type: 'diskFull' });
        failAt(0);
        const kept = answer.ok ? 3 : 2;
        // As if the app were killed now: what another start finds holds at least what was answered.
        const copy = await newFolder();
        await cp(folder, copy, { recursive: true });
        expect((await open(copy)).state().last).toBeGreaterThanOrEqual(kept);
        // And when it goes on, nothing of the failed try is left behind the next commit.
        expectOk(await add(vault, kept + 1, kept + 1));
        const again = await open(folder);
        expect(again.state()).toMatchObject({ last: kept + 1, setAside: 0 });
        expect((await readAll(again)).length).toBe(kept + 1);
      }
    },
  );
});
