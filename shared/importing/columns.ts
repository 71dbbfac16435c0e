import type { MoneyUnit } from '../core/money.ts';
import { halfWidth, tidy } from '../core/text.ts';
import { type Cells, cellText, columnLetters, isBlank } from './cells.ts';
import {
  fieldAt,
  fieldNamed,
  type HeaderMatch,
  headerKey,
  headerWords,
  matchHeader,
  type Subject,
  sameTarget,
  statedUnit,
  type Target,
} from './headers.ts';
import type { HeaderCell } from './table.ts';

/** Headers of the columns that a file of rejected rows has beside the original ones. */
export const REASON_HEADERS = {
  zh: { reason: '未导入原因', row: '原表行号' },
  en: { reason: 'Reason not imported', row: 'Row in the file' },
} as const;

export type ColumnUse =
  | {
      readonly kind: 'field';
      readonly target: Target;
      /** The header is the field's own word, is like it, or the user said so. */
      readonly how: 'exact' | 'likely' | 'chosen';
    }
  | {
      readonly kind: 'ignored';
      readonly why:
        | 'serialNumber'
        | 'blank'
        | 'noField'
        /** Another column already fills the field that this header names. */
        | 'fieldTaken'
        /** A part cannot be made without a field that no column fills: a telephone of nobody. */
        | 'partIncomplete'
        /** A reason that an earlier import wrote down. */
        | 'reason'
        | 'chosen';
    };

/** The unit of a column's amounts, for cells that state none. A guess must be confirmed. */
export interface ColumnUnit {
  readonly unit: MoneyUnit;
  readonly from: 'header' | 'sheet' | 'guess' | 'chosen';
}

export interface ImportColumn {
  readonly index: number;
  /** The header as it stands in the sheet, or the column's letters. */
  readonly title: string;
  readonly use: ColumnUse;
  readonly unit: ColumnUnit;
}

