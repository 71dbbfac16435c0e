/** One reading of the hybrid logical clock: an instant (ms) and a counter within it, 0 to 65535. */
export interface ClockReading {
  readonly at: number;
  readonly counter: number;
}

const LAST_COUNT = 0xffff;

/**
 * The reading after `last`, at `now` (ms). It never goes back: while the computer's clock stands
 * before the last reading, the counter goes on, and past its end the instant does.
 */
export function nextReading(last: ClockReading, now: number): ClockReading {
  if (now > last.at) return { at: now, counter: 0 };
  return last.counter < LAST_COUNT
    ? { at: last.at, counter: last.counter + 1 }
    : { at: last.at + 1, counter: 0 };
}

/** A reading as an id that sorts as text in the order of readings; 13 digits last until 2286. */
export function readingToId({ at, counter }: ClockReading, device: string): string {
  return `${String(at).padStart(13, '0')}-${counter.toString(16).padStart(4, '0')}-${device}`;
}

/** The reading in an id, or null when it is not one of `readingToId`. */
export function idToReading(id: string): ClockReading | null {
  const match = /^(\d{13})-([0-9a-f]{4})-./s.exec(id);
  return match ? { at: Number(match[1]), counter: Number.parseInt(match[2] ?? '', 16) } : null;
}
