import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { type Columns, createColumns } from '../../renderer/index/columns.ts';
import { layoutOf, lineText } from '../../renderer/index/layout.ts';
import type { Query } from '../../renderer/index/query.ts';
import type { StoredRecord } from '../../shared/commits/index.ts';
import { type EntityName, entities, isEntityName } from '../../shared/registry.ts';
import { idOf, manyRecords, sizesFor } from '../builders/many-desk.ts';
import { createFigures, type Figures, quantile } from './figures.ts';

/**
 * What the index worker answers in, without the browser around it: each figure beside the barest
 * means to the same end, measured by turns in the same run.
 */

const TODAY = '2026-11-24';
const ROUNDS = 6;

/** What people type: words, pinyin, first letters, names, numbers. Each is typed key by key. */
const phrases = [
  '电池热失控',
  'dianchi',
  'dcrsk',
  '桥梁 监测',
  'zl 2020 1 0123',
  'wangwei',
  'led 显示',
  '鄂2026-001',
  '华中科技',
  '高精度激光',
];
const keysOf = (phrase: string) => Array.from(phrase, (_, at) => phrase.slice(0, at + 1).trim());

interface Desk {
  readonly columns: Columns;
  readonly kinds: readonly EntityName[];
  /** All searched text of all records. */
  readonly joined: string;
  readonly count: number;
  readonly buildMs: number;
  /** Heap and arrays together, in bytes. */
  readonly memory: number;
  readonly amounts: Float64Array;
  readonly inEnergy: Uint8Array;
}

function textOf(name: EntityName, record: StoredRecord): string {
  const { lines, searched } = layoutOf(entities[name]);
  return lines
    .slice(0, searched)
    .filter(({ together }) => !together)
    .map((line) => lineText(line, record[line.field]))
    .join('\n');
}

setFlagsFromString('--expose-gc');
// A context made after the flag was set has it.
const collectGarbage: () => void = runInNewContext('gc');

function memoryNow(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function build(achievements: number): Desk {
  const sizes = sizesFor(achievements);
  const columns = createColumns();
  const texts: string[] = [];
  const kinds = new Set<EntityName>();
  const amounts = new Float64Array(achievements);
  const inEnergy = new Uint8Array(achievements);
  const before = memoryNow();
  let [buildMs, count] = [0, 0];
  for (const { entity, records } of manyRecords(sizes)) {
    if (!isEntityName(entity)) continue;
    const start = performance.now();
    columns.put(entity, records);
    buildMs += performance.now() - start;
    kinds.add(entity);
    texts.push(records.map((record) => textOf(entity, record)).join('\n'));
    if (entity === 'achievement') {
      records.forEach(({ field, price }, at) => {
        amounts[count + at] = (price as { readonly fen?: number } | undefined)?.fen ?? 0;
        inEnergy[count + at] = field === 'energy' ? 1 : 0;
      });
    }
    count += records.length;
  }
  const joined = texts.join('\n');
  // One pass makes the string flat.
  const textBytes = joined.indexOf('\0') + 1 + 2 * joined.length;
  texts.length = 0;
  const memory = memoryNow() - before - textBytes;
  while (columns.warm());
  return { columns, kinds: [...kinds], joined, count, buildMs, memory, amounts, inEnergy };
}

const timed = (task: () => unknown): number => {
  const start = performance.now();
  task();
  return performance.now() - start;
};

function countIn(text: string, word: string): number {
  let found = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) found += 1;
  return found;
}

let edits = 0;
/** One edit, so that nothing is answered from the last time. */
function edit({ columns }: Desk): void {
  edits += 1;
  const set = { title: `动力电池回收 ${edits}` };
  columns.apply(
    { op: 'patch', entity: 'achievement', id: idOf('achievement', 100), set, was: {} },
    edits,
  );
}

/** Search over all kinds as the search box asks it, and the barest search, key by key by turns. */
function typing(desk: Desk): { readonly asked: number[]; readonly raw: number[] } {
  const { columns, kinds, joined } = desk;
  const [asked, raw]: [number[], number[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const phrase of phrases) {
      edit(desk);
      for (const text of keysOf(phrase)) {
        const ask = timed(() => {
          for (const entity of kinds) columns.ask({ entity, text, from: 0, to: 6 }, TODAY);
        });
        const bare = timed(() => countIn(joined, text));
        // The first round warms up.
        if (round > 0) asked.push(ask);
        if (round > 0) raw.push(bare);
      }
    }
  }
  return { asked, raw };
}

