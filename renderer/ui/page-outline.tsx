import { useEffect, useRef, useState } from 'react';
import { useWords } from '../app/i18n.ts';
import css from './page-outline.module.css';
import { RailSection } from './record-page.tsx';

interface Head {
  readonly text: string;
  readonly at: HTMLElement;
}

/** What stands beside a heading's words, buttons and marks, is not its name. */
const nameOf = (heading: HTMLElement): string => heading.firstChild?.textContent?.trim() ?? '';

const isSame = (one: readonly Head[], other: readonly Head[]): boolean =>
  one.length === other.length &&
  one.every(({ text, at }, place) => other[place]?.at === at && other[place]?.text === text);

/**
 * The cards of a long record page, to jump to. Read from the page as it is drawn: capabilities put
 * cards of their own there, some only when there is something to show.
 */
export function PageOutline() {
  const { t } = useWords();
  const place = useRef<HTMLUListElement>(null);
  const [heads, setHeads] = useState<readonly Head[]>([]);
  useEffect(() => {
    const body = place.current?.closest('aside')?.previousElementSibling;
    if (!body) return;
    const read = (): void => {
      const found = [...body.querySelectorAll<HTMLElement>('section > h2')]
        .filter((at) => at.checkVisibility())
        .map((at) => ({ text: nameOf(at), at }))
        .filter(({ text }) => text !== '');
      setHeads((before) => (isSame(before, found) ? before : found));
    };
    read();
    const watch = new MutationObserver(read);
    watch.observe(body, {
      ...{ childList: true, subtree: true, characterData: true },
      attributeFilter: ['hidden'],
    });
    return () => watch.disconnect();
  }, []);
  const jump = ({ at }: Head): void => {
    at.tabIndex = -1;
    at.scrollIntoView({ block: 'start' });
    at.focus({ preventScroll: true });
  };
  return (
    <RailSection title={t('record.onThisPage')}>
      <ul className={css.list} ref={place}>
        {heads.map((head, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two cards may have the same name
          <li key={index}>
            <button type="button" onClick={() => jump(head)}>
              {head.text}
            </button>
          </li>
        ))}
      </ul>
    </RailSection>
  );
}
