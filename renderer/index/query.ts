import type { StoredRecord } from '../../shared/commits/index.ts';
import type { EntityName } from '../../shared/registry.ts';

/** What a list, board or total asks of the index. */
export interface Query {
  readonly entity: EntityName;
  /** Words that must all be found, each in any searched field. */
  readonly text?: string;
  readonly where?: readonly Condition[];
  /** Newest change first when not given. */
  readonly sort?: Sort;
  /** Rows `from` up to, but not including, `to` of the sorted result. */
  readonly from: number;
  readonly to: number;
  /** Amount and price fields to add up over the whole result. */
  readonly sums?: readonly string[];
  /** Splits the whole result by the value of a field, with the same sums for each part. */
  readonly groupBy?: string;
}

export interface Sort {
  readonly field: string;
  readonly descending: boolean;
}

export type Condition =
  | { readonly field: string; readonly in: readonly string[] }
  | { readonly field: string; readonly blank: boolean }
  /** Both ends belong to it; for dates, amounts and numbers. */
  | { readonly field: string; readonly from?: string | number; readonly to?: string | number };

/** A total and how many records it is made of: the others have no figure. */
export interface Sum {
  readonly fen: number;
  readonly of: number;
}

export interface Group {
  /** The value, or '' for blank. */
  readonly key: string;
  readonly count: number;
  readonly sums: Readonly<Record<string, Sum>>;
}

export interface Answer {
  /** Records that fit. */
  readonly total: number;
  /** Records of the kind on the desk. */
  readonly all: number;
  /** The rows asked for, of which the first is number `from` of the result. */
  readonly rows: readonly StoredRecord[];
  readonly from: number;
  /** Names of the records that the rows refer to, by id. */
  readonly names: Readonly<Record<string, string>>;
  readonly sums: Readonly<Record<string, Sum>>;
  readonly groups: readonly Group[];
  /** Milliseconds that the answer took. */
  readonly took: number;
}
