import { type EntityName, isEntityName } from '../../shared/registry.ts';

/** Where the kinds of records that have a page live. */
const places: Partial<Record<EntityName, string>> = {
  achievement: '/achievements',
  enterprise: '/enterprises',
  deal: '/deals',
  commissionPlan: '/plans',
  task: '/tasks',
};

export const listPath = (entity: EntityName): string => places[entity] ?? '/';
export const pathOf = (entity: EntityName, id: string): string => `${listPath(entity)}/${id}`;

/** The page of a record of any kind; null when its kind has none. */
export const pagePathOf = (entity: string, id: string): string | null =>
  isEntityName(entity) && places[entity] ? pathOf(entity, id) : null;
