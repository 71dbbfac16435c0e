import type { AnyEntity } from './entities/entity.ts';
import { achievement, achievementPerson, achievementUnit } from './features/achievements/index.ts';
import { attachment } from './features/attachments/index.ts';
import { commission, commissionPlan, share } from './features/commissions/index.ts';
import {
  customChoice,
  customField,
  type Definitions,
  withCustomFields,
} from './features/custom-fields/index.ts';
import { deal, introduction, receipt, stage } from './features/deals/index.ts';
import {
  disclosure,
  disclosureInventor,
  disclosurePublication,
} from './features/disclosures/index.ts';
import { contact, enterprise } from './features/enterprises/index.ts';
import {
  evaluation,
  evaluationIndicator,
  evaluationScore,
  evaluator,
  trlEvidence,
  valuation,
  valuationRow,
} from './features/evaluations/index.ts';
import { encumbrance, ipLink, ipRight } from './features/ip-rights/index.ts';
import { need, needIndicator } from './features/needs/index.ts';
import { note } from './features/notes/index.ts';
import { catalogueItem, outcome, outcomeLink } from './features/outcomes/index.ts';
import {
  achievementPackage,
  packageEdition,
  packageItem,
  packageRecipient,
} from './features/packages/index.ts';
import { consent, fieldGuard, handout } from './features/publishing/index.ts';
import { ruleRow } from './features/rules/index.ts';
import { star } from './features/stars/index.ts';
import { task } from './features/tasks/index.ts';
import { view } from './features/views/index.ts';

/** Every kind of record, by table name. A new kind of record is one word here. */
const all = [
  achievement,
  achievementUnit,
  achievementPerson,
  ipRight,
  ipLink,
  encumbrance,
  disclosure,
  disclosureInventor,
  disclosurePublication,
  trlEvidence,
  evaluation,
  evaluationIndicator,
  evaluator,
  evaluationScore,
  valuation,
  valuationRow,
  fieldGuard,
  consent,
  handout,
  enterprise,
  contact,
  need,
  needIndicator,
  stage,
  deal,
  introduction,
  receipt,
  commissionPlan,
  commission,
  share,
  attachment,
  view,
  star,
  note,
  task,
  customField,
  customChoice,
  ruleRow,
  outcome,
  outcomeLink,
  catalogueItem,
  achievementPackage,
  packageItem,
  packageEdition,
  packageRecipient,
] as const;

/** The kinds of record by their type: `EntityMap['deal']` is the deal's description. */
export type EntityMap = { readonly [E in (typeof all)[number] as E['name']]: E };
export type EntityName = keyof EntityMap;

export const entities = Object.fromEntries(
  all.map((entity) => [entity.name, entity]),
) as unknown as EntityMap;
export const entityNames = all.map((entity) => entity.name) as readonly EntityName[];

export const isEntityName = (name: string): name is EntityName => Object.hasOwn(entities, name);

/** Every kind of record as a desk has it: with the fields that its users gave it. */
export type Descriptions = { readonly [N in EntityName]: AnyEntity };

export const describedWith = (definitions: Definitions): Descriptions =>
  Object.fromEntries(
    all.map((entity) => [entity.name, withCustomFields(entity, definitions)]),
  ) as unknown as Descriptions;

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
