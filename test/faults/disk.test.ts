import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import type { Disk } from '../../electron/host/disk.ts';
import { openVault } from '../../electron/host/vault.ts';
import type { Host } from '../../shared/contract/index.ts';
import { aCommit, newFolder } from '../integration/host/support.ts';
import { open, otherDeskId, readAll } from '../integration/host/vault-support.ts';
import { startHere } from './support/hosts.ts';
import { type MemoryDisk, memoryDisk } from './support/memory-disk.ts';
import { chanceOf, noCounts, nothingWrong, report, rounds } from './support/rounds.ts';
import { FAULTS, failingDisk, watchedDisk } from './support/watched-disk.ts';
import {
  append,
  type Expected,
  keepFile,
  nothingYet,
  restore,
  switchTo,
  takeSnapshot,
  verify,
} from './support/work.ts';

/** A bit of all that the vault does, from an empty folder to the second desk and back. */
async function aDay(host: Host, expected: Expected): Promise<void> {
  await append(host, expected, 1);
  await append(host, expected, 3, 200);
  await keepFile(host, expected, '合同扫描件 '.repeat(500));
  await takeSnapshot(host, expected);
  await append(host, expected, 2, 3000);
  const first = expected.current;
  const [name] = [...expected.snapshots.keys()];
  if (name !== undefined) await restore(host, expected, { type: 'snapshot', name });
  await append(host, expected, 2);
  await keepFile(host, expected, '合同扫描件 '.repeat(500));
  if (first !== null && expected.current !== first) await switchTo(host, expected, first);
  await append(host, expected, 1);
}

/** The same in a folder of the kind that the host makes for itself. */
async function emptyDisk(dataFolder: string): Promise<MemoryDisk> {
  const memory = memoryDisk();
  await memory.disk.mkdir(dataFolder, { recursive: true });
  return memory.copy();
}

async function callsOf(dataFolder: string): Promise<number> {
  const { disk } = await emptyDisk(dataFolder);
  const { disk: counted, made } = failingDisk(disk, 0, 'EIO');
  const started = await startHere(dataFolder, counted);
  if (!started.ok) throw new Error('a sound disk is enough to start');
  await aDay(started.value.host, nothingYet());
  await started.value.close();
  return made.calls;
}

/** Works on a disk, then holds what is on a sound one against what was answered. */
async function dayOn(
  dataFolder: string,
  disk: Disk,
  expected: Expected,
  { close }: { readonly close: boolean },
): Promise<void> {
  const started = await startHere(dataFolder, disk);
  if (!started.ok) return;
  await aDay(started.value.host, expected);
  if (close) await started.value.close();
}

async function verifyOn(
  dataFolder: string,
  disk: Disk,
  expected: Expected,
  counts: ReturnType<typeof noCounts>,
  torn: boolean,
): Promise<void> {
  const started = await startHere(dataFolder, disk);
  if (!started.ok) throw new Error(`a sound disk is refused: ${started.error.type}`);
  const { host, close } = started.value;
  await verify(host, expected, counts, { torn });
  // And work goes on.
  if (!(await append(host, expected, 1))) counts.lost += 1;
  await close();
}

test('whichever call to the file system fails, nothing answered is lost', async () => {
  const dataFolder = await newFolder();
  const calls = await callsOf(dataFolder);
  expect(calls).toBeGreaterThan(200);
  for (const [index, fault] of FAULTS.entries()) {
    const counts = noCounts();
    // The short run takes every so many calls of each kind of fault, beginning with another one;
    // only some of the calls write, and can write too little.
    const step = rounds(fault === 'short write' ? 3 : 8, 1);
    for (let n = 1 + ((index * 3) % step); n <= calls; n += step) {
      const memory = await emptyDisk(dataFolder);
      const { disk, made } = failingDisk(memory.disk, n, fault);
      const expected = nothingYet();
      await dayOn(dataFolder, disk, expected, { close: true });
      if (!made.failed) continue;
      counts.rounds += 1;
      await verifyOn(dataFolder, memory.disk, expected, counts, false);
      expect(counts, `${fault} at call ${n}`).toMatchObject(nothingWrong);
    }
    expect(report(`one call fails: ${fault}`, counts)).toEqual(nothingWrong);
    expect(counts.rounds).toBeGreaterThan(5);
  }
});

test('whenever the power is cut, nothing answered is lost', async () => {
  const dataFolder = await newFolder();
  const calls = await callsOf(dataFolder);
  const counts = noCounts();
  const chance = chanceOf(7);
  const times = rounds(1, 10);
  const step = rounds(4, 1);
  for (let n = 1; n <= calls; n += step) {
    const memory = await emptyDisk(dataFolder);
    const cut = Promise.withResolvers<void>();
    let made = 0;
    const disk = watchedDisk(memory.disk, (call) => {
      made += 1;
      if (made < n) return call.run();
      cut.resolve();
      // Nothing answers any more.
      return new Promise(() => undefined);
    });
    const expected = nothingYet();
    await Promise.race([dayOn(dataFolder, disk, expected, { close: true }), cut.promise]);
    for (let time = 0; time < times; time += 1) {
      counts.rounds += 1;
      const after = structuredClone(expected);
      await verifyOn(dataFolder, memory.cut(chance).disk, after, counts, true);
      expect(counts, `cut before call ${n}`).toMatchObject(nothingWrong);
    }
  }
  expect(report('the power is cut', counts)).toEqual(nothingWrong);
});

/** Starts a file for about every other commit. */
const SMALL_FILES = 700;

test('nor while a journal goes on in new files', async () => {
  const counts = noCounts();
  const chance = chanceOf(13);
  let reached = true;
  for (let n = 1; reached; n += 1) {
    for (const fault of ['power cut', ...FAULTS] as const) {
      const memory = memoryDisk();
      const { disk, made } = failingDisk(memory.disk, n, fault === 'power cut' ? 'EIO' : fault);
      let kept = 0;
      const options = { disk, now: () => aCommit(1000).at, log: () => undefined };
      const opened = await openVault({ ...options, folder: '/vault', fileLimit: SMALL_FILES });
      for (let tries = 0; opened.ok && tries < 9; tries += 1) {
        const commits = [aCommit(kept + 1)];
        const input = { deskId: otherDeskId, after: kept, commits, tally: null };
        // With the failing call the power goes.
        if (fault === 'power cut' && made.failed) break;
        const answer = await opened.value.append(input);
        if (answer.ok && !(fault === 'power cut' && made.failed)) kept += 1;
      }
      reached = made.calls >= n;
      if (!made.failed) continue;
      counts.rounds += 1;
      counts.acknowledged += kept;
      const after = fault === 'power cut' ? memory.cut(chance).disk : memory.disk;
      const vault = await open('/vault', { disk: after, fileLimit: SMALL_FILES });
      const found = vault.state().last > 0 ? await readAll(vault, otherDeskId) : [];
      const sent = Array.from({ length: found.length }, (_, index) => aCommit(index + 1));
      if (!isDeepStrictEqual(found, sent)) counts.invented += 1;
      counts.lost += Math.max(0, kept - found.length);
      if (fault !== 'power cut' && vault.state().setAside > 0) counts.falseAlarms += 1;
      expect(counts, `${fault} at call ${n}`).toMatchObject(nothingWrong);
    }
  }
  expect(report('new files of the journal', counts)).toEqual(nothingWrong);
  expect(counts.rounds).toBeGreaterThan(100);
});
