import type { Language } from '../../../shared/core/language.ts';
import {
  type AchievementPackage,
  type Brochure,
  type BrochureChoice,
  type BrochureSearch,
  brochureOf,
  type ItemCheck,
  inOrder,
  type Picture,
  type Sheet,
  searchBrochure,
  sheetOf,
} from '../../../shared/features/packages/index.ts';
import type { Leak, OnePagerWording } from '../../../shared/features/publishing/index.ts';
import { getRecord, partsOfRecord } from '../../data/read.ts';
import { wordingIn } from '../../ui/document-words.ts';
import { readTold } from '../../ui/told.ts';

/** So long the page may work before it answers keys and draws again. */
const SPELL_MS = 20;

/** Lets the page breathe whenever it has worked for a spell. */
function breathing(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SPELL_MS) return;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  };
}

export interface Wanted extends BrochureChoice {
  readonly language: Language;
  /** '' where it is not to be named. */
  readonly firm: string;
  /** Ids of items. */
  readonly leftOut: readonly string[];
}

/** A brochure with what stands against it. */
export interface Checked {
  readonly pkg: AchievementPackage;
  /** Of all achievements, those left out, too. */
  readonly sheets: readonly Sheet[];
  readonly brochure: Brochure;
  /** Of those that go in. */
  readonly checks: readonly ItemCheck[];
  /** Guarded values in what belongs to no single achievement. */
  readonly common: readonly Leak[];
  readonly wording: OnePagerWording;
}

async function searchAll(
  search: BrochureSearch,
  included: readonly Sheet[],
): Promise<Pick<Checked, 'checks' | 'common'>> {
  const breathe = breathing();
  const checks: ItemCheck[] = [];
  for (const sheet of included) {
    await breathe();
    const check = search.check(sheet);
    if (check) checks.push(check);
  }
  await breathe();
  return { checks, common: search.common() };
}

/** The sheets of those items that were not left out. */
export const goingIn = (sheets: readonly Sheet[], leftOut: readonly string[]): readonly Sheet[] =>
  sheets.filter(({ item }) => !leftOut.includes(item.id));

/** Reads a package and what would stand in its brochure, and searches that; null when it is gone. */
export async function checkPackage(packageId: string, wanted: Wanted): Promise<Checked | null> {
  const pkg = await getRecord('achievementPackage', packageId);
  if (!pkg) return null;
  const items = inOrder(await partsOfRecord('packageItem', packageId));
  const wording = wordingIn(wanted.language, wanted.firm);
  const told = await readTold(items.map(({ achievementId }) => achievementId));
  const breathe = breathing();
  const sheets: Sheet[] = [];
  for (const item of items) {
    const one = told.get(item.achievementId);
    if (!one) continue;
    await breathe();
    sheets.push(sheetOf({ item, ...one }, wanted, wording));
  }
  const included = goingIn(sheets, wanted.leftOut);
  const brochure = brochureOf(pkg, included, new Map(), wanted, wording);
  const search = searchBrochure(brochure, sheets, wanted);
  return { pkg, sheets, brochure, wording, ...(await searchAll(search, included)) };
}

/**
 * The brochure of what was checked, with its pictures; null where a guarded value stands in it. It is
 * searched again as it will be written.
 */
export async function finishBrochure(
  { pkg, sheets, wording }: Checked,
  wanted: Wanted,
  pictures: ReadonlyMap<string, readonly Picture[]>,
): Promise<Brochure | null> {
  const included = goingIn(sheets, wanted.leftOut);
  const brochure = brochureOf(pkg, included, pictures, wanted, wording);
  const search = searchBrochure(brochure, sheets, wanted);
  const { checks, common } = await searchAll(search, included);
  const isClean = common.length === 0 && checks.every(({ isBlocked }) => !isBlocked);
  return isClean ? brochure : null;
}
