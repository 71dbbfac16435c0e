import { err, ok, type Result } from '../core/result.ts';
import { type AnyEntity, fieldOf, titleOf } from '../entities/entity.ts';
import { schemaOfField } from '../entities/kinds.ts';
import { type Change, sameValue } from './change.ts';
import type { Commit, Json, Label, Op, StoredRecord, Values } from './commit.ts';
import { refKey } from './trash.ts';

/** One change of one field, for the history of a record. Null is a blank. */
export interface FieldChange {
  readonly field: string;
  readonly before: Json;
  readonly after: Json;
}

/** What one op did to one record. */
export interface RecordChange {
  readonly entity: string;
  readonly id: string;
  readonly what: 'created' | 'changed' | 'deleted' | 'restored';
  /** What the record was called afterwards, or last; null where the commits do not tell. */
  readonly title: string | null;
  readonly changes: readonly FieldChange[];
}

/** What one unit did to a record and its parts: a line of the record's history. */
export interface HistoryStep {
  readonly unit: string;
  /** Of its last commit. */
  readonly commit: string;
  readonly at: number;
  readonly actor: string;
  readonly label: Label;
  readonly undoes?: string | undefined;
  readonly redoes?: string | undefined;
  readonly records: readonly RecordChange[];
}

/** A record with the kinds of records that may be its parts. */
export interface Subject {
  readonly entity: AnyEntity;
  readonly id: string;
  readonly parts: readonly AnyEntity[];
}

/** The fields that an op changed, each with its value before and after. */
function fieldChanges(op: Op): readonly FieldChange[] {
  const from = op.op === 'put' ? {} : op.was;
  const to = op.op === 'put' ? op.value : op.op === 'patch' ? op.set : {};
  return [...new Set([...Object.keys(from), ...Object.keys(to)])].map((field) => ({
    field,
    before: from[field] ?? null,
    after: to[field] ?? null,
  }));
}

const effects = { put: 'created', patch: 'changed', delete: 'deleted' } as const;

/** What an op did, as far as it tells alone: a record that came back reads as created. */
export const recordChangeOf = (op: Op, entity: AnyEntity | undefined): RecordChange => ({
  entity: op.entity,
  id: op.id,
  what: effects[op.op],
  title: (entity && titleOf(entity, valuesIn(op))) || null,
  changes: fieldChanges(op),
});

const valuesIn = (op: Op): Values =>
  op.op === 'put' ? op.value : op.op === 'patch' ? op.set : op.was;

/** Whether an op says that its record is, or was until then, a part of the owner. */
function namesOwner(op: Op, part: AnyEntity, ownerId: string): boolean {
  const field = part.partOf?.field ?? '';
  const was = op.op === 'put' ? null : op.was[field];
  return valuesIn(op)[field] === ownerId || was === ownerId;
}

/** The ids, by kind, of all records that the commits show as parts of the owner, then or now. */
export function partIdsIn(
  { id, parts }: Subject,
  commits: readonly Pick<Commit, 'ops'>[],
): ReadonlySet<string> {
  const byName = new Map(parts.map((part) => [part.name, part]));
  const ids = new Set<string>();
  for (const { ops } of commits) {
    for (const op of ops) {
      const part = byName.get(op.entity);
      if (part && namesOwner(op, part, id)) ids.add(op.id);
    }
  }
  return ids;
}

/**
 * The history of a record and of its parts, newest first, from the commits that touched any of
 * them, in the order of their ids. A part that was handed to another owner is followed no further.
 */
