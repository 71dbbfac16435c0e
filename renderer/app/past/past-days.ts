import { addDays, type CivilDate, monthOf, weekdayOf } from '../../../shared/core/dates.ts';

export type PastDay = 'yesterday' | 'lastWeek' | 'lastMonth' | 'lastQuarter' | 'lastYear';

/**
 * The days that are looked back to most, nearest first: yesterday, and the last day of the week
 * (Sunday), month, quarter and year before this one. Each day once, none before `first`.
 */
export function pastDays(
  today: CivilDate,
  first: CivilDate,
): readonly (readonly [PastDay, CivilDate])[] {
  const year = today.slice(0, 4);
  const month = Number(today.slice(5, 7));
  const quarter = String(month - ((month - 1) % 3)).padStart(2, '0');
  const days: readonly (readonly [PastDay, CivilDate])[] = [
    ['yesterday', addDays(today, -1)],
    // Sunday is day 0, and belongs to the week before.
    ['lastWeek', addDays(today, -(weekdayOf(today) || 7))],
    ['lastMonth', addDays(`${monthOf(today)}-01`, -1)],
    ['lastQuarter', addDays(`${year}-${quarter}-01`, -1)],
    ['lastYear', addDays(`${year}-01-01`, -1)],
  ];
  const seen = new Set<CivilDate>();
  return days.filter(([, day]) => {
    const isNew = day >= first && !seen.has(day);
    seen.add(day);
    return isNew;
  });
}
