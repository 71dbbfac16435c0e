import { addDays, addMonths, type CivilDate, daysBetween } from '../../core/dates.ts';
import { type Fen, multiplyFen } from '../../core/money.ts';
import { holdsOn, type Rules, rowsInForce } from '../../rules/index.ts';
import type { IpKind, IpRight } from './entity.ts';
import type { Encumbrance } from './parts.ts';
import {
  type FeeRow,
  type FilingRow,
  feeRules,
  type LateRow,
  lateRules,
  licenceFilingRules,
  type ReductionRow,
  reductionRules,
  type TermRow,
  termRules,
} from './tariff.ts';

const yearsLater = (on: CivilDate, years: number): CivilDate => addMonths(on, 12 * years);

/** ZC 0006-2003: 8 and 9 are PCT applications in China. */
const KIND_DIGITS: Readonly<Record<string, IpKind>> = {
  1: 'invention',
  2: 'utilityModel',
  3: 'design',
  8: 'invention',
  9: 'utilityModel',
};

/** The kind and the year of filing that a Chinese application number says; null for other numbers. */
export function saidByNumber(
  applicationNo: string,
): { readonly kind: IpKind | null; readonly year: string } | null {
  const [, newYear, newKind, oldYear, oldKind] =
    /^(?:(\d{4})(\d)\d{7}|(\d{2})(\d)\d{5})\.[\dX]$/.exec(applicationNo) ?? [];
  const digit = newKind ?? oldKind;
  if (digit === undefined) return null;
  // The old form is of 1985 to 2003.
  const year = newYear ?? (Number(oldYear) >= 85 ? `19${oldYear}` : `20${oldYear}`);
  return { kind: KIND_DIGITS[digit] ?? null, year };
}

/** Of which kind a right is: as entered, or as its number says; null while neither is known. */
export const kindOf = ({
  kind,
  applicationNo = '',
}: Pick<IpRight, 'kind' | 'applicationNo'>): IpKind | null =>
  kind ?? saidByNumber(applicationNo)?.kind ?? null;

export type Term =
  /** `row` is null when the last day is the one entered from the certificate. */
  | { readonly type: 'until'; readonly lastOn: CivilDate; readonly row: TermRow | null }
  /** Nothing ends by itself: know-how while it is secret, a standard until it is replaced. */
  | { readonly type: 'open' }
  /** What has to be known first. */
  | {
      readonly type: 'missing';
      readonly field: 'kind' | 'filedOn' | 'grantedOn' | 'completedOn' | 'woody';
    }
  /** From before the rows begin. */
  | { readonly type: 'noRule' };

const earlier = (
  one: CivilDate | undefined,
  other: CivilDate | undefined,
): CivilDate | undefined =>
  one !== undefined && other !== undefined ? (one < other ? one : other) : (one ?? other);

/** The day that a term is counted from. Of a layout, filing or first use, whichever was earlier. */
function startOf(right: IpRight, from: TermRow['from']): CivilDate | undefined {
  switch (from) {
    case 'filedOn':
    case 'grantedOn':
      return right[from];
    case 'firstUse':
      return earlier(right.filedOn, right.publishedOn);
    case 'firstPublication':
      return right.publishedOn ?? right.completedOn;
  }
}

/** The field that is asked for where a term's start is not known. */
const missingFor = {
  filedOn: 'filedOn',
  grantedOn: 'grantedOn',
  firstUse: 'filedOn',
  firstPublication: 'completedOn',
} as const satisfies Readonly<Record<TermRow['from'], string>>;

/** Of software, up to the end of the year; of the rest, up to the day before the anniversary. */
function lastDayOf(
  right: IpRight,
  { kind, years, mostYears }: TermRow,
  start: CivilDate,
): CivilDate {
  const plain = addDays(yearsLater(start, years), -1);
  if (kind === 'software') return `${Number(start.slice(0, 4)) + years}-12-31`;
  if (mostYears !== undefined && right.completedOn !== undefined) {
    const most = addDays(yearsLater(right.completedOn, mostYears), -1);
    return most < plain ? most : plain;
  }
  return plain;
}

