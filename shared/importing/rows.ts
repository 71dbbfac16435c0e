import type { Values } from '../commits/commit.ts';
import type { MoneyUnit } from '../core/money.ts';
import { err, type Result } from '../core/result.ts';
import { marksStateSecret } from '../core/state-secrets.ts';
import { halfWidth, splitList, tidy } from '../core/text.ts';
import { missingFields } from '../entities/check.ts';
import type { AnyEntity } from '../entities/entity.ts';
import type { Field, Kind, ValueByKind } from '../entities/field.ts';
import { parseField } from '../entities/kinds.ts';
import type { Problem } from '../entities/problem.ts';
import { type Cells, cellText, hasLostDigits, isBlank } from './cells.ts';
import type { ImportColumn } from './columns.ts';
import { entitiesOf, fieldAt, type Subject, sameTarget, type Target } from './headers.ts';
import { type Links, NO_LINKS, nameToCome, readLink } from './links.ts';

type Value = ValueByKind[Kind];

/** Why a row cannot be written, at its cell; `column` is null when no column fills the field. */
export interface CellProblem extends Target {
  readonly column: number | null;
  readonly problem: Problem;
}

/** What reading a cell has changed or understood, for the user to see before it is written. */
export type Note =
  | { readonly type: 'fullWidth' }
  | { readonly type: 'upperCase' }
  /** The cell says it in other words, or states its own unit. */
  | { readonly type: 'readAs'; readonly value: Value }
  | { readonly type: 'severalValues'; readonly count: number }
  /** A word such as 无 that means nothing is there. */
  | { readonly type: 'meansBlank' }
  /** It names a record that is not on the desk yet, and is made with its row. */
  | { readonly type: 'newRecord'; readonly name: string }
  /** A number reckoned by the sheet was finer than a fen. */
  | { readonly type: 'rounded'; readonly value: Value };

export interface CellNote extends Target {
  readonly column: number;
  readonly note: Note;
}

/** A part that a row carries; the field that names its owner is still missing. */
export interface PartReading {
  readonly entity: AnyEntity;
  readonly values: Values;
}

/** What a row means. With problems it cannot be written, though all its other cells were read. */
export interface RowReading {
  readonly values: Values;
  readonly parts: readonly PartReading[];
  readonly problems: readonly CellProblem[];
  readonly notes: readonly CellNote[];
}

interface PlannedColumn {
  readonly index: number;
  readonly target: Target;
  readonly field: Field;
  readonly unit: MoneyUnit;
  /** Words of code lists recur all down a column: each is looked up once. */
  readonly known: Map<string, Result<Value | null, Problem>> | null;
}

/** How the rows of a sheet are read. Made once for a mapping, then used for every row. */
export interface ReadPlan {
  readonly subject: Subject;
  readonly columns: readonly PlannedColumn[];
  readonly links: Links;
}

/** @param links what the cells of columns that refer to other records can name */
export function planReading(
  subject: Subject,
  columns: readonly ImportColumn[],
  links: Links = NO_LINKS,
): ReadPlan {
  const planned = columns.flatMap(({ index, use, unit: { unit } }): PlannedColumn[] => {
    const field = use.kind === 'field' ? fieldAt(subject, use.target) : undefined;
    if (use.kind !== 'field' || !field) return [];
    const known = field.kind === 'choice' || field.kind === 'choices' ? new Map() : null;
    return [{ index, target: use.target, field, unit, known }];
  });
  return { subject, columns: planned, links };
}

const isCodeOrText = ({ kind }: Field): boolean => kind === 'text' || kind === 'list';

const MOST_KNOWN = 5_000;

function readText(text: string, column: PlannedColumn): Result<Value | null, Problem> {
  const { field, unit, known } = column;
  const before = known?.get(text);
  if (before) return before;
  const read = parseField(field, text, { unit });
  if (known && known.size < MOST_KNOWN) known.set(text, read);
  return read;
}

