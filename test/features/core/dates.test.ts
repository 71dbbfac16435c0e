import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dateInChina,
  daysBetween,
  isCivilDate,
  monthOf,
  parseDate,
  weekdayOf,
} from '../../../shared/core/dates.ts';

const first = '1900-01-01';
const lastDay = daysBetween(first, '2100-12-31');
const anyDate = fc.nat(lastDay).map((days) => addDays(first, days));

describe('a civil date', () => {
  it.each(['2024-02-29', '1900-01-01', '2100-12-31'])('is %s', (text) => {
    expect(isCivilDate(text)).toBe(true);
  });

  it.each(['2023-02-29', '1900-02-29', '2024-13-01', '2024-04-31', '2024-6-6', '1899-12-31', ''])(
    'is not %s',
    (text) => {
      expect(isCivilDate(text)).toBe(false);
    },
  );
});

describe('reading a date', () => {
  it.each([
    ['2024.6.6', '2024-06-06'],
    ['2022/11/17', '2022-11-17'],
    ['2022-08-20', '2022-08-20'],
    ['2021年8月22日', '2021-08-22'],
    ['2021 年 8 月 22 日', '2021-08-22'],
    ['20240606', '2024-06-06'],
    ['２０２４．６．６', '2024-06-06'],
    ['2024-06-06 00:00:00', '2024-06-06'],
    ['2024-06-06T00:00:00.000Z', '2024-06-06'],
    ['2024/6/6 0:00', '2024-06-06'],
  ])('%s is %s', (text, date) => {
    expect(parseDate(text)).toEqual({ ok: true, value: date });
  });

  it.each([
    ['03/04/2024', 'ambiguousDate'],
    ['6.6.24', 'ambiguousDate'],
    ['24-06-06', 'ambiguousDate'],
    ['2023', 'notADate'],
    ['2023年', 'notADate'],
    ['2024.6', 'notADate'],
    ['1899-12-31', 'notADate'],
    ['2101-01-01', 'notADate'],
    ['2024-06-06 13:45:00', 'notADate'],
    ['45449', 'notADate'],
    ['长期', 'notADate'],
    ['2023-02-29', 'noSuchDay'],
    ['2024年6月31日', 'noSuchDay'],
    ['20241301', 'noSuchDay'],
    ['2024.0.1', 'noSuchDay'],
  ])('refuses %s: %s', (text, type) => {
    expect(parseDate(text)).toEqual({ ok: false, error: { type, text } });
  });

  it('reads every day in every way of writing it', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const [year, month, day] = date.split('-').map(Number);
        const ways = [
          date,
          `${year}.${month}.${day}`,
          `${year}/${month}/${day}`,
          `${year}年${month}月${day}日`,
          date.replaceAll('-', ''),
        ];
        for (const way of ways) expect(parseDate(way)).toEqual({ ok: true, value: date });
      }),
    );
  });
});

describe('reckoning with dates', () => {
  it('counts days over leap days and year ends', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    // The publicity of the example deal: fifteen days from 14 November.
    expect(addDays('2026-11-14', 15)).toBe('2026-11-29');
    expect(daysBetween('2026-11-23', '2026-11-29')).toBe(6);
  });

  it('keeps the day of the month, or takes the last', () => {
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2023-01-31', 1)).toBe('2023-02-28');
    expect(addMonths('2024-03-31', -1)).toBe('2024-02-29');
    expect(addMonths('2026-10-21', 24)).toBe('2028-10-21');
    expect(addMonths('2025-12-15', 1)).toBe('2026-01-15');
    expect(addMonths('2026-01-15', -13)).toBe('2024-12-15');
  });

  it('knows weekdays and months', () => {
    expect(weekdayOf('2026-11-22')).toBe(0);
    expect(weekdayOf('2026-11-23')).toBe(1);
    expect(weekdayOf('2000-01-01')).toBe(6);
    expect(monthOf('2026-11-23')).toBe('2026-11');
  });

  it('goes there and back, and a week is seven weekdays', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5_000, max: 5_000 }), (date, days) => {
        const there = addDays(date, days);
        expect(daysBetween(date, there)).toBe(days);
        expect(addDays(there, -days)).toBe(date);
        expect((weekdayOf(addDays(date, 1)) - weekdayOf(date) + 7) % 7).toBe(1);
        expect(monthOf(addMonths(date, 12)).slice(5)).toBe(date.slice(5, 7));
      }),
    );
  });
});

describe('the date in China', () => {
  it('changes at midnight in China, not in Greenwich', () => {
    expect(dateInChina(Date.UTC(2026, 10, 23, 15, 59, 59, 999))).toBe('2026-11-23');
    expect(dateInChina(Date.UTC(2026, 10, 23, 16))).toBe('2026-11-24');
  });

  it('and all dates are the same wherever the computer believes to be', () => {
    const script = `
      const dates = await import(${JSON.stringify(import.meta.resolve('../../../shared/core/dates.ts'))});
      const ask = (at) => [
        dates.dateInChina(at), dates.addDays(dates.dateInChina(at), 1),
        dates.addMonths(dates.dateInChina(at), 1), dates.weekdayOf(dates.dateInChina(at)),
        dates.parseDate(dates.dateInChina(at)), dates.isCivilDate(dates.dateInChina(at)),
      ];
      const answers = [];
      // Every 7 hours over the turns of summer time in both hemispheres.
      for (let at = Date.UTC(2026, 2, 1); at < Date.UTC(2026, 11, 31); at += 7 * 3600e3) answers.push(ask(at));
      console.log(new Date(2026, 6, 1).getTimezoneOffset(), JSON.stringify(answers));`;
    const answersIn = (zone: string) => {
      const out = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
      });
      return [out.slice(0, out.indexOf(' ')), out.slice(out.indexOf(' '))] as const;
    };
    const zones = ['UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati'];
    const answers = zones.map(answersIn);
    expect(new Set(answers.map(([offset]) => offset)).size).toBe(zones.length);
    expect(new Set(answers.map(([, answer]) => answer)).size).toBe(1);
  }, 20_000);
});
