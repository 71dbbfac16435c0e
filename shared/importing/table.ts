import type { MoneyUnit } from '../core/money.ts';
import { halfWidth, tidy } from '../core/text.ts';
import { type Cells, cellText, isBlank } from './cells.ts';
import { type HeaderWords, headerWords, matchHeader, type Subject, statedUnit } from './headers.ts';

/** The rows at a sheet's top that are enough to find its header in. */
export const HEAD_ROWS = 60;

export interface SheetHead {
  readonly name: string;
  readonly hidden: boolean;
  /** The first rows of the sheet, `HEAD_ROWS` of them if it has so many. */
  readonly rows: readonly Cells[];
}

/** One column's header: its own text, and the one that spans it from above. */
export interface HeaderCell {
  readonly text: string;
  readonly group: string;
}

/** Where the table stands: a proposal that the user may change. */
export interface TablePlace {
  readonly sheet: number;
  /** Row of the headers, from 0; null when the sheet has none and begins with data. */
  readonly headerRow: number | null;
  /** Name of the kind of record. */
  readonly entity: string;
}

const textAt = (cells: Cells | undefined, column: number): string =>
  tidy(cellText(cells?.[column]));

const filledColumns = (cells: Cells): readonly number[] =>
  cells.flatMap((cell, column) => (isBlank(cell) ? [] : [column]));

const LONGEST_HEADER = 30;
const looksLikeHeader = (cell: Cells[number] | undefined): boolean =>
  typeof cell === 'string' &&
  cell.length <= LONGEST_HEADER &&
  !/^[\d.,%\-/\s]+$/.test(halfWidth(cell));

/** A row of headers that each span several columns; a banner fills the first cell alone. */
function isGroupRow(cells: Cells | undefined): cells is Cells {
  const filled = cells ? filledColumns(cells) : [];
  return (
    cells !== undefined &&
    (filled.length > 1 || (filled[0] ?? 0) > 0) &&
    filled.every((column) => looksLikeHeader(cells[column]) && !/[:：]/.test(textAt(cells, column)))
  );
}

/** The headers of a row. Where a header is merged over two rows, its text stands on the upper one. */
export function headerAt(rows: readonly Cells[], row: number): readonly HeaderCell[] {
  const own = rows[row] ?? [];
  const above = isGroupRow(rows[row - 1]) ? (rows[row - 1] ?? []) : [];
  let group = '';
  return Array.from({ length: Math.max(own.length, above.length) }, (_, column) => {
    const spanning = textAt(above, column);
    group = spanning || group;
    const text = textAt(own, column);
    return text === '' ? { text: spanning, group: '' } : { text, group };
  });
}

interface Found {
  readonly row: number | null;
  readonly score: number;
}

/** How much a row looks like the header of a sheet about the subject; 0 when no field is named. */
function scoreOfRow(
  rows: readonly Cells[],
  row: number,
  words: HeaderWords,
  subject: Subject,
): number {
  const cells = rows[row] ?? [];
  const found = new Map<string, number>();
  for (const { text, group } of headerAt(rows, row)) {
    const match = matchHeader(words, text, group);
    if (!match) continue;
    const key = `${match.target.entity}.${match.target.field}`;
    found.set(key, Math.max(found.get(key) ?? 0, match.exact ? 1 : 0.5));
  }
  const named = [...found.values()].reduce((sum, part) => sum + part, 0);
  if (named === 0) return 0;
  const title = found.get(`${subject.entity.name}.${subject.entity.title}`) ?? 0;
  const filled = filledColumns(cells);
  const strangers = filled.filter((column) => !looksLikeHeader(cells[column])).length;
  return 10 * (named + title) + 0.1 * Math.min(filled.length, 20) - 5 * strangers;
}

