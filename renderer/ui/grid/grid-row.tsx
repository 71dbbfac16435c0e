import type { CSSProperties, MouseEvent, ReactNode } from 'react';
import type { StoredRecord } from '../../../shared/commits/index.ts';
import { isCellField } from '../../../shared/entities/cells.ts';
import { type AnyEntity, fieldOf, titleOf } from '../../../shared/entities/entity.ts';
import { useWords } from '../../app/i18n.ts';
import type { Answer } from '../../index/query.ts';
import { useDateWords } from '../dates.ts';
import { FieldValue, isFigure } from '../field-value.tsx';
import { useReadOnly } from '../read-only.tsx';
import { StarMark } from '../stars/star-button.tsx';
import { CellEditor, takesLetters } from './cell-editor.tsx';
import css from './grid.module.css';
import type { Layout } from './layout.ts';
import { cellsIn, isInside } from './spot.ts';
import type { GridColumn, GridControl } from './use-grid.ts';

export const cellId = (grid: string, row: number, column: number): string =>
  `${grid}-${row}-${column}`;

export interface RowProps {
  readonly grid: string;
  readonly entity: AnyEntity;
  readonly columns: readonly GridColumn[];
  readonly layout: Layout;
  readonly row: number;
  readonly record: StoredRecord;
  readonly names: Answer['names'];
  readonly control: GridControl;
  readonly isSelected: boolean;
  readonly onSelect: (row: number, extend: boolean) => void;
  readonly onOpen: (id: string) => void;
}

function CellText({ entity, record, names, column }: Omit<CellProps, 'at'>): ReactNode {
  const dates = useDateWords();
  if (column.cell) return column.cell(record, names);
  if (column.field === 'updatedAt') {
    return <span className={css.muted}>{dates.ofInstant(record.updatedAt)}</span>;
  }
  const value = record[column.field];
  return <FieldValue entity={entity} name={column.field} value={value} names={names} inList />;
}

interface CellProps extends RowProps {
  readonly column: GridColumn;
  readonly at: number;
}

/** The input of the cell that the user stands on, where it has one now. */
function Editor({ entity, record, column, control }: CellProps) {
  const field = fieldOf(entity, column.field);
  const { mode, turn, inside } = control;
  const isReadOnly = useReadOnly() !== null;
  if (!isCellField(field) || isReadOnly) return null;
  if (mode === 'ready' && !(inside && takesLetters(field))) return null;
  return (
    <CellEditor
      key={`${column.field} ${turn} ${mode === 'editing'}`}
      entity={entity}
      record={record}
      name={column.field}
      field={field}
      mode={mode}
      onTyping={() => mode === 'ready' && control.edit('typing')}
      onLeave={control.leave}
      ending={control.ending}
    />
  );
}

function Cell(props: CellProps) {
  const { grid, entity, columns, layout, row, record, control, column, at, onOpen } = props;
  const { spot, range, stand, edit } = control;
  const field = fieldOf(entity, column.field);
  const isHere = spot.row === row && spot.column === at;
  const isChosen = cellsIn(range) > 1 && isInside(range, { row, column: at });
  const titled = columns.some((one) => one.field === entity.title)
    ? entity.title
    : columns[0]?.field;
  const left = layout.stays[at];
  const onMouseDown = (event: MouseEvent): void => {
    if (event.button !== 0) return;
    // Dragging chooses cells, not letters; the cell takes the focus by itself.
    event.preventDefault();
    stand({ row, column: at }, event.shiftKey);
  };
  const text = (
    <span className={css.text}>
      <CellText {...props} />
    </span>
  );
  const style: CSSProperties | undefined = left === undefined ? undefined : { left };
  return (
    <div
      id={cellId(grid, row, at)}
      role="gridcell"
      aria-colindex={at + 2}
      aria-selected={isChosen || undefined}
      aria-readonly={isCellField(field) ? undefined : true}
      tabIndex={-1}
      className={`${field && isFigure(field) ? css.figure : ''} ${left === undefined ? '' : css.stays}`}
      style={style}
      data-here={isHere || undefined}
      data-chosen={isChosen || undefined}
      data-field={column.field}
      onMouseDown={onMouseDown}
      onMouseEnter={(event) => event.buttons === 1 && stand({ row, column: at }, true)}
      onDoubleClick={() => edit('editing')}
    >
      {column.field === titled ? (
        <>
          <StarMark id={record.id} />
          <button
            type="button"
            tabIndex={-1}
            className={css.open}
            onClick={() => onOpen(record.id)}
          >
            {text}
          </button>
        </>
      ) : (
        text
      )}
      {isHere && <Editor {...props} />}
    </div>
  );
}

/** One record: its box, and its cells. */
export function GridRow(props: RowProps) {
  const { t } = useWords();
  const { entity, columns, row, record, isSelected, onSelect } = props;
  return (
    <>
      <div role="gridcell" aria-colindex={1} className={`${css.select} ${css.stays}`}>
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={t('grid.select', { title: titleOf(entity, record) })}
          checked={isSelected}
          onChange={(event) => {
            const { nativeEvent } = event;
            onSelect(row, nativeEvent instanceof globalThis.MouseEvent && nativeEvent.shiftKey);
          }}
        />
      </div>
      {columns.map((column, at) => (
        <Cell key={column.field} {...props} column={column} at={at} />
      ))}
    </>
  );
}
