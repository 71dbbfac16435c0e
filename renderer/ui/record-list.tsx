import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { StoredRecord } from '../../shared/commits/index.ts';
import { type AnyEntity, fieldOf } from '../../shared/entities/entity.ts';
import { type EntityName, entities } from '../../shared/registry.ts';
import { useWords } from '../app/i18n.ts';
import type { Answer, Condition, Filter } from '../index/query.ts';
import { useAnswer } from '../index/use-answer.ts';
import { spokenAmount } from './field-value.tsx';
import { BulkBar } from './grid/bulk-bar.tsx';
import { Grid } from './grid/grid.tsx';
import { useHeldRows } from './grid/held-rows.ts';
import { useSelection } from './grid/selection.ts';
import type { GridColumn } from './grid/use-grid.ts';
import { GroupHead } from './list/groups.tsx';
import { headsOf } from './list/heads.ts';
import { ListTools } from './list-tools.tsx';
import { type ListView, ownColumns, shownColumns, useListView } from './list-view.ts';
import { Empty } from './page.tsx';
import css from './record-list.module.css';

/** Rows are asked for in blocks, so that small scrolls ask nothing. */
const BLOCK = 60;

export interface Column {
  readonly field: string;
  readonly width: number;
  /** Shows something else than the field's value. */
  readonly cell?: (record: StoredRecord, names: Answer['names']) => ReactNode;
}

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
  readonly hides?: (filter: Filter) => boolean;
  readonly filterNames?: Readonly<Record<string, string>>;
}

/** Groups stand in the order of their field: falling where the list is sorted so. */
function groupingOf({ groupBy, closed, sort }: ListView) {
  if (groupBy === null) return {};
  const descending = sort.find(({ field }) => field === groupBy)?.descending ?? false;
  return { groupBy, inGroups: { descending, closed } };
}

function useRows({ name, view: viewName, only = [] }: Props) {
  const [view, change] = useListView(viewName ?? name);
  const [from, setFrom] = useState(0);
  const entity: AnyEntity = entities[name];
  const sums = Object.entries(entity.fields)
    .filter(([, field]) => field.listed !== undefined && ['money', 'price'].includes(field.kind))
    .map(([field]) => field);
  const query = {
    entity: name,
    text: view.text,
    where: [...only, ...view.where],
    ...(view.sort.length > 0 ? { sort: view.sort } : {}),
    ...groupingOf(view),
  };
  const page = { ...query, from, to: from + 2 * BLOCK, sums };
  const asked = useAnswer(page);
  const heads = view.groupBy !== null && asked ? headsOf(asked.groups) : null;
  // A record that goes to another group goes there at once.
  const answer = useHeldRows(name, JSON.stringify([page, [...(heads?.above.keys() ?? [])]]), asked);
  return { view, change, entity, query, answer, heads, from, setFrom };
}

/** The columns in sight; a screen's own way to show a field goes with its column. */
function columnsOf(entity: AnyEntity, view: ListView, given: Props['columns']) {
  const cells = new Map(given?.map(({ field, cell }) => [field, cell]));
  return shownColumns(entity, view, ownColumns(entity, given)).map((column): GridColumn => {
    const cell = cells.get(column.field);
    return cell ? { ...column, cell } : column;
  });
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

/** The first row of the block to ask for when a row is the first in sight, with some room above. */
const blockWith = (row: number): number =>
  Math.max(0, Math.floor((row - BLOCK / 4) / BLOCK) * BLOCK);

/**
 * A list of records of one kind: searched, filtered and sorted by the index, gone through and
 * changed cell by cell, and worked on many at once.
 */
export function RecordList(props: Props) {
  const { name, onOpen } = props;
  const words = useWords();
  const { view, change, entity, query, answer, heads, from, setFrom } = useRows(props);
  const selection = useSelection();
  const columns = columnsOf(entity, view, props.columns);
  const filtered = view.text !== '' || view.where.length > 0;
  const none = answer !== undefined && answer.total === 0;
  return (
    <div className={css.list}>
      <ListTools
        entity={entity}
        list={props.view ?? name}
        view={view}
        onChange={change}
        own={ownColumns(entity, props.columns)}
        only={props.only ?? []}
        {...(props.hides ? { hides: props.hides } : {})}
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
        <Grid
          name={name}
          entity={entity}
          columns={columns}
          onColumns={(next) => change({ columns: next })}
          query={query}
          answer={answer && heads ? { ...answer, total: heads.rows } : answer}
          heads={heads}
          drawHead={(group) => (
            <GroupHead
              entity={entity}
              view={view}
              onChange={change}
              group={group}
              names={props.filterNames ?? {}}
            />
          )}
          onSort={(sort) => change({ sort })}
          onScroll={(row) => {
            const block = blockWith(row);
            if (block !== from) setFrom(block);
          }}
          selection={selection}
          onOpen={onOpen}
        />
      )}
      {selection.ids.size > 0 && (
        <BulkBar
          name={name}
          entity={entity}
          columns={columns}
          sort={query.sort}
          selection={selection}
        />
      )}
      {answer && !none && <Foot entity={entity} answer={answer} />}
    </div>
  );
}
