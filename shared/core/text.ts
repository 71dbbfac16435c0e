/** Marks that are not seen: left behind by web pages, and by phones around numbers. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/**
 * A text as a person meant it: composed (NFC), without invisible marks, no blanks at the ends of
 * the text or of its lines, one space for a run of blanks of any width. Line breaks stay.
 */
export function tidy(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

/**
 * Full-width ASCII and the ideographic space as their half-width twins. All else stays: NFKC would
 * also turn ㎡ into m2 and ① into 1.
 */
export function halfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ');
}

/** Han, its full stop and comma, and ASCII in either width: nothing that has an accent or is not seen. */
const PLAIN = /^[ -~\u3001\u3002\u4e00-\u9fff\uff01-\uff5e]*$/;

/** A text as it is compared in a search: width, case, accents and blanks make no difference. */
export function foldForSearch(text: string): string {
  // Most texts are plain, and many are folded: this way takes a fifth of the time.
  if (PLAIN.test(text)) {
    return text.normalize('NFKC').toLowerCase().replace(/ {2,}/g, ' ').trim();
  }
  const bare = (part: string) => part.replace(/[\u0300-\u036f]/g, '');
  return bare(bare(text.replace(INVISIBLE, '').normalize('NFKD')).toLowerCase())
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Folded as for a search and without blanks: names that are only spaced otherwise are one. */
export const foldWithoutBlanks = (text: string): string => foldForSearch(text).replaceAll(' ', '');

/**
 * A text folded as `foldForSearch` does, with where each of its UTF-16 units came from: unit `i` of
 * `folded` was made by the text from `places[i]` on, and `places[folded.length]` is behind the last.
 */
export function foldWithPlaces(text: string): {
  readonly folded: string;
  readonly places: readonly number[];
} {
  let folded = '';
  const places: number[] = [];
  let end = 0;
  for (const { 0: part, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const isBlank = /^\s/u.test(part);
    if (isBlank && (folded === '' || folded.endsWith(' '))) continue;
    const made = isBlank ? ' ' : foldForSearch(part);
    for (let unit = 0; unit < made.length; unit += 1) places.push(index);
    folded += made;
    if (!isBlank) end = index + part.length;
  }
  if (folded.endsWith(' ')) {
    folded = folded.slice(0, -1);
    places.pop();
  }
  return { folded, places: [...places, end] };
}

/** A folded code without what people put between its parts: `zl 2020-1` and `zl2020.1` are one. */
export const compactCode = (folded: string): string => folded.replace(/[\s\p{P}]/gu, '');

/** The items of a cell that holds several, in order, without blanks and repeats. */
export function splitList(text: string): readonly string[] {
  const items = text.split(/[；;、,，/／|｜\r\n]/).map(tidy);
  return [...new Set(items)].filter((item) => item !== '');
}
