import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type ActivityUnit,
  type Change,
  type Discarded,
  joinUnits,
  undoneUnits,
  undoState,
} from '../../../shared/commits/index.ts';
import { type MemoryVault, memoryVault } from '../../builders/memory-vault.ts';

let vault: MemoryVault;
globalThis.desk = {
  send: (name, input) => vault.bridge.send(name, input),
  onMenuCommand: () => () => undefined,
};
const { openDesk, newDesk } = await import('../../../renderer/data/open.ts');
const { commit, stepBack } = await import('../../../renderer/data/commit.ts');
const { getRecord, recentHeads } = await import('../../../renderer/data/read.ts');
const { isOpen, session, setSession } = await import('../../../renderer/data/session.ts');
const activity = await import('../../../renderer/data/activity.ts');
const { useSettings } = await import('../../../renderer/data/settings.ts');
const { makersOf } = await import('../../../renderer/data/makers.ts');
const { lookBack, returnToNow } = await import('../../../renderer/data/past.ts');
const trash = await import('../../../renderer/data/trash.ts');

async function write(key: string, ...changes: readonly Change[]): Promise<void> {
  const done = await commit({ label: { key }, changes });
  if (!done.ok) throw new Error(done.error.type);
}

async function undo(): Promise<void> {
  const [step] = undoState(await recentHeads(100)).undo;
  if (step) await stepBack(step, 'undo');
}

async function allActivity(): Promise<readonly ActivityUnit[]> {
  let units: readonly ActivityUnit[] = [];
  for await (const slice of activity.activityInSlices()) units = joinUnits(units, slice);
  return units;
}

async function wholeTrash(): Promise<readonly Discarded[]> {
  const items: Discarded[] = [];
  for await (const slice of trash.trashInSlices()) items.push(...slice);
  return items;
}

const enterprise = (id: string, name: string): Change => ({
  put: 'enterprise',
  id,
  value: { name },
});
const contact = (id: string, name: string, enterpriseId: string): Change => ({
  put: 'contact',
  id,
  value: { name, enterpriseId },
});

beforeEach(async () => {
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
  vault = memoryVault();
  await openDesk();
  await newDesk();
});

afterEach(() => {
  if (isOpen()) session().database.close();
  setSession(null);
});

describe('the history of a record', () => {
  it('finds what happened to its parts, gone ones too, and to nothing else', async () => {
    await write('create', enterprise('e1', '楚天储能'));
    await write('create', contact('k1', '梁东', 'e1'));
    await write('create', enterprise('e2', '别家'), contact('k2', '外人', 'e2'));
    await write('edit', { patch: 'contact', id: 'k1', set: { name: '梁栋' } });
    await write('edit', { patch: 'contact', id: 'k2', set: { name: '别人' } });
    await write('delete', { delete: 'contact', id: 'k1' });
    const steps = await activity.readHistory('enterprise', 'e1');
    expect(steps.flatMap(({ records }) => records.map(({ what, title }) => [what, title]))).toEqual(
      [
        ['deleted', '梁栋'],
        ['changed', '梁栋'],
        ['created', '梁东'],
        ['created', '楚天储能'],
      ],
    );
  });

  it('finds a record and its parts in an import of thousands', async () => {
    const rows = Array.from({ length: 1_500 }, (_, index) => [
      enterprise(`e${index}`, `企业 ${index}`),
      contact(`k${index}`, `联系人 ${index}`, `e${index}`),
    ]).flat();
    await write('import', ...rows);
    await write('edit', { patch: 'contact', id: 'k900', set: { name: '改名' } });
    const steps = await activity.readHistory('enterprise', 'e900');
    expect(steps.map(({ label, records }) => [label.key, records.length])).toEqual([
      ['edit', 1],
      ['import', 2],
    ]);
  });
});

describe('who made a record', () => {
  it('is told of those that came alone or with few, and never is who changed it', async () => {
    await write('create', enterprise('e1', '楚天储能'));
    await write('import', ...Array.from({ length: 30 }, (_, of) => enterprise(`m${of}`, '多')));
    useSettings.setState(({ settings }) => ({ settings: { ...settings, brokerName: '梁栋' } }));
    await write('edit', { patch: 'enterprise', id: 'e1', set: { name: '楚天' } });
    await write('edit', { patch: 'enterprise', id: 'm1', set: { name: '一' } });
    expect(await makersOf(['e1', 'm0', 'm1'])).toEqual(new Map([['e1', '周杰']]));
  });
});

describe('putting an old value back', () => {
  it('writes it as a change that can be undone, and refuses a record that is gone', async () => {
    await write('create', enterprise('e1', '旧名'));
    await write('edit', { patch: 'enterprise', id: 'e1', set: { name: '新名' } });
    const change = await activity.changePuttingBack('enterprise', 'e1', { name: '旧名' });
    if (!change.ok) throw new Error(change.error.type);
    await write('putBack', change.value);
    expect(await getRecord('enterprise', 'e1')).toMatchObject({ name: '旧名' });
    await undo();
    expect(await getRecord('enterprise', 'e1')).toMatchObject({ name: '新名' });

    await write('create', contact('k1', '梁栋', 'e1'));
    await write('delete', { delete: 'enterprise', id: 'e1' });
    expect(await activity.changePuttingBack('enterprise', 'e1', { name: '旧名' })).toEqual({
      ok: false,
      error: { type: 'recordGone' },
    });
    await write('create', enterprise('e2', '别家'));
    await write('edit', { patch: 'contact', id: 'k1', set: { enterpriseId: 'e2' } });
    expect(await activity.changePuttingBack('contact', 'k1', { enterpriseId: 'e1' })).toEqual({
      ok: false,
      error: { type: 'refGone', field: 'enterpriseId' },
    });
  });
});

