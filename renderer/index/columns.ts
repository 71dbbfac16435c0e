import type { Op, StoredRecord } from '../../shared/commits/index.ts';
import { applyOp } from '../../shared/commits/index.ts';
import { foldForSearch } from '../../shared/core/text.ts';
import { fieldOf, titleOf } from '../../shared/entities/entity.ts';
import { formatField } from '../../shared/entities/kinds.ts';
import { type EntityName, entities, entityNamed } from '../../shared/registry.ts';
import type { Answer, Condition, Group, Query, Sum } from './query.ts';

/** All records of the desk in memory, answering queries. Pure but for what it holds. */
export interface Columns {
  readonly fill: (entity: string, records: readonly StoredRecord[]) => void;
  readonly apply: (
    ops: readonly Op[],
    commit: { readonly id: string; readonly at: number },
  ) => void;
  readonly ask: (query: Query) => Omit<Answer, 'took'>;
  /** Titles of records of any kind, by id. */
  readonly names: (ids: readonly string[]) => Record<string, string>;
}

type Table = Map<string, StoredRecord>;

/** What a field's value counts for in order and in ranges; null sorts last. */
function keyOf(
  value: unknown,
  nameOf: (id: string) => string,
  isRef: boolean,
): string | number | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return isRef ? nameOf(value) : value;
  if (Array.isArray(value)) return value.join(' ');
  return amountOf(value);
}

/** The figure that a price or amount adds to a total: a range or an open price adds none. */
function amountOf(value: unknown): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'object' || value === null) return null;
  if ('fen' in value && typeof value.fen === 'number') return value.fen;
  if ('fromFen' in value && typeof value.fromFen === 'number') return value.fromFen;
  return null;
}

function figureOf(value: unknown): number | null {
  return typeof value === 'object' && value !== null && 'fromFen' in value ? null : amountOf(value);
}

function fits(record: StoredRecord, condition: Condition): boolean {
  const value = record[condition.field];
  if ('in' in condition) {
    return Array.isArray(value)
      ? value.some((item) => condition.in.includes(String(item)))
      : condition.in.includes(String(value ?? ''));
  }
  if ('blank' in condition) return (value === undefined) === condition.blank;
  const key = keyOf(value, String, false);
  if (key === null) return false;
  return (
    (condition.from === undefined || key >= condition.from) &&
    (condition.to === undefined || key <= condition.to)
  );
}

function sumsOf(records: readonly StoredRecord[], fields: readonly string[]): Record<string, Sum> {
  const sums: Record<string, Sum> = {};
  for (const field of fields) {
    let fen = 0;
    let of = 0;
    for (const record of records) {
      const figure = figureOf(record[field]);
      if (figure === null) continue;
      fen += figure;
      of += 1;
    }
    sums[field] = { fen, of };
  }
  return sums;
}

function groupsOf(
  records: readonly StoredRecord[],
  by: string,
  sums: readonly string[],
): readonly Group[] {
  const groups = Map.groupBy(records, (record) => String(record[by] ?? ''));
  return [...groups].map(([key, members]) => ({
    key,
    count: members.length,
    sums: sumsOf(members, sums),
  }));
}

const collator = new Intl.Collator('zh-u-co-pinyin', { numeric: true, sensitivity: 'base' });

function compareKeys(left: string | number | null, right: string | number | null): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return collator.compare(String(left), String(right));
}

/** Whether records of the kind are found by the names of others. */
const namedIn = (entity: EntityName): boolean =>
  Object.values(entities[entity].fields).some(
    (field) => field.kind === 'ref' && 'searched' in field,
  );

/** Kinds of records by whose names others are found. */
const naming: ReadonlySet<string> = new Set(
  Object.values(entities).flatMap((entity) =>
    Object.values(entity.fields).flatMap((field) =>
      field.kind === 'ref' && 'searched' in field ? [field.entity] : [],
    ),
  ),
);

type NameIn = (entity: string, id: string) => string;

