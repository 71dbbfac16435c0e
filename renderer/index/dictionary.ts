import type { Field } from '../../shared/entities/field.ts';
import {
  type Joined,
  joinedParts,
  type Part,
  type PartReader,
  takeJoined,
  textsOf,
} from './parts.ts';
import { createRanks, type Ranks } from './ranks.ts';
import { createSpoken, type Spoken } from './spoken.ts';

/** One text or several: what a dictionary-coded column holds of a record. */
export type Entry = string | readonly string[];

/** Texts in the order of a Chinese dictionary, numbers in texts by their size. */
const collator = new Intl.Collator('zh-u-co-pinyin', { numeric: true, sensitivity: 'base' });

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

/** What tells an entry from others. */
const keyOf = (entry: Entry): string => (typeof entry === 'string' ? entry : entry.join('\0'));

function entryOf(value: unknown): Entry | null {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.map(String) : null;
}

/** What stands under a code: nothing, a text, several, or a list with nothing in it. */
const FORM = { free: 0, text: 1, list: 2, emptyList: 3 } as const;

function formOf(entry: Entry | undefined): number {
  if (entry === undefined) return FORM.free;
  if (typeof entry === 'string') return FORM.text;
  return entry.length === 0 ? FORM.emptyList : FORM.list;
}

function toEntry(key: string, form: number | undefined): Entry | undefined {
  switch (form) {
    case FORM.text:
      return key;
    case FORM.list:
      return key.split('\0');
    case FORM.emptyList:
      return [];
    default:
      return undefined;
  }
}

/** The values of a column, each under a code; 0 is blank. */
export interface Dictionary {
  readonly entries: readonly (Entry | undefined)[];
  readonly ranks: Ranks;
  /** The values as they are spoken, where they are found by pinyin. */
  readonly spoken: Spoken | undefined;
  readonly version: () => number;
  /** The code of a value, which one more record has. */
  readonly take: (value: unknown) => number;
  /** One record less has the value of a code. */
  readonly giveBack: (code: number) => void;
  /** Makes the first change fast; false when it is. */
  readonly warm: () => boolean;
  readonly parts: () => Generator<Part>;
}

interface Options {
  readonly field: Field;
  readonly isSpoken: boolean;
}

/** The values that were kept, and what is not in use of them. */
function takeEntries(from: PartReader) {
  const joined = takeJoined(from);
  const forms = from.bytes();
  const entries = textsOf(joined).map((key, code) => toEntry(key, forms[code]));
  const free = entries.flatMap((entry, code) => (code > 0 && entry === undefined ? [code] : []));
  return { joined, entries, free };
}

/**
 * Gives codes to the values that records have, and takes them back from those that none has. Those
 * that were kept are in use as often as `codes`, by record, has them.
 */
export function createDictionary(
  { field, isSpoken }: Options,
  kept?: { readonly from: PartReader; readonly codes: Uint32Array },
): Dictionary {
  const taken = kept && takeEntries(kept.from);
  const spokenOf = (joined?: Joined) => (isSpoken ? createSpoken(joined) : undefined);
  const entries: (Entry | undefined)[] = taken?.entries ?? [undefined];
  const spoken = spokenOf(taken?.joined);
  const free = taken?.free ?? [];
  const uses: number[] = Array.from(entries, () => 0);
  for (const code of kept?.codes ?? []) uses[code] = (uses[code] ?? 0) + 1;
  /** Codes by key; of kept values they are looked up when the first one changes. */
  let known = taken ? null : new Map<string, number>();
  const codes = (): Map<string, number> => {
    if (known) return known;
    known = new Map();
    for (const code of inUse()) known.set(keyOf(entries[code] ?? ''), code);
    return known;
  };
  const inUse = function* (): Generator<number> {
    for (let code = 1; code < entries.length; code += 1) {
      if (entries[code] !== undefined) yield code;
    }
  };
  const compare = comparerOf(field);
  const ranks = createRanks(
    (left, right) => compare(entries[left] ?? '', entries[right] ?? ''),
    inUse,
  );
  let version = 0;
  const put = (code: number, entry: Entry | undefined): void => {
    entries[code] = entry;
    spoken?.set(code, entry);
    version += 1;
  };
  return {
    entries,
    ranks,
    spoken,
    version: () => version,
    take: (value) => {
      const entry = entryOf(value);
      if (entry === null) return 0;
      const key = keyOf(entry);
      let code = codes().get(key);
      if (code === undefined) {
        code = free.pop() ?? entries.length;
        put(code, entry);
        uses[code] = 0;
        codes().set(key, code);
        ranks.add(code);
      }
      uses[code] = (uses[code] ?? 0) + 1;
      return code;
    },
    giveBack: (code) => {
      if (code === 0) return;
      const left = (uses[code] ?? 0) - 1;
      uses[code] = left;
      if (left > 0) return;
      codes().delete(keyOf(entries[code] ?? ''));
      ranks.remove(code);
      free.push(code);
      put(code, undefined);
    },
    warm: () => {
      if (known) return false;
      codes();
      return true;
    },
    *parts() {
      yield* joinedParts(entries.map((entry) => (entry === undefined ? '' : keyOf(entry))));
      yield Uint8Array.from(entries, formOf);
    },
  };
}
