import type { Op } from '../../shared/commits/index.ts';
import type { Answer, Query } from './query.ts';

/** What the page tells the index worker, and what it hears back. */
export type ToWorker =
  | { readonly type: 'open'; readonly deskId: string }
  | {
      readonly type: 'commits';
      readonly commits: readonly { readonly id: string; readonly at: number; readonly ops: readonly Op[] }[];
    }
  | { readonly type: 'ask'; readonly ticket: number; readonly query: Query };

export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'answer'; readonly ticket: number; readonly answer: Answer };
