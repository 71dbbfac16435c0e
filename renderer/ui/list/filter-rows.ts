import { isCivilDate } from '../../../shared/core/dates.ts';
import type { Period } from '../../../shared/core/periods.ts';
import { type AnyEntity, fieldOf } from '../../../shared/entities/entity.ts';
import type { Kind } from '../../../shared/entities/field.ts';
import type { Filter } from '../../index/query.ts';

/** What a row of the filter panel says of its field. */
export type Relation =
  | 'contains'
  | 'lacks'
  | 'anyOf'
  | 'noneOf'
  | 'between'
  | 'next'
  | 'last'
  | 'period'
  | 'overdue'
  | 'isOpen'
  | 'blank'
  | 'filled';

export type End = string | number;

/** A row of the filter panel. What the relation has no use for stays, for when it is changed back. */
export interface FilterRow {
  readonly field: string;
  readonly relation: Relation;
  readonly codes: readonly string[];
  readonly text: string;
  readonly from: End | null;
  readonly to: End | null;
  readonly days: number | null;
  readonly period: Period;
}

/** How the filters of a group come together; `none` is that none of them holds. */
export type GroupMode = 'all' | 'any' | 'none';

export type Draft =
  | { readonly type: 'row'; readonly row: FilterRow }
  | { readonly type: 'group'; readonly mode: GroupMode; readonly drafts: readonly Draft[] }
  /** A filter that no row can show: kept as it is. */
  | { readonly type: 'other'; readonly filter: Filter };

const TEXT: readonly Relation[] = ['contains', 'lacks', 'blank', 'filled'];
const CODES: readonly Relation[] = ['anyOf', 'noneOf', 'blank', 'filled'];
const FIGURE: readonly Relation[] = ['between', 'blank', 'filled'];
const INSTANT: readonly Relation[] = ['last', 'period'];

const relationsByKind: Readonly<Record<Kind, readonly Relation[]>> = {
  text: TEXT,
  note: TEXT,
  list: TEXT,
  choice: CODES,
  choices: CODES,
  ref: CODES,
  date: ['next', 'last', 'period', 'overdue', 'between', 'blank', 'filled'],
  money: FIGURE,
  price: ['between', 'isOpen', 'blank', 'filled'],
  rate: FIGURE,
  integer: FIGURE,
  number: FIGURE,
  portion: ['blank', 'filled'],
  tiers: ['blank', 'filled'],
};

/** The instants that every record carries: when it was made, and changed. */
export const INSTANTS = ['updatedAt', 'createdAt'] as const;
const isInstant = (field: string): boolean => INSTANTS.some((one) => one === field);

/** What can be said of a field; nothing of one that the kind does not have. */
export function relationsOf(entity: AnyEntity, field: string): readonly Relation[] {
  if (isInstant(field)) return INSTANT;
  const description = fieldOf(entity, field);
  return description ? relationsByKind[description.kind] : [];
}

/** An empty row for a field, to be filled in. */
export const rowFor = (entity: AnyEntity, field: string): FilterRow => ({
  field,
  relation: relationsOf(entity, field)[0] ?? 'filled',
  codes: [],
  text: '',
  from: null,
  to: null,
  days: null,
  period: 'thisMonth',
});

