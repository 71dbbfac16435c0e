import { useMemo } from 'react';
import { addDays, dateInChina, daysBetween, weekdayOf } from '../../shared/core/dates.ts';
import { useWords, type Words } from '../app/i18n.ts';
import { usePast } from '../data/past.ts';

/** The civil date in China that the desk is seen on: now, or the day looked back to. */
export const today = (): string => usePast.getState().past?.on ?? dateInChina(Date.now());

/** The time of day of an instant in China, `14:32`. */
export const timeInChina = (at: number): string =>
  new Date(at).toLocaleTimeString('zh-CN', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Asia/Shanghai',
  });

function near(days: number, { t }: Words): string | null {
  if (days === 0) return t('dates.today');
  if (days === 1) return t('dates.tomorrow');
  if (days === -1) return t('dates.yesterday');
  if (days > 1 && days <= 14) return t('dates.in', { count: days });
  if (days < -1 && days >= -14) return t('dates.ago', { count: -days });
  return null;
}

export interface DateWords {
  /** `2026-11-23 周一`, with how far away where that helps. */
  readonly full: (date: string) => string;
  /** How far away a date is, or the date where it is far. */
  readonly near: (date: string) => string;
  /** When something was changed: a time today, a day this year, a date before. */
  readonly ofInstant: (at: number) => string;
  /** The day, as near as it is, with the time: `今天 14:02`. */
  readonly moment: (at: number) => string;
}

function wordsOf(words: Words): DateWords {
  return {
    moment: (at) => {
      const date = dateInChina(at);
      const days = daysBetween(today(), date);
      const day =
        days === 0 || days === -1
          ? near(days, words)
          : date.slice(0, 4) === today().slice(0, 4)
            ? date.slice(5)
            : date;
      return `${day} ${timeInChina(at)}`;
    },
    full: (date) => {
      const weekday = words.tAny(`weekday.${weekdayOf(date)}`);
      const distance = near(daysBetween(today(), date), words);
      return `${date} ${weekday}${distance ? ` · ${distance}` : ''}`;
    },
    near: (date) => near(daysBetween(today(), date), words) ?? date,
    ofInstant: (at) => {
      const date = dateInChina(at);
      const now = today();
      if (date === now) {
        return timeInChina(at);
      }
      if (date === addDays(now, -1)) return words.t('dates.yesterday');
      return date.slice(0, 4) === now.slice(0, 4) ? date.slice(5) : date;
    },
  };
}

export function useDateWords(): DateWords {
  const words = useWords();
  return useMemo(() => wordsOf(words), [words]);
}
