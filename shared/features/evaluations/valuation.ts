import { divideHalfUp, type Fen, roundTogether } from '../../core/money.ts';
import { inPlaceOrder } from './decide.ts';
import type { RowRole, Valuation, ValuationMethod, ValuationRow } from './valuation-entity.ts';

/** What a valuation cannot be reckoned without. */
export type ValuationGap =
  | {
      readonly type: 'blank';
      readonly field: 'returnBp' | 'depreciationBp' | 'shareBp' | 'discountBp';
    }
  | { readonly type: 'noRows'; readonly role: RowRole }
  /** Some comparables have a similarity and this one has none: its weight is unknown. */
  | { readonly type: 'noSimilarity'; readonly name: string }
  /** All similarities are zero. */
  | { readonly type: 'noWeight' }
  | { readonly type: 'negativeAmount'; readonly name: string }
  /** The depreciation takes more than there is. */
  | { readonly type: 'belowZero' }
  | { readonly type: 'tooLarge' };

/**
 * A line of the reckoning, in the order in which it is done. `fen` is what the line comes to: lines
 * whose type ends in `Sum` are a subtotal of those above, all others add up to the result.
 */
export type ValuationStep =
  | { readonly type: 'spent'; readonly name: string; readonly fen: Fen }
  | { readonly type: 'spentSum'; readonly fen: Fen }
  | { readonly type: 'return'; readonly rateBp: number; readonly fen: Fen }
  | { readonly type: 'depreciationByRate'; readonly rateBp: number; readonly fen: Fen }
  | { readonly type: 'depreciation'; readonly name: string; readonly fen: Fen }
  | {
      readonly type: 'comparable';
      readonly name: string;
      readonly priceFen: Fen;
      readonly adjustPercent: number;
      readonly adjustedFen: Fen;
      /** Its weight among the others; null where all count the same. */
      readonly similarityBp: number | null;
      readonly fen: Fen;
    }
  | { readonly type: 'entry'; readonly fen: Fen }
  | {
      readonly type: 'year';
      readonly year: number;
      readonly name: string;
      readonly baseFen: Fen;
      readonly shareBp: number;
      /** Null: not discounted. */
      readonly discountBp: number | null;
      readonly fen: Fen;
    };

export type Reckoned =
  | { readonly type: 'known'; readonly fen: Fen; readonly steps: readonly ValuationStep[] }
  | { readonly type: 'unknown'; readonly gaps: readonly ValuationGap[] };

/** The roles of lines that a method reckons with. */
export const rolesOf: Readonly<Record<ValuationMethod, readonly RowRole[]>> = {
  cost: ['spent', 'depreciation'],
  market: ['comparable'],
  income: ['income'],
  royalty: ['income'],
};

const WHOLE = 10_000n;
const MOST = BigInt(Number.MAX_SAFE_INTEGER);

const sum = (list: readonly bigint[]): bigint => list.reduce((all, one) => all + one, 0n);
const unknown = (...gaps: readonly ValuationGap[]): Reckoned => ({ type: 'unknown', gaps });

/**
 * Cost: spent × (1 + return) × (1 − rate of depreciation) − amounts of depreciation, rounded once;
 * the lines for return and depreciation are what lies between the rounded subtotals.
 */
function reckonCost(
  { returnBp, depreciationBp }: Valuation,
  rows: readonly ValuationRow[],
): Reckoned {
  const spent = rows.filter(({ role }) => role === 'spent');
  const taken = rows.filter(({ role }) => role === 'depreciation');
  const gaps: ValuationGap[] = [];
  if (spent.length === 0) gaps.push({ type: 'noRows', role: 'spent' });
  if (returnBp === undefined) gaps.push({ type: 'blank', field: 'returnBp' });
  if (depreciationBp === undefined) gaps.push({ type: 'blank', field: 'depreciationBp' });
  if (gaps.length > 0 || returnBp === undefined || depreciationBp === undefined)
    return unknown(...gaps);
  const base = sum(spent.map(({ amountFen }) => BigInt(amountFen)));
  const withReturn = base * (WHOLE + BigInt(returnBp));
  const grown = divideHalfUp(withReturn, WHOLE);
  const left = divideHalfUp(withReturn * (WHOLE - BigInt(depreciationBp)), WHOLE * WHOLE);
  const result = left - sum(taken.map(({ amountFen }) => BigInt(amountFen)));
  if (grown > MOST) return unknown({ type: 'tooLarge' });
  if (result < 0n) return unknown({ type: 'belowZero' });
  return {
    type: 'known',
    fen: Number(result),
    steps: [
      ...spent.map(({ name, amountFen: fen }) => ({ type: 'spent', name, fen }) as const),
      { type: 'spentSum', fen: Number(base) },
      { type: 'return', rateBp: returnBp, fen: Number(grown - base) },
      { type: 'depreciationByRate', rateBp: depreciationBp, fen: Number(left - grown) },
      ...taken.map(
        ({ name, amountFen }) => ({ type: 'depreciation', name, fen: 0 - amountFen }) as const,
      ),
    ],
  };
}

