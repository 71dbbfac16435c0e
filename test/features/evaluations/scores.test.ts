import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type EvaluatedValue,
  type EvaluationIndicator,
  type EvaluationScore,
  type Evaluator,
  indicatorsOf,
  presetFor,
  presetRules,
  scaledWeights,
  scaleWeights,
  scoreResult,
  setScore,
} from '../../../shared/features/evaluations/index.ts';
import { builtInRules } from '../../../shared/rules/index.ts';

const TODAY = '2026-11-24';
const meta = { rev: 'r', createdAt: 0, updatedAt: 0, achievementId: 'a', evaluationId: 'e' };

const indicator = (
  place: number,
  weightBp: number,
  value: EvaluatedValue = 'technical',
): EvaluationIndicator => ({
  ...meta,
  id: `i${place}`,
  position: place,
  value,
  name: `指标 ${place + 1}`,
  weightBp,
});

const person = (place: number, over: Partial<Evaluator> = {}): Evaluator => ({
  ...meta,
  id: `p${place}`,
  position: place,
  name: `专家 ${place + 1}`,
  conflict: 'none',
  ...over,
});

const scoresOf = (table: readonly (readonly number[])[]): readonly EvaluationScore[] =>
  table.flatMap((scores, who) =>
    scores.map((score, what) => ({
      ...meta,
      id: `s${who}-${what}`,
      evaluatorId: `p${who}`,
      indicatorId: `i${what}`,
      score,
    })),
  );

const sheet = (
  weights: readonly number[],
  table: readonly (readonly number[])[],
  people = table.map((_, place) => person(place)),
) =>
  scoreResult(
    weights.map((weight, place) => indicator(place, weight)),
    people,
    scoresOf(table),
    TODAY,
    builtInRules,
  );

// The figures below were worked out apart from the code, with exact fractions.
describe('the weighted score', () => {
  it.each([
    { weights: [6000, 4000], table: [[80, 90]], total: 8400, each: [8400], spread: 0 },
    {
      weights: [3333, 3333, 3334],
      table: [
        [80, 81, 82],
        [79, 85, 90],
        [100, 60, 77],
      ],
      total: 8156,
      each: [8100, 8467, 7900],
      spread: 567,
    },
    {
      weights: [1250, 2500, 1750, 500, 4000],
      table: [
        [88, 92, 75, 60, 81],
        [85, 90, 78, 70, 79],
        [91, 89, 80, 65, 84],
        [86, 93, 77, 62, 83],
        [90, 90, 79, 68, 80],
      ],
      total: 8313,
      each: [8253, 8188, 8448, 8378, 8298],
      spread: 260,
    },
    // 85.666… is rounded up, once.
    {
      weights: [10_000],
      table: [[85], [86], [86]],
      total: 8567,
      each: [8500, 8600, 8600],
      spread: 100,
    },
    {
      weights: [5000, 5000],
      table: [
        [0, 100],
        [100, 0],
      ],
      total: 5000,
      each: [5000, 5000],
      spread: 0,
    },
    // 0.005 points is rounded up, 0.0049 down.
    { weights: [50, 9950], table: [[1, 0]], total: 1, each: [1], spread: 0 },
    { weights: [49, 9951], table: [[1, 0]], total: 0, each: [0], spread: 0 },
  ])('of $weights over $table is $total', ({ weights, table, total, each, spread }) => {
    const { outcome } = sheet(weights, table);
    expect(outcome).toMatchObject({ type: 'known', total, spread });
    expect(outcome.type === 'known' && outcome.byEvaluator.map(({ score }) => score)).toEqual(each);
  });

  it('is told by value too, weighted within each', () => {
    const values: readonly EvaluatedValue[] = [
      'scientific',
      'scientific',
      'economic',
      'economic',
      'transfer',
    ];
    const { outcome } = scoreResult(
      [1250, 2500, 1750, 500, 4000].map((weight, place) => indicator(place, weight, values[place])),
      [person(0), person(1)],
      scoresOf([
        [88, 92, 75, 60, 81],
        [85, 90, 78, 70, 79],
      ]),
      TODAY,
      builtInRules,
    );
    expect(outcome.type === 'known' && outcome.byValue).toEqual([
      { value: 'scientific', weightBp: 3750, score: 8950 },
      { value: 'technical', weightBp: 0, score: null },
      { value: 'economic', weightBp: 2250, score: 7394 },
      { value: 'social', weightBp: 0, score: null },
      { value: 'transfer', weightBp: 4000, score: 8000 },
    ]);
  });

  it('leaves out who declared a conflict, and names who declared nothing', () => {
    const people = [person(0), person(1, { conflict: 'has' }), person(2)];
    const { conflict: _none, ...silent } = person(2);
    const result = sheet(
      [10_000],
      [[80], [100], [82]],
      [people[0] ?? silent, people[1] ?? silent, silent],
    );
    expect(result.outcome).toMatchObject({ type: 'known', total: 8100 });
    expect(result.leftOut.map(({ id }) => id)).toEqual(['p1']);
    expect(result.undeclared.map(({ id }) => id)).toEqual(['p2']);
  });

  it('is unknown while anything is missing, and says what', () => {
    expect(scoreResult([], [], [], TODAY, builtInRules).outcome).toEqual({
      type: 'unknown',
      gaps: [{ type: 'noIndicators' }, { type: 'noEvaluators' }],
    });
    expect(sheet([6000, 3000], [[80, 80]]).outcome).toEqual({
      type: 'unknown',
      gaps: [{ type: 'weightsNotWhole', leftBp: 1000 }],
    });
    expect(sheet([6000, 4000], [[80, 80], [70]]).outcome).toEqual({
      type: 'unknown',
      gaps: [{ type: 'scoresMissing', evaluator: '专家 2', indicators: ['指标 2'] }],
    });
    expect(sheet([10_000], [[80]], [person(0, { conflict: 'has' })]).outcome).toEqual({
      type: 'unknown',
      gaps: [{ type: 'allLeftOut' }],
    });
  });

  it('deserves more confidence the more evaluators agree', () => {
    const of = (...scores: readonly number[]) => {
      const { outcome } = sheet(
        [10_000],
        scores.map((score) => [score]),
      );
      return outcome.type === 'known' && outcome.confidence;
    };
    expect(of(80, 82, 85, 88, 90)).toBe('high');
    expect(of(79, 82, 85, 88, 90)).toBe('medium');
    expect(of(70, 80, 90)).toBe('medium');
    expect(of(69, 80, 90)).toBe('low');
    expect(of(80, 80)).toBe('low');
  });

  it('lies between the lowest and the highest score given', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(scores, { minLength: 1, maxLength: 9 }), (table) => {
        const { outcome } = sheet([2000, 3333, 4667], table);
        if (outcome.type === 'unknown') throw new Error('known');
        const all = table.flat();
        expect(outcome.total).toBeGreaterThanOrEqual(100 * Math.min(...all));
        expect(outcome.total).toBeLessThanOrEqual(100 * Math.max(...all));
      }),
    );
  });
});

