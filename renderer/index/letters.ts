import type { Part, PartReader } from './parts.ts';

/** Numbers of the UTF-16 units that have been met, by unit; 0 for those that have not. */
const numbers = new Uint16Array(0x1_0000);
let met = 0;

function numberOf(unit: number): number {
  const known = numbers[unit] ?? 0;
  if (known !== 0) return known;
  met += 1;
  numbers[unit] = met;
  return met;
}

/** Which of some texts have which characters: a row of bits for each character. */
export interface Letters {
  /** Enters a text in a place where none is. */
  readonly add: (place: number, text: string) => void;
  readonly clear: (place: number) => void;
  /**
   * Writes the places of the texts that have all characters of a word, in order, and answers how
   * many there are.
   */
  readonly having: (word: string, into: Uint32Array) => number;
  readonly parts: () => Generator<Part>;
}

const WORD = 32;
const MORE_ROWS = 1.5;

/** For places below `size`, a multiple of 32; those of before, where they were kept. */
export function createLetters(size: number, from?: PartReader): Letters {
  const width = size / WORD;
  /** By number of a character, where its row is; 0 for none. */
  let rowOf = new Uint16Array(64);
  /** By row, from 1 on, the character that it is of. */
  let units = from?.units() ?? new Uint16Array(64);
  let bits = from?.words() ?? new Uint32Array(width * 64);
  let rows = 0;
  const found = new Uint32Array(width);

  const nameRow = (unit: number): number => {
    const number = numberOf(unit);
    if (number >= rowOf.length) {
      const before = rowOf;
      rowOf = new Uint16Array(Math.max(met + 1, Math.ceil(number * MORE_ROWS)));
      rowOf.set(before);
    }
    rows += 1;
    rowOf[number] = rows;
    return rows;
  };
  const newRow = (unit: number): number => {
    const row = nameRow(unit);
    if ((row + 1) * width > bits.length) {
      const [before, named] = [bits, units];
      bits = new Uint32Array(width * Math.ceil((row + 1) * MORE_ROWS));
      units = new Uint16Array(bits.length / width);
      bits.set(before);
      units.set(named);
    }
    units[row] = unit;
    return row;
  };
  if (from) for (let row = 1; row < units.length; row += 1) nameRow(units[row] ?? 0);
  return {
    add: (place, text) => {
      const at = place >>> 5;
      const bit = 1 << (place & 31);
      for (let index = 0; index < text.length; index += 1) {
        const unit = text.charCodeAt(index);
        const row = rowOf[numberOf(unit)] || newRow(unit);
        const cell = row * width + at;
        bits[cell] = (bits[cell] ?? 0) | bit;
      }
    },
    clear: (place) => {
      const mask = ~(1 << (place & 31));
      for (let cell = place >>> 5; cell < bits.length; cell += width) {
        bits[cell] = (bits[cell] ?? 0) & mask;
      }
    },
    having: (word, into) => {
      found.fill(0xffffffff);
      for (let index = 0; index < word.length; index += 1) {
        const row = rowOf[numbers[word.charCodeAt(index)] ?? 0] ?? 0;
        if (row === 0) return 0;
        let any = 0;
        for (let at = 0; at < width; at += 1) {
          const both = (found[at] ?? 0) & (bits[row * width + at] ?? 0);
          found[at] = both;
          any |= both;
        }
        if (any === 0) return 0;
      }
      let count = 0;
      for (let at = 0; at < width; at += 1) {
        for (let left = found[at] ?? 0; left !== 0; left &= left - 1) {
          into[count] = at * WORD + 31 - Math.clz32(left & -left);
          count += 1;
        }
      }
      return count;
    },
    *parts() {
      yield units.subarray(0, rows + 1);
      yield bits.subarray(0, (rows + 1) * width);
    },
  };
}
