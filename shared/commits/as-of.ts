import { readingToId } from '../core/clock.ts';
import { addDays, type CivilDate } from '../core/dates.ts';
import { applyOp } from './apply.ts';
import type { Commit, Op, StoredRecord } from './commit.ts';

/**
 * What differs between the desk as it is and as it stood at a cut through its log: by kind and id,
 * the records touched after the cut as they were there, null for those that were not there.
 * Whatever is not in it is as it was.
 */
export type Overlay = ReadonlyMap<string, ReadonlyMap<string, StoredRecord | null>>;

/** An overlay being made. */
export type OpenOverlay = Map<string, Map<string, StoredRecord | null>>;

/** The cut at the end of a day in China: commits with ids below it were made on that day or before. */
export const cutAfter = (on: CivilDate): string =>
  readingToId({ at: Date.parse(`${addDays(on, 1)}T00:00:00+08:00`), counter: 0 }, '');

/** Takes note of what a commit after the cut touches. Such commits may come in any order. */
export function addLater(overlay: OpenOverlay, ops: readonly Op[]): void {
  for (const { entity, id } of ops) {
    const records = overlay.get(entity);
    if (records) records.set(id, null);
    else overlay.set(entity, new Map([[id, null]]));
  }
}

/**
 * Replays what a commit before the cut did to the records that later ones touch. All later commits
 * have been added by then, and the earlier ones come in the order of their ids.
 */
export function replayEarlier(
  overlay: OpenOverlay,
  { id, at, ops }: Pick<Commit, 'id' | 'at' | 'ops'>,
): void {
  for (const op of ops) {
    const records = overlay.get(op.entity);
    const before = records?.get(op.id);
    if (!records || before === undefined) continue;
    records.set(op.id, applyOp(before ?? undefined, op, { id, at }) ?? null);
  }
}
