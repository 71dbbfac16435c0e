import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compactCode,
  foldForSearch,
  foldWithPlaces,
  halfWidth,
  splitList,
  tidy,
} from '../../../shared/core/text.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 40 });

describe('tidying a text', () => {
  it('takes off blanks of any width at the ends and makes runs inside one space', () => {
    expect(tidy('\u3000 武汉\u00a0\u3000 大学\t')).toBe('武汉 大学');
  });

  it('takes out marks that nobody sees', () => {
    expect(tidy('\ufeff\u202a138\u200b0000\u202c')).toBe('1380000');
  });

  it('keeps line breaks, of whatever system', () => {
    expect(tidy('a \r\n b\rc\n\nd')).toBe('a\nb\nc\n\nd');
  });

  it('composes accents', () => {
    expect(tidy('e\u0301')).toBe('é');
  });

  it('changes nothing the second time', () => {
    fc.assert(fc.property(anyText, (text) => tidy(tidy(text)) === tidy(text)));
  });
});

describe('half width', () => {
  it('is given to full-width ASCII and the ideographic space, and to nothing else', () => {
    expect(halfWidth('ＡＢＣ１２３（％）\u3000～')).toBe('ABC123(%) ~');
    expect(halfWidth('㎡①，。、；ｱ')).toBe('㎡①,。、;ｱ');
  });
});

describe('folding for search', () => {
  it.each([
    ['ＬＥＤ 显示', 'led 显示'],
    ['Zürich', 'zurich'],
    ['5㎡', '5m2'],
    ['  钙钛矿\u3000电池 ', '钙钛矿 电池'],
    ['İ', 'i'],
  ])('%s is found as %s', (text, folded) => {
    expect(foldForSearch(text)).toBe(folded);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => foldForSearch(foldForSearch(text)) === foldForSearch(text)),
    );
  });

  it('gives plain texts the same way as others', () => {
    const plain = fc.string({ unit: fc.constantFrom(...'电池，。（）Ａｂ 1\u3000!~') });
    // An accent anywhere in the text takes the long way.
    fc.assert(
      fc.property(plain, (text) => `${foldForSearch(text)}e` === foldForSearch(`${text.trim()}é`)),
    );
  });
});

describe('folding with places', () => {
  it('says where each unit came from', () => {
    expect(foldWithPlaces(' Ｚu\u0308 ㎡ ')).toEqual({
      folded: 'zu m2',
      places: [1, 2, 4, 5, 5, 6],
    });
  });

  it('folds as the search does', () => {
    const text = fc.string({ unit: fc.constantFrom(...'电池Ａｂé㎡\u0301\u200b\u3000 \nＺ') });
    fc.assert(
      fc.property(text, (one) => {
        const { folded, places } = foldWithPlaces(one);
        expect(folded).toBe(foldForSearch(one));
        expect(places).toHaveLength(folded.length + 1);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('a compact code', () => {
  it('has nothing between its parts', () => {
    expect(compactCode('zl 2020-1·0123456.7')).toBe('zl2020101234567');
  });
});

describe('splitting a list', () => {
  it('at every separator that people use, in order, without blanks and repeats', () => {
    expect(splitList('甲；乙;丙、丁, 戊，己/庚\n辛|壬；；甲、')).toEqual([
      '甲',
      '乙',
      '丙',
      '丁',
      '戊',
      '己',
      '庚',
      '辛',
      '壬',
    ]);
    expect(splitList('技术许可、技术许可')).toEqual(['技术许可']);
    expect(splitList(' ；、')).toEqual([]);
  });
});
