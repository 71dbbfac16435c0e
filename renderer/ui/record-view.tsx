import type { ReactNode } from 'react';
import type { StoredRecord } from '../../shared/commits/index.ts';
import { type AnyEntity, fieldOf } from '../../shared/entities/entity.ts';
import type { Layout } from '../../shared/features/views/index.ts';
import { type EntityName, entities } from '../../shared/registry.ts';
import { useWords } from '../app/i18n.ts';
import { useEntity } from '../data/descriptions.ts';
import { getRecord } from '../data/read.ts';
import type { Answer, Query } from '../index/query.ts';
import { useAnswer, useAnswers } from '../index/use-answer.ts';
import { Board } from './board/board.tsx';
import {
  type BoardColumn,
  boardField,
  boardFields,
  columnsOfChoice,
} from './board/board-fields.ts';
import type { ColumnSum } from './board/column-head.tsx';
import { type FaceOf, useFace } from './board/face.tsx';
import { Calendar } from './calendar/calendar.tsx';
import { dateFields } from './calendar/days.ts';
import { Cards } from './cards/cards.tsx';
import { Foot, Nothing, summedFields } from './list/ends.tsx';
import { LayoutMenus } from './list/layouts.tsx';
import { ListTools } from './list-tools.tsx';
import { type ListView, useListView } from './list-view.ts';
import css from './record-list.module.css';
import { RecordList, type RecordListProps } from './record-list.tsx';
import { useSave } from './save.ts';

/** A board that a page has beside those by a single choice. */
export interface OwnBoard {
  readonly field: string;
  readonly columns: readonly BoardColumn[];
  readonly move: (id: string, key: string) => Promise<boolean>;
}

export interface RecordViewProps extends RecordListProps {
  readonly layout: Layout;
  readonly onLayout: (layout: Layout) => void;
  readonly board?: OwnBoard;
  /** The field that the board begins with, where that is none of the page's own. */
  readonly boardBy?: string;
  /** How boards and calendars show a record; from the description when not given. */
  readonly face?: FaceOf;
  readonly sums?: readonly ColumnSum[];
  /** What a card shows below the title of its record. */
  readonly card?: (record: StoredRecord, names: Answer['names']) => ReactNode;
}

/** Gives one field of a record another value, '' for none; one step to undo. */
function useSetting(
  name: EntityName,
  field: string,
): (id: string, key: string) => Promise<boolean> {
  const save = useSave();
  return async (id, key) => {
    const record = await getRecord(name, id);
    if (!record) return false;
    return save.field(entities[name], record as StoredRecord, field, key === '' ? null : key);
  };
}

interface Laid {
  readonly props: RecordViewProps;
  readonly entity: AnyEntity;
  readonly view: ListView;
  readonly onChange: (patch: Partial<ListView>) => void;
  readonly query: Pick<Query, 'text' | 'where' | 'sort'>;
  /** The field that the layout rests on. */
  readonly by: string;
}

const MOST_SUMS = 2;

function RecordBoard({ props, entity, view, onChange, query, by }: Laid) {
  const { name, board } = props;
  const words = useWords();
  const setting = useSetting(name, by);
  const ownFace = useFace(entity, by);
  const choice = boardField(entity, by);
  const own = board?.field === by ? board : null;
  const sums = summedFields(entity).map((field) => ({
    field,
    text: (amount: string) =>
      words.t('board.sum', {
        field: words.in(entity.fields[field]?.label ?? entity.label),
        amount,
      }),
  }));
  const others = view.limits.filter(({ field }) => field !== by);
  const limits = view.limits.filter(({ field }) => field === by);
  return (
    <Board
      key={by}
      name={name}
      by={by}
      columns={own?.columns ?? (choice ? columnsOfChoice(choice, words) : [])}
      query={query}
      sums={props.sums ?? sums.slice(0, MOST_SUMS)}
      face={props.face ?? ownFace}
      move={own?.move ?? setting}
      limits={new Map(limits.map(({ column, most }) => [column, most]))}
      onLimit={(column, most) => {
        const rest = limits.filter((limit) => limit.column !== column);
        const next = most === null ? rest : [...rest, { field: by, column, most }];
        onChange({ limits: [...others, ...next] });
      }}
    />
  );
}

