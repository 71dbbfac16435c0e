import type { Printed } from '../../contract/printed.ts';
import type { Kind } from '../../entities/field.ts';
import {
  type Check,
  findLeaks,
  type GuardLine,
  isOfEvaluation,
  type Leak,
  publishGuard,
  textsIn,
} from '../publishing/index.ts';
import { type Brochure, type BrochureChoice, choiceOf, type Sheet } from './brochure.ts';
import { barely, type Secret } from './secrets.ts';

/** What is missing for a good page; it keeps nobody from printing. */
export type Lack = 'text' | 'picture';

/** What speaks against an achievement in a brochure. */
export interface ItemCheck {
  readonly sheet: Sheet;
  /** What the publish guard found, without what is in order. */
  readonly lines: readonly GuardLine[];
  /** Guarded values of other achievements on its page. */
  readonly foreign: readonly Leak[];
  readonly lacks: readonly Lack[];
  /** It cannot go in as it is. */
  readonly isBlocked: boolean;
}

/** A part of a brochure to be searched, with its headings. */
const partOf = (document: Printed, sections: readonly Printed['sections'][number][]): Printed => ({
  ...document,
  sections: sections.map((section) => ({
    ...section,
    blocks: [{ type: 'paragraph', text: section.heading, muted: false }, ...section.blocks],
  })),
});

const withoutCover = (document: Printed): Printed => ({
  ...document,
  ...{ title: '', subtitle: '', firm: '', footer: '', watermark: '' },
});

/**
 * Names that could stand anywhere and mean this achievement: a figure or a choice means any, and so
 * does what evidence is called (中试报告).
 */
const NAMING: readonly Kind[] = ['text', 'note', 'list', 'ref'];
/** What stands at the front is free text, but its field and region are the package's own. */
const CHOSEN: readonly Kind[] = ['choice', 'choices'];

/** A text to search, with what it holds folded: to see at once that a value is not in it. */
interface Place {
  readonly document: Printed;
  readonly bare: string;
}

const placeOf = (document: Printed): Place => ({
  document,
  bare: textsIn(document).map(barely).join('\n'),
});

const leaksAt = ({ document, bare }: Place, secrets: readonly Secret[]): readonly Leak[] => {
  const near = secrets.filter((one) => bare.includes(one.bare));
  return near.length === 0 ? [] : findLeaks(document, near);
};

/** The questions that a brochure is asked; each takes milliseconds. */
export interface BrochureSearch {
  /** What stands against one achievement; null when it has no page. */
  readonly check: (sheet: Sheet) => ItemCheck | null;
  /** Guarded values of any achievement in what belongs to none. */
  readonly common: () => readonly Leak[];
}

/**
 * Searches a brochure for what its layer does not show. On its own page nothing guarded of an
 * achievement may stand. Elsewhere, what would name it: not what another achievement says of itself,
 * nor figures and choices, which mean any.
 * @param sheets of all achievements of the package, those left out, too: they are as secret
 */
export function searchBrochure(
  { document, pages, common }: Brochure,
  sheets: readonly Sheet[],
  choice: BrochureChoice,
): BrochureSearch {
  // What one shows of itself is no secret here because another may not show the same.
  const isSaidByOther = ({ bare }: Secret, owner: Sheet): boolean =>
    sheets.some((one) => one !== owner && one.said.includes(bare));
  const foreignAt = (
    place: Place,
    owners: readonly Sheet[],
    isWanted: (secret: Secret) => boolean,
  ): readonly Leak[] =>
    owners.flatMap((owner) =>
      leaksAt(
        place,
        owner.secrets.filter(
          (secret) =>
            isWanted(secret) && place.bare.includes(secret.bare) && !isSaidByOther(secret, owner),
        ),
      ),
    );
  return {
    check: (sheet) => {
      const section = pages.get(sheet.item.id);
      if (!section) return null;
      const place = placeOf(withoutCover(partOf(document, [section])));
      const leaks = leaksAt(place, sheet.secrets);
      const made = { ...sheet.made, document: place.document };
      const guard = publishGuard(sheet.source, sheet.around, choiceOf(choice), made, leaks);
      const lines = guard.filter(({ check, verdict }) => verdict !== 'ok' && check !== 'nda');
      const others = sheets.filter(({ item }) => item.id !== sheet.item.id);
      // What is its own secret, too, is said once.
      const isOwn = ({ bare }: Secret) => sheet.secrets.some((own) => own.bare === bare);
      const foreign = foreignAt(
        place,
        others,
        (secret) => NAMING.includes(secret.kind) && !isOfEvaluation(secret) && !isOwn(secret),
      );
      return {
        ...{ sheet, lines, foreign, lacks: lacksOf(sheet) },
        isBlocked: foreign.length > 0 || lines.some(({ verdict }) => verdict === 'block'),
      };
    },
    common: () =>
      foreignAt(placeOf(partOf(document, common)), sheets, ({ kind }) => !CHOSEN.includes(kind)),
  };
}

function lacksOf({ made, item }: Sheet): readonly Lack[] {
  const hasText = made.told.some(({ name }) => name === 'summary' || name === 'teaser');
  return [
    ...(hasText ? [] : (['text'] as const)),
    ...((item.pictures ?? []).length > 0 ? [] : (['picture'] as const)),
  ];
}

/** The achievements that a warning of each kind concerns: each kind wants one reason. */
export function warningsIn(checks: readonly ItemCheck[]): ReadonlyMap<Check, readonly ItemCheck[]> {
  const warned = checks.flatMap((one) =>
    one.lines.flatMap(({ check, verdict }) => (verdict === 'warn' ? [{ check, one }] : [])),
  );
  return new Map(
    [...Map.groupBy(warned, ({ check }) => check)].map(([check, list]) => [
      check,
      list.map(({ one }) => one),
    ]),
  );
}
