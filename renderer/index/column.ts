import type { Field } from '../../shared/entities/field.ts';
import { createRanks, type Ranks } from './ranks.ts';

/** Texts in the order of a Chinese dictionary, numbers in texts by their size. */
const collator = new Intl.Collator('zh-u-co-pinyin', { numeric: true, sensitivity: 'base' });

/** One text or several: what a dictionary-coded column holds of a record. */
export type Entry = string | readonly string[];

/**
 * A column of texts: each record has the code of its value in a dictionary, 0 for blank. Values
 * that no record has any more give their codes back.
 */
export interface TextColumn {
  readonly type: 'text';
  /** Code by slot. */
  readonly codes: () => Uint32Array;
  /** Value by code; undefined for codes not in use. */
  readonly entries: readonly (Entry | undefined)[];
  readonly set: (slot: number, value: unknown) => void;
  /** Rank by code in the order that the field is sorted in. */
  readonly ranks: () => Uint32Array;
  readonly codeOf: (entry: Entry) => number | undefined;
}

/** A column of numbers by slot; NaN where there is none. */
export interface NumberColumn {
  readonly type: 'number';
  readonly values: () => Float64Array;
  readonly set: (slot: number, value: unknown) => void;
}

/** A column of prices: the number to sort by, and of what form the price is. */
export interface PriceColumn {
  readonly type: 'price';
  readonly values: () => Float64Array;
  /** Place in `PRICE_FORMS` by slot. */
  readonly forms: () => Uint8Array;
  readonly set: (slot: number, value: unknown) => void;
}

/** Of long texts and tables only whether they are there. */
export interface PresenceColumn {
  readonly type: 'presence';
  readonly there: () => Uint8Array;
  readonly set: (slot: number, value: unknown) => void;
}

export type Column = TextColumn | NumberColumn | PriceColumn | PresenceColumn;

export const PRICE_FORMS = ['', 'amount', 'range', 'open'] as const;

type Cells = Float64Array | Uint32Array | Uint8Array;

/** An array that is as long as the slots asked for; what is new in it is `blank`. */
function growing<T extends Cells>(make: (length: number) => T, blank: number) {
  let cells = make(0);
  return {
    get: () => cells,
    set: (slot: number, value: number): void => {
      if (slot >= cells.length) {
        const grown = make(Math.max(64, slot + 1, Math.ceil(cells.length * 1.5)));
        grown.fill(blank);
        grown.set(cells);
        cells = grown;
      }
      cells[slot] = value;
    },
  };
}

/** A civil date as the number YYYYMMDD: in order, and readable again. A month alone is before its days. */
export const dateToNumber = (date: string): number =>
  Number(date.replaceAll('-', '').padEnd(8, '0'));

export function numberToDate(number: number): string {
  const digits = String(number);
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
}

/** The number of a value of a field that has one; NaN for others. */
function numberOf(field: Field | undefined, value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return field?.kind === 'date' ? dateToNumber(value) : Number.NaN;
  if (typeof value === 'object' && value !== null && 'n' in value && 'd' in value) {
    return Number(value.n) / Number(value.d);
  }
  return Number.NaN;
}

function numberColumn(field: Field | undefined): NumberColumn {
  const values = growing((length) => new Float64Array(length), Number.NaN);
  return {
    type: 'number',
    values: values.get,
    set: (slot, value) => values.set(slot, numberOf(field, value)),
  };
}

function priceColumn(): PriceColumn {
  const values = growing((length) => new Float64Array(length), Number.NaN);
  const forms = growing((length) => new Uint8Array(length), 0);
  return {
    type: 'price',
    values: values.get,
    forms: forms.get,
    set: (slot, value) => {
      const price = (value ?? {}) as { readonly fen?: number; readonly fromFen?: number };
      values.set(slot, price.fen ?? price.fromFen ?? Number.NaN);
      const form = value === undefined ? 0 : price.fen !== undefined ? 1 : 2;
      forms.set(slot, form === 2 && price.fromFen === undefined ? 3 : form);
    },
  };
}

function presenceColumn(): PresenceColumn {
  const there = growing((length) => new Uint8Array(length), 0);
  return {
    type: 'presence',
    there: there.get,
    set: (slot, value) => there.set(slot, value === undefined ? 0 : 1),
  };
}

/** Choices stand in the order of their list, which often is one of degrees; others by their text. */
function comparerOf(field: Field): (left: Entry, right: Entry) => number {
  if (field.kind === 'choice' || field.kind === 'choices') {
    const places = new Map(Object.keys(field.options).map((code, place) => [code, place]));
    const placesOf = (entry: Entry) =>
      [entry].flat().map((code) => places.get(code) ?? places.size);
    return (left, right) => {
      const [one, other] = [placesOf(left), placesOf(right)];
      for (let at = 0; at < Math.min(one.length, other.length); at += 1) {
        const order = (one[at] ?? 0) - (other[at] ?? 0);
        if (order !== 0) return order;
      }
      return one.length - other.length;
    };
  }
  const joined = (entry: Entry) => (typeof entry === 'string' ? entry : entry.join(' '));
  return (left, right) => collator.compare(joined(left), joined(right));
}

/** The entry of a value, and the text that tells it from others. */
function entryOf(value: unknown): readonly [Entry, string] | null {
  if (typeof value === 'string') return [value, value];
  if (!Array.isArray(value)) return null;
  const items = value.map(String);
  return [items, items.join('\0')];
}

function textColumn(field: Field): TextColumn {
  const cells = growing((length) => new Uint32Array(length), 0);
  const entries: (Entry | undefined)[] = [undefined];
  const uses: number[] = [0];
  const codes = new Map<string, number>();
  const free: number[] = [];
  const compare = comparerOf(field);
  const ranks: Ranks = createRanks(
    (left, right) => compare(entries[left] ?? '', entries[right] ?? ''),
    () => codes.values(),
  );

  const take = (value: unknown): number => {
    const made = entryOf(value);
    if (!made) return 0;
    const [entry, key] = made;
    let code = codes.get(key);
    if (code === undefined) {
      code = free.pop() ?? entries.length;
      entries[code] = entry;
      uses[code] = 0;
      codes.set(key, code);
      ranks.add(code);
    }
    uses[code] = (uses[code] ?? 0) + 1;
    return code;
  };
  const giveBack = (code: number): void => {
    if (code === 0) return;
    const left = (uses[code] ?? 0) - 1;
    uses[code] = left;
    if (left > 0) return;
    codes.delete([entries[code] ?? ''].flat().join('\0'));
    ranks.remove(code);
    free.push(code);
    entries[code] = undefined;
  };
  return {
    type: 'text',
    codes: cells.get,
    entries,
    ranks: ranks.all,
    codeOf: (entry) => codes.get([entry].flat().join('\0')),
    set: (slot, value) => {
      const before = cells.get()[slot] ?? 0;
      cells.set(slot, take(value));
      giveBack(before);
    },
  };
}

/** The column of a field; of `undefined`, that of an instant which every record carries. */
export function createColumn(field: Field | undefined): Column {
  switch (field?.kind) {
    case 'text':
    case 'list':
    case 'choice':
    case 'choices':
    case 'ref':
      return textColumn(field);
    case 'price':
      return priceColumn();
    case 'note':
    case 'tiers':
      return presenceColumn();
    case 'date':
    case 'money':
    case 'rate':
    case 'portion':
    case 'integer':
    case undefined:
      return numberColumn(field);
  }
}
