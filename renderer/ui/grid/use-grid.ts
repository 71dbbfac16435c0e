import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { StoredRecord } from '../../../shared/commits/index.ts';
import { useKept } from '../../app/history/entries.ts';
import type { Answer } from '../../index/query.ts';
import type { ListColumn } from '../list-view.ts';
import type { Leave, Mode } from './cell-editor.tsx';
import { type CellRange, held, rangeBetween, type Size, type Spot } from './spot.ts';

export interface GridColumn extends ListColumn {
  readonly width: number;
  /** Shows something else than the field's value. */
  readonly cell?: (record: StoredRecord, names: Answer['names']) => ReactNode;
}

export interface GridControl {
  readonly spot: Spot;
  readonly range: CellRange;
  readonly mode: Mode;
  /** Counts the times that a cell was left, so that the next one begins blank. */
  readonly turn: number;
  /** The focus is in the grid. */
  readonly inside: boolean;
  readonly setInside: (inside: boolean) => void;
  /** Goes to a cell, or with `extend` spreads the range to it. */
  readonly stand: (spot: Spot, extend?: boolean) => void;
  readonly edit: (mode: Mode) => void;
  readonly leave: (to: Leave) => void;
  readonly ending: RefObject<(() => boolean) | null>;
}

const START: Spot = { row: 0, column: 0 };

/** Where the user stands in the grid, what range is chosen from there, and whether a cell is edited. */
export function useGrid(
  size: Size,
  scroller: RefObject<HTMLElement | null>,
  show: (spot: Spot) => void,
): GridControl {
  const [chosen, setChosen] = useKept('spot', { spot: START, anchor: START });
  const [mode, setMode] = useState<Mode>('ready');
  const [turn, setTurn] = useState(0);
  const [inside, setInside] = useKept('inside', false);
  const ending = useRef<(() => boolean) | null>(null);
  // A result that has become shorter may have lost the cell.
  const spot = held(chosen.spot, size);
  const anchor = held(chosen.anchor, size);

  // A cell without an input of its own leaves the focus with the grid.
  useEffect(() => {
    if (inside && mode === 'ready' && !scroller.current?.contains(document.activeElement)) {
      scroller.current?.focus({ preventScroll: true });
    }
  });

  const goTo = (next: Spot, extend: boolean): void => {
    const to = held(next, size);
    setChosen({ spot: to, anchor: extend ? anchor : to });
    show(to);
  };
  return {
    spot,
    range: rangeBetween(anchor, spot),
    mode,
    turn,
    inside,
    setInside,
    ending,
    stand: (next, extend = false) => {
      if (mode !== 'ready' && ending.current?.() === false) return;
      setInside(true);
      goTo(next, extend);
    },
    edit: setMode,
    leave: (to) => {
      setMode('ready');
      setTurn((before) => before + 1);
      if (to === 'away') return;
      setInside(true);
      const { row, column } = spot;
      if (to === 'down') goTo({ row: row + 1, column }, false);
      if (to === 'right') goTo({ row, column: column + 1 }, false);
      if (to === 'left') goTo({ row, column: column - 1 }, false);
    },
  };
}
