import type { Change } from '../../shared/commits/index.ts';
import { type EntityName, entities, partsGoingWith } from '../../shared/registry.ts';
import { deletionsOfParts } from '../data/read.ts';
import { askIndex } from '../index/use-answer.ts';

/** The kinds of records that rest on others: those that they refer to stay. */
const resting = ['deal', 'need'] as const satisfies readonly EntityName[];

export interface Deletion {
  /** Each record with its parts before it. */
  readonly changes: readonly Change[];
  /** How many deals and needs rest on a record, by its id: these records stay. */
  readonly inUse: ReadonlyMap<string, number>;
}

/** How often records of a kind refer to others of `name`, by the ids of these. */
async function usesOf(by: EntityName, name: EntityName, ids: readonly string[]) {
  const field = Object.entries(entities[by].fields).find(
    ([, description]) => description.kind === 'ref' && description.entity === name,
  )?.[0];
  if (field === undefined) return [];
  const where = [{ field, in: ids }];
  return (await askIndex({ entity: by, where, from: 0, to: 0, groupBy: field })).groups;
}

/** What deletes records of a kind. Those that deals or needs rest on stay. */
export async function planDeletion(name: EntityName, ids: readonly string[]): Promise<Deletion> {
  const used = await Promise.all(resting.map((by) => usesOf(by, name, ids)));
  const inUse = new Map<string, number>();
  for (const { key, count } of used.flat()) inUse.set(key, (inUse.get(key) ?? 0) + count);
  const going = ids.filter((id) => !inUse.has(id));
  const parts = await deletionsOfParts(partsGoingWith(name), going);
  return { changes: [...parts, ...going.map((id): Change => ({ delete: name, id }))], inUse };
}
