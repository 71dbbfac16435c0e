import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import css from './history.module.css';

interface Props<T> {
  readonly label: string;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  /** The row of an item; what has `data-step` in it is gone through with the arrow keys. */
  readonly row: (item: T) => ReactNode;
}

const ROW = 40;

/** A long list whose rows open to any height; only those in sight are drawn. */
export function GrowingList<T>({ label, items, keyOf, row }: Props<T>) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => {
      const item = items[index];
      return item === undefined ? index : keyOf(item);
    },
    overscan: 12,
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const { activeElement } = document;
    if (by === undefined || !activeElement?.hasAttribute('data-step')) return;
    const stops = [...(scroller.current?.querySelectorAll<HTMLElement>('[data-step]') ?? [])];
    const at = stops.findIndex((stop) => stop.contains(activeElement));
    const next = stops[at + by];
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  };
  return (
    // The keys move the focus between the buttons in it.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div ref={scroller} className={css.scroller} onKeyDown={onKeyDown}>
      <div
        role="list"
        aria-label={label}
        className={css.rows}
        style={{ height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map(({ key, index, start }) => {
          const item = items[index];
          return (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              role="listitem"
              aria-posinset={index + 1}
              aria-setsize={items.length}
              className={css.place}
              style={{ transform: `translateY(${start}px)` }}
            >
              {item !== undefined && row(item)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
