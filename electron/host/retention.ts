import type { Snapshot } from '../../shared/contract/index.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What deciding needs to know of a snapshot. */
export type Retained = Pick<
  Snapshot,
  'name' | 'takenAt' | 'why' | 'deskId' | 'last' | 'provenAt' | 'damaged'
>;

/** Of each period of that length the newest snapshot is kept, up to that age. */
const PERIODS = [
  { length: HOUR, upTo: DAY },
  { length: DAY, upTo: 31 * DAY },
  // A month of 30 days: which day of a month it was is nothing to tell snapshots apart by.
  { length: 30 * DAY, upTo: 366 * DAY },
] as const;

/** Taken before something that may turn out to be regretted within days. */
const REGRETTED: ReadonlySet<Snapshot['why']> = new Set([
  'migration',
  'version',
  'restore',
  'import',
  'massChange',
]);
const REGRETTED_FOR = 7 * DAY;

/** Whether a snapshot of that reason is kept for having been taken before something. */
export const isProtective = (why: Snapshot['why']): boolean => REGRETTED.has(why);

/** However old: a clock that runs years ahead for a day must not cost the desk its past. */
const KEPT_AT_LEAST = 10;

/**
 * Names of the snapshots that may be deleted: hourly ones are kept for a day, daily ones for a
 * month, monthly ones for a year; always the ten newest and the newest proven one of each desk,
 * those of the last hour, and damaged ones, for the user to know of. What is newer than now (ms
 * since 1970 UTC) was taken, or is looked at, by a clock that is wrong: it stays, and counts as none.
 */
export function outdated(snapshots: readonly Retained[], now: number): readonly string[] {
  const newestFirst = snapshots
    .filter(({ damaged, takenAt }) => !damaged && takenAt <= now)
    .toSorted((one, other) => other.takenAt - one.takenAt || other.last - one.last);
  const kept = new Set<string>();
  const taken = new Set<string>();
  const count = new Map<string, number>();
  const keepFirst = (slot: string, name: string): void => {
    if (taken.has(slot)) return;
    taken.add(slot);
    kept.add(name);
  };
  for (const { name, takenAt, why, deskId, provenAt } of newestFirst) {
    const age = now - takenAt;
    const newer = (count.get(deskId) ?? 0) + 1;
    count.set(deskId, newer);
    if (newer <= KEPT_AT_LEAST) kept.add(name);
    if (provenAt !== null) keepFirst(`${deskId} proven`, name);
    if (age <= HOUR || (isProtective(why) && age <= REGRETTED_FOR)) kept.add(name);
    for (const { length, upTo } of PERIODS) {
      if (age <= upTo) keepFirst(`${deskId} ${length} ${Math.floor(takenAt / length)}`, name);
    }
  }
  return newestFirst.filter(({ name }) => !kept.has(name)).map(({ name }) => name);
}
