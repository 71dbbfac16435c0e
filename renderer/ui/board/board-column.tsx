import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { EntityName } from '../../../shared/registry.ts';
import { useWords } from '../../app/i18n.ts';
import { pathOf } from '../../app/paths.ts';
import type { Query } from '../../index/query.ts';
import { useAnswer } from '../../index/use-answer.ts';
import { useReaching } from '../reaching.ts';
import css from './board.module.css';
import { BoardCard, type CardAt, type Place } from './board-card.tsx';
import type { BoardColumn as ColumnOf } from './board-fields.ts';
import { ColumnHead, type ColumnSum } from './column-head.tsx';
import type { FaceOf } from './face.tsx';

/** A card and the gap below it; see `.slot`. */
const SLOT = 100;
/** Cards are asked for in blocks, so that small scrolls ask nothing. */
const BLOCK = 20;
/** Columns this near to the part of the board in sight have their cards drawn. */
const NEAR = '0px 300px';

/** What the board asks of one of its columns. */
export interface ColumnControl {
  readonly count: () => number;
  readonly focusAt: (index: number) => void;
  /** Scrolls to where a card is about to be, and gives it the focus there if that is wanted. */
  readonly show: (id: string, index: number, withFocus: boolean) => void;
}

interface Props {
  readonly name: EntityName;
  readonly column: ColumnOf;
  /** What stands in the column, without the rows in sight. */
  readonly query: Omit<Query, 'from' | 'to'>;
  readonly sums: readonly ColumnSum[];
  readonly face: FaceOf;
  readonly isFixed: boolean;
  readonly limit: number | undefined;
  readonly onLimit: ((key: string, most: number | null) => void) | undefined;
  /** The card that was dropped elsewhere and is still listed here. */
  readonly leaving: string | null;
  /** Hears that it is not listed here any more. */
  readonly onLeft: () => void;
  /** Its first card takes the focus when the board appears. */
  readonly isBegin: boolean;
  readonly onMenu: (card: CardAt, place: Place) => void;
  readonly onKeyDown: (card: CardAt, event: KeyboardEvent<HTMLElement>) => void;
  /** Makes the column known to the board; returns the function that takes it back. */
  readonly join: (key: string, control: ColumnControl) => () => void;
}

/** Lets cards be dropped on a column; true while one of another column is over it. */
function useDropTarget(root: RefObject<HTMLElement | null>, { key, isFixed }: ColumnOf): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const element = root.current;
    if (!element || isFixed) return;
    return dropTargetForElements({
      element,
      getData: () => ({ column: key }),
      canDrop: ({ source }) => 'card' in source.data,
      onDragEnter: ({ source }) => setOver(source.data.column !== key),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    });
  }, [root, key, isFixed]);
  return over;
}

/** Whether the column has been in sight, or nearly: of the others only the totals are asked. */
function useWasNear(root: RefObject<HTMLElement | null>): boolean {
  const [wasNear, setWasNear] = useState(false);
  useEffect(() => {
    const element = root.current;
    if (!element || wasNear) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setWasNear(true),
      { root: element.parentElement, rootMargin: NEAR },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [root, wasNear]);
  return wasNear;
}

/** The cards of a column from the index, as far as they are scrolled to. */
function useCards(
  { query, sums }: Props,
  root: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
) {
  const isNear = useWasNear(root);
  const [from, setFrom] = useState(0);
  const answer = useAnswer({
    ...query,
    from,
    to: isNear ? from + 2 * BLOCK : from,
    sums: sums.map(({ field }) => field),
  });
  const virtual = useVirtualizer({
    count: isNear ? (answer?.total ?? 0) : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => SLOT,
    overscan: 4,
    onChange: ({ range }) => {
      if (!range) return;
      const block = Math.max(0, Math.floor((range.startIndex - BLOCK / 4) / BLOCK) * BLOCK);
      if (block !== from) setFrom(block);
    },
  });
  return { answer, virtual, isNear };
}

function useControl(
  { column, join, leaving, onLeft, isBegin }: Props,
  root: RefObject<HTMLElement | null>,
  { answer, virtual, isNear }: ReturnType<typeof useCards>,
) {
  const later = useRef<number | null>(null);
  const scrollTo = (index: number): void => {
    root.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (isNear) virtual.scrollToIndex(index);
    else later.current = index;
  };
  useEffect(() => {
    if (!isNear || later.current === null) return;
    virtual.scrollToIndex(later.current);
    later.current = null;
  });
  const reaching = useReaching(root, scrollTo);
  const control: ColumnControl = {
    count: () => answer?.total ?? 0,
    focusAt: reaching.toIndex,
    show: (id, index, withFocus) => {
      if (withFocus) reaching.toRecord(id, index);
      else scrollTo(index);
    },
  };
  const latest = useRef(control);
  latest.current = control;
  const { key } = column;
  const joining = useRef(join);
  useEffect(
    () =>
      joining.current(key, {
        count: () => latest.current.count(),
        focusAt: (index) => latest.current.focusAt(index),
        show: (...card) => latest.current.show(...card),
      }),
    [key],
  );
  useEffect(() => {
    if (isBegin) latest.current.focusAt(0);
  }, [isBegin]);
  const isGone = leaving !== null && answer?.rows.every(({ id }) => id !== leaving);
  useEffect(() => {
    if (isGone) onLeft();
  });
  return reaching;
}

/** One column: its totals from the index, and as many of its cards as are looked at. */
export function BoardColumn(props: Props) {
  const { name, column, face, isFixed, limit, leaving, onMenu, onKeyDown } = props;
  const { t } = useWords();
  const root = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const over = useDropTarget(root, column);
  const cards = useCards(props, root, scroller);
  const { answer, virtual } = cards;
  const reaching = useControl(props, root, cards);
  const count = answer?.total ?? 0;
  const facts = { column: column.title, count };
  const label =
    limit !== undefined && count > limit
      ? t('board.columnOver', { ...facts, most: limit })
      : t('board.column', facts);
  if (column.onlyIfAny && count === 0) return null;
  const first = virtual.range?.startIndex ?? 0;
  return (
    <section
      ref={root}
      className={css.column}
      data-over={over}
      data-marked={column.isMarked ?? false}
      data-column={column.key}
      aria-label={label}
    >
      <ColumnHead {...props} answer={answer} />
      <div ref={scroller} className={css.cards}>
        {answer?.total === 0 ? (
          <div className={css.none}>{t(over ? 'board.dropHere' : 'board.none')}</div>
        ) : (
          <ul style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map(({ index, start }) => {
              const record = answer?.rows[index - answer.from];
              if (!record || !answer) return null;
              const shown = face(record, answer.names);
              return (
                <li
                  key={record.id}
                  className={css.slot}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <BoardCard
                    card={{ id: record.id, column: column.key, index, title: shown.title }}
                    face={shown}
                    path={pathOf(name, record.id)}
                    isFixed={isFixed}
                    isLeaving={leaving === record.id}
                    isStop={index === first}
                    onMenu={onMenu}
                    onKeyDown={onKeyDown}
                    takesFocus={reaching.takes}
                  />
                </li>
              );
            })}
          </ul>
        )}
      </div>
    </section>
  );
}
