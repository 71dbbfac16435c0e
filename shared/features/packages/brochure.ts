import type { Block, Printed } from '../../contract/printed.ts';
import type { CivilDate } from '../../core/dates.ts';
import { formatWan, formatYuan } from '../../core/money.ts';
import { formatField } from '../../entities/kinds.ts';
import {
  type Choice,
  defaultPieces,
  type Layer,
  type OnePager,
  type OnePagerWording,
  onePager,
  type Source,
  type Surroundings,
} from '../publishing/index.ts';
import { COVER } from './editions.ts';
import { type AchievementPackage, achievementPackage } from './entity.ts';
import type { PackageItem } from './parts.ts';
import { type Secret, saidBy, secretsOf } from './secrets.ts';

/** An achievement of a package with all that is known of it. */
export interface PackagePart {
  readonly item: PackageItem;
  readonly source: Source;
  readonly around: Surroundings;
}

export interface BrochureChoice {
  readonly layer: Layer;
  /** Number of the edition. */
  readonly number: number;
  readonly on: CivilDate;
}

/** What of an achievement goes in, without its pictures. */
export interface Sheet extends PackagePart {
  readonly made: OnePager;
  /** As its recipients read it: the title where that may be shown. */
  readonly title: string;
  readonly blocks: readonly Block[];
  /** What of it the layer does not show. */
  readonly secrets: readonly Secret[];
  /** What of it stands in fields of few words, as `saidBy` has it. */
  readonly said: string;
}

export type Picture = Extract<Block, { type: 'picture' }>;
type Section = Printed['sections'][number];

/** As a one-pager for nobody: the NDA of a brochure is asked for when it is given to somebody. */
export const choiceOf = ({ layer, on }: BrochureChoice): Choice => ({
  ...{ layer, on, pieces: defaultPieces(layer) },
  ...{ recipient: '', number: '', ndaNo: '', ndaOn: '' },
});

const passage = (name: string, value: string): Block => ({
  type: 'facts',
  columns: 1,
  facts: [{ name, value }],
});

/** A passage or table of a one-pager, with its heading beside it: only titles are in the contents. */
const underName = (heading: string, block: Block): readonly Block[] =>
  block.type === 'paragraph'
    ? [passage(heading, block.text)]
    : [{ type: 'paragraph', text: heading, muted: true }, block];

const toldIn = ({ sections }: OnePager): readonly Block[] =>
  sections.flatMap(({ heading, blocks }) =>
    heading === '' ? blocks : blocks.flatMap((block) => underName(heading, block)),
  );

/** What the chosen layer shows of an achievement, headed by its words for the market. */
export function sheetOf(
  part: PackagePart,
  choice: BrochureChoice,
  wording: OnePagerWording,
): Sheet {
  const made = onePager(part.source, choiceOf(choice), wording);
  const { words } = part.item;
  const market: readonly Block[] =
    words === undefined ? [] : [{ type: 'paragraph', text: words, muted: false }];
  return {
    ...{ ...part, made, title: made.document.title, blocks: [...market, ...toldIn(made)] },
    secrets: secretsOf(part.source, choice.layer),
    said: saidBy(part.source, choice.layer),
  };
}

export interface Brochure {
  readonly document: Printed;
  /** The section of each achievement, by the id of its item. */
  readonly pages: ReadonlyMap<string, Section>;
  /** What belongs to no single achievement. */
  readonly common: readonly Section[];
}

const page = (heading: string, blocks: readonly Block[]): Section => ({
  heading,
  startsPage: true,
  blocks: [...blocks],
});

const factsOf = (facts: readonly (readonly [string, string | undefined])[]): readonly Block[] => {
  const known = facts.flatMap(([name, value]) => (value ? [{ name, value }] : []));
  return known.length === 0 ? [] : [{ type: 'facts', columns: 2, facts: known }];
};

const paragraph = (text: string | undefined, muted = false): readonly Block[] =>
  text ? [{ type: 'paragraph', text, muted }] : [];

function aboutOf(
  { intro, audience, investmentFen, effect }: AchievementPackage,
  count: number,
  { t, language }: OnePagerWording,
): Section {
  const { fields } = achievementPackage;
  const investment =
    investmentFen &&
    t('brochure.investment', { wan: formatWan(investmentFen), yuan: formatYuan(investmentFen) });
  return page(t('brochure.about'), [
    ...paragraph(intro),
    ...factsOf([
      [fields.audience.label[language], audience],
      [t('brochure.count'), t('brochure.counted', { count })],
      [fields.investmentFen.label[language], investment || undefined],
    ]),
    ...(effect === undefined ? [] : [passage(fields.effect.label[language], effect)]),
  ]);
}

/** A chapter begins with a list of what is in it. */
function chapterPage(
  heading: string,
  rows: readonly (readonly [number, Sheet])[],
  { t, language }: OnePagerWording,
): Section {
  const label = rows[0]?.[1].source.entity.fields.title?.label[language] ?? '';
  return page(heading, [
    {
      type: 'table',
      columns: [
        { title: t('brochure.place'), align: 'end', share: 1 },
        { title: label, align: 'start', share: 9 },
      ],
      rows: rows.map(([place, { title }]) => [String(place), title]),
      totals: null,
    },
  ]);
}