/** A header by its shape alone: the first row that fills most of the width with short texts. */
function headerByShape(rows: readonly Cells[]): number | null {
  const width = Math.max(0, ...rows.map((cells) => filledColumns(cells).length));
  const row = rows.findIndex((cells) => {
    const filled = filledColumns(cells);
    const enough = filled.length >= 2 && filled.length >= width * 0.6;
    return enough && filled.every((column) => looksLikeHeader(cells[column]));
  });
  return row < 0 ? null : row;
}

function findHeader(rows: readonly Cells[], subject: Subject): Found {
  const words = headerWords(subject);
  let best: Found = { row: null, score: 0 };
  for (let row = 0; row < Math.min(rows.length, HEAD_ROWS); row += 1) {
    const score = scoreOfRow(rows, row, words, subject);
    if (score > best.score) best = { row, score };
  }
  return best.row === null ? { row: headerByShape(rows), score: 0 } : best;
}

/** The header row that a sheet about the subject seems to have. */
export const proposeHeaderRow = (rows: readonly Cells[], subject: Subject): number | null =>
  findHeader(rows, subject).row;

/**
 * Which sheet, header row and kind of record a file seems to be about. Hidden sheets and longer
 * lists of other things lose against a sheet whose headers name the fields of a kind of record.
 */
export function proposePlace(
  sheets: readonly SheetHead[],
  subjects: readonly Subject[],
): TablePlace | null {
  let best: { readonly place: TablePlace; readonly score: number } | null = null;
  sheets.forEach(({ rows, hidden }, sheet) => {
    for (const subject of subjects) {
      const { row, score } = findHeader(rows, subject);
      const visible = score - (hidden ? 1000 : 0) - (rows.length === 0 ? 10_000 : 0);
      if (best && visible <= best.score) continue;
      best = { place: { sheet, headerRow: row, entity: subject.entity.name }, score: visible };
    }
  });
  // The assignment inside the callback is not seen by the compiler.
  return (best as { readonly place: TablePlace } | null)?.place ?? null;
}

/** The unit that a line above the headers states for the whole sheet: 单位：万元. */
export function unitAbove(rows: readonly Cells[], headerRow: number | null): MoneyUnit | null {
  for (const cells of rows.slice(0, headerRow ?? 0)) {
    for (const column of filledColumns(cells)) {
      const text = textAt(cells, column);
      const unit = /单位\s*[:：]/.test(text) ? statedUnit(text) : null;
      if (unit) return unit;
    }
  }
  return null;
}

/** What a row below the headers is. All but data is left out, shown, and can be called data. */
export type RowRole = 'data' | 'blank' | 'total' | 'signature' | 'note' | 'group' | 'header';

const TOTAL =
  /^(?:合计|总计|小计|累计|总和|平均|共计?\d+[项条家个件人](?:成果|企业)?|(?:sub|grand)?total)[::数额]?\d*$/i;
const SIGNATURE =
  /^(?:填报|填表|制表|编制|报送|审核|复核|审批|审定|经办|主管|负责|单位负责|联系|盖章|签字|签章|签名|日期|填写)[^,。;]{0,10}[::]/;
const NOTE = /^(?:注|备注|说明|填[报表写]说明|note)s?\d*[::.、]/i;
const GROUP = /^(?:[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十]+\))/;

/** Says what a row below the headers is, by its own cells. */
export function roleOfRow(cells: Cells, header: readonly HeaderCell[]): RowRole {
  const filled = filledColumns(cells);
  const first = filled[0];
  if (first === undefined) return 'blank';
  const text = halfWidth(textAt(cells, first)).replaceAll(' ', '');
  const few = filled.length <= Math.max(2, header.length / 2);
  if (TOTAL.test(text)) return 'total';
  if (few && SIGNATURE.test(text)) return 'signature';
  if (filled.length === 1 && header.length > 1) {
    if (NOTE.test(text)) return 'note';
    if (GROUP.test(text)) return 'group';
  }
  if (textAt(cells, first) !== header[first]?.text) return 'data';
  const repeated = filled.filter((column) => textAt(cells, column) === header[column]?.text);
  return filled.length > 1 && repeated.length >= filled.length * 0.6 ? 'header' : 'data';
}
