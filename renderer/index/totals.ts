import { monthOf } from '../../shared/core/dates.ts';
import { fieldOf } from '../../shared/entities/entity.ts';
import type { Column } from './column.ts';
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

/** The part of each slot by what a field holds of it: of a date by its month. */
function createParts(table: Table, by: string) {
  const column = table.column(by);
  const isDate = fieldOf(table.entity, by)?.kind === 'date';
  // Values that are written alike are one part.
  const byKey = new Map<string, number>();
  const byBucket = new Map<number, number>();
  const partOf = (slot: number): number => {
    const bucket = column?.bucketAt(slot) ?? 0;
    const known = byBucket.get(bucket);
    if (known !== undefined) return known;
    const text = column?.keysAt(slot).join() ?? '';
    const key = isDate ? monthOf(text) : text;
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
  by: string,
  sums: readonly string[],
  slots: Uint32Array,
): Grouping {
  const { partOf, keys } = createParts(table, by);
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

interface Bucket {
  count: number;
  /** One of its slots. */
  readonly slot: number;
}

/** Slots by what a column holds of them. */
function bucketsOf(column: Column, slots: Uint32Array): Iterable<Bucket> {
  const byNumber = new Map<number, Bucket>();
  // Codes are small whole numbers: an array of them is ten times as fast.
  const byCode: (Bucket | undefined)[] = [];
  const isCode = column.type === 'text';
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots[at] ?? 0;
    const number = column.bucketAt(slot);
    const known = isCode ? byCode[number] : byNumber.get(number);
    if (known) known.count += 1;
    else if (isCode) byCode[number] = { count: 1, slot };
    else byNumber.set(number, { count: 1, slot });
  }
  return isCode ? byCode.filter((bucket) => bucket !== undefined) : byNumber.values();
}

/** How often each value of a field occurs; the most frequent first. */
export function facetOf(table: Table, name: string, slots: Uint32Array): readonly Facet[] {
  const column = table.column(name);
  if (!column) return slots.length === 0 ? [] : [{ key: '', count: slots.length }];
  const counts = new Map<string, number>();
  for (const { count, slot } of bucketsOf(column, slots)) {
    for (const key of column.keysAt(slot)) counts.set(key, (counts.get(key) ?? 0) + count);
  }
  return [...counts]
    .map(([key, count]) => ({ key, count }))
    .sort((left, right) => right.count - left.count || (left.key < right.key ? -1 : 1));
}
