import { err, ok, type Result } from '../core/result.ts';
import { schemaOf } from '../entities/check.ts';
import { type AnyEntity, ownerOf, titleOf } from '../entities/entity.ts';
import type { Change } from './change.ts';
import type { Commit, Label, Values } from './commit.ts';

export interface RecordRef {
  readonly entity: string;
  readonly id: string;
}

/** A record that was deleted, without its values: those stay in its commit. */
export interface Deletion extends RecordRef {
  readonly title: string;
  readonly commit: string;
  readonly unit: string;
  readonly at: number;
  readonly actor: string;
  readonly label: Label;
  /** It went because the step that had made it was undone. */
  readonly byUndo: boolean;
  /** What it was a part of. */
  readonly owner: RecordRef | null;
}

/** What lies in the trash: a deleted record with the parts that went with it. */
export interface Discarded extends Deletion {
  readonly parts: readonly Deletion[];
}

export const refKey = ({ entity, id }: RecordRef): string => `${entity}/${id}`;

/** What a commit deleted. */
export function deletionsIn(
  { id: commit, unit, at, actor, label, undoes, redoes, ops }: Commit,
  entityNamed: (name: string) => AnyEntity | undefined,
): readonly Deletion[] {
  const byUndo = undoes !== undefined || redoes !== undefined;
  return ops.flatMap((op) => {
    const entity = op.op === 'delete' ? entityNamed(op.entity) : undefined;
    if (op.op !== 'delete' || !entity) return [];
    const owner = ownerOf(entity, op.was);
    const record = { entity: op.entity, id: op.id, title: titleOf(entity, op.was), owner };
    return [{ ...record, commit, unit, at, actor, label, byUndo }];
  });
}

/** The deletions of one unit as they lie in the trash: parts with the owner that went with them. */
export function discardedIn(deletions: readonly Deletion[]): readonly Discarded[] {
  const byKey = new Map(deletions.map((deletion) => [refKey(deletion), deletion]));
  // A part may have parts itself: all of them lie with the record that is part of none.
  const ownerIn = ({ owner }: Deletion): Deletion | undefined =>
    owner ? byKey.get(refKey(owner)) : undefined;
  const rootOf = (deletion: Deletion): Deletion => {
    let root = deletion;
    for (let owner = ownerIn(root); owner; owner = ownerIn(root)) root = owner;
    return root;
  };
  const byRoot = Map.groupBy(deletions, rootOf);
  return [...byRoot].map(([root, all]) => ({
    ...root,
    parts: all.filter((deletion) => deletion !== root),
  }));
}

export type RestoreFailure =
  /** The record cannot be without others that are gone as well. */
  | { readonly type: 'refsGone'; readonly refs: readonly RecordRef[] }
  /** Its kind is described otherwise now, and its values would not fit. */
  | { readonly type: 'notFitting'; readonly entity: string; readonly id: string };

/** A deleted record with the values that it had. */
export interface Recovered {
  readonly entity: AnyEntity;
  readonly id: string;
  readonly values: Values;
}

/** The records that a record cannot be without: what it is a part of, and required references. */
export const neededBy = ({ entity, values }: Omit<Recovered, 'id'>): readonly RecordRef[] => {
  const owner = ownerOf(entity, values);
  const refs = Object.entries(entity.fields).flatMap(([name, field]) => {
    const id = values[name];
    const needed = field.kind === 'ref' && field.required && typeof id === 'string';
    return needed ? [{ entity: field.entity, id }] : [];
  });
  return owner ? [owner, ...refs] : refs;
};

/** The changes that bring records back as they were, or why they cannot come back. */
export function restoreChanges(
  records: readonly Recovered[],
  isThere: (ref: RecordRef) => boolean,
): Result<readonly Change[], RestoreFailure> {
  const returning = new Set(records.map(({ entity, id }) => refKey({ entity: entity.name, id })));
  const missing = new Map<string, RecordRef>();
  for (const record of records) {
    const { entity, id, values } = record;
    if (!schemaOf(entity).safeParse(values).success)
      return err({ type: 'notFitting', entity: entity.name, id });
    for (const ref of neededBy(record)) {
      if (!returning.has(refKey(ref)) && !isThere(ref)) missing.set(refKey(ref), ref);
    }
  }
  if (missing.size > 0) return err({ type: 'refsGone', refs: [...missing.values()] });
  return ok(records.map(({ entity, id, values }) => ({ put: entity.name, id, value: values })));
}
