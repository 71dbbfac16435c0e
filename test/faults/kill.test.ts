import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { newFolder } from '../integration/host/support.ts';
import { startProcess, warmUp } from './support/hosts.ts';
import { type Chance, chanceOf, noCounts, nothingWrong, report, rounds } from './support/rounds.ts';
import { doSomething, Ended, type Expected, nothingYet, verify } from './support/work.ts';

/** A journal that has grown over more rounds than this takes longer to read than to write. */
const ROUNDS_PER_FOLDER = 20;
/** About as many calls as a start and the work after it make. */
const CALLS = 160;

beforeAll(warmUp);

/** Works until the host is gone; it may be gone before it has answered anything. */
async function work(
  { host, kill }: ReturnType<typeof startProcess>,
  expected: Expected,
  counts: ReturnType<typeof noCounts>,
  chance: Chance,
  killAfter: number | null,
): Promise<void> {
  try {
    await verify(host, expected, counts, { torn: true });
    if (killAfter !== null) void wait(killAfter).then(kill);
    for (let done = 0; killAfter !== null || done < 12; done += 1) {
      await doSomething(host, expected, chance);
    }
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
  }
  await kill();
}

test('a host that is killed at any moment loses nothing that it has answered', async () => {
  const counts = noCounts();
  const chance = chanceOf(20_261_124);
  let expected = nothingYet();
  let folder = await newFolder();
  for (let round = 0; round < rounds(20, 1200); round += 1) {
    if (round % ROUNDS_PER_FOLDER === 0) {
      folder = await newFolder();
      expected = nothingYet();
    }
    counts.rounds += 1;
    // By turns at a moment of time and at a step of its own.
    const killAfter = round % 2 === 0 ? chance(400) : null;
    const process = startProcess(folder, killAfter === null ? 1 + chance(CALLS) : 0);
    await work(process, expected, counts, chance, killAfter);
    expect(counts, `round ${round}`).toMatchObject(nothingWrong);
  }
  const last = startProcess(folder, 0);
  await verify(last.host, expected, counts, { torn: true });
  await last.kill();
  expect(report('kill -9 during work', counts)).toEqual(nothingWrong);
  expect(counts.acknowledged).toBeGreaterThan(100);
});
