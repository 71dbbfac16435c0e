import { addDays, type CivilDate } from '../../shared/core/dates.ts';
import { daysOf, type Period } from '../../shared/core/periods.ts';
import { foldForSearch } from '../../shared/core/text.ts';
import { fieldOf } from '../../shared/entities/entity.ts';
import {
  type Column,
  dateToNumber,
  type Entry,
  PRICE_FORMS,
  type PriceColumn,
  type TextColumn,
} from './column.ts';
import type { Filter } from './query.ts';
import type { Table } from './table.ts';

/** Whether the record in a slot is let through. */
export type Test = (slot: number) => boolean;

const never: Test = () => false;
const not =
  (test: Test): Test =>
  (slot) =>
    !test(slot);

/** A test of what a text column's dictionary says of each value, asked once a value. */
function byEntry(
  { codes, entries }: TextColumn,
  fits: (entry: Entry | undefined) => boolean,
): Test {
  const verdicts = Uint8Array.from(entries, (entry) => (fits(entry) ? 1 : 0));
  // A code of 0 is blank; codes given back have no records.
  const byCode = codes();
  return (slot) => verdicts[byCode[slot] ?? 0] === 1;
}

/** China has had one time all year since 1992: midnight there, in ms. */
const midnight = (date: CivilDate): number => Date.parse(`${date}T00:00:00+08:00`);

function isOneOf(table: Table, name: string, column: Column, wanted: readonly string[]): Test {
  const among = new Set(wanted);
  switch (column.type) {
    case 'text':
      return byEntry(column, (entry) =>
        entry === undefined
          ? among.has('')
          : typeof entry === 'string'
            ? among.has(entry)
            : entry.some((item) => among.has(item)),
      );
    case 'price': {
      const forms = column.forms();
      return (slot) => among.has(PRICE_FORMS[forms[slot] ?? 0] ?? '');
    }
    case 'number': {
      const isDate = fieldOf(table.entity, name)?.kind === 'date';
      const numbers = new Set(
        wanted.filter((one) => one !== '').map((one) => (isDate ? dateToNumber(one) : Number(one))),
      );
      const values = column.values();
      return (slot) => {
        const value = values[slot] ?? Number.NaN;
        return Number.isNaN(value) ? among.has('') : numbers.has(value);
      };
    }
    case 'presence': {
      const there = column.there();
      return (slot) => there[slot] === 0 && among.has('');
    }
  }
}

function isBlank(column: Column): Test {
  switch (column.type) {
    case 'text':
      return byEntry(column, (entry) => entry === undefined);
    case 'price': {
      const forms = column.forms();
      return (slot) => forms[slot] === 0;
    }
    case 'number': {
      const values = column.values();
      return (slot) => Number.isNaN(values[slot]);
    }
    case 'presence': {
      const there = column.there();
      return (slot) => there[slot] === 0;
    }
  }
}

type End = string | number | undefined;

function isNumberBetween(values: Float64Array, isDate: boolean, from: End, to: End): Test {
  const toNumber = (end: string | number) =>
    isDate && typeof end === 'string' ? dateToNumber(end) : Number(end);
  const low = from === undefined ? Number.NEGATIVE_INFINITY : toNumber(from);
  const high = to === undefined ? Number.POSITIVE_INFINITY : toNumber(to);
  return (slot) => {
    const value = values[slot] ?? Number.NaN;
    return value >= low && value <= high;
  };
}

function isBetween(table: Table, name: string, column: Column, from: End, to: End): Test {
  switch (column.type) {
    case 'text':
      return byEntry(column, (entry) => {
        if (entry === undefined) return false;
        const key = typeof entry === 'string' ? entry : entry.join(' ');
        return (
          (from === undefined || key >= String(from)) && (to === undefined || key <= String(to))
        );
      });
    case 'number':
    case 'price':
      return isNumberBetween(
        column.values(),
        fieldOf(table.entity, name)?.kind === 'date',
        from,
        to,
      );
    case 'presence':
      return never;
  }
}

