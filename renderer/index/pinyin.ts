import { pinyin } from 'pinyin-pro';

/** Longest query that is read as pinyin: its places are bits of one integer. */
const LONGEST = 29;
const FOUND = 1 << 30;
const HAN_FROM = 0x4e00;
const HAN_TO = 0x9fff;

/** Readings of family names that the dictionary lists under that use only, or not at all. */
const surnames: Readonly<Record<string, readonly string[]>> = {
  仇: ['qiu'],
  盖: ['ge'],
  句: ['gou'],
  尉: ['yu'],
  万: ['mo'],
  俟: ['qi'],
  长: ['zhang'],
  尹: ['yin'],
  隗: ['wei', 'kui'],
  逄: ['pang'],
  朴: ['piao'],
  祭: ['zhai'],
  晟: ['cheng', 'sheng'],
  贲: ['ben'],
  啜: ['chuai'],
};

/** Numbers of the characters that have been met, by UTF-16 unit; 0 for those that cannot be typed. */
const numbers = new Uint16Array(0x1_0000);
const BLANK = 1;
/** By number. */
const characters = ['', ' '];
const readings: (readonly string[] | undefined)[] = [[], []];

function numberOf(unit: number): number {
  const known = numbers[unit] ?? 0;
  if (known !== 0) return known;
  if (unit === 32) return BLANK;
  const character = String.fromCharCode(unit).toLowerCase();
  if (!/^[\da-z]$/.test(character) && !(unit >= HAN_FROM && unit <= HAN_TO)) return 0;
  numbers[unit] = characters.push(character) - 1;
  return characters.length - 1;
}

/** Writes the numbers of a text's characters into an array, one a UTF-16 unit. */
export function charactersOf(text: string, into: Uint16Array, from: number): void {
  for (let at = 0; at < text.length; at += 1) into[from + at] = numberOf(text.charCodeAt(at));
}

/** ü is typed as v on most keyboards, and as u where that is not known. */
const spellings = (reading: string): readonly string[] =>
  reading.includes('ü') ? [reading.replace('ü', 'v'), reading.replace('ü', 'u')] : [reading];

/** All readings of a character, in Latin letters without tones; a letter or digit reads as itself. */
function readingsOf(number: number): readonly string[] {
  const known = readings[number];
  if (known) return known;
  const character = characters[number] ?? '';
  let made: readonly string[] = [character];
  if (character.charCodeAt(0) >= HAN_FROM) {
    const listed = pinyin(character, { multiple: true, toneType: 'none', type: 'array' });
    const all = [...listed, ...(surnames[character] ?? [])].flatMap(spellings);
    made = [...new Set(all)].filter((reading) => /^[a-z]+$/.test(reading));
  }
  readings[number] = made;
  return made;
}

/** Looks up how some characters are read that have not been asked for yet; false when all are. */
export function warmReadings(): boolean {
  let left = 200;
  for (let number = 0; number < characters.length; number += 1) {
    if (readings[number]) continue;
    readingsOf(number);
    left -= 1;
    if (left === 0) return true;
  }
  return false;
}

/** What can be typed of a character that others follow: all of it, its first sound, its first letter. */
function typedOf(reading: string): readonly string[] {
  const sound = /^[zcs]h/.exec(reading)?.[0];
  return [...new Set([reading, reading.slice(0, 1), ...(sound === undefined ? [] : [sound])])];
}

/** From a place of the query, the places that a character leads to, as bits; FOUND at its end. */
function stepOf(number: number, query: string, place: number): number {
  const rest = query.slice(place);
  let to = 0;
  for (const reading of readingsOf(number)) {
    if (!reading.startsWith(rest.slice(0, 1))) continue;
    if (reading.startsWith(rest)) to |= FOUND;
    for (const typed of typedOf(reading)) {
      if (typed.length < rest.length && rest.startsWith(typed)) to |= 1 << (place + typed.length);
    }
  }
  return to;
}

/** A word read as pinyin. */
export interface PinyinQuery {
  /** Where it stands among some characters, from a place up to another; start and end, or null. */
  readonly find: (
    among: Uint16Array,
    from: number,
    to: number,
  ) => readonly [start: number, end: number] | null;
}

/**
 * Reads a word as pinyin: each character whole or by its first letter or sound, the last by any
 * beginning, with every reading that it has: 解文博 is xiewenbo, jwb and xiewb. Null where the word
 * cannot be pinyin; one letter is too little to say anything.
 */
export function pinyinQuery(word: string): PinyinQuery | null {
  const query = word.replace(/['’]/g, '');
  if (!/^[a-z][\da-z]+$/.test(query) || query.length > LONGEST) return null;
  const { length } = query;
  // Steps are worked out when a character is first met; -1 is not yet.
  let steps = new Int32Array(characters.length * length).fill(-1);
  const learn = (number: number, place: number): number => {
    if (number * length >= steps.length) {
      const before = steps;
      steps = new Int32Array(characters.length * length).fill(-1);
      steps.set(before);
    }
    const made = stepOf(number, query, place);
    steps[number * length + place] = made;
    return made;
  };
  const step = (number: number, place: number): number => {
    const known = steps[number * length + place] ?? -1;
    return known === -1 ? learn(number, place) : known;
  };
  const endFrom = (among: Uint16Array, start: number, to: number, first: number): number => {
    let places = first;
    for (let at = start + 1; at < to && places !== 0; at += 1) {
      const number = among[at] ?? 0;
      if (number === BLANK) continue;
      let next = 0;
      for (let left = places; left !== 0; left &= left - 1) {
        next |= step(number, 31 - Math.clz32(left & -left));
      }
      if (next & FOUND) return at + 1;
      places = next;
    }
    return -1;
  };
  return {
    find: (among, from, to) => {
      for (let start = from; start < to; start += 1) {
        const first = step(among[start] ?? 0, 0);
        if (first === 0) continue;
        if (first & FOUND) return [start, start + 1];
        const end = endFrom(among, start, to, first);
        if (end > 0) return [start, end];
      }
      return null;
    },
  };
}

/** Where in a text a query stands as pinyin, start and end in UTF-16 units, or null. */
export type PinyinMatcher = (text: string) => readonly [number, number] | null;

/** As `pinyinQuery`, for single texts. */
export function pinyinMatcher(word: string): PinyinMatcher | null {
  const query = pinyinQuery(word);
  if (!query) return null;
  return (text) => {
    const units = new Uint16Array(text.length);
    charactersOf(text, units, 0);
    return query.find(units, 0, text.length);
  };
}
