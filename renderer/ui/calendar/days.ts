import {
  addDays,
  addMonths,
  type CivilDate,
  monthOf,
  weekdayOf,
} from '../../../shared/core/dates.ts';
import type { AnyEntity } from '../../../shared/entities/entity.ts';

const DAYS = 7;

/** The days of the week that a date is in, from Monday on. */
export function weekOf(date: CivilDate): readonly CivilDate[] {
  const monday = addDays(date, -((weekdayOf(date) + 6) % DAYS));
  return Array.from({ length: DAYS }, (_, day) => addDays(monday, day));
}

/** The weeks that the days of a date's month are in, whole ones: four to six. */
export function weeksOf(date: CivilDate): readonly (readonly CivilDate[])[] {
  const first = `${monthOf(date)}-01`;
  const end = addMonths(first, 1);
  const weeks: (readonly CivilDate[])[] = [];
  for (let at = first; at < end; at = addDays(at, DAYS)) {
    const week = weekOf(at);
    weeks.push(week);
    at = week[0] ?? at;
  }
  return weeks;
}

/** The day that a key leads to from another; null for keys that lead nowhere. */
export function dayAfter(key: string, date: CivilDate): CivilDate | null {
  const week = weekOf(date);
  const leads: Readonly<Record<string, CivilDate | undefined>> = {
    ArrowLeft: addDays(date, -1),
    ArrowRight: addDays(date, 1),
    ArrowUp: addDays(date, -DAYS),
    ArrowDown: addDays(date, DAYS),
    Home: week[0],
    End: week[DAYS - 1],
    PageUp: addMonths(date, -1),
    PageDown: addMonths(date, 1),
  };
  return leads[key] ?? null;
}

/** The names of a kind's dates, those that lists show first. */
export function dateFields(entity: AnyEntity): readonly string[] {
  const dates = Object.entries(entity.fields).filter(
    ([, field]) => field.kind === 'date' && !field.hidden,
  );
  const rank = (listed: number | undefined, section: string | undefined) =>
    listed !== undefined ? 0 : section !== undefined ? 1 : 2;
  return dates
    .toSorted(
      ([, one], [, other]) => rank(one.listed, one.section) - rank(other.listed, other.section),
    )
    .map(([name]) => name);
}
