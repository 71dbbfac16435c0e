import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDeskIndex } from '../../../renderer/index/desk-index.ts';
import type { Query } from '../../../renderer/index/query.ts';
import { type Change, undoState } from '../../../shared/commits/index.ts';
import { customName } from '../../../shared/entities/custom.ts';
import { fieldOf } from '../../../shared/entities/entity.ts';
import { freshDesk, page, restart } from './page.ts';

const { useDescriptions, entityNow } = await import('../../../renderer/data/descriptions.ts');
const { lookBack, returnToNow, onReplaced } = await import('../../../renderer/data/past.ts');
const activity = await import('../../../renderer/data/activity.ts');
const trash = await import('../../../renderer/data/trash.ts');
const { planDeletion } = await import('../../../renderer/ui/deletion.ts');

const capacity = customName('f1');
const grade = customName('f2');
const defining: readonly Change[] = [
  {
    put: 'customField',
    id: 'f1',
    value: { recordKind: 'enterprise', label: '产能', type: 'number', position: 1 },
  },
  {
    put: 'customField',
    id: 'f2',
    value: { recordKind: 'enterprise', label: '客户等级', type: 'choice', position: 2 },
  },
  { put: 'customChoice', id: 'c1', value: { fieldId: 'f2', label: '重点', position: 1 } },
];

async function write(key: string, ...changes: readonly Change[]): Promise<void> {
  const done = await page.commit({ label: { key }, changes });
  if (!done.ok) throw new Error(done.error.type);
}

async function undo(): Promise<void> {
  const [step] = undoState(await page.recentHeads(100)).undo;
  if (step) await page.stepBack(step, 'undo');
}

const enterprise = (id: string, values: Record<string, string | number>): Change => ({
  put: 'enterprise',
  id,
  value: { name: id, ...values },
});

const customLabels = (): readonly string[] =>
  Object.entries(entityNow('enterprise').fields).flatMap(([name, { label }]) =>
    name.startsWith('x_') ? [label.zh] : [],
  );

beforeEach(freshDesk);
afterEach(() => {
  vi.useRealTimers();
  page.closeSession();
});

describe('the descriptions of a desk', () => {
  it('follow what is defined, undone and read again at the next start', async () => {
    await write('addCustomField', ...defining);
    expect(customLabels()).toEqual(['产能', '客户等级']);
    expect(fieldOf(entityNow('enterprise'), grade)).toMatchObject({
      options: { c1: { zh: '重点' } },
    });
    await undo();
    expect(customLabels()).toEqual([]);
    await write('addCustomField', ...defining);
    await restart();
    expect(customLabels()).toEqual(['产能', '客户等级']);
    await freshDesk();
    expect(customLabels()).toEqual([]);
    expect(useDescriptions.getState().definitions.fields).toEqual([]);
  });

  it('are those of the day looked back to', async () => {
    vi.useFakeTimers({ now: Date.parse('2026-11-20T10:00:00+08:00'), toFake: ['Date'] });
    await write('addCustomField', ...defining);
    vi.setSystemTime(Date.parse('2026-11-22T10:00:00+08:00'));
    await write('changeCustomField', { patch: 'customField', id: 'f1', set: { label: '年产能' } });
    await write(
      'removeCustomField',
      { delete: 'customChoice', id: 'c1' },
      { delete: 'customField', id: 'f2' },
    );
    expect(customLabels()).toEqual(['年产能']);
    await lookBack('2026-11-20');
    expect(customLabels()).toEqual(['产能', '客户等级']);
    await returnToNow();
    expect(customLabels()).toEqual(['年产能']);
  });
});

describe('a record', () => {
  it('is written only as its definitions say', async () => {
    await write('addCustomField', ...defining);
    await write('create', enterprise('e1', { [capacity]: 12.5, [grade]: 'c1' }));
    for (const wrong of [{ [capacity]: 'viel' }, { [grade]: 'c9' }])
      await expect(
        page.commit({ label: { key: 'create' }, changes: [enterprise('e2', wrong)] }),
      ).rejects.toThrow('does not fit');
    expect(await page.getRecord('enterprise', 'e1')).toMatchObject({ [capacity]: 12.5 });
  });

  it('keeps a value whose definition went, through edits, history, trash and a rebuild', async () => {
    await write('addCustomField', ...defining);
    await write('create', enterprise('e1', { [capacity]: 12.5 }));
    await write('removeCustomField', { delete: 'customField', id: 'f1' });
    await write('edit', { patch: 'enterprise', id: 'e1', set: { name: '楚天' } });
    expect(await page.getRecord('enterprise', 'e1')).toMatchObject({
      name: '楚天',
      [capacity]: 12.5,
    });
    const [, made] = await activity.readHistory('enterprise', 'e1');
    expect(made?.records[0]?.changes).toContainEqual({
      field: capacity,
      before: null,
      after: 12.5,
    });

    await write('delete', { delete: 'enterprise', id: 'e1' });
    for await (const items of trash.trashInSlices()) {
      const back = await trash.changesRestoring(items.filter(({ id }) => id === 'e1'));
      if (!back.ok) throw new Error(back.error.type);
      if (back.value.length > 0) await write('restoreRecord', ...back.value);
    }
    expect(await page.getRecord('enterprise', 'e1')).toMatchObject({ [capacity]: 12.5 });
    const before = page.session().tally;
    expect(await page.tallyOfTables(page.session().database)).toEqual(before);
    await restart();
    expect(page.session().tally).toEqual(before);
  });

  it('has old values of its own fields put back', async () => {
    await write('addCustomField', ...defining);
    await write('create', enterprise('e1', { [capacity]: 12.5 }));
    await write('edit', { patch: 'enterprise', id: 'e1', set: { [capacity]: 3 } });
    const back = await activity.changePuttingBack('enterprise', 'e1', { [capacity]: 12.5 });
    if (!back.ok) throw new Error(back.error.type);
    await write('putBack', back.value);
    expect(await page.getRecord('enterprise', 'e1')).toMatchObject({ [capacity]: 12.5 });
  });
});

