import type { Group } from '../../index/query.ts';

/** Where the heads of groups stand among the rows of a list. */
export interface Heads {
  /** By the number of a row, the heads that stand above it: of its group, and of folded ones before. */
  readonly above: ReadonlyMap<number, readonly Group[]>;
  /** Heads of folded groups after the last row. */
  readonly below: readonly Group[];
  /** Rows of the groups that are not folded. */
  readonly rows: number;
}

/** Places for the heads of groups, which come in the order of the rows. */
export function headsOf(groups: readonly Group[]): Heads {
  const above = new Map<number, readonly Group[]>();
  let waiting: readonly Group[] = [];
  let rows = 0;
  for (const group of groups) {
    waiting = [...waiting, group];
    if (group.isClosed) continue;
    above.set(rows, waiting);
    waiting = [];
    rows += group.count;
  }
  return { above, below: waiting, rows };
}
