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
  textsByPage,
} from '../../../shared/features/packages/index.ts';
import type { Leak, OnePagerWording } from '../../../shared/features/publishing/index.ts';
import { inBoth } from '../../app/i18n.ts';
import { getRecord, partsOfRecord } from '../../data/read.ts';
import { readParts } from './read-parts.ts';

/** The words of a document in its own language, whatever that of the screen. */
const wordingIn = (language: Language, firm: string): OnePagerWording => ({
  language,
  t: (key, params) => inBoth(({ tAny }) => tAny(key, params))[language],
  firm,
});

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

const goingIn = (sheets: readonly Sheet[], { leftOut }: Wanted): readonly Sheet[] =>
  sheets.filter(({ item }) => !leftOut.includes(item.id));

/** Reads a package and what would stand in its brochure, and searches that; null when it is gone. */
export async function checkPackage(packageId: string, wanted: Wanted): Promise<Checked | null> {
  const pkg = await getRecord('achievementPackage', packageId);
  if (!pkg) return null;
  const items = inOrder(await partsOfRecord('packageItem', packageId));
  const wording = wordingIn(wanted.language, wanted.firm);
  const breathe = breathing();
  const sheets: Sheet[] = [];
  for (const part of await readParts(items)) {
    await breathe();
    sheets.push(sheetOf(part, wanted, wording));
  }
  const included = goingIn(sheets, wanted);
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
  const included = goingIn(sheets, wanted);
  const brochure = brochureOf(pkg, included, pictures, wanted, wording);
  const search = searchBrochure(brochure, sheets, wanted);
  const { checks, common } = await searchAll(search, included);
  const isClean = common.length === 0 && checks.every(({ isBlocked }) => !isBlocked);
  return isClean ? brochure : null;
}

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Digits of a page's hash: enough to see that it changed. */
const PRINT = 16;

/** What the contents of a brochure are known again by: all of them, and each page. */
export async function printsOf(
  brochure: Brochure,
  sheets: readonly Sheet[],
): Promise<{ readonly version: string; readonly prints: readonly string[] }> {
  const texts = textsByPage(brochure, sheets);
  const prints = await Promise.all(
    texts.map(async ({ key, text }) => `${key}=${(await sha256(text)).slice(0, PRINT)}`),
  );
  return { version: await sha256(JSON.stringify(texts)), prints };
}
