import type { KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { isCellField } from '../../../shared/entities/cells.ts';
import { fieldOf } from '../../../shared/entities/entity.ts';
import { useReadOnly } from '../read-only.tsx';
import { takesLetters } from './cell-editor.tsx';
import { type GridProps, rowsHere } from './grid-props.ts';
import { ROW } from './layout.ts';
import { cellsIn, spotAfter } from './spot.ts';
import type { GridControl } from './use-grid.ts';
import type { useSelecting } from './use-selecting.ts';

const isComposing = ({ nativeEvent }: KeyboardEvent): boolean =>
  nativeEvent.isComposing || nativeEvent.keyCode === 229;

/**
 * The app's own shortcuts do not hear keys from inputs. The unseen input of a cell is none to the
 * user: what the grid does not use is heard as if it came from the grid itself.
 */
function passOn(event: KeyboardEvent, grid: HTMLElement): void {
  if (event.target === grid) return;
  event.stopPropagation();
  const same = new KeyboardEvent(event.type, event.nativeEvent);
  if (!grid.dispatchEvent(same)) event.preventDefault();
}

interface Doing {
  readonly control: GridControl;
  readonly selecting: ReturnType<typeof useSelecting>;
  /** Puts stars on the rows of the range. */
  readonly star: () => Promise<void>;
  readonly paste: (texts: readonly (readonly string[])[]) => Promise<void>;
}

/** What the keys do while no cell is edited. */
export function useKeys(props: GridProps, { control, selecting, star, paste }: Doing) {
  const { entity, columns, answer, selection, onOpen } = props;
  const isReadOnly = useReadOnly() !== null;
  const { spot, range, mode, stand, edit } = control;
  const openInput = (event: KeyboardEvent): void => {
    const field = fieldOf(entity, columns[spot.column]?.field ?? '');
    if (isReadOnly || !isCellField(field)) return;
    if (event.key === 'F2') {
      event.preventDefault();
      return edit('editing');
    }
    if (takesLetters(field) || event.key.length !== 1) return;
    flushSync(() => edit('editing'));
    // A digit typed over a date replaces it; a list only opens.
    if (field.kind !== 'date') return event.preventDefault();
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.select();
  };
  const onCommand = (event: KeyboardEvent): (() => unknown) | null => {
    const record = rowsHere(props, spot.row, spot.row)?.rows[0];
    const withMod = event.ctrlKey || event.metaKey ? event.key.toLowerCase() : null;
    if (withMod === 'a') return selecting.all;
    if (withMod === 'd') return star;
    if (event.key === 'Enter' && record) return () => onOpen(record.id);
    if (event.key === ' ') return () => selecting.toggle(range.top, range.bottom);
    if (event.key === 'Delete' || event.key === 'Backspace') return () => paste([['']]);
    if (event.key === 'Escape' && cellsIn(range) > 1) return () => stand(spot);
    if (event.key === 'Escape' && selection.ids.size > 0) return selection.clear;
    return null;
  };
  return (event: KeyboardEvent<HTMLDivElement>): void => {
    const isHead = event.target instanceof Element && event.target.closest('[data-head]');
    if (mode !== 'ready' || isComposing(event) || isHead) return;
    if (event.altKey) return passOn(event, event.currentTarget);
    const page = Math.floor(event.currentTarget.clientHeight / ROW) - 2;
    const to = spotAfter(event, spot, { rows: answer?.total ?? 0, columns: columns.length }, page);
    const command = to ? () => stand(to, event.shiftKey) : onCommand(event);
    if (command) {
      event.preventDefault();
      command();
    } else if (event.ctrlKey || event.metaKey) passOn(event, event.currentTarget);
    else openInput(event);
  };
}
