/**
 * The places of things in an order that is costly to compare by, so that sorting compares numbers.
 * Things are small whole numbers, such as the codes of a dictionary. Nothing is compared before the
 * first question.
 */
export interface Ranks {
  readonly add: (item: number) => void;
  readonly remove: (item: number) => void;
  /** Rank by item, as of now: equal things have equal ranks. Others than those added have any. */
  readonly all: () => Uint32Array;
}

/** The first place in a sorted list whose item does not stand before another. */
function placeFor(
  order: Uint32Array,
  item: number,
  compare: (left: number, right: number) => number,
): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(order[middle] ?? 0, item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Two sorted lists as one, with few comparisons where the second is short. */
export function merged(
  order: Uint32Array,
  added: Uint32Array,
  compare: (left: number, right: number) => number,
): Uint32Array {
  const all = new Uint32Array(order.length + added.length);
  let taken = 0;
  added.forEach((item, index) => {
    const place = placeFor(order, item, compare);
    all.set(order.subarray(taken, place), taken + index);
    all[place + index] = item;
    taken = place;
  });
  all.set(order.subarray(taken), taken + added.length);
  return all;
}

/** `items` gives all things that there are, for the first question. */
export function createRanks(
  compare: (left: number, right: number) => number,
  items: () => Iterable<number>,
): Ranks {
  let order: Uint32Array | null = null;
  let ranks: Uint32Array = new Uint32Array(0);
  const fresh = new Set<number>();
  const gone = new Set<number>();

  /** Numbers the order; only neighbours of something new need comparing. */
  const number = (order: Uint32Array, most: number): void => {
    const next = new Uint32Array(most + 1);
    let rank = 0;
    for (let place = 1; place < order.length; place += 1) {
      const [before, item] = [order[place - 1] ?? 0, order[place] ?? 0];
      const isKnown = !fresh.has(before) && !fresh.has(item);
      const differs = isKnown ? ranks[before] !== ranks[item] : compare(before, item) !== 0;
      if (differs) rank += 1;
      next[item] = rank;
    }
    ranks = next;
  };

  return {
    add: (item) => {
      if (order) fresh.add(item);
    },
    remove: (item) => {
      if (!order) return;
      fresh.delete(item);
      gone.add(item);
    },
    all: () => {
      if (!order) for (const item of items()) fresh.add(item);
      if (order && fresh.size === 0 && gone.size === 0) return ranks;
      // A number that was given back may have been given out again, to something else.
      const kept = (order ?? new Uint32Array(0)).filter(
        (item) => !gone.has(item) && !fresh.has(item),
      );
      const added = Uint32Array.from([...fresh].sort(compare));
      order = merged(kept, added, compare);
      const most = added.reduce((most, item) => Math.max(most, item), 0);
      number(order, Math.max(ranks.length - 1, most));
      fresh.clear();
      gone.clear();
      return ranks;
    },
  };
}
