import { describe, expect, it } from 'vitest';
import {
  type Commit,
  deletionsIn,
  discardedIn,
  type Op,
  type RecordRef,
  refKey,
  restoreChanges,
} from '../../../shared/commits/index.ts';
import { entities, entityNamed } from '../../../shared/registry.ts';

const gone = (entity: string, id: string, was: Record<string, string | number>): Op => ({
  op: 'delete',
  entity,
  id,
  was,
});
const enterprise = gone('enterprise', 'e1', { name: '楚天储能' });
const contact = gone('contact', 'k1', { name: '梁栋', enterpriseId: 'e1' });
const card = gone('attachment', 'f1', {
  name: '名片.jpg',
  size: 1,
  hash: 'a',
  ownerKind: 'contact',
  ownerId: 'k1',
});
const commit = (ops: readonly Op[], more: Partial<Commit> = {}): Commit => ({
  id: 'c1',
  actor: '周杰',
  device: 'd',
  at: 5,
  label: { key: 'delete' },
  unit: 'c1',
  schema: 1,
  ops,
  ...more,
});
const trashOf = (ops: readonly Op[]) => discardedIn(deletionsIn(commit(ops), entityNamed));

describe('the trash', () => {
  it('keeps parts, and parts of parts, with the record that they went with', () => {
    expect(trashOf([card, contact, enterprise])).toMatchObject([
      { id: 'e1', title: '楚天储能', parts: [{ id: 'f1' }, { id: 'k1' }] },
    ]);
  });

  it('shows a part that went alone by itself, and knows what it belonged to', () => {
    expect(trashOf([contact])).toMatchObject([
      { id: 'k1', parts: [], owner: { entity: 'enterprise', id: 'e1' } },
    ]);
  });

  it('tells what was deleted from what an undo removed', () => {
    const [removed] = deletionsIn(commit([enterprise], { undoes: 'c0' }), entityNamed);
    const [deleted] = deletionsIn(commit([enterprise]), entityNamed);
    expect([removed?.byUndo, deleted?.byUndo]).toEqual([true, false]);
  });
});

describe('restoring', () => {
  const nothingThere = (): boolean => false;
  const e1 = { entity: entities.enterprise, id: 'e1', values: { name: '楚天储能' } };
  const k1 = {
    entity: entities.contact,
    id: 'k1',
    values: { name: '梁栋', enterpriseId: 'e1' },
  };

  it('puts records back as they were', () => {
    expect(restoreChanges([e1, k1], nothingThere)).toEqual({
      ok: true,
      value: [
        { put: 'enterprise', id: 'e1', value: e1.values },
        { put: 'contact', id: 'k1', value: k1.values },
      ],
    });
  });

  it('names the records that it cannot do without', () => {
    expect(restoreChanges([k1], nothingThere)).toEqual({
      ok: false,
      error: { type: 'refsGone', refs: [{ entity: 'enterprise', id: 'e1' }] },
    });
    const there = (ref: RecordRef): boolean => refKey(ref) === 'enterprise/e1';
    expect(restoreChanges([k1], there).ok).toBe(true);
  });

  it('refuses values that its kind no longer takes', () => {
    const odd = { ...e1, values: { name: '楚天储能', noLonger: 1 } };
    expect(restoreChanges([odd], nothingThere)).toEqual({
      ok: false,
      error: { type: 'notFitting', entity: 'enterprise', id: 'e1' },
    });
  });
});
