import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { Menu } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { type Deal, type Stage, stageName } from '../../../shared/features/deals/index.ts';
import { useWords } from '../../app/i18n.ts';
import { pathOf } from '../../app/paths.ts';
import type { Answer, Filter } from '../../index/query.ts';
import { useAnswer } from '../../index/use-answer.ts';
import { Icon } from '../../ui/icon.tsx';
import { Changing, useReadOnly } from '../../ui/read-only.tsx';
import css from './board.module.css';
import type { Place } from './board-card.tsx';
import { BoardColumn } from './board-column.tsx';

interface Props {
  /** In the order of the pipeline. */
  readonly stages: readonly Stage[];
  readonly text: string;
  readonly where: readonly Filter[];
  readonly move: (id: string, stage: Stage) => Promise<boolean>;
}

const NO_TOTALS = { count: 0, sums: {} };
/** Dragging this near to the board's edge scrolls it, by this much a frame. */
const EDGE = 56;
const SCROLL = 14;

const cardsIn = (column: Element): readonly HTMLElement[] => [
  ...column.querySelectorAll<HTMLElement>('[data-deal]'),
];

/** The card to go to from another by an arrow key, among those drawn. */
function neighbour(card: HTMLElement, key: string): HTMLElement | undefined {
  const column = card.closest('[data-stage]');
  if (!column) return undefined;
  const index = Number(card.dataset.index);
  const at = (cards: readonly HTMLElement[], wanted: number) =>
    cards.find((one) => Number(one.dataset.index) === wanted);
  if (key === 'ArrowDown') return at(cardsIn(column), index + 1);
  if (key === 'ArrowUp') return at(cardsIn(column), index - 1);
  const step = key === 'ArrowRight' ? 'nextElementSibling' : 'previousElementSibling';
  for (let next = column[step]; next; next = next[step]) {
    const cards = cardsIn(next);
    if (cards.length > 0) return at(cards, index) ?? cards.at(-1);
  }
  return undefined;
}

/** Follows what is dragged: drops it where it is let go, and scrolls the board at its edges. */
function useDropping(onDrop: (id: string, from: string, to: string) => void) {
  const board = useRef<HTMLDivElement>(null);
  const latest = useRef(onDrop);
  latest.current = onDrop;
  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => 'deal' in source.data,
        onDrag: ({ location }) => {
          const element = board.current;
          if (!element) return;
          const { left, right } = element.getBoundingClientRect();
          const x = location.current.input.clientX;
          if (x < left + EDGE) element.scrollLeft -= SCROLL;
          if (x > right - EDGE) element.scrollLeft += SCROLL;
        },
        onDrop: ({ source, location }) => {
          const target = location.current.dropTargets[0]?.data.stageId;
          const { deal, stageId } = source.data;
          if (typeof target !== 'string' || target === stageId) return;
          latest.current(String(deal), String(stageId), target);
        },
      }),
    [],
  );
  return board;
}

interface OpenMenu {
  readonly record: Deal;
  readonly place: Place;
}

