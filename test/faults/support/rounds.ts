import { appendFileSync } from 'node:fs';
import { inject } from 'vitest';

/** What a fault suite counts. All but the first two must be 0 in the end. */
export interface Counts {
  rounds: number;
  /** Changes, files and snapshots that were answered as kept, and looked for after a fault. */
  acknowledged: number;
  /** Of those, not found as they were. */
  lost: number;
  /** Found, but never sent. */
  invented: number;
  /** Faults that were told of or made good. Beside them are those that nothing read is harmed by. */
  detected: number;
  /** Faults after which something else was given out than what was kept. */
  undetected: number;
  /** Trouble that was reported where there was none. */
  falseAlarms: number;
}

export const noCounts = (): Counts => ({
  rounds: 0,
  acknowledged: 0,
  lost: 0,
  invented: 0,
  detected: 0,
  undetected: 0,
  falseAlarms: 0,
});

declare module 'vitest' {
  interface ProvidedContext {
    /** The file that the table at the end is made of. */
    readonly faultCounts: string;
  }
}

/** How often something is tried: few times in every test run, often by `npm run test:faults`. */
export const rounds = (few: number, many: number): number =>
  import.meta.env.MODE === 'long' ? many : few;

/** Takes a suite's counts into the table at the end, and answers what must not have happened. */
export function report(suite: string, counts: Counts) {
  appendFileSync(inject('faultCounts'), `${JSON.stringify({ suite, ...counts })}\n`);
  const { lost, invented, undetected, falseAlarms } = counts;
  return { lost, invented, undetected, falseAlarms };
}

export const nothingWrong = { lost: 0, invented: 0, undetected: 0, falseAlarms: 0 };

/** Chance that can be had again: mulberry32, from a seed. Answers 0 to `below` - 1. */
export type Chance = (below: number) => number;

export function chanceOf(seed: number): Chance {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}
