import type { Op, StoredRecord } from '../../shared/commits/index.ts';
import type { CivilDate } from '../../shared/core/dates.ts';
import type { AnyEntity } from '../../shared/entities/entity.ts';
import {
  type Descriptions,
  type EntityName,
  entities,
  entityNames,
} from '../../shared/registry.ts';
import { answerFrom } from './answer.ts';
import { createMatching } from './matching.ts';
import { createOrders } from './orders.ts';
import type { Part, PartReader } from './parts.ts';
import { warmReadings } from './pinyin.ts';
import type { Found, Query } from './query.ts';
import { createTargets } from './refs.ts';
import { createTable, type Table, tableInPieces } from './table.ts';

/**
 * What lists, boards and totals need to know of all records, in columns: what is filtered, sorted,
 * searched and added up, and not the records themselves. Pure but for what it holds.
 */
export interface Columns {
  /** How a kind of record is described, with the fields that users gave it. */
  readonly entityOf: (name: EntityName) => AnyEntity;
  /**
   * Describes kinds otherwise. Answers those whose columns or texts are others by that: they are
   * empty now, and to be filled again.
   */
  readonly describe: (entities: Descriptions) => readonly EntityName[];
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
  /** How many records of a kind there are. */
  readonly count: (name: EntityName) => number;
  /** Another text after every change to a kind or to how it is described. */
  readonly stateOf: (name: EntityName) => string;
  /** What of a kind's description its columns are made of. */
  readonly madeOf: (name: EntityName) => string;
  /** All that is held of a kind, to be kept: good as long as its state is the same. */
  readonly parts: (name: EntityName) => Generator<Part>;
  /**
   * Takes in what was kept of a kind under the same description, in place of what is there, piece
   * by piece: whoever goes through them may do other things in between. Throws where that is not
   * what was written, or the kind is described otherwise by then; nothing has changed then.
   */
  readonly takeIn: (name: EntityName, from: PartReader) => Generator<undefined, void>;
  /** Forgets all records of a kind. */
  readonly empty: (name: EntityName) => void;
}

/** Does to a table what an op does to records; as `applyOp`, one on a record that is gone does nothing. */
function applyTo(table: Table, op: Op, at: number): void {
  switch (op.op) {
    case 'put': {
      const slot = table.slotOf(op.id);
      const created = table.column('createdAt');
      const before = slot === undefined ? at : (created?.figureAt(slot) ?? at);
      table.put({ ...op.value, id: op.id, createdAt: before, updatedAt: at });
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

/** What of a description the columns are made of: not how fields are shown, but the words of choices. */
const madeOf = ({ fields }: AnyEntity): string =>
  JSON.stringify(
    Object.entries(fields).map(([name, { label: _label, listed: _listed, ...field }]) => [
      name,
      field,
    ]),
  );

/** What is slow the first time: how characters are read, the codes and the order of long columns. */
function* warmersOf(tables: Iterable<Table>): Generator<() => boolean> {
  yield warmReadings;
  for (const table of tables) {
    for (const [name, { listed }] of Object.entries(table.entity.fields)) {
      const column = table.column(name);
      if (column?.type !== 'text') continue;
      yield column.warmChange;
      if (listed !== undefined) yield column.warmRanks;
    }
  }
}

export function createColumns(): Columns {
  const tables = new Map<string, Table>(
    entityNames.map((name) => [name, createTable(entities[name])]),
  );
  /** By kind, how often its table was replaced by another. */
  const stamps = new Map<string, number>();
  const tableOf = (entity: string): Table | undefined => tables.get(entity);
  let described: Descriptions = entities;
  const targets = createTargets(tableOf);
  const matching = createMatching(tableOf, targets);
  let order = createOrders(tableOf, targets);
  const replaceBy = (table: Table): void => {
    tables.set(table.entity.name, table);
    stamps.set(table.entity.name, (stamps.get(table.entity.name) ?? 0) + 1);
    order = createOrders(tableOf, targets);
  };

  const nameIn = (entity: string, id: string): string => {
    const table = tableOf(entity);
    const slot = table?.slotOf(id);
    return table && slot !== undefined ? table.titleAt(slot) : '';
  };
  return {
    entityOf: (name) => described[name],
    describe: (next) => {
      const before = described;
      described = next;
      const others = entityNames.filter((name) => madeOf(before[name]) !== madeOf(next[name]));
      for (const name of others) replaceBy(createTable(next[name]));
      return others;
    },
    put: (entity, records) => {
      const table = tableOf(entity);
      for (const record of records) table?.put(record);
    },
    remove: (entity, ids) => {
      for (const id of ids) tableOf(entity)?.remove(id);
    },
    apply: (op, at) => {
      const table = tableOf(op.entity);
      if (table) applyTo(table, op, at);
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
      for (const warmSome of warmersOf(tables.values())) if (warmSome()) return true;
      return false;
    },
    count: (name) => tables.get(name)?.count() ?? 0,
    stateOf: (name) => `${stamps.get(name) ?? 0}.${tables.get(name)?.version()}`,
    madeOf: (name) => madeOf(described[name]),
    parts: function* (name) {
      yield* tables.get(name)?.parts() ?? [];
    },
    takeIn: function* (name, from) {
      const made = madeOf(described[name]);
      const table = yield* tableInPieces(described[name], from);
      if (!from.isEnd()) throw new Error(`what was kept of ${name} is damaged`);
      if (madeOf(described[name]) !== made) throw new Error(`${name} is described otherwise`);
      replaceBy(table);
    },
    empty: (name) => replaceBy(createTable(described[name])),
  };
}
