import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { EntityName } from '../../../shared/registry.ts';
import { useWords } from '../../app/i18n.ts';
import { pathOf } from '../../app/paths.ts';
import type { Query } from '../../index/query.ts';
import { askIndex } from '../../index/use-answer.ts';
import { useReadOnly } from '../read-only.tsx';
import css from './board.module.css';
import type { CardAt } from './board-card.tsx';
import { BoardColumn, type ColumnControl } from './board-column.tsx';
import { type BoardColumn as ColumnOf, columnBeside } from './board-fields.ts';
import { CardMenu, type OpenMenu } from './card-menu.tsx';
import type { ColumnSum } from './column-head.tsx';
import type { FaceOf } from './face.tsx';

interface Props {
  readonly name: EntityName;
  /** The field whose values are the columns. */
  readonly by: string;
  readonly columns: readonly ColumnOf[];
  /** What the list of the same view shows. */
  readonly query: Pick<Query, 'text' | 'where' | 'sort'>;
  readonly sums: readonly ColumnSum[];
  readonly face: FaceOf;
  /** Makes the field of a record hold the key of a column; true when it does. Null: it cannot. */
  readonly move: ((id: string, key: string) => Promise<boolean>) | null;
  /** By the key of a column, how many cards it is meant to have at most. */
  readonly limits?: ReadonlyMap<string, number>;
  readonly onLimit?: (key: string, most: number | null) => void;
  /** All columns stand beside each other in what there is of width. */
  readonly fits?: boolean;
  /** The key of the column whose first card takes the focus when the board appears. */
  readonly begin?: string | null;
}

/** Dragging this near to the board's edge scrolls it, by this much a frame. */
const EDGE = 56;
const SCROLL = 14;
/** Page up and down go so many cards. */
const PAGE = 5;

/** Follows what is dragged: drops it where it is let go, and scrolls the board at its edges. */
function useDropping(onDrop: (id: string, from: string, to: string) => void) {
  const board = useRef<HTMLDivElement>(null);
  const latest = useRef(onDrop);
  latest.current = onDrop;
  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => 'card' in source.data,
        onDrag: ({ location }) => {
          const element = board.current;
          if (!element) return;
          const { left, right } = element.getBoundingClientRect();
          const x = location.current.input.clientX;
          if (x < left + EDGE) element.scrollLeft -= SCROLL;
          if (x > right - EDGE) element.scrollLeft += SCROLL;
        },
        onDrop: ({ source, location }) => {
          const target = location.current.dropTargets[0]?.data.column;
          const { card, column } = source.data;
          if (typeof target !== 'string' || target === column) return;
          latest.current(String(card), String(column), target);
        },
      }),
    [],
  );
  return board;
}

const columnQuery = ({ name, by, query }: Pick<Props, 'name' | 'by' | 'query'>, key: string) => ({
  ...query,
  entity: name,
  where: [...(query.where ?? []), { field: by, in: [key] }],
});

/** Goes from card to card by keys; true when the key was one for that. */
function goBy(
  key: string,
  { column, index }: CardAt,
  columns: readonly ColumnOf[],
  controls: ReadonlyMap<string, ColumnControl>,
): boolean {
  const here = controls.get(column);
  const last = (here?.count() ?? 0) - 1;
  const within: Readonly<Record<string, number>> = {
    ArrowUp: index - 1,
    ArrowDown: index + 1,
    PageUp: index - PAGE,
    PageDown: index + PAGE,
    Home: 0,
    End: last,
  };
  const to = within[key];
  if (to !== undefined) {
    here?.focusAt(Math.max(0, Math.min(last, to)));
    return true;
  }
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return false;
  const at = columns.findIndex((one) => one.key === column);
  const others = key === 'ArrowRight' ? columns.slice(at + 1) : columns.slice(0, at).reverse();
  const next = others
    .map((one) => controls.get(one.key))
    .find((control) => control !== undefined && control.count() > 0);
  next?.focusAt(Math.min(index, next.count() - 1));
  return true;
}

/**
 * Moving cards between columns: the card is dimmed where it was until the index has it in its new
 * place, what happened is said, and the focus goes along when keys moved it.
 */
