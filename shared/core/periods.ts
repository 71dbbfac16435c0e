import { addDays, addMonths, type CivilDate, monthOf } from './dates.ts';

/** Months, quarters and years of the calendar, told by where they lie from today. */
export const PERIODS = [
  'lastMonth',
  'thisMonth',
  'nextMonth',
  'lastQuarter',
  'thisQuarter',
  'nextQuarter',
  'lastYear',
  'thisYear',
] as const;
export type Period = (typeof PERIODS)[number];

/** The first day of a period and the last. */
export function daysOf(period: Period, today: CivilDate): readonly [CivilDate, CivilDate] {
  const month = Number(today.slice(5, 7));
  const quarter = -((month - 1) % 3);
  // Months from today's to the period's first, and how many it has.
  const spans: Record<Period, readonly [number, number]> = {
    lastMonth: [-1, 1],
    thisMonth: [0, 1],
    nextMonth: [1, 1],
    lastQuarter: [quarter - 3, 3],
    thisQuarter: [quarter, 3],
    nextQuarter: [quarter + 3, 3],
    lastYear: [1 - month - 12, 12],
    thisYear: [1 - month, 12],
  };
  const [away, length] = spans[period];
  const first = addMonths(`${monthOf(today)}-01`, away);
  return [first, addDays(addMonths(first, length), -1)];
}
