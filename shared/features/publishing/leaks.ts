import type { Block, Printed } from '../../contract/printed.ts';
import type { Bilingual } from '../../core/language.ts';
import { fenToDecimal, formatWan, formatYuan, type Price } from '../../core/money.ts';
import { foldWithPlaces } from '../../core/text.ts';
import type { Field, Kind } from '../../entities/field.ts';
import { formatField } from '../../entities/kinds.ts';
import type { Layer } from './entity.ts';
import { evaluatedValues } from './evaluated.ts';
import { type Source, type Value, valuesOf } from './source.ts';

/** A value that may not be told in a layer, in one of the ways in which it could be written. */
export interface Guarded {
  readonly entity: string;
  readonly name: string;
  readonly label: Bilingual;
  readonly kind: Kind;
  readonly text: string;
}

/** A guarded value found in a document. */
export interface Leak {
  readonly guarded: Guarded;
  /** The words around it. */
  readonly passage: string;
}

/** Shorter pieces of a long text say too little by themselves to be known again. */
const SENTENCE_HAN = 6;
const SENTENCE = 12;
const HAN = /\p{Script=Han}/u;
/** Two Chinese characters are a name; fewer than four letters or digits are anything. */
const SHORTEST_HAN = 2;
const SHORTEST = 4;

/** Letters and digits alone, folded, each with the place that it came from. */
function compact(text: string): { readonly chars: string; readonly places: readonly number[] } {
  const { folded, places } = foldWithPlaces(text);
  let chars = '';
  const kept: number[] = [];
  for (let unit = 0; unit < folded.length; unit += 1) {
    const char = folded.charAt(unit);
    if (/[\s\p{P}\p{S}]/u.test(char)) continue;
    chars += char;
    kept.push(places[unit] ?? 0);
  }
  return { chars, places: kept };
}

const isTelling = (chars: string): boolean =>
  chars.length >= (HAN.test(chars) ? SHORTEST_HAN : SHORTEST);

/** A long text is known again by its sentences; one that has none, by all of it. */
function sentencesOf(text: string): readonly string[] {
  const parts = text.split(/[。！？；，、!?;,\n]|\.\s/);
  const telling = parts.filter((part) => {
    const { chars } = compact(part);
    return chars.length >= (HAN.test(chars) ? SENTENCE_HAN : SENTENCE);
  });
  return [text, ...telling];
}

function dateForms(date: string): readonly string[] {
  const [year = '', month = '', day = ''] = date.split('-');
  return [
    date,
    `${year}年${Number(month)}月${Number(day)}日`,
    `${year}-${Number(month)}-${Number(day)}`,
  ];
}

function amountForms(fen: number): readonly string[] {
  const plain = fenToDecimal(fen).replace(/\.00$/, '');
  const wan = formatWan(fen).replace(/\.?0+$/, '');
  return [formatYuan(fen), plain, `${wan}万`, `${plain}元`];
}

const priceForms = (price: Price): readonly string[] =>
  price.kind === 'amount'
    ? amountForms(price.fen)
    : price.kind === 'range'
      ? [...amountForms(price.fromFen), ...amountForms(price.toFen)]
      : [];

/** The ways in which a value may stand in a text. */
function formsOf(field: Field, value: unknown, names: Source['names']): readonly string[] {
  switch (field.kind) {
    case 'note':
      return sentencesOf(String(value));
    case 'list':
      return Array.isArray(value) ? value.map(String) : [];
    case 'choice':
    case 'choices':
      return [value].flat().flatMap((code) => {
        const option = field.options[String(code)];
        // "Other" and "none" say nothing.
        const isTold = option && !['other', 'none', 'yes', 'no'].includes(String(code));
        return isTold ? [option.zh, option.en] : [];
      });
    case 'date':
      return dateForms(String(value));
    case 'money':
      return amountForms(Number(value));
    case 'integer':
      // Too short to be known by itself, a figure is known beside its name.
      return [
        String(value),
        `${field.label.zh}${value}`,
        `${field.label.zh}为${value}`,
        `${field.label.en} ${value}`,
      ];
    case 'price':
      // The table of prices is what their field holds.
      return priceForms(value as Price);
    case 'ref': {
      const name = names[String(value)];
      return name === undefined ? [] : [name];
    }
    default:
      return [formatField(field, value, 'zh')];
  }
}