/** Sorted as asked; blanks stand last both ways, and equal keys keep one order, so that rows never jump. */
function sorted(
  records: readonly StoredRecord[],
  { entity, sort }: Query,
  nameIn: NameIn,
): readonly StoredRecord[] {
  const field = sort && fieldOf(entities[entity], sort.field);
  const refers = field?.kind === 'ref' ? field.entity : null;
  const name = sort?.field ?? 'updatedAt';
  const direction = (sort?.descending ?? true) ? -1 : 1;
  const keyed = records.map((record) => ({
    record,
    key: keyOf(record[name], (id) => nameIn(refers ?? '', id), refers !== null),
  }));
  keyed.sort((left, right) => {
    if (left.key === null || right.key === null) {
      if (left.key !== right.key) return left.key === null ? 1 : -1;
    } else {
      const order = compareKeys(left.key, right.key);
      if (order !== 0) return order * direction;
    }
    return left.record.id < right.record.id ? 1 : -1;
  });
  return keyed.map(({ record }) => record);
}

function namesFor(
  entity: EntityName,
  rows: readonly StoredRecord[],
  nameIn: NameIn,
): Record<string, string> {
  const names: Record<string, string> = {};
  for (const [field, description] of Object.entries(entities[entity].fields)) {
    if (description.kind !== 'ref') continue;
    for (const row of rows) {
      const id = row[field];
      if (typeof id === 'string') names[id] = nameIn(description.entity, id);
    }
  }
  return names;
}

/** The text that a record is searched by, folded. */
function searchedText(entity: EntityName, record: StoredRecord, nameIn: NameIn): string {
  const parts = Object.entries(entities[entity].fields).flatMap(([name, field]) => {
    const value = record[name];
    if (!('searched' in field) || value === undefined) return [];
    if (field.kind === 'ref') return [nameIn(field.entity, String(value))];
    return [formatField(field, value, 'zh'), formatField(field, value, 'en')];
  });
  return foldForSearch(parts.join('\n'));
}

type TextOf = (entity: EntityName, record: StoredRecord) => string;

function answerFrom(
  table: Table,
  query: Query,
  nameIn: NameIn,
  textOf: TextOf,
): Omit<Answer, 'took'> {
  const { entity, text, where = [], from, to, sums = [], groupBy } = query;
  const words = foldForSearch(text ?? '')
    .split(' ')
    .filter((word) => word !== '');
  const found: StoredRecord[] = [];
  for (const record of table.values()) {
    if (!where.every((condition) => fits(record, condition))) continue;
    if (words.length > 0) {
      const haystack = textOf(entity, record);
      if (!words.every((word) => haystack.includes(word))) continue;
    }
    found.push(record);
  }
  // A question for totals alone wants no rows, and no sorting.
  const rows = from < to ? sorted(found, query, nameIn).slice(from, to) : [];
  return {
    total: found.length,
    all: table.size,
    rows,
    from,
    names: namesFor(entity, rows, nameIn),
    sums: sumsOf(found, sums),
    groups: groupBy === undefined ? [] : groupsOf(found, groupBy, sums),
  };
}

export function createColumns(): Columns {
  const tables = new Map<string, Table>(Object.keys(entities).map((name) => [name, new Map()]));
  // Folded text of a record, made when first searched; a changed record is a new object. Where it
  // holds names of other records, it is good for one state of those.
  const folded = new WeakMap<StoredRecord, { readonly text: string; readonly names: number }>();
  let names = 0;
  const tableOf = (entity: string): Table => tables.get(entity) ?? new Map();

  const nameIn: NameIn = (entity, id) => {
    const description = entityNamed(entity);
    const record = tableOf(entity).get(id);
    return description && record ? titleOf(description, record) : '';
  };

  const textOf: TextOf = (entity, record) => {
    const wanted = namedIn(entity) ? names : 0;
    const known = folded.get(record);
    if (known?.names === wanted) return known.text;
    const text = searchedText(entity, record, nameIn);
    folded.set(record, { text, names: wanted });
    return text;
  };

  return {
    fill: (entity, records) => {
      const table = tableOf(entity);
      for (const record of records) table.set(record.id, record);
      names += 1;
    },
    apply: (ops, commit) => {
      for (const op of ops) {
        if (naming.has(op.entity)) names += 1;
        const table = tableOf(op.entity);
        const next = applyOp(table.get(op.id), op, commit);
        if (next) table.set(op.id, next);
        else table.delete(op.id);
      }
    },
    names: (ids) =>
      Object.fromEntries(
        ids.flatMap((id) => {
          const entity = Object.keys(entities).find((name) => tableOf(name).has(id));
          return entity ? [[id, nameIn(entity, id)]] : [];
        }),
      ),
    ask: (query) => answerFrom(tableOf(query.entity), query, nameIn, textOf),
  };
}
