import { z } from 'zod';
import { err, ok, type Result } from '../../core/result.ts';
import { type AnyEntity, fieldOf } from '../../entities/entity.ts';
import { type View, view as viewKind } from './entity.ts';
import {
  readViewState,
  stateSchema,
  type ViewCondition,
  type ViewFilter,
  type ViewState,
} from './state.ts';

/** What carries a view from one desk to another: its list, how it is looked at, name and icon. */
export interface ViewFile extends Pick<View, 'name' | 'icon' | 'list'> {
  readonly state: ViewState;
}

/** Rises when a file of before can no longer be read as it is. */
const FORMAT = 1;
/** Larger than any view: what is larger is something else. In UTF-16 units. */
export const MOST_VIEW_FILE = 1_000_000;

const mark = z.object({ transferDeskView: z.number().int().min(1) });
const head = {
  transferDeskView: z.literal(FORMAT),
  list: z.string().min(1).max(40),
  name: z.string().trim().min(1).max(40),
  icon: z.string(),
};
const fileSchema = z.object({
  ...head,
  ...stateSchema.shape,
  /** What the fields are called where the file was saved, for those that are not elsewhere. */
  fieldNames: z.record(z.string().max(80), z.string().max(200)),
});

/** The text of a view's file: JSON, laid out for people as well. `nameOf` says a field for people. */
export function viewFileText(
  { list, name, icon, state }: ViewFile,
  nameOf: (field: string) => string,
): string {
  const fieldNames = Object.fromEntries(fieldsOf(state).map((field) => [field, nameOf(field)]));
  const whole = { transferDeskView: FORMAT, list, name, icon, ...state, fieldNames };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

export type ViewFileFailure =
  | { readonly type: 'notAView' }
  /** A newer version of the app wrote it. */
  | { readonly type: 'tooNew' }
  /** Its list is of a kind of record that is not here. */
  | { readonly type: 'noSuchList'; readonly list: string }
  /** More than a view takes. */
  | { readonly type: 'tooLarge' };

export interface ReadViewFile {
  readonly view: ViewFile;
  /** Fields that this desk does not have, for people, and parts that this version does not know. */
  readonly leftOut: readonly string[];
}

/** Fields that every record has, beside those of its description. */
const COMMON = ['createdAt', 'updatedAt'];

const isIcon = (text: string): text is View['icon'] =>
  Object.hasOwn(viewKind.fields.icon.options, text);

/** The conditions that a filter is made of. */
function conditionsIn(filter: ViewFilter): readonly ViewCondition[] {
  if ('all' in filter) return filter.all.flatMap(conditionsIn);
  if ('any' in filter) return filter.any.flatMap(conditionsIn);
  return 'not' in filter ? conditionsIn(filter.not) : [filter];
}

/** The fields that a filter is on. */
const fieldsIn = (filter: ViewFilter): readonly string[] =>
  conditionsIn(filter).map(({ field }) => field);

/** The values that filters ask for by name, by field: keys of options, ids of records. */
export function valuesIn({ where }: ViewState): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, readonly string[]>();
  for (const one of where.flatMap(conditionsIn)) {
    if (!('in' in one)) continue;
    const named = one.in.filter((value) => value !== '');
    values.set(one.field, [...(values.get(one.field) ?? []), ...named]);
  }
  return values;
}

/** The fields that anything of a view rests on. */
function fieldsOf(state: ViewState): readonly string[] {
  const { where, sort, columns, groupBy, boardBy, limits, calendarBy } = state;
  const inParts = [...sort, ...(columns ?? []), ...limits].map(({ field }) => field);
  const single = [groupBy, boardBy, calendarBy].filter((field) => field !== null);
  return [...new Set([...where.flatMap(fieldsIn), ...inParts, ...single])];
}

/** The state without what rests on fields that the kind of record does not have. */
function fitted(state: ViewState, isKnown: (field: string) => boolean): ViewState {
  const orNull = (field: string | null) => (field !== null && isKnown(field) ? field : null);
  const columns = state.columns?.filter(({ field }) => isKnown(field)) ?? null;
  return {
    ...state,
    // Half a filter would let through other records than it says.
    where: state.where.filter((filter) => fieldsIn(filter).every(isKnown)),
    sort: state.sort.filter(({ field }) => isKnown(field)),
    columns: columns?.length === 0 ? null : columns,
    groupBy: orNull(state.groupBy),
    boardBy: orNull(state.boardBy),
    limits: state.limits.filter(({ field }) => isKnown(field)),
    calendarBy: orNull(state.calendarBy),
  };
}

/**
 * Reads the text of a view's file. `entityNamed` knows the kinds of records of this desk. An icon
 * that is not among ours becomes the plain one.
 */
export function readViewFile(
  text: string,
  entityNamed: (name: string) => AnyEntity | undefined,
): Result<ReadViewFile, ViewFileFailure> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return err({ type: 'notAView' });
  }
  const marked = mark.safeParse(json);
  if (!marked.success) return err({ type: 'notAView' });
  if (marked.data.transferDeskView > FORMAT) return err({ type: 'tooNew' });
  const read = fileSchema.safeParse(json);
  if (!read.success) return err({ type: 'notAView' });
  const { transferDeskView: _format, list, name, icon, fieldNames, ...state } = read.data;
  const entity = entityNamed(list);
  if (!entity) return err({ type: 'noSuchList', list });
  const isKnown = (field: string) => COMMON.includes(field) || fieldOf(entity, field) !== undefined;
  const kept = fitted(state, isKnown);
  if (!readViewState(JSON.stringify(kept))) return err({ type: 'tooLarge' });
  const nameOf = (field: string): string =>
    (Object.hasOwn(fieldNames, field) ? fieldNames[field] : undefined) ?? field;
  const unknownFields = fieldsOf(state).filter((field) => !isKnown(field));
  const unknownParts = Object.keys(json as object).filter(
    (key) => !Object.hasOwn(fileSchema.shape, key),
  );
  return ok({
    view: { list, name, icon: isIcon(icon) ? icon : 'list', state: kept },
    leftOut: [...unknownFields.map(nameOf), ...unknownParts],
  });
}
