/** Leaves the page time to draw and to answer between two slices of work. */
const SLICE_MS = 20;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * Does a piece of work for each item, pausing whenever a slice of time is used up. Stops when
 * `isOver` says so; answers whether all was done.
 */
export async function inSlices<T>(
  items: readonly T[],
  work: (item: T, index: number) => void,
  isOver: () => boolean = () => false,
): Promise<boolean> {
  let begun = performance.now();
  for (const [index, item] of items.entries()) {
    work(item, index);
    if (performance.now() - begun < SLICE_MS) continue;
    await pause();
    if (isOver()) return false;
    begun = performance.now();
  }
  return !isOver();
}