const BOUND = 'filter, sort and totals';

/** Filter, sort and totals of all achievements, and the same over bare typed arrays. */
function filtering(desk: Desk) {
  const { columns, amounts, inEnergy } = desk;
  const sort = { field: 'price', descending: true };
  const ask = (query: Omit<Query, 'entity' | 'from' | 'to' | 'sums'>) => () =>
    columns.ask({ entity: 'achievement', from: 0, to: 50, sums: ['price'], ...query }, TODAY);
  const bare = (): number => {
    const slots: number[] = [];
    for (let slot = 0; slot < inEnergy.length; slot += 1)
      if (inEnergy[slot] === 1) slots.push(slot);
    slots.sort((left, right) => (amounts[right] ?? 0) - (amounts[left] ?? 0));
    let sum = 0;
    for (const slot of slots) sum += amounts[slot] ?? 0;
    return sum;
  };
  const asks = {
    [BOUND]: ask({ where: [{ field: 'field', in: ['energy'] }], sort }),
    'sort by two fields, one of them a text': ask({
      sort: [sort, { field: 'title', descending: false }],
    }),
    'with three facets': ask({ facets: ['field', 'maturity', 'leader'], sort }),
  };
  const raw: number[] = [];
  const times = Object.entries(asks).map(([name, task]) => {
    const asked: number[] = [];
    for (let round = 0; round < 24; round += 1) {
      edit(desk);
      const ms = timed(task);
      const limit = timed(bare);
      if (round > 3) asked.push(ms);
      if (round > 3) raw.push(limit);
    }
    return [name, asked] as const;
  });
  return { times, raw };
}

function noteDesk(desk: Desk, figures: Figures): void {
  const { asked, raw } = typing(desk);
  figures.note('search over all kinds, a key, median', 'ms', quantile(asked, 0.5), {
    raw: quantile(raw, 0.5),
  });
  figures.note('search over all kinds, a key, p95', 'ms', quantile(asked, 0.95), {
    raw: quantile(raw, 0.95),
    most: 12,
    ratio: 3,
  });
  const filtered = filtering(desk);
  const limit = quantile(filtered.raw, 0.95);
  for (const [name, times] of filtered.times) {
    // The others do more than the bare loop does.
    const bounds = name === BOUND ? { raw: limit, most: 20, ratio: 3 } : { most: 20 };
    figures.note(`${name}, p95`, 'ms', quantile(times, 0.95), bounds);
  }
  const board: Query = {
    entity: 'deal',
    from: 0,
    to: 0,
    groupBy: 'stageId',
    sums: ['contractAmountFen'],
  };
  figures.note(
    'totals of a board',
    'ms',
    timed(() => desk.columns.ask(board, TODAY)),
  );
  figures.note(
    'an edit in an open list with totals',
    'ms',
    timed(() => {
      edit(desk);
      desk.columns.ask(
        { entity: 'achievement', text: '电池', from: 0, to: 50, sums: ['price'] },
        TODAY,
      );
    }),
    { most: 50 },
  );
}

test('the full desk', { timeout: 600_000 }, () => {
  const figures = createFigures();
  const desk = build(100_000);
  figures.note('building the columns', 'ms', desk.buildMs);
  figures.note('their memory', 'MB', desk.memory / 2 ** 20);
  noteDesk(desk, figures);
  expect(figures.print()).toEqual([]);
});

test('as the desk grows', { timeout: 1_200_000 }, () => {
  const rows = [10_000, 100_000, 300_000].map((achievements) => {
    const desk = build(achievements);
    const { asked, raw } = typing(desk);
    const [[, filtered] = ['', []]] = filtering(desk).times;
    return {
      achievements,
      records: desk.count,
      'build ms': Math.round(desk.buildMs),
      'search p95 ms': quantile(asked, 0.95).toFixed(1),
      'bare indexOf p95 ms': quantile(raw, 0.95).toFixed(1),
      'filter p95 ms': quantile(filtered, 0.95).toFixed(1),
      'text MB': Math.round((2 * desk.joined.length) / 2 ** 20),
      'memory MB': Math.round(desk.memory / 2 ** 20),
    };
  });
  // biome-ignore lint/suspicious/noConsole: the figures are what the run is for
  console.table(rows);
});
