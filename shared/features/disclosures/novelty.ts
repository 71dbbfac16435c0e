import { addMonths, type CivilDate, daysBetween } from '../../core/dates.ts';
import { type Rules, rowsInForce } from '../../rules/index.ts';
import { hasAnnuities, type IpRight, isFiled, kindOf, noveltyDayOf } from '../ip-rights/index.ts';
import type { Disclosure, DisclosurePublication } from './entity.ts';
import { type GraceRow, graceRules } from './rules.ts';

/** What a publication does to the novelty of what is disclosed. */
export type Novelty =
  /** Filed no later than the day of publication: that day itself does no harm. */
  | { readonly type: 'safe' }
  /** Known to the public before the filing date, and no case of grace. `on` is the day it came out. */
  | { readonly type: 'lost'; readonly on: CivilDate }
  /** A case of grace, but its months were over by the filing date, or are over today. */
  | { readonly type: 'graceOver'; readonly until: CivilDate; readonly rule: GraceRow }
  /** Filed within the months of grace: to be declared when filing, with proof. */
  | { readonly type: 'graceUsed'; readonly until: CivilDate; readonly rule: GraceRow }
  /** Not filed yet: to be filed by `until`, that day included; `days` from today. */
  | {
      readonly type: 'graceRuns';
      readonly until: CivilDate;
      readonly days: number;
      readonly rule: GraceRow;
    }
  /** Not filed yet: to be filed before the day of publication, which is `days` from today. */
  | { readonly type: 'fileBefore'; readonly on: CivilDate; readonly days: number }
  /** The planned day has passed, and nobody said whether it came out. */
  | { readonly type: 'cameOut'; readonly on: CivilDate }
  /** Neither day is known. */
  | { readonly type: 'undated' };

type Dates = Pick<DisclosurePublication, 'publishedOn' | 'plannedOn' | 'graceCase'>;

function published(
  { graceCase }: Dates,
  on: CivilDate,
  filedOn: CivilDate | undefined,
  today: CivilDate,
  rules: Rules,
): Novelty {
  if (filedOn !== undefined && filedOn <= on) return { type: 'safe' };
  const rows = rowsInForce(rules.rowsOf(graceRules), { on: filedOn ?? today });
  const rule = rows.find((row) => row.graceCase === graceCase);
  if (!rule) return { type: 'lost', on };
  // A period of months ends on the day of the same number (专利法实施细则 on periods).
  const until = addMonths(on, rule.months);
  if ((filedOn ?? today) > until) return { type: 'graceOver', until, rule };
  return filedOn === undefined
    ? { type: 'graceRuns', until, days: daysBetween(today, until), rule }
    : { type: 'graceUsed', until, rule };
}

/**
 * What a publication means for a patent: 专利法 art. 22 (anything known before the filing date, the
 * day itself excepted, is prior art) and art. 24 (six months of grace in the listed cases only).
 * @param filedOn the filing or priority date, undefined while nothing is filed
 * @param today the civil date in China
 */
export function noveltyOf(
  publication: Dates,
  filedOn: CivilDate | undefined,
  today: CivilDate,
  rules: Rules,
): Novelty {
  const { publishedOn, plannedOn } = publication;
  // A day in the future is a plan, wherever it was written.
  if (publishedOn !== undefined && publishedOn <= today)
    return published(publication, publishedOn, filedOn, today, rules);
  const on = publishedOn ?? plannedOn;
  if (on === undefined) return { type: 'undated' };
  if (filedOn !== undefined && filedOn <= on) return { type: 'safe' };
  return on < today
    ? { type: 'cameOut', on }
    : { type: 'fileBefore', on, days: daysBetween(today, on) };
}

/** How urgent each outcome is; the worst of all publications is the disclosure's. */
const severity = {
  safe: 0,
  undated: 1,
  graceUsed: 2,
  fileBefore: 3,
  cameOut: 4,
  graceRuns: 5,
  graceOver: 6,
  lost: 7,
} as const satisfies Readonly<Record<Novelty['type'], number>>;

/** The worst of several outcomes, the nearest day first; null for none. */
export function worstNovelty(list: readonly Novelty[]): Novelty | null {
  const days = (one: Novelty) => ('days' in one ? one.days : 0);
  const [worst] = list.toSorted((a, b) => severity[b.type] - severity[a.type] || days(a) - days(b));
  return worst ?? null;
}

/** Whether publishing matters: not where something else than a patent is meant to protect it. */
export const noveltyMatters = ({
  ipSuggestion,
  decision,
}: Pick<Disclosure, 'ipSuggestion' | 'decision'>): boolean =>
  decision === 'file' || ipSuggestion === undefined || ipSuggestion.includes('patent');

/** The day that novelty counts from, and the patent that says so where nobody entered it. */
export interface Filing {
  readonly on: CivilDate;
  readonly right: IpRight | null;
}

/**
 * When a patent was first filed for: the day entered at the disclosure, else the earliest priority
 * or filing date of the patents behind the achievement that came of it; null while nothing is filed.
 */
export function filingOf(
  { filedOn }: Pick<Disclosure, 'filedOn'>,
  rights: readonly IpRight[],
): Filing | null {
  if (filedOn !== undefined) return { on: filedOn, right: null };
  const filings = rights.flatMap((right): readonly Filing[] => {
    const on = noveltyDayOf(right);
    return on !== undefined && hasAnnuities(kindOf(right)) && isFiled(right) ? [{ on, right }] : [];
  });
  return filings.toSorted((a, b) => (a.on < b.on ? -1 : 1))[0] ?? null;
}

/** How many days ahead a day by which to file is spoken of. */
const FILING_SOON_DAYS = 30;

/** A day by which to file, at a disclosure. */
export interface FilingDue {
  readonly what: 'fileBefore' | 'graceRuns';
  readonly id: string;
  readonly title: string;
  readonly on: CivilDate;
}

/**
 * The nearest day by which each disclosure must be filed, up to 30 days ahead; none once filed.
 * @param rightsOf the rights behind an achievement
 */
export function filingsDue(
  disclosures: readonly Disclosure[],
  publications: readonly DisclosurePublication[],
  rightsOf: (achievementId: string) => readonly IpRight[],
  today: CivilDate,
  rules: Rules,
): readonly FilingDue[] {
  const byDisclosure = Map.groupBy(publications, ({ disclosureId }) => disclosureId);
  return disclosures.flatMap((one): readonly FilingDue[] => {
    if (!noveltyMatters(one)) return [];
    const { achievementId } = one;
    const filing = filingOf(one, achievementId === undefined ? [] : rightsOf(achievementId));
    const [nearest] = (byDisclosure.get(one.id) ?? [])
      .map((publication) => noveltyOf(publication, filing?.on, today, rules))
      .flatMap((found) =>
        (found.type === 'fileBefore' || found.type === 'graceRuns') &&
        found.days <= FILING_SOON_DAYS
          ? [{ what: found.type, on: found.type === 'fileBefore' ? found.on : found.until }]
          : [],
      )
      .toSorted((a, b) => (a.on < b.on ? -1 : 1));
    return nearest ? [{ ...nearest, id: one.id, title: one.title }] : [];
  });
}
