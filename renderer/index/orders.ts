import { fieldOf } from '../../shared/entities/entity.ts';
import type { Sort } from './query.ts';
import { merged } from './ranks.ts';
import type { Tables, Targets } from './refs.ts';
import type { Table } from './table.ts';

/** So many orders are kept level with the changes, over all kinds. */
const MOST_ORDERS = 24;

/** What a slot counts for in a sort; NaN, or nothing, for blank. */
type Keys = Float64Array;

/** How records are sorted by a field: by what it holds, or by the names that it stands for. */
function keysOf(table: Table, field: string, tables: Tables, targets: Targets): Keys {
  const column = table.column(field);
  if (!column) return new Float64Array(0);
  const description = fieldOf(table.entity, field);
  if (column.type !== 'text' || description?.kind !== 'ref') return column.sortKeys();
  const named = tables(description.entity);
  const names = named?.column(named.entity.title)?.sortKeys();
  const slots = targets(table, field);
  const codes = column.codes();
  // A reference to nothing stands first.
  return Float64Array.from(codes, (code) =>
    code === 0 ? Number.NaN : (names?.[slots[code] ?? -1] ?? -1),
  );
}

type Compare = (left: number, right: number) => number;

/** Blanks stand last both ways, and equal records by id, newest first, so that rows never jump. */
function comparerOf(
  table: Table,
  sorts: readonly Sort[],
  tables: Tables,
  targets: Targets,
): Compare {
  const all = sorts.map(({ field, descending }) => ({
    keys: keysOf(table, field, tables, targets),
    direction: descending ? -1 : 1,
  }));
  const ids = table.idRanks();
  return (left, right) => {
    for (const { keys, direction } of all) {
      const one = keys[left] ?? Number.NaN;
      const other = keys[right] ?? Number.NaN;
      if (one === other) continue;
      const isBlank = Number.isNaN(one);
      if (isBlank !== Number.isNaN(other)) return isBlank ? 1 : -1;
      if (!isBlank) return (one - other) * direction;
    }
    return (ids[right] ?? 0) - (ids[left] ?? 0);
  };
}

interface Order {
  slots: Uint32Array;
  /** How far the table's changes are in it. */
  changes: number;
  stamp: string;
}

/** Which state of the table and of the names sorted by an order belongs to. */
function stampOf(table: Table, sorts: readonly Sort[], tables: Tables): string {
  const names = sorts.map(({ field }) => {
    const description = fieldOf(table.entity, field);
    return description?.kind === 'ref' ? tables(description.entity)?.counts.titles : 0;
  });
  return [table.counts.forgotten, ...names].join();
}

function sortAll(table: Table, compare: Compare): Uint32Array {
  const slots = new Uint32Array(table.count());
  let at = 0;
  for (let slot = 0; slot < table.end(); slot += 1) {
    if (table.idAt(slot) !== undefined) slots[at++] = slot;
  }
  return slots.sort(compare);
}

/** Takes the slots that changed out and puts them where they belong now. */
function mend(table: Table, slots: Uint32Array, changed: readonly number[], compare: Compare) {
  const isMoved = new Uint8Array(table.end());
  for (const slot of changed) isMoved[slot] = 1;
  const kept = new Uint32Array(slots.length);
  let count = 0;
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots[at] ?? 0;
    if (isMoved[slot] === 0) kept[count++] = slot;
  }
  const there = [...new Set(changed)].filter((slot) => table.idAt(slot) !== undefined);
  return merged(kept.subarray(0, count), Uint32Array.from(there).sort(compare), compare);
}

/** All slots of a table in the order of some fields; the orders used last are kept for the next time. */
export function createOrders(tables: Tables, targets: Targets) {
  const known = new Map<string, Order>();
  return (table: Table, sorts: readonly Sort[]): Uint32Array => {
    const key = JSON.stringify([table.entity.name, sorts]);
    const stamp = stampOf(table, sorts, tables);
    const order = known.get(key);
    const isLevel = order?.stamp === stamp;
    if (isLevel && order.changes === table.changes.length) return order.slots;
    const compare = comparerOf(table, sorts, tables, targets);
    const slots =
      order && isLevel
        ? mend(table, order.slots, table.changes.slice(order.changes), compare)
        : sortAll(table, compare);
    known.delete(key);
    known.set(key, { slots, changes: table.changes.length, stamp });
    const [oldest] = known.keys();
    if (known.size > MOST_ORDERS && oldest !== undefined) known.delete(oldest);
    return slots;
  };
}
