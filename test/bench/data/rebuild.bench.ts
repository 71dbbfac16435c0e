import { Dexie } from 'dexie';
import { beforeAll, test } from 'vitest';
import type { Commit } from '../../../shared/commits/index.ts';
import { readingToId } from '../../../shared/core/clock.ts';
import { achievementValues } from '../../builders/many.ts';
import { memoryVault } from '../../builders/memory-vault.ts';

const ROWS = 100_000;
const CHUNK = 1_000;

const vault = memoryVault();
globalThis.desk = vault.bridge;
const { runScratch } = await import('../../../renderer/data/scratch.ts');

const rows = Array.from({ length: ROWS }, (_, index) => ({
  id: `a${String(index).padStart(7, '0')}`,
  value: achievementValues(index),
}));

const raw = new Dexie('raw', { chromeTransactionDurability: 'strict' });
raw.version(1).stores({ rows: '&id' });

beforeAll(async () => {
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
  vault.deskId = crypto.randomUUID();
  // A few MB an answer, as the host gives them.
  vault.batch = 4;
  for (let from = 0; from < ROWS; from += CHUNK) {
    const id = readingToId({ at: 1_790_000_000_000 + from, counter: 0 }, 'bench');
    const commit: Commit = {
      id,
      actor: '',
      device: 'bench',
      at: 1_790_000_000_000 + from,
      label: { key: 'import' },
      unit: id,
      schema: 1,
      ops: rows
        .slice(from, from + CHUNK)
        .map(({ id: record, value }) => ({ op: 'put', entity: 'achievement', id: record, value })),
    };
    vault.journal.push(commit);
  }
});

test('rebuild of 100,000 rows', { timeout: 600_000 }, async ({ bench }) => {
  await bench.compare(
    bench('raw limit: strict bulkPut in chunks of 1,000', async () => {
      await raw.table('rows').clear();
      for (let from = 0; from < ROWS; from += CHUNK) {
        const chunk = rows.slice(from, from + CHUNK);
        await raw.table('rows').bulkPut(chunk.map(({ id, value }) => ({ id, ...value })));
      }
    }),
    bench('rebuild from the journal, with its log and tally', async () => {
      const deskId = vault.deskId ?? '';
      const name = `desk-${crypto.randomUUID()}`;
      const order = { name, from: { deskId }, last: vault.journal.length, carry: null };
      const built = await runScratch({ what: 'build', order }, {});
      if (!built.ok) throw new Error(built.error.type);
      await Dexie.delete(name);
    }),
    { time: 0, iterations: 1, warmup: false },
  );
});
