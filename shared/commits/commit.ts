import { z } from 'zod';

/**
 * Every change of the desk is a commit. Nothing else writes. Undo, history,
 * rebuild and merge are readings of the list of commits.
 */

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

/** Field values by field name. In an op's `set` and `was`, null means "not there". */
export type Values = Readonly<Record<string, Json>>;

/** What every stored record carries beside its fields. Instants are milliseconds since 1970 UTC. */
export type RecordMeta = {
  readonly id: string;
  /** Id of the commit that changed the record last; a write may demand that it still is. */
  readonly rev: string;
  readonly createdAt: number;
  readonly updatedAt: number;
};

/** A record as stored, of whatever kind. */
export type StoredRecord = RecordMeta & Values;

/** What a commit was for: a message key with its facts, so that it reads in either language. */
export interface Label {
  readonly key: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** So much of a text stands in a label, in UTF-16 units: the title of a note is all of its text. */
const LABEL_TEXT_MAX = 500;

/** The label with its texts cut to what a commit may carry. */
export function fitLabel({ key, params }: Label): Label {
  if (!params) return { key };
  const cut = (fact: string | number): string | number =>
    typeof fact === 'string' && fact.length > LABEL_TEXT_MAX
      ? `${fact.slice(0, LABEL_TEXT_MAX - 1)}…`
      : fact;
  const facts = Object.entries(params).map(([name, fact]) => [name, cut(fact)]);
  return { key, params: Object.fromEntries(facts) };
}

export type Op =
  /** The record comes to be. */
  | { readonly op: 'put'; readonly entity: string; readonly id: string; readonly value: Values }
  /** Some fields change. `was` holds the value of exactly the fields in `set`. */
  | {
      readonly op: 'patch';
      readonly entity: string;
      readonly id: string;
      readonly set: Values;
      readonly was: Values;
    }
  /** The record goes away. `was` holds all its fields. */
  | { readonly op: 'delete'; readonly entity: string; readonly id: string; readonly was: Values };

export interface Commit {
  /** Hybrid logical clock reading; sorts in the order of what happened. See core/clock.ts. */
  readonly id: string;
  readonly actor: string;
  readonly device: string;
  readonly at: number;
  readonly label: Label;
  /** Commits of one unit are undone together: an import is many commits and one unit. */
  readonly unit: string;
  /** The unit that this unit takes back. */
  readonly undoes?: string | undefined;
  /** The undoing unit that this unit takes back, which brings the first change back. */
  readonly redoes?: string | undefined;
  /**
   * Not offered for undo: what a desk cannot be without, such as its first stages. On a unit that
   * takes another back: not offered for redo, because the other one had failed.
   */
  readonly fixed?: true | undefined;
  /** Number of the last migration known to the app that wrote it. */
  readonly schema: number;
  readonly ops: readonly Op[];
}

/** Bulk work is cut into commits of at most this many ops. */
export const OPS_PER_COMMIT = 1000;

const jsonSchema: z.ZodType<Json> = z.json() as z.ZodType<Json>;
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);
const nameSchema = z
  .string()
  .min(1)
  .max(80)
  .refine((name) => !forbidden.has(name));
const idSchema = z.string().min(1).max(80);
const valuesSchema = z.record(nameSchema, jsonSchema);

const opSchema: z.ZodType<Op> = z.discriminatedUnion('op', [
  z.strictObject({
    op: z.literal('put'),
    entity: nameSchema,
    id: idSchema,
    value: valuesSchema,
  }),
  z.strictObject({
    op: z.literal('patch'),
    entity: nameSchema,
    id: idSchema,
    set: valuesSchema,
    was: valuesSchema,
  }),
  z.strictObject({
    op: z.literal('delete'),
    entity: nameSchema,
    id: idSchema,
    was: valuesSchema,
  }),
]);

const labelSchema: z.ZodType<Label> = z.strictObject({
  key: z.string().min(1).max(80),
  params: z.record(nameSchema, z.union([z.string().max(LABEL_TEXT_MAX), z.number()])).optional(),
}) as z.ZodType<Label>;

export const commitSchema: z.ZodType<Commit> = z.strictObject({
  id: z.string().min(1).max(80),
  actor: z.string().max(80),
  device: z.string().min(1).max(80),
  at: z.number().int(),
  label: labelSchema,
  unit: idSchema,
  undoes: idSchema.optional(),
  redoes: idSchema.optional(),
  fixed: z.literal(true).optional(),
  schema: z.number().int().min(0),
  ops: z.array(opSchema).max(OPS_PER_COMMIT),
});

/** Number of the newest migration that this app knows; commits carry the one they were written under. */
export const SCHEMA = 2;
