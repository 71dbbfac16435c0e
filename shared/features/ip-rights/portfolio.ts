import type { CivilDate } from '../../core/dates.ts';
import type { Fen } from '../../core/money.ts';
import type { Rules } from '../../rules/index.ts';
import type { IpRight } from './entity.ts';
import type { Encumbrance } from './parts.ts';
import {
  type Annuity,
  annuitiesFrom,
  filingDue,
  isOpenOn,
  type Nearness,
  nearnessOf,
  nextFee,
  type Term,
  termOf,
} from './rules.ts';

/** So many rights are reckoned in one go: years of fees for each, within some 10 ms. */
export const RIGHTS_AT_ONCE = 100;

export interface FeeToCome {
  readonly right: IpRight;
  readonly annuity: Annuity;
}

export interface YearOfFees {
  /** `2027`. */
  readonly year: string;
  readonly fen: Fen;
  /** The annuities that fall due in it, in no order; what is late counts to this year. */
  readonly fees: readonly FeeToCome[];
}

/** What the unpaid annuities of rights in force add up to, without surcharges: so many years from this one. */
export function feesByYear(
  rights: readonly IpRight[],
  today: CivilDate,
  years: number,
  rules: Rules,
): readonly YearOfFees[] {
  const thisYear = Number(today.slice(0, 4));
  const byYear = Array.from({ length: years }, (): FeeToCome[] => []);
  for (const right of rights) {
    const next = nextFee(right, today, rules);
    if (!next) continue;
    for (const annuity of annuitiesFrom(right, next.annuity.year, rules)) {
      const place = Number(annuity.dueOn.slice(0, 4)) - thisYear;
      if (place >= years) break;
      byYear[Math.max(0, place)]?.push({ right, annuity });
    }
  }
  return byYear.map((fees, place) => ({
    year: String(thisYear + place),
    fen: fees.reduce((sum, { annuity }) => sum + annuity.fen, 0),
    fees,
  }));
}

export interface Span {
  readonly right: IpRight;
  readonly fromOn: CivilDate;
  readonly term: Extract<Term, { readonly type: 'until' }>;
  readonly isInForce: boolean;
}

const endsFirst = (a: Span, b: Span): number => {
  const [one, other] =
    a.term.lastOn === b.term.lastOn ? [a.right.id, b.right.id] : [a.term.lastOn, b.term.lastOn];
  return one < other ? -1 : 1;
};

/** The rights whose first and last day are known, those that end first at the top. */
export function spansOf(
  rights: readonly IpRight[],
  today: CivilDate,
  rules: Rules,
): readonly Span[] {
  return rights
    .flatMap((right): readonly Span[] => {
      const term = termOf(right, rules);
      const fromOn = right.filedOn ?? right.grantedOn ?? right.completedOn;
      if (term.type !== 'until' || fromOn === undefined) return [];
      const isInForce = right.status === 'granted' && term.lastOn >= today;
      return [{ right, fromOn, term, isInForce }];
    })
    .toSorted(endsFirst);
}

/** What rights cost and how long they last, taken together. */
export interface Portfolio {
  readonly count: number;
  /** Of them, those in force. */
  readonly valid: number;
  readonly years: readonly YearOfFees[];
  readonly spans: readonly Span[];
}

/** The fees of so many years from this one, and the terms. */
export const portfolioOf = (
  rights: readonly IpRight[],
  today: CivilDate,
  years: number,
  rules: Rules,
): Portfolio => ({
  count: rights.length,
  valid: rights.filter(({ status }) => status === 'granted').length,
  years: feesByYear(rights, today, years, rules),
  spans: spansOf(rights, today, rules),
});

/** The portfolio of all, of those of some rights each, reckoned for the same years. */
export const joinPortfolios = (pieces: readonly Portfolio[]): Portfolio => ({
  count: pieces.reduce((sum, { count }) => sum + count, 0),
  valid: pieces.reduce((sum, { valid }) => sum + valid, 0),
  years: (pieces[0]?.years ?? []).map(({ year }, place) => {
    const alike = pieces.flatMap(({ years }) => years[place] ?? []);
    return {
      year,
      fen: alike.reduce((sum, { fen }) => sum + fen, 0),
      fees: alike.flatMap(({ fees }) => fees),
    };
  }),
  spans: pieces.flatMap(({ spans }) => spans).toSorted(endsFirst),
});

export interface RightDue {
  readonly what: 'annuity' | 'licenceFiling' | 'openLicenceEnd' | 'expiry';
  readonly right: IpRight;
  readonly on: CivilDate;
  readonly near: Nearness;
  /** Of an annuity: for which year, and what it costs with the surcharge of today. */
  readonly fee: { readonly year: number; readonly fen: Fen } | null;
  /** Of a licence to be filed: whose. */
  readonly licence: Pick<Encumbrance, 'id' | 'party'> | null;
}

/** What the law asks for soon or is late, at rights in force: earliest first. */
export function rightsDue(
  rights: readonly IpRight[],
  encumbrances: readonly Encumbrance[],
  today: CivilDate,
  rules: Rules,
): readonly RightDue[] {
  const byId = new Map(rights.map((right) => [right.id, right]));
  const due: RightDue[] = [];
  const add = (
    what: RightDue['what'],
    right: IpRight,
    on: CivilDate,
    { fee = null, licence = null }: Partial<Pick<RightDue, 'fee' | 'licence'>> = {},
  ): void => {
    const near = nearnessOf(on, today);
    if (near !== null) due.push({ what, right, on, near, fee, licence });
  };
  for (const right of rights) {
    const next = nextFee(right, today, rules);
    if (next) {
      const { year, dueOn, fen } = next.annuity;
      add('annuity', right, dueOn, { fee: { year, fen: fen + next.surchargeFen } });
    }
    const term = termOf(right, rules);
    if (right.status === 'granted' && term.type === 'until') add('expiry', right, term.lastOn);
    const { openLicenceUntil } = right;
    if (right.status === 'granted' && openLicenceUntil !== undefined && isOpenOn(right, today))
      add('openLicenceEnd', right, openLicenceUntil);
  }
  for (const one of encumbrances) {
    const right = byId.get(one.ipRightId);
    if (right?.status !== 'granted') continue;
    const on = filingDue(right, one, rules);
    if (on !== null) add('licenceFiling', right, on, { licence: one });
  }
  return due.toSorted((a, b) =>
    a.on === b.on ? (a.right.id < b.right.id ? -1 : 1) : a.on < b.on ? -1 : 1,
  );
}
