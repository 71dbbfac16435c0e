import type { Cell } from '../../../shared/contract/index.ts';

/** A sheet as the parser keeps it: rows without trailing blanks, no trailing blank rows. */
export interface SheetRows {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly Cell[])[];
}

/** More than any spreadsheet program holds in a cell; the contract's own limit for text. */
export const MAX_CELL_CHARACTERS = 40_000;

const DAY_MS = 86_400_000;
/** Excel's day 60 is 29 February 1900, which never was; days before it count from one day later. */
const MISSING_DAY = 60;

/** What a spreadsheet program shows where a number is formatted as a date but can be none. */
const NO_DATE = '########';

/**
 * The civil date of an instant whose UTC reading is what the sheet shows; the time of day falls
 * away. A time of day alone, which such files keep on the day before their first, comes as text.
 */
export function instantToCell(instant: Date): Cell {
  const at = instant.getTime();
  const year = instant.getUTCFullYear();
  if (Number.isNaN(at) || year > 9999) return NO_DATE;
  const iso = instant.toISOString();
  if (year < 1900) return iso.slice(11, 19);
  return { date: iso.slice(0, 10) };
}

/** The same for the serial day number of an `.xls` cell, by the workbook's date system. */
export function serialToCell(serial: number, is1904: boolean): Cell {
  return instantToCell(new Date(Math.round(serial * DAY_MS) + firstDay(serial, is1904)));
}

function firstDay(serial: number, is1904: boolean): number {
  if (is1904) return Date.UTC(1904, 0, 1);
  return serial < MISSING_DAY ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30);
}

/** Cuts blanks off the ends of rows and of the sheet. */
export function trimRows(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  const trimmed = rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== null) + 1));
  return trimmed.slice(0, trimmed.findLastIndex((row) => row.length > 0) + 1);
}
