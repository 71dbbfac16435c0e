import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../../app/i18n.ts';
import { Icon } from '../../ui/icon.tsx';
import { Empty } from '../../ui/page.tsx';
import { CellDetails } from './cell-details.tsx';
import { ColumnHead } from './column-head.tsx';
import { columnWidths } from './column-widths.ts';
import { chooseTab, mendCell, type Work } from './import-store.ts';
import css from './preview.module.css';
import { cellId, PreviewRow, type Spot } from './preview-row.tsx';

const ROW = 36;
const ROW_NUMBER = 56;
const STATE = 128;

/** The first problem after a cell, reading on from the sheet's start at its end; null when there is none. */
function problemAfter({ reading }: Work, spot: Spot | null): Spot | null {
  if (!reading) return null;
  const rows = reading.rowsIn(['problem']);
  const columnsOf = (row: number): readonly number[] =>
    reading
      .view(row)
      .reading.problems.map(({ column }) => column ?? 0)
      .sort((a, b) => a - b);
  if (spot && rows.includes(spot.row)) {
    const later = columnsOf(spot.row).find((column) => column > spot.column);
    if (later !== undefined) return { row: spot.row, column: later };
  }
  const row = rows.find((one) => one > (spot?.row ?? -1)) ?? rows[0];
  return row === undefined ? null : { row, column: columnsOf(row)[0] ?? 0 };
}

/** Where the user stands in the grid, and how the keys move there. */
function useSpot(work: Work, scrollTo: (index: number) => void) {
  const { rows, columns } = work;
  const [chosen, setChosen] = useState<Spot | null>(null);
  const [editing, setEditing] = useState(false);
  const isShown = chosen !== null && rows.includes(chosen.row);
  const [first] = rows;
  const spot = isShown ? chosen : first === undefined ? null : { row: first, column: 0 };
  const stand = (next: Spot, edit = false): void => {
    setChosen(next);
    setEditing(edit);
  };
  const moveTo = (index: number, column: number): void => {
    const at = Math.max(0, Math.min(rows.length - 1, index));
    const row = rows[at];
    if (row === undefined) return;
    stand({ row, column: Math.max(0, Math.min(columns.length - 1, column)) });
    scrollTo(at);
  };
  return { chosen: isShown ? chosen : null, spot, editing, stand, moveTo, setEditing };
}

/**
 * The sheet with its own headers, each under the field that it fills: rows are drawn as they are
 * scrolled to, cells are reached by the arrow keys and mended in place.
 */
export function PreviewGrid({ work }: { readonly work: Work }) {
  const { t } = useWords();
  const { reading, rows, columns, file, place, isRead } = work;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 10,
  });
  const { chosen, spot, editing, stand, moveTo, setEditing } = useSpot(work, (index) =>
    virtual.scrollToIndex(index),
  );
  const head = file.heads[place.sheet]?.rows;
  const widths = useMemo(() => columnWidths(columns, head ?? []), [columns, head]);
  const grid = {
    gridTemplateColumns: [ROW_NUMBER, STATE, ...widths].map((width) => `${width}px`).join(' '),
    width: widths.reduce((sum, width) => sum + width, ROW_NUMBER + STATE),
  };
  const nextProblem = (): void => {
    const next = problemAfter(work, chosen);
    if (!next || !reading) return;
    if (!rows.includes(next.row)) chooseTab('problem');
    const shown = rows.includes(next.row) ? rows : reading.rowsIn(['problem']);
    stand(next);
    virtual.scrollToIndex(shown.indexOf(next.row));
    scroller.current?.focus();
  };
  useHotkeys([['F8', nextProblem]]);
  const chosenId = chosen && cellId(chosen);
  // The row is brought in by the virtual list; the column only by its cell, once that is drawn.
  useEffect(() => {
    if (!chosenId) return;
    const frame = requestAnimationFrame(() =>
      document.getElementById(chosenId)?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    );
    return () => cancelAnimationFrame(frame);
  }, [chosenId]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!spot || event.target !== scroller.current) return;
    const index = rows.indexOf(spot.row);
    const page = Math.floor((scroller.current?.clientHeight ?? 400) / ROW) - 3;
    const far = event.ctrlKey || event.metaKey;
    const moves: Record<string, readonly [number, number]> = {
      ArrowDown: [index + (chosen ? 1 : 0), spot.column],
      ArrowUp: [index - 1, spot.column],
      ArrowRight: [index, spot.column + (chosen ? 1 : 0)],
      ArrowLeft: [index, spot.column - 1],
      PageDown: [index + page, spot.column],
      PageUp: [index - page, spot.column],
      Home: [far ? 0 : index, 0],
      End: [far ? rows.length - 1 : index, columns.length - 1],
    };
    const move = moves[event.key];
    if (move) moveTo(...move);
    else if ((event.key === 'Enter' || event.key === 'F2') && isRead) stand(spot, true);
    else return;
    event.preventDefault();
  };
  const finish = (text: string | null, then: 'stay' | 'right' | 'left' | 'problem'): void => {
    if (!spot || !editing) return;
    setEditing(false);
    if (text !== null) mendCell(spot.row, columns[spot.column]?.index ?? 0, text);
    scroller.current?.focus();
    if (then === 'right' || then === 'left')
      moveTo(rows.indexOf(spot.row), spot.column + (then === 'right' ? 1 : -1));
    if (then === 'problem') nextProblem();
  };

  return (
    <>
      <div
        ref={scroller}
        className={css.scroller}
        role="grid"
        aria-label={t('importing.grid')}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 2}
        aria-activedescendant={chosenId ?? undefined}
        aria-busy={!isRead}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div className={css.header} role="row" style={grid}>
          <div role="columnheader" className={css.rowNumber}>
            {t('importing.row')}
          </div>
          <div role="columnheader">{t('importing.state')}</div>
          {columns.map((column) => (
            <ColumnHead key={column.index} column={column} subject={work.subject} />
          ))}
        </div>
        {rows.length === 0 && isRead ? (
          <Empty
            title={t('importing.noRows')}
            hint={t(
              work.tab === 'problem'
                ? 'importing.noRowsHint.problem'
                : 'importing.noRowsHint.other',
            )}
          />
        ) : (
          <div
            role="rowgroup"
            style={{ height: virtual.getTotalSize(), width: grid.width, position: 'relative' }}
          >
            {reading &&
              virtual.getVirtualItems().map(({ index, start }) => {
                const row = rows[index];
                return row === undefined ? null : (
                  <PreviewRow
                    key={row}
                    view={reading.view(row)}
                    columns={columns}
                    subject={work.subject}
                    ariaIndex={index + 2}
                    style={{ ...grid, transform: `translateY(${start}px)` }}
                    spot={chosen?.row === row ? chosen : null}
                    editing={editing}
                    onStand={(column) => stand({ row, column }, isRead)}
                    onFinish={finish}
                  />
                );
              })}
          </div>
        )}
      </div>
      <div className={css.details}>
        <CellDetails work={work} spot={chosen} />
        <span className={css.grow} />
        <Button
          variant="default"
          size="compact-xs"
          disabled={(reading?.count('problem') ?? 0) === 0}
          rightSection={<kbd>F8</kbd>}
          leftSection={<Icon name="warning" size={14} />}
          onClick={nextProblem}
        >
          {t('importing.next')}
        </Button>
      </div>
    </>
  );
}
