import type { AnyEntity } from './entities/entity.ts';
import { achievement } from './features/achievements/index.ts';
import { attachment } from './features/attachments/index.ts';
import { commission, commissionPlan, share } from './features/commissions/index.ts';
import { deal, introduction, receipt, stage } from './features/deals/index.ts';
import { contact, enterprise } from './features/enterprises/index.ts';
import { note } from './features/notes/index.ts';
import { task } from './features/tasks/index.ts';
import { view } from './features/views/index.ts';

/** Every kind of record, by table name. A new kind of record is one word here. */
const all = [
  achievement,
  enterprise,
  contact,
  stage,
  deal,
  introduction,
  receipt,
  commissionPlan,
  commission,
  share,
  attachment,
  view,
  note,
  task,
] as const;

/** The kinds of record by their type: `EntityMap['deal']` is the deal's description. */
export type EntityMap = { readonly [E in (typeof all)[number] as E['name']]: E };
export type EntityName = keyof EntityMap;

export const entities = Object.fromEntries(
  all.map((entity) => [entity.name, entity]),
) as unknown as EntityMap;
export const entityNames = all.map((entity) => entity.name) as readonly EntityName[];

export const isEntityName = (name: string): name is EntityName => Object.hasOwn(entities, name);

/** The description of a kind of record named from outside, or undefined. */
export const entityNamed = (name: string): AnyEntity | undefined =>
  isEntityName(name) ? entities[name] : undefined;

/** The kinds of record that are parts of the named one, and come to be with it in an import. */
export const partsOf = (name: string): readonly AnyEntity[] =>
  (all as readonly AnyEntity[]).filter((entity) => entity.partOf?.entity === name);

/** The kinds of record that may be parts of a record of any kind. */
const partsOfAny = (all as readonly AnyEntity[]).filter((entity) => entity.partOf?.kindField);

/** The kinds of record that go when a record of the named kind goes. */
export const partsGoingWith = (name: string): readonly AnyEntity[] => [
  ...partsOf(name),
  ...partsOfAny,
];