const SERIAL = /^(?:序号|编号|序|行号|no\.?|#|id|index)$/;

const reasonKeys = Object.values(REASON_HEADERS)
  .flatMap(({ reason, row }) => [reason, row])
  .map(headerKey);

function whyUnmatched(key: string, isEmpty: boolean): ColumnUse {
  if (reasonKeys.includes(key)) return { kind: 'ignored', why: 'reason' };
  if (SERIAL.test(key)) return { kind: 'ignored', why: 'serialNumber' };
  return { kind: 'ignored', why: key === '' && isEmpty ? 'blank' : 'noField' };
}

/** Nobody sells technology for less than this in 元: smaller bare numbers are taken for 万元. */
const LEAST_LIKELY_YUAN = 10_000;

function guessUnit(samples: readonly string[]): MoneyUnit {
  const bare = samples
    .map((text) => halfWidth(text).replace(/[,\s]/g, ''))
    .filter((text) => /^\d+(?:\.\d+)?$/.test(text));
  const small = bare.filter((text) => Number(text) < LEAST_LIKELY_YUAN).length;
  return bare.length > 0 && small > bare.length / 2 ? 'wanyuan' : 'yuan';
}

function unitOf(title: string, samples: readonly string[], sheet: MoneyUnit | null): ColumnUnit {
  const stated = statedUnit(title);
  if (stated) return { unit: stated, from: 'header' };
  return sheet ? { unit: sheet, from: 'sheet' } : { unit: guessUnit(samples), from: 'guess' };
}

/** Leaves out the columns of a part whose needed fields no column fills. */
function withoutIncompleteParts(
  columns: readonly ImportColumn[],
  { parts }: Subject,
): readonly ImportColumn[] {
  const filled = (entity: string, field: string) =>
    columns.some(({ use }) => use.kind === 'field' && sameTarget(use.target, { entity, field }));
  const incomplete = parts.filter(({ name, fields, partOf }) =>
    Object.entries(fields).some(
      ([field, { required }]) => required && field !== partOf?.field && !filled(name, field),
    ),
  );
  return columns.map((column) =>
    column.use.kind === 'field' &&
    column.use.how !== 'chosen' &&
    incomplete.some(({ name }) => column.use.kind === 'field' && column.use.target.entity === name)
      ? { ...column, use: { kind: 'ignored', why: 'partIncomplete' } }
      : column,
  );
}

const keyOf = ({ entity, field }: Target): string => `${entity}.${field}`;

/** Which column takes each field: an exact header before one that is only like it, then the earlier. */
function takersOf(matches: readonly (HeaderMatch | null)[]): ReadonlyMap<string, number> {
  const takers = new Map<string, number>();
  for (const exact of [true, false]) {
    matches.forEach((match, index) => {
      if (match?.exact !== exact) return;
      const key = keyOf(match.target);
      if (!takers.has(key)) takers.set(key, index);
    });
  }
  return takers;
}

/**
 * Proposes what each column is. A column fills one field and a field is filled by one column.
 * @param samples some data rows, for the unit of amounts and for columns that are empty
 * @param sheetUnit the unit that the sheet states for all its amounts
 */
export function proposeColumns(
  header: readonly HeaderCell[],
  samples: readonly Cells[],
  subject: Subject,
  sheetUnit: MoneyUnit | null,
): readonly ImportColumn[] {
  const words = headerWords(subject);
  const width = Math.max(header.length, ...samples.map((cells) => cells.length));
  const cells = Array.from({ length: width }, (_, i) => header[i] ?? { text: '', group: '' });
  const matches = cells.map(({ text, group }) => matchHeader(words, text, group));
  const takers = takersOf(matches);

  const proposalFor = (index: number): ColumnUse => {
    const match = matches[index];
    if (!match) {
      const isEmpty = samples.every((row) => isBlank(row[index]));
      return whyUnmatched(headerKey(cells[index]?.text ?? ''), isEmpty);
    }
    const { target, exact } = match;
    return takers.get(keyOf(target)) === index
      ? { kind: 'field', target, how: exact ? 'exact' : 'likely' }
      : { kind: 'ignored', why: 'fieldTaken' };
  };
  const columns = cells.map(({ text, group }, index): ImportColumn => {
    const texts = samples.map((row) => tidy(cellText(row[index]))).filter((cell) => cell !== '');
    // A header that means its field only together with the one above it is shown with it.
    const needsGroup = matches[index]?.exact && matches[index]?.target !== fieldNamed(words, text);
    const title = (needsGroup ? `${group}${text}` : text) || columnLetters(index);
    return { index, title, use: proposalFor(index), unit: unitOf(title, texts, sheetUnit) };
  });
  return withoutIncompleteParts(columns, subject);
}

/** The columns after the user has said what one is; null ignores it. A field is filled by one column. */
export function chooseTarget(
  columns: readonly ImportColumn[],
  index: number,
  target: Target | null,
): readonly ImportColumn[] {
  return columns.map((column): ImportColumn => {
    if (column.index === index) {
      return target
        ? { ...column, use: { kind: 'field', target, how: 'chosen' } }
        : { ...column, use: { kind: 'ignored', why: 'chosen' } };
    }
    const loses = target && column.use.kind === 'field' && sameTarget(column.use.target, target);
    return loses ? { ...column, use: { kind: 'ignored', why: 'fieldTaken' } } : column;
  });
}

export const chooseUnit = (
  columns: readonly ImportColumn[],
  index: number,
  unit: MoneyUnit,
): readonly ImportColumn[] =>
  columns.map((column) =>
    column.index === index ? { ...column, unit: { unit, from: 'chosen' } } : column,
  );

/** Whether a column fills a field of amounts, so that its unit matters. */
export function isAmount({ use }: ImportColumn, subject: Subject): boolean {
  const kind = use.kind === 'field' ? fieldAt(subject, use.target)?.kind : undefined;
  return kind === 'money' || kind === 'price';
}

/** The columns of amounts whose unit nothing states: the user must say which it is. */
export const unitsToConfirm = (
  columns: readonly ImportColumn[],
  subject: Subject,
): readonly ImportColumn[] =>
  columns.filter((column) => isAmount(column, subject) && column.unit.from === 'guess');

/** The fields that a record, or a part that columns fill, cannot do without and that no column fills. */
export function unfilledFields(
  columns: readonly ImportColumn[],
  { entity, parts }: Subject,
): readonly Target[] {
  const filled = columns.flatMap(({ use }) => (use.kind === 'field' ? [use.target] : []));
  const needed = [
    entity,
    ...parts.filter(({ name }) => filled.some((target) => target.entity === name)),
  ];
  return needed.flatMap(({ name, fields, partOf }) =>
    Object.entries(fields)
      .filter(([field, { required }]) => required && field !== partOf?.field)
      .map(([field]) => ({ entity: name, field }))
      .filter((target) => !filled.some((other) => sameTarget(target, other))),
  );
}
