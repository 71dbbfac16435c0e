import { fieldOf } from '../../shared/entities/entity.ts';
import type { Column } from './column.ts';
import type { Table } from './table.ts';

/** Tables by kind of record. */
export type Tables = (entity: string) => Table | undefined;

/** By code of a reference, the slot of the record that it names, or -1 where there is none. */
export type Targets = (table: Table, field: string) => Int32Array;

interface Known {
  readonly named: Table | undefined;
  readonly stamp: string;
  readonly slots: Int32Array;
}

const NONE = new Int32Array(0);

/** Finds out once what the references of a field name, and again when either side has changed. */
export function createTargets(tables: Tables): Targets {
  const known = new WeakMap<Column, Known>();
  return (table, field) => {
    const column = table.column(field);
    const description = fieldOf(table.entity, field);
    if (column?.type !== 'text' || description?.kind !== 'ref') return NONE;
    const named = tables(description.entity);
    const stamp = `${column.version()} ${named?.counts.slots}`;
    const before = known.get(column);
    if (before?.stamp === stamp && before.named === named) return before.slots;
    const slots = new Int32Array(column.entries.length).fill(-1);
    for (let code = 1; code < slots.length; code += 1) {
      const id = column.entries[code];
      if (typeof id === 'string') slots[code] = named?.slotOf(id) ?? -1;
    }
    known.set(column, { named, stamp, slots });
    return slots;
  };
}
