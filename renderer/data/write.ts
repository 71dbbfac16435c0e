import {
  applyOp,
  type Commit,
  type CommitHead,
  type Op,
  refKey,
  type StoredRecord,
  type Tally,
  tallyAfter,
} from '../../shared/commits/index.ts';
import { takingTurns } from '../../shared/core/turns.ts';
import { entityNamed } from '../../shared/registry.ts';
import {
  BULK,
  DELETES,
  type DeskDatabase,
  type HeadRow,
  type Log,
  MOST_TOUCHES,
  tableOf,
} from './database.ts';

/**
 * Does work when all writing that was asked for before is done, and holds back what comes after:
 * so the clock and the order of the log agree.
 */
export const inTurn = takingTurns();

/** Current records of some ids, by `refKey`. */
export type Loaded = Map<string, StoredRecord>;

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
      if (record) loaded.set(refKey({ entity, id: record.id }), record);
    }
  }
  return loaded;
}

export const recordIn = (loaded: Loaded, entity: string, id: string): StoredRecord | undefined =>
  loaded.get(refKey({ entity, id }));

/** A record that was touched, and what it was before. */
interface Touch {
  readonly entity: string;
  readonly id: string;
  readonly before: StoredRecord | undefined;
}
export type Touched = Map<string, Touch>;

/** Applies ops to what is loaded and remembers which records they touched. */
export function applyTo(
  loaded: Loaded,
  ops: readonly Op[],
  commit: Pick<Commit, 'id' | 'at'>,
  touched: Touched,
): void {
  for (const op of ops) {
    const key = refKey(op);
    const record = loaded.get(key);
    const next = applyOp(record, op, commit);
    if (!touched.has(key)) touched.set(key, { entity: op.entity, id: op.id, before: record });
    if (next) loaded.set(key, next);
    else loaded.delete(key);
  }
}

/** Writes the touched records as they now are, and the tally with them, which it answers. */
export async function writeTouched(
  database: DeskDatabase,
  loaded: Loaded,
  touched: Touched,
  tally: Tally,
): Promise<Tally> {
  const writing: PromiseLike<unknown>[] = [];
  for (const [entity, touches] of Map.groupBy(touched.values(), (touch) => touch.entity)) {
    const records = touches.map(({ id }) => recordIn(loaded, entity, id));
    const puts = records.filter((record) => record !== undefined);
    const deletes = touches.filter((_, index) => records[index] === undefined);
    const table = tableOf(database, entity);
    if (puts.length > 0) writing.push(table.bulkPut(puts));
    if (deletes.length > 0) writing.push(table.bulkDelete(deletes.map(({ id }) => id)));
  }
  // Counted while the browser writes: the two take about as long.
  const steps = [...touched.values()].map(({ entity, id, before }) => ({
    entity,
    before,
    after: recordIn(loaded, entity, id),
  }));
  const after = tallyAfter(tally, steps);
  writing.push(database.meta.put({ key: 'tally', value: after }));
  await Promise.all(writing);
  return after;
}

/** The owners that ops name: of parts that came, went or were handed on. */
function ownersIn(ops: readonly Op[]): readonly string[] {
  return ops.flatMap((op) => {
    const field = entityNamed(op.entity)?.partOf?.field;
    if (field === undefined) return [];
    const values = op.op === 'put' ? [op.value] : op.op === 'patch' ? [op.set, op.was] : [op.was];
    return values.flatMap(({ [field]: owner }) => (typeof owner === 'string' ? [owner] : []));
  });
}

function headOf({ ops, ...head }: Commit): HeadRow {
  const ids = new Set([...ops.map((op) => op.id), ...ownersIn(ops)]);
  let [first = ''] = ids;
  let last = first;
  for (const id of ids) {
    if (id < first) first = id;
    if (id > last) last = id;
  }
  const counts = { put: 0, patch: 0, delete: 0 };
  for (const { op } of ops) counts[op] += 1;
  return {
    ...head,
    touches: [...(ids.size > MOST_TOUCHES ? [BULK] : ids), ...(counts.delete > 0 ? [DELETES] : [])],
    span: [first, last],
    kinds: [...new Set(ops.map((op) => op.entity))],
    puts: counts.put,
    patches: counts.patch,
    deletes: counts.delete,
  };
}

/** Appends commits to the log; `pending` ones still have to reach the journal. */
export async function appendToLog(
  database: DeskDatabase,
  commits: readonly Commit[],
  pending: boolean,
): Promise<void> {
  await Promise.all([
    database.commits.bulkPut(commits.map(headOf)),
    database.ops.bulkPut(commits.map(({ id, ops }) => ({ id, ops }))),
    pending && database.outbox.bulkPut(commits.map(({ id }) => ({ id }))),
  ]);
}

/** The head as it was committed, without what is stored beside it. */
export function commitHeadOf(row: HeadRow): CommitHead {
  const {
    touches: _touches,
    span: _span,
    kinds: _kinds,
    puts: _puts,
    patches: _patches,
    deletes: _deletes,
    ...head
  } = row;
  return head;
}

/** Commits with their ops, in the order of the ids given; those not there are left out. */
export async function commitsById(
  database: Log,
  ids: readonly string[],
): Promise<readonly Commit[]> {
  const [heads, ops] = await Promise.all([
    database.commits.bulkGet([...ids]),
    database.ops.bulkGet([...ids]),
  ]);
  return heads.flatMap((head, index) => {
    if (!head) return [];
    return [{ ...commitHeadOf(head), ops: ops[index]?.ops ?? [] }];
  });
}
