import {
  draggable,
  dropTargetForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useEffect,
  useRef,
  useState,
} from 'react';
import { type AnyEntity, fieldOf } from '../../../shared/entities/entity.ts';
import { useWords } from '../../app/i18n.ts';
import type { Sort } from '../../index/query.ts';
import { isFigure } from '../field-value.tsx';
import type { ListColumn } from '../list-view.ts';
import css from './grid.module.css';
import { type Layout, NARROWEST } from './layout.ts';
import type { GridColumn } from './use-grid.ts';

interface Props {
  readonly entity: AnyEntity;
  readonly columns: readonly GridColumn[];
  readonly layout: Layout;
  readonly sort: readonly Sort[];
  readonly onSort: (sort: readonly Sort[]) => void;
  readonly onColumns: (columns: readonly ListColumn[]) => void;
  /** How much of the whole result is selected. */
  readonly selected: 'none' | 'some' | 'all';
  readonly onSelectAll: () => void;
}

/** Upwards, then downwards, then not at all. */
function nextSort(sort: readonly Sort[], field: string, adding: boolean): readonly Sort[] {
  const now = sort.find((one) => one.field === field);
  const others = adding ? sort.filter((one) => one.field !== field) : [];
  if (!now) return [...others, { field, descending: false }];
  if (now.descending) return others;
  const turned = { field, descending: true };
  return adding ? sort.map((one) => (one === now ? turned : one)) : [turned];
}

const plainColumn = ({ field, width, pinned }: GridColumn): ListColumn => ({
  field,
  width,
  ...(pinned ? { pinned } : {}),
});

/** The columns with one of them at another place. */
function moved(
  columns: readonly GridColumn[],
  field: string,
  to: number,
): readonly ListColumn[] | null {
  const from = columns.findIndex((column) => column.field === field);
  const column = columns[from];
  if (!column || to < 0 || to >= columns.length || to === from) return null;
  return columns.toSpliced(from, 1).toSpliced(to, 0, column).map(plainColumn);
}

const sized = (columns: readonly GridColumn[], at: number, width: number): readonly ListColumn[] =>
  columns.map((column, index) => ({
    ...plainColumn(column),
    width: index === at ? Math.max(NARROWEST, Math.round(width)) : column.width,
  }));

/** The edge between two heads, drawn to make the column before it wider or narrower. */
function Edge({ onWidth }: { readonly onWidth: (width: number) => void }) {
  const start = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const onPointerDown = (event: PointerEvent<HTMLSpanElement>): void => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    const width = event.currentTarget.parentElement?.clientWidth ?? 0;
    start.current = { x: event.clientX, width };
  };
  return (
    <span
      className={css.edge}
      aria-hidden="true"
      onPointerDown={onPointerDown}
      onPointerMove={(event) => {
        const { current } = start;
        if (current) onWidth(current.width + event.clientX - current.x);
      }}
      onPointerUp={() => {
        start.current = null;
      }}
    />
  );
}

/** Where a dragged head would be put: before or behind this one. */
function useHeadDrag(field: string, onDrop: (dragged: string, behind: boolean) => void) {
  const cell = useRef<HTMLDivElement>(null);
  const [side, setSide] = useState<'before' | 'behind' | null>(null);
  const drop = useRef(onDrop);
  drop.current = onDrop;
  useEffect(() => {
    const element = cell.current;
    if (!element) return;
    const isBehind = (x: number): boolean => {
      const { left, width } = element.getBoundingClientRect();
      return x > left + width / 2;
    };
    const stopDrag = draggable({
      element,
      getInitialData: () => ({ head: field }),
      canDrag: ({ input }) =>
        !document
          .elementFromPoint(input.clientX, input.clientY)
          ?.classList.contains(css.edge ?? ''),
    });
    const stopDrop = dropTargetForElements({
      element,
      canDrop: ({ source }) => typeof source.data.head === 'string' && source.data.head !== field,
      onDrag: ({ location }) =>
        setSide(isBehind(location.current.input.clientX) ? 'behind' : 'before'),
      onDragLeave: () => setSide(null),
      onDrop: ({ source, location }) => {
        setSide(null);
        drop.current(String(source.data.head), isBehind(location.current.input.clientX));
      },
    });
    return () => {
      stopDrag();
      stopDrop();
    };
  }, [field]);
  return { cell, side };
}

function HeadCell({ at, ...props }: Props & { readonly at: number }) {
  const { entity, columns, layout, sort, onSort, onColumns } = props;
  const words = useWords();
  const column = columns[at] ?? { field: '', width: 0 };
  const field = fieldOf(entity, column.field);
  const label = field ? words.in(field.label) : words.t('list.updated');
  const place = sort.findIndex((one) => one.field === column.field);
  const sorted = sort[place];
  const move = (dragged: string, to: number): void => {
    const next = moved(columns, dragged, to);
    if (next) onColumns(next);
  };
  const { cell, side } = useHeadDrag(column.field, (dragged, behind) => {
    const from = columns.findIndex((one) => one.field === dragged);
    const to = at + (behind ? 1 : 0);
    move(dragged, from < to ? to - 1 : to);
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by === undefined || !event.altKey) return;
    event.preventDefault();
    if (event.shiftKey) onColumns(sized(columns, at, column.width + by * 12));
    else move(column.field, at + by);
  };
  const left = layout.stays[at];
  return (
    <div
      ref={cell}
      role="columnheader"
      aria-colindex={at + 2}
      aria-sort={sorted ? (sorted.descending ? 'descending' : 'ascending') : 'none'}
      className={`${field && isFigure(field) ? css.figure : ''} ${left === undefined ? '' : css.stays}`}
      style={left === undefined ? undefined : { left }}
      data-drop={side ?? undefined}
    >
      <button
        type="button"
        title={words.t('grid.head', { field: label })}
        aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight Alt+Shift+ArrowLeft Alt+Shift+ArrowRight"
        onClick={(event: MouseEvent) => onSort(nextSort(sort, column.field, event.shiftKey))}
        onKeyDown={onKeyDown}
      >
        {label}
        {sorted && (
          <span aria-hidden="true">
            {sorted.descending ? ' ↓' : ' ↑'}
            {sort.length > 1 ? place + 1 : ''}
          </span>
        )}
      </button>
      <Edge onWidth={(width) => onColumns(sized(columns, at, width - 10))} />
    </div>
  );
}

/** The heads of the columns: they sort, and are moved and sized by drag or with Alt and arrows. */
export function GridHead(props: Props) {
  const { t } = useWords();
  const { columns, layout, selected, onSelectAll } = props;
  return (
    <div className={css.header} role="row" aria-rowindex={1} style={layout.line} data-head>
      <div role="columnheader" className={`${css.select} ${css.stays}`}>
        <input
          type="checkbox"
          aria-label={t('grid.selectAll')}
          checked={selected === 'all'}
          ref={(box) => {
            if (box) box.indeterminate = selected === 'some';
          }}
          onChange={onSelectAll}
        />
      </div>
      {columns.map(({ field }, at) => (
        <HeadCell key={field} {...props} at={at} />
      ))}
    </div>
  );
}