describe('the activity of the desk', () => {
  it('tells an import as one step, marks what was undone, and names what a step touched', async () => {
    await write('create', enterprise('e1', '楚天储能'), contact('k1', '梁栋', 'e1'));
    await write(
      'import',
      ...Array.from({ length: 2_500 }, (_, index) => enterprise(`i${index}`, `企业 ${index}`)),
    );
    await undo();
    await write('edit', { patch: 'contact', id: 'k1', set: { note: '新' } });
    await write('delete', { delete: 'contact', id: 'k1' }, { delete: 'enterprise', id: 'e1' });

    const units = await allActivity();
    expect(units.map(({ what }) => what)).toEqual([
      'deleted',
      'changed',
      'undone',
      'imported',
      'created',
    ]);
    expect(units[3]).toMatchObject({ puts: 2_500, kinds: ['enterprise'] });
    const undone = undoneUnits(units);
    expect(units.map(({ unit }) => undone.has(unit))).toEqual([false, false, false, true, false]);

    const [edit, imported] = [units[1], units[3]];
    if (!edit || !imported) throw new Error('not all steps are there');
    // The contact is gone since: its name is found in the log, and so is what it belonged to.
    expect(await activity.changesOfUnit(edit, 50)).toMatchObject([
      { what: 'changed', id: 'k1', title: '梁栋', isThere: false },
    ]);
    expect(await activity.changesOfUnit(imported, 1_200)).toHaveLength(1_200);
  });

  it('tells what was done since', async () => {
    await write('create', enterprise('e1', '一'));
    const [first] = await allActivity();
    await write('create', enterprise('e2', '二'));
    await write('create', enterprise('e3', '三'));
    const since = await activity.activityAfter(first?.commits[0] ?? '');
    expect(since).toHaveLength(2);
    expect(joinUnits(since, first ? [first] : [])).toEqual(await allActivity());
  });
});

describe('the trash', () => {
  it('holds what is still gone, with its parts, and brings it back as it was', async () => {
    await write('create', enterprise('e1', '楚天储能'), contact('k1', '梁栋', 'e1'));
    const before = await getRecord('contact', 'k1');
    await write('delete', { delete: 'contact', id: 'k1' }, { delete: 'enterprise', id: 'e1' });
    const items = await wholeTrash();
    expect(items).toMatchObject([
      { id: 'e1', title: '楚天储能', actor: '周杰', parts: [{ id: 'k1' }] },
    ]);

    const changes = await trash.changesRestoring(items);
    if (!changes.ok) throw new Error(changes.error.type);
    await write('restoreRecord', ...changes.value);
    expect(await wholeTrash()).toEqual([]);
    expect(await getRecord('contact', 'k1')).toMatchObject({
      name: '梁栋',
      enterpriseId: before?.enterpriseId,
    });
    expect((await allActivity())[0]?.what).toBe('restored');
    await undo();
    expect((await wholeTrash()).map(({ id, byUndo }) => [id, byUndo])).toEqual([['e1', true]]);
  });

  it('says that a part needs its owner, which is in the trash as well', async () => {
    await write('create', enterprise('e1', '楚天储能'), contact('k1', '梁栋', 'e1'));
    await write('delete', { delete: 'contact', id: 'k1' });
    await write('delete', { delete: 'enterprise', id: 'e1' });
    const [owner, part] = await wholeTrash();
    if (!owner || !part) throw new Error('not all is there');
    expect([owner.id, part.id]).toEqual(['e1', 'k1']);
    expect(await trash.changesRestoring([part])).toEqual({
      ok: false,
      error: { type: 'refsGone', refs: [{ entity: 'enterprise', id: 'e1' }] },
    });
    const both = await trash.changesRestoring([owner, part]);
    expect(both.ok && both.value.map(({ id }) => id)).toEqual(['e1', 'k1']);
  });

  it('shows a record once, as it was last deleted', async () => {
    await write('create', enterprise('e1', '一'));
    await write('delete', { delete: 'enterprise', id: 'e1' });
    await write('create', enterprise('e1', '二'));
    await write('delete', { delete: 'enterprise', id: 'e1' });
    const items = await wholeTrash();
    expect(items).toMatchObject([{ title: '二' }]);
    const values = await trash.valuesOfDeleted(items);
    expect(values.get('enterprise/e1')).toEqual({ name: '二' });
  });
});

describe('looking back', () => {
  it('sees the history, the activity and the trash as they were that day', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      vi.setSystemTime(Date.parse('2026-11-20T12:00:00+08:00'));
      await write('create', enterprise('e1', '一'), enterprise('e2', '二'));
      await write('delete', { delete: 'enterprise', id: 'e2' });
      vi.setSystemTime(Date.parse('2026-11-21T12:00:00+08:00'));
      await write('edit', { patch: 'enterprise', id: 'e1', set: { name: '新' } });
      await write('create', enterprise('e2', '二'));
      expect(await lookBack('2026-11-20')).toBe(true);
    } finally {
      vi.useRealTimers();
    }
    expect(await activity.readHistory('enterprise', 'e1')).toHaveLength(1);
    expect(await allActivity()).toHaveLength(2);
    expect((await wholeTrash()).map(({ id }) => id)).toEqual(['e2']);
    await returnToNow();
    expect(await activity.readHistory('enterprise', 'e1')).toHaveLength(2);
    expect(await allActivity()).toHaveLength(4);
    expect(await wholeTrash()).toEqual([]);
  });
});