/**
 * Market: the mean of the comparables' prices, each × (1 + adjustment), weighted by similarity; all
 * count the same where no similarity is given. Rounded once; the lines add up to the result.
 */
function reckonMarket(rows: readonly ValuationRow[]): Reckoned {
  if (rows.length === 0) return unknown({ type: 'noRows', role: 'comparable' });
  const isWeighted = rows.some(({ similarityBp }) => similarityBp !== undefined);
  const unweighted = rows.filter(({ similarityBp }) => isWeighted && similarityBp === undefined);
  if (unweighted.length > 0)
    return unknown(...unweighted.map(({ name }) => ({ type: 'noSimilarity', name }) as const));
  const weightOf = (row: ValuationRow): bigint => (isWeighted ? BigInt(row.similarityBp ?? 0) : 1n);
  const weight = sum(rows.map(weightOf));
  if (weight === 0n) return unknown({ type: 'noWeight' });
  // In hundredths of a fen, as the adjustment is in per cent.
  const adjusted = rows.map(
    ({ amountFen, adjustPercent = 0 }) => BigInt(amountFen) * BigInt(100 + adjustPercent),
  );
  if (adjusted.some((one) => one / 100n > MOST)) return unknown({ type: 'tooLarge' });
  const numerators = rows.map((row, place) => (adjusted[place] ?? 0n) * weightOf(row));
  const parts = roundTogether(numerators, 100n * weight);
  return {
    type: 'known',
    fen: parts.reduce((all, fen) => all + fen, 0),
    steps: rows.map((row, place) => ({
      type: 'comparable',
      name: row.name,
      priceFen: row.amountFen,
      adjustPercent: row.adjustPercent ?? 0,
      adjustedFen: Number(divideHalfUp(adjusted[place] ?? 0n, 100n)),
      similarityBp: isWeighted ? (row.similarityBp ?? 0) : null,
      fen: parts[place] ?? 0,
    })),
  };
}

/**
 * Income and royalty: entry fee + Σ base of year t × share ÷ (1 + r)^t, each year counted at its
 * end; royalties without a discount rate are added up as they are. Exact until the whole is rounded
 * once; the years' lines are rounded so that they add up to it.
 */
function reckonYears(
  { method, shareBp, discountBp, entryFen }: Valuation,
  rows: readonly ValuationRow[],
): Reckoned {
  const gaps: ValuationGap[] = [];
  if (rows.length === 0) gaps.push({ type: 'noRows', role: 'income' });
  if (shareBp === undefined) gaps.push({ type: 'blank', field: 'shareBp' });
  if (discountBp === undefined && method === 'income')
    gaps.push({ type: 'blank', field: 'discountBp' });
  if (gaps.length > 0 || shareBp === undefined) return unknown(...gaps);
  const years = BigInt(rows.length);
  const growth = WHOLE + BigInt(discountBp ?? 0);
  // Over the common denominator 10,000 × growth^n: year t has 10,000^t × growth^(n − t).
  const numerators = rows.map(({ amountFen }, place) => {
    const t = BigInt(place + 1);
    return BigInt(amountFen) * BigInt(shareBp) * WHOLE ** t * growth ** (years - t);
  });
  const denominator = WHOLE * growth ** years;
  const entry = BigInt(entryFen ?? 0);
  if (sum(numerators) / denominator + entry >= MOST) return unknown({ type: 'tooLarge' });
  const parts = roundTogether(numerators, denominator);
  return {
    type: 'known',
    fen: parts.reduce((all, fen) => all + fen, Number(entry)),
    steps: [
      ...(entryFen === undefined ? [] : [{ type: 'entry', fen: entryFen } as const]),
      ...rows.map(
        ({ name, amountFen: baseFen }, place) =>
          ({
            type: 'year',
            year: place + 1,
            name,
            baseFen,
            shareBp,
            discountBp: discountBp ?? null,
            fen: parts[place] ?? 0,
          }) as const,
      ),
    ],
  };
}

/**
 * What a valuation comes to, in fen, with every step; unknown while an input is missing. Lines of
 * other roles than the method's are not looked at. Amounts below zero are refused: a year of loss
 * has no share to give.
 */
export function reckon(valuation: Valuation, all: readonly ValuationRow[]): Reckoned {
  const rows = inPlaceOrder(all).filter(({ role }) => rolesOf[valuation.method].includes(role));
  const negative = rows.filter(({ amountFen }) => amountFen < 0);
  if (negative.length > 0)
    return unknown(...negative.map(({ name }) => ({ type: 'negativeAmount', name }) as const));
  switch (valuation.method) {
    case 'cost':
      return reckonCost(valuation, rows);
    case 'market':
      return reckonMarket(rows);
    case 'income':
    case 'royalty':
      return reckonYears(valuation, rows);
  }
}
