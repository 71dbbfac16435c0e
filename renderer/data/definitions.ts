import { applyOp, type Op, type StoredRecord } from '../../shared/commits/index.ts';
import type {
  CustomChoice,
  CustomField,
  Definitions,
} from '../../shared/features/custom-fields/index.ts';
import { type DeskDatabase, tableOf } from './database.ts';

const TABLES = ['customField', 'customChoice'] as const;
type DefinitionTable = (typeof TABLES)[number];

const isDefinitionTable = (entity: string): entity is DefinitionTable =>
  TABLES.some((table) => table === entity);

/** The definitions of a desk, kept level with what happens to them. */
export interface HeldDefinitions {
  readonly all: () => Definitions;
  readonly read: (database: DeskDatabase) => Promise<void>;
  /** Answers whether any of the ops was on a definition. */
  readonly apply: (
    ops: readonly Op[],
    commit: { readonly id: string; readonly at: number },
  ) => boolean;
  /** Answers whether it was definitions that are seen otherwise. */
  readonly replace: (
    entity: string,
    put: readonly StoredRecord[],
    gone: readonly string[],
  ) => boolean;
}

export function holdDefinitions(): HeldDefinitions {
  const held = {
    customField: new Map<string, StoredRecord>(),
    customChoice: new Map<string, StoredRecord>(),
  };
  const replace: HeldDefinitions['replace'] = (entity, put, gone) => {
    if (!isDefinitionTable(entity)) return false;
    for (const record of put) held[entity].set(record.id, record);
    for (const id of gone) held[entity].delete(id);
    return true;
  };
  return {
    // The tables hold what the descriptions of their names say: `commit` checks every value written.
    all: () => ({
      fields: [...held.customField.values()] as unknown as readonly CustomField[],
      choices: [...held.customChoice.values()] as unknown as readonly CustomChoice[],
    }),
    read: async (database) => {
      for (const table of TABLES) {
        const records = await tableOf(database, table).toArray();
        held[table].clear();
        replace(table, records, []);
      }
    },
    apply: (ops, commit) => {
      let isAny = false;
      for (const op of ops) {
        if (!isDefinitionTable(op.entity)) continue;
        isAny = true;
        const next = applyOp(held[op.entity].get(op.id), op, commit);
        replace(op.entity, next ? [next] : [], next ? [] : [op.id]);
      }
      return isAny;
    },
    replace,
  };
}
