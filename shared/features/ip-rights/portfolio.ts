import type { CivilDate } from '../../core/dates.ts';
import type { Fen } from '../../core/money.ts';
import type { IpRight } from './entity.ts';
import type { Encumbrance } from './parts.ts';
import {
  type Annuity,
  annuitiesOf,
  filingDue,
  type Nearness,
  nearnessOf,
  nextFee,
  type Term,
  termOf,
} from './rules.ts';

export interface YearOfFees {
  /** `2027`. */
  readonly year: string;
  readonly fen: Fen;
  /** The annuities that fall due in it. */
  readonly count: number;
}

export interface FeeToCome {
  readonly right: IpRight;
  readonly annuity: Annuity;
  /** The calendar year that it counts to: what is late counts to this one. */
  readonly year: string;
}

/** The unpaid annuities of rights in force, without surcharges: earliest first. */
export function feesToCome(rights: readonly IpRight[], today: CivilDate): readonly FeeToCome[] {
  const thisYear = today.slice(0, 4);
  return rights
    .flatMap((right): readonly FeeToCome[] => {
      const next = nextFee(right, today);
      if (!next) return [];
      return annuitiesOf(right)
        .filter(({ year }) => year >= next.annuity.year)
        .map((annuity) => {
          const due = annuity.dueOn.slice(0, 4);
          return { right, annuity, year: due < thisYear ? thisYear : due };
        });
    })
    .toSorted((a, b) => (a.annuity.dueOn < b.annuity.dueOn ? -1 : 1));
}

/** What the fees to come add up to by calendar year: so many years from this one. */
export function feesByYear(
  fees: readonly FeeToCome[],
  today: CivilDate,
  years: number,
): readonly YearOfFees[] {
  return Array.from({ length: years }, (_, place) => {
    const year = String(Number(today.slice(0, 4)) + place);
    const mine = fees.filter((fee) => fee.year === year);
    return {
      year,
      fen: mine.reduce((sum, { annuity }) => sum + annuity.fen, 0),
      count: mine.length,
    };
  });
}

export interface Span {
  readonly right: IpRight;
  readonly fromOn: CivilDate;
  readonly term: Extract<Term, { readonly type: 'until' }>;
  readonly isInForce: boolean;
}

/** The rights whose first and last day are known, those that end first at the top. */
export function spansOf(rights: readonly IpRight[], today: CivilDate): readonly Span[] {
  return rights
    .flatMap((right): readonly Span[] => {
      const term = termOf(right);
      const fromOn = right.filedOn ?? right.grantedOn ?? right.completedOn;
      if (term.type !== 'until' || fromOn === undefined) return [];
      const isInForce = right.status === 'granted' && term.lastOn >= today;
      return [{ right, fromOn, term, isInForce }];
    })
    .toSorted((a, b) =>
      a.term.lastOn === b.term.lastOn
        ? a.right.id < b.right.id
          ? -1
          : 1
        : a.term.lastOn < b.term.lastOn
          ? -1
          : 1,
    );
}

export interface RightDue {
  readonly what: 'annuity' | 'licenceFiling' | 'expiry';
  readonly right: IpRight;
  readonly on: CivilDate;
  readonly near: Nearness;
  /** Of an annuity: for which year, and what it costs with the surcharge of today. */
  readonly fee: { readonly year: number; readonly fen: Fen } | null;
}

/** What the law asks for soon or is late, at rights in force: earliest first. */
export function rightsDue(
  rights: readonly IpRight[],
  encumbrances: readonly Encumbrance[],
  today: CivilDate,
): readonly RightDue[] {
  const byId = new Map(rights.map((right) => [right.id, right]));
  const due: RightDue[] = [];
  const add = (
    what: RightDue['what'],
    right: IpRight,
    on: CivilDate,
    fee: RightDue['fee'] = null,
  ): void => {
    const near = nearnessOf(on, today);
    if (near !== null) due.push({ what, right, on, near, fee });
  };
  for (const right of rights) {
    const next = nextFee(right, today);
    if (next) {
      const { year, dueOn, fen } = next.annuity;
      add('annuity', right, dueOn, { year, fen: fen + next.surchargeFen });
    }
    const term = termOf(right);
    if (right.status === 'granted' && term.type === 'until') add('expiry', right, term.lastOn);
  }
  for (const one of encumbrances) {
    const right = byId.get(one.ipRightId);
    const on = filingDue(one);
    if (right?.status === 'granted' && on !== null) add('licenceFiling', right, on);
  }
  return due.toSorted((a, b) =>
    a.on === b.on ? (a.right.id < b.right.id ? -1 : 1) : a.on < b.on ? -1 : 1,
  );
}
