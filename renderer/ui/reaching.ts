import { type RefObject, useReducer, useRef } from 'react';

/** A card by its number in the result, or by its record where that number may still change. */
type Wanted = { readonly index: number } | { readonly id: string };

export interface Reaching {
  readonly toIndex: (index: number) => void;
  /** `index` is where the record will be. */
  readonly toRecord: (id: string, index: number) => void;
  /** Answers once, to the card that is meant, that it should take the focus. */
  readonly takes: (card: { readonly id: string; readonly index: number }) => boolean;
}

/**
 * Brings the focus to cards that are drawn only as they are scrolled to: one that is there takes it
 * at once, another when it is. Cards carry `data-index` and ask `takes` after every drawing.
 */
export function useReaching(
  root: RefObject<HTMLElement | null>,
  scrollTo: (index: number) => void,
): Reaching {
  const wanted = useRef<Wanted | null>(null);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  return {
    toIndex: (index) => {
      const drawn = root.current?.querySelector<HTMLElement>(`[data-index="${index}"]`);
      if (drawn) return drawn.focus();
      wanted.current = { index };
      scrollTo(index);
      redraw();
    },
    toRecord: (id, index) => {
      wanted.current = { id };
      scrollTo(index);
      redraw();
    },
    takes: (card) => {
      // A panel that has opened meanwhile keeps it.
      if (document.activeElement?.closest('[role="dialog"]')) wanted.current = null;
      const { current } = wanted;
      const isMeant =
        current !== null &&
        ('id' in current ? current.id === card.id : current.index === card.index);
      if (isMeant) wanted.current = null;
      return isMeant;
    },
  };
}
