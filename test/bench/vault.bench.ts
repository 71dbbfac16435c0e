import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { achievementValues } from '../builders/many.ts';
import { freePort, launchBrowserWindow } from '../e2e/support/browser-window.ts';
import { buildRuntimes } from '../integration/runtimes/support/build-runtimes.ts';
import { freshPlace } from '../integration/runtimes/support/place.ts';
import { temporaryFolder } from '../integration/runtimes/support/temporary.ts';
import type { Stopwatch } from './vault-page/page.ts';

/** What the vault costs: the real page, server and disk, beside the raw limit of the same run. */

const ROWS = 100_000;
const SAVES = 300;

let dist: string;
beforeAll(async () => {
  dist = temporaryFolder();
  await buildRuntimes(dist, join(import.meta.dirname, 'vault-page'));
}, 120_000);

type Call = <K extends keyof Stopwatch>(
  name: K,
  ...input: Parameters<Stopwatch[K]>
) => Promise<Awaited<ReturnType<Stopwatch[K]>>>;

/** A desk of its own with nothing on it, in a browser of its own, which can be started anew. */
async function onDesk<T>(
  task: (call: Call, dataFolder: string, restart: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const place = freshPlace(dist);
  // Another port would be another origin, and so other databases.
  const port = await freePort();
  const launch = async () => {
    const app = await launchBrowserWindow(place, port);
    await app.page.waitForFunction(() => 'stopwatch' in globalThis);
    return app;
  };
  let app = await launch();
  const call: Call = (name, ...input) => ask(app.page, name, input);
  const restart = async (): Promise<void> => {
    await app.kill();
    app = await launch();
    await call('open');
  };
  await call('begin');
  try {
    return await task(call, place.dataFolder, restart);
  } finally {
    await app.kill();
  }
}

function ask<K extends keyof Stopwatch>(
  page: Page,
  name: K,
  input: Parameters<Stopwatch[K]>,
): Promise<Awaited<ReturnType<Stopwatch[K]>>> {
  return page.evaluate(
    ([called, given]) => {
      const { stopwatch } = globalThis as unknown as { stopwatch: Record<string, unknown> };
      const method = stopwatch[called] as (...input: readonly unknown[]) => unknown;
      return method(...given);
    },
    [name, input] as const,
    // The page says what it gives; only its form is lost on the way.
  ) as Promise<Awaited<ReturnType<Stopwatch[K]>>>;
}

const sorted = (times: readonly number[]): readonly number[] => times.toSorted((a, b) => a - b);
const at = (times: readonly number[], share: number): number =>
  sorted(times)[Math.floor(times.length * share)] ?? 0;

/** Appends lines as long as a commit of one record is, each synced. */
async function syncedAppends(folder: string, count: number): Promise<number[]> {
  const line = Buffer.from(`${JSON.stringify(achievementValues(1))}${' '.repeat(400)}\n`);
  const handle = await open(join(folder, 'appended'), 'a');
  const times: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const start = performance.now();
    await handle.write(line);
    await handle.sync();
    times.push(performance.now() - start);
  }
  await handle.close();
  return times;
}

const table: Record<string, Record<string, string>> = {};

/** Takes a figure into the table, and answers whether it keeps its bounds. */
function note(
  figure: string,
  unit: 'ms' | 's' | '%',
  measured: number,
  bounds: { readonly raw?: number; readonly most?: number; readonly ratio?: number },
): boolean {
  const { raw, most, ratio } = bounds;
  const times = raw === undefined ? undefined : measured / raw;
  const met =
    (most === undefined || measured <= most) &&
    (ratio === undefined || times === undefined || times <= ratio);
  table[figure] = {
    measured: `${measured.toFixed(1)} ${unit}`,
    raw: raw === undefined ? '' : `${raw.toFixed(1)} ${unit}`,
    ratio: times === undefined ? '' : `${times.toFixed(2)}x`,
    bound: [most && `${most} ${unit}`, ratio && `${ratio}x`].filter(Boolean).join(', '),
    met: met ? 'yes' : 'NO',
  };
  return met;
}

// biome-ignore lint/suspicious/noConsole: the figures are what the run is for
afterAll(() => console.table(table));

test('one save until it is durable', { timeout: 300_000 }, async () => {
  await onDesk(async (call, dataFolder) => {
    await call('saves', 30);
    await call('strictPuts', 30);
    // By turns, so that whatever else the machine does meets all alike.
    const [saves, puts, appends]: [number[], number[], number[]] = [[], [], []];
    for (let turn = 0; turn < 10; turn += 1) {
      saves.push(...(await call('saves', SAVES / 10)));
      puts.push(...(await call('strictPuts', SAVES / 10)));
      appends.push(...(await syncedAppends(dataFolder, SAVES / 10)));
    }
    const half = at(puts, 0.5) + at(appends, 0.5);
    note('one save until durable, median', 'ms', at(saves, 0.5), { raw: half, ratio: 3 });
    const most = at(puts, 0.95) + at(appends, 0.95);
    expect(
      note('one save until durable, p95', 'ms', at(saves, 0.95), { raw: most, most: 20, ratio: 3 }),
    ).toBe(true);
  });
});

test('the journal in an import', { timeout: 900_000 }, async () => {
  const without = await onDesk((call) => call('importWithoutJournal', ROWS));
  await onDesk(async (call, _dataFolder, restart) => {
    const withJournal = await call('importRows', ROWS);
    const share = (100 * (withJournal - without)) / withJournal;
    note('import of 100,000 rows until durable', 's', withJournal / 1000, { raw: without / 1000 });
    const afterwards = await call('pauseInNothing', 15_000);
    // What the import left in the page's memory is not the snapshot's to collect.
    await restart();
    const idle = await call('pauseInNothing', 5_000);
    const snapshot = await call('pauseInSnapshot');
    const proof = await call('pauseInProof');
    const bulk = await call('bulkPut', ROWS, 1_000);
    const { ms, rows } = await call('rebuild');
    expect(rows).toBe(ROWS);
    const met = [
      note('the journal’s share of it', '%', share, { most: 15 }),
      note('longest pause in the 15 s after it', 'ms', afterwards, { raw: idle }),
      note('longest pause while a snapshot is taken', 'ms', snapshot, { raw: idle, most: 100 }),
      note('longest pause while it is proven', 'ms', proof, { raw: idle, most: 100 }),
      note('rebuild of 100,000 rows', 's', ms / 1000, { raw: bulk / 1000, most: 60, ratio: 1.5 }),
    ];
    expect(met).not.toContain(false);
  });
});
