import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MemoryVault } from '../../builders/memory-vault.ts';
import { achievements, freshDesk, page, put, retitle } from './page.ts';

let vault: MemoryVault;
beforeEach(async () => {
  vault = await freshDesk();
});
afterEach(page.closeSession);

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    put: 'achievement',
    id: `m${String(index).padStart(5, '0')}`,
    value: { title: `成果 ${index}` },
  }));

describe('snapshots', () => {
  it('hold all that was done, and are proven by restoring them', async () => {
    await put('a1');
    await retitle('a1', '一');
    const taken = await page.takeSnapshot('asked');
    expect(taken).toMatchObject({ ok: true, value: { last: 2, why: 'asked' } });
    await page.proveNext();
    expect(page.useVault.getState().snapshots[0]?.provenAt).toBeTypeOf('number');
    expect(page.useVault.getState().notProven).toEqual([]);
    const names = await Dexie.getDatabaseNames();
    expect(names.filter((name) => name.startsWith('scratch-'))).toEqual([]);
  });

  it('are proven one after another, the newest first', async () => {
    await put('a1');
    await page.takeSnapshot('asked');
    await put('a2');
    await page.takeSnapshot('asked');
    const proven = () =>
      page.useVault.getState().snapshots.map(({ provenAt }) => provenAt !== null);
    await page.proveNext();
    expect(proven()).toEqual([true, false]);
    await page.proveNext();
    expect(proven()).toEqual([true, true]);
  });

  it('that do not hold what they should are not proven, and that is told', async () => {
    await put('a1');
    await put('a2');
    await page.takeSnapshot('asked');
    vault.snapshots[0]?.commits.pop();
    await page.proveNext();
    expect(page.useVault.getState()).toMatchObject({ notProven: ['s1'] });
    expect(page.useVault.getState().snapshots[0]?.provenAt).toBeNull();
  });

  it('are taken before imports and mass changes, which go on without one', async () => {
    await put('a1');
    await page.commit({ label: { key: 'import' }, changes: many(200) });
    expect(vault.snapshots[0]?.facts).toMatchObject({ why: 'import', last: 1 });
    const deletions = many(150).map(({ id }) => ({ delete: 'achievement', id }));
    await page.flushJournal();
    await page.commit({ label: { key: 'delete' }, changes: deletions });
    expect(vault.snapshots[0]?.facts).toMatchObject({ why: 'massChange', last: 2 });
    expect(page.useVault.getState().trouble).toBeNull();

    await page.flushJournal();
    const full = page.takeSnapshot('asked');
    vault.refuse = 'diskFull';
    expect((await full).ok).toBe(false);
    expect(page.useVault.getState().trouble).toEqual({ type: 'diskFull' });
    expect((await page.commit({ label: { key: 'import' }, changes: many(1) })).ok).toBe(true);
  });
});

describe('a restore', () => {
  it('shows what would change, switches over, and can be switched back', async () => {
    await put('a1', '一');
    await put('a2', '二');
    await page.takeSnapshot('asked');
    await retitle('a1', '改过');
    await page.commit({ label: { key: 'delete' }, changes: [{ delete: 'achievement', id: 'a2' }] });
    await put('a3', '三');
    const now = await achievements();
    const old = page.session().deskId;

    const prepared = await page.prepareRestore({ type: 'snapshot', name: 's1' });
    if (!prepared.ok) throw new Error(prepared.error.type);
    expect(prepared.value.differences).toEqual([
      {
        entity: 'achievement',
        before: 2,
        after: 2,
        added: { count: 1, first: [{ id: 'a2', title: '二' }] },
        removed: { count: 1, first: [{ id: 'a3', title: '三' }] },
        changed: { count: 1, first: [{ id: 'a1', title: '一' }] },
      },
    ]);
    expect(await achievements()).toEqual(now);

    await page.switchTo(prepared.value.deskId, page.openDesk);
    expect((await achievements()).map(({ title }) => title)).toEqual(['一', '二']);
    expect(page.useVault.getState().state?.kept).toMatchObject([{ deskId: old }]);
    await put('a4', '四');
    await page.flushJournal();

    await page.switchTo(old, page.openDesk);
    expect(await achievements()).toEqual(now);
  });

  it('to a point in time takes what was done by then', async () => {
    await put('a1', '一');
    await page.flushJournal();
    const at = Date.now();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await put('a2', '二');
    await page.flushJournal();
    const prepared = await page.prepareRestore({ type: 'point', at });
    if (!prepared.ok) throw new Error(prepared.error.type);
    expect(prepared.value.last).toBe(1);
    expect(prepared.value.differences?.[0]?.removed.first).toEqual([{ id: 'a2', title: '二' }]);
    await page.dropPrepared(prepared.value.deskId);
    expect(vault.others.size).toBe(0);
    expect(await Dexie.getDatabaseNames()).toEqual([page.session().database.name]);
  });

  it('that is cancelled, or comes out otherwise than it should, leaves nothing behind', async () => {
    for (let index = 0; index < 10; index += 1) await put(`a${index}`);
    await page.takeSnapshot('asked');
    const abort = new AbortController();
    const cancelled = await page.prepareRestore(
      { type: 'snapshot', name: 's1' },
      {
        signal: abort.signal,
        onProgress: ({ step, done }) => step === 'building' && done > 3 && abort.abort(),
      },
    );
    expect(cancelled).toEqual({ ok: false, error: { type: 'cancelled' } });
    vault.snapshots[0]?.commits.pop();
    const wrong = await page.prepareRestore({ type: 'snapshot', name: 's1' });
    expect(wrong).toEqual({ ok: false, error: { type: 'differs', kinds: ['achievement'] } });
    expect(vault.others.size).toBe(0);
    expect(await Dexie.getDatabaseNames()).toEqual([page.session().database.name]);
  });
});