/**
 * Through which day a right lasts. Patents are counted from the filing in China, never from the
 * priority (专利法实施细则: 专利法第四十二条所称申请日是实际申请日); the last day is the one
 * before the anniversary (专利审查指南). Compensated terms are entered, not reckoned.
 */
export function termOf(right: IpRight, rules: Rules): Term {
  const ofKind = kindOf(right);
  if (ofKind === 'knowHow' || ofKind === 'standard') return { type: 'open' };
  if (right.expiresOn !== undefined) return { type: 'until', lastOn: right.expiresOn, row: null };
  if (ofKind === null) return { type: 'missing', field: 'kind' };
  if (ofKind === 'variety' && right.woody === undefined) {
    return { type: 'missing', field: 'woody' };
  }
  const dated = rules
    .rowsOf(termRules)
    .filter(({ kind, woody }) => kind === ofKind && (woody === undefined || woody === right.woody))
    .map((row) => ({ row, start: startOf(right, row.from) }));
  for (const { row, start } of dated) {
    if (start !== undefined && holdsOn(row, start))
      return { type: 'until', lastOn: lastDayOf(right, row, start), row };
  }
  const undated = dated.find(({ start }) => start === undefined);
  return undated ? { type: 'missing', field: missingFor[undated.row.from] } : { type: 'noRule' };
}

/** The kinds for which a fee is due every year; software, layouts and varieties cost none now. */
export const hasAnnuities = (kind: IpKind | null): boolean =>
  kind === 'invention' || kind === 'utilityModel' || kind === 'design';

/** Nothing was filed yet, or what was filed is gone as if it never had been. */
export const UNFILED = [
  'preparing',
  'withdrawn',
  'rejected',
] as const satisfies readonly IpRight['status'][];

/** What is filed, or was, and can stand against a publication. */
export const isFiled = ({ status }: Pick<IpRight, 'status'>): boolean =>
  !UNFILED.some((one) => one === status);

/**
 * The day before which nothing may be known: the priority, else the filing (专利法实施细则: the filing
 * date of 专利法第二十二条 is the priority date where there is one). Undefined while it is not known.
 */
export const noveltyDayOf = ({
  priorityOn,
  filedOn,
}: Pick<IpRight, 'priorityOn' | 'filedOn'>): CivilDate | undefined => priorityOn ?? filedOn;

/** Which year of a patent a day lies in, counted from filing (专利年度): 1 from the filing day on. */
export function patentYearOn(filedOn: CivilDate, on: CivilDate): number {
  const years = Number(on.slice(0, 4)) - Number(filedOn.slice(0, 4));
  return yearsLater(filedOn, years) <= on ? years + 1 : years;
}

export interface Annuity {
  /** Which year it keeps the patent for. */
  readonly year: number;
  /** The last day to pay without being late: the day of filing, in the year that begins. */
  readonly dueOn: CivilDate;
  /**
   * The last day to pay at all. Where it is no working day, the office takes it on the next. Null
   * where no rule on late payment is in force.
   */
  readonly graceUntil: CivilDate | null;
  readonly fullFen: Fen;
  /** What is to be paid when it is not late. */
  readonly fen: Fen;
  readonly fee: FeeRow;
  readonly reduction: ReductionRow | null;
  readonly late: LateRow | null;
}

/**
 * Whether a right is under open licence on a day: from its announcement until it is withdrawn or its
 * period ends (专利法第五十条). Not while the day of the announcement, or of the withdrawal, is not known.
 */
export function isOpenOn(right: IpRight, on: CivilDate): boolean {
  const { openLicence, openLicenceOn, openLicenceUntil, openLicenceEndedOn } = right;
  if (openLicence !== 'yes' && openLicence !== 'withdrawn') return false;
  if (openLicence === 'withdrawn' && openLicenceEndedOn === undefined) return false;
  return (
    openLicenceOn !== undefined &&
    openLicenceOn <= on &&
    (openLicenceUntil === undefined || on <= openLicenceUntil) &&
    (openLicenceEndedOn === undefined || on < openLicenceEndedOn)
  );
}

