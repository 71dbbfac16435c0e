import { useEffect } from 'react';
import { entryNow, keep, kept } from './entries.ts';

/** Where an element stands in the content: the numbers of the children that lead to it. */
type Place = string;
/** How far things are scrolled, in pixels from the top and the left. */
type Scrolled = Readonly<Record<Place, readonly [number, number]>>;

const NAME = 'scrolled';
/** A list is as high as its rows, and these are asked for first: so long is waited for them. */
const WAITED_MS = 2_000;
/** So long it is held there: the cell that takes the focus again would be scrolled to the middle. */
const HELD_MS = 300;

function placeOf(content: Element, element: Element): Place {
  const path: number[] = [];
  for (let at = element; at !== content && at.parentElement; at = at.parentElement) {
    path.unshift([...at.parentElement.children].indexOf(at));
  }
  return path.join('/');
}

function elementAt(content: Element, place: Place): Element | null {
  if (place === '') return content;
  let at: Element | undefined = content;
  for (const index of place.split('/')) at = at?.children[Number(index)];
  return at ?? null;
}

/** Scrolls what is there and high enough; whether all of it is where it should be. */
function scrollTo(content: Element, goals: Scrolled): boolean {
  const reached = Object.entries(goals).map(([place, [top, left]]) => {
    const element = elementAt(content, place);
    element?.scrollTo({ top, left, behavior: 'instant' });
    return element && Math.abs(element.scrollTop - top) <= 1;
  });
  return reached.every(Boolean);
}

/**
 * Remembers how far everything in the content is scrolled at each entry of the history, and scrolls
 * there again when the history leads back, as soon as there is enough to scroll. What the user does
 * meanwhile counts more.
 */
export function useScrollMemory(contentId: string): void {
  useEffect(() => {
    const content = document.getElementById(contentId);
    if (!content) return;
    let goals: Scrolled = {};
    let until = 0;
    let isReached = false;
    let frame = 0;
    const stop = (): void => {
      cancelAnimationFrame(frame);
      goals = {};
    };
    const step = (): void => {
      const now = performance.now();
      if (scrollTo(content, goals) && !isReached) {
        isReached = true;
        until = now + HELD_MS;
      }
      if (now > until) return stop();
      frame = requestAnimationFrame(step);
    };
    const onScroll = ({ target }: Event): void => {
      if (!(target instanceof Element) || Object.keys(goals).length > 0) return;
      const entry = entryNow();
      const before = kept<Scrolled>(entry, NAME) ?? {};
      const place = placeOf(content, target);
      keep(entry, NAME, { ...before, [place]: [target.scrollTop, target.scrollLeft] });
    };
    const onEntry = ({ navigationType }: NavigationCurrentEntryChangeEvent): void => {
      stop();
      if (navigationType !== 'traverse') return;
      goals = kept<Scrolled>(entryNow(), NAME) ?? {};
      isReached = false;
      until = performance.now() + WAITED_MS;
      frame = requestAnimationFrame(step);
    };
    const meant = ['wheel', 'pointerdown', 'keydown'] as const;
    content.addEventListener('scroll', onScroll, { capture: true, passive: true });
    for (const type of meant) addEventListener(type, stop, { passive: true });
    navigation.addEventListener('currententrychange', onEntry);
    return () => {
      stop();
      content.removeEventListener('scroll', onScroll, { capture: true });
      for (const type of meant) removeEventListener(type, stop);
      navigation.removeEventListener('currententrychange', onEntry);
    };
  }, [contentId]);
}
