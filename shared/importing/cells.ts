import type { Cell } from '../contract/spreadsheet.ts';
import { tidy } from '../core/text.ts';

/** One row as read; cells missing at its end are blank. */
export type Cells = readonly Cell[];

/** Spreadsheets keep 15 significant digits: the 16th of a code held as a number is already wrong. */
const FIRST_NUMBER_LOST = 1e15;

/** A number as plain decimal digits, without an exponent, as the spreadsheet shows it. */
function numberText(value: number): string {
  // Arithmetic in the sheet leaves noise after the 15th digit, such as 0.30000000000000004.
  const shown = Number(value.toPrecision(15));
  const text = String(Math.abs(value) < FIRST_NUMBER_LOST ? shown : value);
  return text.includes('e')
    ? value.toLocaleString('en-US', { useGrouping: false, maximumSignificantDigits: 15 })
    : text;
}

/** The text of a cell as its sheet's reader would write it down. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return numberText(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return cell.date;
}

/** Most cells show at a glance that they hold something. */
const SOMETHING = /[0-9A-Za-z\u4e00-\u9fff]/;

export function isBlank(cell: Cell | undefined): boolean {
  if (typeof cell === 'string') return !SOMETHING.test(cell) && tidy(cell) === '';
  return cell === null || cell === undefined;
}

/** A code, telephone or registration number in this cell has lost digits that nothing brings back. */
export const hasLostDigits = (cell: Cell | undefined): boolean =>
  typeof cell === 'number'
    ? Math.abs(cell) >= FIRST_NUMBER_LOST
    : typeof cell === 'string' && /^\s*\d(?:\.\d+)?e\+\d{2}\s*$/i.test(cell);

/** The name of a column in spreadsheets: A, B, … Z, AA. `index` counts from 0. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}
