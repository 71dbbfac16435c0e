import { applyOp, type Commit, type Op, type StoredRecord } from '../../shared/commits/index.ts';
import { BULK, type DeskDatabase, MOST_TOUCHES, tableOf } from './database.ts';

/** Current records of some ids, by `entity/id`. */
export type Loaded = Map<string, StoredRecord>;

const keyOf = (entity: string, id: string): string => `${entity}/${id}`;

/** Reads what ops or changes are about. Call inside the transaction that writes. */
export async function load(
  database: DeskDatabase,
  refs: readonly { readonly entity: string; readonly id: string }[],
): Promise<Loaded> {
  const idsByEntity = Map.groupBy(refs, (ref) => ref.entity);
  const loaded: Loaded = new Map();
  for (const [entity, entityRefs] of idsByEntity) {
    const ids = [...new Set(entityRefs.map((ref) => ref.id))];
    for (const record of await tableOf(database, entity).bulkGet(ids)) {
      if (record) loaded.set(keyOf(entity, record.id), record);
    }
  }
  return loaded;
}

export const recordIn = (loaded: Loaded, entity: string, id: string): StoredRecord | undefined =>
  loaded.get(keyOf(entity, id));

/** Applies ops to what is loaded and remembers which records to put and which to delete. */
export function applyTo(
  loaded: Loaded,
  ops: readonly Op[],
  commit: Pick<Commit, 'id' | 'at'>,
  touched: Map<string, { readonly entity: string; readonly id: string }>,
): void {
  for (const op of ops) {
    const key = keyOf(op.entity, op.id);
    const next = applyOp(loaded.get(key), op, commit);
    if (next) loaded.set(key, next);
    else loaded.delete(key);
    touched.set(key, { entity: op.entity, id: op.id });
  }
}

/** Writes the touched records as they now are. */
export async function writeTouched(
  database: DeskDatabase,
  loaded: Loaded,
  touched: ReadonlyMap<string, { readonly entity: string; readonly id: string }>,
): Promise<void> {
  const byEntity = Map.groupBy(touched.values(), (ref) => ref.entity);
  for (const [entity, refs] of byEntity) {
    const puts: StoredRecord[] = [];
    const deletes: string[] = [];
    for (const { id } of refs) {
      const record = recordIn(loaded, entity, id);
      if (record) puts.push(record);
      else deletes.push(id);
    }
    const table = tableOf(database, entity);
    if (puts.length > 0) await table.bulkPut(puts);
    if (deletes.length > 0) await table.bulkDelete(deletes);
  }
}

/** Appends commits to the log; `pending` ones still have to reach the journal. */
export async function appendToLog(
  database: DeskDatabase,
  commits: readonly Commit[],
  pending: boolean,
): Promise<void> {
  const heads = commits.map(({ ops, ...head }) => {
    const ids = [...new Set(ops.map((op) => op.id))];
    return { ...head, touches: ids.length > MOST_TOUCHES ? [BULK] : ids };
  });
  await database.commits.bulkPut(heads);
  await database.ops.bulkPut(commits.map(({ id, ops }) => ({ id, ops })));
  if (pending) await database.outbox.bulkPut(commits.map(({ id }) => ({ id })));
}

/** Commits with their ops, in the order of the ids given; those not there are left out. */
export async function commitsById(
  database: DeskDatabase,
  ids: readonly string[],
): Promise<readonly Commit[]> {
  const [heads, ops] = await Promise.all([
    database.commits.bulkGet([...ids]),
    database.ops.bulkGet([...ids]),
  ]);
  return heads.flatMap((head, index) => {
    if (!head) return [];
    const { touches: _touches, ...rest } = head;
    return [{ ...rest, ops: ops[index]?.ops ?? [] }];
  });
}
