import { addMonths, type CivilDate } from '../../core/dates.ts';
import { type Rules, rowsInForce } from '../../rules/index.ts';
import {
  type Disclosure,
  type DisclosurePublication,
  filingOf,
  noveltyMatters,
} from '../disclosures/index.ts';
import { hasAnnuities, type IpRight, kindOf } from '../ip-rights/index.ts';
import { type UnpublishedRow, unpublishedRules } from './rules.ts';

/** A disclosure that the achievement came of, with what of it is or will be public. */
export interface DisclosedParts {
  readonly disclosure: Disclosure;
  readonly publications: readonly DisclosurePublication[];
}

/** What telling anyone would do to a patent still to be had. */
export type Standing =
  /** All patents behind it are published already. */
  | { readonly type: 'published' }
  /** Nothing is filed: what the public learns now cannot be patented any more. */
  | { readonly type: 'unfiled'; readonly title: string }
  /** A publication is planned, and nothing is filed. */
  | { readonly type: 'planned'; readonly title: string; readonly on: CivilDate }
  /** Kept secret on purpose: what the public learns is know-how no more. */
  | { readonly type: 'knowHow'; readonly title: string }
  /** Filed, and not published before `until`; null where that day is not known. */
  | {
      readonly type: 'unpublished';
      readonly title: string;
      readonly until: CivilDate | null;
      readonly row: UnpublishedRow | null;
    }
  /** No patent is linked, and no disclosure says what is planned. */
  | { readonly type: 'unknown' };

const OUT = ['published', 'examined', 'granted', 'lapsed', 'expired', 'invalidated'];

/** Whether everybody can read it already. */
const isOut = (
  { status, publishedOn, grantedOn, publicationNo, grantNo }: IpRight,
  today: CivilDate,
): boolean =>
  (status !== undefined && OUT.includes(status)) ||
  publicationNo !== undefined ||
  grantNo !== undefined ||
  [publishedOn, grantedOn].some((on) => on !== undefined && on <= today);

function standingOf(right: IpRight, today: CivilDate, rules: Rules): Standing | null {
  const kind = kindOf(right);
  const { title, status } = right;
  if (kind === 'knowHow') return { type: 'knowHow', title };
  if (!hasAnnuities(kind)) return null;
  if (isOut(right, today)) return { type: 'published' };
  if (status === 'preparing' || status === 'withdrawn' || status === 'rejected')
    return { type: 'unfiled', title };
  const from = right.priorityOn ?? right.filedOn;
  const rows = rules.rowsOf(unpublishedRules);
  const row = rowsInForce(rows, { on: from ?? today })[0] ?? null;
  // Utility models and designs are published with their grant, on no day known before.
  if (kind !== 'invention' || from === undefined || row === null)
    return { type: 'unpublished', title, until: null, row: null };
  const until = addMonths(from, row.months);
  return { type: 'unpublished', title, until, row };
}

function disclosedStanding(
  { disclosure, publications }: DisclosedParts,
  rights: readonly IpRight[],
  today: CivilDate,
): Standing | null {
  if (!noveltyMatters(disclosure) || filingOf(disclosure, rights) !== null) return null;
  const [planned] = publications
    .flatMap(({ plannedOn, publishedOn }) => {
      const on = publishedOn ?? plannedOn;
      return on !== undefined && on >= today ? [on] : [];
    })
    .toSorted();
  const { title } = disclosure;
  return planned === undefined
    ? { type: 'unfiled', title }
    : { type: 'planned', title, on: planned };
}

/**
 * How each patent and disclosure behind an achievement stands to being told: 专利法 art. 22 (what the
 * public knows before filing is prior art) and art. 34 (published 18 months after filing).
 */
export function standingsOf(
  rights: readonly IpRight[],
  disclosed: readonly DisclosedParts[],
  today: CivilDate,
  rules: Rules,
): readonly Standing[] {
  const found = [
    ...disclosed.flatMap((one) => disclosedStanding(one, rights, today) ?? []),
    ...rights.flatMap((right) => standingOf(right, today, rules) ?? []),
  ];
  if (found.length === 0) return [{ type: 'unknown' }];
  const open = found.filter(({ type }) => type !== 'published');
  return open.length === 0 ? [{ type: 'published' }] : open;
}
