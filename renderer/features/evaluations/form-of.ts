import type { Values } from '../../../shared/commits/index.ts';
import type { AnyEntity } from '../../../shared/entities/entity.ts';

/** What belongs to no form: whose a part is and where it stands. */
const placing = new Set([
  'achievementId',
  'evaluationId',
  'valuationId',
  'position',
  'role',
  'weightsFrom',
]);

/** A part as its form asks for it: all its fields, or only those named, in one section. */
export function formOf(entity: AnyEntity, only?: readonly string[]): AnyEntity {
  const fields = Object.entries(entity.fields)
    .filter(([name]) => !placing.has(name) && (only === undefined || only.includes(name)))
    .map(([name, field]) => [name, { ...field, section: 'all' }]);
  return { ...entity, sections: { all: entity.label }, fields: Object.fromEntries(fields) };
}

/** The values of a record that its form shows. */
export const valuesIn = (form: AnyEntity, record: object): Values =>
  Object.fromEntries(
    Object.entries(record).filter(
      ([name, value]) => Object.hasOwn(form.fields, name) && value !== undefined,
    ),
  ) as Values; // of fields that the description has

/** What a form was left with, as a patch: what is blank in it is blank in the record. */
export const patchOf = (form: AnyEntity, values: Values): Values =>
  Object.fromEntries(Object.keys(form.fields).map((name) => [name, values[name] ?? null]));
