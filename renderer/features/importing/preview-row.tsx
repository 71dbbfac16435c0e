import { type CSSProperties, type KeyboardEvent, useRef } from 'react';
import {
  cellText,
  type ImportColumn,
  type RowView,
  type Subject,
} from '../../../shared/importing/index.ts';
import { useWords } from '../../app/i18n.ts';
import { Icon } from '../../ui/icon.tsx';
import { Chip } from '../../ui/page.tsx';
import { textsOfCell } from './cell-texts.ts';
import { takeRowAsData } from './import-store.ts';
import css from './preview.module.css';

/** A cell by its row in the sheet and its place among the columns. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

export const cellId = ({ row, column }: Spot): string => `import-${row}-${column}`;

/** What was typed, or null to leave the cell as it was, and where to go next. */
export type Finish = (
  text: string | null,
  then: 'stay' | 'right' | 'left' | 'problem' | 'left alone',
) => void;

/** What becomes of a row, in a word or two. */
function RowStateMark({ view }: { readonly view: RowView }) {
  const { t } = useWords();
  const { state, role, repeats, row } = view;
  switch (state) {
    case 'ready':
      return view.mended.length > 0 ? <Icon name="check" size={14} /> : null;
    case 'problem':
      return <Chip tone="alarm">{t('import.state.problem')}</Chip>;
    case 'repeated':
      return <Chip tone="caution">{t('importing.repeatOf', { row: (repeats ?? 0) + 1 })}</Chip>;
    case 'known':
      return <Chip tone="notice">{t('import.state.known')}</Chip>;
    case 'skipped':
      return (
        <>
          {role !== 'data' && role !== 'blank' && t(`import.role.${role}`)}
          <button type="button" className={css.take} onClick={() => takeRowAsData(row)}>
            {t('importing.takeAsData')}
          </button>
        </>
      );
  }
}

function focusAndSelect(element: HTMLTextAreaElement | null): void {
  element?.focus();
  element?.select();
}

/** A cell being mended. Shift+Enter breaks the line; Enter in an input method only ends its word. */
function CellEditor({
  text,
  label,
  onFinish,
}: {
  readonly text: string;
  readonly label: string;
  readonly onFinish: Finish;
}) {
  // A browser may report that the field lost the focus because it went away: that ends nothing twice.
  const ended = useRef(false);
  const finish: Finish = (typed, then) => {
    if (!ended.current) onFinish(typed, then);
    ended.current = true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const typed = event.currentTarget.value;
    if (event.key === 'Enter' && !event.shiftKey) finish(typed, 'stay');
    else if (event.key === 'Tab') finish(typed, event.shiftKey ? 'left' : 'right');
    else if (event.key === 'F8') finish(typed, 'problem');
    else if (event.key === 'Escape') finish(null, 'stay');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <textarea
      className={css.editor}
      aria-label={label}
      defaultValue={text}
      rows={1}
      ref={focusAndSelect}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={onKeyDown}
      onBlur={(event) => finish(event.currentTarget.value, 'left alone')}
    />
  );
}

interface Props {
  readonly view: RowView;
  readonly columns: readonly ImportColumn[];
  readonly subject: Subject;
  readonly ariaIndex: number;
  readonly style: CSSProperties;
  readonly spot: Spot | null;
  readonly editing: boolean;
  readonly onStand: (column: number) => void;
  readonly onFinish: Finish;
}

function markOf(view: RowView, { index, use }: ImportColumn): string | undefined {
  if (view.reading.problems.some(({ column }) => column === index)) return 'problem';
  if (view.mended.includes(index)) return 'mended';
  if (use.kind === 'ignored') return 'ignored';
  return view.reading.notes.some(({ column }) => column === index) ? 'note' : undefined;
}

/** One row of the sheet, each cell with what was found out about it. */
export function PreviewRow({
  view,
  columns,
  subject,
  ariaIndex,
  style,
  spot,
  editing,
  onStand,
  onFinish,
}: Props) {
  const words = useWords();
  const { t } = words;
  return (
    <div
      role="row"
      aria-rowindex={ariaIndex}
      className={css.row}
      data-state={view.state}
      style={style}
    >
      <div role="rowheader" className={css.rowNumber}>
        {view.row + 1}
      </div>
      <div role="gridcell" className={css.state}>
        <RowStateMark view={view} />
      </div>
      {columns.map((column, place) => {
        const text = cellText(view.cells[column.index]);
        const isHere = spot?.column === place;
        const mark = markOf(view, column);
        const { problems, notes } = textsOfCell(view, column, subject, words);
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid itself takes the keys
          <div
            key={column.index}
            id={cellId({ row: view.row, column: place })}
            role="gridcell"
            className={css.cell}
            data-mark={mark}
            title={[...problems, ...notes].join('\n') || undefined}
            aria-selected={isHere}
            aria-invalid={mark === 'problem' || undefined}
            onClick={() => onStand(place)}
          >
            {isHere && editing ? (
              <CellEditor
                text={text}
                label={t('importing.edit', { cell: column.title })}
                onFinish={onFinish}
              />
            ) : (
              <span>{text}</span>
            )}
          </div>
        );
      })}
    </div>
  );
}
