import { parseCsv, writeCsv } from 'hucre/csv';
import type { StoredRecord } from '../../../shared/commits/index.ts';
import { dateInChina } from '../../../shared/core/dates.ts';
import type { Language } from '../../../shared/core/language.ts';
import { textOfCell } from '../../../shared/entities/cells.ts';
import { type AnyEntity, fieldOf } from '../../../shared/entities/entity.ts';
import type { Names } from '../../index/protocol.ts';

/** Cells on their way to a spreadsheet, with the names of the columns above them or without. */
export interface CellTable {
  readonly head: readonly string[] | null;
  readonly rows: readonly (readonly string[])[];
}

/** The cells of some columns of records as texts that can be pasted back. */
export function tableOf(
  entity: AnyEntity,
  columns: readonly string[],
  records: readonly StoredRecord[],
  names: Names,
  language: Language,
): readonly (readonly string[])[] {
  return records.map((record) =>
    columns.map((column) =>
      column === 'updatedAt'
        ? dateInChina(record.updatedAt)
        : textOfCell(entity, column, record[column], language, names),
    ),
  );
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Long codes stay texts in a spreadsheet, and what begins with an equals sign is no formula there. */
const AS_TEXT = `style='mso-number-format:"\\@"'`;

const htmlRow = (tag: 'td' | 'th', cells: readonly string[]): string =>
  `<tr>${cells.map((text) => `<${tag} ${AS_TEXT}>${escaped(text).replaceAll('\n', '<br>')}</${tag}>`).join('')}</tr>`;

/** Puts a table on the clipboard, as spreadsheets and as documents take it. False when refused. */
export async function copyTable({ head, rows }: CellTable): Promise<boolean> {
  const lines = [...(head ? [head] : []), ...rows].map((row) => [...row]);
  const html = `<meta charset="utf-8"><table>${head ? htmlRow('th', head) : ''}${rows.map((row) => htmlRow('td', row)).join('')}</table>`;
  const item = new ClipboardItem({
    'text/plain': new Blob([writeCsv(lines, { delimiter: '\t' })], { type: 'text/plain' }),
    'text/html': new Blob([html], { type: 'text/html' }),
  });
  try {
    await navigator.clipboard.write([item]);
    return true;
  } catch {
    return false;
  }
}

/** The cells of a text from a spreadsheet; one without tabs and line ends is one cell. */
export const cellsOfText = (text: string): readonly (readonly string[])[] =>
  parseCsv(text, { delimiter: '\t' }).map((row) => row.map((cell) => String(cell ?? '')));

export const headOf = (
  entity: AnyEntity,
  columns: readonly string[],
  language: Language,
  updated: string,
): readonly string[] =>
  columns.map((column) => fieldOf(entity, column)?.label[language] ?? updated);
