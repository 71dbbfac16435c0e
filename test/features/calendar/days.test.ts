import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateFields, dayAfter, weekOf, weeksOf } from '../../../renderer/ui/calendar/days.ts';
import { addDays, addMonths, monthOf, weekdayOf } from '../../../shared/core/dates.ts';
import { entities } from '../../../shared/registry.ts';

const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1950-01-01', days));

describe('the calendar', () => {
  it('begins a week on Monday', () => {
    expect(weekOf('2026-11-24')).toEqual([
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
      '2026-11-28',
      '2026-11-29',
    ]);
    expect(weekOf('2026-11-29')[0]).toBe('2026-11-23');
  });

  it('shows a month of four weeks as four, and one that lies across six as six', () => {
    expect(weeksOf('2027-02-14')).toHaveLength(4);
    expect(weeksOf('2026-11-24')).toHaveLength(6);
    expect(weeksOf('2026-11-24').at(-1)?.at(0)).toBe('2026-11-30');
  });

  it('shows each day of a month once, in whole weeks and nothing more', () => {
    fc.assert(
      fc.property(day, (date) => {
        const weeks = weeksOf(date);
        const days = weeks.flat();
        expect(days).toEqual(days.map((_, index) => addDays(days[0] ?? '', index)));
        expect(days).toContain(date);
        for (const week of weeks) {
          expect(week.map(weekdayOf)).toEqual([1, 2, 3, 4, 5, 6, 0]);
          expect(week.some((one) => monthOf(one) === monthOf(date))).toBe(true);
        }
        const ofMonth = days.filter((one) => monthOf(one) === monthOf(date));
        const next = addMonths(`${monthOf(date)}-01`, 1);
        expect(ofMonth.at(0)).toBe(`${monthOf(date)}-01`);
        expect(addDays(ofMonth.at(-1) ?? '', 1)).toBe(next);
      }),
    );
  });

  it('is gone through by keys', () => {
    expect(dayAfter('ArrowLeft', '2026-12-01')).toBe('2026-11-30');
    expect(dayAfter('ArrowDown', '2026-11-28')).toBe('2026-12-05');
    expect(dayAfter('Home', '2026-11-25')).toBe('2026-11-23');
    expect(dayAfter('End', '2026-11-25')).toBe('2026-11-29');
    expect(dayAfter('PageDown', '2027-01-31')).toBe('2027-02-28');
    expect(dayAfter('x', '2026-11-25')).toBeNull();
  });

  it('begins with the date that lists show', () => {
    expect(dateFields(entities.deal)[0]).toBe('nextOn');
    // Set by commands alone: to be looked at, and last.
    expect(dateFields(entities.deal).slice(-2)).toEqual(['stageSince', 'lostOn']);
    expect(dateFields(entities.contact)).toEqual([]);
  });
});
