import { type CellStyle, type CellValue, type WriteSheet, writeXlsx } from 'hucre';
import type { ColumnKind, Table, Workbook } from '../../shared/contract/index.ts';
import type { Language } from '../../shared/core/language.ts';
import { escapeFormula } from './formula-text.ts';

/** Control characters, which neither XML nor a text file may carry; tabs and line breaks stay. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;

type SpreadsheetFormat = 'xlsx' | 'csv' | 'json';
type Value = Table['rows'][number][number];

const FEN_PER_YUAN = 100;
const BASIS_POINTS = 10_000;

/** A workbook as the bytes of a file. See `toXlsx`, `toCsv` and `toJson` for what each carries. */
export async function writeWorkbook(
  workbook: Workbook,
  format: SpreadsheetFormat,
): Promise<Uint8Array> {
  switch (format) {
    case 'xlsx':
      return toXlsx(workbook);
    case 'csv':
      return Buffer.from(toCsv(workbook));
    case 'json':
      return Buffer.from(toJson(workbook));
  }
}

const numberFormats: Readonly<Record<ColumnKind, string>> = {
  text: '@',
  integer: '0',
  number: 'General',
  fen: '#,##0.00',
  basisPoints: '0.00%',
  date: 'yyyy-mm-dd',
};

const titleStyle: CellStyle = { font: { bold: true, size: 14 }, numFmt: '@' };
const noteStyle: CellStyle = { font: { color: { rgb: '595959' } }, numFmt: '@' };
const thinLine = { style: 'thin', color: { rgb: 'A6A6A6' } } as const;

const isNumeric = (kind: ColumnKind) => kind !== 'text' && kind !== 'date';

