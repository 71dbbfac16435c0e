import { describe, expect, it } from 'vitest';
import { createColumns } from '../../../renderer/index/columns.ts';
import { reasonsOf } from '../../../renderer/index/reason.ts';
import { termsOf } from '../../../renderer/index/terms.ts';
import type { StoredRecord } from '../../../shared/commits/index.ts';
import { entities } from '../../../shared/registry.ts';

const record = (id: string, values: Record<string, unknown>, updatedAt = 1): StoredRecord =>
  ({ id, rev: 'r', createdAt: 1, updatedAt, ...values }) as StoredRecord;

const achievements = [
  record('prefix', { title: '电池热失控预警', leader: '解文博' }, 1),
  record('title', { title: '动力电池回收', units: ['华中科技大学'] }, 2),
  record(
    'code',
    { title: '储能系统', patents: ['202010123456.7'], registrationNo: '电池-2026-001' },
    3,
  ),
  record(
    'note',
    { title: '桥梁健康监测', summary: `${'结构'.repeat(60)}由电池供电的传感器`, field: 'energy' },
    4,
  ),
];
const enterprises = [
  record('byd', { name: '弗迪电池有限公司', uscc: '91440300MA5FMU5D5K', note: 'Zürich' }),
];
const deals = [record('d', { title: '回收线', achievementId: 'title', enterpriseId: 'byd' })];

function desk() {
  const columns = createColumns();
  columns.put('achievement', achievements);
  columns.put('enterprise', enterprises);
  columns.put('deal', deals);
  return columns;
}

const find = (entity: 'achievement' | 'enterprise' | 'deal', text: string) =>
  desk().ask({ entity, text, from: 0, to: 9 }, '2026-11-24').page;

describe('searching', () => {
  it('puts the title’s beginning first, then titles, numbers and the rest', () => {
    expect(find('achievement', '电池')).toEqual(['prefix', 'title', 'code', 'note']);
  });

  it('wants all words, wherever each stands', () => {
    expect(find('achievement', '华中 回收')).toEqual(['title']);
    expect(find('achievement', '华中 桥梁')).toEqual([]);
  });

  it.each([
    'ZL 2020 1 0123456.7',
    'CN202010123456.7',
    '2020101234567',
    '２０２０１０１２３４５６．７',
    '20201 0123',
  ])('finds the patent by %s', (text) => {
    expect(find('achievement', text)).toEqual(['code']);
  });

  it('finds a credit code written in groups and a registration number without its strokes', () => {
    expect(find('enterprise', '9144 0300 ma5f mu5d 5k')).toEqual(['byd']);
    expect(find('achievement', '2026001')).toEqual(['code']);
  });

  it('finds deals by the names of their parties, in pinyin too', () => {
    expect(find('deal', '弗迪')).toEqual(['d']);
    expect(find('deal', 'fddc dldc')).toEqual(['d']);
  });

  it('knows neither width nor case nor accents', () => {
    expect(find('enterprise', 'ＺＵＲＩＣＨ')).toEqual(['byd']);
    expect(find('achievement', 'modern ENERGY')).toEqual(['note']);
  });

  it('follows a name that changes', () => {
    const columns = desk();
    const ask = (text: string) =>
      columns.ask({ entity: 'deal', text, from: 0, to: 9 }, '2026-11-24').total;
    expect(ask('fudi')).toBe(1);
    const set = { name: '比亚迪电池' };
    columns.apply({ op: 'patch', entity: 'enterprise', id: 'byd', set, was: {} }, 9);
    expect(ask('fudi')).toBe(0);
    expect(ask('biyadi')).toBe(1);
  });
});

describe('terms', () => {
  it('are words, and neighbouring parts of one number together', () => {
    expect(termsOf(' 电池　ZL 2020 1 0123456.7 ')).toEqual([
      { words: ['电池'], code: null },
      { words: ['zl', '2020', '1', '0123456.7'], code: '2020101234567' },
    ]);
    expect(termsOf('led 20')).toEqual([
      { words: ['led'], code: null },
      { words: ['20'], code: null },
    ]);
  });
});

describe('the reason', () => {
  const reasons = (row: StoredRecord | undefined, text: string) =>
    row
      ? reasonsOf(entities.achievement, row, text, () => '', 'zh').map(({ field, text, marks }) => [
          field,
          marks.map(([from, to]) => text.slice(from, to)),
          text,
        ])
      : [];

  it('marks what was found where it was found', () => {
    expect(reasons(achievements[0], '失控 xwb')).toEqual([
      ['title', ['失控'], '电池热失控预警'],
      ['leader', ['解文博'], '解文博'],
    ]);
    expect(reasons(achievements[2], 'zl 2020 1 0123')).toEqual([
      ['title', [], '储能系统'],
      ['patents', ['202010123'], '202010123456.7'],
    ]);
  });

  it('cuts a long text to the place, and keeps the marks on it', () => {
    const [, [field, marks, text] = []] = reasons(achievements[3], '电池');
    expect(field).toBe('summary');
    expect(marks).toEqual(['电池']);
    expect(String(text).length).toBeLessThan(80);
    expect(String(text).startsWith('…')).toBe(true);
  });

  it('names the word of a choice in the language in which it was found', () => {
    expect(reasons(achievements[3], 'modern')).toContainEqual([
      'field',
      ['Modern'],
      'Modern energy',
    ]);
  });

  it('marks accented and wide letters whole', () => {
    const row = record('x', { title: 'Ｚürich 2' });
    expect(reasons(row, 'zurich')).toEqual([['title', ['Ｚürich'], 'Ｚürich 2']]);
  });
});
