import type { Op } from '../../shared/commits/index.ts';
import type { Answer, Query } from './query.ts';

/** Titles of records by id; those that are not on the desk are left out. */
export type Names = Readonly<Record<string, string>>;

/** What the page tells the index worker, and what it hears back. */
export type ToWorker =
  | { readonly type: 'open'; readonly deskId: string }
  | {
      readonly type: 'commits';
      readonly commits: readonly {
        readonly id: string;
        readonly at: number;
        readonly ops: readonly Op[];
      }[];
    }
  | { readonly type: 'ask'; readonly ticket: number; readonly query: Query }
  | { readonly type: 'names'; readonly ticket: number; readonly ids: readonly string[] };

export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'answer'; readonly ticket: number; readonly answer: Answer | Names };
