import { type CivilDate, monthOf } from '../../shared/core/dates.ts';
import { fieldOf } from '../../shared/entities/entity.ts';
import { type Column, numberToDate, PRICE_FORMS } from './column.ts';
import { figuresOf, type Test, testOf } from './filters.ts';
import { RANK } from './layout.ts';
import type { Hits, Matching } from './matching.ts';
import type { Facet, Filter, Found, Group, Query, Sort, Sum } from './query.ts';
import type { Table } from './table.ts';

const NEWEST: readonly Sort[] = [{ field: 'updatedAt', descending: true }];

/** The texts of a slot's values in a column: one, several, or '' alone for blank. */
function keysAt(table: Table, name: string, column: Column): (slot: number) => readonly string[] {
  const BLANK = [''];
  switch (column.type) {
    case 'text': {
      const codes = column.codes();
      return (slot) => {
        const entry = column.entries[codes[slot] ?? 0];
        return entry === undefined ? BLANK : typeof entry === 'string' ? [entry] : entry;
      };
    }
    case 'price': {
      const forms = column.forms();
      return (slot) => [PRICE_FORMS[forms[slot] ?? 0] ?? ''];
    }
    case 'number': {
      const isDate = fieldOf(table.entity, name)?.kind === 'date';
      const values = column.values();
      return (slot) => {
        const value = values[slot] ?? Number.NaN;
        if (Number.isNaN(value)) return BLANK;
        return [isDate ? numberToDate(value) : String(value)];
      };
    }
    case 'presence': {
      const there = column.there();
      return (slot) => [there[slot] === 1 ? 'there' : ''];
    }
  }
}

type OpenSum = { fen: number; of: number };

/** Adds up figures of some fields, slot by slot. */
function createSums(table: Table, fields: readonly string[]) {
  const figures = fields.map((field) => figuresOf(table.column(field)));
  const sums: OpenSum[] = fields.map(() => ({ fen: 0, of: 0 }));
  return {
    add: (slot: number): void => {
      for (let at = 0; at < sums.length; at += 1) {
        const figure = figures[at]?.(slot) ?? Number.NaN;
        const sum = sums[at];
        if (!sum || Number.isNaN(figure)) continue;
        sum.fen += figure;
        sum.of += 1;
      }
    },
    result: (): Record<string, Sum> =>
      Object.fromEntries(fields.map((field, at) => [field, sums[at] ?? { fen: 0, of: 0 }])),
  };
}

/** The key of the group of a slot. */
function groupKeyAt(table: Table, by: string): (slot: number) => string {
  const column = table.column(by);
  const keys = column ? keysAt(table, by, column) : () => [''];
  const isDate = fieldOf(table.entity, by)?.kind === 'date';
  return isDate ? (slot) => monthOf(keys(slot).join()) : (slot) => keys(slot).join();
}

/** Splits slots by what a field holds of them, adding up each part. */
function createGroups(table: Table, by: string, sums: readonly string[]) {
  const keyAt = groupKeyAt(table, by);
  const groups = new Map<string, { count: number; sums: ReturnType<typeof createSums> }>();
  return {
    add: (slot: number): void => {
      const key = keyAt(slot);
      let group = groups.get(key);
      if (!group) {
        group = { count: 0, sums: createSums(table, sums) };
        groups.set(key, group);
      }
      group.count += 1;
      group.sums.add(slot);
    },
    result: (): ReadonlyMap<string, Group> =>
      new Map(
        [...groups].map(([key, { count, sums: added }]) => [
          key,
          { key, count, sums: added.result() },
        ]),
      ),
  };
}

