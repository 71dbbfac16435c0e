/**
 * The places of things in an order that is costly to compare by, so that sorting compares numbers.
 * Things are small whole numbers, such as the codes of a dictionary. Nothing is compared before the
 * first question, or before it is asked to.
 */
export interface Ranks {
  readonly add: (item: number) => void;
  readonly remove: (item: number) => void;
  /** Rank by item, as of now: equal things have equal ranks. Others than those added have any. */
  readonly all: () => Uint32Array;
  /** Does a part of what the first question needs; false when there is nothing left to do. */
  readonly warm: () => boolean;
}

type Compare = (left: number, right: number) => number;

/** The first place from `low` on in a sorted list whose item does not stand before another. */
function placeFor(order: Uint32Array, item: number, low: number, compare: Compare): number {
  let from = low;
  let to = order.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (compare(order[middle] ?? 0, item) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Below this part of the other, a list is put in item by item. */
const FEW = 1 / 16;

/** Two sorted lists as one, with few comparisons where the second is short. */
export function merged(order: Uint32Array, added: Uint32Array, compare: Compare): Uint32Array {
  const all = new Uint32Array(order.length + added.length);
  const isShort = added.length < order.length * FEW;
  let taken = 0;
  added.forEach((item, index) => {
    let place = taken;
    if (isShort) place = placeFor(order, item, taken, compare);
    else while (place < order.length && compare(order[place] ?? 0, item) < 0) place += 1;
    all.set(order.subarray(taken, place), taken + index);
    all[place + index] = item;
    taken = place;
  });
  all.set(order.subarray(taken), taken + added.length);
  return all;
}

/** Makes one of the two shortest of some sorted lists. */
function mergeTwo(parts: Uint32Array[], compare: Compare): void {
  parts.sort((left, right) => right.length - left.length);
  const [one = new Uint32Array(0), other = new Uint32Array(0)] = [parts.pop(), parts.pop()];
  parts.push(merged(other, one, compare));
}

function marksOf(items: Iterable<number>, most: number): Uint8Array {
  const marked = new Uint8Array(most + 1);
  for (const item of items) marked[item] = 1;
  return marked;
}

/** What of an order stays, with a mark for each item that does not. */
function without(order: Uint32Array, isGone: Uint8Array): Uint32Array {
  const kept = new Uint32Array(order.length);
  let count = 0;
  for (let place = 0; place < order.length; place += 1) {
    const item = order[place] ?? 0;
    if (isGone[item] === 0) kept[count++] = item;
  }
  return kept.subarray(0, count);
}

/**
 * Takes what is gone out of some orders before anything is compared: a number that was given back
 * may have been given out again, to something else.
 */
function clean(orders: Uint32Array[], gone: Set<number>, most: number): void {
  if (gone.size === 0) return;
  const isGone = marksOf(gone, most);
  orders.forEach((order, at) => {
    orders[at] = without(order, isGone);
  });
  gone.clear();
}

/** Ranks from an order and those before; only neighbours of something fresh need comparing. */
function numbered(
  order: Uint32Array,
  before: Uint32Array,
  isFresh: Uint8Array,
  compare: Compare,
): Uint32Array {
  const ranks = new Uint32Array(isFresh.length);
  let rank = 0;
  for (let place = 1; place < order.length; place += 1) {
    const [last, item] = [order[place - 1] ?? 0, order[place] ?? 0];
    const isKnown = before.length > 0 && isFresh[last] === 0 && isFresh[item] === 0;
    const differs = isKnown ? before[last] !== before[item] : compare(last, item) !== 0;
    if (differs) rank += 1;
    ranks[item] = rank;
  }
  return ranks;
}

/** So many things are put in order at a time while nobody waits: about 20 ms. */
const RUN = 4_096;

/** Takes some things out of those that have no place yet, and sorts them. */
function takeRun(fresh: Set<number>, compare: Compare): Uint32Array {
  const run: number[] = [];
  for (const item of fresh) {
    if (run.length === RUN) break;
    run.push(item);
    fresh.delete(item);
  }
  return Uint32Array.from(run.sort(compare));
}

/** `items` gives all things that there are, for the first question. */
export function createRanks(compare: Compare, items: () => Iterable<number>): Ranks {
  let order: Uint32Array | null = null;
  /** Parts of the order to be, until it is there. */
  let runs: Uint32Array[] | null = null;
  let ranks: Uint32Array = new Uint32Array(0);
  const fresh = new Set<number>();
  const gone = new Set<number>();
  let most = 0;

  const add = (item: number): void => {
    fresh.add(item);
    most = Math.max(most, item);
  };
  const begin = (): Uint32Array[] => {
    if (!runs) for (const item of items()) add(item);
    runs ??= [];
    return runs;
  };

  const all = (): Uint32Array => {
    if (order && fresh.size === 0 && gone.size === 0) return ranks;
    const parts = order ? [order] : begin();
    clean(parts, gone, most);
    while (parts.length > 1) mergeTwo(parts, compare);
    const isFresh = marksOf(fresh, most);
    const added = Uint32Array.from([...fresh].sort(compare));
    order = merged(parts[0] ?? new Uint32Array(0), added, compare);
    runs = null;
    ranks = numbered(order, ranks, isFresh, compare);
    fresh.clear();
    return ranks;
  };
  return {
    add: (item) => {
      if (order || runs) add(item);
    },
    remove: (item) => {
      if (!order && !runs) return;
      fresh.delete(item);
      gone.add(item);
    },
    all,
    warm: () => {
      if (order) return false;
      const parts = begin();
      clean(parts, gone, most);
      const run = takeRun(fresh, compare);
      if (run.length > 0) parts.push(run);
      else if (parts.length > 1) mergeTwo(parts, compare);
      else all();
      return order === null;
    },
  };
}
