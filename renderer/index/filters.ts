import { addDays, type CivilDate } from '../../shared/core/dates.ts';
import { daysOf, type Period } from '../../shared/core/periods.ts';
import { foldForSearch } from '../../shared/core/text.ts';
import { fieldOf } from '../../shared/entities/entity.ts';
import { type Column, type End, never, type Test } from './column.ts';
import { wordings } from './layout.ts';
import type { Filter } from './query.ts';
import type { Table } from './table.ts';

const not =
  (test: Test): Test =>
  (slot) =>
    !test(slot);

/** China has had one time all year since 1992: midnight there, in ms. */
const midnight = (date: CivilDate): number => Date.parse(`${date}T00:00:00+08:00`);

type NearToday = { readonly fromDays?: number; readonly toDays?: number } | { period: Period };

/** `isInstant`: the column holds moments, not days. */
function isNearToday(column: Column, isInstant: boolean, near: NearToday, today: CivilDate): Test {
  const after = (days: number | undefined) =>
    days === undefined ? undefined : addDays(today, days);
  const [from, to] =
    'period' in near ? daysOf(near.period, today) : [after(near.fromDays), after(near.toDays)];
  if (!isInstant) return column.isBetween(from, to);
  // The last millisecond of the day belongs to it.
  return column.isBetween(from && midnight(from), to && midnight(addDays(to, 1)) - 1);
}

/** Finds a text in one line of the joined texts. */
function isInLine(table: Table, lineInAll: number, wanted: string): Test {
  const found = new Uint8Array(table.end());
  const { texts, line } = table.textsOf(lineInAll);
  texts.scan(wanted, (slot, place) => {
    const isThere = texts.lineAt(slot, place) === line;
    if (isThere) found[slot] = 1;
    return isThere;
  });
  return (slot) => found[slot] === 1;
}

function containsText(table: Table, name: string, column: Column, text: string): Test {
  const wanted = foldForSearch(text);
  if (wanted === '') return not(column.isBlank());
  const field = fieldOf(table.entity, name);
  // Items of a list stand in one line, where a text could be found across two of them.
  const line = table.layout.lines.findIndex((one) => one.field === name);
  if (line >= 0 && field?.kind !== 'list') return isInLine(table, line, wanted);
  if (column.type !== 'text' || !field) return never;
  return column.byEntry((entry) =>
    wordings(field, entry).some((item) => foldForSearch(item).includes(wanted)),
  );
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
  if ('in' in filter) return column.isOneOf(filter.in);
  if ('blank' in filter) return filter.blank ? column.isBlank() : not(column.isBlank());
  if ('contains' in filter) return containsText(table, filter.field, column, filter.contains);
  if ('fromDays' in filter || 'toDays' in filter || 'period' in filter) {
    return isNearToday(column, !fieldOf(table.entity, filter.field), filter, today);
  }
  const { from, to } = filter as { readonly from?: End; readonly to?: End };
  return column.isBetween(from, to);
}