const guardedOf = ({ entity, name, field, value }: Value, names: Source['names']): Guarded[] =>
  formsOf(field, value, names).map((text) => ({
    entity: entity.name,
    name,
    label: field.label,
    kind: field.kind,
    text,
  }));

/** Its own day stands in every document. */
const isSecret = ({ isShown, field, name, value }: Value, { today }: Source): boolean =>
  !isShown && !field.hidden && name !== 'secrecy' && !(field.kind === 'date' && value === today);

/** What a layer shows, form by form; in a long text no value stands for itself. */
const toldBy = (values: readonly Value[], names: Source['names']): ReadonlySet<string> =>
  new Set(
    values
      .filter(({ isShown, field }) => isShown && field.kind !== 'note')
      .flatMap(({ field, value }) => formsOf(field, value, names))
      .map((text) => compact(text).chars),
  );

/**
 * All values that a layer does not show, evaluations and price aids among them. What is too short to
 * be told from any other word is not, nor what the achievement itself shows there: the unit that
 * a person works at, an asking price that was taken from a price aid. Personal data always is.
 */
export function guardedValues(source: Source, layer: Layer): readonly Guarded[] {
  const own = valuesOf(source, layer);
  const told = toldBy(own, source.names);
  return [...own, ...evaluatedValues(source, layer)]
    .filter((one) => isSecret(one, source))
    .flatMap((one) =>
      guardedOf(one, source.names).filter(({ text }) => {
        const { chars } = compact(text);
        return isTelling(chars) && (one.field.personal || !told.has(chars));
      }),
    );
}

/** The words of a block that come from records; names of facts and columns are those of descriptions. */
function textsOf(block: Block): readonly string[] {
  switch (block.type) {
    case 'paragraph':
      return [block.text];
    case 'facts':
      return block.facts.map(({ value }) => value);
    case 'table':
      return [...block.rows.flat(), ...(block.totals ?? [])];
    case 'signatures':
      return block.names;
    case 'picture':
      return [block.caption];
  }
}

/** Every text of a document that could say something of a record. */
export const textsIn = (document: Printed): readonly string[] => [
  document.title,
  document.subtitle,
  document.firm,
  document.footer,
  document.watermark,
  ...document.sections.flatMap(({ blocks }) => blocks.flatMap(textsOf)),
];

const isAlone = (char: string | undefined): boolean => char === undefined || !/[a-z0-9]/.test(char);

/** From so many letters and digits on, a code is known again inside a longer one: ZL before a number. */
const CODE = 8;

/** Where a guarded text stands in another, or -1. Short letters and digits are found as words of their own. */
function foundAt({ chars, places }: ReturnType<typeof compact>, wanted: string): number {
  for (let at = chars.indexOf(wanted); at >= 0; at = chars.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    const isJoined = (one: number, other: number) =>
      (places[other] ?? 0) - (places[one] ?? 0) === 1 &&
      !isAlone(chars[one]) &&
      !isAlone(chars[other]);
    if (wanted.length >= CODE) return at;
    if (!isJoined(at - 1, at) && !isJoined(end - 1, end)) return at;
  }
  return -1;
}

/** So much is shown on either side of what was found. */
const AROUND = 12;

/**
 * The guarded values that stand in a document, each once, with the passage. Width, case, blanks and
 * marks between the characters make no difference.
 */
export function findLeaks(document: Printed, guarded: readonly Guarded[]): readonly Leak[] {
  const texts = textsIn(document).map((text) => ({ text, ...compact(text) }));
  const found = new Map<string, Leak>();
  for (const one of guarded) {
    const key = `${one.entity} ${one.name}`;
    const wanted = compact(one.text).chars;
    for (const { text, chars, places } of texts) {
      const at = foundAt({ chars, places }, wanted);
      if (at < 0 || found.has(key)) continue;
      const from = Math.max(0, (places[at] ?? 0) - AROUND);
      const to = (places[at + wanted.length - 1] ?? 0) + 1 + AROUND;
      const passage = text.slice(from, to).trim();
      found.set(key, { guarded: one, passage });
    }
  }
  return [...found.values()];
}
