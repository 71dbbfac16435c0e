import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import type { StoredRecord } from '../../shared/commits/index.ts';
import { type AnyEntity, fieldOf } from '../../shared/entities/entity.ts';
import { entities, type EntityName } from '../../shared/registry.ts';
import { useWords } from '../app/i18n.ts';
import type { Answer, Condition } from '../index/query.ts';
import { useAnswer } from '../index/use-answer.ts';
import { useDateWords } from './dates.ts';
import { FieldValue, isFigure, spokenAmount } from './field-value.tsx';
import { useListView } from './list-view.ts';
import css from './record-list.module.css';
import { ListTools } from './list-tools.tsx';
import { Empty } from './page.tsx';

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
export const listedColumns = (entity: AnyEntity): readonly Column[] =>
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

function HeadCell({ entity, column, props }: { readonly entity: AnyEntity; readonly column: Column; readonly props: Props }) {
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
              {of < answer.total && <span className={css.muted}> {t('list.sumOf', { count: of })}</span>}
            </span>
          )
        );
      })}
      <span className={css.grow} />
      <span className={css.muted}>
        {t('list.took', { total: answer.total.toLocaleString('en'), ms: Math.max(1, Math.round(answer.took)) })}
      </span>
    </div>
  );
}

/**
 * A list of records of one kind: searched, filtered and sorted by the index, rows drawn as they are
 * scrolled to, moved through with the arrow keys and opened with Enter.
 */
export function RecordList(props: Props) {
  const { name, onOpen, whenEmpty } = props;
  const words = useWords();
  const dates = useDateWords();
  const scroller = useRef<HTMLDivElement>(null);
  const [from, setFrom] = useState(0);
  const [active, setActive] = useState(0);
  const { view, change, entity, answer } = useRows(props, from);
  const columns = [...(props.columns ?? listedColumns(entity)), UPDATED];
  const total = answer?.total ?? 0;
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
    onChange: ({ range }) => {
      if (!range) return;
      const block = Math.max(0, Math.floor((range.startIndex - BLOCK / 4) / BLOCK) * BLOCK);
      if (block !== from) setFrom(block);
    },
  });
  const [first, ...others] = columns;
  const template = [
    `minmax(${first?.width ?? 200}px, 1fr)`,
    ...others.map(({ width }) => `${width}px`),
  ].join(' ');
  const minWidth =
    columns.reduce((sum, { width }) => sum + width + GAP, 2 * SIDE - GAP);
  const grid = { gridTemplateColumns: template, minWidth };
  const rowAt = (index: number) => answer?.rows[index - answer.from];
  const move = (to: number): void => {
    const next = Math.max(0, Math.min(total - 1, to));
    setActive(next);
    virtual.scrollToIndex(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.floor((scroller.current?.clientHeight ?? 400) / ROW) - 1;
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: total - 1,
    };
    const to = steps[event.key];
    const row = rowAt(active);
    if (to !== undefined) move(to);
    else if (event.key === 'Enter' && row) onOpen(row.id);
    else return;
    event.preventDefault();
  };
  const filtered = view.text !== '' || view.where.length > 0;
  const clear = () => change({ text: '', where: [] });

  return (
    <div className={css.list}>
      <ListTools entity={entity} view={view} onChange={change} {...(props.tools ? { tools: props.tools } : {})} />
      {answer && total === 0 ? (
        <div className={css.nothing}>
          {filtered ? (
            <Empty title={words.t('list.none')} hint={words.t('list.noneHint')}>
              <button type="button" className={css.clear} onClick={clear}>
                {words.t('list.clear')}
              </button>
            </Empty>
          ) : (
            whenEmpty
          )}
        </div>
      ) : (
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
          <div className={css.header} role="row" style={grid}>
            {columns.map((column) => (
              <HeadCell key={column.field} entity={entity} column={column} props={props} />
            ))}
          </div>
          <div role="rowgroup" style={{ height: virtual.getTotalSize(), minWidth, position: 'relative' }}>
            {virtual.getVirtualItems().map(({ index, start }) => {
              const record = rowAt(index);
              return (
                <div
                  key={index}
                  id={`${name}-${index}`}
                  role="row"
                  aria-rowindex={index + 2}
                  aria-selected={index === active}
                  className={css.row}
                  style={{ ...grid, transform: `translateY(${start}px)` }}
                  onClick={() => record && onOpen(record.id)}
                >
                  {record &&
                    columns.map((column) => {
                      const field = fieldOf(entity, column.field);
                      return (
                        <div
                          key={column.field}
                          role="gridcell"
                          className={field && isFigure(field) ? css.figure : undefined}
                        >
                          {column.cell ? (
                            column.cell(record, answer?.names ?? {})
                          ) : column.field === 'updatedAt' ? (
                            <span className={css.muted}>{dates.ofInstant(record.updatedAt)}</span>
                          ) : (
                            <FieldValue
                              entity={entity}
                              name={column.field}
                              value={record[column.field]}
                              names={answer?.names ?? {}}
                              inList
                            />
                          )}
                        </div>
                      );
                    })}
                </div>
              );
            })}
          </div>
        </div>
      )}
      {answer && total > 0 && <Foot entity={entity} answer={answer} />}
    </div>
  );
}
