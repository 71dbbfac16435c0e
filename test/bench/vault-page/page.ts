import { Dexie } from 'dexie';
import type { Change } from '../../../shared/commits/index.ts';
import { achievementValues } from '../../builders/many.ts';

/** What a desk is made of under its screens, over the real host, with a stopwatch. */

const [
  { newDesk, openDesk },
  { commit },
  { closeSession, session, useDesk },
  { takeSnapshot, useVault },
  { host },
] = await Promise.all([
  import('../../../renderer/data/open.ts'),
  import('../../../renderer/data/commit.ts'),
  import('../../../renderer/data/session.ts'),
  import('../../../renderer/data/vault.ts'),
  import('../../../renderer/data/host.ts'),
]);

const raw = new Dexie('raw', { chromeTransactionDurability: 'strict' });
raw.version(1).stores({ rows: '&id' });
const rows = raw.table('rows');

let serial = 0;
function nextRow() {
  serial += 1;
  return { id: `a${String(serial).padStart(7, '0')}`, value: achievementValues(serial) };
}

const timed = async (task: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await task();
  return performance.now() - start;
};

const stateOf = () => useDesk.getState().state.at;

/** Resolves when the state of saving or of the desk is so. */
function until(isSo: () => boolean): Promise<void> {
  if (isSo()) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = useDesk.subscribe(() => {
      if (!isSo()) return;
      stop();
      resolve();
    });
  });
}
const isSaved = () => useDesk.getState().save.type === 'saved';

async function write(count: number, key: string): Promise<void> {
  const changes = Array.from({ length: count }, nextRow).map(
    ({ id, value }): Change => ({ put: 'achievement', id, value }),
  );
  const written = await commit({ label: { key }, changes });
  if (!written.ok) throw new Error(JSON.stringify(written.error));
}

/** The longest time for which the page answered nothing while a task went on, in ms. */
async function longestPause(task: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  });
  await task();
  clearInterval(timer);
  return longest;
}

const stopwatch = {
  begin: async (): Promise<void> => {
    await openDesk();
    await newDesk();
    await until(isSaved);
  },
  /** Opens the desk that is there. */
  open: async (): Promise<void> => {
    await openDesk();
    if (stateOf() !== 'ready') throw new Error(stateOf());
  },
  /** One save after another, each until the journal has it. */
  saves: async (count: number): Promise<number[]> => {
    const times: number[] = [];
    for (let n = 0; n < count; n += 1) {
      times.push(
        await timed(async () => {
          await write(1, 'create');
          await until(isSaved);
        }),
      );
    }
    return times;
  },
  strictPuts: async (count: number): Promise<number[]> => {
    const times: number[] = [];
    for (let n = 0; n < count; n += 1) {
      const { id, value } = nextRow();
      times.push(await timed(() => rows.put({ id, ...value })));
    }
    return times;
  },
  /** An import until the journal has it. */
  importRows: (count: number): Promise<number> =>
    timed(async () => {
      await write(count, 'import');
      await until(isSaved);
    }),
  /** The same with no journal at all. After this the page is of no more use. */
  importWithoutJournal: (count: number): Promise<number> => {
    // The first call is never answered, and nothing follows it.
    Object.assign(host, { appendCommits: () => new Promise(() => undefined) });
    return timed(() => write(count, 'import'));
  },
  bulkPut: (count: number, chunk: number): Promise<number> =>
    timed(async () => {
      for (let done = 0; done < count; done += chunk) {
        const many = Array.from({ length: chunk }, nextRow);
        await rows.bulkPut(many.map(({ id, value }) => ({ id, ...value })));
      }
    }),
  pauseInNothing: (ms: number): Promise<number> =>
    longestPause(() => new Promise((resolve) => setTimeout(resolve, ms))),
  pauseInSnapshot: (): Promise<number> =>
    longestPause(async () => {
      const taken = await takeSnapshot('asked');
      if (!taken.ok || taken.value === null) throw new Error('no snapshot');
    }),
  /** Until the snapshot has been restored into a scratch database. */
  pauseInProof: (): Promise<number> =>
    longestPause(async () => {
      while (!useVault.getState().snapshots[0]?.provenAt) {
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }),
  /** Loses the database, and has it built anew from the vault. */
  rebuild: async (): Promise<{ readonly ms: number; readonly rows: number }> => {
    closeSession();
    for (const name of await Dexie.getDatabaseNames()) {
      if (name.startsWith('desk-')) await Dexie.delete(name);
    }
    const ms = await timed(async () => {
      await openDesk();
      await until(() => stateOf() === 'ready');
    });
    return { ms, rows: await session().database.table('achievement').count() };
  },
};
export type Stopwatch = typeof stopwatch;

Object.assign(globalThis, { stopwatch });
