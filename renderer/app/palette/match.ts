import { foldForSearch, splitList } from '../../../shared/core/text.ts';
import type { PinyinMatcher } from '../../index/pinyin.ts';
import type { Action } from './action.ts';

/** How well an action fits, the best first. */
const FIT = { whole: 0, begins: 1, wordBegins: 2, holds: 3, spoken: 4 } as const;
type Fit = (typeof FIT)[keyof typeof FIT];

export interface Match {
  readonly action: Action;
  /** It is meant before all else: its name begins with what is typed, or is spelled by it. */
  readonly isLead: boolean;
}

/** Reads a word as pinyin: `pinyinMatcher`, which is large and loaded when it is needed. */
type Speller = (word: string) => PinyinMatcher | null;

function fitInText(text: string, word: string, spelled: PinyinMatcher | null): Fit | null {
  if (text === word) return FIT.whole;
  const at = text.indexOf(word);
  if (at === 0) return FIT.begins;
  if (at > 0) return text.includes(` ${word}`) ? FIT.wordBegins : FIT.holds;
  const found = spelled?.(text);
  if (!found) return null;
  const [from, to] = found;
  if (from > 0) return FIT.spoken;
  return to === text.length ? FIT.whole : FIT.wordBegins;
}

const better = (one: Fit | null, other: Fit | null): Fit | null =>
  one === null || (other !== null && other < one) ? other : one;

/** A single letter begins too much to be a name. */
const FEWEST_TO_LEAD = 2;

/**
 * The actions that are found by a text, the best first: by their names in both languages, written
 * (any part), as full pinyin or by initials. All words must be found.
 */
export function matchActions(
  text: string,
  actions: readonly Action[],
  spell: Speller,
): readonly Match[] {
  const folded = foldForSearch(text);
  if (folded === '') return [];
  const words = folded.split(' ').map((word) => ({ word, spelled: spell(word) }));
  const fits = actions.flatMap((action) => {
    const names = [action.label.zh, action.label.en].map(foldForSearch);
    const also = action.also
      ? [action.also.zh, action.also.en].flatMap(splitList).map(foldForSearch)
      : [];
    const whole = names.some((name) => name.startsWith(folded));
    let worst: Fit = FIT.whole;
    for (const { word, spelled } of words) {
      let fit: Fit | null = null;
      for (const name of names) fit = better(fit, fitInText(name, word, spelled));
      for (const name of also) {
        // Found by another word, it is not what the text begins to name.
        const found = fitInText(name, word, spelled);
        fit = better(fit, found === null ? null : FIT.holds);
      }
      if (fit === null) return [];
      if (fit > worst) worst = fit;
    }
    const isLead = folded.length >= FEWEST_TO_LEAD && (whole || worst === FIT.whole);
    return [{ action, isLead, fit: whole ? Math.min(worst, FIT.begins) : worst }];
  });
  return fits
    .toSorted((one, other) => one.fit - other.fit)
    .map(({ action, isLead }) => ({ action, isLead }));
}
