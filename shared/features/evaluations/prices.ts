import type { CivilDate } from '../../core/dates.ts';
import { type Fen, multiplyFen, type Price } from '../../core/money.ts';
import { type Rules, rowsInForce } from '../../rules/index.ts';
import { type SensitivityRow, sensitivityRules } from './rules.ts';
import { type Reckoned, reckon } from './valuation.ts';
import type { Valuation, ValuationRow } from './valuation-entity.ts';
import { WHOLE_BP } from './weights.ts';

/** What a valuation comes to when one input is moved down and up; null where it cannot be reckoned. */
export interface Sensitivity {
  readonly row: SensitivityRow;
  readonly down: Fen | null;
  readonly up: Fen | null;
}

function moved(
  valuation: Valuation,
  rows: readonly ValuationRow[],
  { lever, byBp }: SensitivityRow,
  sign: -1 | 1,
): Fen | null {
  const outcome = ((): Reckoned => {
    if (lever === 'amounts') {
      const scaled = rows.map((row) => ({
        ...row,
        amountFen: multiplyFen(row.amountFen, WHOLE_BP + sign * byBp, WHOLE_BP),
      }));
      return reckon(valuation, scaled);
    }
    const rate = Math.min(WHOLE_BP, Math.max(0, (valuation[lever] ?? 0) + sign * byBp));
    return reckon({ ...valuation, [lever]: rate }, rows);
  })();
  return outcome.type === 'known' ? outcome.fen : null;
}

/** What hangs on each input of a known valuation; rates stay between 0 and 100 %. */
export const sensitivitiesOf = (
  valuation: Valuation,
  rows: readonly ValuationRow[],
  today: CivilDate,
  rules: Rules,
): readonly Sensitivity[] =>
  rowsInForce(rules.rowsOf(sensitivityRules), { on: today })
    .filter(({ method }) => method === valuation.method)
    .map((row) => ({
      row,
      down: moved(valuation, rows, row, -1),
      up: moved(valuation, rows, row, 1),
    }));

/** A known valuation with the range that its inputs open when each is moved alone. */
export interface ValuedPrice {
  readonly valuation: Valuation;
  readonly fen: Fen;
  readonly fromFen: Fen;
  readonly toFen: Fen;
}

export interface PriceView {
  /** The known ones, the newest first. */
  readonly valued: readonly ValuedPrice[];
  /** From the lowest to the highest result; null while none is known. */
  readonly range: { readonly fromFen: Fen; readonly toFen: Fen } | null;
  /** How the asking price lies to the range; null where either is unknown. */
  readonly asking: 'below' | 'within' | 'above' | null;
}

/** The ends of a price, both the same of a single one; null where none is named. */
export const endsOf = (price: Price | undefined): readonly [Fen, Fen] | null => {
  if (price === undefined || price.kind === 'open') return null;
  return price.kind === 'amount' ? [price.fen, price.fen] : [price.fromFen, price.toFen];
};

/** All valuations of an achievement beside its asking price. A range that only touches is within. */
export function priceView(
  valuations: readonly Valuation[],
  rows: readonly ValuationRow[],
  asked: Price | undefined,
  today: CivilDate,
  rules: Rules,
): PriceView {
  const rowsById = Map.groupBy(rows, ({ valuationId }) => valuationId);
  const valued = valuations
    .flatMap((valuation): readonly ValuedPrice[] => {
      const own = rowsById.get(valuation.id) ?? [];
      const result = reckon(valuation, own);
      if (result.type === 'unknown') return [];
      const ends = [
        result.fen,
        ...sensitivitiesOf(valuation, own, today, rules).flatMap(({ down, up }) => [
          ...(down === null ? [] : [down]),
          ...(up === null ? [] : [up]),
        ]),
      ];
      return [{ valuation, fen: result.fen, fromFen: Math.min(...ends), toFen: Math.max(...ends) }];
    })
    .toSorted((a, b) => b.valuation.asOf.localeCompare(a.valuation.asOf));
  if (valued.length === 0) return { valued, range: null, asking: null };
  const results = valued.map(({ fen }) => fen);
  const range = { fromFen: Math.min(...results), toFen: Math.max(...results) };
  const ends = endsOf(asked);
  const asking =
    ends === null
      ? null
      : ends[1] < range.fromFen
        ? 'below'
        : ends[0] > range.toFen
          ? 'above'
          : 'within';
  return { valued, range, asking };
}
