import { Dexie } from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Change, StoredRecord } from '../../../shared/commits/index.ts';
import { addDays } from '../../../shared/core/dates.ts';
import { type MemoryVault, memoryVault } from '../../builders/memory-vault.ts';

let vault: MemoryVault;
globalThis.desk = {
  send: (name, input) => vault.bridge.send(name, input),
  onMenuCommand: () => () => undefined,
};
const { openDesk, newDesk } = await import('../../../renderer/data/open.ts');
const { commit } = await import('../../../renderer/data/commit.ts');
const read = await import('../../../renderer/data/read.ts');
const bulk = await import('../../../renderer/data/bulk.ts');
const past = await import('../../../renderer/data/past.ts');
const { askIndex } = await import('../../../renderer/index/use-answer.ts');
const { closeSession, session, useDesk } = await import('../../../renderer/data/session.ts');

/** Only the date is the test's own; timers and storage run as they do. */
const setNow = (text: string): void => {
  vi.setSystemTime(new Date(`${text}+08:00`));
};
const write = async (changes: readonly Change[]): Promise<void> => {
  const done = await commit({ label: { key: 'edit' }, changes });
  if (!done.ok) throw new Error(done.error.type);
};
const putDeal = (id: string, title: string): Change => ({
  put: 'deal',
  id,
  value: { title, achievementId: 'a1', enterpriseId: 'e1', stageId: 's1' },
});

type Kind = 'deal' | 'share';
const sorted = (records: Iterable<StoredRecord>): readonly StoredRecord[] =>
  [...records].sort((left, right) => (left.id < right.id ? -1 : 1));

/** All records of a kind as the screens read them. */
async function seen(kind: Kind): Promise<readonly StoredRecord[]> {
  const records: StoredRecord[] = [];
  await bulk.visitRecords(kind, (some) => records.push(...some));
  return sorted(records);
}

beforeEach(async () => {
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
  vi.useFakeTimers({ toFake: ['Date'] });
  setNow('2026-10-30T10:00');
  vault = memoryVault();
  await openDesk();
  await newDesk();
});

afterEach(async () => {
  if (past.usePast.getState().past) await past.returnToNow();
  closeSession();
  vi.useRealTimers();
});

