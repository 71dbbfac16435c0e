import type { Field } from '../../shared/entities/field.ts';
import { createDictionary, type Entry } from './dictionary.ts';
import type { Part, PartReader } from './parts.ts';
import type { Spoken } from './spoken.ts';

/** Whether the record in a slot is let through. */
export type Test = (slot: number) => boolean;
export const never: Test = () => false;

/** One end of a range, as filters name it. */
export type End = string | number | undefined;

/** What one field holds of all records, by slot, and all that is asked of it. */
interface AnyColumn {
  readonly set: (slot: number, value: unknown) => void;
  /** A number that is the same for the same value. */
  readonly bucketAt: (slot: number) => number;
  /** The texts of the values in a slot: one, several, or '' alone for blank. */
  readonly keysAt: (slot: number) => readonly string[];
  /** What a slot counts for in a sort: NaN, or nothing, for blank. */
  readonly sortKeys: () => Float64Array;
  /** What a slot adds to a total; NaN for none: a range or an open price is no figure. */
  readonly figureAt: (slot: number) => number;
  readonly isBlank: () => Test;
  /** Has one of some keys; '' is blank. */
  readonly isOneOf: (wanted: readonly string[]) => Test;
  /** Both ends belong to it; a blank is never between. */
  readonly isBetween: (from: End, to: End) => Test;
  readonly parts: () => Generator<Part>;
}

/**
 * A column of texts: each record has the code of its value in a dictionary, 0 for blank. Values
 * that no record has any more give their codes back.
 */
export interface TextColumn extends AnyColumn {
  readonly type: 'text';
  /** Code by slot. */
  readonly codes: () => Uint32Array;
  /** Value by code; undefined for codes not in use. */
  readonly entries: readonly (Entry | undefined)[];
  /** Does a part of putting the values in their order; false when there is nothing left to do. */
  readonly warmRanks: () => boolean;
  /** Makes the first change fast; false when there is nothing left to do. */
  readonly warmChange: () => boolean;
  /** A test of what the dictionary says of each value, asked once a value. */
  readonly byEntry: (fits: (entry: Entry | undefined) => boolean) => Test;
  /** Changes whenever a code is given out or given back. */
  readonly version: () => number;
  /** Its values as they are spoken, where the field is found by pinyin. */
  readonly spoken: Spoken | undefined;
}

/** Numbers, prices, and of long texts and tables only whether they are there. */
interface FigureColumn extends AnyColumn {
  readonly type: 'figure';
}

export type Column = TextColumn | FigureColumn;

const PRICE_FORMS = ['', 'amount', 'range', 'open'];
const AMOUNT = 1;

type Cells = Float64Array | Uint32Array | Uint8Array;

/** An array that is as long as the slots asked for; what is new in it is `blank`. */
function growing<T extends Cells>(make: (length: number) => T, blank: number, kept?: T) {
  let cells = kept ?? make(0);
  return {
    get: () => cells,
    set: (slot: number, value: number): void => {
      if (slot >= cells.length) {
        if (value === blank || (Number.isNaN(value) && Number.isNaN(blank))) return;
        const grown = make(Math.max(64, slot + 1, Math.ceil(cells.length * 1.5)));
        if (blank !== 0) grown.fill(blank, cells.length);
        grown.set(cells);
        cells = grown;
      }
      cells[slot] = value;
    },
  };
}

/** A civil date as the number YYYYMMDD: in order, and readable again. A month alone is before its days. */
const dateToNumber = (date: string): number => Number(date.replaceAll('-', '').padEnd(8, '0'));

function numberToDate(number: number): string {
  const digits = String(number);
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
}

/** The number of a value of a field that has one; NaN for others. */
function numberOf(isDate: boolean, value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return isDate ? dateToNumber(value) : Number.NaN;
  if (typeof value === 'object' && value !== null && 'n' in value && 'd' in value) {
    return Number(value.n) / Number(value.d);
  }
  return Number.NaN;
}

const BLANK = [''];

/** What is asked of numbers by slot, NaN where there is none, however they are kept. */
function numbers(cells: () => Float64Array, isDate: boolean) {
  const toNumber = (end: string | number): number =>
    isDate && typeof end === 'string' ? dateToNumber(end) : Number(end);
  const at = (slot: number): number => cells()[slot] ?? Number.NaN;
  return {
    type: 'figure' as const,
    bucketAt: at,
    keysAt: (slot: number): readonly string[] => {
      const value = at(slot);
      if (Number.isNaN(value)) return BLANK;
      return [isDate ? numberToDate(value) : String(value)];
    },
    sortKeys: cells,
    figureAt: at,
    isBlank: (): Test => {
      const values = cells();
      return (slot) => Number.isNaN(values[slot] ?? Number.NaN);
    },
    isOneOf: (wanted: readonly string[]): Test => {
      const takesBlank = wanted.includes('');
      const among = new Set(wanted.filter((one) => one !== '').map(toNumber));
      const values = cells();
      return (slot) => {
        const value = values[slot] ?? Number.NaN;
        return Number.isNaN(value) ? takesBlank : among.has(value);
      };
    },
    isBetween: (from: End, to: End): Test => {
      const low = from === undefined ? Number.NEGATIVE_INFINITY : toNumber(from);
      const high = to === undefined ? Number.POSITIVE_INFINITY : toNumber(to);
      const values = cells();
      return (slot) => {
        const value = values[slot] ?? Number.NaN;
        return value >= low && value <= high;
      };
    },
  };
}

