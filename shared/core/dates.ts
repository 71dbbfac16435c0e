import { err, ok, type Result } from './result.ts';
import { halfWidth, tidy } from './text.ts';

/** A day of the calendar, `YYYY-MM-DD`, in no time zone. As text, dates sort in their order. */
export type CivilDate = string;

const DAY = 86_400_000;
const CHINA_OFFSET = 8 * 3_600_000;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

// A civil date is counted as if at midnight UTC: no zone and no summer time can move it.
const toInstant = (date: CivilDate): number => Date.parse(`${date}T00:00:00Z`);
const fromInstant = (instant: number): CivilDate => new Date(instant).toISOString().slice(0, 10);

/** Whether a text is a date that exists, of the years 1900 to 2100, in the canonical form. */
export function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const year = Number(text.slice(0, 4));
  const instant = toInstant(text);
  return (
    year >= FIRST_YEAR &&
    year <= LAST_YEAR &&
    !Number.isNaN(instant) &&
    fromInstant(instant) === text
  );
}

export type DateProblem =
  | { readonly type: 'notADate'; readonly text: string }
  /** Well written, but the calendar has no such day. */
  | { readonly type: 'noSuchDay'; readonly text: string }
  /** The year does not come first, so day and month could be either way round. */
  | { readonly type: 'ambiguousDate'; readonly text: string };

const WRITTEN = [
  /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
] as const;
const YEAR_NOT_FIRST = /^\d{1,2}[-./]\d{1,2}[-./](?:\d{2}|\d{4})$/;

/**
 * Reads a date with the year first: 2024.6.6, 2022/11/17, 2022-08-20, 2021年8月22日, 20240606.
 * Full-width digits are read; a time of midnight behind the date, as spreadsheets add it, is
 * dropped. Years 1900 to 2100.
 */
export function parseDate(text: string): Result<CivilDate, DateProblem> {
  const plain = halfWidth(tidy(text))
    .replace(/[ T]0{1,2}:00(?::00(?:\.0+)?)?Z?$/, '')
    .replace(/ /g, '');
  for (const pattern of WRITTEN) {
    const [, year = '', month = '', day = ''] = pattern.exec(plain) ?? [];
    if (year === '') continue;
    if (Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR)
      return err({ type: 'notADate', text });
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return isCivilDate(date) ? ok(date) : err({ type: 'noSuchDay', text });
  }
  return err({ type: YEAR_NOT_FIRST.test(plain) ? 'ambiguousDate' : 'notADate', text });
}

/** The date `days` later; earlier when negative. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return fromInstant(toInstant(date) + days * DAY);
}

/** How many days after `from` `to` is; negative when before. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return (toInstant(to) - toInstant(from)) / DAY;
}

export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** The day of the week, 0 for Sunday. */
export function weekdayOf(date: CivilDate): Weekday {
  return new Date(toInstant(date)).getUTCDay() as Weekday; // getUTCDay promises 0 to 6
}

/** The month, `YYYY-MM`. */
export function monthOf(date: CivilDate): string {
  return date.slice(0, 7);
}

/** The same day `months` later, or the last day of that month when it has no such day. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7)) - 1 + months;
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return fromInstant(Date.UTC(year, month, Math.min(Number(date.slice(8)), length)));
}

/** The date in China at an instant (ms). UTC+8 all year since 1992; the product's dates are later. */
export function dateInChina(at: number): CivilDate {
  return fromInstant(at + CHINA_OFFSET);
}
