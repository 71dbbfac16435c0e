import type { EntityName } from '../../shared/registry.ts';

/** Where the kinds of records that have a page live. */
const places: Partial<Record<EntityName, string>> = {
  achievement: '/achievements',
  enterprise: '/enterprises',
  deal: '/deals',
  commissionPlan: '/plans',
};

export const listPath = (entity: EntityName): string => places[entity] ?? '/';
export const pathOf = (entity: EntityName, id: string): string => `${listPath(entity)}/${id}`;
