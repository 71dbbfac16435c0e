import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  priceView,
  type RowRole,
  reckon,
  sensitivitiesOf,
  shareRules,
  type Valuation,
  type ValuationRow,
} from '../../../shared/features/evaluations/index.ts';
import { builtInRules, rowsInForce } from '../../../shared/rules/index.ts';

const TODAY = '2026-11-24';
const meta = { rev: 'r', createdAt: 0, updatedAt: 0, achievementId: 'a' };
/** 1 万元 in fen. */
const WAN = 1_000_000;

const aid = (over: Partial<Valuation> & Pick<Valuation, 'method'>): Valuation => ({
  ...meta,
  id: 'v',
  title: '转让底价',
  asOf: TODAY,
  ...over,
});

const row = (role: RowRole, amountFen: number, place: number, over: Partial<ValuationRow> = {}) =>
  ({
    ...meta,
    id: `${role}${place}`,
    valuationId: 'v',
    position: (place + 1) * 100,
    role,
    name: `${role} ${place + 1}`,
    amountFen,
    ...over,
  }) satisfies ValuationRow;

const rowsOf = (role: RowRole, amounts: readonly number[]): readonly ValuationRow[] =>
  amounts.map((amount, place) => row(role, amount, place));

/** What it comes to in fen, or null. */
const fenOf = (valuation: Valuation, rows: readonly ValuationRow[]): number | null => {
  const reckoned = reckon(valuation, rows);
  return reckoned.type === 'known' ? reckoned.fen : null;
};

// The figures below were worked out apart from the code, with decimals of 60 places.
describe('by cost', () => {
  it.each([
    { spent: [100 * WAN], returnBp: 1000, depreciationBp: 0, taken: [], fen: 110_000_000 },
    {
      spent: [120 * WAN, 80 * WAN, 50 * WAN],
      returnBp: 1500,
      depreciationBp: 2000,
      taken: [],
      fen: 230_000_000,
    },
    { spent: [33_333_333], returnBp: 777, depreciationBp: 1234, taken: [], fen: 31_490_394 },
    { spent: [1], returnBp: 5000, depreciationBp: 0, taken: [], fen: 2 },
    {
      spent: [300 * WAN, 200 * WAN],
      returnBp: 2000,
      depreciationBp: 1000,
      taken: [30 * WAN, 1_234_567],
      fen: 508_765_433,
    },
    {
      spent: [98_765_432, 12_345_678],
      returnBp: 1288,
      depreciationBp: 345,
      taken: [777_777],
      fen: 120_317_377,
    },
    { spent: [100 * WAN], returnBp: 0, depreciationBp: 10_000, taken: [], fen: 0 },
  ])('$spent at $returnBp and $depreciationBp is $fen', ({ spent, taken, fen, ...rates }) => {
    const rows = [...rowsOf('spent', spent), ...rowsOf('depreciation', taken)];
    expect(fenOf(aid({ method: 'cost', ...rates }), rows)).toBe(fen);
  });

  it('says what is missing rather than guessing, and refuses less than nothing', () => {
    expect(reckon(aid({ method: 'cost' }), [])).toEqual({
      type: 'unknown',
      gaps: [
        { type: 'noRows', role: 'spent' },
        { type: 'blank', field: 'returnBp' },
        { type: 'blank', field: 'depreciationBp' },
      ],
    });
    const rows = [...rowsOf('spent', [WAN]), ...rowsOf('depreciation', [2 * WAN])];
    expect(reckon(aid({ method: 'cost', returnBp: 0, depreciationBp: 0 }), rows)).toEqual({
      type: 'unknown',
      gaps: [{ type: 'belowZero' }],
    });
  });
});

