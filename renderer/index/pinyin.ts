import { pinyin } from 'pinyin-pro';

/** Longest query that is read as pinyin: its places are bits of one integer. */
const LONGEST = 29;
const FOUND = 1 << 30;
const HAN_FROM = 0x4e00;
const HAN_TO = 0x9fff;
const ASCII = 128;
const CLASSES = ASCII + HAN_TO - HAN_FROM + 1;

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

const readings: (readonly string[] | undefined)[] = [];

/** ü is typed as v on most keyboards, and as u where that is not known. */
const spellings = (reading: string): readonly string[] =>
  reading.includes('ü') ? [reading.replace('ü', 'v'), reading.replace('ü', 'u')] : [reading];

/** All readings of a character, in Latin letters without tones; a letter or digit reads as itself. */
function readingsOf(charClass: number): readonly string[] {
  const known = readings[charClass];
  if (known) return known;
  let made: readonly string[];
  if (charClass < ASCII) {
    const char = String.fromCharCode(charClass);
    made = /[\da-z]/.test(char) ? [char] : [];
  } else {
    const char = String.fromCharCode(charClass - ASCII + HAN_FROM);
    const listed = pinyin(char, { multiple: true, toneType: 'none', type: 'array' });
    const all = [...listed, ...(surnames[char] ?? [])].flatMap(spellings);
    made = [...new Set(all)].filter((reading) => /^[a-z]+$/.test(reading));
  }
  readings[charClass] = made;
  return made;
}

function classOf(code: number): number {
  if (code < ASCII) return code >= 65 && code <= 90 ? code + 32 : code;
  return code >= HAN_FROM && code <= HAN_TO ? code - HAN_FROM + ASCII : -1;
}

/** Where in a text a query stands as pinyin, start and end in UTF-16 units, or null. */
export type PinyinMatcher = (text: string) => readonly [number, number] | null;

/** What can be typed of a character that others follow: all of it, its first sound, its first letter. */
function typedOf(reading: string): readonly string[] {
  const sound = /^[zcs]h/.exec(reading)?.[0];
  return [...new Set([reading, reading.slice(0, 1), ...(sound === undefined ? [] : [sound])])];
}

/** From each place of the query, the places that a character leads to, as bits; FOUND at its end. */
function stepOf(charClass: number, query: string, place: number): number {
  const rest = query.slice(place);
  let to = 0;
  for (const reading of readingsOf(charClass)) {
    if (reading.startsWith(rest)) to |= FOUND;
    for (const typed of typedOf(reading)) {
      if (typed.length < rest.length && rest.startsWith(typed)) to |= 1 << (place + typed.length);
    }
  }
  return to;
}

/**
 * Reads a word as pinyin: each character whole or by its first letter or sound, the last by any
 * beginning, with every reading that it has: 解文博 is xiewenbo, jwb and xiewb. Null where the word
 * cannot be pinyin; one letter is too little to say anything.
 */
export function pinyinMatcher(word: string): PinyinMatcher | null {
  const query = word.replace(/['’]/g, '');
  if (!/^[a-z][\da-z]+$/.test(query) || query.length > LONGEST) return null;
  const { length } = query;
  // Steps are worked out when a character is first met; -1 is not yet.
  const steps = new Int32Array(CLASSES * length).fill(-1);
  const step = (charClass: number, place: number): number => {
    const at = place * CLASSES + charClass;
    const known = steps[at] ?? 0;
    if (known !== -1) return known;
    const made = stepOf(charClass, query, place);
    steps[at] = made;
    return made;
  };
  const endFrom = (text: string, start: number, first: number): number => {
    let places = first;
    for (let at = start + 1; at < text.length && places !== 0; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 32) continue;
      const charClass = classOf(code);
      if (charClass < 0) return -1;
      let next = 0;
      for (let left = places; left !== 0; left &= left - 1) {
        next |= step(charClass, 31 - Math.clz32(left & -left));
      }
      if (next & FOUND) return at + 1;
      places = next;
    }
    return -1;
  };
  return (text) => {
    for (let start = 0; start < text.length; start += 1) {
      const charClass = classOf(text.charCodeAt(start));
      if (charClass < 0) continue;
      const first = step(charClass, 0);
      if (first === 0) continue;
      if (first & FOUND) return [start, start + 1];
      const end = endFrom(text, start, first);
      if (end > 0) return [start, end];
    }
    return null;
  };
}
