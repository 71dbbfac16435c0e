import { test } from 'vitest';
import { createColumns } from '../../renderer/index/columns.ts';
import type { Query } from '../../renderer/index/query.ts';
import { manyAchievements } from '../builders/many.ts';

const TODAY = '2026-11-24';
const records = manyAchievements(100_000);
const columns = createColumns();
columns.put('achievement', records);
const joined = records.map((record) => `${record.title} ${record.summary}`).join('\n');
const amounts = Float64Array.from(records, (record) => {
  const price = record.price as { readonly fen?: number } | undefined;
  return price?.fen ?? 0;
});
const inEnergy = Uint8Array.from(records, ({ field }) => (field === 'energy' ? 1 : 0));

const ask = (query: Omit<Query, 'entity' | 'from' | 'to'>) =>
  columns.ask({ entity: 'achievement', from: 0, to: 50, sums: ['price'], ...query }, TODAY);

let edits = 0;
/** One edit, so that nothing is answered from the last time. */
function edit(): void {
  edits += 1;
  const set = { title: `动力电池回收 ${edits}` };
  columns.apply({ op: 'patch', entity: 'achievement', id: 'a0000100', set, was: {} }, edits);
}

function countOf(word: string): number {
  let found = 0;
  for (let at = joined.indexOf(word); at >= 0; at = joined.indexOf(word, at + word.length)) {
    found += 1;
  }
  return found;
}

test('search of 100,000 achievements after an edit, ranked, with totals', async ({ bench }) => {
  await bench.compare(
    bench('raw limit: one indexOf pass over the same text', () => countOf('电池')),
    bench('a word', () => {
      edit();
      return ask({ text: '电池' });
    }),
    bench('two words', () => {
      edit();
      return ask({ text: '电池 预警' });
    }),
    bench('first letters', () => {
      edit();
      return ask({ text: 'dcrsk' });
    }),
    bench('full pinyin', () => {
      edit();
      return ask({ text: 'dianchi' });
    }),
    bench('a number', () => {
      edit();
      return ask({ text: 'ZL 2020 1 0123' });
    }),
    { time: 500, iterations: 12, warmupIterations: 2, warmupTime: 0 },
  );
});

test('filter, sort and total of 100,000 achievements after an edit', async ({ bench }) => {
  const sort = { field: 'price', descending: true };
  await bench.compare(
    bench('raw limit: the same over bare typed arrays', () => {
      const slots = inEnergy
        .reduce<number[]>((all, isIn, slot) => {
          if (isIn === 1) all.push(slot);
          return all;
        }, [])
        .sort((left, right) => (amounts[right] ?? 0) - (amounts[left] ?? 0));
      let sum = 0;
      for (const slot of slots) sum += amounts[slot] ?? 0;
      return sum;
    }),
    bench('the index', () => {
      edit();
      return ask({ where: [{ field: 'field', in: ['energy'] }], sort });
    }),
    bench('by two fields, one of them a text', () => {
      edit();
      return ask({ sort: [sort, { field: 'title', descending: false }] });
    }),
    bench('with three facets', () => {
      edit();
      return ask({ facets: ['field', 'maturity', 'leader'], sort });
    }),
    { time: 500, iterations: 12, warmupIterations: 2, warmupTime: 0 },
  );
});

test('building the columns of 100,000 achievements', async ({ bench }) => {
  const text = JSON.stringify(records);
  await bench.compare(
    bench('raw limit: parsing the records', () => (JSON.parse(text) as unknown[]).length),
    bench('the columns', () => {
      const fresh = createColumns();
      for (let from = 0; from < records.length; from += 2_000) {
        fresh.put('achievement', records.slice(from, from + 2_000));
      }
    }),
    { time: 0, iterations: 4, warmupIterations: 0, warmupTime: 0 },
  );
});

test('a chunk of an import of 1,000 records that an open list follows', async ({ bench }) => {
  let at = 0;
  await bench.compare(
    bench('the columns and the list', () => {
      at += 1;
      for (const { id, rev: _rev, createdAt: _c, updatedAt: _u, ...value } of records.slice(
        0,
        1_000,
      )) {
        columns.apply({ op: 'put', entity: 'achievement', id: `new-${id}`, value }, at);
      }
      return ask({});
    }),
    bench('raw limit: the copies alone', () => structuredClone(records.slice(0, 1_000))),
    { time: 0, iterations: 4, warmupIterations: 0, warmupTime: 0 },
  );
});
