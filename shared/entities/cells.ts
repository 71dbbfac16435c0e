import { type Change, sameValue } from '../commits/change.ts';
import type { Json, StoredRecord } from '../commits/commit.ts';
import type { Language } from '../core/language.ts';
import { type AnyEntity, fieldOf } from './entity.ts';
import type { Field } from './field.ts';
import { formatField, parseField } from './kinds.ts';
import type { Problem } from './problem.ts';

/**
 * Whether a field is changed where it stands in a list. What is set by commands is not; neither are
 * references, on which other fields of the record hang, nor tables, which have no room there.
 */
export const isCellField = (field: Field | undefined): field is Field =>
  field?.section !== undefined && field.kind !== 'ref' && field.kind !== 'tiers';

/** The text of a cell, for a spreadsheet; that of a cell field is read back to the same value. */
export function textOfCell(
  { fields }: AnyEntity,
  name: string,
  value: unknown,
  language: Language,
  names: Readonly<Record<string, string>>,
): string {
  const field = fields[name];
  if (!field || value === undefined || value === null) return '';
  return field.kind === 'ref' ? (names[String(value)] ?? '') : formatField(field, value, language);
}

/** A cell that would say something else. */
export interface CellChange {
  readonly id: string;
  readonly field: string;
  readonly before: Json;
  readonly after: Json;
}

/** A cell that stays as it is. */
export interface CellRefusal {
  readonly id: string;
  readonly field: string;
  readonly text: string;
  readonly why: Problem | { readonly type: 'notACell' };
}

export interface PastePlan {
  /** One for each record that changes. */
  readonly changes: readonly Change[];
  readonly cells: readonly CellChange[];
  readonly refused: readonly CellRefusal[];
  /** Rows and columns of the texts for which there was no record or column. */
  readonly beyond: { readonly rows: number; readonly columns: number };
}

/** Drops a first row that names the columns: a table copied with its head is pasted without it. */
function withoutHead(
  texts: readonly (readonly string[])[],
  entity: AnyEntity,
  columns: readonly string[],
): readonly (readonly string[])[] {
  const [head = [], ...rest] = texts;
  const labels = head.map((_, index) => fieldOf(entity, columns[index] ?? '')?.label);
  // A column that is no field, such as the time of the last change, may be named anyhow.
  const isHead =
    rest.length > 0 &&
    labels.some((label) => label !== undefined) &&
    labels.every((label, index) => !label || [label.zh, label.en].includes(head[index] ?? ''));
  return isHead ? rest : texts;
}

/** Repeats the texts over a chosen range that they fill exactly so many times. */
function spread(
  texts: readonly (readonly string[])[],
  { rows, columns }: { readonly rows: number; readonly columns: number },
): readonly (readonly string[])[] {
  const width = Math.max(1, ...texts.map((row) => row.length));
  if (texts.length === 0 || rows % texts.length > 0 || columns % width > 0) return texts;
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => {
      return texts[row % texts.length]?.[column % width] ?? '';
    }),
  );
}

/** Reads a text for a cell of a record: what it changes, why it cannot, or null for no difference. */
function readCell(
  entity: AnyEntity,
  record: StoredRecord,
  name: string,
  text: string,
): { readonly after: Json } | { readonly why: CellRefusal['why'] } | null {
  const field = fieldOf(entity, name);
  if (!isCellField(field)) return { why: { type: 'notACell' } };
  const read = parseField(field, text);
  if (!read.ok) return { why: read.error };
  if (read.value === null && field.required) return { why: { type: 'required' } };
  // A field's value is made of nothing but what JSON has.
  const after = read.value as Json;
  return sameValue(record[name] ?? null, after) ? null : { after };
}

/**
 * What texts from a spreadsheet change when they are pasted over a range of cells.
 *
 * @param columns names of the columns from the first cell on
 * @param records the records of the rows from the first cell on, as many as the texts can need
 * @param range size of the chosen range; texts that fill it several times are repeated
 */
export function planPaste(
  entity: AnyEntity,
  columns: readonly string[],
  records: readonly StoredRecord[],
  pasted: readonly (readonly string[])[],
  range: { readonly rows: number; readonly columns: number },
): PastePlan {
  const texts = spread(withoutHead(pasted, entity, columns), range);
  const changes: Change[] = [];
  const cells: CellChange[] = [];
  const refused: CellRefusal[] = [];
  for (const [row, record] of records.slice(0, texts.length).entries()) {
    const set: Record<string, Json> = {};
    for (const [column, field] of columns.slice(0, texts[row]?.length ?? 0).entries()) {
      const text = texts[row]?.[column] ?? '';
      const { id } = record;
      const read = readCell(entity, record, field, text);
      if (read === null) continue;
      if ('why' in read) {
        refused.push({ id, field, text, why: read.why });
        continue;
      }
      set[field] = read.after;
      cells.push({ id, field, before: record[field] ?? null, after: read.after });
    }
    if (Object.keys(set).length > 0) {
      changes.push({ patch: entity.name, id: record.id, set, rev: record.rev });
    }
  }
  const width = Math.max(0, ...texts.map((line) => line.length));
  const beyond = {
    rows: Math.max(0, texts.length - records.length),
    columns: Math.max(0, width - columns.length),
  };
  return { changes, cells, refused, beyond };
}
