import type { Change, Values } from '../../../../shared/commits/index.ts';

/**
 * The desk as plain maps, against which the real one is held: no log, no ops, no database, but
 * the whole desk written down anew after each commit.
 */

/** The kinds of records that the model is about. */
export const kinds = ['enterprise', 'contact', 'achievement'] as const;
export type Kind = (typeof kinds)[number];

/** The field values of all records, by `kind/id`. */
export type Records = ReadonlyMap<string, Values>;

/** How the desk stood before a unit and after each of its commits. */
type Path = readonly Records[];

/** The desk after a commit. */
export interface Moment {
  /** What the log's clock said. */
  readonly at: number;
  readonly records: Records;
  /** What can be taken back and what can be put back, each last first. */
  readonly undo: readonly Path[];
  readonly redo: readonly Path[];
}

/** All moments of a desk: how many there are is the number of its commits. */
export type Log = readonly Moment[];

const beginning: Moment = { at: 0, records: new Map(), undo: [], redo: [] };
export const standing = (log: Log): Moment => log.at(-1) ?? beginning;

export const keyOf = (kind: string, id: string): string => `${kind}/${id}`;
export const kindIn = (key: string): string => key.slice(0, key.indexOf('/'));
export const idIn = (key: string): string => key.slice(key.indexOf('/') + 1);

const same = (left: unknown, right: unknown): boolean =>
  JSON.stringify(left) === JSON.stringify(right);

/** The records after some changes; the same map when nothing is otherwise. */
function afterChanges(records: Records, changes: readonly Change[]): Records {
  const next = new Map(records);
  let isOther = false;
  for (const change of changes) {
    if ('put' in change) {
      next.set(keyOf(change.put, change.id), change.value);
      isOther = true;
    } else if ('delete' in change) {
      next.delete(keyOf(change.delete, change.id));
      isOther = true;
    } else {
      const key = keyOf(change.patch, change.id);
      const values = { ...next.get(key) };
      for (const [field, value] of Object.entries(change.set)) {
        if (same(values[field] ?? null, value)) continue;
        isOther = true;
        if (value === null) delete values[field];
        else values[field] = value;
      }
      next.set(key, values);
    }
  }
  return isOther ? next : records;
}

/** The log's clock goes on where the computer's stands still or goes back. */
const clockAfter = (log: Log, now: number): number => Math.max(now, standing(log).at);

/** The log after a unit that is cut into commits of at most so many changes. */
export function withUnit(log: Log, now: number, changes: readonly Change[], cut: number): Log {
  const before = standing(log);
  const at = clockAfter(log, now);
  const moments: Moment[] = [];
  let path: Path = [before.records];
  for (let from = 0; from < changes.length; from += cut) {
    const last = path.at(-1) ?? before.records;
    const records = afterChanges(last, changes.slice(from, from + cut));
    if (records === last) continue;
    path = [...path, records];
    moments.push({ at, records, undo: [path, ...before.undo], redo: [] });
  }
  return [...log, ...moments];
}

/** The log after the last thing done, or the last thing undone, was taken back commit by commit. */
export function withStepBack(log: Log, now: number, what: 'undo' | 'redo'): Log {
  const before = standing(log);
  const other = what === 'undo' ? 'redo' : 'undo';
  const [path, ...rest] = before[what];
  if (!path) return log;
  const at = clockAfter(log, now);
  const moments = path.slice(1).map((_, index): Moment => {
    const stays = path.slice(0, path.length - 1 - index);
    const taken = path.slice(path.length - 2 - index).toReversed();
    const left = stays.length > 1 ? [stays, ...rest] : rest;
    const records = stays.at(-1) ?? before.records;
    const stacks = { [what]: left, [other]: [taken, ...before[other]] };
    return { at, records, undo: stacks.undo ?? [], redo: stacks.redo ?? [] };
  });
  return [...log, ...moments];
}

/** The deleted records that are not there again, with the values they had last. */
export function discarded(log: Log): Records {
  const gone = new Map<string, Values>();
  let before: Records = beginning.records;
  for (const { records } of log) {
    for (const [key, values] of before) if (!records.has(key)) gone.set(key, values);
    before = records;
  }
  for (const key of before.keys()) gone.delete(key);
  return gone;
}

export interface Model {
  /** What the computer's clock says. */
  now: number;
  deskId: string;
  /** All desks that there have been. */
  readonly desks: Map<string, Log>;
  /** What each snapshot holds, by its name. */
  readonly snapshots: Map<string, Log>;
}

export const logOf = (model: Model): Log => model.desks.get(model.deskId) ?? [];
export const recordsOf = (model: Model): Records => standing(logOf(model)).records;
export const setLog = (model: Model, log: Log): void => void model.desks.set(model.deskId, log);

/** One of some keys; undefined when there are none. */
export const pick = <T>(from: Iterable<T>, index: number): T | undefined => {
  const all = [...from];
  return all[index % Math.max(1, all.length)];
};