describe('weights', () => {
  it('make exactly 100 % in every example, by category and purpose', () => {
    const sums = presetRules.rows.map((row) =>
      indicatorsOf(row, 'zh').reduce((sum, { weightBp }) => sum + weightBp, 0),
    );
    expect(new Set(sums)).toEqual(new Set([10_000]));
    expect(presetFor('applied', 'transfer', TODAY, builtInRules)?.transfer).toBe(3000);
    expect(presetFor(undefined, 'transfer', TODAY, builtInRules)).toBeNull();
  });

  it('are scaled to exactly 100 %, each within a basis point of its proportion', () => {
    const weights = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(weights, (list) => {
        const scaled = scaledWeights(list);
        expect(scaled.reduce((sum, weight) => sum + weight, 0)).toBe(10_000);
        const whole = list.reduce((sum, weight) => sum + weight, 0);
        if (whole === 0) return;
        for (const [place, weight] of list.entries())
          expect(Math.abs((scaled[place] ?? 0) - (weight * 10_000) / whole)).toBeLessThan(1);
      }),
    );
    expect(scaledWeights([1, 1, 1])).toEqual([3334, 3333, 3333]);
  });

  it('that are whole already are not written again', () => {
    expect(scaleWeights([indicator(0, 4000), indicator(1, 6000)])).toEqual([]);
    expect(scaleWeights([indicator(0, 2000), indicator(1, 2000)])).toHaveLength(2);
  });
});

describe('giving a score', () => {
  it('puts, rewrites and takes back the one of its place', () => {
    const [there] = scoresOf([[80]]);
    const give = (existing: EvaluationScore | undefined, score: number | null) =>
      setScore(indicator(0, 10_000), person(0), existing, score, () => 'new');
    expect(give(undefined, 85)).toMatchObject([
      {
        put: 'evaluationScore',
        id: 'new',
        value: { indicatorId: 'i0', evaluatorId: 'p0', score: 85 },
      },
    ]);
    expect(give(there, 85)).toEqual([{ patch: 'evaluationScore', id: 's0-0', set: { score: 85 } }]);
    expect(give(there, null)).toEqual([{ delete: 'evaluationScore', id: 's0-0' }]);
    expect(give(undefined, null)).toEqual([]);
  });
});