/** The filter that a row stands for; null while it is not filled in. */
export function filterOfRow(row: FilterRow): Filter | null {
  const { field, codes, text, from, to, days } = row;
  switch (row.relation) {
    case 'contains':
      return text.trim() === '' ? null : { field, contains: text };
    case 'lacks':
      return text.trim() === '' ? null : { not: { field, contains: text } };
    case 'anyOf':
      return codes.length === 0 ? null : { field, in: codes };
    case 'noneOf':
      return codes.length === 0 ? null : { not: { field, in: codes } };
    case 'between':
      if (from === null && to === null) return null;
      return { field, ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
    case 'next':
      return days === null ? null : { field, fromDays: 0, toDays: days };
    case 'last':
      return days === null ? null : { field, fromDays: -days, toDays: 0 };
    case 'period':
      return { field, period: row.period };
    case 'overdue':
      return { field, toDays: -1 };
    case 'isOpen':
      return { field, in: ['open'] };
    case 'blank':
      return { field, blank: true };
    case 'filled':
      return { field, blank: false };
  }
}

type Said = Partial<FilterRow> & Pick<FilterRow, 'field' | 'relation'>;

/** What a filter on one field says, in the words of a row. */
function saidBy(filter: Filter): Said | null {
  if ('not' in filter) {
    const inner = filter.not;
    if ('contains' in inner) {
      return { field: inner.field, relation: 'lacks', text: inner.contains };
    }
    return 'in' in inner ? { field: inner.field, relation: 'noneOf', codes: inner.in } : null;
  }
  if ('all' in filter || 'any' in filter) return null;
  const { field } = filter;
  if ('contains' in filter) return { field, relation: 'contains', text: filter.contains };
  if ('in' in filter) {
    const isOpen = filter.in.length === 1 && filter.in[0] === 'open';
    return { field, relation: isOpen ? 'isOpen' : 'anyOf', codes: filter.in };
  }
  if ('blank' in filter) return { field, relation: filter.blank ? 'blank' : 'filled' };
  if ('period' in filter) return { field, relation: 'period', period: filter.period };
  if ('fromDays' in filter || 'toDays' in filter) {
    const { fromDays, toDays } = filter;
    if (fromDays === undefined) return toDays === -1 ? { field, relation: 'overdue' } : null;
    if (toDays === undefined) return null;
    if (fromDays === 0 && toDays >= 0) return { field, relation: 'next', days: toDays };
    return toDays === 0 ? { field, relation: 'last', days: -fromDays } : null;
  }
  const { from = null, to = null } = filter as { readonly from?: End; readonly to?: End };
  return { field, relation: 'between', from, to };
}

/** The row that stands for a filter; null when none can. */
export function rowOfFilter(entity: AnyEntity, filter: Filter): FilterRow | null {
  const said = saidBy(filter);
  if (!said) return null;
  const relations = relationsOf(entity, said.field);
  // A code list may have a code of that name too.
  const relation =
    said.relation === 'isOpen' && !relations.includes('isOpen') ? 'anyOf' : said.relation;
  if (!relations.includes(relation)) return null;
  const ends = [said.from ?? null, said.to ?? null].filter((end) => end !== null);
  const isDate = fieldOf(entity, said.field)?.kind === 'date';
  // Charts filter by whole months, which no input of a day shows.
  if (isDate && !ends.every((end) => isCivilDate(String(end)))) return null;
  return { ...rowFor(entity, said.field), ...said, relation };
}

/** The groups and rows that stand for a filter. */
export function draftOf(entity: AnyEntity, filter: Filter): Draft {
  const row = rowOfFilter(entity, filter);
  if (row) return { type: 'row', row };
  const toDrafts = (filters: readonly Filter[]) => filters.map((one) => draftOf(entity, one));
  if ('all' in filter) return { type: 'group', mode: 'all', drafts: toDrafts(filter.all) };
  if ('any' in filter) return { type: 'group', mode: 'any', drafts: toDrafts(filter.any) };
  if ('not' in filter && 'any' in filter.not) {
    return { type: 'group', mode: 'none', drafts: toDrafts(filter.not.any) };
  }
  return { type: 'other', filter };
}

/** The filter that a group or row stands for; rows not filled in, and groups of none but such, are none. */
export function filterOfDraft(draft: Draft): Filter | null {
  if (draft.type === 'other') return draft.filter;
  if (draft.type === 'row') return filterOfRow(draft.row);
  const filters = filtersOf(draft.drafts);
  if (filters.length === 0) return null;
  switch (draft.mode) {
    case 'all':
      return { all: filters };
    case 'any':
      return { any: filters };
    case 'none':
      return { not: { any: filters } };
  }
}

export const filtersOf = (drafts: readonly Draft[]): readonly Filter[] =>
  drafts.flatMap((draft) => filterOfDraft(draft) ?? []);
