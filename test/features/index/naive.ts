import { layoutOf, RANK, wordings } from '../../../renderer/index/layout.ts';
import { pinyinMatcher } from '../../../renderer/index/pinyin.ts';
import type { Filter, Query, Sort } from '../../../renderer/index/query.ts';
import { type Term, termsOf } from '../../../renderer/index/terms.ts';
import type { StoredRecord } from '../../../shared/commits/index.ts';
import { addDays, monthOf } from '../../../shared/core/dates.ts';
import type { Period } from '../../../shared/core/periods.ts';
import { compactCode, foldForSearch } from '../../../shared/core/text.ts';
import { type AnyEntity, fieldOf, titleOf } from '../../../shared/entities/entity.ts';
import type { Field } from '../../../shared/entities/field.ts';
import { type EntityName, entities } from '../../../shared/registry.ts';

/** Records of all kinds by id: what the columns should answer as if they scanned it. */
export type Desk = Readonly<Record<EntityName, ReadonlyMap<string, StoredRecord>>>;

type Value = StoredRecord[string] | undefined;

const collator = new Intl.Collator('zh-u-co-pinyin', { numeric: true, sensitivity: 'base' });

const nameIn = (desk: Desk, entity: string, id: Value): string => {
  const name = entity as EntityName;
  const record = desk[name].get(String(id));
  return record ? titleOf(entities[name], record) : '';
};

const amountOf = (value: Value): number | null => {
  if (typeof value === 'number') return value;
  const price = value as { readonly fen?: number } | null | undefined;
  return typeof price === 'object' ? (price?.fen ?? null) : null;
};

/** Negative where the value stands before; blanks are dealt with before. */
function compareValues(desk: Desk, entity: AnyEntity, name: string, a: Value, b: Value): number {
  const field = fieldOf(entity, name);
  if (field?.kind === 'choice') {
    const places = Object.keys(field.options);
    return places.indexOf(String(a)) - places.indexOf(String(b));
  }
  if (field?.kind === 'note') return 0;
  if (field?.kind === 'ref') {
    const [one, other] = [nameIn(desk, field.entity, a), nameIn(desk, field.entity, b)];
    return collator.compare(one, other);
  }
  if (typeof a === 'string' && typeof b === 'string' && field?.kind !== 'date') {
    return collator.compare(a, b);
  }
  if (Array.isArray(a) && Array.isArray(b)) return collator.compare(a.join(' '), b.join(' '));
  return (a ?? 0) < (b ?? 0) ? -1 : a === b ? 0 : 1;
}

const sortKey = (value: Value): Value => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const price = value as { readonly fen?: number; readonly fromFen?: number };
  return price.fen ?? price.fromFen;
};

const compareBy =
  (desk: Desk, entity: AnyEntity, sorts: readonly Sort[]) =>
  (a: StoredRecord, b: StoredRecord): number => {
    for (const { field, descending } of sorts) {
      const [one, other] = [sortKey(a[field]), sortKey(b[field])];
      if (one === undefined && other === undefined) continue;
      if (one === undefined || other === undefined) return one === undefined ? 1 : -1;
      const order = compareValues(desk, entity, field, one, other);
      if (order !== 0) return descending ? -order : order;
    }
    return a.id < b.id ? 1 : -1;
  };

function fits(entity: AnyEntity, record: StoredRecord, filter: Filter, today: string): boolean {
  if ('all' in filter) return filter.all.every((one) => fits(entity, record, one, today));
  if ('any' in filter) return filter.any.some((one) => fits(entity, record, one, today));
  if ('not' in filter) return !fits(entity, record, filter.not, today);
  const value: Value = record[filter.field];
  if ('in' in filter) {
    const price = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : '';
    const items = Array.isArray(value) ? value : [price || (value ?? '')];
    return items.some((item) => filter.in.includes(String(item)));
  }
  if ('blank' in filter) return (value === undefined) === filter.blank;
  if ('contains' in filter) {
    const field = fieldOf(entity, filter.field);
    const texts = field ? wordings(field, value) : [];
    return texts.some((text) => foldForSearch(text).includes(foldForSearch(filter.contains)));
  }
  const key = sortKey(value);
  if (key === undefined || key === null) return false;
  const { fromDays, toDays } = filter as { fromDays?: number; toDays?: number };
  const { from, to } = filter as { from?: string | number; to?: string | number };
  if ('period' in filter) return isWithin(String(key), filter.period, today);
  const low = fromDays === undefined ? from : addDays(today, fromDays);
  const high = toDays === undefined ? to : addDays(today, toDays);
  return (low === undefined || key >= low) && (high === undefined || key <= high);
}

/** Whether a date is in a calendar month, quarter or year, told by counting those from the year 0. */
function isWithin(date: string, period: Period, today: string): boolean {
  const months = (day: string): number =>
    Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const size = period.endsWith('Month') ? 1 : period.endsWith('Quarter') ? 3 : 12;
  const away = period.startsWith('last') ? -1 : period.startsWith('next') ? 1 : 0;
  return Math.floor(months(date) / size) === Math.floor(months(today) / size) + away;
}