describe('the index of a desk', () => {
  /** As the worker is: it hears of commits and of the past. */
  function indexed() {
    const index = createDeskIndex(page.session().database.name);
    const stops = [
      page.onCommits(index.commits),
      onReplaced(({ entity, put, gone }) => index.replace(entity, put, gone)),
    ];
    const ask = async (more: Partial<Query>) => {
      const answer = await index.ask(
        { entity: 'enterprise', from: 0, to: 50, ...more },
        '2026-11-24',
      );
      return answer.rows.map(({ id }) => id);
    };
    return { ask, stop: () => stops.map((stop) => stop()) };
  }

  it('answers by fields that are defined, changed, undone and looked back to while it runs', async () => {
    vi.useFakeTimers({ now: Date.parse('2026-11-20T10:00:00+08:00'), toFake: ['Date'] });
    await write('create', enterprise('e1', {}), enterprise('e2', {}));
    await write('create', enterprise('e3', {}));
    const { ask, stop } = indexed();
    const many = { where: [{ field: capacity, from: 10 }] };
    expect(await ask(many)).toEqual([]);

    vi.setSystemTime(Date.parse('2026-11-22T10:00:00+08:00'));
    await write('addCustomField', ...defining);
    await write(
      'edit',
      { patch: 'enterprise', id: 'e1', set: { [capacity]: 20, [grade]: 'c1' } },
      { patch: 'enterprise', id: 'e2', set: { [capacity]: 10 } },
    );
    expect(await ask(many)).toEqual(expect.arrayContaining(['e1', 'e2']));
    expect(await ask({ ...many, sort: { field: capacity, descending: true } })).toEqual([
      'e1',
      'e2',
    ]);
    expect(await ask({ text: '重点' })).toEqual(['e1']);

    await write('changeCustomChoices', { patch: 'customChoice', id: 'c1', set: { label: '战略' } });
    expect(await ask({ text: '战略' })).toEqual(['e1']);
    expect(await ask({ text: '重点' })).toEqual([]);

    await lookBack('2026-11-20');
    expect(await ask(many)).toEqual([]);
    expect(await ask({ sort: { field: 'name', descending: false } })).toEqual(['e1', 'e2', 'e3']);
    await returnToNow();
    expect(await ask({ text: '战略' })).toEqual(['e1']);

    await undo();
    expect(await ask({ text: '重点' })).toEqual(['e1']);
    stop();
  });

  it('is told of the definitions that were there before it, and shows names of linked records', async () => {
    await write('addCustomField', {
      put: 'customField',
      id: 'f3',
      value: {
        recordKind: 'deal',
        label: '推荐单位',
        type: 'link',
        target: 'enterprise',
        position: 1,
      },
    });
    await write('create', enterprise('e1', {}), {
      put: 'deal',
      id: 'd1',
      value: {
        title: '交易',
        achievementId: 'a',
        enterpriseId: 'b',
        stageId: 's',
        stageSince: '2026-01-01',
        [customName('f3')]: 'e1',
      },
    });
    const index = createDeskIndex(page.session().database.name);
    const answer = await index.ask({ entity: 'deal', text: 'e1', from: 0, to: 9 }, '2026-11-24');
    expect(answer.rows.map(({ id }) => id)).toEqual(['d1']);
    expect(answer.names).toMatchObject({ e1: 'e1' });
    await write('create', enterprise('e2', {}));
    const { changes, inUse } = await planDeletion('enterprise', ['e1', 'e2', 'b']);
    expect(inUse).toEqual(
      new Map([
        ['e1', 1],
        ['b', 1],
      ]),
    );
    expect(changes).toEqual([{ delete: 'enterprise', id: 'e2' }]);
  });
});
