import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../shared/core/dates.ts';
import { computeCommission, warningRules } from '../../../shared/features/commissions/index.ts';
import {
  type Accrual,
  accrualsOf,
  byMonth,
  dueThisYear,
} from '../../../shared/features/reports/index.ts';
import { commissionOf, dealParts, receiptOf, twoTiers } from './deal.ts';

const { deal } = dealParts('d');
const sumOf = (list: readonly { readonly fen: number }[]) =>
  list.reduce((sum, { fen }) => sum + fen, 0);

const terms = fc.oneof(
  fc.record({ method: fc.constant('percent' as const), rateBp: fc.integer({ min: 0, max: 2000 }) }),
  fc.record({
    method: fc.constant('tiers' as const),
    tierMode: fc.constantFrom('progressive' as const, 'slab' as const),
    tiers: fc.constant([
      { upToFen: 50_000_00, rateBp: 500 },
      { upToFen: 300_000_00, rateBp: 350 },
      { upToFen: null, rateBp: 200 },
    ]),
  }),
);
const limits = fc.record(
  {
    minimumFen: fc.integer({ min: 1, max: 20_000_00 }),
    capFen: fc.integer({ min: 20_000_00, max: 80_000_00 }),
    deductionFen: fc.integer({ min: 1, max: 30_000_00 }),
  },
  { requiredKeys: [] },
);
const receipts = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 330 }), fc.integer({ min: 1, max: 400_000_00 })),
  { maxLength: 12 },
);

describe('commission on the amount received', () => {
  it('falls due with receipts, and adds up to the commission of all of them', () => {
    fc.assert(
      fc.property(terms, limits, receipts, (rates, bounds, list) => {
        const commission = commissionOf('d', { ...rates, ...bounds, base: 'receivedAmount' });
        const all = list.map(([days, fen]) => receiptOf('d', addDays('2025-12-25', days), fen));
        const accruals = accrualsOf(deal, commission, all);
        const receivedFen = all.reduce((sum, { amountFen }) => sum + amountFen, 0);
        const amounts = { ...deal, receivedFen };
        expect(sumOf(accruals)).toBe(
          computeCommission(commission, amounts, warningRules.rows).totalFen,
        );
        // Every day lies in the twelve months that are shown.
        expect(sumOf(byMonth(accruals, '2026-11-24', 12))).toBe(sumOf(accruals));
      }),
    );
  });

  it('counts each receipt on its day: the second is taxed by the tier that it reaches', () => {
    const commission = commissionOf('d', { ...twoTiers, base: 'receivedAmount' });
    const list = [
      receiptOf('d', '2026-09-30', 800_000_00),
      receiptOf('d', '2026-10-08', 400_000_00),
      receiptOf('d', '2026-10-08', 100_000_00),
    ];
    expect(accrualsOf(deal, commission, list)).toEqual([
      { dealId: 'd', on: '2026-09-30', fen: 40_000_00 },
      { dealId: 'd', on: '2026-10-08', fen: 10_000_00 + 12_000_00 },
    ]);
  });

  it('is nothing before the first receipt', () =>
    expect(
      accrualsOf(
        deal,
        commissionOf('d', { method: 'percent', base: 'receivedAmount', rateBp: 500 }),
        [],
      ),
    ).toEqual([]));
});

describe('commission on the contract, or fixed', () => {
  const commission = commissionOf('d', twoTiers);

  it('falls due as a whole on the day of the contract', () =>
    expect(accrualsOf(deal, commission, [])).toEqual([
      { dealId: 'd', on: '2026-11-10', fen: 50_000_00 + 86_000_00 },
    ]));

  it('is nothing without a contract, and nothing on a lost deal', () => {
    const { signedOn: _, ...unsigned } = deal;
    expect(accrualsOf(unsigned, commission, [])).toEqual([]);
    expect(accrualsOf({ ...deal, lostOn: '2026-11-20' }, commission, [])).toEqual([]);
  });

  it('does not look at receipts where the amount is fixed, whatever base is left in the terms', () => {
    const fixed = commissionOf('d', { method: 'fixed', fixedFen: 1000_00, base: 'receivedAmount' });
    expect(accrualsOf(deal, fixed, [receiptOf('d', '2026-11-20', 5)])).toEqual([
      { dealId: 'd', on: '2026-11-10', fen: 1000_00 },
    ]);
  });
});

describe('commission by month', () => {
  const accruals: readonly Accrual[] = [
    { dealId: 'old', on: '2025-11-30', fen: 1 },
    { dealId: 'a', on: '2025-12-01', fen: 20 },
    { dealId: 'a', on: '2026-11-01', fen: 300 },
    { dealId: 'b', on: '2026-11-24', fen: 4000 },
    { dealId: 'a', on: '2026-11-25', fen: 50_000 },
  ];

  it('shows twelve months, the current one last, with the deals behind each', () => {
    const months = byMonth(accruals, '2026-11-24', 12);
    expect(months.map(({ month }) => month)).toEqual([
      '2025-12',
      '2026-01',
      '2026-02',
      '2026-03',
      '2026-04',
      '2026-05',
      '2026-06',
      '2026-07',
      '2026-08',
      '2026-09',
      '2026-10',
      '2026-11',
    ]);
    expect(months[0]).toEqual({ month: '2025-12', fen: 20, dealIds: ['a'] });
    expect(months[1]).toEqual({ month: '2026-01', fen: 0, dealIds: [] });
    expect(months[11]).toEqual({ month: '2026-11', fen: 54_300, dealIds: ['a', 'b'] });
  });

  it('has every month once, whatever day of the month it is', () => {
    const months = byMonth([], '2026-03-31', 12).map(({ month }) => month);
    expect(new Set(months).size).toBe(12);
    expect(months.at(-2)).toBe('2026-02');
  });

  it('counts the calendar year up to today', () =>
    expect(dueThisYear(accruals, '2026-11-24')).toBe(4300));
});
