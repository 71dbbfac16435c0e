import { formatYuan } from '../../../shared/core/money.ts';
import { isCustomName } from '../../../shared/entities/custom.ts';
import { type AnyEntity, fieldOf } from '../../../shared/entities/entity.ts';
import type { Field } from '../../../shared/entities/field.ts';
import { formatField } from '../../../shared/entities/kinds.ts';
import { useWords, type Words } from '../../app/i18n.ts';
import type { Filter } from '../../index/query.ts';
import { useNames } from '../../index/use-answer.ts';
import { spokenAmount } from '../field-value.tsx';
import { withoutZeros } from '../figures.ts';
import { type End, type FilterRow, INSTANTS, rowOfFilter } from './filter-rows.ts';

type Names = Readonly<Record<string, string>>;

/** What a field is called; `updatedAt` and `createdAt` are of every kind. */
export function fieldLabel(entity: AnyEntity, name: string, words: Words): string {
  const field = fieldOf(entity, name);
  if (field) return words.in(field.label);
  if (name === INSTANTS[0]) return words.t('list.updated');
  if (name === INSTANTS[1]) return words.t('list.created');
  return isCustomName(name) ? words.t('field.gone') : name;
}

/** A value of a choice or reference as people read it. */
export function codeText(field: Field | undefined, code: string, names: Names, words: Words) {
  if (code === '') return words.t('field.blank');
  const option =
    field?.kind === 'choice' || field?.kind === 'choices' ? field.options[code] : undefined;
  return option ? words.in(option) : (names[code] ?? code);
}

function endText(field: Field | undefined, end: End, words: Words): string {
  if (field?.kind === 'money' || field?.kind === 'price') {
    return Math.abs(Number(end)) >= 1_000_000
      ? withoutZeros(spokenAmount(Number(end), words))
      : words.t('history.yuan', { amount: withoutZeros(formatYuan(Number(end))) });
  }
  return field?.kind === 'rate' ? formatField(field, end, words.language) : String(end);
}

function rangeText(field: Field | undefined, from: End | null, to: End | null, words: Words) {
  if (from !== null && from === to) return `= ${endText(field, from, words)}`;
  if (to === null) return `≥ ${endText(field, from ?? '', words)}`;
  if (from === null) return `≤ ${endText(field, to, words)}`;
  return `${endText(field, from, words)} – ${endText(field, to, words)}`;
}

function rowText(entity: AnyEntity, row: FilterRow, names: Names, words: Words): string {
  const { t } = words;
  const field = fieldOf(entity, row.field);
  const label = fieldLabel(entity, row.field, words);
  const codes = row.codes
    .map((code) => codeText(field, code, names, words))
    .join(words.language === 'zh' ? '、' : ', ');
  switch (row.relation) {
    case 'anyOf':
      return `${label} = ${codes}`;
    case 'noneOf':
      return `${label} ≠ ${codes}`;
    case 'between':
      return `${label} ${rangeText(field, row.from, row.to, words)}`;
    case 'contains':
    case 'lacks':
      return t(`filter.says.${row.relation}`, { field: label, text: row.text });
    case 'next':
    case 'last':
      return t(`filter.says.${row.relation}`, { field: label, count: row.days ?? 0 });
    case 'period':
      return `${label} ${t(`filter.period.${row.period}`)}`;
    case 'overdue':
    case 'isOpen':
    case 'blank':
    case 'filled':
      return t(`filter.says.${row.relation}`, { field: label });
  }
}

/** A filter in words, for chips. */
function filterText(entity: AnyEntity, filter: Filter, names: Names, words: Words): string {
  const { t } = words;
  const inner = (filters: readonly Filter[], by: 'filter.and' | 'filter.or'): string =>
    filters.map((one) => filterText(entity, one, names, words)).join(t(by));
  if ('all' in filter) return inner(filter.all, 'filter.and');
  if ('any' in filter) return inner(filter.any, 'filter.or');
  const row = rowOfFilter(entity, filter);
  if (row) return rowText(entity, row, names, words);
  if ('not' in filter) {
    return t('filter.not', { filter: filterText(entity, filter.not, names, words) });
  }
  if ('in' in filter) {
    if (filter.field === 'id') return t('list.chosen', { count: filter.in.length });
    return `${fieldLabel(entity, filter.field, words)} = ${filter.in.join(', ')}`;
  }
  const { from = null, to = null } = filter as { readonly from?: End; readonly to?: End };
  return `${fieldLabel(entity, filter.field, words)} ${rangeText(undefined, from, to, words)}`;
}

/** The ids of the records that filters name. */
function idsIn(entity: AnyEntity, filters: readonly Filter[]): readonly string[] {
  return filters.flatMap((filter): readonly string[] => {
    if ('all' in filter) return idsIn(entity, filter.all);
    if ('any' in filter) return idsIn(entity, filter.any);
    if ('not' in filter) return idsIn(entity, [filter.not]);
    return 'in' in filter && fieldOf(entity, filter.field)?.kind === 'ref' ? filter.in : [];
  });
}

/** Says filters in words. `given` are names of records that are called otherwise than by their title. */
export function useFilterText(
  entity: AnyEntity,
  filters: readonly Filter[],
  given: Names = {},
): (filter: Filter) => string {
  const words = useWords();
  const names = useNames(idsIn(entity, filters));
  return (filter) => filterText(entity, filter, { ...names, ...given }, words);
}
