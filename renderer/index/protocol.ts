import type { Op, StoredRecord } from '../../shared/commits/index.ts';
import type { Answer, Query } from './query.ts';

/** Titles of records by id; those that are not on the desk are left out. */
export type Names = Readonly<Record<string, string>>;

/** An index that takes more bytes is not kept. */
export const MOST_KEPT = 1_000_000_000;

/** What the page tells the index worker, and what it hears back. */
export type ToWorker =
  /** `keeps`: what is built is kept for the next start, and taken from the last one. */
  | { readonly type: 'open'; readonly database: string; readonly keeps: boolean }
  | {
      readonly type: 'commits';
      readonly commits: readonly {
        readonly id: string;
        readonly at: number;
        readonly ops: readonly Op[];
      }[];
    }
  /** Records that are to be seen otherwise than the database has them, until a commit changes them. */
  | {
      readonly type: 'replace';
      readonly entity: string;
      readonly put: readonly StoredRecord[];
      readonly gone: readonly string[];
    }
  /** Texts of attached files, by the hash of their content. */
  | { readonly type: 'texts'; readonly texts: ReadonlyMap<string, string> }
  /** It is quiet, and there is room: what is filled may be kept. */
  | { readonly type: 'keep' }
  | { readonly type: 'ask'; readonly ticket: number; readonly query: Query }
  | { readonly type: 'names'; readonly ticket: number; readonly ids: readonly string[] };

export type FromWorker =
  | { readonly type: 'answer'; readonly ticket: number; readonly answer: Answer | Names }
  /** The question cannot be answered: the database cannot be read. */
  | { readonly type: 'failed'; readonly ticket: number; readonly message: string };
