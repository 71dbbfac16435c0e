import { Button } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import type { StoredRecord } from '../../shared/commits/index.ts';
import { type AnyEntity, fieldOf } from '../../shared/entities/entity.ts';
import { type EntityName, entities } from '../../shared/registry.ts';
import { useWords } from '../app/i18n.ts';
import type { Answer, Condition } from '../index/query.ts';
import { useAnswer } from '../index/use-answer.ts';
import { useDateWords } from './dates.ts';
import { FieldValue, isFigure, spokenAmount } from './field-value.tsx';
import { ListTools } from './list-tools.tsx';
import { useListView } from './list-view.ts';
import { Empty } from './page.tsx';
import css from './record-list.module.css';

const ROW = 36;
/** Rows are asked for in blocks, so that small scrolls ask nothing. */
const BLOCK = 60;

export interface Column {
  readonly field: string;
  readonly width: number;
  /** Shows something else than the field's value. */
  readonly cell?: (record: StoredRecord, names: Answer['names']) => ReactNode;
}

/** The columns that the description of a kind of record lists, the first of them growing. */
const listedColumns = (entity: AnyEntity): readonly Column[] =>
  Object.entries(entity.fields).flatMap(([field, { listed }]) =>
    listed === undefined ? [] : [{ field, width: listed }],
  );

interface Props {
  readonly name: EntityName;
  /** Names the view that is kept: two lists of one kind may be looked at differently. */
  readonly view?: string;
  readonly columns?: readonly Column[];
  /** Always holds, and is not shown as a filter. */
  readonly only?: readonly Condition[];
  readonly onOpen: (id: string) => void;
  /** What to offer when there are none at all. */
  readonly whenEmpty?: ReactNode;
  readonly tools?: ReactNode;
  /** As in `ListTools`. */
  readonly filterNames?: Readonly<Record<string, string>>;
}

const UPDATED: Column = { field: 'updatedAt', width: 72 };
const GAP = 10;
const SIDE = 22;

function useRows({ name, view: viewName, only = [] }: Props, from: number) {
  const [view, change] = useListView(viewName ?? name);
  const entity: AnyEntity = entities[name];
  const sums = Object.entries(entity.fields)
    .filter(([, field]) => field.listed !== undefined && ['money', 'price'].includes(field.kind))
    .map(([field]) => field);
  const answer = useAnswer({
    entity: name,
    text: view.text,
    where: [...only, ...view.where],
    ...(view.sort ? { sort: view.sort } : {}),
    from,
    to: from + 2 * BLOCK,
    sums,
  });
  return { view, change, entity, answer };
}

function HeadCell({
  entity,
  column,
  props,
}: {
  readonly entity: AnyEntity;
  readonly column: Column;
  readonly props: Props;
}) {
  const words = useWords();
  const [view, change] = useListView(props.view ?? props.name);
  const field = fieldOf(entity, column.field);
  const label = field ? words.in(field.label) : words.t('list.updated');
  const sorted = view.sort?.field === column.field ? view.sort : null;
  const next = (): void => {
    if (!sorted) change({ sort: { field: column.field, descending: false } });
    else if (!sorted.descending) change({ sort: { field: column.field, descending: true } });
    else change({ sort: null });
  };
  return (
    <div
      role="columnheader"
      aria-sort={sorted ? (sorted.descending ? 'descending' : 'ascending') : 'none'}
      className={field && isFigure(field) ? css.figure : undefined}
    >
      <button type="button" onClick={next} title={words.t('list.sortBy', { field: label })}>
        {label}
        {sorted && <span aria-hidden="true">{sorted.descending ? ' ↓' : ' ↑'}</span>}
      </button>
    </div>
  );
}

function Foot({ entity, answer }: { readonly entity: AnyEntity; readonly answer: Answer }) {
  const words = useWords();
  const { t, language } = words;
  return (
    <div className={css.foot}>
      {Object.entries(answer.sums).map(([name, { fen, of }]) => {
        const field = fieldOf(entity, name);
        return (
          field && (
            <span key={name}>
              {t('list.sum', { field: words.in(field.label) })}
              {language === 'zh' ? ' ' : ': '}
              <b className="num">{spokenAmount(fen, words)}</b>
              {of < answer.total && (
                <span className={css.muted}> {t('list.sumOf', { count: of })}</span>
              )}
            </span>
          )
        );
      })}
      <span className={css.grow} />
      <span className={css.muted}>
        {t('list.took', {
          total: answer.total.toLocaleString('en'),
          ms: Math.max(1, Math.round(answer.took)),
        })}
      </span>
    </div>
  );
}

function Row({
  entity,
  columns,
  record,
  names,
}: {
  readonly entity: AnyEntity;
  readonly columns: readonly Column[];
  readonly record: StoredRecord;
  readonly names: Answer['names'];
}) {
  const dates = useDateWords();
  const content = (column: Column): ReactNode => {
    if (column.cell) return column.cell(record, names);
    if (column === UPDATED)
      return <span className={css.muted}>{dates.ofInstant(record.updatedAt)}</span>;
    const value = record[column.field];
    return <FieldValue entity={entity} name={column.field} value={value} names={names} inList />;
  };
  return columns.map((column) => {
    const field = fieldOf(entity, column.field);
    return (
      <div
        key={column.field}
        role="gridcell"
        className={field && isFigure(field) ? css.figure : undefined}
      >
        {content(column)}
      </div>
    );
  });
}

