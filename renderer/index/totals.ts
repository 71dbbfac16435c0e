import { monthOf } from '../../shared/core/dates.ts';
import { fieldOf } from '../../shared/entities/entity.ts';
import type { Column, TextColumn } from './column.ts';
import type { Facet, Group, Sum } from './query.ts';
import type { Table } from './table.ts';

/** Adds up some fields over slots. */
export function sumsOf(
  table: Table,
  fields: readonly string[],
  slots: Uint32Array,
): Record<string, Sum> {
  return Object.fromEntries(
    fields.map((field) => {
      const figureAt = table.column(field)?.figureAt;
      let fen = 0;
      let of = 0;
      for (let at = 0; figureAt && at < slots.length; at += 1) {
        const figure = figureAt(slots[at] ?? 0);
        if (Number.isNaN(figure)) continue;
        fen += figure;
        of += 1;
      }
      return [field, { fen, of }];
    }),
  );
}

/** A result in parts. */
export interface Grouping {
  /** The parts in the order of their first slots. */
  readonly keys: readonly string[];
  /** Number of the part of a slot. */
  readonly partOf: (slot: number) => number;
  readonly groups: readonly Group[];
}

/** What slots are put into parts by: of a date its month, or its day. */
export interface Split {
  readonly by: string;
  readonly byDay: boolean;
}

/** The part of each slot by what a field holds of it. */
function createParts(table: Table, { by, byDay }: Split) {
  const column = table.column(by);
  const isByMonth = !byDay && fieldOf(table.entity, by)?.kind === 'date';
  // Values that are written alike are one part.
  const byKey = new Map<string, number>();
  const byBucket = new Map<number, number>();
  const partOf = (slot: number): number => {
    const bucket = column?.bucketAt(slot) ?? 0;
    const known = byBucket.get(bucket);
    if (known !== undefined) return known;
    const text = column?.keysAt(slot).join() ?? '';
    const key = isByMonth ? monthOf(text) : text;
    const part = byKey.get(key) ?? byKey.size;
    byKey.set(key, part);
    byBucket.set(bucket, part);
    return part;
  };
  return { partOf, keys: () => [...byKey.keys()] };
}

/** Splits slots by what a field holds of them, with the sums of each part. */
export function groupsOf(
  table: Table,
  split: Split,
  sums: readonly string[],
  slots: Uint32Array,
): Grouping {
  const { partOf, keys } = createParts(table, split);
  const counts: number[] = [];
  for (const slot of slots) {
    const part = partOf(slot);
    counts[part] = (counts[part] ?? 0) + 1;
  }
  const parts = counts.map((count) => ({ slots: new Uint32Array(count), length: 0 }));
  for (const slot of slots) {
    const part = parts[partOf(slot)];
    if (part) part.slots[part.length++] = slot;
  }
  return {
    keys: keys(),
    partOf,
    groups: keys().map((key, number) => ({
      key,
      count: counts[number] ?? 0,
      sums: sumsOf(table, sums, parts[number]?.slots ?? new Uint32Array(0)),
    })),
  };
}

/** How often slots have each code of a column. */
function codesIn(column: TextColumn, slots: Uint32Array): Uint32Array {
  const counts = new Uint32Array(column.entries.length);
  const codes = column.codes();
  for (let at = 0; at < slots.length; at += 1) {
    const code = codes[slots[at] ?? 0] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

/** How often slots have each value of a column; of several values in one slot, each counts. */
function valuesIn(column: Column, slots: Uint32Array): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (key: string, count: number): void =>
    void counts.set(key, (counts.get(key) ?? 0) + count);
  if (column.type === 'text') {
    codesIn(column, slots).forEach((count, code) => {
      if (count === 0) return;
      const entry = column.entries[code] ?? '';
      if (typeof entry === 'string') add(entry, count);
      else for (const key of entry) add(key, count);
    });
    return counts;
  }
  const buckets = new Map<number, { count: number; readonly slot: number }>();
  for (const slot of slots) {
    const number = column.bucketAt(slot);
    const known = buckets.get(number);
    if (known) known.count += 1;
    else buckets.set(number, { count: 1, slot });
  }
  for (const { count, slot } of buckets.values()) {
    for (const key of column.keysAt(slot)) add(key, count);
  }
  return counts;
}

/** How often each value of a field occurs; the most frequent first, of equals by their text. */
export function facetOf(table: Table, name: string, slots: Uint32Array): readonly Facet[] {
  const column = table.column(name);
  if (!column) return slots.length === 0 ? [] : [{ key: '', count: slots.length }];
  const counts = valuesIn(column, slots);
  // Most values of a long column occur once or twice: texts alone are sorted far faster than pairs.
  const byCount = Map.groupBy(counts.keys(), (key) => counts.get(key) ?? 0);
  return [...byCount]
    .sort(([left], [right]) => right - left)
    .flatMap(([count, keys]) => keys.sort().map((key) => ({ key, count })));
}