/** The best of the reductions that hold; they are not added up. */
function reductionFor(
  right: IpRight,
  year: number,
  dueOn: CivilDate,
  rules: Rules,
): ReductionRow | null {
  const { feeReduction, grantedOn, filedOn } = right;
  const sinceGrant =
    grantedOn === undefined || filedOn === undefined
      ? null
      : year - patentYearOn(filedOn, grantedOn);
  const fits = (row: ReductionRow): boolean => {
    const { ground, years } = row;
    if (ground === 'openLicence') return isOpenOn(right, dueOn);
    return (
      ground === feeReduction && sinceGrant !== null && (years === undefined || sinceGrant < years)
    );
  };
  const found = rowsInForce(rules.rowsOf(reductionRules), { on: dueOn })
    .filter(fits)
    .toSorted((a, b) => b.offBp - a.offBp);
  return found[0] ?? null;
}

/**
 * The annuities of a patent after the year of its grant, whose own is paid with the registration:
 * each falls due before the year that it is for begins. None for other kinds, or while the day of
 * filing is not known. Without the day of the grant they begin with the second year.
 * @param fromYear leaves out those for earlier years, counted from filing
 */
export function* annuitiesFrom(
  right: IpRight,
  fromYear: number,
  rules: Rules,
): Generator<Annuity, undefined, undefined> {
  const { filedOn, grantedOn } = right;
  const kind = kindOf(right);
  if (kind === null || !hasAnnuities(kind) || filedOn === undefined) return;
  const term = termOf(right, rules);
  if (term.type !== 'until') return;
  const first = grantedOn === undefined ? 2 : Math.max(1, patentYearOn(filedOn, grantedOn)) + 1;
  const last = patentYearOn(filedOn, term.lastOn);
  for (let year = Math.max(first, fromYear); year <= last; year += 1) {
    const dueOn = yearsLater(filedOn, year - 1);
    const fee = rowsInForce(rules.rowsOf(feeRules), { on: dueOn }).find(
      (row) => row.kind === kind && row.fromYear <= year && row.toYear >= year,
    );
    if (!fee) continue;
    const reduction = reductionFor(right, year, dueOn, rules);
    const late = rowsInForce(rules.rowsOf(lateRules), { on: dueOn })[0] ?? null;
    const paidBp = 10_000 - (reduction?.offBp ?? 0);
    yield {
      year,
      dueOn,
      graceUntil: late && addMonths(dueOn, late.months),
      fullFen: fee.fen,
      fen: multiplyFen(fee.fen, paidBp, 10_000),
      fee,
      reduction,
      late,
    };
  }
}

/** All annuities of a patent, see `annuitiesFrom`. */
export const annuitiesOf = (right: IpRight, rules: Rules): readonly Annuity[] => [
  ...annuitiesFrom(right, 1, rules),
];

/** What paying on a day costs beside the annuity: a part of the full fee for each month begun. */
export function surchargeFen({ dueOn, fullFen, late }: Annuity, on: CivilDate): Fen {
  if (!late) return 0;
  const { months, freeMonths, perMonthBp } = late;
  let begun = 0;
  while (begun < months && addMonths(dueOn, begun) < on) begun += 1;
  return multiplyFen(fullFen, Math.max(0, begun - freeMonths) * perMonthBp, 10_000);
}

export interface FeeDue {
  /**
   * `grace`: late, and payable with a surcharge. `missed`: too late; the right may be gone. `late`:
   * no rule in force says how long it can still be paid.
   */
  readonly state: 'coming' | 'grace' | 'missed' | 'late';
  readonly annuity: Annuity;
  readonly surchargeFen: Fen;
  /** Nobody entered what was paid: the years that have begun are taken to be. */
  readonly isAssumed: boolean;
}

function stateOn({ dueOn, graceUntil }: Annuity, today: CivilDate): FeeDue['state'] {
  if (today <= dueOn) return 'coming';
  if (graceUntil === null) return 'late';
  return today <= graceUntil ? 'grace' : 'missed';
}

