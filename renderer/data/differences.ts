import { type StoredRecord, sameValue, valuesOf } from '../../shared/commits/index.ts';
import { titleOf } from '../../shared/entities/entity.ts';
import { type EntityName, entities, entityNames } from '../../shared/registry.ts';
import type { DeskDatabase } from './database.ts';
import { slicesOf } from './tables.ts';

export interface Named {
  readonly id: string;
  readonly title: string;
}

/** Records by name, of which at most the first 200 are listed. */
export interface NamedList {
  readonly count: number;
  readonly first: readonly Named[];
}
const LISTED = 200;

/** What changes in one kind of record between two desks. */
export interface KindDifference {
  readonly entity: EntityName;
  readonly before: number;
  readonly after: number;
  readonly added: NamedList;
  readonly removed: NamedList;
  readonly changed: NamedList;
}

/** The records of a kind one by one in the order of their ids. */
async function* inOrder(
  database: DeskDatabase,
  entity: string,
): AsyncGenerator<StoredRecord, undefined> {
  for await (const records of slicesOf(database, entity)) yield* records;
}

/** The same commit wrote both, or both have the same values all the same. */
const isSame = (left: StoredRecord, right: StoredRecord): boolean =>
  left.rev === right.rev || sameValue(valuesOf(left), valuesOf(right));

async function differenceIn(
  entity: EntityName,
  before: DeskDatabase,
  after: DeskDatabase,
): Promise<KindDifference> {
  const lists = {
    added: { count: 0, first: [] as Named[] },
    removed: { count: 0, first: [] as Named[] },
    changed: { count: 0, first: [] as Named[] },
  };
  const note = (list: keyof typeof lists, record: StoredRecord): void => {
    lists[list].count += 1;
    if (lists[list].first.length >= LISTED) return;
    lists[list].first.push({ id: record.id, title: titleOf(entities[entity], record) });
  };
  const counts = { before: 0, after: 0 };
  const olds = inOrder(before, entity);
  const news = inOrder(after, entity);
  let old = (await olds.next()).value;
  let young = (await news.next()).value;
  while (old || young) {
    const takeOld = old && (!young || old.id <= young.id);
    const takeYoung = young && (!old || young.id <= old.id);
    if (old && young && old.id === young.id) {
      if (!isSame(old, young)) note('changed', young);
    } else if (old && takeOld) note('removed', old);
    else if (young) note('added', young);
    if (takeOld) {
      counts.before += 1;
      old = (await olds.next()).value;
    }
    if (takeYoung) {
      counts.after += 1;
      young = (await news.next()).value;
    }
  }
  return { entity, ...counts, ...lists };
}

/** What is otherwise in one database than in another, for each kind of which either has records. */
export async function differencesBetween(
  before: DeskDatabase,
  after: DeskDatabase,
  onProgress: (done: number, total: number) => void,
): Promise<readonly KindDifference[]> {
  const all: KindDifference[] = [];
  for (const [index, entity] of entityNames.entries()) {
    all.push(await differenceIn(entity, before, after));
    onProgress(index + 1, entityNames.length);
  }
  return all.filter((kind) => kind.before + kind.after > 0);
}
