import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react';
import { chooseTab, mendCell, type Work } from './import-store.ts';
import { cellId, type Finish, type Spot } from './preview-row.tsx';

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

/** Where a key leads from a cell: the row's place on show and the column; undefined for other keys. */
function leadOf(
  event: KeyboardEvent,
  index: number,
  column: number,
  page: number,
  last: { readonly index: number; readonly column: number },
): readonly [number, number] | undefined {
  const far = event.ctrlKey || event.metaKey;
  const leads: Record<string, readonly [number, number]> = {
    ArrowDown: [index + 1, column],
    ArrowUp: [index - 1, column],
    ArrowRight: [index, column + 1],
    ArrowLeft: [index, column - 1],
    PageDown: [index + page, column],
    PageUp: [index - page, column],
    Home: [far ? 0 : index, 0],
    End: [far ? last.index : index, last.column],
  };
  return leads[event.key];
}

export interface SpotControl {
  /** The cell that the user stands on, or null before the first step. */
  readonly spot: Spot | null;
  readonly editing: boolean;
  readonly stand: (spot: Spot, edit: boolean) => void;
  readonly finish: Finish;
  readonly nextProblem: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Brings a chosen cell into sight: its row comes with the virtual list, its column only once it is drawn. */
function useInSight(spot: Spot | null): void {
  const id = spot && cellId(spot);
  useEffect(() => {
    if (!id) return;
    const frame = requestAnimationFrame(() =>
      document.getElementById(id)?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    );
    return () => cancelAnimationFrame(frame);
  }, [id]);
}

/** Where the user stands in the grid, and how keys and mends move on from there. */
export function useSpot(
  work: Work,
  scroller: RefObject<HTMLElement | null>,
  rowHeight: number,
  scrollToIndex: (index: number) => void,
): SpotControl {
  const { rows, columns, reading, isRead } = work;
  const [chosen, setChosen] = useState<Spot | null>(null);
  const [editing, setEditing] = useState(false);
  const spot = chosen && rows.includes(chosen.row) ? chosen : null;
  useInSight(spot);

  const stand = (next: Spot, edit: boolean): void => {
    setChosen(next);
    setEditing(edit && isRead);
  };
  const last = { index: rows.length - 1, column: columns.length - 1 };
  const moveTo = (index: number, column: number): void => {
    const at = Math.max(0, Math.min(last.index, index));
    const row = rows[at];
    if (row === undefined) return;
    stand({ row, column: Math.max(0, Math.min(last.column, column)) }, false);
    scrollToIndex(at);
  };
  const nextProblem = (): void => {
    const next = problemAfter(work, spot);
    if (!next || !reading) return;
    const isShown = rows.includes(next.row);
    if (!isShown) chooseTab('problem');
    stand(next, false);
    scrollToIndex((isShown ? rows : reading.rowsIn(['problem'])).indexOf(next.row));
    scroller.current?.focus();
  };
  const finish: Finish = (text, then) => {
    if (!spot || !editing) return;
    setEditing(false);
    if (text !== null) mendCell(spot.row, columns[spot.column]?.index ?? 0, text);
    // Leaving the cell by a click has put the focus where it belongs.
    if (then === 'left alone') return;
    scroller.current?.focus();
    if (then === 'right' || then === 'left')
      moveTo(rows.indexOf(spot.row), spot.column + (then === 'right' ? 1 : -1));
    if (then === 'problem') nextProblem();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== scroller.current) return;
    const page = Math.floor((scroller.current?.clientHeight ?? 400) / rowHeight) - 3;
    // The first key only shows where one stands.
    const lead = spot
      ? leadOf(event, rows.indexOf(spot.row), spot.column, page, last)
      : event.key.startsWith('Arrow') && ([0, 0] as const);
    if (lead) moveTo(...lead);
    else if (spot && (event.key === 'Enter' || event.key === 'F2')) stand(spot, true);
    else return;
    event.preventDefault();
  };
  return { spot, editing, stand, finish, nextProblem, onKeyDown };
}
