import type { Tally } from '../../shared/commits/index.ts';
import type { Result } from '../../shared/core/result.ts';
import type { BuildFailure, BuildOrder, Built } from './build.ts';
import type { KindDifference } from './differences.ts';

/** Work on databases that would make the page wait. */
export type Task =
  | { readonly what: 'build'; readonly order: BuildOrder }
  /** Restores a snapshot into a scratch database and reads what is in it then. */
  | { readonly what: 'prove'; readonly snapshot: string; readonly last: number }
  /** Reads what the tables of a database hold. */
  | { readonly what: 'tally'; readonly database: string }
  | { readonly what: 'differences'; readonly before: string; readonly after: string };

interface Outcomes {
  readonly build: Built;
  readonly prove: { readonly tally: Tally };
  readonly tally: { readonly tally: Tally };
  readonly differences: readonly KindDifference[];
}
export type Outcome<T extends Task> = Outcomes[T['what']];

export type ToScratch =
  /** `throughPage`: the page passes on the calls to the host. */
  | { readonly type: 'start'; readonly task: Task; readonly throughPage: boolean }
  /** What the host said to a call. */
  | { readonly type: 'answer'; readonly ticket: number; readonly answer: unknown };

export type FromScratch =
  /** The page passes the call on, and the answer back, unread. */
  | { readonly type: 'call'; readonly ticket: number; readonly input: unknown }
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'done'; readonly result: Result<Outcome<Task>, BuildFailure> };
