import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { portion } from '../../../shared/core/portion.ts';
import {
  type Amounts,
  computeCommission,
  lintTerms,
  splitCommission,
  type Terms,
  type Tier,
  warningRules,
} from '../../../shared/features/commissions/index.ts';

const wan = (amount: number): number => amount * 1_000_000;

/** The preset of market practice, 超额累进 5/4/3/2 %. */
const practice: Terms = {
  method: 'tiers',
  base: 'receivedAmount',
  tierMode: 'progressive',
  tiers: [
    { upToFen: wan(100), rateBp: 500 },
    { upToFen: wan(500), rateBp: 400 },
    { upToFen: wan(1000), rateBp: 300 },
    { upToFen: null, rateBp: 200 },
  ],
};
const of = (terms: Terms, receivedFen: number) =>
  computeCommission(terms, { receivedFen }, warningRules.rows);

const tiersArb: fc.Arbitrary<readonly Tier[]> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 1_000_000_000 }), { minLength: 1, maxLength: 5 }),
    fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 6, maxLength: 6 }),
  )
  .map(([ends, rates]) => [
    ...ends
      .toSorted((a, b) => a - b)
      .map((upToFen, index) => ({ upToFen, rateBp: rates[index] ?? 0 })),
    { upToFen: null, rateBp: rates[5] ?? 0 },
  ]);

describe('progressive tiers (超额累进)', () => {
  it.each([
    [50, 2.5],
    [100, 5],
    [300, 13],
    [500, 21],
    [1000, 36],
    [2000, 56],
  ])('of %d 万 are %d 万', (amount, expected) => {
    expect(of(practice, wan(amount)).totalFen).toBe(wan(expected));
  });

  it('explain each part, and take off what was already paid', () => {
    const { lines, totalFen } = of({ ...practice, deductionFen: 500_000 }, 315_000_000);
    expect(lines).toEqual([
      { type: 'base', base: 'receivedAmount', fen: 315_000_000 },
      { type: 'tier', fromFen: 0, toFen: wan(100), partFen: wan(100), rateBp: 500, fen: 5_000_000 },
      {
        type: 'tier',
        fromFen: wan(100),
        toFen: wan(500),
        partFen: wan(215),
        rateBp: 400,
        fen: 8_600_000,
      },
      { type: 'deduction', fen: -500_000 },
    ]);
    expect(totalFen).toBe(13_100_000);
  });

  it('never pay less for more, and their lines always add up to the total', () => {
    fc.assert(
      fc.property(
        tiersArb,
        fc.nat(2_000_000_000),
        fc.nat(1_000_000),
        (tiers, receivedFen, more) => {
          const terms: Terms = { ...practice, tiers };
          const small = of(terms, receivedFen);
          expect(of(terms, receivedFen + more).totalFen).toBeGreaterThanOrEqual(small.totalFen);
          const sum = small.lines.reduce(
            (all, line) => (line.type === 'base' ? all : all + line.fen),
            0,
          );
          expect(sum).toBe(small.totalFen);
        },
      ),
    );
  });

  it('are rounded once, not tier by tier', () => {
    const tiers = [
      { upToFen: 1, rateBp: 4000 },
      { upToFen: null, rateBp: 4000 },
    ];
    // 0.4 and 0.4 fen: half a fen each way would give 0 + 0, the sum of 0.8 fen is one.
    expect(of({ ...practice, tiers }, 2).totalFen).toBe(1);
  });

  it('leave a tier that comes out even alone when others share the rounding', () => {
    const tiers = [
      { upToFen: 1_000_000, rateBp: 500 },
      { upToFen: 1_000_001, rateBp: 400 },
      { upToFen: null, rateBp: 300 },
    ];
    // 50,000 and 0.04 and 1.47 fen: the half fen of the sum belongs to the last.
    const fens = of({ ...practice, tiers }, 1_000_050).lines.map(({ fen }) => fen);
    expect(fens).toEqual([1_000_050, 50_000, 0, 2]);
  });
});