function contactPage(
  pkg: AchievementPackage,
  { layer, on }: BrochureChoice,
  { t, language, firm }: OnePagerWording,
): Section {
  const { fields } = achievementPackage;
  const { contactName, contactPhone, contactEmail, contactAddress } = pkg;
  return page(t('brochure.contact'), [
    ...paragraph(t('brochure.how')),
    ...factsOf([
      [t('brochure.firm'), firm],
      [fields.contactName.label[language], contactName],
      [fields.contactPhone.label[language], contactPhone],
      [fields.contactEmail.label[language], contactEmail],
      [fields.contactAddress.label[language], contactAddress],
    ]),
    ...paragraph(t(layer === 'L0' ? 'brochure.notice.L0' : 'brochure.notice.nda', { on }), true),
  ]);
}

/** Whom to turn to stands on every page: it may be torn out and passed on. */
function turnTo(
  { contactName, contactPhone, contactEmail }: AchievementPackage,
  { t, firm }: OnePagerWording,
): readonly Block[] {
  const who = [firm, contactName, contactPhone ?? contactEmail].filter(Boolean).join(' ');
  return who === '' ? [] : paragraph(t('brochure.turnTo', { who }), true);
}

const captioned = (
  pictures: readonly Picture[],
  { title }: Sheet,
  { t }: OnePagerWording,
): readonly Block[] =>
  pictures.map((picture, index) => ({
    ...picture,
    // The name of a file could tell what its achievement does not.
    caption: t('brochure.picture', { title, number: index + 1 }),
  }));

/** Sheets one after another, with a page before each chapter that has a name. */
function sectionsOf(
  sheets: readonly Sheet[],
  pageOf: (sheet: Sheet, place: number) => Section,
  wording: OnePagerWording,
) {
  const pages = new Map<string, Section>();
  const chapters: Section[] = [];
  const sections: Section[] = [];
  let chapter = '';
  for (const [index, sheet] of sheets.entries()) {
    const { chapter: name = '' } = sheet.item;
    if (name !== '' && name !== chapter) {
      const number = chapters.length + 1;
      const rows = sheets.flatMap((one, at) =>
        one.item.chapter === name ? [[at + 1, one] as const] : [],
      );
      const heading = wording.t('brochure.chapter', { number, name });
      const first = chapterPage(heading, rows, wording);
      chapters.push(first);
      sections.push(first);
    }
    chapter = name;
    const own = pageOf(sheet, index + 1);
    pages.set(sheet.item.id, own);
    sections.push(own);
  }
  return { pages, chapters, sections };
}

/**
 * A package as a document (宣传册): contents, introduction, chapters, each achievement on a page of
 * its own as its layer shows it, and how to get in touch. Nothing that the layer does not show goes
 * in; whether such a value stands in a text all the same, `leaksIn` tells.
 * @param sheets in the order in which they are printed
 * @param pictures by the id of the item
 */
export function brochureOf(
  pkg: AchievementPackage,
  sheets: readonly Sheet[],
  pictures: ReadonlyMap<string, readonly Picture[]>,
  choice: BrochureChoice,
  wording: OnePagerWording,
): Brochure {
  const { t, language, firm } = wording;
  const { fields } = achievementPackage;
  const edition = t('brochure.edition', { number: choice.number });
  const contact = turnTo(pkg, wording);
  const { pages, chapters, sections } = sectionsOf(
    sheets,
    (sheet, place) =>
      page(`${place}. ${sheet.title}`, [
        ...sheet.blocks,
        ...captioned(pictures.get(sheet.item.id) ?? [], sheet, wording),
        ...contact,
      ]),
    wording,
  );
  const about = aboutOf(pkg, sheets.length, wording);
  const back = contactPage(pkg, choice, wording);
  const subtitle = [
    pkg.field && formatField(fields.field, pkg.field, language),
    pkg.region && formatField(fields.region, pkg.region, language),
    edition,
    choice.on,
  ];
  return {
    document: {
      language,
      orientation: 'portrait',
      firm,
      title: pkg.title,
      subtitle: subtitle.filter(Boolean).join(' · '),
      footer: `${pkg.title} · ${edition}`,
      watermark: '',
      contents: true,
      sections: [about, ...sections, back],
    },
    pages,
    common: [about, ...chapters, back],
  };
}

/** What each page and the rest say, by the achievement's id: two with the same text are the same version. */
export function textsByPage(
  { document, pages, common }: Brochure,
  sheets: readonly Sheet[],
): readonly { readonly name: string; readonly text: string }[] {
  const { title, firm } = document;
  const rows = sheets.map(({ item }) => {
    // The place of a page is told by the cover: a page moved is not a page changed.
    const blocks = pages.get(item.id)?.blocks.filter(({ type }) => type !== 'picture');
    return {
      name: item.achievementId,
      text: JSON.stringify([blocks, item.pictures ?? [], item.chapter ?? '']),
    };
  });
  const order = sheets.map(({ item }) => item.achievementId);
  return [
    { name: COVER, text: JSON.stringify([title, firm, common.slice(0, -1), order]) },
    ...rows,
  ];
}
