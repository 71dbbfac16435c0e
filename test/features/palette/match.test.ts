import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../../renderer/app/palette/action.ts';
import { matchActions } from '../../../renderer/app/palette/match.ts';
import { pinyinMatcher } from '../../../renderer/index/pinyin.ts';

const action = (id: string, zh: string, en: string, also = { zh: '', en: '' }): Action => ({
  id,
  label: { zh, en },
  also,
  icon: 'list',
  run: () => undefined,
});

const actions = [
  action('new', '新建成果', 'New achievement'),
  action('page', '成果', 'Achievements', { zh: '前往', en: 'go to' }),
  action('import', '导入', 'Import'),
  action('backup', '保存备份…', 'Save a backup…', { zh: '立即备份', en: 'back up now' }),
  action('dark', '主题 · 深色', 'Theme · Dark', { zh: '外观', en: 'look' }),
  action('look', '回看', 'Look back'),
];

const found = (text: string) => matchActions(text, actions, pinyinMatcher);
const ids = (text: string) => found(text).map((match) => match.action.id);

describe('an action', () => {
  it.each([
    ['建成', 'new'],
    ['xinjianchengguo', 'new'],
    ['xjcg', 'new'],
    ['New Ach', 'new'],
    ['ＩＭＰＯＲＴ', 'import'],
    ['daor', 'import'],
    ['dr', 'import'],
    ['beifen', 'backup'],
    ['立即', 'backup'],
    ['backup', 'backup'],
    ['深色', 'dark'],
    ['shense', 'dark'],
    ['theme dark', 'dark'],
    ['外观', 'dark'],
    ['huikan', 'look'],
  ])('is found by %s', (text, id) => {
    expect(ids(text)).toContain(id);
  });

  it('is not found by what is not there, nor by half of what is typed', () => {
    expect(ids('电池')).toEqual([]);
    expect(ids('new 电池')).toEqual([]);
    expect(ids('   ')).toEqual([]);
  });

  it('leads the results when its name begins with what is typed, or is spelled by it', () => {
    const leading = (text: string) =>
      found(text)
        .filter(({ isLead }) => isLead)
        .map((match) => match.action.id);
    expect(leading('成果')).toEqual(['page']);
    expect(leading('xjcg')).toEqual(['new']);
    expect(leading('xjc')).toEqual([]);
    expect(leading('建')).toEqual([]);
    expect(leading('n')).toEqual([]);
    expect(leading('立即备份')).toEqual([]);
  });

  it('stands the higher the better it fits', () => {
    expect(ids('成果')).toEqual(['page', 'new']);
    expect(ids('cg')).toEqual(['page', 'new']);
  });

  it('is found by any part of its name in either language', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...actions),
        fc.constantFrom('zh', 'en'),
        fc.nat(),
        fc.integer({ min: 1, max: 30 }),
        ({ id, label }, language, from, length) => {
          const name = label[language as 'zh' | 'en'];
          const part = name.slice(from % name.length).slice(0, length);
          fc.pre(part.trim() !== '');
          expect(ids(part)).toContain(id);
        },
      ),
    );
  });
});
