import type { Change } from '../../commits/index.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { halfWidth, tidy } from '../../core/text.ts';
import { compareDecimals, toDecimal } from './decimals.ts';
import { type IndicatorRelation, type NeedIndicator, needIndicator } from './entity.ts';
import type { Indicator, IndicatorReading } from './indicators.ts';

/** An indicator while it is being written: texts as they stand in the controls. */
export interface IndicatorDraft {
  readonly name: string;
  readonly relation: IndicatorRelation | null;
  readonly value: string;
  readonly valueTo: string;
  readonly unit: string;
  readonly current: string;
  readonly condition: string;
}

export type IndicatorProblem =
  | { readonly type: 'noName' }
  | { readonly type: 'noRelation' }
  | { readonly type: 'notANumber'; readonly text: string }
  /** A range without its end, or a tolerance without its size. */
  | { readonly type: 'noEnd' }
  | { readonly type: 'rangeReversed' }
  | { readonly type: 'tooLong' };

export const draftOf = (
  known: Partial<Omit<Indicator, 'relation'>> & Pick<IndicatorReading, 'relation'>,
): IndicatorDraft => ({
  name: known.name ?? '',
  relation: known.relation,
  value: known.value ?? '',
  valueTo: known.valueTo ?? '',
  unit: known.unit ?? '',
  current: known.current ?? '',
  condition: known.condition ?? '',
});

const takesTwo = (relation: IndicatorRelation): boolean =>
  relation === 'range' || relation === 'tolerance';

const number = (text: string): string | null => toDecimal(halfWidth(tidy(text)));

function numbersOf(
  draft: IndicatorDraft,
  relation: IndicatorRelation,
): Result<Pick<Indicator, 'value' | 'valueTo'>, IndicatorProblem> {
  const isTolerance = relation === 'tolerance';
  const value = number(isTolerance && tidy(draft.value) === '' ? '0' : draft.value);
  if (value === null) return err({ type: 'notANumber', text: draft.value });
  if (!takesTwo(relation)) return ok({ value });
  if (tidy(draft.valueTo) === '') return err({ type: 'noEnd' });
  const valueTo = number(draft.valueTo);
  if (valueTo === null || (isTolerance && valueTo.startsWith('-')))
    return err({ type: 'notANumber', text: draft.valueTo });
  return !isTolerance && compareDecimals(value, valueTo) > 0
    ? err({ type: 'rangeReversed' })
    : ok({ value, valueTo });
}

/** The indicator that a draft says, or what is wrong with it first. */
export function readIndicator(draft: IndicatorDraft): Result<Indicator, IndicatorProblem> {
  const { relation } = draft;
  const name = tidy(draft.name);
  if (name === '') return err({ type: 'noName' });
  if (relation === null) return err({ type: 'noRelation' });
  const numbers = numbersOf(draft, relation);
  if (!numbers.ok) return numbers;
  const texts = {
    unit: tidy(draft.unit),
    current: tidy(draft.current),
    condition: tidy(draft.condition),
  };
  const { fields } = needIndicator;
  const isLong = Object.entries({ ...texts, name }).some(
    ([field, text]) => text.length > fields[field as keyof typeof texts | 'name'].max, // the keys are those of the line above
  );
  if (isLong) return err({ type: 'tooLong' });
  const given = Object.entries(texts).filter(([, text]) => text !== '');
  return ok({ name, relation, ...numbers.value, ...Object.fromEntries(given) });
}

/** Distance between the positions of neighbours, so that one can be put between them. */
const STEP = 100;

/** Adds indicators behind those that the need has. */
export function addIndicators(
  needId: string,
  indicators: readonly Indicator[],
  existing: readonly Pick<NeedIndicator, 'position'>[],
  newId: () => string,
): readonly Change[] {
  const last = Math.max(0, ...existing.map(({ position }) => position));
  return indicators.map((indicator, index) => ({
    put: needIndicator.name,
    id: newId(),
    value: { ...indicator, needId, position: last + (index + 1) * STEP },
  }));
}

/** Rewrites an indicator; what is left blank goes. */
export const changeIndicator = (id: string, indicator: Indicator): Change => ({
  patch: needIndicator.name,
  id,
  set: { valueTo: null, unit: null, current: null, condition: null, ...indicator },
});

/** In the order in which they are shown; of equal positions, the earlier made first. */
export const inIndicatorOrder = (indicators: readonly NeedIndicator[]): readonly NeedIndicator[] =>
  indicators.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));

/** Puts an indicator one place up (-1) or down (1); nothing at the ends. */
export function moveIndicator(
  ordered: readonly NeedIndicator[],
  id: string,
  by: -1 | 1,
): readonly Change[] {
  const from = ordered.findIndex((one) => one.id === id);
  const moved = ordered[from];
  if (!moved || !ordered[from + by]) return [];
  const next = ordered.toSpliced(from, 1).toSpliced(from + by, 0, moved);
  return next.flatMap((one, index): readonly Change[] => {
    const position = (index + 1) * STEP;
    return one.position === position
      ? []
      : [{ patch: needIndicator.name, id: one.id, set: { position } }];
  });
}