describe('tiers that give no rate for the whole amount', () => {
  const ended = [{ upToFen: wan(100), rateBp: 500 }];
  const crossed = [
    { upToFen: wan(500), rateBp: 500 },
    { upToFen: wan(100), rateBp: 400 },
    { upToFen: null, rateBp: 300 },
  ];

  it.each(['progressive', 'slab'] as const)('reckon nothing, and say so (%s)', (tierMode) => {
    const incomplete = { type: 'incompleteTerms', missing: 'tiers' };
    const terms: Terms = { ...practice, tierMode, minimumFen: 100 };
    expect(of({ ...terms, tiers: ended }, wan(100) + 1).whyNothing).toEqual(incomplete);
    expect(of({ ...terms, tiers: crossed }, wan(50)).whyNothing).toEqual(incomplete);
    expect(of({ ...terms, tiers: ended }, wan(100)).totalFen).toBe(wan(5));
  });
});

describe('the whole amount at the tier reached (全额)', () => {
  const slab: Terms = { ...practice, tierMode: 'slab' };

  it('counts the end of a tier as in it', () => {
    expect(of(slab, wan(100)).totalFen).toBe(wan(5));
    expect(of(slab, wan(100) + 1).totalFen).toBe(wan(4));
  });

  it('is remarked on where a deal one fen larger earns less', () => {
    expect(lintTerms(slab)).toContainEqual({ type: 'cliff', atFen: wan(100), lossFen: wan(1) });
    expect(lintTerms(practice)).toEqual([]);
  });

  it('is not remarked on where minimum and cap leave nothing to lose', () => {
    expect(lintTerms({ ...slab, capFen: wan(1) })).toEqual([]);
    expect(lintTerms({ ...slab, minimumFen: wan(4.5) })).toContainEqual({
      type: 'cliff',
      atFen: wan(100),
      lossFen: wan(0.5),
    });
  });

  it('leaves no amount between two tiers without a rate', () => {
    const tiers = [
      { upToFen: 100_000, rateBp: 500 },
      { upToFen: 500_000, rateBp: 400 },
      { upToFen: null, rateBp: 300 },
    ];
    expect(of({ ...slab, tiers }, 100_050).totalFen).toBe(4_002);
  });
});

describe('limits', () => {
  const percent: Terms = { method: 'percent', base: 'contractAmount', rateBp: 300 };
  const contract = (contractAmountFen: number): Amounts => ({ contractAmountFen, receivedFen: 0 });

  it('raise to the minimum, cut to the cap, and say by how much', () => {
    const terms: Terms = { ...percent, minimumFen: 1_000_000, capFen: 5_000_000 };
    expect(computeCommission(terms, contract(10_000_000), warningRules.rows).lines.at(-1)).toEqual({
      type: 'minimum',
      minimumFen: 1_000_000,
      fen: 700_000,
    });
    const large = computeCommission(terms, contract(500_000_000), warningRules.rows);
    expect(large.totalFen).toBe(5_000_000);
    expect(large.lines.at(-1)).toEqual({ type: 'cap', capFen: 5_000_000, fen: -10_000_000 });
  });

  it('never make a commission negative', () => {
    const { totalFen, lines } = computeCommission(
      { ...percent, deductionFen: 999_999_999 },
      contract(1_000_000),
      warningRules.rows,
    );
    expect(totalFen).toBe(0);
    expect(lines.at(-1)).toEqual({ type: 'deduction', fen: -30_000 });
  });

  it('do not give a minimum before there is a base, and say which amount is missing', () => {
    const { totalFen, whyNothing } = computeCommission(
      { ...percent, minimumFen: 100 },
      { receivedFen: 0 },
      warningRules.rows,
    );
    expect(totalFen).toBe(0);
    expect(whyNothing).toEqual({ type: 'noBaseAmount', base: 'contractAmount' });
  });

  it('warn above what the payer may deduct (财税〔2009〕29号) and above what is usual', () => {
    const types = (rateBp: number) =>
      computeCommission({ ...percent, rateBp }, contract(wan(100)), warningRules.rows).warnings.map(
        ({ type }) => type,
      );
    expect(types(500)).toEqual([]);
    expect(types(501)).toEqual(['aboveDeductible']);
    expect(types(1001)).toEqual(['aboveDeductible', 'unusuallyHigh']);
  });

  it('warn by the limits of the rule in force', () => {
    const rules = warningRules.rows.map((one) =>
      one.type === 'aboveDeductible' ? { ...one, limitBp: 200, source: '新规' } : one,
    );
    expect(computeCommission(percent, contract(wan(100)), rules).warnings).toMatchObject([
      { type: 'aboveDeductible', limitBp: 200, source: '新规' },
    ]);
  });

  it('warn of the whole fee, with what was paid before', () => {
    const { totalFen, warnings } = computeCommission(
      { ...percent, rateBp: 600, deductionFen: wan(2) },
      contract(wan(100)),
      warningRules.rows,
    );
    expect(totalFen).toBe(wan(4));
    expect(warnings.map(({ type }) => type)).toEqual(['aboveDeductible']);
  });

  it('stay exact where floating point does not', () => {
    expect(
      computeCommission(
        { ...percent, rateBp: 333 },
        contract(900_000_000_000_001),
        warningRules.rows,
      ).totalFen,
    ).toBe(29_970_000_000_000);
    expect(
      computeCommission({ ...percent, rateBp: 5 }, contract(1_000), warningRules.rows).totalFen,
    ).toBe(1);
  });
});

