import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { realDisk } from '../../electron/host/disk.ts';
import type { Commit } from '../../shared/commits/commit.ts';
import { cutAfter } from '../../shared/commits/index.ts';
import type { Host } from '../../shared/contract/index.ts';
import { idToReading, nextReading, readingToId } from '../../shared/core/clock.ts';
import { dateInChina } from '../../shared/core/dates.ts';
import { aCommit, expectOk, newFolder } from '../integration/host/support.ts';
import { startHere } from './support/hosts.ts';
import { chanceOf, noCounts, nothingWrong, report, rounds } from './support/rounds.ts';

const DAY = 24 * 60 * 60 * 1000;
const WEEK = 7 * DAY;
const START = Date.parse('2026-03-02T09:00:00+08:00');

/** Commits as the page makes them: the clock of their ids never goes back, their time does. */
function makeCommits(log: readonly Commit[], now: number, count: number): Commit[] {
  const made: Commit[] = [];
  for (let n = 0; n < count; n += 1) {
    const before = (made.at(-1) ?? log.at(-1))?.id;
    const last = before === undefined ? null : idToReading(before);
    const commit = aCommit(log.length + n + 1);
    const id = readingToId(nextReading(last ?? { at: 0, counter: 0 }, now + n), commit.device);
    made.push({ ...commit, id, at: now + n });
  }
  return made;
}

async function readDesk(host: Host, deskId: string): Promise<readonly Commit[]> {
  return expectOk(await host.readCommits({ from: { deskId }, after: 0 })).commits;
}

const inOrder = (log: readonly Commit[]): boolean =>
  log.every(({ id }, index) => index === 0 || (log[index - 1]?.id ?? '') < id);

/** For the day of every commit: what was made until then is a beginning of the log. */
const cutsWhole = (log: readonly Commit[]): boolean =>
  log.every(({ id }) => {
    const cut = cutAfter(dateInChina(idToReading(id)?.at ?? 0));
    const later = log.findIndex((commit) => commit.id >= cut);
    return later === -1 || log.slice(later).every((commit) => commit.id >= cut);
  });

test('a clock that jumps by days and years costs nothing', async () => {
  const counts = noCounts();
  const chance = chanceOf(11);
  const jumps = [0, 60_000, -DAY, 365 * DAY, -365 * DAY, DAY, -3 * DAY, 400 * DAY, -400 * DAY];
  for (let round = 0; round < rounds(3, 40); round += 1) {
    const dataFolder = await newFolder();
    const log: Commit[] = [];
    let now = START;
    let deskId: string = randomUUID();
    let left: { readonly at: number; readonly count: number } | null = null;
    const snapshots: string[] = [];
    for (const jump of round === 0 ? jumps : jumps.map(() => jumps[chance(jumps.length)] ?? 0)) {
      now += jump;
      const launch = now;
      const { host, close } = expectOk(
        await startHere(dataFolder, realDisk, { now: () => launch }),
      );
      counts.rounds += 1;
      counts.acknowledged += log.length;
      if (log.length > 0 && !isDeepStrictEqual(await readDesk(host, deskId), log)) counts.lost += 1;
      const { kept, mended, setAside } = expectOk(await host.vaultState({}));
      if (mended + setAside > 0) counts.falseAlarms += 1;
      // No launch by the wrong clock alone may end the time of a desk that was left.
      const worked = left !== null && (log.at(-1)?.at ?? 0) >= left.at + WEEK;
      if (left && !worked && kept.length === 0) counts.lost += left.count;
      const listed = expectOk(await host.listSnapshots({})).snapshots.map(({ name }) => name);
      counts.lost += snapshots.filter((name) => !listed.includes(name)).length;

      const commits = makeCommits(log, now, 3);
      expectOk(await host.appendCommits({ deskId, after: log.length, commits, tally: null }));
      log.push(...commits);
      if (!inOrder(log) || !cutsWhole(log)) counts.lost += 1;
      const job = randomUUID();
      const { snapshot } = expectOk(await host.takeSnapshot({ job, why: 'asked' }));
      if (snapshot) snapshots.push(snapshot.name);
      const middle = log[chance(log.length)];
      const at = middle === undefined ? 0 : (idToReading(middle.id)?.at ?? 0);
      const source = { type: 'point', at } as const;
      const prepared = expectOk(await host.prepareRestore({ job, source }));
      const expected = log.filter(({ id }) => (idToReading(id)?.at ?? 0) <= at);
      if (!isDeepStrictEqual(await readDesk(host, prepared.deskId), expected)) counts.lost += 1;
      if (left === null && log.length > 6) {
        expectOk(await host.switchDesk({ deskId: prepared.deskId }));
        left = { at: now, count: log.length };
        deskId = prepared.deskId;
        log.splice(expected.length);
      }
      await close();
    }
    expect(counts, `round ${round}`).toMatchObject(nothingWrong);
  }
  expect(report('the clock jumps', counts)).toEqual(nothingWrong);
});
