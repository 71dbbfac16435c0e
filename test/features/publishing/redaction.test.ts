import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findLeaks,
  guardedValues,
  guardsOf,
  type Layer,
  onePager,
  workbookOf,
} from '../../../shared/features/publishing/index.ts';
import { cases, choice, consent, secretWords, source, wordingIn } from './sample.ts';

const layers = ['L0', 'L1', 'L2'] as const;
const zh = wordingIn('zh');

const textOf = (
  given: ReturnType<typeof source>,
  layer: Layer,
  pieces: readonly string[],
): string => JSON.stringify(onePager(given, choice(layer, { pieces }), zh).document);

describe('a redacted one-pager', () => {
  it('holds no guarded word, whatever the contents and the levels', () => {
    fc.assert(
      fc.property(cases(), fc.constantFrom('zh' as const, 'en' as const), (one, language) => {
        const { document } = onePager(one.source, one.choice, wordingIn(language));
        const text = JSON.stringify(document);
        for (const word of secretWords(one)) expect(text).not.toContain(word);
        const sheet = JSON.stringify(workbookOf(document, wordingIn(language).t));
        for (const word of secretWords(one)) expect(sheet).not.toContain(word);
      }),
      { numRuns: 300 },
    );
  });

  it('is not stopped where no value stands inside another', () => {
    fc.assert(
      fc.property(cases(['text', 'note', 'list']), (one) => {
        const { document } = onePager(one.source, one.choice, zh);
        expect(findLeaks(document, guardedValues(one.source, one.choice.layer))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('tells in L2 what it tells in L1, and in L1 what it tells in L0', () => {
    fc.assert(
      fc.property(cases(['text', 'note', 'list']), ({ source: given, choice: { pieces } }) => {
        const words = layers.map((layer) => secretWords({ source: given, choice: choice(layer) }));
        expect(words[1]?.every((word) => words[0]?.includes(word))).toBe(true);
        expect(words[2]?.every((word) => words[1]?.includes(word))).toBe(true);
        const told = layers.map((layer) =>
          onePager(given, choice(layer, { pieces }), zh).told.map(({ name }) => name),
        );
        expect(told[1]).toEqual(expect.arrayContaining(told[0] ?? []));
        expect(told[2]).toEqual(expect.arrayContaining(told[1] ?? []));
      }),
    );
  });

  it('names nobody who did not agree, and nobody at all in a teaser', () => {
    const agreed = source({ consents: [consent('张敏之', ['personal'])] });
    const all = ['leader', 'leaderPhone', 'units'];
    expect(textOf(source(), 'L2', all)).not.toContain('张敏之');
    expect(textOf(agreed, 'L1', all)).toContain('张敏之');
    expect(textOf(agreed, 'L0', all)).not.toContain('张敏之');
    const opened = guardsOf([{ field: 'leader', level: 'public' }]);
    expect(textOf({ ...agreed, guards: opened }, 'L0', all)).not.toContain('张敏之');
  });

  it('calls a guarded achievement by its field, and units by what they are', () => {
    const unit = { id: 'u', rev: 'r', createdAt: 0, updatedAt: 0, achievementId: 'a', position: 1 };
    const units = [{ ...unit, name: '武汉理工大学', nature: 'university' as const }];
    const given = source({ guards: guardsOf([{ field: 'title', level: 'internal' }]), units });
    const { document } = onePager(given, choice('L0', { pieces: ['units'] }), zh);
    expect(document.title).toBe('智能绿色制造领域科技成果');
    const text = JSON.stringify(document);
    expect(text).toContain('高等院校');
    expect(text).not.toContain('武汉理工大学');
  });
});

describe('a guarded value inside another text', () => {
  const leaksIn = (teaser: string, over: Parameters<typeof source>[1] = {}) => {
    const given = source({}, { teaser, ...over });
    const { document } = onePager(given, choice('L0', { pieces: ['teaser'] }), zh);
    return findLeaks(document, guardedValues(given, 'L0')).map(({ guarded }) => guarded.name);
  };

  it.each([
    ['a name', '由张敏之团队研制', 'leader'],
    ['a name with blanks', '由张　敏 之团队研制', 'leader'],
    ['a unit', '来自武汉理工大学的技术', 'units'],
    ['a telephone in groups', '联系 139-1234-5678', 'leaderPhone'],
    ['an amount in 万元', '意向价 123.45 万元', 'price'],
    ['an amount in full', '报价１，２３４，５００元', 'price'],
    ['a sentence of the summary', '亮点：剥离强度达到82N/cm', 'summary'],
    ['the desk’s own note', '对方急于出手', 'note'],
  ])('is found: %s', (_what, teaser, name) => expect(leaksIn(teaser)).toEqual([name]));

  it('is shown with the words around it', () => {
    const given = source({}, { teaser: '这项技术由张敏之团队历时三年研制成功并验证。' });
    const { document } = onePager(given, choice('L0', { pieces: ['teaser'] }), zh);
    const [leak] = findLeaks(document, guardedValues(given, 'L0'));
    expect(leak?.passage).toBe('这项技术由张敏之团队历时三年研制成功并验');
  });

  it.each([
    ['another name', '由李强团队研制'],
    ['digits that only begin alike', '编号 91391234567890 的样品'],
    ['the teaser itself', '一种用于光伏组件的低温封装材料'],
  ])('is not seen in %s', (_what, teaser) =>
    expect(leaksIn(teaser, { leaderPhone: '2345' })).toEqual([]),
  );

  it('is found in what names the recipient and the firm, too', () => {
    const given = source();
    const made = onePager(
      given,
      choice('L0', { recipient: '张敏之' }),
      wordingIn('zh', '武汉理工大学技术转移中心'),
    );
    const found = findLeaks(made.document, guardedValues(given, 'L0'));
    expect(found.map(({ guarded }) => guarded.name)).toEqual(['units', 'leader']);
  });

  it('is none where the achievement itself shows it; of a person it is one all the same', () => {
    const unit = '武汉理工大学';
    const made = { rev: 'r', createdAt: 0, updatedAt: 0, achievementId: 'a', position: 1 };
    const people = [
      { ...made, id: 'p', name: '张敏之', unit },
      { ...made, id: 'q', name: unit, unit: '汉江实验室' },
    ];
    const given = source({ people });
    const { document } = onePager(given, choice('L1', { pieces: ['units'] }), zh);
    expect(JSON.stringify(document)).toContain(unit);
    const found = findLeaks(document, guardedValues(given, 'L1'));
    expect(found.map(({ guarded }) => guarded.name)).toEqual(['name']);
    expect(guardedValues(given, 'L1').map(({ text }) => text)).toContain('汉江实验室');
  });

  it('is found wherever a guarded word is planted in a word that is shown', () => {
    fc.assert(
      fc.property(cases(['text', 'note', 'list']), fc.nat(), (one, pick) => {
        const words = secretWords(one);
        const word = words[pick % Math.max(1, words.length)];
        fc.pre(word !== undefined && !one.source.guards.has('teaser'));
        const given = {
          ...one.source,
          record: { ...one.source.record, teaser: `前文${word}后文` },
        };
        const { document } = onePager(given, { ...one.choice, pieces: ['teaser'] }, zh);
        expect(findLeaks(document, guardedValues(given, one.choice.layer))).not.toEqual([]);
      }),
    );
  });
});