/** Where the first column grows, and the others keep their widths. */
function layoutOf(columns: readonly Column[]) {
  const [first, ...others] = columns;
  const fixed = others.map(({ width }) => `${width}px`);
  return {
    gridTemplateColumns: [`minmax(${first?.width ?? 200}px, 1fr)`, ...fixed].join(' '),
    minWidth: columns.reduce((sum, { width }) => sum + width + GAP, 2 * SIDE - GAP),
  };
}

/** The row that a key moves to; undefined for other keys. */
function rowAfter(key: string, active: number, total: number, page: number): number | undefined {
  const steps: Record<string, number> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + page,
    PageUp: active - page,
    Home: 0,
    End: total - 1,
  };
  const to = steps[key];
  return to === undefined ? undefined : Math.max(0, Math.min(total - 1, to));
}

/** The first row of the block to ask for when a row is the first in sight, with some room above. */
const blockWith = (row: number): number =>
  Math.max(0, Math.floor((row - BLOCK / 4) / BLOCK) * BLOCK);

interface GridProps {
  readonly props: Props;
  readonly entity: AnyEntity;
  readonly answer: Answer | undefined;
  readonly from: number;
  readonly onFrom: (from: number) => void;
}

function Grid({ props, entity, answer, from, onFrom }: GridProps) {
  const { name, onOpen } = props;
  const words = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const columns = [...(props.columns ?? listedColumns(entity)), UPDATED];
  const total = answer?.total ?? 0;
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
    onChange: ({ range }) => {
      const block = blockWith(range?.startIndex ?? from);
      if (block !== from) onFrom(block);
    },
  });
  const rowAt = (index: number) => answer?.rows[index - answer.from];
  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.floor((scroller.current?.clientHeight ?? 400) / ROW) - 1;
    const to = rowAfter(event.key, active, total, page);
    const record = rowAt(active);
    if (to === undefined && !(event.key === 'Enter' && record)) return;
    event.preventDefault();
    if (to === undefined) return record && onOpen(record.id);
    setActive(to);
    virtual.scrollToIndex(to);
  };
  const layout = layoutOf(columns);
  const row = (index: number, start: number): ReactNode => {
    const record = rowAt(index);
    return (
      // The keys work on the grid, which holds the focus for its rows.
      // biome-ignore lint/a11y/useKeyWithClickEvents: see above
      <div
        key={index}
        id={`${name}-${index}`}
        role="row"
        aria-rowindex={index + 2}
        aria-selected={index === active}
        className={css.row}
        style={{ ...layout, transform: `translateY(${start}px)` }}
        onClick={() => record && onOpen(record.id)}
      >
        {record && (
          <Row entity={entity} columns={columns} record={record} names={answer?.names ?? {}} />
        )}
      </div>
    );
  };
  return (
    <div
      ref={scroller}
      className={css.scroller}
      role="grid"
      aria-label={words.in(entity.plural)}
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      aria-activedescendant={rowAt(active) ? `${name}-${active}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className={css.header} role="row" style={layout}>
        {columns.map((column) => (
          <HeadCell key={column.field} entity={entity} column={column} props={props} />
        ))}
      </div>
      <div
        role="rowgroup"
        className={css.rows}
        style={{ height: virtual.getTotalSize(), minWidth: layout.minWidth }}
      >
        {virtual.getVirtualItems().map(({ index, start }) => row(index, start))}
      </div>
    </div>
  );
}

/**
 * A list of records of one kind: searched, filtered and sorted by the index, rows drawn as they are
 * scrolled to, moved through with the arrow keys and opened with Enter.
 */
export function RecordList(props: Props) {
  const words = useWords();
  const [from, setFrom] = useState(0);
  const { view, change, entity, answer } = useRows(props, from);
  const filtered = view.text !== '' || view.where.length > 0;
  const none = answer !== undefined && answer.total === 0;
  return (
    <div className={css.list}>
      <ListTools
        entity={entity}
        view={view}
        onChange={change}
        {...(props.tools ? { tools: props.tools } : {})}
        {...(props.filterNames ? { names: props.filterNames } : {})}
      />
      {none ? (
        <div className={css.nothing}>
          {filtered ? (
            <Empty title={words.t('list.none')} hint={words.t('list.noneHint')}>
              <Button variant="default" onClick={() => change({ text: '', where: [] })}>
                {words.t('list.clear')}
              </Button>
            </Empty>
          ) : (
            props.whenEmpty
          )}
        </div>
      ) : (
        <Grid props={props} entity={entity} answer={answer} from={from} onFrom={setFrom} />
      )}
      {answer && !none && <Foot entity={entity} answer={answer} />}
    </div>
  );
}