describe('by market', () => {
  it.each([
    { of: [[300 * WAN], [360 * WAN]], fen: 330_000_000 },
    {
      of: [
        [300 * WAN, 10, 8000],
        [360 * WAN, -5, 6000],
        [280 * WAN, 0, 4000],
      ],
      fen: 322_888_889,
    },
    { of: [[100 * WAN], [100 * WAN], [100 * WAN + 1]], fen: 100_000_000 },
    {
      of: [
        [12_345_678, -33, 3333],
        [87_654_321, 17, 1234],
      ],
      fen: 33_747_058,
    },
    { of: [[500 * WAN, -90, 10_000]], fen: 50_000_000 },
    {
      of: [
        [250 * WAN, 12, 9000],
        [310 * WAN, -8, 7000],
        [190 * WAN, 25, 5000],
        [420 * WAN, -15, 0],
      ],
      fen: 271_614_286,
    },
  ])('$of is $fen', ({ of, fen }) => {
    const rows = of.map(([amount = 0, adjustPercent, similarityBp], place) =>
      row('comparable', amount, place, {
        ...(adjustPercent === undefined ? {} : { adjustPercent }),
        ...(similarityBp === undefined ? {} : { similarityBp }),
      }),
    );
    expect(fenOf(aid({ method: 'market' }), rows)).toBe(fen);
  });

  it('is unknown while only some have a similarity', () => {
    const rows = [
      row('comparable', WAN, 0, { similarityBp: 5000 }),
      row('comparable', WAN, 1, { name: '某校转让' }),
    ];
    expect(reckon(aid({ method: 'market' }), rows)).toEqual({
      type: 'unknown',
      gaps: [{ type: 'noSimilarity', name: '某校转让' }],
    });
  });
});

describe('by income and by royalty', () => {
  it.each([
    // 25 % of 100 万元 for five years at 10 %: 25 万元 × the annuity factor 3.790787.
    { bases: Array(5).fill(100 * WAN), shareBp: 2500, discountBp: 1000, fen: 94_769_669 },
    {
      bases: [50, 80, 120, 150, 150].map((wan) => wan * WAN),
      shareBp: 3300,
      discountBp: 1200,
      fen: 123_510_333,
    },
    { bases: [100 * WAN], shareBp: 2500, discountBp: 0, fen: 25_000_000 },
    {
      bases: [33_333_333, 66_666_667, 99_999_999],
      shareBp: 3333,
      discountBp: 777,
      fen: 56_068_650,
    },
    { bases: Array(20).fill(1000 * WAN), shareBp: 2500, discountBp: 1500, fen: 1_564_832_868 },
    { bases: [0, 0, 200 * WAN], shareBp: 3000, discountBp: 850, fen: 46_974_486 },
    { bases: Array(10).fill(12_345_678), shareBp: 2750, discountBp: 1234, fen: 18_918_793 },
    { bases: Array(3).fill(100 * WAN), shareBp: 10_000, discountBp: 10_000, fen: 87_500_000 },
  ])('$shareBp of $bases.0 and so on at $discountBp is $fen', ({ bases, fen, ...rates }) => {
    expect(fenOf(aid({ method: 'income', ...rates }), rowsOf('income', bases))).toBe(fen);
  });

  it.each([
    { bases: [1000, 2000, 3000].map((wan) => wan * WAN), shareBp: 300, fen: 180_000_000 },
    {
      bases: [1000, 2000, 3000].map((wan) => wan * WAN),
      shareBp: 300,
      entryFen: 50 * WAN,
      fen: 230_000_000,
    },
    {
      bases: [1000, 2000, 3000].map((wan) => wan * WAN),
      shareBp: 300,
      entryFen: 50 * WAN,
      discountBp: 1000,
      fen: 194_477_836,
    },
    {
      bases: [77_777_777, 88_888_888],
      shareBp: 255,
      entryFen: 1_234_567,
      discountBp: 888,
      fen: 4_968_160,
    },
  ])('a royalty of $shareBp with $entryFen down is $fen', ({ bases, fen, ...terms }) => {
    expect(fenOf(aid({ method: 'royalty', ...terms }), rowsOf('income', bases))).toBe(fen);
  });

  it('needs a discount rate for income, not for royalties', () => {
    const rows = rowsOf('income', [WAN]);
    expect(reckon(aid({ method: 'income', shareBp: 2500 }), rows)).toEqual({
      type: 'unknown',
      gaps: [{ type: 'blank', field: 'discountBp' }],
    });
    expect(fenOf(aid({ method: 'royalty', shareBp: 2500 }), rows)).toBe(250_000);
  });

  it('refuses a year below zero and amounts that no number holds', () => {
    expect(reckon(aid({ method: 'royalty', shareBp: 1 }), rowsOf('income', [-1]))).toMatchObject({
      type: 'unknown',
      gaps: [{ type: 'negativeAmount' }],
    });
    expect(
      reckon(
        aid({ method: 'royalty', shareBp: 10_000 }),
        rowsOf('income', Array(3).fill(Number.MAX_SAFE_INTEGER)),
      ),
    ).toEqual({ type: 'unknown', gaps: [{ type: 'tooLarge' }] });
  });
});

const amounts = fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), {
  minLength: 1,
  maxLength: 30,
});
const rate = fc.integer({ min: 0, max: 10_000 });

