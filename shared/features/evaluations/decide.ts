import type { Change, Values } from '../../commits/index.ts';
import type { Evaluation, EvaluationIndicator, EvaluationScore, Evaluator } from './entity.ts';
import type { Valuation, ValuationRow } from './valuation-entity.ts';
import { type IndicatorValues, scaledWeights } from './weights.ts';

/** Distance between the positions of neighbours, so that one can be put between them. */
const STEP = 100;

interface Placed {
  readonly id: string;
  readonly position: number;
}

/** In their order; of equal positions, the earlier made first. */
export const inPlaceOrder = <P extends Placed>(parts: readonly P[]): readonly P[] =>
  parts.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));

const after = (existing: readonly Placed[]): number =>
  Math.max(0, ...existing.map(({ position }) => position)) + STEP;

/** The indicators of an example, for a sheet that has none. */
export const takeIndicators = (
  { id, achievementId }: Pick<Evaluation, 'id' | 'achievementId'>,
  indicators: readonly IndicatorValues[],
  newId: () => string,
): readonly Change[] =>
  indicators.map((indicator, place) => ({
    put: 'evaluationIndicator',
    id: newId(),
    value: { ...indicator, achievementId, evaluationId: id, position: (place + 1) * STEP },
  }));

/** Puts an indicator, an evaluator or a line behind those that are there. */
export const addBehind = (
  part: 'evaluationIndicator' | 'evaluator' | 'valuationRow',
  id: string,
  values: Values,
  existing: readonly Placed[],
): Change => ({ put: part, id, value: { ...values, position: after(existing) } });

/** Puts one a place up (-1) or down (1); nothing at the ends. */
export function movePlaced(
  part: 'evaluationIndicator' | 'evaluator' | 'valuationRow',
  ordered: readonly Placed[],
  id: string,
  by: -1 | 1,
): readonly Change[] {
  const from = ordered.findIndex((one) => one.id === id);
  const moved = ordered[from];
  if (!moved || !ordered[from + by]) return [];
  const next = ordered.toSpliced(from, 1).toSpliced(from + by, 0, moved);
  return next.flatMap((one, place): readonly Change[] => {
    const position = (place + 1) * STEP;
    return one.position === position ? [] : [{ patch: part, id: one.id, set: { position } }];
  });
}

/** Scales the weights of a sheet to exactly 100 %. */
export function scaleWeights(ordered: readonly EvaluationIndicator[]): readonly Change[] {
  const weights = scaledWeights(ordered.map(({ weightBp }) => weightBp));
  return ordered.flatMap(({ id, weightBp }, place): readonly Change[] => {
    const scaled = weights[place] ?? 0;
    return scaled === weightBp
      ? []
      : [{ patch: 'evaluationIndicator', id, set: { weightBp: scaled } }];
  });
}

/** Gives one score, rewrites it, or takes it back (null). `existing` is the score that is there. */
export function setScore(
  indicator: EvaluationIndicator,
  evaluator: Evaluator,
  existing: EvaluationScore | undefined,
  score: number | null,
  newId: () => string,
): readonly Change[] {
  if (existing) {
    if (score === null) return [{ delete: 'evaluationScore', id: existing.id }];
    return [{ patch: 'evaluationScore', id: existing.id, set: { score } }];
  }
  if (score === null) return [];
  const { achievementId, evaluationId } = indicator;
  return [
    {
      put: 'evaluationScore',
      id: newId(),
      value: {
        achievementId,
        evaluationId,
        indicatorId: indicator.id,
        evaluatorId: evaluator.id,
        indicator: indicator.name,
        score,
      },
    },
  ];
}

const deletions = (
  part: 'evaluationScore' | 'evaluationIndicator' | 'evaluator' | 'valuationRow',
  ids: readonly { readonly id: string }[],
): readonly Change[] => ids.map(({ id }) => ({ delete: part, id }));

/** Takes an indicator off with the scores that were given for it. */
export const removeIndicator = (
  { id }: EvaluationIndicator,
  scores: readonly EvaluationScore[],
): readonly Change[] => [
  ...deletions(
    'evaluationScore',
    scores.filter(({ indicatorId }) => indicatorId === id),
  ),
  { delete: 'evaluationIndicator', id },
];

/** Takes an evaluator off with the scores that he gave. */
export const removeEvaluator = (
  { id }: Evaluator,
  scores: readonly EvaluationScore[],
): readonly Change[] => [
  ...deletions(
    'evaluationScore',
    scores.filter(({ evaluatorId }) => evaluatorId === id),
  ),
  { delete: 'evaluator', id },
];

/** Deletes a sheet with all that is part of it: one step. */
export const removeEvaluation = (
  { id }: Evaluation,
  parts: {
    readonly indicators: readonly EvaluationIndicator[];
    readonly evaluators: readonly Evaluator[];
    readonly scores: readonly EvaluationScore[];
  },
): readonly Change[] => [
  ...deletions('evaluationScore', parts.scores),
  ...deletions('evaluationIndicator', parts.indicators),
  ...deletions('evaluator', parts.evaluators),
  { delete: 'evaluation', id },
];

/** Deletes a valuation with its lines: one step. */
export const removeValuation = (
  { id }: Valuation,
  rows: readonly ValuationRow[],
): readonly Change[] => [...deletions('valuationRow', rows), { delete: 'valuation', id }];
