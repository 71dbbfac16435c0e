import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { undoState } from '../../../shared/commits/index.ts';
import { type MemoryVault, memoryVault } from '../../builders/memory-vault.ts';

let vault: MemoryVault;
globalThis.desk = {
  send: (name, input) => vault.bridge.send(name, input),
  onMenuCommand: () => () => undefined,
};
const page = Object.assign(
  {},
  ...(await Promise.all([
    import('../../../renderer/data/open.ts'),
    import('../../../renderer/data/commit.ts'),
    import('../../../renderer/data/read.ts'),
    import('../../../renderer/data/session.ts'),
    import('../../../renderer/data/journal.ts'),
  ])),
) as typeof import('../../../renderer/data/open.ts') &
  typeof import('../../../renderer/data/commit.ts') &
  typeof import('../../../renderer/data/read.ts') &
  typeof import('../../../renderer/data/session.ts') &
  typeof import('../../../renderer/data/journal.ts');

const state = () => page.useDesk.getState().state;

const close = (): void => page.closeSession();

/** Leaves the page and loads it again over the same vault and database. */
async function restart(): Promise<void> {
  close();
  await page.openDesk();
}

const put = (id: string, title: string) => ({
  label: { key: 'create' },
  changes: [{ put: 'achievement', id, value: { title } }],
});

async function wipe(): Promise<void> {
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
}

beforeEach(async () => {
  await wipe();
  vault = memoryVault();
  await page.openDesk();
  await page.newDesk();
});

afterEach(close);

describe('commit', () => {
  it('writes the record, the log and the journal', async () => {
    const done = await page.commit(put('a1', '电池热失控预警系统'));
    expect(done.ok).toBe(true);
    await page.flushJournal();
    expect(await page.getRecord('achievement', 'a1')).toMatchObject({
      title: '电池热失控预警系统',
    });
    expect(vault.journal).toHaveLength(1);
    expect(vault.journal[0]?.actor).toBe('周杰');
    expect(page.useDesk.getState().save.type).toBe('saved');
  });

  it('brings a change to the journal that was made while the one before was on its way', async () => {
    const { promise: second, resolve: secondIsWritten } = Promise.withResolvers<void>();
    vault.afterAppend = () => second;
    await page.commit(put('a1', '一'));
    await page.commit(put('a2', '二'));
    expect(page.useDesk.getState().save.type).toBe('saving');
    secondIsWritten();
    await page.flushJournal();
    expect(vault.journal.flatMap(({ ops }) => ops.map(({ id }) => id))).toEqual(['a1', 'a2']);
    expect(vault.tally?.after).toBe(2);
    await restart();
    expect(page.session().database.name).not.toMatch(/\.1$/);
  });

  it('goes on when an answer of the journal was lost on its way', async () => {
    vault.afterAppend = () => Promise.reject(new Error('the line is cut'));
    await page.commit(put('a1', '一'));
    await expect.poll(() => page.useDesk.getState().save.type).toBe('failed');
    vault.afterAppend = async () => undefined;
    await page.commit(put('a2', '二'));
    await page.flushJournal();
    expect(page.useDesk.getState().save.type).toBe('saved');
    expect(vault.journal.flatMap(({ ops }) => ops.map(({ id }) => id))).toEqual(['a1', 'a2']);
    expect(await page.session().database.outbox.count()).toBe(0);
  });

  it('writes all of its changes or none', async () => {
    await page.commit(put('a1', '一'));
    const done = await page.commit({
      label: { key: 'edit' },
      changes: [
        { put: 'achievement', id: 'a2', value: { title: '二' } },
        { patch: 'achievement', id: 'missing', set: { title: '三' } },
      ],
    });
    expect(done).toEqual({
      ok: false,
      error: { type: 'recordGone', entity: 'achievement', id: 'missing' },
    });
    expect(await page.getRecord('achievement', 'a2')).toBeUndefined();
    await page.flushJournal();
    expect(vault.journal).toHaveLength(1);
  });

  it('cuts bulk work into commits of 1,000 that are one unit, and a cancel leaves nothing', async () => {
    const changes = Array.from({ length: 2500 }, (_, index) => ({
      put: 'achievement',
      id: `a${index}`,
      value: { title: `成果 ${index}` },
    }));
    const abort = new AbortController();
    const cancelled = await page.commit({
      label: { key: 'import' },
      changes,
      signal: abort.signal,
      onProgress: (done) => done >= 2000 && abort.abort(),
    });
    expect(cancelled).toEqual({ ok: false, error: { type: 'cancelled' } });
    expect(await page.session().database.table('achievement').count()).toBe(0);

    const done = await page.commit({ label: { key: 'import' }, changes });
    const heads = await page.recentHeads(3);
    expect(new Set(heads.map((head) => head.unit)).size).toBe(1);
    expect(done.ok && done.value.unit).toBe(heads[0]?.unit);
    await page.stepBack(undoState(await page.recentHeads(50)).undo[0] as never, 'undo');
    expect(await page.session().database.table('achievement').count()).toBe(0);
  });

  it('tells that the storage failed half-way, even where nothing can be taken back', async () => {
    const changes = Array.from({ length: 1500 }, (_, index) => ({
      put: 'achievement',
      id: `a${index}`,
      value: { title: `成果 ${index}` },
    }));
    const onProgress = () => page.session().database.close();
    const done = await page.commit({ label: { key: 'import' }, changes, onProgress });
    expect(done).toMatchObject({ ok: false, error: { type: 'storage' } });
  });

  it('cuts what a step is called to what the journal takes', async () => {
    const label = { key: 'restoreRecord', params: { title: '谈'.repeat(600), count: 1 } };
    await page.commit({ ...put('a1', '一'), label });
    await page.flushJournal();
    expect(page.useDesk.getState().save.type).toBe('saved');
    expect(vault.journal[0]?.label.params).toEqual({ title: `${'谈'.repeat(499)}…`, count: 1 });
  });

  it('throws on a value that does not fit the description of the record', async () => {
    await expect(
      page.commit({
        label: { key: 'x' },
        changes: [{ put: 'deal', id: 'd', value: { title: 5 } }],
      }),
    ).rejects.toThrow('does not fit');
  });

  it('writes nothing of bulk work of which a later part does not fit', async () => {
    const values = Array.from({ length: 1200 }, (_, index) => ({ title: index < 1100 ? '一' : 5 }));
    const changes = values.map((value, index) => ({ put: 'achievement', id: `a${index}`, value }));
    const done = page.commit({ label: { key: 'import' }, changes });
    await expect(done).rejects.toThrow('does not fit');
    expect(await page.session().database.table('achievement').count()).toBe(0);
  });
});