function createFacet(table: Table, name: string) {
  const column = table.column(name);
  const keys = column ? keysAt(table, name, column) : () => [''];
  const counts = new Map<string, number>();
  return {
    add: (slot: number): void => {
      for (const key of keys(slot)) counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    result: (): readonly Facet[] =>
      [...counts]
        .map(([key, count]) => ({ key, count }))
        .sort((left, right) => right.count - left.count || (left.key < right.key ? -1 : 1)),
  };
}

/** The field that a filter is on, where it is on one alone. */
const fieldOfFilter = (filter: Filter): string | null => ('field' in filter ? filter.field : null);

/** Visits the slots that fit a text, if there is one, and that some tests let through. */
function visit(
  table: Table,
  hits: Hits | null,
  tests: readonly Test[],
  take: (slot: number) => void,
): void {
  const end = table.end();
  next: for (let slot = 0; slot < end; slot += 1) {
    if (hits ? hits[slot] === 0 : table.idAt(slot) === undefined) continue;
    for (let at = 0; at < tests.length; at += 1) if (!tests[at]?.(slot)) continue next;
    take(slot);
  }
}

function facetsOf(
  table: Table,
  { where = [], facets = [] }: Query,
  tests: readonly Test[],
  hits: Hits | null,
): Record<string, readonly Facet[]> {
  return Object.fromEntries(
    facets.map((name) => {
      const facet = createFacet(table, name);
      const others = tests.filter((_, at) => {
        const filter = where[at];
        return filter === undefined || fieldOfFilter(filter) !== name;
      });
      visit(table, hits, others, facet.add);
      return [name, facet.result()];
    }),
  );
}

/** The slots of the result in its order, `from` up to `to`. */
function inOrder(
  ordered: Uint32Array,
  ranks: Uint8Array,
  best: number,
  from: number,
  to: number,
): readonly number[] {
  const slots: number[] = [];
  let seen = 0;
  for (let rank = 1; rank <= best && seen < to; rank += 1) {
    for (let at = 0; at < ordered.length && seen < to; at += 1) {
      const slot = ordered[at] ?? 0;
      if (ranks[slot] !== rank) continue;
      if (seen >= from) slots.push(slot);
      seen += 1;
    }
  }
  return slots;
}

/** The groups of the result in the order of their field. */
function keysInOrder(
  ordered: Uint32Array,
  ranks: Uint8Array,
  keyAt: (slot: number) => string,
): readonly string[] {
  const keys = new Set<string>();
  for (const slot of ordered) if (ranks[slot] !== 0) keys.add(keyAt(slot));
  return [...keys];
}

/** Slots with those of a group together, the groups in the order of `keys`; without closed ones. */
function together(
  slots: readonly number[],
  keyAt: (slot: number) => string,
  keys: readonly string[],
  closed: readonly string[],
): readonly number[] {
  const byKey = new Map<string, number[]>(
    keys.filter((key) => !closed.includes(key)).map((key) => [key, []]),
  );
  for (const slot of slots) byKey.get(keyAt(slot))?.push(slot);
  return [...byKey.values()].flat();
}

interface Means {
  readonly matching: Matching;
  readonly order: (table: Table, sorts: readonly Sort[]) => Uint32Array;
  readonly today: CivilDate;
}

/** Answers a query from the columns of its kind. */
export function answerFrom(table: Table, query: Query, { matching, order, today }: Means): Found {
  const { where = [], from, to, sums: summed = [], groupBy } = query;
  const hits = matching.find(table, query.text ?? '');
  const tests = where.map((filter) => testOf(table, filter, today));
  const byRank = hits !== null && query.sort === undefined;

  // By slot, where it stands in the result before others: how well it fits, or 1 for all alike.
  const ranks = new Uint8Array(table.end());
  const sums = createSums(table, summed);
  const groups = groupBy === undefined ? null : createGroups(table, groupBy, summed);
  let total = 0;
  visit(table, hits, tests, (slot) => {
    total += 1;
    ranks[slot] = byRank ? (hits[slot] ?? 0) : 1;
    sums.add(slot);
    groups?.add(slot);
  });

  // A question for totals alone wants no rows, and no sorting.
  const wantsRows = total > 0 && (from < to || query.ids === true);
  const ordered = wantsRows ? order(table, [query.sort ?? NEWEST].flat()) : new Uint32Array(0);
  const best = byRank ? RANK.worst : 1;
  const rowsOf = (first: number, last: number) => inOrder(ordered, ranks, best, first, last);
  const toIds = (slots: readonly number[]) => slots.map((slot) => table.idAt(slot) ?? '');
  const found = {
    total,
    all: table.count(),
    from,
    sums: sums.result(),
    facets: facetsOf(table, query, tests, hits),
  };
  const byKey = groups?.result() ?? new Map<string, Group>();
  if (groupBy === undefined || query.inGroups === undefined) {
    return {
      ...found,
      page: toIds(rowsOf(from, to)),
      groups: [...byKey.values()],
      ...(query.ids ? { ids: toIds(rowsOf(0, Number.POSITIVE_INFINITY)) } : {}),
    };
  }
  const { descending, closed } = query.inGroups;
  const keyAt = groupKeyAt(table, groupBy);
  const keys = keysInOrder(order(table, [{ field: groupBy, descending }]), ranks, keyAt);
  const rows = wantsRows ? rowsOf(0, Number.POSITIVE_INFINITY) : [];
  const ids = toIds(together(rows, keyAt, keys, closed));
  return {
    ...found,
    page: ids.slice(from, to),
    groups: keys.flatMap((key) => {
      const group = byKey.get(key);
      if (!group) return [];
      return closed.includes(key) ? [{ ...group, isClosed: true as const }] : [group];
    }),
    ...(query.ids ? { ids } : {}),
  };
}
