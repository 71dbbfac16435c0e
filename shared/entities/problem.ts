import type { CodeProblem } from '../core/codes.ts';
import type { DateProblem } from '../core/dates.ts';
import type { MoneyProblem } from '../core/money.ts';

/** Why a text cannot be the value of a field. The words are made in `messages.ts`. */
export type Problem =
  | MoneyProblem
  | DateProblem
  | CodeProblem
  | { readonly type: 'rangeReversed'; readonly text: string }
  | { readonly type: 'notAPortion'; readonly text: string }
  | { readonly type: 'notARate'; readonly text: string }
  | { readonly type: 'notAWholeNumber'; readonly text: string }
  | { readonly type: 'notANumber'; readonly text: string }
  | { readonly type: 'notTiers'; readonly text: string }
  | {
      readonly type: 'outOfRange';
      readonly text: string;
      readonly min: number;
      readonly max: number;
    }
  /** The word is not on the code list; `choices` are some that are. */
  | { readonly type: 'notAChoice'; readonly text: string; readonly choices: readonly string[] }
  | { readonly type: 'tooLong'; readonly text: string; readonly max: number }
  | { readonly type: 'tooMany'; readonly text: string; readonly max: number }
  /** A record is named that is not on the desk. */
  | { readonly type: 'noSuchRecord'; readonly text: string }
  /** Several records are called so. */
  | { readonly type: 'severalRecords'; readonly text: string }
  /** It is marked as a state secret, and may not be entered at all. */
  | { readonly type: 'stateSecret' }
  | { readonly type: 'required' };
