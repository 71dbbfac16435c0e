import type { Commit, Op, StoredRecord, Values } from './commit.ts';

/** The field values of a stored record, without what it carries beside them. */
export function valuesOf(record: StoredRecord): Values {
  const { id: _id, rev: _rev, createdAt: _createdAt, updatedAt: _updatedAt, ...values } = record;
  return values as Values;
}

/**
 * The record after an op, or undefined when the op takes it away. Replaying the same commits in
 * the same order always gives the same records, which is what rebuilding from the journal rests on.
 * An op on a record that is not there (a patch or delete after a delete) changes nothing.
 */
export function applyOp(
  record: StoredRecord | undefined,
  op: Op,
  commit: Pick<Commit, 'id' | 'at'>,
): StoredRecord | undefined {
  switch (op.op) {
    case 'put':
      return {
        ...op.value,
        id: op.id,
        rev: commit.id,
        createdAt: record?.createdAt ?? commit.at,
        updatedAt: commit.at,
      } as StoredRecord;
    case 'patch': {
      if (!record) return undefined;
      const next: Record<string, unknown> = { ...record, rev: commit.id, updatedAt: commit.at };
      for (const [name, value] of Object.entries(op.set)) {
        if (value === null) delete next[name];
        else next[name] = value;
      }
      return next as StoredRecord;
    }
    case 'delete':
      return undefined;
  }
}

/** The op that takes another back. */
export function invertOp(op: Op): Op {
  switch (op.op) {
    case 'put':
      return { op: 'delete', entity: op.entity, id: op.id, was: op.value };
    case 'patch':
      return { op: 'patch', entity: op.entity, id: op.id, set: op.was, was: op.set };
    case 'delete':
      return { op: 'put', entity: op.entity, id: op.id, value: op.was };
  }
}

/** The ops that take all of them back, last first. */
export const invertOps = (ops: readonly Op[]): readonly Op[] => ops.map(invertOp).reverse();
