import { Dexie } from 'dexie';
import { it } from 'vitest';
import { achievementValues } from '../../builders/many.ts';
import { tallyAfter, applyOp } from '../../../shared/commits/index.ts';
it('parts', { timeout: 400000 }, async () => {
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
  const ops = Array.from({ length: 12000 }, (_, i) => ({ op: 'put', entity: 'achievement', id: `a${String(i).padStart(7, '0')}`, value: achievementValues(i) })) as never[];
  const commits = Array.from({ length: 12 }, (_, i) => ({ id: `c${String(i).padStart(4,'0')}`, at: 1, ops: ops.slice(i * 1000, i * 1000 + 1000) }));
  const db = async () => { const d = new Dexie(`x${Math.random()}`, { chromeTransactionDurability: 'strict', cache: 'disabled' }); d.version(1).stores({ achievement: '&id', deal: '&id', ops: '&id', meta: '&key' }); await d.open(); return d; };
  const run = async (name: string, f: (d: Dexie) => Promise<void>) => { const d = await db(); const t = performance.now(); await f(d); console.log(name, Math.round(performance.now() - t)); d.close(); await Dexie.delete(d.name); };
  for (let k = 0; k < 2; k++) {
    await run('raw 1000', async (d) => { for (const c of commits) await d.table('achievement').bulkPut(c.ops.map((o: any) => ({ id: o.id, ...o.value }))); });
    await run('raw 4000', async (d) => { for (let i = 0; i < 3; i++) await d.table('achievement').bulkPut(ops.slice(i * 4000, i * 4000 + 4000).map((o: any) => ({ id: o.id, ...o.value }))); });
    await run('tx 4000 records+ops', async (d) => { for (let i = 0; i < 3; i++) await d.transaction('rw', ['achievement', 'ops'], async () => { await d.table('achievement').bulkPut(ops.slice(i * 4000, i * 4000 + 4000).map((o: any) => applyOp(undefined, o, { id: 'c', at: 1 }) as never)); await d.table('ops').bulkPut(commits.slice(i * 4, i * 4 + 4).map(({ id, ops }) => ({ id, ops }))); }); });
    await run('tx 4000 records+ops json', async (d) => { for (let i = 0; i < 3; i++) await d.transaction('rw', ['achievement', 'ops'], async () => { await d.table('achievement').bulkPut(ops.slice(i * 4000, i * 4000 + 4000).map((o: any) => applyOp(undefined, o, { id: 'c', at: 1 }) as never)); await d.table('ops').bulkPut(commits.slice(i * 4, i * 4 + 4).map(({ id, ops }) => ({ id, ops: JSON.stringify(ops) }))); }); });
    let t = performance.now();
    tallyAfter({}, ops.map((o: any) => ({ entity: 'a', before: undefined, after: applyOp(undefined, o, { id: 'c', at: 1 }) as never })));
    console.log('tally', Math.round(performance.now() - t));
  }
});
