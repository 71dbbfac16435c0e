import { create } from 'zustand';
import type { AnyEntity } from '../../shared/entities/entity.ts';
import type { Definitions } from '../../shared/features/custom-fields/index.ts';
import {
  type Descriptions,
  describedWith,
  type EntityName,
  entities,
  isEntityName,
} from '../../shared/registry.ts';
import type { DeskDatabase } from './database.ts';
import { holdDefinitions } from './definitions.ts';
import { onReplaced } from './past.ts';
import { onCommits } from './session.ts';

const held = holdDefinitions();

interface DescriptionStore {
  readonly definitions: Definitions;
  readonly entities: Descriptions;
}

/** Every kind of record as the open desk has it, with the user's own fields. */
export const useDescriptions = create<DescriptionStore>(() => ({
  definitions: { fields: [], choices: [] },
  entities,
}));

function describe(): void {
  const definitions = held.all();
  useDescriptions.setState({ definitions, entities: describedWith(definitions) });
}

/** Reads what the users of a desk have added to its kinds of records; before anything is shown of it. */
export async function readDescriptions(database: DeskDatabase): Promise<void> {
  await held.read(database);
  describe();
}

onCommits((commits) => {
  const changed = commits.map((commit) => held.apply(commit.ops, commit));
  if (changed.includes(true)) describe();
});
onReplaced(({ entity, put, gone }) => {
  if (held.replace(entity, put, gone)) describe();
});

/** A kind of record as the desk has it now. */
export const entityNow = (name: EntityName): AnyEntity => useDescriptions.getState().entities[name];

/** The same for a name from outside; undefined where there is no such kind. */
export const entityNamedNow = (name: string): AnyEntity | undefined =>
  isEntityName(name) ? entityNow(name) : undefined;

/** A kind of record as the desk has it, for a screen. */
export const useEntity = (name: EntityName): AnyEntity =>
  useDescriptions((store) => store.entities[name]);
