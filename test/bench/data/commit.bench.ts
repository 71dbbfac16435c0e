import { Dexie } from 'dexie';
import { beforeAll, test } from 'vitest';
import { achievementValues } from '../../builders/many.ts';
import { memoryVault } from '../../builders/memory-vault.ts';

globalThis.desk = memoryVault().bridge;
const [{ newDesk, openDesk }, { commit }] = await Promise.all([
  import('../../../renderer/data/open.ts'),
  import('../../../renderer/data/commit.ts'),
]);

const raw = new Dexie('raw', { chromeTransactionDurability: 'strict' });
raw.version(1).stores({ rows: '&id' });
const rows = raw.table('rows');

beforeAll(async () => {
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
  await openDesk();
  await newDesk();
});

let serial = 0;
function nextRow() {
  serial += 1;
  return { id: `r${serial}`, value: achievementValues(serial) };
}

test('one save', async ({ bench }) => {
  await bench.compare(
    bench('raw limit: one strict put', async () => {
      const { id, value } = nextRow();
      await rows.put({ id, ...value });
    }),
    bench('commit: record, log and outbox, strict', async () => {
      const { id, value } = nextRow();
      await commit({ label: { key: 'create' }, changes: [{ put: 'achievement', id, value }] });
    }),
    { time: 2000 },
  );
});

test('10,000 rows', async ({ bench }) => {
  await bench.compare(
    bench('raw limit: strict bulkPut in chunks of 1,000', async () => {
      for (let chunk = 0; chunk < 10; chunk += 1) {
        const many = Array.from({ length: 1000 }, nextRow);
        await rows.bulkPut(many.map(({ id, value }) => ({ id, ...value })));
      }
    }),
    bench('commit: as an import writes them', async () => {
      const many = Array.from({ length: 10_000 }, nextRow);
      await commit({
        label: { key: 'import' },
        changes: many.map(({ id, value }) => ({ put: 'achievement', id, value })),
      });
    }),
    { time: 0, iterations: 3, warmup: false },
  );
});
