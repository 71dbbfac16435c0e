import type { CivilDate } from '../../core/dates.ts';
import type { Language } from '../../core/language.ts';
import { allocateFen } from '../../core/money.ts';
import { type Rules, rowsInForce } from '../../rules/index.ts';
import type { Achievement } from '../achievements/index.ts';
import type { EvaluationIndicator, Purpose } from './entity.ts';
import { evaluatedValues, exampleIndicators, type PresetRow, presetRules } from './rules.ts';

/** All of it, in basis points. */
export const WHOLE_BP = 10_000;

export type IndicatorValues = Pick<EvaluationIndicator, 'value' | 'name' | 'weightBp'>;

/** The example weights for a purpose, of each category that has some in force. */
export const presetsFor = (
  purpose: Purpose,
  today: CivilDate,
  rules: Rules,
): readonly PresetRow[] =>
  rowsInForce(rules.rowsOf(presetRules), { on: today }).filter((row) => row.purpose === purpose);

/** The example weights for a category and a purpose; of no category, or none in force: null. */
export const presetFor = (
  category: Achievement['category'],
  purpose: Purpose,
  today: CivilDate,
  rules: Rules,
): PresetRow | null =>
  presetsFor(purpose, today, rules).find((row) => row.category === category) ?? null;

/** What is left to give, in basis points; below zero when more than all is given. */
export const weightLeft = (indicators: readonly Pick<EvaluationIndicator, 'weightBp'>[]): number =>
  WHOLE_BP - indicators.reduce((sum, { weightBp }) => sum + weightBp, 0);

/**
 * The weights in the same proportion, making exactly 100 % (largest remainder). Without any weight
 * there is no proportion: all get the same.
 */
export function scaledWeights(weightsBp: readonly number[]): readonly number[] {
  if (weightsBp.length === 0) return [];
  const isBlank = weightsBp.every((weight) => weight === 0);
  return allocateFen(WHOLE_BP, isBlank ? weightsBp.map(() => 1) : weightsBp);
}

/** The indicators of an example: scaled to 100 %, the weight of each value shared out among its own. */
export function indicatorsOf(row: PresetRow, language: Language): readonly IndicatorValues[] {
  const byValue = scaledWeights(evaluatedValues.map((value) => row[value]));
  return evaluatedValues.flatMap((value, place) => {
    const whole = byValue[place] ?? 0;
    if (whole === 0) return [];
    const names = exampleIndicators[value];
    const weights = allocateFen(
      whole,
      names.map(() => 1),
    );
    return names.map((name, at) => ({ value, name: name[language], weightBp: weights[at] ?? 0 }));
  });
}