type NearToday = { readonly fromDays?: number; readonly toDays?: number } | { period: Period };

function isNearToday(
  table: Table,
  name: string,
  column: Column,
  near: NearToday,
  today: CivilDate,
): Test {
  const after = (days: number | undefined) =>
    days === undefined ? undefined : addDays(today, days);
  const [from, to] =
    'period' in near ? daysOf(near.period, today) : [after(near.fromDays), after(near.toDays)];
  if (fieldOf(table.entity, name)) return isBetween(table, name, column, from, to);
  return isBetween(
    table,
    name,
    column,
    from && midnight(from),
    // The last millisecond of the day belongs to it.
    to && midnight(addDays(to, 1)) - 1,
  );
}

function containsText(table: Table, name: string, column: Column, text: string): Test {
  const wanted = foldForSearch(text);
  if (wanted === '') return not(isBlank(column));
  const label = (entry: Entry): readonly string[] => {
    const field = fieldOf(table.entity, name);
    const codes = [entry].flat();
    if (field?.kind !== 'choice' && field?.kind !== 'choices') return codes;
    return codes.flatMap((code) => {
      const option = field.options[code];
      return option ? [option.zh, option.en] : [code];
    });
  };
  if (column.type === 'text') {
    return byEntry(column, (entry) => {
      if (entry === undefined) return false;
      return label(entry).some((item) => foldForSearch(item).includes(wanted));
    });
  }
  const line = table.layout.lines.findIndex(({ field }) => field === name);
  if (line < 0) return never;
  // Long texts are only in the joined text: their line is counted from the record's start.
  const found = new Uint8Array(table.end());
  table.texts.scan(wanted, (slot, place) => {
    const before = table.texts.get(slot).slice(0, place);
    const isThere = before.split('\n').length - 1 === line;
    if (isThere) found[slot] = 1;
    return isThere;
  });
  return (slot) => found[slot] === 1;
}

/** `today` is what relative dates count from. A field that the kind does not have is blank. */
export function testOf(table: Table, filter: Filter, today: CivilDate): Test {
  const all = (filters: readonly Filter[]) => filters.map((one) => testOf(table, one, today));
  if ('all' in filter) {
    const tests = all(filter.all);
    return (slot) => tests.every((test) => test(slot));
  }
  if ('any' in filter) {
    const tests = all(filter.any);
    return (slot) => tests.some((test) => test(slot));
  }
  if ('not' in filter) return not(testOf(table, filter.not, today));
  if (filter.field === 'id' && 'in' in filter) {
    const slots = new Set(filter.in.map(table.slotOf));
    return (slot) => slots.has(slot);
  }
  const column = table.column(filter.field);
  if (!column) {
    const wantsBlank = 'blank' in filter ? filter.blank : 'in' in filter && filter.in.includes('');
    return wantsBlank ? () => true : never;
  }
  if ('in' in filter) return isOneOf(table, filter.field, column, filter.in);
  if ('blank' in filter) {
    return filter.blank ? isBlank(column) : not(isBlank(column));
  }
  if ('contains' in filter) return containsText(table, filter.field, column, filter.contains);
  if ('fromDays' in filter || 'toDays' in filter || 'period' in filter) {
    return isNearToday(table, filter.field, column, filter, today);
  }
  const { from, to } = filter as { readonly from?: End; readonly to?: End };
  return isBetween(table, filter.field, column, from, to);
}

/** The figure that a slot adds to a total; NaN for none: a range or an open price is no figure. */
export function figuresOf(column: Column | undefined): (slot: number) => number {
  if (column?.type === 'number') {
    const values = column.values();
    return (slot) => values[slot] ?? Number.NaN;
  }
  if (column?.type === 'price') return priceFigures(column);
  return () => Number.NaN;
}

function priceFigures(column: PriceColumn): (slot: number) => number {
  const values = column.values();
  const forms = column.forms();
  return (slot) => (forms[slot] === 1 ? (values[slot] ?? Number.NaN) : Number.NaN);
}
