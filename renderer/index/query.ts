import type { StoredRecord } from '../../shared/commits/index.ts';
import type { CivilDate } from '../../shared/core/dates.ts';
import type { Language } from '../../shared/core/language.ts';
import type { Period } from '../../shared/core/periods.ts';
import type { EntityName } from '../../shared/registry.ts';

/** What a list, board or total asks of the index. */
export interface Query {
  readonly entity: EntityName;
  /** Words that must all be found, each in any searched field or the name of a referred record. */
  readonly text?: string;
  /** All must hold. */
  readonly where?: readonly Filter[];
  /**
   * By the first, where that is equal by the next. When not given, what fits the text best comes
   * first, and the newest change where there is no text or no difference.
   */
  readonly sort?: Sort | readonly Sort[];
  /** Rows `from` up to, but not including, `to` of the sorted result. */
  readonly from: number;
  readonly to: number;
  /** Amount and price fields to add up over the whole result. */
  readonly sums?: readonly string[];
  /** Splits the whole result by the value of a field (of a date: its month), with the same sums for each part. */
  readonly groupBy?: string;
  /** Splits a date by its days instead. */
  readonly byDay?: true;
  /** Puts the rows of a group together, each group in the order of `sort`. */
  readonly inGroups?: InGroups;
  /** Fields of which to count each value among what all filters but those on that field leave. */
  readonly facets?: readonly string[];
  /** Asks for the ids of the whole result, in its order. */
  readonly ids?: true;
  /** Asks why the rows fit the text, in the words of this language. */
  readonly reasons?: Language;
  /** The day that relative dates count from; today in China when not given. */
  readonly today?: CivilDate;
}

export interface InGroups {
  /** The order of the groups; the blank one stands last both ways. */
  readonly descending: boolean;
  /** Groups by their key of which no rows and ids are wanted. `from` and `to` count the others. */
  readonly closed: readonly string[];
  /** No more rows than these are wanted of each group. */
  readonly most?: number;
}

/** Blanks stand last both ways. Long texts and tables are sorted by whether they are there. */
export interface Sort {
  readonly field: string;
  readonly descending: boolean;
}

export type Condition =
  | { readonly field: string; readonly in: readonly string[] }
  | { readonly field: string; readonly blank: boolean }
  /** Both ends belong to it; for dates, amounts and numbers. */
  | { readonly field: string; readonly from?: string | number; readonly to?: string | number };

export type Filter =
  | Condition
  /** The text of the field holds this, folded as in a search. */
  | { readonly field: string; readonly contains: string }
  /** A date or instant so many days from today, negative for the past; both ends belong to it. */
  | { readonly field: string; readonly fromDays?: number; readonly toDays?: number }
  /** A date or instant of the calendar's month, quarter or year around today or beside it. */
  | { readonly field: string; readonly period: Period }
  | { readonly all: readonly Filter[] }
  | { readonly any: readonly Filter[] }
  | { readonly not: Filter };

/** A total and how many records it is made of: the others have no figure. */
export interface Sum {
  readonly fen: number;
  readonly of: number;
}

export interface Group {
  /** The value, of a date its month (`YYYY-MM`) or day; of several values all, with commas; '' for blank. */
  readonly key: string;
  readonly count: number;
  readonly sums: Readonly<Record<string, Sum>>;
  /** Its rows are left out, see `InGroups`. */
  readonly isClosed?: true;
}

/** How often a value of a field occurs; of several values of one record, each counts. */
export interface Facet {
  /** The value, or '' for blank. */
  readonly key: string;
  readonly count: number;
}

/** Why a row fits the text: where some of its words were found. */
export interface Reason {
  readonly field: string;
  /** The text of the field, or the part of it around what was found. */
  readonly text: string;
  /** Starts and ends of what was found, in UTF-16 units of `text`; in order and apart. */
  readonly marks: readonly (readonly [number, number])[];
}

/** What the columns alone can say. */
export interface Found {
  /** Records that fit. */
  readonly total: number;
  /** Records of the kind on the desk. */
  readonly all: number;
  /** Ids of the rows asked for, of which the first is number `from` of the result. */
  readonly page: readonly string[];
  readonly from: number;
  readonly sums: Readonly<Record<string, Sum>>;
  /** With `inGroups` in the order of the rows, closed ones too. */
  readonly groups: readonly Group[];
  /** By field; the most frequent first. */
  readonly facets: Readonly<Record<string, readonly Facet[]>>;
  /** All ids in order, when they were asked for. */
  readonly ids?: readonly string[];
}

export interface Answer extends Omit<Found, 'page'> {
  readonly rows: readonly StoredRecord[];
  /** Names of the records that the rows refer to, by id. */
  readonly names: Readonly<Record<string, string>>;
  /** By id of the row, when they were asked for. */
  readonly reasons: Readonly<Record<string, readonly Reason[]>>;
  /** Milliseconds that the answer took. */
  readonly took: number;
}