function headerStyle(kind: ColumnKind): CellStyle {
  return {
    font: { bold: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EDEDE8' } },
    border: { top: thinLine, bottom: thinLine },
    alignment: {
      horizontal: isNumeric(kind) ? 'right' : 'left',
      vertical: 'center',
      wrapText: true,
    },
    numFmt: '@',
  };
}

function bodyStyle(kind: ColumnKind): CellStyle {
  const vertical = 'top';
  return {
    numFmt: numberFormats[kind],
    alignment: kind === 'text' ? { vertical, wrapText: true } : { vertical },
  };
}

function totalStyle(kind: ColumnKind, value: Value): CellStyle {
  return {
    numFmt: typeof value === 'number' ? numberFormats[kind] : '@',
    font: { bold: true },
    border: { top: { ...thinLine, style: 'medium' } },
  };
}

/**
 * An Excel file of real numbers and dates, ready to print: amounts in yuan, rates as percents.
 * Text cells are strings whatever they look like, so that codes keep their digits and nothing
 * runs as a formula.
 */
async function toXlsx({ title, language, tables }: Workbook): Promise<Uint8Array> {
  const names = sheetNames(tables);
  const sheets = tables.map((table, index) =>
    toSheet(table, names[index] ?? table.name, title, language),
  );
  return writeXlsx({ sheets, properties: { title } });
}

function toSheet(table: Table, name: string, title: string, language: Language): WriteSheet {
  const { heading, columns, rows, totals } = table;
  const headerRow = heading.length;
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  for (const [row, value] of heading.entries()) {
    cells.set(`${row},0`, { value: toXlsxText(value), style: row === 0 ? titleStyle : noteStyle });
  }
  for (const [column, { kind, title }] of columns.entries()) {
    cells.set(`${headerRow},${column}`, { value: toXlsxText(title), style: headerStyle(kind) });
  }
  const totalRow = headerRow + 1 + rows.length;
  for (const [column, { kind }] of totals === null ? [] : columns.entries()) {
    const value = totals?.[column] ?? null;
    cells.set(`${totalRow},${column}`, {
      value: toXlsxValue(kind, value),
      style: totalStyle(kind, value),
    });
  }
  const blanks = Array.from({ length: headerRow + 1 }, (): CellValue[] => []);
  const lastColumn = columnLetters(columns.length - 1);
  return {
    name,
    columns: columns.map(({ width, kind }) => ({ width, style: bodyStyle(kind) })),
    rows: [
      ...blanks,
      ...rows.map((row) => columns.map(({ kind }, index) => toXlsxValue(kind, row[index] ?? null))),
    ],
    cells,
    freezePane: { rows: headerRow + 1 },
    autoFilter: { range: `A${headerRow + 1}:${lastColumn}${Math.max(totalRow, headerRow + 1)}` },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${headerRow + 1}:$${headerRow + 1}`,
      // In inches.
      margins: { top: 0.6, bottom: 0.7, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: footerOf(title, language) },
  };
}

function toXlsxValue(kind: ColumnKind, value: Value): CellValue {
  if (typeof value !== 'number') {
    if (value === null) return null;
    return kind === 'date' && isDate(value) ? new Date(`${value}T00:00:00Z`) : toXlsxText(value);
  }
  if (kind === 'fen') return value / FEN_PER_YUAN;
  if (kind === 'basisPoints') return value / BASIS_POINTS;
  return value;
}

/** In Excel's files `_x0041_` stands for a character by its code (ECMA-376 22.9.2.19): not so here. */
function toXlsxText(text: string): string {
  return clean(text).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}

const clean = (text: string) => text.toWellFormed().replace(CONTROL, '');

const isDate = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** Title at the left, page number at the right. `&` is a command in such lines (ECMA-376 18.3.1.46). */
function footerOf(title: string, language: Language): string {
  const pages = language === 'zh' ? '第 &P 页，共 &N 页' : 'Page &P of &N';
  // A footer is at most 255 characters long.
  return `&L${title.slice(0, 100).replaceAll('&', '&&')}&R${pages}`;
}

/** Names that Excel takes: some characters are forbidden, and no two may be alike. */
function sheetNames(tables: readonly Table[]): readonly string[] {
  const taken = new Set<string>();
  return tables.map(({ name }) => {
    const clean = name.replace(/[[\]:*?/\\]/g, '_').replace(/^'|'$/g, '_');
    let free = clean;
    for (let count = 2; taken.has(free.toLowerCase()); count += 1) {
      free = `${clean.slice(0, 31 - ` (${count})`.length)} (${count})`;
    }
    taken.add(free.toLowerCase());
    return free;
  });
}

function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

/**
 * The rows for other programs, without heading and totals: UTF-8 with a byte order mark (Excel
 * reads it as ANSI otherwise), CRLF, quotes as in RFC 4180. Amounts in yuan (`1234.50`), rates in
 * percent (`5.00`). Several tables follow one another, each after its name.
 */
function toCsv({ tables }: Workbook): string {
  const rows = tables.flatMap((table, index) => [
    ...(tables.length > 1 ? [...(index > 0 ? [['']] : []), [toCsvText(table.name)]] : []),
    table.columns.map(({ title }) => toCsvText(title)),
    ...table.rows.map((row) =>
      table.columns.map(({ kind }, column) => toCsvValue(kind, row[column] ?? null)),
    ),
  ]);
  return `\ufeff${rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('')}`;
}

const toCsvText = (text: string) => escapeFormula(clean(text));

function toCsvValue(kind: ColumnKind, value: Value): string {
  if (value === null) return '';
  if (typeof value === 'string') return toCsvText(value);
  // Both count hundredths: of a yuan, of a percent.
  return kind === 'fen' || kind === 'basisPoints' ? toDecimal(value) : String(value);
}

/** Whatever some program may take for the separator is quoted, not the comma alone. */
function quoted(field: string): string {
  return /[",;|\t\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

/** Hundredths as a plain decimal, exact for every safe integer. */
function toDecimal(hundredths: number): string {
  const digits = String(Math.abs(hundredths)).padStart(3, '0');
  return `${hundredths < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Rows as objects by column key; amounts stay integers of fen and rates of basis points. */
function toJson({ title, language, tables }: Workbook): string {
  const content = {
    title,
    language,
    tables: tables.map(({ name, heading, columns, rows, totals }) => {
      const byKey = (row: readonly Value[]) =>
        Object.fromEntries(columns.map(({ key }, index) => [key, row[index] ?? null]));
      return {
        name,
        heading,
        columns: columns.map(({ key, title, kind }) => ({ key, title, kind })),
        rows: rows.map(byKey),
        totals: totals === null ? null : byKey(totals),
      };
    }),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
