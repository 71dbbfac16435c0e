import type { Bilingual } from '../core/language.ts';
import type { Price } from '../core/money.ts';
import type { Portion } from '../core/portion.ts';
import type { SecrecyLevel } from '../lists/secrecy.ts';

/** One entry of a code list. */
export interface Option extends Bilingual {
  /** Other words under which spreadsheets carry it. */
  readonly aliases?: readonly string[];
  /** What it means for the eye; most options mean nothing special. */
  readonly tone?: 'good' | 'notice' | 'caution' | 'alarm';
  /** Not offered any more; records that have it keep it. */
  readonly retired?: true;
}
export type Options = Readonly<Record<string, Option>>;

/** Texts with a shape of their own: normalised and checked wherever they are entered. */
export type TextFormat =
  | 'uscc'
  | 'patentNumber'
  | 'ipNumber'
  | 'publicationNumber'
  | 'outcomeNumber'
  | 'ipc'
  | 'phone'
  | 'email';

/** One step of a tiered rate, up to and including its end; a null end is open and stands last. */
export type Tier = {
  readonly upToFen: number | null;
  readonly rateBp: number;
};

interface Common {
  readonly label: Bilingual;
  /** A record without it cannot be saved. */
  readonly required?: true;
  readonly help?: Bilingual;
  /** Section of the form; fields without one stand in none and are set by commands alone. */
  readonly section?: string;
  /** Names of the column in spreadsheets, beside the labels. */
  readonly headers?: readonly string[];
  /** Shown in the list by default, this many pixels wide. */
  readonly listed?: number;
  /** Found by the search box. */
  readonly searched?: true;
  /** Says nothing to people by itself: it belongs to the other fields, and goes back with them. */
  readonly hidden?: true;
  /** Names a person, or reaches one: masked and left out where consent is not given. */
  readonly personal?: true;
  /** Who may see it where nobody said otherwise; internal where it is not given. */
  readonly level?: SecrecyLevel;
  /** Says only what may be said to anyone, however secret the rest of its record is. */
  readonly outward?: true;
}

export interface TextField extends Common {
  readonly kind: 'text';
  readonly format?: TextFormat;
  readonly max?: number;
}
/** Text of several lines. */
export interface NoteField extends Common {
  readonly kind: 'note';
  readonly max?: number;
}
/** Several short texts in an order. */
export interface ListField extends Common {
  readonly kind: 'list';
  readonly format?: TextFormat;
  readonly maxItems?: number;
  /** What lists count instead of naming the items: 3 专利. */
  readonly counted?: Bilingual;
  /** The items are words of the user's own, of which those in use are offered again. */
  readonly reused?: true;
}
export interface ChoiceField extends Common {
  readonly kind: 'choice';
  readonly options: Options;
}
export interface ChoicesField extends Common {
  readonly kind: 'choices';
  readonly options: Options;
  /** Words for "none of them" that mean a blank. */
  readonly none?: readonly string[];
}
/** A civil date. */
export interface DateField extends Common {
  readonly kind: 'date';
}
/** An amount in fen. */
export interface MoneyField extends Common {
  readonly kind: 'money';
}
/** A price as people state it: an amount, a range, or open to negotiation. */
export interface PriceField extends Common {
  readonly kind: 'price';
}
/** A rate in basis points: 1 % is 100. */
export interface RateField extends Common {
  readonly kind: 'rate';
}
/** An exact part of a whole. */
export interface PortionField extends Common {
  readonly kind: 'portion';
}
export interface TiersField extends Common {
  readonly kind: 'tiers';
}
export interface IntegerField extends Common {
  readonly kind: 'integer';
  readonly min?: number;
  readonly max?: number;
}
/** A number that is no amount: up to 15 digits, of which 6 may be decimals. */
export interface NumberField extends Common {
  readonly kind: 'number';
}
/** The id of another record. */
export interface RefField extends Common {
  readonly kind: 'ref';
  readonly entity: string;
  /** A field that both records have: only those with the same value there can be chosen. */
  readonly within?: string;
}

export type Field =
  | TextField
  | NoteField
  | ListField
  | ChoiceField
  | ChoicesField
  | DateField
  | MoneyField
  | PriceField
  | RateField
  | PortionField
  | TiersField
  | IntegerField
  | NumberField
  | RefField;

export type Kind = Field['kind'];
export type FieldOfKind<K extends Kind> = Extract<Field, { readonly kind: K }>;

export interface ValueByKind {
  readonly text: string;
  readonly note: string;
  readonly list: readonly string[];
  readonly choice: string;
  readonly choices: readonly string[];
  readonly date: string;
  readonly money: number;
  readonly price: Price;
  readonly rate: number;
  readonly portion: Portion;
  readonly tiers: readonly Tier[];
  readonly integer: number;
  readonly number: number;
  readonly ref: string;
}

/** The value of a field; of a choice, one of its codes. */
export type ValueOf<F> = F extends { readonly kind: 'choice'; readonly options: infer O }
  ? keyof O & string
  : F extends { readonly kind: 'choices'; readonly options: infer O }
    ? readonly (keyof O & string)[]
    : F extends { readonly kind: infer K extends Kind }
      ? ValueByKind[K]
      : never;
