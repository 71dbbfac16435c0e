import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { ActionIcon } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { useWords } from '../../app/i18n.ts';
import { Icon } from '../icon.tsx';
import css from './board.module.css';
import type { CardFace } from './face.tsx';

export interface Place {
  readonly left: number;
  readonly top: number;
}

/** A card on the board. */
export interface CardAt {
  readonly id: string;
  /** The key of its column. */
  readonly column: string;
  /** Its number in the column. */
  readonly index: number;
  readonly title: string;
}

interface Props {
  readonly card: CardAt;
  readonly face: CardFace;
  readonly path: string;
  readonly isFixed: boolean;
  /** Just dropped elsewhere, and about to go there. */
  readonly isLeaving: boolean;
  /** The one card of its column that Tab comes to. */
  readonly isStop: boolean;
  readonly onMenu: (card: CardAt, place: Place) => void;
  readonly onKeyDown: (card: CardAt, event: KeyboardEvent<HTMLElement>) => void;
  readonly takesFocus: (card: CardAt) => boolean;
}

/** One record on a board: dragged as a whole, opened by its name, moved by keys or its menu. */
export function BoardCard(props: Props) {
  const { card, face, path, isFixed, isLeaving, isStop, onMenu, onKeyDown, takesFocus } = props;
  const words = useWords();
  const element = useRef<HTMLDivElement>(null);
  const link = useRef<HTMLAnchorElement>(null);
  const [isDragged, setDragged] = useState(false);
  const { id, column, index } = card;

  useEffect(() => {
    if (!element.current || isFixed) return;
    return draggable({
      element: element.current,
      getInitialData: () => ({ card: id, column }),
      onDragStart: () => setDragged(true),
      onDrop: () => setDragged(false),
    });
  }, [id, column, isFixed]);

  useEffect(() => {
    if (takesFocus(card)) link.current?.focus();
  });

  return (
    <div
      ref={element}
      className={css.card}
      data-late={face.isLate ?? false}
      data-away={isDragged || isLeaving}
    >
      <Link
        ref={link}
        href={path}
        className={css.open}
        title={face.hint ?? face.title}
        draggable={false}
        data-card={id}
        data-index={index}
        tabIndex={isStop ? 0 : -1}
        onKeyDown={(event) => onKeyDown(card, event)}
        onContextMenu={(event) => {
          event.preventDefault();
          const byKey = event.clientX === 0 && event.clientY === 0;
          const { left, bottom } = event.currentTarget.getBoundingClientRect();
          onMenu(card, byKey ? { left, top: bottom } : { left: event.clientX, top: event.clientY });
        }}
      >
        {face.title}
      </Link>
      <span className={css.under}>{face.under}</span>
      <span className={css.line}>
        <span className={css.chips}>{face.chips}</span>
        <span className={css.figure}>{face.figure}</span>
      </span>
      {!isFixed && (
        <ActionIcon
          className={css.menu ?? ''}
          variant="subtle"
          color="gray"
          size={22}
          tabIndex={-1}
          aria-label={words.t('board.moveTo')}
          onClick={(event) => {
            const { left, bottom } = event.currentTarget.getBoundingClientRect();
            onMenu(card, { left, top: bottom });
          }}
        >
          <Icon name="more" />
        </ActionIcon>
      )}
    </div>
  );
}