describe('every reckoning', () => {
  it('explains itself by lines that add up to the result, to the fen', () => {
    fc.assert(
      fc.property(amounts, rate, rate, (list, one, other) => {
        const cases = [
          reckon(
            aid({ method: 'cost', returnBp: one, depreciationBp: other }),
            rowsOf('spent', list),
          ),
          reckon(
            aid({ method: 'market' }),
            list.map((amount, place) =>
              row('comparable', amount, place, { similarityBp: 1 + (one % 9_999) }),
            ),
          ),
          reckon(
            aid({ method: 'income', shareBp: one, discountBp: other }),
            rowsOf('income', list),
          ),
          reckon(aid({ method: 'royalty', shareBp: one, entryFen: other }), rowsOf('income', list)),
        ];
        for (const reckoned of cases) {
          if (reckoned.type === 'unknown') throw new Error('known');
          const lines = reckoned.steps.filter(({ type }) => type !== 'spentSum');
          expect(lines.reduce((sum, { fen }) => sum + fen, 0)).toBe(reckoned.fen);
        }
      }),
    );
  });

  it('by market lies between the lowest and the highest adjusted price', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.nat(10 ** 9),
            fc.integer({ min: -90, max: 900 }),
            fc.integer({ min: 1, max: 10_000 }),
          ),
          { minLength: 1, maxLength: 12 },
        ),
        (list) => {
          const rows = list.map(([amount, adjustPercent, similarityBp], place) =>
            row('comparable', amount, place, { adjustPercent, similarityBp }),
          );
          const fen = fenOf(aid({ method: 'market' }), rows) ?? -1;
          const adjusted = list.map(([amount, percent]) => (amount * (100 + percent)) / 100);
          expect(fen).toBeGreaterThanOrEqual(Math.floor(Math.min(...adjusted)));
          expect(fen).toBeLessThanOrEqual(Math.ceil(Math.max(...adjusted)));
        },
      ),
    );
  });

  it('by income is worth no more at a higher discount rate', () => {
    fc.assert(
      fc.property(amounts, rate, rate, rate, (list, shareBp, one, other) => {
        const at = (discountBp: number) =>
          fenOf(aid({ method: 'income', shareBp, discountBp }), rowsOf('income', list)) ?? -1;
        expect(at(Math.max(one, other))).toBeLessThanOrEqual(at(Math.min(one, other)));
      }),
    );
  });
});

describe('what hangs on the inputs, and the asking price', () => {
  const one = aid({ method: 'income', shareBp: 2500, discountBp: 1000 });
  const rows = rowsOf('income', Array(5).fill(100 * WAN));

  it('moves each input alone, by the rows in force', () => {
    const found = sensitivitiesOf(one, rows, TODAY, builtInRules);
    // 25 万元 × 3.790787 moved: ±10 % of the base, 20 % and 30 %, 8 % and 12 %.
    expect(found.map(({ row: { lever }, down, up }) => [lever, down, up])).toEqual([
      ['amounts', 85_292_702, 104_246_636],
      ['shareBp', 75_815_735, 113_723_603],
      ['discountBp', 99_817_751, 90_119_405],
    ]);
  });

  it('shows the range of several and where the asking price lies', () => {
    const royalty = aid({ method: 'royalty', id: 'w', asOf: '2026-12-01', shareBp: 300 });
    const all = [...rows, row('income', 4000 * WAN, 9, { valuationId: 'w' })];
    const price = (fen: number) =>
      priceView([one, royalty], all, { kind: 'amount', fen }, TODAY, builtInRules);
    expect(price(0).range).toEqual({ fromFen: 94_769_669, toFen: 120 * WAN });
    expect(price(0).valued.map(({ valuation }) => valuation.id)).toEqual(['w', 'v']);
    expect(price(94_769_668).asking).toBe('below');
    expect(price(94_769_669).asking).toBe('within');
    expect(price(120 * WAN + 1).asking).toBe('above');
    expect(priceView([one], rows, { kind: 'open' }, TODAY, builtInRules).asking).toBeNull();
    expect(priceView([aid({ method: 'cost' })], rows, undefined, TODAY, builtInRules)).toEqual({
      valued: [],
      range: null,
      asking: null,
    });
  });

  it('offers a quarter and a third of the profit as dated examples', () => {
    const offered = rowsInForce(builtInRules.rowsOf(shareRules), { on: TODAY });
    expect(offered.map(({ shareBp }) => shareBp)).toEqual([2500, 3300]);
    expect(offered.every(({ confidence, source }) => confidence === 'example' && source)).toBe(
      true,
    );
  });
});