describe('looking back', () => {
  it('shows every kind of read as it stood, and now again after', async () => {
    await write([putDeal('d1', '一'), putDeal('d2', '二')]);
    await write([
      { put: 'share', id: 's1', value: { dealId: 'd1', beneficiary: '周杰' } },
      { put: 'share', id: 's2', value: { dealId: 'd1', beneficiary: '梁栋' } },
    ]);
    setNow('2026-10-31T23:59');
    await write([{ patch: 'deal', id: 'd1', set: { title: '一甲' } }]);
    const then = { deals: await seen('deal'), shares: await seen('share') };
    setNow('2026-11-01T00:00');
    await write([
      { patch: 'deal', id: 'd1', set: { title: '一乙', contractAmountFen: 5 } },
      { delete: 'deal', id: 'd2' },
      putDeal('d3', '三'),
      { patch: 'share', id: 's1', set: { dealId: 'd3' } },
      { delete: 'share', id: 's2' },
    ]);
    const now = { deals: await seen('deal'), shares: await seen('share') };

    expect(await past.lookBack('2026-10-31')).toBe(true);
    expect(await seen('deal')).toEqual(then.deals);
    expect(await seen('share')).toEqual(then.shares);
    expect(sorted(await read.allRecords('deal'))).toEqual(then.deals);
    expect((await read.getRecord('deal', 'd1'))?.title).toBe('一甲');
    expect((await read.getRecord('deal', 'd2'))?.title).toBe('二');
    expect(await read.getRecord('deal', 'd3')).toBeUndefined();
    expect(sorted(await read.recordsById('deal', ['d3', 'd2', 'd1']))).toEqual(then.deals);
    expect(sorted((await bulk.recordsById('deal', ['d1', 'd2', 'd3'])).values())).toEqual(
      then.deals,
    );
    expect(sorted(await read.partsOfRecord('share', 'd1'))).toEqual(then.shares);
    expect(await read.partsOfRecord('share', 'd3')).toEqual([]);
    const owned = await bulk.recordsByOwner('share', 'dealId', ['d1', 'd3']);
    expect(sorted(owned.get('d1') ?? [])).toEqual(then.shares);
    const chunks: StoredRecord[] = [];
    for await (const chunk of read.recordsInChunks('deal', 1)) chunks.push(...chunk);
    expect(sorted(chunks)).toEqual(then.deals);

    await past.returnToNow();
    expect(await seen('deal')).toEqual(now.deals);
    expect(await seen('share')).toEqual(now.shares);
  });

  it('counts relative dates from the day that is looked at', async () => {
    await write([putDeal('d1', '一')]);
    await write([{ patch: 'deal', id: 'd1', set: { nextOn: '2026-10-31' } }]);
    setNow('2026-11-02T10:00');
    const overdue = async () => {
      const where = [{ field: 'nextOn', toDays: -1 }];
      return (await askIndex({ entity: 'deal', where, from: 0, to: 0 })).total;
    };
    expect(await overdue()).toBe(1);
    await past.lookBack('2026-10-30');
    expect(await overdue()).toBe(0);
    await past.returnToNow();
    expect(await overdue()).toBe(1);
  });

  it('writes nothing, and says that it is the past', async () => {
    await write([putDeal('d1', '一')]);
    setNow('2026-10-31T10:00');
    await past.lookBack('2026-10-30');
    const done = await commit({ label: { key: 'edit' }, changes: [putDeal('d2', '二')] });
    const why = { type: 'past', on: '2026-10-30' };
    expect(done).toEqual({ ok: false, error: { type: 'readOnly', why } });
    expect(await session().database.commits.count()).toBe(1);
    await past.returnToNow();
    expect(useDesk.getState().readOnly).toBeNull();
    await write([putDeal('d2', '二')]);
  });

  it('keeps whoever holds copies of the records level, from day to day and back', async () => {
    await write([putDeal('d1', '一'), putDeal('d2', '二')]);
    setNow('2026-10-31T10:00');
    await write([{ delete: 'deal', id: 'd1' }, putDeal('d3', '三')]);
    setNow('2026-11-01T10:00');
    await write([{ patch: 'deal', id: 'd3', set: { title: '三甲' } }, putDeal('d4', '四')]);
    const copies = new Map((await seen('deal')).map((record) => [record.id, record]));
    const stop = past.onReplaced(({ put, gone }) => {
      for (const record of put) copies.set(record.id, record);
      for (const id of gone) copies.delete(id);
    });
    for (const day of ['2026-10-30', '2026-10-31', '2026-10-30', null]) {
      if (day) await past.lookBack(day);
      else await past.returnToNow();
      expect(sorted(copies.values())).toEqual(await seen('deal'));
    }
    stop();
  });

  it('takes in what is written while it reads, and what comes after', async () => {
    await write([putDeal('d1', '一'), putDeal('d2', '二')]);
    setNow('2026-10-31T10:00');
    const looking = past.lookBack('2026-10-30');
    await write([{ patch: 'deal', id: 'd2', set: { title: '二甲' } }]);
    expect(await looking).toBe(true);
    expect((await read.getRecord('deal', 'd2'))?.title).toBe('二');
  });

  it('changes nothing when it is cancelled, and the later of two looks wins', async () => {
    await write([putDeal('d1', '一')]);
    setNow('2026-10-31T10:00');
    await write([{ patch: 'deal', id: 'd1', set: { title: '一甲' } }]);
    const cancelling = new AbortController();
    const cancelled = past.lookBack('2026-10-30', { signal: cancelling.signal });
    cancelling.abort();
    expect(await cancelled).toBe(false);
    expect(past.usePast.getState().past).toBeNull();
    const [first, second] = [past.lookBack('2026-10-29'), past.lookBack('2026-10-30')];
    expect([await first, await second]).toEqual([false, true]);
    expect(past.usePast.getState().past?.on).toBe('2026-10-30');
  });

  it('sees a desk that was imported and then changed as a whole', async () => {
    const ids = Array.from({ length: 2_500 }, (_, index) => `d${index}`);
    await write(ids.map((id) => putDeal(id, id)));
    const then = await seen('deal');
    setNow('2026-10-31T10:00');
    await write(ids.map((id): Change => ({ patch: 'deal', id, set: { title: `${id} 新` } })));
    const steps: number[] = [];
    await past.lookBack('2026-10-30', { onProgress: (done) => steps.push(done) });
    expect(await seen('deal')).toEqual(then);
    expect(steps.at(-1)).toBe(await session().database.commits.count());
  });

  it('begins where the desk begins', async () => {
    expect(await past.firstDay()).toBeNull();
    await write([putDeal('d1', '一')]);
    expect(await past.firstDay()).toBe('2026-10-30');
    setNow('2026-10-31T10:00');
    await past.lookBack('2026-10-29');
    expect(await seen('deal')).toEqual([]);
  });
});

describe('any day of any desk', () => {
  const stepArb = fc.record({
    newDay: fc.boolean(),
    id: fc.constantFrom('d1', 'd2', 'd3'),
    title: fc.string({ minLength: 1, maxLength: 4, unit: 'grapheme-ascii' }),
    remove: fc.boolean(),
  });

  it('is seen as it stood when the day ended', async () => {
    // The log's clock never goes back: each run goes on where the last one ended.
    let day = '2027-03-01';
    await fc.assert(
      fc.asyncProperty(fc.array(stepArb, { minLength: 1, maxLength: 15 }), async (steps) => {
        await past.returnToNow();
        const stood = new Map<string, readonly StoredRecord[]>();
        day = addDays(day, 1);
        for (const { newDay, id, title, remove } of steps) {
          if (newDay) day = addDays(day, 1);
          setNow(`${day}T12:00`);
          const known = await read.getRecord('deal', id);
          const change: Change = !known
            ? putDeal(id, title)
            : remove
              ? { delete: 'deal', id }
              : { patch: 'deal', id, set: { title } };
          await write([change]);
          stood.set(day, await seen('deal'));
        }
        for (const [on, records] of stood) {
          await past.lookBack(on);
          expect(await seen('deal')).toEqual(records);
        }
      }),
      { numRuns: 8 },
    );
  });
});