export function historyOf(subject: Subject, commits: readonly Commit[]): readonly HistoryStep[] {
  const { entity, id, parts } = subject;
  const kinds = new Map([entity, ...parts].map((kind) => [kind.name, kind]));
  const members = new Set([refKey({ entity: entity.name, id })]);
  const titles = new Map<string, string>();
  const existed = new Set<string>();

  const follow = (op: Op): RecordChange | null => {
    const kind = kinds.get(op.entity);
    const key = refKey(op);
    const isPart = kind !== undefined && kind !== entity;
    if (!kind || !(members.has(key) || (isPart && namesOwner(op, kind, id)))) return null;
    const change = recordChangeOf(op, kind);
    const title = change.title ?? titles.get(key) ?? null;
    if (title !== null) titles.set(key, title);
    const what = change.what === 'created' && existed.has(key) ? 'restored' : change.what;
    existed.add(key);
    const ownerField = isPart ? kind.partOf?.field : undefined;
    const owner = ownerField === undefined ? undefined : valuesIn(op)[ownerField];
    if (owner === undefined || owner === id) members.add(key);
    else members.delete(key);
    return { ...change, what, title };
  };

  const steps: HistoryStep[] = [];
  for (const { ops, id: commit, unit, at, actor, label, undoes, redoes } of commits) {
    const records = ops.map(follow).filter((change) => change !== null);
    if (records.length === 0) continue;
    const last = steps.at(-1);
    const step = { unit, commit, at, actor, label, undoes, redoes };
    if (last?.unit === unit)
      steps[steps.length - 1] = { ...step, records: [...last.records, ...records] };
    else steps.push({ ...step, records });
  }
  return steps.toReversed();
}

export type PutBackFailure =
  | { readonly type: 'recordGone' }
  /** The present values are these already. */
  | { readonly type: 'sameAlready' }
  /** The field is blank in the old values, and a record cannot be without it. */
  | { readonly type: 'required'; readonly field: string }
  /** The old value names a record that is gone. */
  | { readonly type: 'refGone'; readonly field: string }
  /** The field is described otherwise now, or no longer: its old value would not fit. */
  | { readonly type: 'notFitting'; readonly field: string };

function fieldFailure(
  entity: AnyEntity,
  name: string,
  value: Json,
  isThere: (entity: string, id: string) => boolean,
): PutBackFailure | null {
  const field = fieldOf(entity, name);
  if (!field) return { type: 'notFitting', field: name };
  if (value === null) return field.required ? { type: 'required', field: name } : null;
  if (!schemaOfField(field).safeParse(value).success) return { type: 'notFitting', field: name };
  if (field.kind === 'ref' && !isThere(field.entity, String(value)))
    return { type: 'refGone', field: name };
  return null;
}

/** The change that puts old values of some fields back, null for a blank; or why it cannot be. */
export function putBack(
  entity: AnyEntity,
  record: StoredRecord | null,
  values: Values,
  isThere: (entity: string, id: string) => boolean,
): Result<Change, PutBackFailure> {
  if (!record) return err({ type: 'recordGone' });
  const names = Object.keys(values);
  if (names.every((name) => sameValue(record[name] ?? null, values[name] ?? null)))
    return err({ type: 'sameAlready' });
  for (const name of names) {
    const failure = fieldFailure(entity, name, values[name] ?? null, isThere);
    if (failure) return err(failure);
  }
  return ok({ patch: entity.name, id: record.id, set: values });
}

/** Two texts cut into what they share and what differs between. */
export interface TextChange {
  readonly head: string;
  readonly removed: string;
  readonly added: string;
  readonly tail: string;
}

/** Where two texts differ: what stands the same before and after it, and what took its place. */
export function textChange(before: string, after: string): TextChange {
  // By characters, not by halves of them.
  const from = [...before];
  const to = [...after];
  const most = Math.min(from.length, to.length);
  let head = 0;
  while (head < most && from[head] === to[head]) head += 1;
  let tail = 0;
  while (tail < most - head && from.at(-1 - tail) === to.at(-1 - tail)) tail += 1;
  const text = (chars: readonly string[]) => chars.join('');
  return {
    head: text(from.slice(0, head)),
    removed: text(from.slice(head, from.length - tail)),
    added: text(to.slice(head, to.length - tail)),
    tail: text(from.slice(from.length - tail)),
  };
}
