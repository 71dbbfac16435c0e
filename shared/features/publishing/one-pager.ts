import type { Block, Printed } from '../../contract/printed.ts';
import type { CivilDate } from '../../core/dates.ts';
import type { Language } from '../../core/language.ts';
import type { Translate } from '../../core/messages.ts';
import { fieldOf } from '../../entities/entity.ts';
import type { Field } from '../../entities/field.ts';
import { formatField } from '../../entities/kinds.ts';
import { achievementPerson } from '../achievements/index.ts';
import { type IpRight, ipRight } from '../ip-rights/index.ts';
import type { Layer } from './entity.ts';
import {
  type PartValues,
  peopleValues,
  rightValues,
  type Source,
  unitValues,
  valuesOf,
} from './source.ts';

/** For whom, and what of the achievement. */
export interface Choice {
  readonly recipient: string;
  readonly layer: Layer;
  /** Names of fields, in the order in which they are shown. */
  readonly pieces: readonly string[];
  readonly number: string;
  readonly on: CivilDate;
  /** Both '' where none is needed. */
  readonly ndaNo: string;
  readonly ndaOn: CivilDate | '';
}

/** What a one-pager is worded with. */
export interface OnePagerWording {
  readonly language: Language;
  readonly t: Translate;
  /** The firm that hands it out; '' where it is not to be named. */
  readonly firm: string;
}

/** One thing that is told: a short fact, or a passage or table of its own. */
type Told =
  | { readonly type: 'fact'; readonly name: string; readonly label: string; readonly value: string }
  | {
      readonly type: 'block';
      readonly name: string;
      readonly label: string;
      readonly block: Block;
    };

export interface OnePager {
  readonly document: Printed;
  /** What of the document tells of the achievement: all but its notice and signature. */
  readonly sections: Printed['sections'];
  /** What of the achievement it tells, by field: two with the same are the same version. */
  readonly told: readonly { readonly name: string; readonly text: string }[];
}

/** Fields that a one-pager begins with; those that a layer does not show are passed over. */
const ORDER = [
  'teaser',
  'field',
  'industry',
  'keywords',
  'maturity',
  'trl',
  'level',
  'applicationState',
  'summary',
  'benefit',
  'modes',
  'price',
  'region',
  'units',
  'leader',
  'patents',
] as const;
const notInTeaser: readonly string[] = ['summary', 'benefit', 'price', 'leader'];

/** What a one-pager of a layer shows unless chosen otherwise. A teaser text stands for the summary. */
export const defaultPieces = (layer: Layer): readonly string[] =>
  ORDER.filter((name) => (layer === 'L0' ? !notInTeaser.includes(name) : name !== 'teaser'));

/** What says nothing to a recipient: how the desk files it. The title heads every one-pager. */
const filing: readonly string[] = ['title', 'secrecy', 'tags'];

/** The fields that can be chosen, in the order of the form. */
export const offeredPieces = ({
  entity,
  record,
  units,
  people,
  rights,
}: Source): readonly string[] => {
  const own: Readonly<Record<string, unknown>> = record;
  const parts: Readonly<Record<string, number>> = {
    units: units.length,
    leader: people.length,
    patents: rights.length,
  };
  return Object.entries(entity.fields)
    .filter(
      ([name, { section }]) =>
        section !== undefined &&
        !filing.includes(name) &&
        (own[name] !== undefined || (parts[name] ?? 0) > 0),
    )
    .map(([name]) => name);
};

/** So much of a recipient's name fits a watermark. */
const LONGEST_MARK = 120;

const isIn = (values: readonly { readonly name: string }[], name: string): boolean =>
  values.some((one) => one.name === name);

function fieldText(
  field: Field,
  value: unknown,
  { language, t }: OnePagerWording,
  names: Source['names'],
): string {
  if (field.kind === 'ref') return names[String(value)] ?? '';
  const text = formatField(field, value, language);
  const isAmount = field.kind === 'money' || (field.kind === 'price' && /\d/.test(text));
  return isAmount ? t('onePager.yuan', { amount: text }) : text;
}

/** The texts of those parts whose named field is shown. */
const shownTexts = <P>(
  parts: readonly PartValues<P>[],
  name: string,
  wording: OnePagerWording,
): readonly string[] =>
  parts.flatMap(({ values }) =>
    values
      .filter((one) => one.name === name && one.isShown)
      .map(({ field, value }) => fieldText(field, value, wording, {})),
  );

const joined = (texts: readonly string[], { language }: OnePagerWording): string =>
  [...new Set(texts)].join(language === 'zh' ? '、' : ', ');

/** A table of the parts that show something, with the columns that any of them shows. */
function tableOf<P>(
  parts: readonly PartValues<P>[],
  fields: Readonly<Record<string, Field>>,
  columns: readonly string[],
  wording: OnePagerWording,
): Block | null {
  const rows = parts
    .map(({ values }) => values.filter(({ isShown, name }) => isShown && columns.includes(name)))
    // A kind or a state alone names nothing.
    .filter((values) => isIn(values, columns[0] ?? ''));
  const used = columns.filter((name) => rows.some((values) => isIn(values, name)));
  if (rows.length === 0) return null;
  return {
    type: 'table',
    columns: used.map((name) => ({
      title: fields[name]?.label[wording.language] ?? '',
      align: 'start',
      share: name === columns[0] ? 2 : 1,
    })),
    rows: rows.map((values) =>
      used.map((name) => {
        const one = values.find((other) => other.name === name);
        return one ? fieldText(one.field, one.value, wording, {}) : '';
      }),
    ),
    totals: null,
  };
}

