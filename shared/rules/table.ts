import type { CivilDate } from '../core/dates.ts';
import type { Bilingual } from '../core/language.ts';
import type { Entity, Fields, ValuesOf } from '../entities/entity.ts';
import type { RuleRegion } from './regions.ts';

/**
 * `sure`: read in the text itself, or confirmed by the user. `check`: from memory or at second hand.
 * `example`: a convention of practice, to be changed at will.
 */
export type RuleConfidence = 'sure' | 'check' | 'example';

/** What every rule says beside its figures: where and when it holds, and what says so. */
export interface RuleBasis {
  /** Which row of which table it is: stable, so that a result can name it. */
  readonly table: string;
  readonly key: string;
  /** The revision of the user's record that it is read from; null while it is the built-in row. */
  readonly version: string | null;
  readonly region: RuleRegion;
  readonly validFrom: CivilDate;
  /** Last day; null while in force. */
  readonly validTo: CivilDate | null;
  readonly source: string;
  readonly confidence: RuleConfidence;
}

/** A rule of law or practice, with the figures that its table describes. */
export type RuleRow<F extends Fields> = RuleBasis & ValuesOf<Entity<string, F>>;

/** Two whole-number fields between which a row holds, both included: the years of a patent. */
export interface RuleSpan<K extends string = string> {
  readonly first: K;
  readonly last: K;
  /** How a span is said, with `{}` in place of `4–6`. */
  readonly said: Bilingual;
}

/** A table of rules, whatever its figures. */
export interface AnyRuleTable {
  readonly name: string;
  readonly label: Bilingual;
  /** What hangs on it, in a sentence. */
  readonly note: Bilingual;
  /** The part of the desk under which it is listed. */
  readonly part: Bilingual;
  readonly fields: Fields;
  /** Fields that say which case a row is for: of one case and region, one row holds on a day. */
  readonly slot: readonly string[];
  readonly span: RuleSpan | null;
  readonly rows: readonly RuleBasis[];
}

export interface RuleTable<F extends Fields> extends AnyRuleTable {
  readonly fields: F;
  readonly rows: readonly RuleRow<F>[];
}

/** A row of a table, by the table's type. */
export type RowOf<T extends AnyRuleTable> = T['rows'][number];

interface Described<F extends Fields> {
  readonly name: string;
  readonly label: Bilingual;
  readonly note: Bilingual;
  readonly part: Bilingual;
  readonly fields: F;
  readonly slot: readonly (keyof F & string)[];
  readonly span?: RuleSpan<keyof F & string>;
  /** The rows that come with the app. A key is never given to another row. */
  readonly rows: readonly (Omit<RuleBasis, 'table' | 'version'> & ValuesOf<Entity<string, F>>)[];
}

/** Describes a table of rules once: its fields as an entity's are, and the rows that come with it. */
export function defineRules<const F extends Fields>({
  rows,
  span,
  ...described
}: Described<F>): RuleTable<F> {
  const { name: table } = described;
  return {
    ...described,
    span: span ?? null,
    // A spread of a generic row loses its type: what is added is what was left out.
    rows: rows.map((row) => ({ table, version: null, ...row }) as unknown as RuleRow<F>),
  };
}