/** Rounds a decimal text half up to the fen of the unit that it is in; null when it is no plain number. */
function roundToFen(text: string, unit: MoneyUnit): string | null {
  const [, sign = '', whole = '', part = ''] = /^(-?)(\d+)\.(\d+)$/.exec(text) ?? [];
  const places = unit === 'wanyuan' ? 6 : 2;
  if (part.length <= places) return null;
  const kept = BigInt(whole + part.slice(0, places)) + (Number(part[places]) >= 5 ? 1n : 0n);
  const digits = String(kept).padStart(places + 1, '0');
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

interface ReadCell {
  readonly read: Result<Value | null, Problem>;
  readonly notes: readonly Note[];
}

function readCell(cell: Cells[number], column: PlannedColumn, links: Links): ReadCell {
  const { field, unit } = column;
  const text = cellText(cell);
  if (field.kind === 'ref') {
    const read = readLink(text, field, links);
    const name = read.ok ? nameToCome(read.value) : null;
    return { read, notes: name === null ? [] : [{ type: 'newRecord', name }] };
  }
  if (isCodeOrText(field) && hasLostDigits(cell)) {
    return { read: err({ type: 'digitsLost', text }), notes: [] };
  }
  const read = readText(text, column);
  if (read.ok)
    return { read, notes: read.value === null ? blankNotes : notesOn(text, read.value, field) };
  if (read.error.type === 'finerThanFen' && typeof cell === 'number') {
    const rounded = parseField(field, roundToFen(text, unit) ?? text, { unit });
    if (rounded.ok && rounded.value !== null) {
      return { read: rounded, notes: [{ type: 'rounded', value: rounded.value }] };
    }
  }
  return { read, notes: [] };
}

const blankNotes: readonly Note[] = [{ type: 'meansBlank' }];

/** Whether the value is what the text plainly says, so that nothing need be pointed out. */
function isPlain(text: string, value: Value, field: Field): boolean {
  const plain = halfWidth(tidy(text));
  switch (field.kind) {
    case 'date':
      return plain === value;
    case 'money':
    case 'price':
      return !/[万亿元圆￥¥]|rmb|cny/i.test(plain);
    case 'choice':
      return sameLabel(plain, field.options[String(value)]);
    case 'choices': {
      const words = splitList(text).map(halfWidth);
      const labels = (Array.isArray(value) ? value : []).map((code) => field.options[String(code)]);
      return words.every((word) => labels.some((label) => sameLabel(word, label)));
    }
    default:
      return true;
  }
}

/** The code before a name, as sheets write it: C27 医药制造业. */
const CODE_BEFORE = /^[A-Z]?\d+\s*/i;

function sameLabel(
  word: string,
  label: { readonly zh: string; readonly en: string } | undefined,
): boolean {
  if (!label) return false;
  const names = [halfWidth(label.zh), label.en];
  return names.includes(word) || names.includes(word.replace(CODE_BEFORE, ''));
}

/** Whether full-width letters and digits are turned into half-width ones in reading. */
const isNormalised = (field: Field): boolean =>
  field.kind === 'text' || field.kind === 'list'
    ? field.format !== undefined
    : field.kind !== 'note';

function notesOn(text: string, value: Value, field: Field): readonly Note[] {
  const notes: Note[] = [];
  if (isNormalised(field) && /[０-９Ａ-Ｚａ-ｚ]/.test(text)) notes.push({ type: 'fullWidth' });
  if (field.kind === 'text' && field.format === 'uscc' && /[a-zａ-ｚ]/.test(text))
    notes.push({ type: 'upperCase' });
  if (Array.isArray(value) && value.length > 1)
    notes.push({ type: 'severalValues', count: value.length });
  if (!isPlain(text, value, field)) notes.push({ type: 'readAs', value });
  return notes;
}

/** What stands for the owner of a part while its row is read and the owner has no id yet. */
const OWNER_TO_COME = 'owner';

function missingIn(
  entity: AnyEntity,
  values: Values,
  plan: ReadPlan,
  problems: readonly CellProblem[],
): readonly CellProblem[] {
  const owner = entity.partOf ? { [entity.partOf.field]: OWNER_TO_COME } : {};
  return missingFields(entity, { ...values, ...owner }).flatMap(({ field, problem }) => {
    const target = { entity: entity.name, field };
    // A cell that could not be read is not also blank.
    if (problems.some((other) => sameTarget(other, target))) return [];
    const column = plan.columns.find((other) => sameTarget(other.target, target));
    return [{ ...target, column: column?.index ?? null, problem }];
  });
}

/**
 * The cells that are marked as state secrets, whatever their columns are used for: neither leaving
 * the column out nor writing over the mark makes the row one that may be entered.
 */
function secretsIn(original: Cells, { columns, subject }: ReadPlan): CellProblem[] {
  return original.flatMap((cell, column): CellProblem[] => {
    if (typeof cell !== 'string' || !marksStateSecret(cell)) return [];
    const { name, title } = subject.entity;
    const used = columns.find(({ index }) => index === column)?.target;
    const target = used ?? { entity: name, field: title };
    return [{ ...target, column, problem: { type: 'stateSecret' } }];
  });
}

/**
 * Reads one row: the values of its record and of its parts, and every problem and remark at its
 * cell. A bad cell keeps the row from being written but not the other cells from being read.
 * @param original the cells as they stand in the sheet, where the user has mended some
 */
export function readRow(cells: Cells, plan: ReadPlan, original: Cells = cells): RowReading {
  const problems = secretsIn(original, plan);
  const notes: CellNote[] = [];
  const values = new Map<string, Record<string, Values[string]>>();
  const touched = new Set<string>();
  for (const column of plan.columns) {
    const cell = cells[column.index] ?? null;
    if (isBlank(cell)) continue;
    const { read, notes: remarks } = readCell(cell, column, plan.links);
    const at = { ...column.target, column: column.index };
    touched.add(at.entity);
    for (const note of remarks) notes.push({ ...at, note });
    if (!read.ok) {
      if (!problems.some((other) => other.column === column.index))
        problems.push({ ...at, problem: read.error });
    } else if (read.value !== null) {
      const record = values.get(at.entity) ?? {};
      // Values of fields are plain JSON by their schemas.
      record[at.field] = read.value as Values[string];
      values.set(at.entity, record);
    }
  }
  const parts: PartReading[] = [];
  for (const entity of entitiesOf(plan.subject)) {
    const isPart = entity !== plan.subject.entity;
    if (isPart && !touched.has(entity.name)) continue;
    const own = values.get(entity.name) ?? {};
    problems.push(...missingIn(entity, own, plan, problems));
    if (isPart && Object.keys(own).length > 0) parts.push({ entity, values: own });
  }
  return { values: values.get(plan.subject.entity.name) ?? {}, parts, problems, notes };
}
