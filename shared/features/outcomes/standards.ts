import { addMonths, type CivilDate } from '../../core/dates.ts';
import { type Rules, rowsInForce } from '../../rules/index.ts';
import type { Outcome } from './entity.ts';
import { type ReviewRow, reviewRules } from './rules.ts';

/**
 * The stages of a standard in their order (国家标准制定程序的阶段划分 GB/T 16733: 预阶段、立项、起草、
 * 征求意见、审查、批准、出版、复审、废止), each the field that says since when.
 */
export const STAGES = [
  'studiedOn',
  'proposedOn',
  'draftedOn',
  'consultedOn',
  'examinedOn',
  'approvedOn',
  'issuedOn',
  'effectiveOn',
  'revisitedOn',
  'abolishedOn',
] as const satisfies readonly (keyof Outcome)[];
export type Stage = (typeof STAGES)[number];

export interface Step {
  readonly stage: Stage;
  /** Null while it is not known. */
  readonly on: CivilDate | null;
  /** `passed`: a later stage is reached, and its day was never entered. */
  readonly state: 'reached' | 'passed' | 'planned' | 'ahead';
}

export interface Track {
  readonly steps: readonly Step[];
  /** The furthest stage reached; null before the first. */
  readonly at: Stage | null;
  /** What comes next; null when it is over. */
  readonly next: Stage | null;
  /** By when a standard in force is to be reviewed, and the rule that says so. */
  readonly reviewBy: { readonly on: CivilDate; readonly row: ReviewRow } | null;
  /** Stages whose day lies before that of an earlier stage. */
  readonly disordered: readonly Stage[];
}

/** The next of a standard in force is its review, again and again. */
function nextOf(at: Stage | null): Stage | null {
  if (at === 'abolishedOn') return null;
  if (at === 'revisitedOn') return 'revisitedOn';
  return STAGES[at === null ? 0 : STAGES.indexOf(at) + 1] ?? null;
}

function reviewOf(
  { revisitedOn, effectiveOn }: Outcome,
  today: CivilDate,
  rules: Rules,
): { readonly on: CivilDate; readonly row: ReviewRow } | null {
  const from = revisitedOn ?? effectiveOn;
  const [row] = rowsInForce(rules.rowsOf(reviewRules), { on: today });
  return from === undefined || !row ? null : { on: addMonths(from, 12 * row.years), row };
}

/** Where a standard stands on a day, by the days entered: one to come is planned, not reached. */
export function trackOf(record: Outcome, today: CivilDate, rules: Rules): Track {
  const isReached = (stage: Stage): boolean => (record[stage] ?? '9999') <= today;
  const furthest = STAGES.findLastIndex(isReached);
  const at = STAGES[furthest] ?? null;
  const steps = STAGES.map((stage, place): Step => {
    const on = record[stage] ?? null;
    const state = isReached(stage)
      ? 'reached'
      : on !== null
        ? 'planned'
        : place < furthest
          ? 'passed'
          : 'ahead';
    return { stage, on, state };
  });
  const disordered = STAGES.filter((stage, place) => {
    const on = record[stage];
    return on !== undefined && STAGES.slice(0, place).some((one) => (record[one] ?? '') > on);
  });
  const isInForce = at === 'effectiveOn' || at === 'revisitedOn';
  return {
    steps,
    at,
    next: nextOf(at),
    reviewBy: isInForce ? reviewOf(record, today, rules) : null,
    disordered,
  };
}
