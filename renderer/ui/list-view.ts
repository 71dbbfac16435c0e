import { create } from 'zustand';
import type { CivilDate } from '../../shared/core/dates.ts';
import { isCustomName } from '../../shared/entities/custom.ts';
import type { AnyEntity } from '../../shared/entities/entity.ts';
import type { Layout, ViewState } from '../../shared/features/views/index.ts';
import type { Filter, Sort } from '../index/query.ts';

/** A column of a list: a field of the kind, or `updatedAt`. */
export interface ListColumn {
  readonly field: string;
  /** Pixels; when not given, what the description of the field says. */
  readonly width?: number;
  /** Stays in sight when the list is scrolled sideways. Pinned ones stand first. */
  readonly pinned?: true;
}

/** How one list is looked at; it stays while the app runs, so that going back finds it as it was. */
export interface ListView {
  readonly text: string;
  /** All must hold. */
  readonly where: readonly Filter[];
  /** Empty: what fits the text best first, else the newest change. */
  readonly sort: readonly Sort[];
  /** In their order; null: those that the list has by itself. */
  readonly columns: readonly ListColumn[] | null;
  /** A field by whose values the rows stand in groups. */
  readonly groupBy: string | null;
  /** Keys of the groups that are folded. */
  readonly closed: readonly string[];
  /** Null: the one that the page begins with. */
  readonly layout: Layout | null;
  /** The field whose values are the columns of the board; null: the one that it begins with. */
  readonly boardBy: string | null;
  /** So many cards a column of the board by that field is meant to have at most. */
  readonly limits: ViewState['limits'];
  /**
   * The date whose days the records stand in on the calendar; null: the one it begins with, the
   * first that any record has.
   */
  readonly calendarBy: string | null;
  readonly span: ViewState['span'];
  /** The day that the calendar is open at; null: today. */
  readonly openAt: CivilDate | null;
  /** The saved view that was opened last. */
  readonly savedAs: string | null;
}

export const plainView: ListView = {
  text: '',
  where: [],
  sort: [],
  columns: null,
  groupBy: null,
  closed: [],
  layout: null,
  boardBy: null,
  limits: [],
  calendarBy: null,
  span: 'month',
  openAt: null,
  savedAs: null,
};

const useViews = create<Readonly<Record<string, ListView>>>(() => ({}));

/** The view of a list by its name, and the function that changes it. */
export function useListView(name: string): readonly [ListView, (patch: Partial<ListView>) => void] {
  const view = useViews((views) => views[name] ?? plainView);
  return [
    view,
    (patch) =>
      useViews.setState((views) => ({ [name]: { ...(views[name] ?? plainView), ...patch } })),
  ];
}

/** The view of a list outside of a screen, and its putting back: for going through the history. */
export const viewNow = (name: string): ListView => useViews.getState()[name] ?? plainView;
export const putView = (name: string, view: ListView): void => useViews.setState({ [name]: view });

/** What a saved view keeps of a view, as text: the same for two that look the same. */
export const stateText = (view: ListView): string => JSON.stringify(stateOf(view));

/** What of a view is kept: not what is folded or scrolled to. */
export function stateOf(view: ListView): ViewState {
  const { text, where, sort, columns, groupBy, layout, boardBy, limits, calendarBy, span } = view;
  return { text, where, sort, columns, groupBy, layout, boardBy, limits, calendarBy, span };
}

/** Looks at a list as a saved view says. */
export const openSavedView = (list: string, savedAs: string, state: ViewState): void =>
  putView(list, { ...plainView, ...state, savedAs });

const UPDATED: ListColumn = { field: 'updatedAt', width: 72 };
/** Of a field that the description does not list, and of which it says no width. */
const WIDTH = 120;

/**
 * The columns that a list has by itself: the given ones, or those that the description lists. Which
 * of the user's own fields are among them is for the user to say.
 */
export function ownColumns(
  entity: AnyEntity,
  given?: readonly ListColumn[],
): readonly ListColumn[] {
  const listed = Object.entries(entity.fields).flatMap(([field, { listed: width }]) =>
    width === undefined ? [] : [{ field, width }],
  );
  const own = listed.filter(({ field }) => isCustomName(field));
  return [...(given ? [...given, ...own] : listed), UPDATED];
}

/** The columns to show, each with its width. A field that is no more is left out. */
export function shownColumns(
  entity: AnyEntity,
  { columns }: ListView,
  own: readonly ListColumn[],
): readonly (ListColumn & { readonly width: number })[] {
  return (columns ?? own)
    .filter(({ field }) => field === UPDATED.field || Object.hasOwn(entity.fields, field))
    .map((column) => ({
      ...column,
      width:
        column.width ??
        own.find(({ field }) => field === column.field)?.width ??
        entity.fields[column.field]?.listed ??
        WIDTH,
    }));
}
