import { useEffect, useState } from 'react';
import type { Discarded } from '../../../shared/commits/index.ts';
import { usePast } from '../../data/past.ts';
import { onCommits } from '../../data/session.ts';
import { trashInSlices } from '../../data/trash.ts';

export interface Trash {
  /** Last deleted first; those not read yet are missing at the end. */
  readonly items: readonly Discarded[];
  readonly isComplete: boolean;
}

const DRAW_EVERY_MS = 250;

async function readTrash(
  tell: (trash: Trash) => void,
  isFirst: boolean,
  signal: AbortSignal,
): Promise<void> {
  const items: Discarded[] = [];
  let drawn = performance.now();
  for await (const slice of trashInSlices()) {
    if (signal.aborted) return;
    items.push(...slice);
    // A list that is read again stays as it was until the new one is whole: nothing jumps.
    if (isFirst && performance.now() - drawn > DRAW_EVERY_MS) {
      tell({ items: [...items], isComplete: false });
      drawn = performance.now();
    }
  }
  if (!signal.aborted) tell({ items, isComplete: true });
}

/** The trash in sight, kept level with the desk; null before any of it is read. */
export function useTrash(): Trash | null {
  const past = usePast((state) => state.past);
  const [trash, setTrash] = useState<Trash | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another past is read anew
  useEffect(() => {
    let abort = new AbortController();
    setTrash(null);
    void readTrash(setTrash, true, abort.signal);
    const stop = onCommits((commits) => {
      if (commits.every(({ ops }) => ops.every(({ op }) => op === 'patch'))) return;
      abort.abort();
      abort = new AbortController();
      void readTrash(setTrash, false, abort.signal);
    });
    return () => {
      stop();
      abort.abort();
    };
  }, [past]);
  return trash;
}
