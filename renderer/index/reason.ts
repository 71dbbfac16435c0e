import type { StoredRecord } from '../../shared/commits/index.ts';
import type { Language } from '../../shared/core/language.ts';
import { compactCode, foldWithPlaces } from '../../shared/core/text.ts';
import { type AnyEntity, fieldOf, titleOf } from '../../shared/entities/entity.ts';
import { formatField } from '../../shared/entities/kinds.ts';
import { layoutOf, wordings } from './layout.ts';
import { pinyinMatcher } from './pinyin.ts';
import type { Reason } from './query.ts';
import { type Term, termsOf } from './terms.ts';

type Mark = readonly [number, number];

/** A text of the record in which words may stand, with its folded form and the way back. */
interface Place {
  readonly field: string;
  readonly text: string;
  readonly folded: string;
  readonly places: readonly number[];
  readonly asPinyin: boolean;
}

/** So much of a long text is shown before and behind what was found, in UTF-16 units. */
const BEFORE = 16;
const AROUND = 72;

const toPlace = (field: string, text: string, asPinyin: boolean): Place => ({
  field,
  text,
  ...foldWithPlaces(text),
  asPinyin,
});

/** The texts in which a record is searched, the most telling first. */
function placesOf(
  entity: AnyEntity,
  record: StoredRecord,
  nameIn: (entity: string, id: string) => string,
  language: Language,
): readonly Place[] {
  const { lines, spoken, searched, choices, refs } = layoutOf(entity);
  const written = lines.slice(0, searched).filter(({ together }) => !together);
  const own = [...written.map(({ field }) => field), ...choices].flatMap((field) => {
    const value = record[field];
    const description = fieldOf(entity, field);
    if (value === undefined || !description) return [];
    const shown = toPlace(field, formatField(description, value, language), spoken.includes(field));
    // A choice may have been found by its word in the other language.
    const others = wordings(description, value).filter((text) => !shown.text.includes(text));
    return [shown, ...others.map((text) => toPlace(field, text, false))];
  });
  const referred = refs.map(({ field, entity: kind }) =>
    toPlace(field, nameIn(kind, String(record[field] ?? '')), true),
  );
  return [...own, ...referred];
}

/** Back from folded units to those of the text. */
function toMark({ places }: Place, start: number, end: number): Mark {
  const from = places[start] ?? 0;
  // The unit before the end may have been folded from several, such as a letter with its accent.
  const last = places[end - 1] ?? from;
  const to = places.slice(end).find((place) => place > last) ?? places.at(-1) ?? last + 1;
  return [from, to];
}

/** Where a code stands in a text, whatever people put between its parts. */
function findCode(place: Place, code: string): Mark | null {
  const kept: number[] = [];
  let compact = '';
  for (let at = 0; at < place.folded.length; at += 1) {
    const unit = compactCode(place.folded.charAt(at));
    if (unit !== '') kept.push(at);
    compact += unit;
  }
  const at = compact.indexOf(code);
  if (at < 0) return null;
  return toMark(place, kept[at] ?? 0, (kept[at + code.length - 1] ?? 0) + 1);
}

function findWord(places: readonly Place[], word: string): readonly [Place, Mark] | null {
  for (const place of places) {
    const at = place.folded.indexOf(word);
    if (at >= 0) return [place, toMark(place, at, at + word.length)];
  }
  const matches = pinyinMatcher(word);
  if (!matches) return null;
  for (const place of places) {
    const found = place.asPinyin && matches(place.folded);
    if (found) return [place, toMark(place, ...found)];
  }
  return null;
}

function findTerm(places: readonly Place[], { words, code }: Term) {
  const found = words.map((word) => findWord(places, word));
  if (code === null || !found.includes(null)) return found;
  for (const place of places) {
    const mark = findCode(place, code);
    if (mark) return [[place, mark] as const];
  }
  return found;
}

/** Marks in order, those that touch as one. */
function joined(marks: readonly Mark[]): readonly Mark[] {
  const all: Mark[] = [];
  for (const mark of marks.toSorted((left, right) => left[0] - right[0])) {
    const last = all.at(-1);
    if (last && mark[0] <= last[1]) all[all.length - 1] = [last[0], Math.max(last[1], mark[1])];
    else all.push(mark);
  }
  return all;
}

/** A long text is cut to what is around the first mark. */
function cut(field: string, text: string, marks: readonly Mark[]): Reason {
  const start = Math.max(0, (marks[0]?.[0] ?? 0) - BEFORE);
  const end = start + AROUND;
  const from = text.length <= AROUND ? 0 : start;
  const shown = text.length <= AROUND ? text : text.slice(start, end);
  const head = from > 0 ? '…' : '';
  const tail = from + shown.length < text.length ? '…' : '';
  return {
    field,
    text: `${head}${shown.replace(/\s/g, ' ')}${tail}`,
    marks: marks
      .filter(([, to]) => to - from <= shown.length)
      .map(([mark, to]) => [mark - from + head.length, to - from + head.length]),
  };
}

/** Why a record fits a search: its title always, marked or not, then each other text with a word in it. */
export function reasonsOf(
  entity: AnyEntity,
  record: StoredRecord,
  text: string,
  nameIn: (entity: string, id: string) => string,
  language: Language,
): readonly Reason[] {
  const places = placesOf(entity, record, nameIn, language);
  const found = termsOf(text)
    .flatMap((term) => findTerm(places, term))
    .filter((one) => one !== null);
  const byPlace = Map.groupBy(found, ([place]) => place);
  const reasons = [...byPlace].map(([place, marks]) =>
    cut(place.field, place.text, joined(marks.map(([, mark]) => mark))),
  );
  const title = reasons.find(({ field }) => field === entity.title);
  return [
    title ?? { field: entity.title, text: titleOf(entity, record), marks: [] },
    ...reasons.filter((reason) => reason !== title && fieldOf(entity, reason.field)),
  ];
}

/** Where the words of a search stand in one text as it is shown. */
export function marksIn(text: string, terms: readonly Term[], asPinyin: boolean): Reason['marks'] {
  const place = [toPlace('', text, asPinyin)];
  const found = terms.flatMap((term) => findTerm(place, term));
  return joined(found.flatMap((one) => (one ? [one[1]] : [])));
}
