import { useLiveQuery } from 'dexie-react-hooks';
import {
  type ActivityUnit,
  type Change,
  type Commit,
  type CountedHead,
  type HistoryStep,
  historyOf,
  type PutBackFailure,
  partIdsIn,
  putBack,
  type RecordChange,
  type RecordRef,
  recordChangeOf,
  refKey,
  type StoredRecord,
  unitsOf,
  type Values,
} from '../../shared/commits/index.ts';
import type { Result } from '../../shared/core/result.ts';
import { fieldOf, ownerOf, titleOf } from '../../shared/entities/entity.ts';
import { type EntityName, entities, entityNamed, partsGoingWith } from '../../shared/registry.ts';
import { recordsById } from './bulk.ts';
import { BULK, type HeadRow, mayTouch } from './database.ts';
import { entityNow } from './descriptions.ts';
import { isSeen, usePast } from './past.ts';
import { session } from './session.ts';
import { commitsById } from './write.ts';

/** Ids of the commits in sight that touched some records, which are of these kinds. */
async function commitsTouching(
  ids: readonly string[],
  kinds: ReadonlySet<string>,
): Promise<readonly string[]> {
  const heads = await session()
    .database.commits.where('touches')
    .anyOf([...ids, BULK])
    .toArray();
  return heads
    .filter((head) => isSeen(head.id) && head.kinds.some((kind) => kinds.has(kind)))
    .filter((head) => mayTouch(head, ids))
    .map(({ id }) => id);
}

/** The history of a record and of its parts, newest first. */
export async function readHistory(name: EntityName, id: string): Promise<readonly HistoryStep[]> {
  const subject = { entity: entities[name], id, parts: partsGoingWith(name) };
  const kinds = new Set([name, ...subject.parts.map((part) => part.name)]);
  const { database } = session();
  // What made a part or took it away is found by its owner; what changed it meanwhile, by the part.
  const own = new Set(await commitsTouching([id], kinds));
  const found = new Map<string, Commit>();
  for (const commit of await commitsById(database, [...own])) found.set(commit.id, commit);
  const partIds = partIdsIn(subject, [...found.values()]);
  const more = partIds.size === 0 ? [] : await commitsTouching([...partIds], kinds);
  const unread = [...new Set(more)].filter((commit) => !found.has(commit));
  for (const commit of await commitsById(database, unread)) found.set(commit.id, commit);
  const inOrder = [...found.keys()].sort();
  return historyOf(
    subject,
    inOrder.flatMap((commit) => found.get(commit) ?? []),
  );
}

export function useHistory(name: EntityName, id: string): readonly HistoryStep[] | undefined {
  const past = usePast((state) => state.past);
  return useLiveQuery(() => readHistory(name, id), [name, id, past]);
}

/** Those of some records that are there, by `refKey`. */
export async function recordsOf(
  refs: readonly RecordRef[],
): Promise<ReadonlyMap<string, StoredRecord>> {
  const there = new Map<string, StoredRecord>();
  for (const [entity, wanted] of Map.groupBy(refs, (ref) => ref.entity)) {
    if (!entityNamed(entity)) continue;
    const ids = [...new Set(wanted.map(({ id }) => id))];
    for (const [id, record] of await recordsById(entity, ids))
      there.set(refKey({ entity, id }), record);
  }
  return there;
}

/** `recordsOf`, kept level with the desk; undefined while loading. */
export function useRecordsOf(
  refs: readonly RecordRef[],
): ReadonlyMap<string, StoredRecord> | undefined {
  const past = usePast((state) => state.past);
  const key = refs.map(refKey).join();
  return useLiveQuery(() => recordsOf(refs), [key, past]);
}

/** The change that puts old values of a record back, or why that cannot be. */
export async function changePuttingBack(
  name: EntityName,
  id: string,
  values: Values,
): Promise<Result<Change, PutBackFailure>> {
  const refs = Object.entries(values).flatMap(([field, value]) => {
    const described = fieldOf(entityNow(name), field);
    return described?.kind === 'ref' && typeof value === 'string'
      ? [{ entity: described.entity, id: value }]
      : [];
  });
  const there = await recordsOf([{ entity: name, id }, ...refs]);
  const record = there.get(refKey({ entity: name, id })) ?? null;
  return putBack(entityNow(name), record, values, (entity, ref) =>
    there.has(refKey({ entity, id: ref })),
  );
}

