import { compactCode, foldForSearch } from '../../shared/core/text.ts';

/** A part of what is searched: all of its words must be found, or instead its code. */
export interface Term {
  readonly words: readonly string[];
  /** The words written together, where they may be one number: `zl 2020 1 0123456.7`. */
  readonly code: string | null;
}

/** So few digits are part of a name or a date rather than a number. */
const FEWEST_DIGITS = 4;

const isCodePart = (word: string): boolean => /^[\da-z\p{P}]+$/u.test(word);

function runToTerms(run: readonly string[]): readonly Term[] {
  const joined = compactCode(run.join(''));
  const isCode = (joined.match(/\d/g)?.length ?? 0) >= FEWEST_DIGITS;
  if (!isCode || joined === run[0]) return run.map((word) => ({ words: [word], code: null }));
  // Patents are kept without the letters that stand before their numbers (ZC 0006-2003).
  return [{ words: run, code: joined.replace(/^(?:zl|cn)+(?=\d{4})/, '') }];
}

/**
 * What a search is for, folded. Neighbouring words of Latin letters and digits may be one number
 * whose parts were written apart, and are then one term.
 */
export function termsOf(text: string): readonly Term[] {
  const words = foldForSearch(text)
    .split(' ')
    .filter((word) => word !== '');
  const terms: Term[] = [];
  let run: string[] = [];
  const endRun = (): void => {
    if (run.length > 0) terms.push(...runToTerms(run));
    run = [];
  };
  for (const word of words) {
    if (isCodePart(word)) run.push(word);
    else {
      endRun();
      terms.push({ words: [word], code: null });
    }
  }
  endRun();
  return terms;
}
