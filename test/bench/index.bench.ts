import { test } from 'vitest';
import { createColumns } from '../../renderer/index/columns.ts';
import { manyAchievements } from '../builders/many.ts';

const records = manyAchievements(100_000);
const columns = createColumns();
columns.fill('achievement', records);
const search = () =>
  columns.ask({ entity: 'achievement', text: '电池', from: 0, to: 50, sums: ['price'] });
// The first search folds the texts; the app does so while nobody waits.
search();
const joined = records.map((record) => `${record.title} ${record.summary}`).join('\n');
const amounts = Float64Array.from(records, (record) => {
  const price = record.price as { readonly fen?: number } | undefined;
  return price?.fen ?? 0;
});

test('search of 100,000 achievements', async ({ bench }) => {
  await bench.compare(
    bench('raw limit: one indexOf pass over the same text', () => {
      let found = 0;
      for (let at = joined.indexOf('电池'); at >= 0; at = joined.indexOf('电池', at + 2))
        found += 1;
      return found;
    }),
    bench('the index: newest first, with totals', () => search()),
    { time: 1500 },
  );
});

test('filter, sort and total of 100,000 achievements', async ({ bench }) => {
  await bench.compare(
    bench('raw limit: sum and sort of a typed array', () => {
      let sum = 0;
      for (const fen of amounts) sum += fen;
      return sum + (amounts.slice().sort()[0] ?? 0);
    }),
    bench('the index', () =>
      columns.ask({
        entity: 'achievement',
        where: [{ field: 'field', in: ['energy'] }],
        sort: { field: 'price', descending: true },
        sums: ['price'],
        from: 0,
        to: 50,
      }),
    ),
    { time: 1500 },
  );
});
