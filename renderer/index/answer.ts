import type { CivilDate } from '../../shared/core/dates.ts';
import type { Test } from './column.ts';
import { testOf } from './filters.ts';
import { RANK } from './layout.ts';
import { type Hits, type Matching, rankOf } from './matching.ts';
import type { Facet, Filter, Found, InGroups, Query, Sort } from './query.ts';
import type { Table } from './table.ts';
import { facetOf, type Grouping, groupsOf, sumsOf } from './totals.ts';

const NEWEST: readonly Sort[] = [{ field: 'updatedAt', descending: true }];

/** The field that a filter is on, where it is on one alone. */
const fieldOfFilter = (filter: Filter): string | null => ('field' in filter ? filter.field : null);

/** Rooms for slots, used for one answer after another: new ones would cost more than filling them. */
const rooms = { result: new Uint32Array(0), facet: new Uint32Array(0), ranks: new Uint8Array(0) };

function roomFor(what: 'result' | 'facet', length: number): Uint32Array {
  if (rooms[what].length < length) rooms[what] = new Uint32Array(length * 2);
  return rooms[what];
}

/** The slots that fit a text, if there is one, and that some tests let through. */
function slotsWith(
  table: Table,
  hits: Hits | null,
  tests: readonly Test[],
  room: 'result' | 'facet',
): Uint32Array {
  const end = table.end();
  const slots = roomFor(room, end);
  let count = 0;
  next: for (let slot = 0; slot < end; slot += 1) {
    if (hits ? hits[slot] === 0 : table.idAt(slot) === undefined) continue;
    for (let at = 0; at < tests.length; at += 1) if (!tests[at]?.(slot)) continue next;
    slots[count++] = slot;
  }
  return slots.subarray(0, count);
}

function facetsOf(
  table: Table,
  { where = [], facets = [] }: Query,
  tests: readonly Test[],
  hits: Hits | null,
  slots: Uint32Array,
): Record<string, readonly Facet[]> {
  return Object.fromEntries(
    facets.map((name) => {
      const isOnIt = (at: number): boolean => {
        const filter = where[at];
        return filter !== undefined && fieldOfFilter(filter) === name;
      };
      const others = tests.filter((_, at) => !isOnIt(at));
      const all = others.length === tests.length ? slots : slotsWith(table, hits, others, 'facet');
      return [name, facetOf(table, name, all)];
    }),
  );
}

/**
 * By slot, where it stands in the result before others: how well it fits, or 1 for all alike; 0
 * beside the result.
 */
function ranksIn(slots: Uint32Array, hits: Hits | null, end: number): Uint8Array {
  if (rooms.ranks.length < end) rooms.ranks = new Uint8Array(end * 2);
  const { ranks } = rooms;
  ranks.fill(0, 0, end);
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots[at] ?? 0;
    ranks[slot] = hits ? rankOf(hits[slot] ?? 0) : 1;
  }
  return ranks;
}

/**
 * The slots of the result in its order, `from` up to `to`: those of rank 1 first. `ranks` is 0
 * beside the result.
 */
function inOrder(ordered: Uint32Array, ranks: Uint8Array, from: number, to: number) {
  const byRank: number[][] = Array.from({ length: RANK.worst + 1 }, () => []);
  const best = byRank[1] ?? [];
  for (let at = 0; at < ordered.length && best.length < to; at += 1) {
    const slot = ordered[at] ?? 0;
    const rank = ranks[slot] ?? 0;
    if (rank === 0) continue;
    const alike = byRank[rank];
    // More of a rank are not shown, however few are better.
    if (alike && alike.length < to) alike.push(slot);
  }
  return byRank.flat().slice(from, to);
}

/** Slots with those of a part together, the parts in the order given; of closed ones none. */
function together(
  slots: readonly number[],
  { keys, partOf }: Grouping,
  order: readonly number[],
  { closed, most = Number.POSITIVE_INFINITY }: InGroups,
): readonly number[] {
  const parts = new Map<number, number[]>(
    order.filter((part) => !closed.includes(keys[part] ?? '')).map((part) => [part, []]),
  );
  for (const slot of slots) {
    const part = parts.get(partOf(slot));
    if (part && part.length < most) part.push(slot);
  }
  return [...parts.values()].flat();
}

/** The parts of a result in the order of their field. */
function partsInOrder(
  ordered: Uint32Array,
  ranks: Uint8Array,
  { partOf, keys }: Grouping,
): readonly number[] {
  const parts = new Set<number>();
  for (const slot of ordered) {
    if (ranks[slot] !== 0) parts.add(partOf(slot));
    if (parts.size === keys.length) break;
  }
  return [...parts];
}

interface Means {
  readonly matching: Matching;
  readonly order: (table: Table, sorts: readonly Sort[]) => Uint32Array;
  readonly today: CivilDate;
}

type Rows = Pick<Found, 'page' | 'groups' | 'ids'>;

/** Answers a query from the columns of its kind. */
export function answerFrom(table: Table, query: Query, { matching, order, today }: Means): Found {
  const { where = [], from, to, sums = [], groupBy, byDay = false } = query;
  const hits = matching.find(table, query.text ?? '');
  const tests = where.map((filter) => testOf(table, filter, today));
  const slots = slotsWith(table, hits, tests, 'result');
  const byRank = hits !== null && query.sort === undefined;

  const ranks = ranksIn(slots, byRank ? hits : null, table.end());

  // A question for totals alone wants no rows, and no sorting.
  const wantsRows = slots.length > 0 && (from < to || query.ids === true);
  const ordered = wantsRows ? order(table, [query.sort ?? NEWEST].flat()) : new Uint32Array(0);
  const rowsOf = (first: number, last: number) => inOrder(ordered, ranks, first, last);
  const toIds = (some: readonly number[]) => some.map((slot) => table.idAt(slot) ?? '');
  const parts = groupBy === undefined ? null : groupsOf(table, { by: groupBy, byDay }, sums, slots);

  const plain = (): Rows => ({
    page: toIds(rowsOf(from, to)),
    groups: parts?.groups ?? [],
    ...(query.ids ? { ids: toIds(rowsOf(0, slots.length)) } : {}),
  });
  const grouped = (grouping: Grouping, by: string, inGroups: InGroups): Rows => {
    const { descending, closed } = inGroups;
    const inTurn = partsInOrder(order(table, [{ field: by, descending }]), ranks, grouping);
    const rows = wantsRows ? rowsOf(0, slots.length) : [];
    const ids = toIds(together(rows, grouping, inTurn, inGroups));
    return {
      page: ids.slice(from, to),
      groups: inTurn.flatMap((part) => {
        const group = grouping.groups[part];
        if (!group) return [];
        return closed.includes(group.key) ? [{ ...group, isClosed: true as const }] : [group];
      }),
      ...(query.ids ? { ids } : {}),
    };
  };
  return {
    total: slots.length,
    all: table.count(),
    from,
    sums: sumsOf(table, sums, slots),
    facets: facetsOf(table, query, tests, hits, slots),
    ...(parts && groupBy !== undefined && query.inGroups
      ? grouped(parts, groupBy, query.inGroups)
      : plain()),
  };
}
