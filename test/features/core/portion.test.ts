import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allocateByPortions,
  compareToWhole,
  formatPortion,
  parsePortion,
  portion,
  sumPortions,
} from '../../../shared/core/portion.ts';

const anyPortion = fc
  .integer({ min: 1, max: 1_000_000 })
  .chain((d) => fc.nat(d).map((n) => portion(n, d)));

describe('a portion', () => {
  it('is reduced', () => {
    expect(portion(50, 100)).toEqual({ n: 1, d: 2 });
    expect(portion(0, 7)).toEqual({ n: 0, d: 1 });
  });

  it.each([
    [2, 1],
    [-1, 2],
    [1, 0],
    [1, 1_000_001],
  ])('is not %d/%d', (n, d) => {
    expect(() => portion(n, d)).toThrow(RangeError);
  });

  it.each([
    ['50%', 1, 2],
    ['50', 1, 2],
    ['５０％', 1, 2],
    ['33.33%', 3333, 10_000],
    ['0.0001%', 1, 1_000_000],
    ['12.500000%', 1, 8],
    ['0.25', 1, 400],
    ['1/3', 1, 3],
    ['2 / 6', 1, 3],
    ['100%', 1, 1],
    ['0', 0, 1],
  ])('%s is %d/%d', (text, n, d) => {
    expect(parsePortion(text)).toEqual({ ok: true, value: { n, d } });
  });

  it.each(['101%', '100.0001%', '-5%', '4/3', '1/0', '0.00001%', '1/9999999', '三成', '', '%'])(
    'is not %j',
    (text) => {
      expect(parsePortion(text)).toEqual({ ok: false, error: { type: 'notAPortion', text } });
    },
  );

  it('is written as a percentage where that is exact', () => {
    expect(formatPortion(portion(1, 2))).toBe('50%');
    expect(formatPortion(portion(3333, 10_000))).toBe('33.33%');
    expect(formatPortion(portion(1, 1_000_000))).toBe('0.0001%');
    expect(formatPortion(portion(1, 1))).toBe('100%');
    expect(formatPortion(portion(1, 3))).toBe('1/3');
  });

  it('is read back from what is written', () => {
    fc.assert(
      fc.property(anyPortion, (part) => {
        expect(parsePortion(formatPortion(part))).toEqual({ ok: true, value: part });
      }),
    );
  });
});

describe('portions of a whole', () => {
  const third = portion(1, 3);

  it('are a whole exactly: three thirds are, three times 33.33% are not', () => {
    const rounded = portion(3333, 10_000);
    expect(compareToWhole([third, third, third])).toEqual({ kind: 'whole' });
    expect(compareToWhole([rounded, rounded, rounded])).toEqual({
      kind: 'under',
      missing: { n: 1, d: 10_000 },
    });
    expect(compareToWhole([third, third, third, portion(1, 4)])).toEqual({
      kind: 'over',
      excess: { n: 1, d: 4 },
    });
    expect(compareToWhole([])).toEqual({ kind: 'under', missing: { n: 1, d: 1 } });
    expect(sumPortions([portion(2, 3), portion(2, 3)])).toEqual({ n: 4, d: 3 });
  });

  it('that miss it by next to nothing are not taken for one', () => {
    // 1/999983 + 1/999979 + … : a common denominator beyond what a number holds.
    const few = [portion(999_982, 999_983), portion(1, 999_979)];
    expect(compareToWhole(few)).toEqual({ kind: 'over', excess: { n: 1, d: 1_000_000 } });
    expect(compareToWhole([portion(999_978, 999_979), portion(1, 999_983)])).toEqual({
      kind: 'under',
      missing: { n: 1, d: 1_000_000 },
    });
  });

  it('share out a total to the last fen', () => {
    expect(allocateByPortions(100_000, [third, third, third])).toEqual([33_334, 33_333, 33_333]);
    expect(allocateByPortions(13_100_000, [portion(1, 2), portion(1, 5), portion(3, 10)])).toEqual([
      6_550_000, 2_620_000, 3_930_000,
    ]);
    expect(() => allocateByPortions(100, [third])).toThrow(RangeError);
  });

  it('and what is left of any of them are a whole, and share out any total exactly', () => {
    fc.assert(
      fc.property(anyPortion, fc.maxSafeInteger(), (part, total) => {
        const rest = portion(part.d - part.n, part.d);
        expect(compareToWhole([part, rest])).toEqual({ kind: 'whole' });
        const [one = 0, other = 0] = allocateByPortions(total, [part, rest]);
        expect(BigInt(one) + BigInt(other)).toBe(BigInt(total));
      }),
    );
  });
});
