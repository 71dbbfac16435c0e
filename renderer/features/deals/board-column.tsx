import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { type Deal, type Stage, stageName } from '../../../shared/features/deals/index.ts';
import { useWords } from '../../app/i18n.ts';
import type { Filter, Group } from '../../index/query.ts';
import { useAnswer } from '../../index/use-answer.ts';
import { spokenAmount } from '../../ui/field-value.tsx';
import css from './board.module.css';
import { BoardCard, type Place } from './board-card.tsx';

/** A card and the gap below it; see `.slot`. */
const SLOT = 100;
/** Cards are asked for in blocks, so that small scrolls ask nothing. */
const BLOCK = 40;

export interface CardHandlers {
  readonly onMenu: (record: Deal, place: Place) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly wantsFocus: (id: string) => boolean;
}

interface Props extends CardHandlers {
  readonly stage: Stage;
  /** Count and sums from the index; undefined until the first answer. */
  readonly totals: Omit<Group, 'key'> | undefined;
  readonly text: string;
  readonly where: readonly Filter[];
  /** The card that was dropped elsewhere and is still listed here. */
  readonly leaving: string | null;
}

function Head({ stage, totals }: Pick<Props, 'stage' | 'totals'>) {
  const words = useWords();
  const { t, language } = words;
  const name = stageName(stage, language);
  const sum = (field: string) => {
    const found = totals?.sums[field];
    return found && found.of > 0 ? spokenAmount(found.fen, words) : null;
  };
  const contract = sum('contractAmountFen');
  const technology = sum('technologyAmountFen');
  return (
    <div className={css.columnHead}>
      <h2>
        <b title={name}>{name}</b>
        <span>{totals?.count.toLocaleString('en')}</span>
      </h2>
      <div className={css.sums}>
        {contract && <span>{t('deals.contract', { amount: contract })}</span>}
        {technology && <span>{t('deals.technologyShort', { amount: technology })}</span>}
      </div>
    </div>
  );
}

/** Lets cards be dropped on a column; true while one of another column is over it. */
function useDropTarget(column: RefObject<HTMLElement | null>, stageId: string): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const element = column.current;
    if (!element) return;
    return dropTargetForElements({
      element,
      getData: () => ({ stageId }),
      canDrop: ({ source }) => 'deal' in source.data,
      onDragEnter: ({ source }) => setOver(source.data.stageId !== stageId),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    });
  }, [column, stageId]);
  return over;
}

/** The cards of a column from the index, as far as they are scrolled to. */
function useCards({ stage, text, where }: Props, scroller: RefObject<HTMLElement | null>) {
  const [from, setFrom] = useState(0);
  const answer = useAnswer({
    entity: 'deal',
    text,
    where: [...where, { field: 'stageId', in: [stage.id] }],
    from,
    to: from + 2 * BLOCK,
  });
  const virtual = useVirtualizer({
    count: answer?.total ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => SLOT,
    overscan: 4,
    onChange: ({ range }) => {
      if (!range) return;
      const block = Math.max(0, Math.floor((range.startIndex - BLOCK / 4) / BLOCK) * BLOCK);
      if (block !== from) setFrom(block);
    },
  });
  // The index holds deals as the database does.
  const recordAt = (index: number) => answer?.rows[index - answer.from] as Deal | undefined;
  return { answer, virtual, recordAt };
}

/** One stage: its totals from the index, and as many of its cards as are looked at. */
export function BoardColumn(props: Props) {
  const { stage, totals, leaving, onMenu, onKeyDown, wantsFocus } = props;
  const { t, language } = useWords();
  const column = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const over = useDropTarget(column, stage.id);
  const { answer, virtual, recordAt } = useCards(props, scroller);
  const label = t('deals.column', { stage: stageName(stage, language), count: totals?.count ?? 0 });
  return (
    <section
      ref={column}
      className={css.column}
      data-over={over}
      data-stage={stage.id}
      aria-label={label}
    >
      <Head stage={stage} totals={totals} />
      <div ref={scroller} className={css.cards} data-cards>
        {answer?.total === 0 ? (
          <div className={css.none}>{over ? t('deals.columnEmpty') : t('deals.columnNone')}</div>
        ) : (
          <ul style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map(({ index, start }) => {
              const record = recordAt(index);
              return (
                <li
                  key={record?.id ?? index}
                  className={css.slot}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  {record && (
                    <BoardCard
                      record={record}
                      index={index}
                      achievement={answer?.names[record.achievementId] ?? ''}
                      enterprise={answer?.names[record.enterpriseId] ?? ''}
                      leaving={leaving === record.id}
                      onMenu={onMenu}
                      onKeyDown={onKeyDown}
                      wantsFocus={wantsFocus}
                    />
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </div>
    </section>
  );
}
