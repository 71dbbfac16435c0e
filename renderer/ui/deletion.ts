import type { Change } from '../../shared/commits/index.ts';
import { type EntityName, entityNames, partsGoingWith } from '../../shared/registry.ts';
import { entityNow } from '../data/descriptions.ts';
import { deletionsOfParts } from '../data/read.ts';
import { askIndex } from '../index/use-answer.ts';

export interface Deletion {
  /** Each record with its parts before it. */
  readonly changes: readonly Change[];
  /** In how many places other records refer to a record, by its id: these records stay. */
  readonly inUse: ReadonlyMap<string, number>;
}

/** Every field, the user's own too, by which records that stand on their own refer to such a record. */
const referencesTo = (name: EntityName) =>
  entityNames.flatMap((by) => {
    const { partOf, fields } = entityNow(by);
    if (partOf) return [];
    return Object.entries(fields)
      .filter(([, field]) => field.kind === 'ref' && field.entity === name)
      .map(([field]) => ({ entity: by, field }));
  });

/** What deletes records of a kind. Those that others refer to stay. */
export async function planDeletion(name: EntityName, ids: readonly string[]): Promise<Deletion> {
  const used = await Promise.all(
    referencesTo(name).map(({ entity, field }) =>
      askIndex({ entity, where: [{ field, in: ids }], from: 0, to: 0, groupBy: field }),
    ),
  );
  const inUse = new Map<string, number>();
  for (const { key, count } of used.flatMap(({ groups }) => groups)) {
    inUse.set(key, (inUse.get(key) ?? 0) + count);
  }
  const going = ids.filter((id) => !inUse.has(id));
  const parts = await deletionsOfParts(partsGoingWith(name), going);
  return { changes: [...parts, ...going.map((id): Change => ({ delete: name, id }))], inUse };
}
