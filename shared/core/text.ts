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

/** A text as it is compared in a search: width, case, accents and blanks make no difference. */
export function foldForSearch(text: string): string {
  const bare = (part: string) => part.replace(/[\u0300-\u036f]/g, '');
  return bare(bare(text.replace(INVISIBLE, '').normalize('NFKD')).toLowerCase())
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The items of a cell that holds several, in order, without blanks and repeats. */
export function splitList(text: string): readonly string[] {
  const items = text.split(/[；;、,，/／|｜\r\n]/).map(tidy);
  return [...new Set(items)].filter((item) => item !== '');
}
