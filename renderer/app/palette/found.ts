import { useEffect, useState } from 'react';
import type { Language } from '../../../shared/core/language.ts';
import { onCommits } from '../../data/session.ts';
import type { Action } from './action.ts';
import { findHits, type HitsOfKind } from './hits.ts';
import { type Match, matchActions } from './match.ts';

const MOST_ACTIONS = 6;

/** What the palette has to offer for a text. */
export interface Found {
  readonly text: string;
  readonly kinds: readonly HitsOfKind[];
  /** Those that are meant before all else stand before the records. */
  readonly lead: readonly Action[];
  readonly others: readonly Action[];
}

const actionsOf = (matches: readonly Match[], isLead: boolean): readonly Action[] =>
  matches.filter((match) => match.isLead === isLead).map(({ action }) => action);

/** Looks for records and actions at once. */
export async function find(
  text: string,
  actions: readonly Action[],
  language: Language,
): Promise<Found> {
  const [kinds, { pinyinMatcher }] = await Promise.all([
    findHits(text, language),
    // The dictionary of readings is large, and nothing else on the page needs it.
    import('../../index/pinyin.ts'),
  ]);
  const matches = matchActions(text, actions, pinyinMatcher).slice(0, MOST_ACTIONS);
  return { text, kinds, lead: actionsOf(matches, true), others: actionsOf(matches, false) };
}

/**
 * What is found for a text, kept level with the desk. What was found for the text before stays
 * until then, and says so by its `text`.
 */
export function useFound(
  text: string,
  actions: readonly Action[],
  language: Language,
): Found | null {
  const [found, setFound] = useState<Found | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: actions are made anew at every turn and are the same
  useEffect(() => {
    let isOver = false;
    const look = (): void => {
      // That the database cannot be read is said where the desk is opened.
      void find(text, actions, language).then(
        (next) => isOver || setFound(next),
        () => undefined,
      );
    };
    look();
    const stop = onCommits(look);
    return () => {
      isOver = true;
      stop();
    };
  }, [text, language]);
  return found;
}