/** How well a word's best place in a record is, as in `RANK`; 0 where it is in none. */
function rankOfWord(desk: Desk, entity: AnyEntity, record: StoredRecord, word: string): number {
  const { lines, codes, searched, choices, refs, spoken } = layoutOf(entity);
  const title = foldForSearch(titleOf(entity, record));
  if (title.startsWith(word)) return RANK.prefix;
  if (title.includes(word)) return RANK.title;
  const inLines = (from: number, to: number): boolean =>
    lines.slice(from, to).some(({ field, description }, at) =>
      wordings(description, record[field])
        .map(foldForSearch)
        .some(
          (text) => text.includes(word) || (from + at < codes && compactCode(text).includes(word)),
        ),
    );
  if (inLines(1, codes)) return RANK.code;
  const names = refs.map(({ field, entity: kind }) => nameIn(desk, kind, record[field]));
  const isChosen = choices.some((field) =>
    wordings(entity.fields[field] as Field, record[field]).some((text) =>
      foldForSearch(text).includes(word),
    ),
  );
  if (
    inLines(codes, searched) ||
    isChosen ||
    names.some((name) => foldForSearch(name).includes(word))
  ) {
    return RANK.other;
  }
  const matches = pinyinMatcher(word);
  const texts = [...spoken.flatMap((field) => record[field] ?? []), ...names].map(String);
  return matches && texts.some((text) => matches(text)) ? RANK.pinyin : 0;
}

function rankOfTerm(desk: Desk, entity: AnyEntity, record: StoredRecord, term: Term): number {
  const ranks = term.words.map((word) => rankOfWord(desk, entity, record, word));
  const all = ranks.includes(0) ? 0 : Math.max(...ranks);
  const code = term.code === null ? 0 : rankOfWord(desk, entity, record, term.code);
  return Math.min(all || code, code || all);
}

/** The answer by looking at every record. */
export function naiveAnswer(desk: Desk, query: Query, today: string) {
  const entity: AnyEntity = entities[query.entity];
  const { text = '', where = [], sums = [], facets = [], groupBy, inGroups, sort } = query;
  const terms = termsOf(text);
  const rankOf = (record: StoredRecord): number => {
    const ranks = terms.map((term) => rankOfTerm(desk, entity, record, term));
    return ranks.includes(0) ? 0 : Math.max(1, ...ranks);
  };
  const all = [...desk[query.entity].values()];
  const found = all
    .filter((record) => where.every((filter) => fits(entity, record, filter, today)))
    .filter((record) => rankOf(record) > 0);
  const compare = compareBy(
    desk,
    entity,
    [sort ?? { field: 'updatedAt', descending: true }].flat(),
  );
  const sorted = found.toSorted(
    (a, b) => (sort === undefined ? rankOf(a) - rankOf(b) : 0) || compare(a, b),
  );
  const sumsOf = (records: readonly StoredRecord[]) =>
    Object.fromEntries(
      sums.map((field) => {
        const figures = records
          .map((record) => amountOf(record[field]))
          .filter((one) => one !== null);
        return [field, { fen: figures.reduce((sum, one) => sum + one, 0), of: figures.length }];
      }),
    );
  const keysOf = (record: StoredRecord, field: string): readonly string[] =>
    [record[field] ?? ''].flat().map(String);
  const facetOf = (name: string): Record<string, number> => {
    const counts: Record<string, number> = {};
    const others = where.filter((filter) => !('field' in filter) || filter.field !== name);
    for (const record of all) {
      if (rankOf(record) === 0) continue;
      if (!others.every((filter) => fits(entity, record, filter, today))) continue;
      for (const key of keysOf(record, name)) counts[key] = (counts[key] ?? 0) + 1;
    }
    return counts;
  };
  const isDate = groupBy !== undefined && fieldOf(entity, groupBy)?.kind === 'date';
  const keyOf = (record: StoredRecord): string => {
    const key = keysOf(record, groupBy ?? '').join();
    return isDate && !query.byDay ? monthOf(key) : key;
  };
  const groups = groupBy === undefined ? [] : [...Map.groupBy(found, keyOf)];
  const byField = compareBy(desk, entity, [
    { field: groupBy ?? '', descending: inGroups?.descending ?? false },
  ]);
  const inOrder = [...Map.groupBy(found.toSorted(byField), keyOf).keys()];
  const rows =
    inGroups && groupBy !== undefined
      ? inOrder.flatMap((key) =>
          sorted.filter((record) => keyOf(record) === key).slice(0, inGroups.most),
        )
      : sorted;
  return {
    total: found.length,
    all: all.length,
    ids: rows.filter((row) => !inGroups?.closed.includes(keyOf(row))).map(({ id }) => id),
    order: inGroups && groupBy !== undefined ? inOrder : [],
    sums: sumsOf(found),
    groups: Object.fromEntries(
      groups.map(([key, records]) => [
        key,
        {
          count: records.length,
          sums: sumsOf(records),
          ...(inGroups?.closed.includes(key) ? { isClosed: true } : {}),
        },
      ]),
    ),
    facets: Object.fromEntries(facets.map((name) => [name, facetOf(name)])),
  };
}
