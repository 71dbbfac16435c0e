import type { Change } from '../../shared/commits/index.ts';
import { type EntityName, entities, partsGoingWith } from '../../shared/registry.ts';
import { deletionsOfParts } from '../data/read.ts';
import { askIndex } from '../index/use-answer.ts';

export interface Deletion {
  /** Each record with its parts before it. */
  readonly changes: readonly Change[];
  /** How many deals rest on a record, by its id: these records stay. */
  readonly inUse: ReadonlyMap<string, number>;
}

/** What deletes records of a kind. Those that deals rest on stay. */
export async function planDeletion(name: EntityName, ids: readonly string[]): Promise<Deletion> {
  const field = Object.entries(entities.deal.fields).find(
    ([, description]) => description.kind === 'ref' && description.entity === name,
  )?.[0];
  const used =
    field === undefined
      ? []
      : (
          await askIndex({
            entity: 'deal',
            where: [{ field, in: ids }],
            from: 0,
            to: 0,
            groupBy: field,
          })
        ).groups;
  const inUse = new Map(used.map(({ key, count }) => [key, count]));
  const going = ids.filter((id) => !inUse.has(id));
  const parts = await deletionsOfParts(partsGoingWith(name), going);
  return { changes: [...parts, ...going.map((id): Change => ({ delete: name, id }))], inUse };
}
