import type { CivilDate } from '../../core/dates.ts';
import type { PackageEdition, PackageItem, PackageRecipient } from './parts.ts';

/** The number of the next edition of a package. */
export const nextEdition = (editions: readonly Pick<PackageEdition, 'number'>[]): number =>
  editions.reduce((most, { number }) => Math.max(most, number), 0) + 1;

/** The newest first. */
export const newestFirst = (editions: readonly PackageEdition[]): readonly PackageEdition[] =>
  editions.toSorted((a, b) => b.number - a.number);

/** Stands for what is said of the package as a whole. */
export const COVER = 'cover';

export interface EditionChanges {
  /** Ids of achievements. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
  /** Whether title, introduction, chapters or contact read otherwise. */
  readonly isCoverChanged: boolean;
}

const byKey = (prints: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    prints.map((print) => {
      const at = print.lastIndexOf('=');
      return [print.slice(0, at), print.slice(at + 1)];
    }),
  );

/**
 * The items that an edition left out, by their ids: they stood in the package when it was made, and
 * have no page in it. To leave them out again is no change.
 */
export function leftOutOf(
  { prints = [], createdAt }: Pick<PackageEdition, 'prints' | 'createdAt'>,
  items: readonly PackageItem[],
): readonly string[] {
  const pages = byKey(prints);
  return items
    .filter((item) => item.createdAt <= createdAt && !pages.has(item.achievementId))
    .map(({ id }) => id);
}

/** What the package would say otherwise now than in an edition. */
export function changesSince(
  { prints = [] }: Pick<PackageEdition, 'prints'>,
  now: readonly string[],
): EditionChanges {
  const [old, fresh] = [byKey(prints), byKey(now)];
  const pages = (of: ReadonlyMap<string, string>) => [...of.keys()].filter((key) => key !== COVER);
  return {
    added: pages(fresh).filter((id) => !old.has(id)),
    removed: pages(old).filter((id) => !fresh.has(id)),
    changed: pages(fresh).filter((id) => old.has(id) && old.get(id) !== fresh.get(id)),
    isCoverChanged: old.get(COVER) !== fresh.get(COVER),
  };
}

export interface Results {
  readonly sent: number;
  /** Answered with interest, or went further. */
  readonly interested: number;
  readonly deals: number;
}

const FURTHER: readonly PackageRecipient['outcome'][] = ['interested', 'met', 'deal'];

/** What came of a package, over all its editions. */
export function resultsOf(
  recipients: readonly Pick<PackageRecipient, 'outcome' | 'dealId'>[],
): Results {
  const hasDeal = ({ outcome, dealId }: Pick<PackageRecipient, 'outcome' | 'dealId'>) =>
    outcome === 'deal' || dealId !== undefined;
  return {
    sent: recipients.length,
    interested: recipients.filter((one) => FURTHER.includes(one.outcome) || hasDeal(one)).length,
    deals: recipients.filter(hasDeal).length,
  };
}

/**
 * What keeps an edition from being given to somebody: beyond what is public, an NDA that was signed
 * before (民法典第五百零一条；反不正当竞争法). Null when nothing does.
 */
export function sendingProblem(
  { layer }: Pick<PackageEdition, 'layer'>,
  {
    ndaNo = '',
    ndaOn = '',
    sentOn,
  }: {
    readonly ndaNo?: string;
    readonly ndaOn?: CivilDate | '';
    readonly sentOn: CivilDate;
  },
): 'noNda' | 'ndaTooLate' | null {
  if (layer === 'L0') return null;
  if (ndaNo.trim() === '' || ndaOn === '') return 'noNda';
  return ndaOn > sentOn ? 'ndaTooLate' : null;
}
