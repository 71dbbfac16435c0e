import type { ReactNode } from 'react';
import type { StoredRecord } from '../../shared/commits/index.ts';
import type { AnyEntity } from '../../shared/entities/entity.ts';
import type { EntityName } from '../../shared/registry.ts';
import { useKept } from '../app/history/entries.ts';
import { useEntity } from '../data/descriptions.ts';
import type { Answer, Condition, Filter } from '../index/query.ts';
import { useAnswer } from '../index/use-answer.ts';
import { BulkBar } from './grid/bulk-bar.tsx';
import { Grid } from './grid/grid.tsx';
import { useHeldRows } from './grid/held-rows.ts';
import { useSelection } from './grid/selection.ts';
import type { GridColumn } from './grid/use-grid.ts';
import { Foot, Nothing, summedFields } from './list/ends.tsx';
import { GroupHead } from './list/groups.tsx';
import { headsOf } from './list/heads.ts';
import { ListTools } from './list-tools.tsx';
import { type ListView, ownColumns, shownColumns, useListView } from './list-view.ts';
import css from './record-list.module.css';

/** Rows are asked for in blocks, so that small scrolls ask nothing. */
const BLOCK = 60;

export interface Column {
  readonly field: string;
  readonly width: number;
  /** Shows something else than the field's value. */
  readonly cell?: (record: StoredRecord, names: Answer['names']) => ReactNode;
}

export interface RecordListProps {
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
  /** What can be done with the selected ones beside what any list offers. */
  readonly selectedActions?: (ids: readonly string[]) => ReactNode;
}

/** Groups stand in the order of their field: falling where the list is sorted so. */
function groupingOf({ groupBy, closed, sort }: ListView) {
  if (groupBy === null) return {};
  const descending = sort.find(({ field }) => field === groupBy)?.descending ?? false;
  return { groupBy, inGroups: { descending, closed } };
}

function useRows({ name, view: viewName, only = [] }: RecordListProps) {
  const [view, change] = useListView(viewName ?? name);
  const [from, setFrom] = useKept('from', 0);
  const entity = useEntity(name);
  const query = {
    entity: name,
    text: view.text,
    where: [...only, ...view.where],
    ...(view.sort.length > 0 ? { sort: view.sort } : {}),
    ...groupingOf(view),
  };
  const page = { ...query, from, to: from + 2 * BLOCK, sums: summedFields(entity) };
  const asked = useAnswer(page);
  const heads = view.groupBy !== null && asked ? headsOf(asked.groups) : null;
  // A record that goes to another group goes there at once.
  const answer = useHeldRows(name, JSON.stringify([page, [...(heads?.above.keys() ?? [])]]), asked);
  return { view, change, entity, query, answer, heads, from, setFrom };
}

/** The columns in sight; a screen's own way to show a field goes with its column. */
function columnsOf(entity: AnyEntity, view: ListView, given: RecordListProps['columns']) {
  const cells = new Map(given?.map(({ field, cell }) => [field, cell]));
  return shownColumns(entity, view, ownColumns(entity, given)).map((column): GridColumn => {
    const cell = cells.get(column.field);
    return cell ? { ...column, cell } : column;
  });
}

/** The first row of the block to ask for when a row is the first in sight, with some room above. */
const blockWith = (row: number): number =>
  Math.max(0, Math.floor((row - BLOCK / 4) / BLOCK) * BLOCK);

/**
 * A list of records of one kind: searched, filtered and sorted by the index, gone through and
 * changed cell by cell, and worked on many at once.
 */
export function RecordList(props: RecordListProps) {
  const { name, onOpen } = props;
  const { view, change, entity, query, answer, heads, from, setFrom } = useRows(props);
  const selection = useSelection();
  const columns = columnsOf(entity, view, props.columns);
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
        <Nothing view={view} onChange={change} whenEmpty={props.whenEmpty} />
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
          more={props.selectedActions?.([...selection.ids])}
        />
      )}
      {answer && !none && <Foot entity={entity} answer={answer} />}
    </div>
  );
}