function RecordCalendar({ props, entity, view, onChange, query, by }: Laid) {
  const { name, onLayout } = props;
  const setting = useSetting(name, by);
  const ownFace = useFace(entity, by);
  const field = fieldOf(entity, by);
  return (
    <Calendar
      name={name}
      by={by}
      query={query}
      face={props.face ?? ownFace}
      // What stands in no section is set by commands alone.
      move={field?.section === undefined ? null : setting}
      span={view.span}
      onSpan={(span) => onChange({ span })}
      at={view.openAt}
      onGo={(openAt) => onChange({ openAt })}
      onUndated={() => {
        onChange({ where: [...view.where, { field: by, blank: true }] });
        onLayout('table');
      }}
    />
  );
}

/** What a layout can rest on. */
function fieldsFor({ layout, board }: RecordViewProps, entity: AnyEntity): readonly string[] {
  if (layout === 'calendar') return dateFields(entity);
  return layout === 'board' ? [...(board ? [board.field] : []), ...boardFields(entity)] : [];
}

/** What a layout rests on now: a calendar, of itself, on the first date that any record has. */
function useBy(props: RecordViewProps, fields: readonly string[], view: ListView): string | null {
  const { name, layout, boardBy, only = [] } = props;
  const wanted = layout === 'calendar' ? view.calendarBy : (view.boardBy ?? boardBy);
  const chosen = fields.find((field) => field === wanted);
  const [first = ''] = fields;
  const isOpen = layout === 'calendar' && chosen === undefined;
  const dated = useAnswers(
    (isOpen ? fields : []).map((field) => ({
      entity: name,
      where: [...only, { field, blank: false }],
      from: 0,
      to: 0,
    })),
  );
  if (!isOpen) return chosen ?? first;
  // The answer to what was asked before stays a moment.
  if (dated?.length !== fields.length) return null;
  return fields.find((_, at) => (dated[at]?.total ?? 0) > 0) ?? first;
}

function LaidOut(props: RecordViewProps & { readonly layout: Exclude<Layout, 'table'> }) {
  const { name, layout, only = [], card } = props;
  const list = props.view ?? name;
  const [view, onChange] = useListView(list);
  const entity = useEntity(name);
  const fields = fieldsFor(props, entity);
  const by = useBy(props, fields, view);
  const query = {
    text: view.text,
    where: [...only, ...view.where],
    ...(view.sort.length > 0 ? { sort: view.sort } : {}),
  };
  const answer = useAnswer({ ...query, entity: name, from: 0, to: 0, sums: summedFields(entity) });
  const laid: Laid = { props, entity, view, onChange, query, by: by ?? '' };
  return (
    <div className={css.list}>
      <ListTools
        entity={entity}
        list={list}
        view={view}
        onChange={onChange}
        only={only}
        menus={<LayoutMenus {...laid} layout={layout} fields={fields} />}
        {...(props.hides ? { hides: props.hides } : {})}
        {...(props.tools ? { tools: props.tools } : {})}
        {...(props.filterNames ? { names: props.filterNames } : {})}
      />
      {answer?.total === 0 ? (
        <Nothing view={view} onChange={onChange} whenEmpty={props.whenEmpty} />
      ) : (
        <>
          {layout === 'board' && <RecordBoard {...laid} />}
          {layout === 'calendar' && by !== null && <RecordCalendar {...laid} />}
          {layout === 'cards' && card && <Cards name={name} query={query} card={card} />}
          {answer && <Foot entity={entity} answer={answer} />}
        </>
      )}
    </div>
  );
}

/** The records of a kind as the layout of their view has them: all are the same query. */
export function RecordView(props: RecordViewProps) {
  const { layout } = props;
  return layout === 'table' ? <RecordList {...props} /> : <LaidOut {...props} layout={layout} />;
}
