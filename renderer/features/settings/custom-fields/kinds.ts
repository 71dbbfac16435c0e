import type { AnyEntity } from '../../../../shared/entities/entity.ts';
import { type EntityName, entities, entityNames } from '../../../../shared/registry.ts';

/** The kinds of records that users may give fields of their own, and that such fields may link to. */
export const extensibleKinds: readonly EntityName[] = entityNames.filter(
  (name) => (entities[name] satisfies AnyEntity as AnyEntity).extensible,
);
