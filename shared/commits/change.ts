import { err, ok, type Result } from '../core/result.ts';
import { valuesOf } from './apply.ts';
import type { Json, Op, StoredRecord, Values } from './commit.ts';

/** What a command wants changed, before it is known what that replaces. */
export type Change =
  | { readonly put: string; readonly id: string; readonly value: Values }
  | {
      readonly patch: string;
      readonly id: string;
      /** null clears a field. */
      readonly set: Values;
      /** When given, the record must not have changed since this revision. */
      readonly rev?: string;
    }
  | { readonly delete: string; readonly id: string; readonly rev?: string };

export type ChangeFailure =
  /** The record changed after the command had read it. */
  | { readonly type: 'changedMeanwhile'; readonly entity: string; readonly id: string }
  | { readonly type: 'recordGone'; readonly entity: string; readonly id: string }
  | { readonly type: 'recordExists'; readonly entity: string; readonly id: string };

export const entityOfChange = (change: Change): string =>
  'put' in change ? change.put : 'patch' in change ? change.patch : change.delete;

/** Whether two values are the same, in whatever order objects have their keys. */
export function sameValue(left: Json | undefined, right: Json | undefined): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || !left || !right) return false;
  const [one, other] = [Object.entries(left), right as Readonly<Record<string, Json>>];
  return (
    Array.isArray(left) === Array.isArray(right) &&
    one.length === Object.keys(right).length &&
    one.every(([key, value]) => sameValue(value, other[key]))
  );
}

/**
 * The op of a change on the record as it is. Null when nothing would change: a form saved as it
 * was opened leaves no trace in the history.
 */
export function changeToOp(
  change: Change,
  record: StoredRecord | undefined,
): Result<Op | null, ChangeFailure> {
  const entity = entityOfChange(change);
  const { id } = change;
  if ('put' in change) {
    if (record) return err({ type: 'recordExists', entity, id });
    return ok({ op: 'put', entity, id, value: change.value });
  }
  if (!record) return err({ type: 'recordGone', entity, id });
  if (change.rev !== undefined && change.rev !== record.rev) {
    return err({ type: 'changedMeanwhile', entity, id });
  }
  if ('delete' in change) return ok({ op: 'delete', entity, id, was: valuesOf(record) });

  const current = valuesOf(record);
  const set: Record<string, Values[string]> = {};
  const was: Record<string, Values[string]> = {};
  for (const [name, value] of Object.entries(change.set)) {
    const before = current[name] ?? null;
    if (sameValue(before, value)) continue;
    set[name] = value;
    was[name] = before;
  }
  return ok(Object.keys(set).length === 0 ? null : { op: 'patch', entity, id, set, was });
}
