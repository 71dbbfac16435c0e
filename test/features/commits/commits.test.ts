import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyOp,
  type Change,
  type CommitHead,
  changeToOp,
  invertOp,
  invertOps,
  type Json,
  type Op,
  type StoredRecord,
  undoState,
  type Values,
  valuesOf,
} from '../../../shared/commits/index.ts';

const commit = { id: 'c1', at: 1000 };

const valueArb: fc.Arbitrary<Json> = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.array(fc.string(), { maxLength: 3 }),
  fc.record({ kind: fc.constant('amount'), fen: fc.integer() }),
);
const valuesArb = fc.dictionary(fc.constantFrom('title', 'price', 'units', 'note'), valueArb);

const stored = (values: Record<string, Json>): StoredRecord =>
  ({ ...values, id: 'r1', rev: 'c0', createdAt: 1, updatedAt: 1 }) as StoredRecord;

const opOf = (change: Change, record: StoredRecord | undefined): Op | null => {
  const made = changeToOp(change, record);
  if (!made.ok) throw new Error(made.error.type);
  return made.value;
};

describe('a change of a record', () => {
  it('keeps what it replaced, and only what really changes', () => {
    const record = stored({ title: '电池', price: 1 });
    expect(
      opOf({ patch: 'achievement', id: 'r1', set: { title: '电池', price: 2 } }, record),
    ).toEqual({
      op: 'patch',
      entity: 'achievement',
      id: 'r1',
      set: { price: 2 },
      was: { price: 1 },
    });
    expect(opOf({ patch: 'achievement', id: 'r1', set: { title: '电池' } }, record)).toBeNull();
  });

  it('is none when a value only has its parts in another order, but a list has an order', () => {
    const record = stored({ price: { kind: 'amount', fen: 1 }, tags: ['a', 'b'] });
    const set = (values: Values) => opOf({ patch: 'achievement', id: 'r1', set: values }, record);
    expect(set({ price: { fen: 1, kind: 'amount' } })).toBeNull();
    expect(set({ price: { fen: 2, kind: 'amount' } })).not.toBeNull();
    expect(set({ tags: ['b', 'a'] })).not.toBeNull();
    expect(set({ tags: { 0: 'a', 1: 'b' } })).not.toBeNull();
  });

  it('is refused when the record was changed since it was read, is gone, or exists already', () => {
    const record = stored({ title: '电池' });
    const failure = (change: Change, at: StoredRecord | undefined) => {
      const made = changeToOp(change, at);
      return made.ok ? null : made.error.type;
    };
    expect(failure({ patch: 'achievement', id: 'r1', set: {}, rev: 'old' }, record)).toBe(
      'changedMeanwhile',
    );
    expect(failure({ delete: 'achievement', id: 'r1' }, undefined)).toBe('recordGone');
    expect(failure({ put: 'achievement', id: 'r1', value: {} }, record)).toBe('recordExists');
  });

  it('taken back, restores the field values exactly', () => {
    fc.assert(
      fc.property(valuesArb, valuesArb, (before, set) => {
        const record = stored(before);
        const op = opOf({ patch: 'achievement', id: 'r1', set }, record);
        if (!op) return;
        const after = applyOp(record, op, commit);
        const back = applyOp(after, invertOp(op), commit);
        expect(back && valuesOf(back)).toEqual(before);
      }),
    );
  });

  it('clears a field by null, and brings it back', () => {
    const record = stored({ title: '电池', note: '先放一放' });
    const op = opOf({ patch: 'achievement', id: 'r1', set: { note: null } }, record) as Op;
    const after = applyOp(record, op, commit);
    expect(after && valuesOf(after)).toEqual({ title: '电池' });
    expect(valuesOf(applyOp(after, invertOp(op), commit) as StoredRecord)).toEqual(
      valuesOf(record),
    );
  });
});

describe('replaying a log', () => {
  it('gives the same records every time, and taking all back leaves nothing', () => {
    fc.assert(
      fc.property(fc.array(valuesArb, { minLength: 1, maxLength: 12 }), (steps) => {
        const ops: Op[] = [];
        let record: StoredRecord | undefined;
        for (const values of steps) {
          const change: Change = record
            ? { patch: 'achievement', id: 'r1', set: values }
            : { put: 'achievement', id: 'r1', value: values };
          const op = opOf(change, record);
          if (!op) continue;
          ops.push(op);
          record = applyOp(record, op, commit);
        }
        const replayed = ops.reduce<StoredRecord | undefined>(
          (state, op) => applyOp(state, op, commit),
          undefined,
        );
        expect(replayed).toEqual(record);
        const gone = invertOps(ops).reduce<StoredRecord | undefined>(
          (state, op) => applyOp(state, op, commit),
          replayed,
        );
        expect(gone).toBeUndefined();
      }),
    );
  });
});

const head = (id: string, more: Partial<CommitHead> = {}): CommitHead => ({
  id,
  actor: '周杰',
  device: 'd1',
  at: 0,
  label: { key: 'edit' },
  unit: id,
  schema: 1,
  ...more,
});

const units = (steps: readonly { readonly unit: string }[]) => steps.map(({ unit }) => unit);

describe('undo and redo', () => {
  it('take back the last change first, and put it back', () => {
    const log = [head('a'), head('b')];
    expect(units(undoState(log).undo)).toEqual(['b', 'a']);
    const undone = [...log, head('c', { undoes: 'b' })];
    expect(units(undoState(undone).undo)).toEqual(['a']);
    expect(units(undoState(undone).redo)).toEqual(['c']);
    const redone = [...undone, head('d', { redoes: 'c' })];
    expect(units(undoState(redone).undo)).toEqual(['d', 'a']);
    expect(undoState(redone).redo).toEqual([]);
  });

  it('forget what was undone when something new is done', () => {
    const log = [head('a'), head('b', { undoes: 'a' }), head('c')];
    expect(undoState(log).redo).toEqual([]);
    expect(units(undoState(log).undo)).toEqual(['c']);
  });

  it('treat an import of many commits as one step', () => {
    const log = [head('a'), head('i1', { unit: 'i1' }), head('i2', { unit: 'i1' })];
    expect(undoState(log).undo[0]).toMatchObject({ unit: 'i1', commits: ['i1', 'i2'] });
  });

  it('leave the rest of an import undoable when undoing it was cut short', () => {
    const log = [
      head('i1', { unit: 'i1' }),
      head('i2', { unit: 'i1' }),
      head('u1', { undoes: 'i1' }),
    ];
    expect(undoState(log).undo[0]).toMatchObject({ unit: 'i1', commits: ['i1'] });
  });

  it('do not offer again what had failed half-way and was taken back', () => {
    const log = [head('i1'), head('u1', { undoes: 'i1', fixed: true })];
    expect(undoState(log)).toEqual({ undo: [], redo: [] });
  });

  it('do not offer what a desk cannot be without', () => {
    expect(undoState([head('start', { fixed: true })]).undo).toEqual([]);
  });

  it('name what will be undone, also after a redo', () => {
    const log = [
      head('a', { label: { key: 'edit', params: { field: 'price' } } }),
      head('b', { undoes: 'a', label: { key: 'edit' } }),
      head('c', { redoes: 'b', label: { key: 'edit' } }),
    ];
    expect(undoState(log).undo[0]?.label.params).toEqual({ field: 'price' });
  });
});
