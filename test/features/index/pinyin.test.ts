import fc from 'fast-check';
import { pinyin } from 'pinyin-pro';
import { describe, expect, it } from 'vitest';
import { pinyinMatcher } from '../../../renderer/index/pinyin.ts';

const isFound = (text: string, word: string): boolean => pinyinMatcher(word)?.(text) != null;

describe('pinyin', () => {
  it.each([
    ['单雄信', 'shanxiongxin', 'danxx', 'sxx'],
    ['仇英', 'qiuying', 'chouying', 'qy'],
    ['解文博', 'xiewenbo', 'jiewb', 'xwb', 'jwb'],
    ['区寄', 'ouji', 'quji', 'oj'],
    ['乐嘉', 'yuejia', 'lejia', 'yj'],
    ['曲波', 'qubo', 'qb'],
    ['覃俊', 'qinjun', 'tanjun', 'tj'],
    ['查良镛', 'zhalyong', 'zly', 'chaliang'],
    ['翟志刚', 'zhaizhigang', 'zzg', 'zhzhg'],
    ['尉迟恭', 'yuchigong', 'ycg'],
    ['万俟卨', 'moqi'],
    ['盖叫天', 'gejiaotian', 'gjt'],
    ['吕布', 'lvbu', 'lubu', 'lb'],
    ['重庆长安', 'chongqing', 'zhongqing', 'cqca'],
    ['西安', "xi'an", 'xian'],
  ])('%s is found however its name is read', (name, ...queries) => {
    for (const query of queries) expect(isFound(name, query), query).toBe(true);
  });

  it('may be left off in the middle of the last syllable, and nowhere else', () => {
    expect(isFound('电池热失控', 'dianc')).toBe(true);
    expect(isFound('电池热失控', 'chire')).toBe(true);
    expect(isFound('电池热失控', 'diach')).toBe(false);
    expect(isFound('电池热失控', 'dianre')).toBe(false);
  });

  it('goes on through the Latin letters, digits and blanks of a name', () => {
    expect(isFound('LED 显示 2', 'ledxianshi2')).toBe(true);
    expect(isFound('AI芯片', 'aixp')).toBe(true);
  });

  it('says where', () => {
    expect(pinyinMatcher('reshi')?.('电池热失控')).toEqual([2, 4]);
  });

  it('is not made of one letter, or of anything but letters and digits', () => {
    for (const word of ['a', '2x', 'x-y', '电chi', 'a'.repeat(40)]) {
      expect(pinyinMatcher(word)).toBeNull();
    }
  });

  it('finds any part of a text by any mixture of whole syllables and first letters', () => {
    const han = fc.string({
      unit: fc.constantFrom(...'单仇解区乐曲覃电池热失控预警重长行'),
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(han, fc.infiniteStream(fc.nat(7)), (text, choices) => {
        const typed = [...text].map((char) => {
          const readings = pinyin(char, { multiple: true, toneType: 'none', type: 'array' });
          const choice = choices.next().value ?? 0;
          const reading = readings[choice % readings.length] ?? '';
          return choice > 3 ? reading : reading.slice(0, 1);
        });
        const found = pinyinMatcher(typed.join(''))?.(`前言${text}后记`);
        expect(found).not.toBeNull();
      }),
    );
  });
});
