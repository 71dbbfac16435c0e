import type { MoneyUnit } from '../core/money.ts';
import { halfWidth, tidy } from '../core/text.ts';
import type { AnyEntity } from '../entities/entity.ts';
import type { Field } from '../entities/field.ts';

/** Where a column's cells go: a field of the record, or of a part that comes along with it. */
export interface Target {
  readonly entity: string;
  readonly field: string;
}

/** What a sheet is about: a kind of record, with the parts that its rows may carry. */
export interface Subject {
  readonly entity: AnyEntity;
  readonly parts: readonly AnyEntity[];
}

export const sameTarget = (left: Target, right: Target): boolean =>
  left.entity === right.entity && left.field === right.field;

export const entitiesOf = ({ entity, parts }: Subject): readonly AnyEntity[] => [entity, ...parts];

/** What commands alone set does not stand in spreadsheets; links do where a header says their names. */
const canBeImported = (field: Field): boolean =>
  field.section !== undefined && (field.kind !== 'ref' || field.headers !== undefined);

/** The targets that a sheet about the subject may fill, in the order of the forms. */
export const targetsOf = (subject: Subject): readonly Target[] =>
  entitiesOf(subject).flatMap((entity) =>
    Object.entries(entity.fields)
      .filter(([, field]) => canBeImported(field))
      .map(([field]) => ({ entity: entity.name, field })),
  );

/** The field that a target names, with the entity that it belongs to. */
export function fieldAt(subject: Subject, target: Target): Field | undefined {
  const entity = entitiesOf(subject).find(({ name }) => name === target.entity);
  return entity?.fields[target.field];
}

const inBrackets = /\([^)]*\)|\[[^\]]*\]|【[^】]*】/g;

/** A header whole: blanks, marks, width and case make no difference. */
const wholeKey = (text: string): string =>
  halfWidth(tidy(text))
    .toLowerCase()
    .replace(/[\s*:_“”"'']/g, '');

/** A header as it is compared: what stands in brackets makes no difference either. */
export function headerKey(text: string): string {
  const whole = wholeKey(text);
  return whole.replace(inBrackets, '') || whole;
}

/** The unit of amounts that a header or a line above it states, such as （万元） or 单位：元. */
export function statedUnit(text: string): MoneyUnit | null {
  const plain = halfWidth(tidy(text)).replaceAll(' ', '');
  if (/(?:[([【/:]|单位)(?:为|:)?(?:人民币)?万元|万元[)\]】]?$/.test(plain)) return 'wanyuan';
  if (/(?:[([【/:]|单位)(?:为|:)?(?:人民币)?元(?:[)\]】]|$)/.test(plain)) return 'yuan';
  return null;
}

/** Every header under which spreadsheets carry the fields of a subject. */
export type HeaderWords = ReadonlyMap<string, Target>;

export function headerWords(subject: Subject): HeaderWords {
  const words = new Map<string, Target>();
  const learn = (text: string, target: Target) => {
    for (const key of [headerKey(text), wholeKey(text)])
      if (key !== '' && !words.has(key)) words.set(key, target);
  };
  for (const entity of entitiesOf(subject)) {
    for (const [name, field] of Object.entries(entity.fields)) {
      if (!canBeImported(field)) continue;
      const target = { entity: entity.name, field: name };
      const spoken = [field.label.zh, field.label.en, ...(field.headers ?? [])];
      for (const word of spoken) learn(word, target);
      if (!entity.partOf) continue;
      // A part's column often says whose it is: 联系人电话.
      for (const word of spoken) learn(`${entity.label.zh}${word}`, target);
    }
  }
  return words;
}

/** The field whose own word a header is; brackets count where they tell fields apart. */
export const fieldNamed = (words: HeaderWords, text: string): Target | undefined =>
  words.get(wholeKey(text)) ?? words.get(headerKey(text));

export interface HeaderMatch {
  readonly target: Target;
  /** Whether the header is the field's own word, or only has it at one end. */
  readonly exact: boolean;
}

/** The part of a header that a field's word must fill to be taken for it. */
const LEAST_SHARE = 0.5;

/** The field that a header names. `group` is the header that spans several columns above it. */
export function matchHeader(words: HeaderWords, text: string, group = ''): HeaderMatch | null {
  const key = headerKey(text);
  if (key === '') return null;
  const exact = (group && words.get(headerKey(group) + key)) || fieldNamed(words, text);
  if (exact) return { target: exact, exact: true };
  let best: { readonly target: Target; readonly length: number } | null = null;
  for (const [word, target] of words) {
    if (word.length < 2 || word.length <= key.length * LEAST_SHARE) continue;
    const atEnd = key.endsWith(word);
    if (!atEnd && !key.startsWith(word)) continue;
    const rest = atEnd ? key.slice(0, -word.length) : key.slice(word.length);
    // 联系人单位 is neither the person nor the unit that it is made of.
    if (!words.has(rest) && word.length > (best?.length ?? 0))
      best = { target, length: word.length };
  }
  return best && { target: best.target, exact: false };
}
