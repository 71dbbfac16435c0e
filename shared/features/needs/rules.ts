import { type CivilDate, daysBetween } from '../../core/dates.ts';
import type { Need } from './entity.ts';
import { parseIndicators } from './indicators.ts';

/**
 * What makes a need worth taking to the people who could solve it: it is quantified, real, urgent,
 * and somebody is known who decides. So the collection rules of challenge contests (技术需求征集).
 */
export type QualityCheck = 'quantified' | 'real' | 'urgent' | 'owned';

/** What to ask the enterprise next. */
export type QualityQuestion =
  /** What is it measured by, and where is it today? */
  | 'target'
  /** The words hold numbers that nobody has confirmed as indicators. */
  | 'takeIndicators'
  /** What exactly does not work? */
  | 'problem'
  /** Has anybody asked the enterprise itself? */
  | 'verify'
  /** When must it be solved, and what if it is not? */
  | 'when'
  /** The day has passed: is it wanted still? */
  | 'overdue'
  /** Who decides on it and pays? */
  | 'owner';

export interface QualityState {
  readonly check: QualityCheck;
  /** The question that is missing; null when the check is met. */
  readonly ask: QualityQuestion | null;
}

/** Nothing is asked for any more. */
const isOver = ({ status }: Pick<Need, 'status'>): boolean =>
  status === 'solved' || status === 'withdrawn';

function urgencyQuestion(need: Need, today: CivilDate): QualityQuestion | null {
  if (need.wantedBy === undefined) return 'when';
  return need.wantedBy < today && !isOver(need) ? 'overdue' : null;
}

function numbersQuestion(need: Need, indicators: number): QualityQuestion | null {
  if (indicators > 0) return null;
  return parseIndicators(need.indicatorText ?? '').readings.length > 0
    ? 'takeIndicators'
    : 'target';
}

/**
 * The four checks in the order in which they are asked.
 * @param indicators how many indicators the need has
 * @param today the civil date in China
 */
export function qualityOf(
  need: Need,
  indicators: number,
  today: CivilDate,
): readonly QualityState[] {
  const real = need.problem === undefined ? 'problem' : 'verify';
  return [
    { check: 'quantified', ask: numbersQuestion(need, indicators) },
    { check: 'real', ask: need.problem && need.verifiedOn ? null : real },
    { check: 'urgent', ask: urgencyQuestion(need, today) },
    { check: 'owned', ask: need.decisionOwner === undefined ? 'owner' : null },
  ];
}

export type Validity =
  /** Nobody said how long; or nothing is asked for any more. */
  | { readonly type: 'open' }
  /** `days` are left, today not counted. */
  | { readonly type: 'valid'; readonly days: number }
  | { readonly type: 'expired'; readonly days: number };

/** Whether a need may still be taken to anybody: through the day on which it ends. */
export function validityOf(need: Need, today: CivilDate): Validity {
  if (need.validUntil === undefined || isOver(need)) return { type: 'open' };
  const days = daysBetween(today, need.validUntil);
  return days < 0 ? { type: 'expired', days: -days } : { type: 'valid', days };
}