describe('undo', () => {
  it('takes back and puts back, and the history shows all of it', async () => {
    await page.commit(put('a1', '一'));
    await page.commit({
      label: { key: 'edit' },
      changes: [{ patch: 'achievement', id: 'a1', set: { title: '二' } }],
    });
    const step = async (what: 'undo' | 'redo') => {
      const next = undoState(await page.recentHeads(50))[what][0];
      if (next) await page.stepBack(next, what);
    };
    const title = async () => (await page.getRecord('achievement', 'a1'))?.title;
    await step('undo');
    expect(await title()).toBe('一');
    await step('undo');
    expect(await title()).toBeUndefined();
    await step('redo');
    await step('redo');
    expect(await title()).toBe('二');
  });
});

describe('the vault as second copy', () => {
  it('rebuilds a desk whose database is gone, record for record', async () => {
    await page.commit(put('a1', '一'));
    await page.commit({
      label: { key: 'edit' },
      changes: [{ patch: 'achievement', id: 'a1', set: { title: '二' } }],
    });
    for (let index = 0; index < 8; index += 1) await page.commit(put(`b${index}`, `成果 ${index}`));
    await page.flushJournal();
    const before = await page.session().database.table('achievement').toArray();
    close();
    await wipe();
    await page.openDesk();
    expect(state()).toEqual({ at: 'ready' });
    expect(await page.session().database.table('achievement').toArray()).toEqual(before);
    expect(await page.session().database.commits.count()).toBe(10);
  });

  it('catches up with what another runtime wrote', async () => {
    await page.commit(put('a1', '一'));
    await page.flushJournal();
    const [first] = vault.journal;
    if (!first) throw new Error('nothing in the journal');
    vault.journal.push({
      ...first,
      id: `${first.id}z`,
      unit: `${first.id}z`,
      ops: [
        {
          op: 'patch',
          entity: 'achievement',
          id: 'a1',
          set: { title: '二' },
          was: { title: '一' },
        },
      ],
    });
    await restart();
    expect((await page.getRecord('achievement', 'a1'))?.title).toBe('二');
  });

  it('keeps what could not be journaled, says so, and sends it at the next start', async () => {
    vault.refuse = 'diskFull';
    await page.commit(put('a1', '一'));
    await page.flushJournal();
    expect(page.useDesk.getState().save).toEqual({ type: 'failed', reason: 'diskFull' });
    vault.refuse = null;
    vault.deskId = page.session().deskId;
    await restart();
    expect(vault.journal).toHaveLength(1);
    expect(page.useDesk.getState().save.type).toBe('saved');
  });

  it('puts unsent changes after those of the journal, so that all runtimes agree', async () => {
    await page.commit(put('a1', '一'));
    await page.flushJournal();
    vault.refuse = 'diskFull';
    await page.commit({
      label: { key: 'edit' },
      changes: [{ patch: 'achievement', id: 'a1', set: { title: '未送出' } }],
    });
    await page.flushJournal();
    const [first] = vault.journal;
    if (!first) throw new Error('nothing in the journal');
    const other = {
      op: 'patch',
      entity: 'achievement',
      id: 'a1',
      set: { title: '别处', note: '别处' },
      was: { title: '一', note: null },
    } as const;
    vault.journal.push({ ...first, id: `${first.id}z`, unit: `${first.id}z`, ops: [other] });
    vault.refuse = null;
    await restart();
    await page.flushJournal();
    const here = await page.getRecord('achievement', 'a1');
    close();
    await wipe();
    await page.openDesk();
    const rebuilt = await page.getRecord('achievement', 'a1');
    expect(here).toMatchObject({ title: '未送出', note: '别处' });
    expect(rebuilt).toEqual(here);
  });

  it('gives the vault back what it lost', async () => {
    for (const id of ['a1', 'a2', 'a3']) await page.commit(put(id, id));
    await page.flushJournal();
    const whole = [...vault.journal];
    vault.journal.length = 1;
    await restart();
    expect(vault.journal).toEqual(whole);
    vault.journal.length = 0;
    vault.deskId = null;
    await restart();
    expect(vault.journal).toEqual(whole);
    expect(state()).toEqual({ at: 'ready' });
  });

  it('opens nothing that a newer version wrote', async () => {
    await page.commit(put('a1', '一'));
    await page.flushJournal();
    const [first] = vault.journal;
    if (!first) throw new Error('nothing in the journal');
    vault.journal.push({ ...first, id: `${first.id}z`, schema: 99 });
    await restart();
    expect(state()).toEqual({ at: 'blocked', why: { type: 'tooNew' } });
  });
});
