import {
  type ActivityUnit,
  type Change,
  type CountedHead,
  type Deletion,
  type Discarded,
  deletionsIn,
  discardedIn,
  neededBy,
  type RecordRef,
  type Recovered,
  type RestoreFailure,
  refKey,
  restoreChanges,
  unitsOf,
  type Values,
} from '../../shared/commits/index.ts';
import { err, type Result } from '../../shared/core/result.ts';
import { entityNamed } from '../../shared/registry.ts';
import { recordsOf } from './activity.ts';
import { DELETES } from './database.ts';
import { entityNamedNow } from './descriptions.ts';
import { isSeen } from './past.ts';
import { session } from './session.ts';
import { commitsById } from './write.ts';

/** What a unit deleted, without the records that are there again or were deleted again later. */
async function discardedBy(
  { commits }: ActivityUnit,
  seen: Set<string>,
): Promise<readonly Discarded[]> {
  const deletions: Deletion[] = [];
  for (const id of commits.toReversed()) {
    const [commit] = await commitsById(session().database, [id]);
    for (const deletion of commit ? deletionsIn(commit, entityNamed) : []) {
      if (!seen.has(refKey(deletion))) deletions.push(deletion);
      seen.add(refKey(deletion));
    }
  }
  const there = await recordsOf(deletions);
  return discardedIn(deletions.filter((deletion) => !there.has(refKey(deletion))));
}

/** The trash, last deleted first, in slices that leave the page time to answer. */
export async function* trashInSlices(): AsyncGenerator<readonly Discarded[]> {
  const heads = await session().database.commits.where('touches').equals(DELETES).toArray();
  const inSight: readonly CountedHead[] = heads.filter(({ id }) => isSeen(id));
  const seen = new Set<string>();
  for (const unit of unitsOf(inSight.toSorted((a, b) => (a.id < b.id ? 1 : -1))))
    yield await discardedBy(unit, seen);
}

/** The values that deleted records had, by `refKey`. */
export async function valuesOfDeleted(
  deletions: readonly Deletion[],
): Promise<ReadonlyMap<string, Values>> {
  const wanted = new Map(deletions.map((deletion) => [refKey(deletion), deletion]));
  const values = new Map<string, Values>();
  for (const id of new Set(deletions.map(({ commit }) => commit))) {
    const [commit] = await commitsById(session().database, [id]);
    for (const op of commit?.ops ?? []) {
      const key = refKey(op);
      if (op.op === 'delete' && wanted.get(key)?.commit === id) values.set(key, op.was);
    }
  }
  return values;
}

/** The changes that bring records of the trash back, each with its parts, or why they cannot come. */
export async function changesRestoring(
  discarded: readonly Discarded[],
): Promise<Result<readonly Change[], RestoreFailure>> {
  const all = discarded.flatMap((one) => [one, ...one.parts]);
  const values = await valuesOfDeleted(all);
  const records: Recovered[] = [];
  for (const { entity: name, id } of all) {
    const entity = entityNamedNow(name);
    const had = values.get(refKey({ entity: name, id }));
    if (!entity || !had) return err({ type: 'notFitting', entity: name, id });
    records.push({ entity, id, values: had });
  }
  const there = await recordsOf(records.flatMap(neededBy));
  const isThere = (ref: RecordRef): boolean => there.has(refKey(ref));
  return restoreChanges(records, isThere);
}
