import { execFileSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Disk, realDisk } from '../../electron/host/disk.ts';
import type { Host } from '../../shared/contract/index.ts';
import { expectOk, newFolder } from '../integration/host/support.ts';
import { startHere } from './support/hosts.ts';
import { memoryDisk } from './support/memory-disk.ts';
import { chanceOf, noCounts, nothingWrong, report, rounds } from './support/rounds.ts';
import {
  append,
  type Expected,
  keepFile,
  nothingYet,
  takeSnapshot,
  verify,
} from './support/work.ts';

/** Writes until the disk is full, and tries on for a while. Answers how often it was refused. */
async function fill(host: Host, expected: Expected, textLength: number): Promise<number> {
  let refused = 0;
  for (let tries = 0; refused < 6; tries += 1) {
    const what = tries % 5;
    const done =
      what === 3
        ? await takeSnapshot(host, expected)
        : what === 4
          ? await keepFile(host, expected, `附件 ${tries} `.repeat(textLength))
          : await append(host, expected, 1 + (tries % 3), textLength);
    if (!done) refused += 1;
  }
  return refused;
}

/** Fills a disk, restarts on the full one, and goes on when there is room again. */
async function fillAndGoOn(
  dataFolder: string,
  disk: Disk,
  room: { readonly take: () => void; readonly give: () => void },
  textLength: number,
  counts: ReturnType<typeof noCounts>,
): Promise<void> {
  const expected = nothingYet();
  const first = expectOk(await startHere(dataFolder, disk));
  await append(first.host, expected, 2);
  room.take();
  counts.rounds += 1;
  expect(await fill(first.host, expected, textLength)).toBeGreaterThan(0);
  // Without an end of its own: what is found is what was answered.
  const full = await startHere(dataFolder, disk);
  if (full.ok) await verify(full.value.host, expected, counts, { torn: true });
  room.give();
  const { host, close } = full.ok ? full.value : expectOk(await startHere(dataFolder, disk));
  if (!(await append(host, expected, 3))) counts.lost += 1;
  await close();
  const last = expectOk(await startHere(dataFolder, disk));
  await verify(last.host, expected, counts, { torn: true });
  await last.close();
}

test('a disk that fills up costs nothing that was answered', async () => {
  const counts = noCounts();
  const chance = chanceOf(3);
  for (let round = 0; round < rounds(10, 200); round += 1) {
    const dataFolder = await newFolder();
    const memory = memoryDisk();
    await memory.disk.mkdir(dataFolder, { recursive: true });
    const room = {
      take: () => memory.limit(chance(60_000)),
      give: () => memory.limit(null),
    };
    await fillAndGoOn(dataFolder, memory.disk, room, 500, counts);
    expect(counts, `round ${round}`).toMatchObject(nothingWrong);
  }
  expect(report('a full disk, in memory', counts)).toEqual(nothingWrong);
});

/** A disk of its own of 4 MB; false where one may not be made. */
function mountSmall(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return false;
  }
  onTestFinished(() => {
    execFileSync('umount', ['--lazy', folder]);
  });
  return true;
}

test('so does a real one', async ({ skip }) => {
  const folder = await newFolder();
  if (process.platform !== 'linux' || !mountSmall(folder)) return skip('no disk may be made here');
  const counts = noCounts();
  const ballast = join(folder, 'ballast');
  for (let round = 0; round < rounds(2, 20); round += 1) {
    const dataFolder = join(folder, `data-${round}`);
    await mkdir(dataFolder);
    const room = {
      take: () =>
        execFileSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=1k', 'count=3500'], {
          stdio: 'ignore',
        }),
      give: () => execFileSync('rm', ['-f', ballast]),
    };
    await fillAndGoOn(dataFolder, realDisk, room, 5000, counts);
    expect(counts, `round ${round}`).toMatchObject(nothingWrong);
    execFileSync('rm', ['-rf', dataFolder]);
  }
  expect(report('a full disk, a real one', counts)).toEqual(nothingWrong);
});
