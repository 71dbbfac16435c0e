import { describe, expect, it } from 'vitest';
import { pastDays } from '../../../renderer/app/past/past-days.ts';

const FIRST = '2020-01-01';
const daysOn = (today: string, first = FIRST) => Object.fromEntries(pastDays(today, first));

describe('the days that are looked back to most', () => {
  it('are yesterday and the last days of the week, month, quarter and year before', () => {
    expect(daysOn('2026-11-24')).toEqual({
      yesterday: '2026-11-23',
      lastWeek: '2026-11-22',
      lastMonth: '2026-10-31',
      lastQuarter: '2026-09-30',
      lastYear: '2025-12-31',
    });
  });

  it('are named once where they fall together, by the nearest name', () => {
    // A Monday: yesterday was the Sunday that ended the week.
    expect(daysOn('2026-11-23')).not.toHaveProperty('lastWeek');
    expect(daysOn('2026-01-01')).toEqual({ yesterday: '2025-12-31', lastWeek: '2025-12-28' });
  });

  it('end a week with the Sunday before, on a Sunday too', () => {
    expect(daysOn('2026-11-22')).toMatchObject({ lastWeek: '2026-11-15' });
  });

  it('do not reach back before the desk began', () => {
    expect(daysOn('2026-11-24', '2026-11-01')).toEqual({
      yesterday: '2026-11-23',
      lastWeek: '2026-11-22',
    });
  });
});
