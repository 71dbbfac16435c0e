import type { Op, StoredRecord } from '../../shared/commits/index.ts';
import type { CivilDate } from '../../shared/core/dates.ts';
import { entities, entityNames } from '../../shared/registry.ts';
import { answerFrom } from './answer.ts';
import { createMatching } from './matching.ts';
import { createOrders } from './orders.ts';
import type { Found, Query } from './query.ts';
import { createTable, type Table } from './table.ts';

/**
 * What lists, boards and totals need to know of all records, in columns: what is filtered, sorted,
 * searched and added up, and not the records themselves. Pure but for what it holds.
 */
export interface Columns {
  /** Takes records in, new ones and others of the same ids. */
  readonly put: (entity: string, records: readonly StoredRecord[]) => void;
  readonly remove: (entity: string, ids: readonly string[]) => void;
  readonly apply: (op: Op, at: number) => void;
  readonly ask: (query: Query, today: CivilDate) => Found;
  /** The title of a record, or '' where there is none. */
  readonly nameIn: (entity: string, id: string) => string;
  /** Titles of records of any kind, by id. */
  readonly names: (ids: readonly string[]) => Record<string, string>;
  /** One piece of what makes the first questions fast; false when there is nothing left to do. */
  readonly warm: () => boolean;
}

/** Does to a table what an op does to records; as `applyOp`, one on a record that is gone does nothing. */
function applyTo(table: Table, op: Op, at: number): void {
  switch (op.op) {
    case 'put': {
      const slot = table.slotOf(op.id);
      const created = table.column('createdAt');
      const before = created?.type === 'number' && slot !== undefined ? created.values()[slot] : at;
      table.put({ ...op.value, id: op.id, createdAt: before ?? at, updatedAt: at });
      break;
    }
    case 'patch':
      table.patch(op.id, op.set, at);
      break;
    case 'delete':
      table.remove(op.id);
      break;
  }
}

export function createColumns(): Columns {
  const tables = new Map<string, Table>(
    entityNames.map((name) => [name, createTable(entities[name])]),
  );
  const tableOf = (entity: string): Table | undefined => tables.get(entity);
  const matching = createMatching(tableOf);
  const order = createOrders(tableOf);

  const nameIn = (entity: string, id: string): string => {
    const table = tableOf(entity);
    const slot = table?.slotOf(id);
    return table && slot !== undefined ? table.titleAt(slot) : '';
  };
  // Collating the texts of a long column takes a moment: each is done while nobody waits.
  const cold = [...tables.values()].flatMap((table) =>
    Object.entries(table.entity.fields).flatMap(([name, { listed }]) => {
      const column = table.column(name);
      return listed !== undefined && column?.type === 'text' ? [column.ranks] : [];
    }),
  );

  return {
    put: (entity, records) => {
      const table = tableOf(entity);
      for (const record of records) table?.put(record);
      matching.forget();
    },
    remove: (entity, ids) => {
      for (const id of ids) tableOf(entity)?.remove(id);
      matching.forget();
    },
    apply: (op, at) => {
      const table = tableOf(op.entity);
      if (table) applyTo(table, op, at);
      matching.forget();
    },
    ask: (query, today) => {
      const table = tableOf(query.entity);
      // bug: a query names a kind of record that there is.
      if (!table) throw new Error(`no such kind: ${query.entity}`);
      return answerFrom(table, query, { matching, order, today: query.today ?? today });
    },
    nameIn,
    names: (ids) =>
      Object.fromEntries(
        ids.flatMap((id) => {
          const entity = entityNames.find((name) => tableOf(name)?.slotOf(id) !== undefined);
          return entity ? [[id, nameIn(entity, id)]] : [];
        }),
      ),
    warm: () => {
      cold.pop()?.();
      return cold.length > 0;
    },
  };
}