function CardMenu({
  menu,
  stages,
  onMove,
  onOpen,
  onClose,
}: {
  readonly menu: OpenMenu | null;
  readonly stages: readonly Stage[];
  readonly onMove: (record: Deal, stage: Stage) => void;
  readonly onOpen: (record: Deal) => void;
  readonly onClose: () => void;
}) {
  const { t, language } = useWords();
  return (
    <Menu
      opened={menu !== null}
      onChange={(opened) => opened || onClose()}
      position="bottom-start"
      width={190}
      returnFocus={false}
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          aria-label={t('deals.moveTo')}
          className={css.anchor}
          style={{ left: menu?.place.left ?? 0, top: menu?.place.top ?? 0 }}
        />
      </Menu.Target>
      <Menu.Dropdown>
        {menu && (
          <>
            <Menu.Item onClick={() => onOpen(menu.record)}>{t('deals.openDeal')}</Menu.Item>
            <Changing>
              <Menu.Divider />
              <Menu.Label>{t('deals.moveTo')}</Menu.Label>
              {stages.map((stage) => (
                <Menu.Item
                  key={stage.id}
                  disabled={stage.id === menu.record.stageId}
                  rightSection={stage.id === menu.record.stageId && <Icon name="check" size={14} />}
                  onClick={() => onMove(menu.record, stage)}
                >
                  {stageName(stage, language)}
                </Menu.Item>
              ))}
            </Changing>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

const cardOf = (board: HTMLElement | null, id: string): HTMLElement | null =>
  board?.querySelector<HTMLElement>(`[data-deal="${CSS.escape(id)}"]`) ?? null;

const ARROWS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/**
 * Moving cards between columns: the card is dimmed where it was until the index has it in its new
 * place, what happened is said, and the focus goes along when keys moved it.
 */
function useMovingCards(
  { stages, move }: Pick<Props, 'stages' | 'move'>,
  totals: Answer | undefined,
) {
  const { t, language } = useWords();
  const isFixed = useReadOnly() !== null;
  const [leaving, setLeaving] = useState<{ readonly id: string; readonly from: string } | null>(
    null,
  );
  const [said, setSaid] = useState('');
  const focusOn = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: new totals mean that the card has arrived
  useEffect(() => setLeaving(null), [totals]);

  const board = useDropping((id, from, to) => {
    const stage = stages.find((one) => one.id === to);
    if (stage) void moveTo(id, from, stage);
  });
  const moveTo = async (id: string, from: string, stage: Stage): Promise<void> => {
    if (from === stage.id) return;
    const title = cardOf(board.current, id)?.textContent ?? '';
    setLeaving({ id, from });
    // What changed last stands first: the card will be seen where it arrives.
    board.current
      ?.querySelector(`[data-stage="${CSS.escape(stage.id)}"] [data-cards]`)
      ?.scrollTo(0, 0);
    if (!(await move(id, stage))) return setLeaving(null);
    setSaid(t('deals.moved', { title, stage: stageName(stage, language) }));
  };
  const moveWithFocus = (id: string, from: string, stage: Stage): void => {
    focusOn.current = id;
    void moveTo(id, from, stage);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const card = event.currentTarget;
    if (!/^Arrow/.test(event.key)) return;
    event.preventDefault();
    if (!event.altKey) return neighbour(card, event.key)?.focus();
    if (isFixed) return;
    const from = card.closest<HTMLElement>('[data-stage]')?.dataset.stage ?? '';
    const place = stages.findIndex((stage) => stage.id === from);
    const to = stages[place + (ARROWS[event.key] ?? 0)];
    if (to) moveWithFocus(card.dataset.deal ?? '', from, to);
  };
  const wantsFocus = (id: string): boolean => {
    // The card is drawn anew in its new column, and takes the focus only there.
    if (focusOn.current !== id || leaving !== null) return false;
    focusOn.current = null;
    // The panel that asks for the contract may have it already.
    return document.activeElement === document.body;
  };
  return { board, leaving, said, moveWithFocus, onKeyDown, wantsFocus };
}

/** Deals by stage. Totals come from the index, cards are drawn as they are scrolled to. */
export function Board({ stages, text, where, move }: Props) {
  const { t } = useWords();
  const [, go] = useLocation();
  const totals = useAnswer({
    entity: 'deal',
    text,
    where,
    from: 0,
    to: 0,
    groupBy: 'stageId',
    sums: ['contractAmountFen', 'technologyAmountFen'],
  });
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const cards = useMovingCards({ stages, move }, totals);
  const closeMenu = (): void => {
    if (menu) cardOf(cards.board.current, menu.record.id)?.focus();
    setMenu(null);
  };
  return (
    <>
      <div ref={cards.board} className={css.board}>
        {stages.map((stage) => (
          <BoardColumn
            key={stage.id}
            stage={stage}
            totals={totals && (totals.groups.find((group) => group.key === stage.id) ?? NO_TOTALS)}
            text={text}
            where={where}
            leaving={cards.leaving?.from === stage.id ? cards.leaving.id : null}
            onMenu={(record, place) => setMenu({ record, place })}
            onKeyDown={cards.onKeyDown}
            wantsFocus={cards.wantsFocus}
          />
        ))}
      </div>
      <CardMenu
        menu={menu}
        stages={stages}
        onOpen={({ id }) => go(pathOf('deal', id))}
        onMove={({ id, stageId }, stage) => cards.moveWithFocus(id, stageId, stage)}
        onClose={closeMenu}
      />
      <Changing>
        <p className={css.hidden}>{t('deals.boardHelp')}</p>
      </Changing>
      <div className={css.hidden} role="status" aria-live="polite">
        {cards.said}
      </div>
    </>
  );
}
