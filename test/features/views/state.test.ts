import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PERIODS } from '../../../shared/core/periods.ts';
import {
  LAYOUTS,
  readViewState,
  type ViewFilter,
  type ViewState,
} from '../../../shared/features/views/index.ts';

const field = fc.constantFrom('title', 'secrecy', 'nextOn');
const condition: fc.Arbitrary<ViewFilter> = fc.oneof(
  fc.record({ field, in: fc.array(fc.string(), { maxLength: 3 }) }),
  fc.record({ field, blank: fc.boolean() }),
  fc.record({ field, contains: fc.string() }),
  fc.record({ field, period: fc.constantFrom(...PERIODS) }),
  fc.record({ field, fromDays: fc.integer({ min: -99, max: 0 }) }),
  fc.record({ field, from: fc.integer(), to: fc.integer() }),
);
const filter: fc.Arbitrary<ViewFilter> = fc.oneof(
  condition,
  fc.array(condition, { maxLength: 2 }).map((any) => ({ any })),
  fc.array(condition, { maxLength: 2 }).map((all) => ({ all: [{ not: { all } }] })),
);
const state: fc.Arbitrary<ViewState> = fc.record({
  text: fc.string(),
  where: fc.array(filter, { maxLength: 3 }),
  sort: fc.array(fc.record({ field, descending: fc.boolean() }), { maxLength: 2 }),
  columns: fc.option(
    fc.array(
      fc.record({ field, width: fc.integer({ min: 40, max: 900 }) }, { requiredKeys: ['field'] }),
      { minLength: 1, maxLength: 3 },
    ),
  ),
  groupBy: fc.option(field),
  layout: fc.option(fc.constantFrom(...LAYOUTS)),
  boardBy: fc.option(field),
  limits: fc.array(
    fc.record({ field, column: fc.string(), most: fc.integer({ min: 1, max: 99 }) }),
    {
      maxLength: 2,
    },
  ),
  calendarBy: fc.option(field),
  span: fc.constantFrom('month', 'week'),
});

/** Filters within one another, so many deep. */
const nested = (depth: number): ViewFilter =>
  depth === 0 ? { field: 'title', blank: true } : { not: nested(depth - 1) };

const plain: ViewState = {
  text: '',
  where: [],
  sort: [],
  columns: null,
  groupBy: null,
  layout: null,
  boardBy: null,
  limits: [],
  calendarBy: null,
  span: 'month',
};

describe('the state of a saved view', () => {
  it('is read back as it was written, to the letter', () => {
    fc.assert(
      fc.property(state, (kept) => {
        const text = JSON.stringify(kept);
        expect(readViewState(text)).toEqual(kept);
        expect(JSON.stringify(readViewState(text))).toBe(text);
      }),
    );
  });

  it('is not read when it is of another form', () => {
    expect(readViewState('{')).toBeNull();
    expect(readViewState(JSON.stringify({ ...plain, columns: [] }))).toBeNull();
    expect(readViewState(JSON.stringify({ ...plain, newer: 1 }))).toBeNull();
    expect(readViewState(JSON.stringify({ ...plain, where: [{ field: 'x' }, 7] }))).toBeNull();
  });

  it('is no longer than the field that keeps it takes', () => {
    const fits = JSON.stringify({ ...plain, where: Array.from({ length: 90 }, () => nested(3)) });
    expect(readViewState(fits)).not.toBeNull();
    expect(readViewState(`${fits}${' '.repeat(20_000)}`)).toBeNull();
  });

  it('has filters within filters only so deep that reading them ends', () => {
    expect(readViewState(JSON.stringify({ ...plain, where: [nested(4)] }))).not.toBeNull();
    expect(readViewState(JSON.stringify({ ...plain, where: [nested(5)] }))).toBeNull();
  });
});
