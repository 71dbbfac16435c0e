import { useLocation } from 'wouter';
import type { AnyEntity } from '../../shared/entities/entity.ts';
import { type EntityName, entities, isEntityName } from '../../shared/registry.ts';

/** Where the kinds of records that have a page live. */
const places: Partial<Record<EntityName, string>> = {
  achievement: '/achievements',
  ipRight: '/ip-rights',
  disclosure: '/disclosures',
  outcome: '/outcomes',
  achievementPackage: '/packages',
  catalogueItem: '/catalogue',
  enterprise: '/enterprises',
  need: '/needs',
  deal: '/deals',
  commissionPlan: '/plans',
  task: '/tasks',
};

export const listPath = (entity: EntityName): string => places[entity] ?? '/';
export const pathOf = (entity: EntityName, id: string): string => `${listPath(entity)}/${id}`;

/** The page of a record of any kind; null when its kind has none. */
export const pagePathOf = (entity: string, id: string): string | null =>
  isEntityName(entity) && places[entity] ? pathOf(entity, id) : null;

export interface RecordHere {
  readonly entity: EntityName;
  readonly id: string;
}

/** The kind whose list lives at an address, or whose record does. */
export function kindAt(path: string): EntityName | null {
  const [, list] = path.split('/');
  const found = Object.entries(places).find(([, place]) => place === `/${list}`);
  return found && isEntityName(found[0]) ? found[0] : null;
}

/** The record whose page an address is; null for lists, and for parts that open on another page. */
export function recordAt(path: string): RecordHere | null {
  const [, , id] = path.split('/');
  const name = kindAt(path);
  if (!id || name === null) return null;
  const entity: AnyEntity = entities[name];
  return entity.partOf ? null : { entity: name, id };
}

/** The record whose page is shown. */
export const useRecordHere = (): RecordHere | null => recordAt(useLocation()[0]);
