import { useEffect, useState } from 'react';
import { type ActivityUnit, joinUnits } from '../../../shared/commits/index.ts';
import { activityAfter, activityInSlices, countCommits } from '../../data/activity.ts';
import { usePast } from '../../data/past.ts';
import { onCommits } from '../../data/session.ts';

export interface Activity {
  /** Newest first; those not read yet are missing at the end. */
  readonly units: readonly ActivityUnit[];
  /** Commits read, of about `total`. */
  readonly read: number;
  readonly total: number;
  readonly isComplete: boolean;
}

const nothing: Activity = { units: [], read: 0, total: 0, isComplete: false };

/** While a long log is read the list is drawn anew no more often than this. */
const DRAW_EVERY_MS = 250;

/** Reads what was done until `signal` ends it, and follows what is done meanwhile. */
async function readActivity(
  tell: (activity: Activity) => void,
  signal: AbortSignal,
): Promise<void> {
  let activity: Activity = { ...nothing, total: await countCommits() };
  let drawn = 0;
  let adding = Promise.resolve();
  const addNew = async (): Promise<void> => {
    const newest = activity.units[0]?.commits[0] ?? '';
    const added = await activityAfter(newest);
    if (added.length === 0 || signal.aborted) return;
    activity = { ...activity, units: joinUnits(added, activity.units) };
    tell(activity);
  };
  for await (const slice of activityInSlices()) {
    if (signal.aborted) return;
    const read = activity.read + slice.reduce((sum, { commits }) => sum + commits.length, 0);
    const isFirst = activity.read === 0;
    activity = { ...activity, units: joinUnits(activity.units, slice), read };
    if (isFirst)
      signal.addEventListener(
        'abort',
        onCommits(() => {
          adding = adding.then(addNew);
        }),
      );
    if (performance.now() - drawn > DRAW_EVERY_MS) {
      tell(activity);
      drawn = performance.now();
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
  if (signal.aborted) return;
  activity = { ...activity, isComplete: true };
  tell(activity);
}

/** What was done on the desk in sight, kept level with it; null before the first is read. */
export function useActivity(): Activity | null {
  const past = usePast((state) => state.past);
  const [activity, setActivity] = useState<Activity | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another past is read anew
  useEffect(() => {
    const abort = new AbortController();
    setActivity(null);
    void readActivity(setActivity, abort.signal);
    return () => abort.abort();
  }, [past]);
  return activity;
}