describe('the linter', () => {
  it('finds what is missing, gaps at the end, wrong order and a cap below the minimum', () => {
    expect(lintTerms({ method: 'percent' })).toEqual([
      { type: 'missing', field: 'base' },
      { type: 'missing', field: 'rateBp' },
    ]);
    const tiers = [
      { upToFen: 500, rateBp: 1 },
      { upToFen: 100, rateBp: 1 },
    ];
    expect(lintTerms({ ...practice, tiers })).toEqual([
      { type: 'tiersNotAscending', atFen: 100 },
      { type: 'noOpenTier', aboveFen: 100 },
    ]);
    expect(lintTerms({ method: 'fixed', fixedFen: 5, minimumFen: 10, capFen: 9 })).toEqual([
      { type: 'capBelowMinimum', capFen: 9, minimumFen: 10 },
    ]);
  });
});

describe('splitting a commission', () => {
  const thirds = [1, 2, 3].map(() => ({ portion: portion(1, 3) }));

  it('gives 1,000.00 in three equal shares as 333.34 + 333.33 + 333.33', () => {
    expect(splitCommission(100_000, thirds)).toEqual({ ok: true, value: [33_334, 33_333, 33_333] });
  });

  it('gives the parts of a deal as they were agreed', () => {
    const shares = [portion(1, 2), portion(1, 5), portion(1, 5), portion(1, 10)].map((one) => ({
      portion: one,
    }));
    expect(splitCommission(13_100_000, shares)).toEqual({
      ok: true,
      value: [6_550_000, 2_620_000, 2_620_000, 1_310_000],
    });
  });

  it('is refused when the shares are no whole, and says by how much they miss it', () => {
    expect(splitCommission(100, [{ portion: portion(1, 2) }])).toEqual({
      ok: false,
      error: { type: 'sharesNotWhole', difference: { kind: 'under', missing: { n: 1, d: 2 } } },
    });
    const over = splitCommission(100, [...thirds, { portion: portion(1, 100) }]);
    expect(!over.ok && over.error.difference).toEqual({ kind: 'over', excess: { n: 1, d: 100 } });
  });

  it('always adds up to the total, each part within a fen of its exact share', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_000 }),
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 8 }),
        (totalFen, weights) => {
          const whole = weights.reduce((sum, weight) => sum + weight, 0);
          const split = splitCommission(
            totalFen,
            weights.map((weight) => ({ portion: portion(weight, whole) })),
          );
          if (!split.ok) throw new Error('weights make a whole');
          expect(split.value.reduce((sum, fen) => sum + fen, 0)).toBe(totalFen);
          split.value.forEach((fen, index) => {
            expect(Math.abs(fen - (totalFen * (weights[index] ?? 0)) / whole)).toBeLessThanOrEqual(
              1,
            );
          });
        },
      ),
    );
  });
});
