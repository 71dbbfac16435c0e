import { parsePatentNumber, parseUscc } from '../core/codes.ts';
import type { CivilDate } from '../core/dates.ts';
import { addDays, weekdayOf } from '../core/dates.ts';

/** Chance that comes out the same every time: whole numbers from 0 up to, but not including, `below`. */
export type Pick = (below: number) => number;

/** Numbers by the mulberry32 generator. */
export function seeded(seed: number): Pick {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** One of a list. */
export function oneOf<T>(pick: Pick, list: readonly [T, ...T[]]): T {
  return list[pick(list.length)] ?? list[0];
}

const digits = (pick: Pick, count: number): string =>
  Array.from({ length: count }, () => pick(10)).join('');

/** A patent number of a year with its check digit. Kind 1 is an invention, 2 a utility model. */
export function inventedPatent(pick: Pick, year: number): string {
  const body = `${year}${pick(4) === 0 ? 2 : 1}${digits(pick, 7)}`;
  const read = parsePatentNumber(`${body}.0`);
  if (read.ok) return read.value;
  return `${body}.${'expected' in read.error ? read.error.expected : ''}`;
}

const CODE_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A 统一社会信用代码 of a company (91) registered at an administrative division, with its check. */
export function inventedUscc(pick: Pick, division: string): string {
  const tail = Array.from({ length: 5 }, () => CODE_CHARACTERS.charAt(pick(31))).join('');
  const body = `91${division}MA4${pick(10)}${tail}`;
  const read = parseUscc(`${body}0`);
  if (read.ok) return read.value;
  return `${body}${'expected' in read.error ? read.error.expected : ''}`;
}

const SURNAMES =
  '周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹苏潘范彭鲁韦马苗方任袁柳唐罗薛雷贺汤殷梁';
const GIVEN: readonly [string, ...string[]] = [
  '文博',
  '嘉禾',
  '思远',
  '清源',
  '若溪',
  '景行',
  '明哲',
  '知秋',
  '立言',
  '书瑶',
  '子衿',
  '怀瑾',
  '望舒',
  '亦凡',
  '晓棠',
  '承泽',
  '云舟',
  '雨桐',
  '致远',
  '安澜',
  '启明',
  '静姝',
  '维桢',
  '慕白',
  '念慈',
  '长庚',
  '若谷',
  '沐阳',
  '以宁',
  '新禾',
];

export const inventedName = (pick: Pick): string =>
  `${SURNAMES.charAt(pick(SURNAMES.length))}${oneOf(pick, GIVEN)}`;

/** A mobile number of the right shape. */
export const inventedPhone = (pick: Pick): string => `1390000${digits(pick, 4)}`;

/** `days` after a date, moved to a working day: forward from a weekend ahead, back from one past. */
export function workday(date: CivilDate, days: number): CivilDate {
  const on = addDays(date, days);
  const weekday = weekdayOf(on);
  if (days === 0 || (weekday !== 0 && weekday !== 6)) return on;
  if (days > 0) return addDays(on, weekday === 6 ? 2 : 1);
  return addDays(on, weekday === 6 ? -1 : -2);
}