function numberColumn(field: Field | undefined, from?: PartReader): FigureColumn {
  const isDate = field?.kind === 'date';
  const values = growing((length) => new Float64Array(length), Number.NaN, from?.floats());
  return {
    ...numbers(values.get, isDate),
    *parts() {
      yield values.get();
    },
    set: (slot, value) => values.set(slot, numberOf(isDate, value)),
  };
}

/** A price is sorted and filtered by its number, and told apart by its form. */
function priceColumn(from?: PartReader): FigureColumn {
  const values = growing((length) => new Float64Array(length), Number.NaN, from?.floats());
  const forms = growing((length) => new Uint8Array(length), 0, from?.bytes());
  const formAt = (slot: number): number => forms.get()[slot] ?? 0;
  const keyAt = (slot: number): string => PRICE_FORMS[formAt(slot)] ?? '';
  return {
    ...numbers(values.get, false),
    bucketAt: formAt,
    keysAt: (slot) => [keyAt(slot)],
    figureAt: (slot) => (formAt(slot) === AMOUNT ? (values.get()[slot] ?? Number.NaN) : Number.NaN),
    isBlank: () => (slot) => formAt(slot) === 0,
    isOneOf: (wanted) => {
      const among = new Set(wanted);
      return (slot) => among.has(keyAt(slot));
    },
    set: (slot, value) => {
      const price = (value ?? {}) as { readonly fen?: number; readonly fromFen?: number };
      values.set(slot, price.fen ?? price.fromFen ?? Number.NaN);
      const form = value === undefined ? 0 : price.fen !== undefined ? AMOUNT : 2;
      forms.set(slot, form === 2 && price.fromFen === undefined ? 3 : form);
    },
    *parts() {
      yield values.get();
      yield forms.get();
    },
  };
}

function presenceColumn(from?: PartReader): FigureColumn {
  const there = growing((length) => new Uint8Array(length), 0, from?.bytes());
  const isThere = (slot: number): boolean => there.get()[slot] === 1;
  return {
    type: 'figure',
    set: (slot, value) => there.set(slot, value === undefined ? 0 : 1),
    bucketAt: (slot) => (isThere(slot) ? 1 : 0),
    keysAt: (slot) => [isThere(slot) ? 'there' : ''],
    sortKeys: () => Float64Array.from(there.get(), (one) => (one === 1 ? 0 : Number.NaN)),
    figureAt: () => Number.NaN,
    isBlank: () => (slot) => !isThere(slot),
    isOneOf: (wanted) => (wanted.includes('') ? (slot) => !isThere(slot) : never),
    isBetween: () => never,
    *parts() {
      yield there.get();
    },
  };
}

function textColumn(field: Field, isSpoken: boolean, from?: PartReader): TextColumn {
  const cells = growing((length) => new Uint32Array(length), 0, from?.words());
  const { entries, ranks, spoken, version, take, giveBack, warm, parts } = createDictionary(
    { field, isSpoken },
    from && { from, codes: cells.get() },
  );
  const codeAt = (slot: number): number => cells.get()[slot] ?? 0;
  const byEntry = (fits: (entry: Entry | undefined) => boolean): Test => {
    const verdicts = new Uint8Array(entries.length);
    for (let code = 0; code < verdicts.length; code += 1) {
      // Codes given back have no records.
      const isIn = code === 0 || entries[code] !== undefined;
      if (isIn && fits(entries[code])) verdicts[code] = 1;
    }
    const codes = cells.get();
    return (slot) => verdicts[codes[slot] ?? 0] === 1;
  };
  return {
    type: 'text',
    codes: cells.get,
    entries,
    warmRanks: ranks.warm,
    warmChange: warm,
    byEntry,
    version,
    spoken,
    set: (slot, value) => {
      const before = codeAt(slot);
      cells.set(slot, take(value));
      giveBack(before);
    },
    bucketAt: codeAt,
    keysAt: (slot) => {
      const entry = entries[codeAt(slot)];
      return entry === undefined ? BLANK : typeof entry === 'string' ? [entry] : entry;
    },
    sortKeys: () => {
      const ranked = ranks.all();
      const codes = cells.get();
      const keys = new Float64Array(codes.length).fill(Number.NaN);
      for (let slot = 0; slot < codes.length; slot += 1) {
        const code = codes[slot] ?? 0;
        if (code !== 0) keys[slot] = ranked[code] ?? 0;
      }
      return keys;
    },
    figureAt: () => Number.NaN,
    isBlank: () => (slot) => codeAt(slot) === 0,
    isOneOf: (wanted) => {
      const among = new Set(wanted);
      return byEntry((entry) =>
        entry === undefined
          ? among.has('')
          : typeof entry === 'string'
            ? among.has(entry)
            : entry.some((item) => among.has(item)),
      );
    },
    isBetween: (from, to) =>
      byEntry((entry) => {
        if (entry === undefined) return false;
        const key = typeof entry === 'string' ? entry : entry.join(' ');
        return (
          (from === undefined || key >= String(from)) && (to === undefined || key <= String(to))
        );
      }),
    *parts() {
      yield cells.get();
      yield* parts();
    },
  };
}

/**
 * The column of a field; of `undefined`, that of an instant which every record carries. Empty, or
 * with what was kept of it.
 */
export function createColumn(
  field: Field | undefined,
  isSpoken: boolean,
  from?: PartReader,
): Column {
  switch (field?.kind) {
    case 'text':
    case 'list':
    case 'choice':
    case 'choices':
    case 'ref':
      return textColumn(field, isSpoken, from);
    case 'price':
      return priceColumn(from);
    case 'note':
    case 'tiers':
      return presenceColumn(from);
    case 'date':
    case 'money':
    case 'rate':
    case 'portion':
    case 'integer':
    case 'number':
    case undefined:
      return numberColumn(field, from);
  }
}