/** The next annuity of a right in force, or null where none is due any more: lapsed, expired, paid up. */
export function nextFee(right: IpRight, today: CivilDate, rules: Rules): FeeDue | null {
  if (right.status !== 'granted') return null;
  const { paidThrough, filedOn } = right;
  if (filedOn === undefined) return null;
  const from = paidThrough === undefined ? patentYearOn(filedOn, today) : paidThrough + 1;
  for (const annuity of annuitiesFrom(right, from, rules)) {
    const { dueOn } = annuity;
    if (paidThrough === undefined && dueOn < today) continue;
    return {
      state: stateOn(annuity, today),
      annuity,
      surchargeFen: surchargeFen(annuity, today),
      isAssumed: paidThrough === undefined,
    };
  }
  return null;
}

/** So many days before a day of the law it is reminded of, ever more urgently. */
export const REMINDER_DAYS = [7, 30, 90] as const;
export type Nearness = 'late' | (typeof REMINDER_DAYS)[number];

/** How near a day is: null while it is too far to be reminded of. */
export function nearnessOf(on: CivilDate, today: CivilDate): Nearness | null {
  const days = daysBetween(today, on);
  return days < 0 ? 'late' : (REMINDER_DAYS.find((most) => days <= most) ?? null);
}

/** How the licences came about; other encumbrances are none. */
const licenceWays: Partial<Record<Encumbrance['kind'], FilingRow['way']>> = {
  licence: 'contract',
  soleLicence: 'contract',
  exclusiveLicence: 'contract',
  openLicence: 'openLicence',
};

/** By when the licence of a patent is to be filed (备案); null when it was, or is none. */
export function filingDue(
  right: Pick<IpRight, 'kind' | 'applicationNo'>,
  { kind, fromOn, recordedOn }: Encumbrance,
  rules: Rules,
): CivilDate | null {
  if (fromOn === undefined || recordedOn !== undefined || !hasAnnuities(kindOf(right))) return null;
  const rule = rowsInForce(rules.rowsOf(licenceFilingRules), { on: fromOn }).find(
    ({ way }) => way === licenceWays[kind],
  );
  return rule ? addMonths(fromOn, rule.months) : null;
}

/** Whether it binds the right on a day; without an end it goes on. */
export const bindsOn = ({ fromOn, untilOn }: Encumbrance, on: CivilDate): boolean =>
  (fromOn === undefined || fromOn <= on) && (untilOn === undefined || on <= untilOn);

export type Contradiction =
  /** The number says another kind: its fifth digit, before 2003 its third (ZC 0006-2003). */
  | { readonly type: 'kind'; readonly said: IpKind }
  /** The number begins with another year than that of filing. */
  | { readonly type: 'year'; readonly said: string }
  /** A day that comes before one that it must follow. */
  | { readonly type: 'order'; readonly first: DateName; readonly next: DateName };
type DateName = 'priorityOn' | 'filedOn' | 'publishedOn' | 'grantedOn';

/** What cannot be true together; shown, and left to the user to set right. */
export function contradictionsOf(right: IpRight): readonly Contradiction[] {
  const found: Contradiction[] = [];
  const said = right.applicationNo === undefined ? null : saidByNumber(right.applicationNo);
  const isPatent = hasAnnuities(kindOf(right));
  if (said && isPatent) {
    if (said.kind !== null && said.kind !== kindOf(right))
      found.push({ type: 'kind', said: said.kind });
    if (right.filedOn !== undefined && right.filedOn.slice(0, 4) !== said.year) {
      found.push({ type: 'year', said: said.year });
    }
  }
  const order: readonly (readonly [DateName, DateName])[] = [
    ['priorityOn', 'filedOn'],
    ['filedOn', 'publishedOn'],
    ['filedOn', 'grantedOn'],
  ];
  for (const [first, next] of isPatent ? order : []) {
    const [one, other] = [right[first], right[next]];
    if (one !== undefined && other !== undefined && other < one) {
      found.push({ type: 'order', first, next });
    }
  }
  return found;
}
