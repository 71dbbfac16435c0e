import { useLiveQuery } from 'dexie-react-hooks';
import type { CommitHead, Label } from '../../shared/commits/index.ts';
import { idToReading, readingToId } from '../../shared/core/clock.ts';
import { MASS } from './commit.ts';
import { session } from './session.ts';
import { commitHeadOf } from './write.ts';

/** A moment that somebody may want the desk back at: just before a large change. */
export interface Point {
  readonly at: number;
  /** The change before which it is, and when that began. */
  readonly before: { readonly label: Label; readonly at: number };
}

export interface Points {
  readonly beforeImport: Point | null;
  readonly beforeMassChange: Point | null;
}

const PIECE = 500;
/** So many commits are looked through; what is further back has a snapshot of its own. */
const LOOKED_THROUGH = 5_000;

/** The first instant (ms) of a unit of commits: it is named after its first commit. */
const unitBegan = ({ unit, at }: CommitHead): number => idToReading(unit)?.at ?? at;

/** The moments just before the last import and the last mass change. */
async function pointsToReturnTo(): Promise<Points> {
  const { commits } = session().database;
  let beforeImport: Point | null = null;
  let beforeMassChange: Point | null = null;
  for (let seen = 0; seen < LOOKED_THROUGH; seen += PIECE) {
    const rows = await commits.orderBy('id').reverse().offset(seen).limit(PIECE).toArray();
    for (const row of rows) {
      const began = unitBegan(row);
      const point: Point = { at: began - 1, before: { label: row.label, at: began } };
      if (row.label.key === 'import') beforeImport ??= point;
      else if (row.puts + row.patches + row.deletes > MASS) beforeMassChange ??= point;
    }
    if (rows.length < PIECE || (beforeImport && beforeMassChange)) break;
  }
  return { beforeImport, beforeMassChange };
}

/** More steps than this are told as "more than". */
export const MOST_STEPS = 1_000;

export interface PointFacts {
  /** The last change at or before the moment; null when there is none. */
  readonly last: CommitHead | null;
  /** Steps (undone together) after it, counted up to one more than `MOST_STEPS`. */
  readonly after: number;
}

/** What a moment (ms) of the desk is: what was done last by then, and how much came after. */
async function pointFacts(at: number): Promise<PointFacts> {
  const { commits } = session().database;
  const bound = readingToId({ at: Math.max(0, at) + 1, counter: 0 }, '');
  const last = await commits.where('id').below(bound).last();
  const units = new Set<string>();
  await commits
    .where('id')
    .above(bound)
    .until(() => units.size > MOST_STEPS)
    .each(({ unit }) => units.add(unit));
  return { last: last ? commitHeadOf(last) : null, after: units.size };
}

/** `undefined` while they are looked for. */
export const usePointsToReturnTo = (): Points | undefined => useLiveQuery(pointsToReturnTo, []);

export const usePointFacts = (at: number): PointFacts | undefined =>
  useLiveQuery(() => pointFacts(at), [at]);