/** What a record that is not there was called, from the commits that touched it alone or with few. */
async function formerTitle({ entity, id }: RecordRef): Promise<string | null> {
  const { database } = session();
  const ids = await database.commits.where('touches').equals(id).primaryKeys();
  const commits = await commitsById(database, ids.filter(isSeen).sort().reverse());
  for (const { ops } of commits) {
    const op = ops.findLast((one) => one.entity === entity && one.id === id);
    const title = op && recordChangeOf(op, entityNamed(entity)).title;
    if (title) return title;
  }
  return null;
}

/** What a unit did to one record, with what is needed to name the record and to lead to it. */
export interface UnitChange extends RecordChange {
  readonly isThere: boolean;
  /** What it is a part of. */
  readonly owner: { readonly entity: string; readonly id: string; readonly title: string } | null;
}

const after = ({ changes }: RecordChange): Values =>
  Object.fromEntries(changes.map(({ field, before, after: next }) => [field, next ?? before]));

async function named(changes: readonly RecordChange[]): Promise<readonly UnitChange[]> {
  const there = await recordsOf(changes);
  const ownerIn = (change: RecordChange): RecordRef | null => {
    const entity = entityNamed(change.entity);
    return entity ? ownerOf(entity, there.get(refKey(change)) ?? after(change)) : null;
  };
  const owners = await recordsOf(changes.flatMap((change) => ownerIn(change) ?? []));
  const titleIn = (records: ReadonlyMap<string, StoredRecord>, ref: RecordRef): string | null => {
    const [record, entity] = [records.get(refKey(ref)), entityNamed(ref.entity)];
    return record && entity ? titleOf(entity, record) : null;
  };
  return Promise.all(
    changes.map(async (change) => {
      const owner = ownerIn(change);
      const title = change.title ?? titleIn(there, change) ?? (await formerTitle(change));
      return {
        ...change,
        title,
        isThere: there.has(refKey(change)),
        owner: owner && { ...owner, title: titleIn(owners, owner) ?? '' },
      };
    }),
  );
}

/** The first `count` of the changes that a unit made, in their order. */
export async function changesOfUnit(
  { commits, what }: ActivityUnit,
  count: number,
): Promise<readonly UnitChange[]> {
  const changes: RecordChange[] = [];
  for (const id of commits.toReversed()) {
    if (changes.length >= count) break;
    const [commit] = await commitsById(session().database, [id]);
    for (const op of commit?.ops ?? []) {
      const change = recordChangeOf(op, entityNamed(op.entity));
      const isBack = change.what === 'created' && (what === 'undone' || what === 'restored');
      changes.push(isBack ? { ...change, what: 'restored' } : change);
    }
  }
  return named(changes.slice(0, count));
}

/** `changesOfUnit`, kept level with the desk; undefined while loading. */
export function useChangesOfUnit(
  unit: ActivityUnit,
  count: number,
): readonly UnitChange[] | undefined {
  const past = usePast((state) => state.past);
  return useLiveQuery(
    () => changesOfUnit(unit, count),
    [unit.unit, unit.commits.length, count, past],
  );
}

const HEADS_AT_ONCE = 1_000;

const countedHead = ({ touches: _touches, ...head }: HeadRow): CountedHead => head;

/** What was done on the desk, newest first, in slices that leave the page time to answer. */
export async function* activityInSlices(): AsyncGenerator<readonly ActivityUnit[]> {
  const { commits } = session().database;
  const { past } = usePast.getState();
  let before = past ? past.cut : '\uffff';
  for (;;) {
    const heads = await commits.where(':id').below(before).reverse().limit(HEADS_AT_ONCE).toArray();
    yield unitsOf(heads.map(countedHead));
    before = heads.at(-1)?.id ?? before;
    if (heads.length < HEADS_AT_ONCE) return;
  }
}

/** What was done after a commit, newest first. */
export async function activityAfter(commit: string): Promise<readonly ActivityUnit[]> {
  const heads = await session().database.commits.where(':id').above(commit).toArray();
  return unitsOf(
    heads
      .reverse()
      .filter(({ id }) => isSeen(id))
      .map(countedHead),
  );
}

/** How many commits the desk's log has. */
export const countCommits = (): Promise<number> => session().database.commits.count();