/** How many rights of each kind are in force, where they may not be named. Secret ones are not counted. */
function countedRights(rights: readonly IpRight[], wording: OnePagerWording): string {
  const known = rights.filter(
    ({ secrecy = 'public', status, kind }) =>
      secrecy === 'public' && status === 'granted' && kind !== undefined,
  );
  const byKind = Map.groupBy(known, ({ kind }) => kind);
  const texts = [...byKind].map(([kind, { length }]) =>
    wording.t('onePager.counted', {
      kind: formatField(ipRight.fields.kind, kind, wording.language),
      count: length,
    }),
  );
  return joined(texts, wording);
}

/** The pieces that stand for lists of parts; null where the achievement's own field has to say it. */
function partsTold(
  source: Source,
  name: string,
  layer: Layer,
  wording: OnePagerWording,
): Block | string | null {
  switch (name) {
    case 'units': {
      const parts = unitValues(source, layer);
      const names = shownTexts(parts, 'name', wording);
      if (names.length > 0) return joined(names, wording);
      return isIn(shownOwn(source, layer), 'units')
        ? null
        : joined(shownTexts(parts, 'nature', wording), wording);
    }
    case 'leader': {
      const columns = ['name', 'jobTitle', 'degree', 'unit'];
      return tableOf(peopleValues(source, layer), achievementPerson.fields, columns, wording);
    }
    case 'patents': {
      const columns = ['title', 'kind', 'applicationNo', 'status'];
      const table = tableOf(rightValues(source, layer), ipRight.fields, columns, wording);
      const counted = isIn(shownOwn(source, layer), 'patents')
        ? ''
        : countedRights(source.rights, wording);
      return table ?? (counted || null);
    }
    default:
      return null;
  }
}

const shownOwn = (source: Source, layer: Layer) =>
  valuesOf(source, layer).filter((one) => one.isShown && one.entity === source.entity);

function toldOf(source: Source, name: string, layer: Layer, wording: OnePagerWording): Told | null {
  const field = fieldOf(source.entity, name);
  if (!field) return null;
  const label = field.label[wording.language];
  const parts = partsTold(source, name, layer, wording);
  if (typeof parts === 'object' && parts !== null)
    return { type: 'block', name, label, block: parts };
  if (parts) return { type: 'fact', name, label, value: parts };
  const own = shownOwn(source, layer).find((one) => one.name === name);
  if (!own) return null;
  const text = fieldText(field, own.value, wording, source.names);
  return field.kind === 'note'
    ? { type: 'block', name, label, block: { type: 'paragraph', text, muted: false } }
    : { type: 'fact', name, label, value: text };
}

/** Whether a field has anything to tell in a layer: itself, or something more general in its place. */
export const canTell = (
  source: Source,
  name: string,
  layer: Layer,
  wording: OnePagerWording,
): boolean => toldOf(source, name, layer, wording) !== null;

/** Facts that stand together make one block; passages and tables have a heading of their own. */
function sectionsOf(told: readonly Told[]): Printed['sections'] {
  const sections: { heading: string; startsPage: boolean; blocks: Block[] }[] = [];
  let facts: { name: string; value: string }[] | null = null;
  for (const one of told) {
    if (one.type === 'block') {
      facts = null;
      sections.push({ heading: one.label, startsPage: false, blocks: [one.block] });
      continue;
    }
    if (facts === null) {
      facts = [];
      const block: Block = { type: 'facts', columns: 2, facts };
      sections.push({ heading: '', startsPage: false, blocks: [block] });
    }
    facts.push({ name: one.label, value: one.value });
  }
  return sections;
}

/** What heads it: the title where that may be shown, else what it is about. */
function headOf(source: Source, layer: Layer, wording: OnePagerWording): string {
  const shown = shownOwn(source, layer);
  const text = (name: string) => {
    const one = shown.find((other) => other.name === name);
    return one && fieldText(one.field, one.value, wording, source.names);
  };
  const field = text('field');
  return (
    text('title') ??
    (field === undefined
      ? wording.t('onePager.untitled')
      : wording.t('onePager.untitledIn', { field }))
  );
}

/** Stands where a number or date is not entered yet: nothing goes out before. */
const OPEN = '____';

function noticeOf({ layer, ndaNo, ndaOn }: Choice, { t }: OnePagerWording): string {
  if (layer === 'L0') return t('onePager.notice.L0');
  return t('onePager.notice.nda', { no: ndaNo || OPEN, on: ndaOn || OPEN });
}

/**
 * What one recipient may read of an achievement, as a document. Nothing that their layer does not
 * show is in it; whether such a value stands inside one that is shown, `findLeaks` tells.
 */
export function onePager(source: Source, choice: Choice, wording: OnePagerWording): OnePager {
  const { language, t, firm } = wording;
  const { layer, recipient, number, on } = choice;
  const told = choice.pieces.flatMap((name) => toldOf(source, name, layer, wording) ?? []);
  const notice = { type: 'paragraph', text: noticeOf(choice, wording), muted: true } as const;
  const signed = { type: 'paragraph', text: t('onePager.signed', { firm }), muted: true } as const;
  const title = headOf(source, layer, wording);
  const sections = sectionsOf(told);
  const document: Printed = {
    language,
    orientation: 'portrait',
    firm,
    title,
    subtitle: t('onePager.for', { recipient }),
    footer: `${number} · ${on}`,
    watermark: `${recipient.slice(0, LONGEST_MARK)} ${on} ${number}`.trim(),
    contents: false,
    sections: [
      ...sections,
      {
        heading: '',
        startsPage: false,
        blocks: firm === '' ? [notice] : [signed, notice],
      },
    ],
  };
  return {
    document,
    sections,
    told: [
      { name: 'title', text: title },
      ...told.map((one) => ({
        name: one.name,
        text: one.type === 'fact' ? one.value : JSON.stringify(one.block),
      })),
    ],
  };
}
