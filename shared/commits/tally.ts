import type { Json, StoredRecord } from './commit.ts';

/**
 * What a desk holds, in a few bytes: for each kind of record how many there are, and a digest that
 * does not depend on their order and follows each change without reading the rest. Two desks with
 * equal tallies hold the same records.
 */
export type Tally = Readonly<Record<string, Count>>;

export interface Count {
  readonly count: number;
  /** Sum of the records' digests modulo 2^64, as 16 hex digits. */
  readonly digest: string;
}

const MODULUS = 1n << 64n;

/** JSON with the keys of every object in one order, so that equal values give equal text. */
function canonical(value: Json | undefined): string {
  if (value === undefined) return 'null';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const fields = value as Readonly<Record<string, Json>>;
  return `{${Object.keys(fields)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(fields[key])}`)
    .join()}}`;
}

/** 64 bits of a text: two 32-bit multiplicative hashes (cyrb53), against accidents, not attackers. */
function hash64(text: string): bigint {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
}

const toHex = (sum: bigint): string => sum.toString(16).padStart(16, '0');
const modulo = (sum: bigint): bigint => ((sum % MODULUS) + MODULUS) % MODULUS;

/** One record changing: `before` undefined when it comes to be, `after` when it goes away. */
export interface Step {
  readonly entity: string;
  readonly before: StoredRecord | undefined;
  readonly after: StoredRecord | undefined;
}

/** The tally after records changed. A kind of which nothing is left is not in it. */
export function tallyAfter(tally: Tally, steps: Iterable<Step>): Tally {
  const counts = new Map<string, { count: number; sum: bigint }>();
  for (const { entity, before, after } of steps) {
    let kind = counts.get(entity);
    if (!kind) {
      const known = tally[entity];
      kind = { count: known?.count ?? 0, sum: BigInt(`0x${known?.digest ?? '0'}`) };
      counts.set(entity, kind);
    }
    if (before) {
      kind.count -= 1;
      kind.sum -= hash64(canonical(before));
    }
    if (after) {
      kind.count += 1;
      kind.sum += hash64(canonical(after));
    }
  }
  const next: Record<string, Count> = { ...tally };
  for (const [entity, { count, sum }] of counts) {
    if (count === 0 && modulo(sum) === 0n) delete next[entity];
    else next[entity] = { count, digest: toHex(modulo(sum)) };
  }
  return next;
}

/** The tally of records of one kind added to one so far. */
export const tallyWith = (tally: Tally, entity: string, records: readonly StoredRecord[]): Tally =>
  tallyAfter(
    tally,
    records.map((after) => ({ entity, before: undefined, after })),
  );

/** The kinds of records in which two tallies differ. */
export function tallyDifference(left: Tally, right: Tally): readonly string[] {
  return [...new Set([...Object.keys(left), ...Object.keys(right)])]
    .filter((entity) => {
      const [one, other] = [left[entity], right[entity]];
      return one?.count !== other?.count || one?.digest !== other?.digest;
    })
    .sort();
}
