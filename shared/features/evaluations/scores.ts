import type { CivilDate } from '../../core/dates.ts';
import { divideHalfUp } from '../../core/money.ts';
import { type Rules, rowsInForce } from '../../rules/index.ts';
import type { EvaluatedValue, EvaluationIndicator, EvaluationScore, Evaluator } from './entity.ts';
import { type ConfidenceRow, confidenceRules, evaluatedValues } from './rules.ts';
import { WHOLE_BP, weightLeft } from './weights.ts';

/** A score in hundredths of a point: 85.5 is 8550. Rounded half up, once, from the exact value. */
export type Hundredths = number;

/** What a result cannot be reckoned without. */
export type ScoreGap =
  | { readonly type: 'noIndicators' }
  /** Weights miss 100 % by so many basis points; negative when above it. */
  | { readonly type: 'weightsNotWhole'; readonly leftBp: number }
  | { readonly type: 'noEvaluators' }
  /** All of them have a conflict of interest. */
  | { readonly type: 'allLeftOut' }
  | {
      readonly type: 'scoresMissing';
      readonly evaluator: string;
      readonly indicators: readonly string[];
    };

export interface ScoreOfValue {
  readonly value: EvaluatedValue;
  readonly weightBp: number;
  /** The mean of the evaluators, weighted within the value; null when its weight is zero. */
  readonly score: Hundredths | null;
}

export interface ScoreOfEvaluator {
  readonly evaluator: Evaluator;
  readonly score: Hundredths;
}

interface Known {
  readonly type: 'known';
  /** The mean of the evaluators. */
  readonly total: Hundredths;
  readonly byValue: readonly ScoreOfValue[];
  readonly byEvaluator: readonly ScoreOfEvaluator[];
  readonly lowest: Hundredths;
  readonly highest: Hundredths;
  /** Between the lowest and the highest total. */
  readonly spread: Hundredths;
  readonly confidence: ConfidenceRow['trust'] | 'low';
  /** The row that gave the confidence; null for low. */
  readonly row: ConfidenceRow | null;
}

export interface ScoreResult {
  readonly outcome: Known | { readonly type: 'unknown'; readonly gaps: readonly ScoreGap[] };
  /** Evaluators with a declared conflict of interest: not counted. */
  readonly leftOut: readonly Evaluator[];
  /** Counted, though they have declared nothing yet. */
  readonly undeclared: readonly Evaluator[];
}

/** The scores of a sheet by evaluator and indicator; of two for the same the one changed last. */
export function scoresByPlace(
  scores: readonly EvaluationScore[],
): ReadonlyMap<string, EvaluationScore> {
  const latestLast = scores.toSorted((a, b) => (a.rev < b.rev ? -1 : 1));
  return new Map(latestLast.map((score) => [placeOf(score), score]));
}

export const placeOf = ({
  evaluatorId,
  indicatorId,
}: Pick<EvaluationScore, 'evaluatorId' | 'indicatorId'>): string => `${evaluatorId} ${indicatorId}`;

function gapsOf(
  indicators: readonly EvaluationIndicator[],
  counted: readonly Evaluator[],
  anyLeftOut: boolean,
  scoreAt: (evaluator: Evaluator, indicator: EvaluationIndicator) => number | undefined,
): readonly ScoreGap[] {
  const leftBp = weightLeft(indicators);
  const missing = counted.flatMap((evaluator): readonly ScoreGap[] => {
    const blank = indicators.filter((indicator) => scoreAt(evaluator, indicator) === undefined);
    const names = blank.map(({ name }) => name);
    return names.length === 0
      ? []
      : [{ type: 'scoresMissing', evaluator: evaluator.name, indicators: names }];
  });
  return [
    ...(indicators.length === 0 ? [{ type: 'noIndicators' } as const] : []),
    ...(indicators.length > 0 && leftBp !== 0
      ? [{ type: 'weightsNotWhole', leftBp } as const]
      : []),
    ...(counted.length === 0
      ? [{ type: anyLeftOut ? 'allLeftOut' : 'noEvaluators' } as const]
      : []),
    ...missing,
  ];
}

/** The best first. */
const trusts: readonly ConfidenceRow['trust'][] = ['high', 'medium'];

const sumOf = (list: readonly bigint[]): bigint => list.reduce((sum, one) => sum + one, 0n);

const hundredths = (numerator: bigint, denominator: bigint): Hundredths =>
  Number(divideHalfUp(100n * numerator, denominator));

/**
 * The weighted score of a sheet: each evaluator's total is the sum of weight × score, the result
 * their mean. All is exact until each figure shown is rounded. A score that is missing leaves the
 * result unknown.
 */
export function scoreResult(
  indicators: readonly EvaluationIndicator[],
  evaluators: readonly Evaluator[],
  scores: readonly EvaluationScore[],
  today: CivilDate,
  rules: Rules,
): ScoreResult {
  const leftOut = evaluators.filter(({ conflict }) => conflict === 'has');
  const counted = evaluators.filter(({ conflict }) => conflict !== 'has');
  const undeclared = counted.filter(({ conflict }) => conflict === undefined);
  const byPlace = scoresByPlace(scores);
  const scoreAt = ({ id }: Evaluator, indicator: EvaluationIndicator): number | undefined =>
    byPlace.get(placeOf({ evaluatorId: id, indicatorId: indicator.id }))?.score;
  const gaps = gapsOf(indicators, counted, leftOut.length > 0, scoreAt);
  if (gaps.length > 0) return { outcome: { type: 'unknown', gaps }, leftOut, undeclared };

  /** Weight × score, in basis points of a point, of one evaluator over some indicators. */
  const weighted = (evaluator: Evaluator, some: readonly EvaluationIndicator[]): bigint =>
    sumOf(some.map((one) => BigInt(one.weightBp) * BigInt(scoreAt(evaluator, one) ?? 0)));
  const whole = BigInt(WHOLE_BP);
  const count = BigInt(counted.length);
  const totals = counted.map((evaluator) => weighted(evaluator, indicators));
  const ordered = totals.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const [least = 0n, most = 0n] = [ordered[0], ordered.at(-1)];
  const row =
    rowsInForce(rules.rowsOf(confidenceRules), { on: today })
      .toSorted((a, b) => trusts.indexOf(a.trust) - trusts.indexOf(b.trust))
      .find(
        ({ evaluatorsAtLeast, spreadAtMost }) =>
          counted.length >= evaluatorsAtLeast && most - least <= BigInt(spreadAtMost) * whole,
      ) ?? null;
  const byValue = evaluatedValues.map((value): ScoreOfValue => {
    const some = indicators.filter((one) => one.value === value);
    const weightBp = some.reduce((sum, one) => sum + one.weightBp, 0);
    const sum = sumOf(counted.map((evaluator) => weighted(evaluator, some)));
    return {
      value,
      weightBp,
      score: weightBp === 0 ? null : hundredths(sum, BigInt(weightBp) * count),
    };
  });
  return {
    outcome: {
      type: 'known',
      total: hundredths(sumOf(totals), whole * count),
      byValue,
      byEvaluator: counted.map((evaluator, place) => ({
        evaluator,
        score: hundredths(totals[place] ?? 0n, whole),
      })),
      lowest: hundredths(least, whole),
      highest: hundredths(most, whole),
      spread: hundredths(most - least, whole),
      confidence: row?.trust ?? 'low',
      row,
    },
    leftOut,
    undeclared,
  };
}

/** "85.50" */
export const formatHundredths = (score: Hundredths): string => (score / 100).toFixed(2);
