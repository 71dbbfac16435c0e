import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { type AnyEntity, fieldOf } from '../../shared/entities/entity.ts';
import { entityNow } from '../data/descriptions.ts';
import type { Reason } from '../index/query.ts';
import { useListView } from '../ui/list-view.ts';
import { kindAt, recordAt } from './paths.ts';

/** Of the browser's highlights; `tokens.css` gives it its colour. */
const NAME = 'found';

/** Where records are shown: a cell names its field, a card shows several. */
const SHOWN = '[data-field], [data-card], [data-entry], [data-index]';

type MarksIn = (text: string, asPinyin: boolean) => Reason['marks'];

/** Whether the text of an element was searched, and whether names are read as pinyin there. */
function searchedAs(entity: AnyEntity, { dataset }: HTMLElement): 'text' | 'name' | null {
  if (dataset.field === undefined) return 'name';
  const field = fieldOf(entity, dataset.field);
  if (!field?.searched) return null;
  return field.kind === 'note' ? 'text' : 'name';
}

function rangesIn(content: Element, entity: AnyEntity, marksIn: MarksIn): readonly StaticRange[] {
  const ranges: StaticRange[] = [];
  for (const element of content.querySelectorAll<HTMLElement>(SHOWN)) {
    const kind = searchedAs(entity, element);
    if (kind === null) continue;
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      for (const [startOffset, endOffset] of marksIn(node.nodeValue ?? '', kind === 'name')) {
        const ends = { startContainer: node, endContainer: node };
        ranges.push(new StaticRange({ ...ends, startOffset, endOffset }));
      }
    }
  }
  return ranges;
}

/** Each text is looked through once: rows come and go as they are scrolled. */
function remembering(marksIn: MarksIn): MarksIn {
  const known = new Map<string, Reason['marks']>();
  return (text, asPinyin) => {
    const key = `${asPinyin} ${text}`;
    const marks = known.get(key) ?? marksIn(text, asPinyin);
    known.set(key, marks);
    return marks;
  };
}

/** Marks what is drawn, and again whenever something else is. Returns the function that stops. */
function followMarks(content: Element, entity: AnyEntity, marksIn: MarksIn): () => void {
  const find = remembering(marksIn);
  let frame = 0;
  const mark = (): void => {
    CSS.highlights.set(NAME, new Highlight(...rangesIn(content, entity, find)));
  };
  const observer = new MutationObserver(() => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(mark);
  });
  observer.observe(content, { childList: true, subtree: true, characterData: true });
  mark();
  return () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
    CSS.highlights.delete(NAME);
  };
}

/**
 * Marks in the list in sight what its text was found by, as the palette does. The marks are the
 * browser's own highlights: whatever draws the rows knows nothing of them.
 */
export function useFoundMarks(contentId: string): void {
  const [path] = useLocation();
  const kind = recordAt(path) ? null : kindAt(path);
  const [{ text }] = useListView(kind ?? '');
  useEffect(() => {
    const content = document.getElementById(contentId);
    if (!content || kind === null || text.trim() === '') return;
    const ending = new AbortController();
    const begin = async (): Promise<void> => {
      const [{ marksIn }, { termsOf }] = await Promise.all([
        import('../index/reason.ts'),
        import('../index/terms.ts'),
      ]);
      if (ending.signal.aborted) return;
      const terms = termsOf(text);
      const stop = followMarks(content, entityNow(kind), (shown, asPinyin) =>
        marksIn(shown, terms, asPinyin),
      );
      ending.signal.addEventListener('abort', stop);
    };
    void begin();
    return () => ending.abort();
  }, [contentId, kind, text]);
}
