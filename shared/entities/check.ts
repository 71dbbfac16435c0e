import { z } from 'zod';
import type { Json, Values } from '../commits/commit.ts';
import { err, ok, type Result } from '../core/result.ts';
import { isCustomName } from './custom.ts';
import { type AnyEntity, fieldOf } from './entity.ts';
import { schemaOfField } from './kinds.ts';
import type { Problem } from './problem.ts';

const schemas = new WeakMap<AnyEntity, z.ZodType<Values>>();

/**
 * The schema of a record's field values, for all that comes from outside: backups, bundles,
 * imports. Blank fields are absent, never null or ''. A value of the user's own field whose
 * definition is gone is data still: it is taken as it is.
 */
export function schemaOf(entity: AnyEntity): z.ZodType<Values> {
  let schema = schemas.get(entity);
  if (!schema) {
    const shape: Record<string, z.ZodType> = {};
    for (const [name, field] of Object.entries(entity.fields)) {
      const value = schemaOfField(field);
      shape[name] = field.required ? value : value.optional();
    }
    const isKnown = (name: string) => Object.hasOwn(shape, name) || isCustomName(name);
    schema = z
      .object(shape)
      .catchall(z.json())
      .refine((values) => Object.keys(values).every(isKnown)) as unknown as z.ZodType<Values>;
    schemas.set(entity, schema);
  }
  return schema;
}

export interface FieldProblem {
  readonly field: string;
  readonly problem: Problem;
}

/** The required fields that are blank. */
export function missingFields(
  entity: AnyEntity,
  values: Readonly<Record<string, Json | undefined>>,
): readonly FieldProblem[] {
  return Object.entries(entity.fields)
    .filter(([name, field]) => field.required && (values[name] ?? null) === null)
    .map(([field]) => ({ field, problem: { type: 'required' } }));
}

/**
 * Checks values for a write: known fields, each of its field's shape, null for a blank in a patch.
 * Values of the user's own fields whose definitions are gone come back with their records.
 * A failure names the first field that does not fit: a bug of the caller, not of the user.
 */
export function checkValues(
  entity: AnyEntity,
  values: Values,
): Result<Values, { readonly type: 'badField'; readonly entity: string; readonly field: string }> {
  for (const [name, value] of Object.entries(values)) {
    const field = fieldOf(entity, name);
    if (!field && isCustomName(name)) continue;
    const fits =
      field && (value === null ? !field.required : schemaOfField(field).safeParse(value).success);
    if (!fits) return err({ type: 'badField', entity: entity.name, field: name });
  }
  return ok(values);
}
