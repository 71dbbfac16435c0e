import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Commit,
  historyOf,
  type Op,
  partIdsIn,
  putBack,
  type StoredRecord,
  textChange,
} from '../../../shared/commits/index.ts';
import { entities, partsGoingWith } from '../../../shared/registry.ts';

let made = 0;
const commit = (ops: readonly Op[], more: Partial<Commit> = {}): Commit => {
  made += 1;
  const id = `c${String(made).padStart(4, '0')}`;
  const plain = { actor: '周杰', device: 'd', label: { key: 'edit' }, unit: id, schema: 1 };
  return { ...plain, id, at: made, ops, ...more };
};

const enterprise = {
  entity: entities.enterprise,
  id: 'e1',
  parts: partsGoingWith('enterprise'),
};
const created: Op = {
  op: 'put',
  entity: 'enterprise',
  id: 'e1',
  value: { name: '楚天储能' },
};
const contact = (id: string, name: string, enterpriseId = 'e1'): Op => ({
  op: 'put',
  entity: 'contact',
  id,
  value: { name, enterpriseId },
});
const renamed = (id: string, from: string, to: string): Op => ({
  op: 'patch',
  entity: 'contact',
  id,
  set: { name: to },
  was: { name: from },
});

describe('the history of a record', () => {
  it('tells each change with what it replaced, newest first', () => {
    const patch: Op = {
      op: 'patch',
      entity: 'enterprise',
      id: 'e1',
      set: { note: '新', name: '楚天' },
      was: { note: null, name: '楚天储能' },
    };
    const [last, first] = historyOf(enterprise, [commit([created]), commit([patch])]);
    expect(first?.records).toMatchObject([{ what: 'created', title: '楚天储能' }]);
    expect(last?.records).toMatchObject([
      {
        what: 'changed',
        title: '楚天',
        changes: [
          { field: 'note', before: null, after: '新' },
          { field: 'name', before: '楚天储能', after: '楚天' },
        ],
      },
    ]);
  });

  it('has its parts in it: those that came, changed and went, under the name they had', () => {
    const gone: Op = {
      op: 'delete',
      entity: 'contact',
      id: 'k1',
      was: { name: '梁栋', enterpriseId: 'e1' },
    };
    const steps = historyOf(enterprise, [
      commit([created, contact('k1', '梁东'), contact('other', '外人', 'e2')]),
      commit([renamed('k1', '梁东', '梁栋')]),
      commit([renamed('other', '外人', '别人')]),
      commit([gone]),
    ]);
    expect(
      steps.map(({ records }) => records.map(({ id, what, title }) => `${id} ${what} ${title}`)),
    ).toEqual([
      ['k1 deleted 梁栋'],
      ['k1 changed 梁栋'],
      ['e1 created 楚天储能', 'k1 created 梁东'],
    ]);
  });

  it('follows a part no further when it is handed to another', () => {
    const moved: Op = {
      op: 'patch',
      entity: 'contact',
      id: 'k1',
      set: { enterpriseId: 'e2' },
      was: { enterpriseId: 'e1' },
    };
    const commits = [
      commit([created, contact('k1', '梁栋')]),
      commit([moved]),
      commit([renamed('k1', '梁栋', '梁东')]),
    ];
    expect(historyOf(enterprise, commits)).toHaveLength(2);
    const other = { ...enterprise, id: 'e2' };
    expect(historyOf(other, commits)).toHaveLength(2);
  });

  it('calls what comes back restored, and joins the commits of one unit', () => {
    const gone: Op = { op: 'delete', entity: 'enterprise', id: 'e1', was: created.value };
    const steps = historyOf(enterprise, [
      commit([created], { unit: 'u' }),
      commit([contact('k1', '梁栋')], { unit: 'u' }),
      commit([gone]),
      commit([created], { undoes: 'x' }),
    ]);
    expect(steps.map(({ records }) => records.map(({ what }) => what))).toEqual([
      ['restored'],
      ['deleted'],
      ['created', 'created'],
    ]);
    expect(steps[0]?.undoes).toBe('x');
  });

  it('finds all that was ever a part, so that their commits can be read', () => {
    const commits = [
      commit([contact('k1', '甲'), contact('k2', '乙', 'e2')]),
      commit([
        { op: 'delete', entity: 'contact', id: 'k3', was: { name: '丙', enterpriseId: 'e1' } },
      ]),
    ];
    expect([...partIdsIn(enterprise, commits)]).toEqual(['k1', 'k3']);
  });
});

describe('putting an old value back', () => {
  const deal = {
    id: 'd1',
    rev: 'r',
    createdAt: 1,
    updatedAt: 1,
    title: '电池',
    achievementId: 'a2',
    enterpriseId: 'e1',
    stageId: 's1',
    contractAmountFen: 150_000_000,
  } as StoredRecord;
  const there = (_entity: string, id: string): boolean => id !== 'gone';
  const failure = (
    ...[values, record]: [
      Record<string, never | string | number | null>,
      ...(StoredRecord | null)[],
    ]
  ) => {
    const change = putBack(entities.deal, record === undefined ? deal : record, values, there);
    return change.ok ? null : change.error;
  };

  it('is a change of its own, and null clears the field again', () => {
    expect(putBack(entities.deal, deal, { contractAmountFen: 120_000_000 }, there)).toEqual({
      ok: true,
      value: { patch: 'deal', id: 'd1', set: { contractAmountFen: 120_000_000 } },
    });
    expect(failure({ contractAmountFen: null })).toBeNull();
    expect(failure({ achievementId: 'a1' })).toBeNull();
  });

  it('says what stands against it', () => {
    expect(failure({ contractAmountFen: 150_000_000 })).toEqual({ type: 'sameAlready' });
    expect(failure({ note: null })).toEqual({ type: 'sameAlready' });
    expect(failure({ title: '旧' }, null)).toEqual({ type: 'recordGone' });
    expect(failure({ title: null })).toEqual({ type: 'required', field: 'title' });
    expect(failure({ achievementId: 'gone' })).toEqual({ type: 'refGone', field: 'achievementId' });
    expect(failure({ signedOn: '去年' })).toEqual({ type: 'notFitting', field: 'signedOn' });
    expect(failure({ noLonger: 1 })).toEqual({ type: 'notFitting', field: 'noLonger' });
  });
});

describe('what changed in a text', () => {
  it('is what stands between the same beginning and the same end', () => {
    expect(textChange('项目需要中试数据。', '项目需要小试和中试数据。')).toEqual({
      head: '项目需要',
      removed: '',
      added: '小试和',
      tail: '中试数据。',
    });
    expect(textChange('𠮷A', '𠮷B').head).toBe('𠮷');
  });

  it('puts both texts together again', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '试', '𠮷') });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { head, removed, added, tail } = textChange(before, after);
        expect(head + removed + tail).toBe(before);
        expect(head + added + tail).toBe(after);
      }),
    );
  });
});
