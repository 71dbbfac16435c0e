import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type ClipboardEvent,
  type FocusEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
} from 'react';
import { useWords } from '../../app/i18n.ts';
import type { Group } from '../../index/query.ts';
import { useReadOnly } from '../read-only.tsx';
import { cellsOfText } from './clipboard.ts';
import css from './grid.module.css';
import { GridHead } from './grid-head.tsx';
import { type GridProps, rowsHere } from './grid-props.ts';
import { cellId, GridRow } from './grid-row.tsx';
import { type Layout, layoutOf, ROW, SELECT } from './layout.ts';
import { PastePanel } from './paste-panel.tsx';
import type { Spot } from './spot.ts';
import { useClipboard } from './use-clipboard.ts';
import { type GridControl, useGrid } from './use-grid.ts';
import { useKeys } from './use-keys.ts';
import { useSelecting } from './use-selecting.ts';
import { useStarRange } from './use-star-range.ts';

const HEAD = 32;

type Virtual = ReturnType<typeof useVirtual>;

function useVirtual(
  { answer, heads, onScroll }: GridProps,
  scroller: RefObject<HTMLElement | null>,
  focused: () => number,
) {
  const total = answer?.total ?? 0;
  const virtual = useVirtualizer<HTMLElement, HTMLElement>({
    count: total,
    getScrollElement: () => scroller.current,
    // The heads above a row are measured with it.
    estimateSize: (row) => ROW * (1 + (heads?.above.get(row)?.length ?? 0)),
    overscan: 12,
    // The head stands over the rows and takes its height from them.
    scrollPaddingEnd: HEAD,
    // The cell with the focus stays when its row is scrolled away.
    rangeExtractor: (drawn) => {
      const rows = defaultRangeExtractor(drawn);
      const row = focused();
      return row >= total || rows.includes(row) ? rows : [...rows, row].sort((a, b) => a - b);
    },
    onChange: ({ range }) => range && onScroll(range.startIndex),
  });
  const places = [...(heads?.above ?? [])].map(([row, { length }]) => `${row} ${length}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads' places are what is measured
  useLayoutEffect(() => virtual.measure(), [places]);
  return virtual;
}

interface RowsProps {
  readonly props: GridProps;
  readonly layout: Layout;
  readonly virtual: Virtual;
  readonly control: GridControl;
  readonly onSelect: (row: number, extend: boolean) => void;
}

function Rows({ props, layout, virtual, control, onSelect }: RowsProps) {
  const { name, entity, columns, answer, heads, drawHead, selection, onOpen } = props;
  const end = virtual.getTotalSize();
  const headLine = (group: Group, top: number) => (
    <div
      key={`head ${group.key}`}
      role="row"
      className={css.headLine}
      style={{ minWidth: layout.minWidth, transform: `translateY(${top}px)` }}
    >
      <div role="gridcell" aria-colspan={columns.length + 1}>
        {drawHead(group)}
      </div>
    </div>
  );
  return (
    <div
      role="rowgroup"
      className={css.rows}
      style={{ height: end + (heads?.below.length ?? 0) * ROW, minWidth: layout.minWidth }}
    >
      {virtual.getVirtualItems().map(({ index, start }) => {
        const record = answer?.rows[index - answer.from];
        const isSelected = record !== undefined && selection.ids.has(record.id);
        const above = heads?.above.get(index) ?? [];
        const row = (
          <div
            key={index}
            role="row"
            aria-rowindex={index + 2}
            aria-selected={isSelected}
            className={css.row}
            style={{ ...layout.line, transform: `translateY(${start + above.length * ROW}px)` }}
          >
            {record && (
              <GridRow
                grid={name}
                entity={entity}
                columns={columns}
                layout={layout}
                row={index}
                record={record}
                names={answer?.names ?? {}}
                control={control}
                isSelected={isSelected}
                onSelect={onSelect}
                onOpen={onOpen}
              />
            )}
          </div>
        );
        return [...above.map((group, at) => headLine(group, start + at * ROW)), row];
      })}
      {heads?.below.map((group, at) => headLine(group, end + at * ROW))}
    </div>
  );
}

/** Hears where the focus is, and what is copied and pasted while no cell is edited. */
function useHearing(
  { mode, setInside }: GridControl,
  { copy, paste }: ReturnType<typeof useClipboard>,
) {
  const onClipboard = (event: ClipboardEvent): void => {
    if (mode !== 'ready') return;
    event.preventDefault();
    if (event.type === 'copy') void copy();
    else void paste(cellsOfText(event.clipboardData.getData('text/plain')));
  };
  return {
    onCopy: onClipboard,
    onPaste: onClipboard,
    onFocus: (event: FocusEvent) => event.target === event.currentTarget && setInside(true),
    onBlur: (event: FocusEvent) =>
      event.currentTarget.contains(event.relatedTarget) || setInside(false),
  };
}

/**
 * Records as rows of cells: gone through with the arrow keys, changed where they stand, chosen and
 * copied as ranges. Rows are drawn as they are scrolled to.
 */
export function Grid(props: GridProps) {
  const { name, entity, columns, answer, query, onSort, onColumns } = props;
  const words = useWords();
  const isReadOnly = useReadOnly() !== null;
  const scroller = useRef<HTMLDivElement>(null);
  const total = answer?.total ?? 0;
  const layout = layoutOf(columns);
  const virtual: Virtual = useVirtual(props, scroller, () => control.spot.row);
  const show = ({ row, column }: Spot): void => {
    virtual.scrollToIndex(row);
    requestAnimationFrame(() =>
      document
        .getElementById(cellId(name, row, column))
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    );
  };
  const control = useGrid({ rows: total, columns: columns.length }, scroller, show);
  const { spot, range, inside } = control;
  const selecting = useSelecting(props);
  const clipboard = useClipboard(props, range);
  const star = useStarRange(props, range);
  const onKeyDown = useKeys(props, { control, selecting, star, paste: clipboard.paste });
  const isDrawn = rowsHere(props, spot.row, spot.row) !== null;
  return (
    <>
      <div
        ref={scroller}
        className={css.scroller}
        style={{ scrollPadding: `${HEAD}px 0 0 ${SELECT + (columns[0]?.width ?? 0)}px` }}
        role="grid"
        aria-label={words.in(entity.plural)}
        aria-rowcount={total + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable="true"
        aria-readonly={isReadOnly}
        aria-activedescendant={isDrawn ? cellId(name, spot.row, spot.column) : undefined}
        // While a cell has the focus, Shift+Tab leaves the grid and does not come back to it.
        tabIndex={inside ? -1 : 0}
        onKeyDown={onKeyDown}
        {...useHearing(control, clipboard)}
      >
        <GridHead
          entity={entity}
          columns={columns}
          layout={layout}
          sort={[query.sort ?? []].flat()}
          onSort={onSort}
          onColumns={onColumns}
          selected={selecting.selected}
          onSelectAll={() => void selecting.turnAll()}
        />
        <Rows
          props={props}
          layout={layout}
          virtual={virtual}
          control={control}
          onSelect={(row, extend) => void selecting.choose(row, extend)}
        />
      </div>
      {clipboard.pasting && (
        <PastePanel entity={entity} pasting={clipboard.pasting} onClose={clipboard.close} />
      )}
    </>
  );
}