function useMovingCards(props: Props) {
  const { columns, move } = props;
  const { t } = useWords();
  const isReadOnly = useReadOnly() !== null;
  const isFixed = isReadOnly || move === null;
  const [leaving, setLeaving] = useState<{ readonly id: string; readonly from: string } | null>(
    null,
  );
  const [said, setSaid] = useState('');
  const controls = useRef(new Map<string, ColumnControl>());

  const moveTo = async (card: CardAt, to: ColumnOf, withFocus: boolean): Promise<void> => {
    if (isFixed || to.isFixed || card.column === to.key) return;
    setLeaving({ id: card.id, from: card.column });
    if (!(await move?.(card.id, to.key))) return setLeaving(null);
    // The index has heard of the change by now, and knows where in its order the card stands.
    const there = await askIndex({ ...columnQuery(props, to.key), from: 0, to: 0, ids: true });
    const index = there.ids?.indexOf(card.id) ?? -1;
    const facts = { title: card.title, column: to.title };
    setSaid(t(index === -1 ? 'board.movedAway' : 'board.moved', facts));
    if (index !== -1) controls.current.get(to.key)?.show(card.id, index, withFocus);
    else if (withFocus) {
      const from = controls.current.get(card.column);
      from?.focusAt(Math.max(0, Math.min(card.index, from.count() - 1)));
    }
  };
  const board = useDropping((id, from, to) => {
    const column = columns.find(({ key }) => key === to);
    const element = board.current?.querySelector(`[data-card="${CSS.escape(id)}"]`);
    const card = { id, column: from, index: 0, title: element?.textContent ?? '' };
    if (column) void moveTo(card, column, false);
  });
  const onKeyDown = (card: CardAt, event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey) return;
    if (!event.altKey) {
      if (goBy(event.key, card, columns, controls.current)) event.preventDefault();
      return;
    }
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    // These keys lead the app back and forward elsewhere.
    event.preventDefault();
    event.stopPropagation();
    const to = columnBeside(columns, card.column, event.key === 'ArrowRight' ? 1 : -1);
    if (to) void moveTo(card, to, true);
  };
  return {
    board,
    isFixed,
    leaving,
    said,
    moveTo,
    onKeyDown,
    onLeft: () => setLeaving(null),
    join: (key: string, control: ColumnControl) => {
      controls.current.set(key, control);
      return () => controls.current.delete(key);
    },
  };
}

/** Records by the value of a field. Totals come from the index, cards are drawn as they are scrolled to. */
export function Board(props: Props) {
  const { name, columns, sums, face, limits, onLimit, fits = false, begin } = props;
  const { t } = useWords();
  const [, go] = useLocation();
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const cards = useMovingCards(props);
  const closeMenu = (): void => {
    const id = menu?.card.id ?? '';
    cards.board.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)?.focus();
    setMenu(null);
  };
  return (
    <>
      <div ref={cards.board} className={css.board} data-fits={fits}>
        {columns.map((column) => (
          <BoardColumn
            key={column.key}
            name={name}
            column={column}
            query={columnQuery(props, column.key)}
            sums={sums}
            face={face}
            isFixed={cards.isFixed}
            limit={limits?.get(column.key)}
            onLimit={onLimit}
            leaving={cards.leaving?.from === column.key ? cards.leaving.id : null}
            onLeft={cards.onLeft}
            isBegin={column.key === begin}
            onMenu={(card, place) => setMenu({ card, place })}
            onKeyDown={cards.onKeyDown}
            join={cards.join}
          />
        ))}
      </div>
      <CardMenu
        menu={menu}
        columns={columns}
        isFixed={cards.isFixed}
        onOpen={({ id }) => go(pathOf(name, id))}
        onMove={(card, column) => void cards.moveTo(card, column, true)}
        onClose={closeMenu}
      />
      {!cards.isFixed && <p className={css.hidden}>{t('board.help')}</p>}
      <div className={css.hidden} role="status" aria-live="polite">
        {cards.said}
      </div>
    </>
  );
}
