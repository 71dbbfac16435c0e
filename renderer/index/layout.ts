import { compactCode, foldForSearch } from '../../shared/core/text.ts';
import type { AnyEntity } from '../../shared/entities/entity.ts';
import type { Field } from '../../shared/entities/field.ts';
import { formatField } from '../../shared/entities/kinds.ts';

/** One line of a record's searched text. */
interface Line {
  readonly field: string;
  readonly description: Field;
  /** The line holds the codes written together, for finding them however they are typed. */
  readonly together: boolean;
}

/** How well a place says that a record is meant; smaller is better, 0 is not found. */
export const RANK = { prefix: 1, title: 2, code: 3, other: 4, pinyin: 5, worst: 5 } as const;

/**
 * The lines of a kind's searched text: the title, codes, names, the rest, and last the long texts
 * that the search box does not search but filters do. What is found first in a record is also its
 * best place. Choices are not among them: their few words are searched in the columns.
 */
export interface Layout {
  readonly lines: readonly Line[];
  /** Number of lines up to the end of each part. */
  readonly codes: number;
  readonly searched: number;
  /** Searched choices, found by their words in either language. */
  readonly choices: readonly string[];
  /** Fields that are found as pinyin: the title first, and names of people and units. */
  readonly spoken: readonly string[];
  /** Fields that refer to records by whose names these are found. */
  readonly refs: readonly { readonly field: string; readonly entity: string }[];
}

/** Up to this length a text is a number of a register or a contract, or a short name. */
const LONGEST_CODE = 60;
const LONGEST_NAME = 120;

const isChoice = ({ kind }: Field): boolean => kind === 'choice' || kind === 'choices';

const isCode = (field: Field): boolean =>
  ('format' in field && field.format !== 'email') ||
  (field.kind === 'text' && (field.max ?? LONGEST_NAME) <= LONGEST_CODE);

const isName = (field: Field): boolean =>
  field.kind === 'list' || (field.kind === 'text' && (field.max ?? LONGEST_NAME) <= LONGEST_NAME);

const layouts = new WeakMap<AnyEntity, Layout>();

function makeLayout(entity: AnyEntity): Layout {
  const all = Object.entries(entity.fields);
  const searched = all.filter(
    ([name, field]) => 'searched' in field && name !== entity.title && field.kind !== 'ref',
  );
  const toLine = ([field, description]: readonly [string, Field]): Line => ({
    field,
    description,
    together: false,
  });
  const title = all.filter(([name]) => name === entity.title).map(toLine);
  const codes = searched
    .filter(([, field]) => isCode(field))
    .map(toLine)
    .flatMap((line) => [line, { ...line, together: true }]);
  const names = searched.filter(([, field]) => !isCode(field) && isName(field)).map(toLine);
  const others = searched
    .filter(([, field]) => !isCode(field) && !isName(field) && !isChoice(field))
    .map(toLine);
  const hidden = all
    .filter(([name, { kind, searched }]) => kind === 'note' && !searched && name !== entity.title)
    .map(toLine);
  return {
    lines: [...title, ...codes, ...names, ...others, ...hidden],
    codes: title.length + codes.length,
    searched: title.length + codes.length + names.length + others.length,
    choices: searched.filter(([, field]) => isChoice(field)).map(([name]) => name),
    spoken: [...title, ...names].map(({ field }) => field),
    refs: all.flatMap(([field, description]) =>
      description.kind === 'ref' && 'searched' in description
        ? [{ field, entity: description.entity }]
        : [],
    ),
  };
}

export function layoutOf(entity: AnyEntity): Layout {
  let layout = layouts.get(entity);
  if (!layout) {
    layout = makeLayout(entity);
    layouts.set(entity, layout);
  }
  return layout;
}

/** The texts under which a value is found: a choice by its word in either language. */
export function wordings(field: Field, value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  switch (field.kind) {
    case 'text':
    case 'note':
      return [String(value)];
    case 'list':
      return Array.isArray(value) ? value.map(String) : [];
    case 'choice': {
      const option = field.options[String(value)];
      return option ? [option.zh, option.en] : [String(value)];
    }
    case 'choices':
      return (Array.isArray(value) ? value : []).flatMap((code) => {
        const option = field.options[String(code)];
        return option ? [option.zh, option.en] : [String(code)];
      });
    default:
      return [formatField(field, value, 'zh'), formatField(field, value, 'en')];
  }
}

/**
 * The text of a line for a value of its field; a code on its own line again, written together,
 * unless it is so already.
 */
export function lineText({ description, together }: Line, value: unknown): string {
  if (value === undefined) return '';
  const folded = wordings(description, value).map(foldForSearch);
  const text = folded.join(' ');
  if (!together) return text;
  const compact = folded.map(compactCode).join(' ');
  return compact === text ? '' : compact;
}
