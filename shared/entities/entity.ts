import type { Json, RecordMeta } from '../commits/commit.ts';
import type { Bilingual } from '../core/language.ts';
import type { Field, ValueOf } from './field.ts';

export type Fields = Readonly<Record<string, Field>>;

/**
 * A kind of record, described once. Schema, form, list, import mapping, export columns, search
 * and history labels all come from here: a new field is one entry in `fields`.
 */
export interface AnyEntity {
  /** Table name, and the word used in code, routes and message keys. */
  readonly name: string;
  readonly label: Bilingual;
  readonly plural: Bilingual;
  /** The field that names a record to people. */
  readonly title: string;
  /** Headings of the form, in order; a field says which it stands under. */
  readonly sections: Readonly<Record<string, Bilingual>>;
  readonly fields: Fields;
  /**
   * Fields that together say which thing in the world a record is, strongest first: two records
   * that agree in all fields of one entry are the same thing. A blank never agrees.
   */
  readonly identity?: readonly (readonly string[])[];
  /** The record is a part of another: it is imported with it, and goes when it goes. */
  readonly partOf?: PartOf;
  /** Whether spreadsheets of it are brought in by the import. */
  readonly imported?: true;
  /** Whether users may give it fields of their own. */
  readonly extensible?: true;
}

/** `field` holds the id of the owner, which is of one kind or, where a field says which, of any. */
export type PartOf<F extends string = string> = { readonly field: F } & (
  | { readonly entity: string; readonly kindField?: never }
  | { readonly entity?: never; readonly kindField: F }
);

/** A kind of record whose name and fields the compiler knows. */
export interface Entity<N extends string, F extends Fields> extends AnyEntity {
  readonly name: N;
  readonly fields: F;
}

type RequiredKeys<F extends Fields> = {
  [K in keyof F]: F[K] extends { readonly required: true } ? K : never;
}[keyof F];

/** The field values of a kind of record. A field that is not there is blank. */
export type ValuesOf<E> =
  E extends Entity<string, infer F>
    ? { readonly [K in RequiredKeys<F>]: ValueOf<F[K]> } & {
        readonly [K in Exclude<keyof F, RequiredKeys<F>>]?: ValueOf<F[K]>;
      }
    : never;

/** A stored record of a kind. */
export type RecordOf<E> = RecordMeta & ValuesOf<E>;

/** Names its own fields only: a misspelt one does not compile. */
export function defineEntity<const N extends string, const F extends Fields>(
  entity: Entity<N, F> & {
    readonly title: keyof F & string;
    readonly identity?: readonly (readonly (keyof F & string)[])[];
    readonly partOf?: PartOf<keyof F & string>;
  },
): Entity<N, F> {
  return entity;
}

/** A field of the entity, or undefined: for names that come from outside. */
export function fieldOf(entity: AnyEntity, name: string): Field | undefined {
  return Object.hasOwn(entity.fields, name) ? entity.fields[name] : undefined;
}

/** Of a long text, so many characters name its record. */
const LONGEST_TITLE = 80;

/**
 * What a record is called, in lists, links and labels. Where a long text stands for a name, it is
 * the text's first line, shortened.
 */
export function titleOf(entity: AnyEntity, record: Readonly<Record<string, Json>>): string {
  const title = record[entity.title];
  if (typeof title !== 'string') return '';
  if (fieldOf(entity, entity.title)?.kind !== 'note') return title;
  const line = title.trim().split('\n', 1).join('').trim();
  // So many units hold one character more than that, whatever they are.
  const chars = [...line.slice(0, 2 * LONGEST_TITLE + 2)];
  return chars.length > LONGEST_TITLE ? `${chars.slice(0, LONGEST_TITLE).join('')}…` : line;
}

/** The record that a record of that kind and with those values is a part of, or null. */
export function ownerOf(
  { partOf }: AnyEntity,
  values: Readonly<Record<string, Json>>,
): { readonly entity: string; readonly id: string } | null {
  if (!partOf) return null;
  const id = values[partOf.field];
  const entity = partOf.entity ?? values[partOf.kindField];
  return typeof id === 'string' && typeof entity === 'string' ? { entity, id } : null;
}
