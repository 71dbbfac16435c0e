import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIpNumber, parsePublicationNumber } from '../../../shared/core/codes.ts';

const PUBLISHED = [
  '201710601862.3',
  '95115608.X',
  '97101765.4',
  '200310102344.5',
  '201110036583.X',
];

const numberOf = (text: string): unknown => {
  const read = parseIpNumber(text);
  return read.ok ? read.value : read.error.type;
};
const publication = (text: string): unknown => {
  const read = parsePublicationNumber(text);
  return read.ok ? read.value : read.error.type;
};

describe('application and registration numbers', () => {
  it('of patents are brought to the standard form, however they are written', () => {
    for (const number of PUBLISHED) {
      const bare = number.replace('.', '');
      for (const text of [
        number,
        bare,
        `ZL${bare}`,
        `CN ${number}`,
        ` ZL ${bare.slice(0, 4)} ${bare.slice(4)} `,
        number.toLowerCase(),
      ]) {
        expect(numberOf(text)).toBe(number);
      }
    }
    expect(numberOf('ＺＬ２０１７１０６０１８６２．３')).toBe('201710601862.3');
  });

  it('with a wrong check digit say the one that fits, old form and new', () => {
    expect(parseIpNumber('ZL201710601862.4')).toMatchObject({ error: { expected: '3' } });
    expect(parseIpNumber('95115608.1')).toMatchObject({ error: { expected: 'X' } });
  });

  it('fail when any digit is another', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...PUBLISHED),
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        (number, at, by) => {
          const places = [...number].flatMap((char, place) => (/\d/.test(char) ? [place] : []));
          const place = places[at % places.length] ?? 0;
          const other = String((Number(number.charAt(place)) + by) % 10);
          expect(numberOf(number.slice(0, place) + other + number.slice(place + 1))).toBe(
            'wrongCheckCharacter',
          );
        },
      ),
    ));

  it('of other rights have their own forms', () => {
    expect(numberOf('软著登字第2020SR0417286号')).toBe('2020SR0417286');
    expect(numberOf('2016sr123456')).toBe('2016SR123456');
    expect(numberOf('BS. 205012345')).toBe('BS.205012345');
    expect(numberOf('CNA20161234.5')).toBe('CNA20161234.5');
    expect(numberOf('pct/cn2020/123456')).toBe('PCT/CN2020/123456');
    expect(numberOf('GB/T 44731-2024')).toBe('GB/T 44731-2024');
    expect(numberOf('US 16/123,456')).toBe('US 16/123,456');
  });

  it('are no words, no lost digits and no numbers of another length', () => {
    expect(numberOf('未申请')).toBe('wrongShape');
    expect(numberOf('2.0171E+12')).toBe('digitsLost');
    expect(numberOf('20171060186')).toBe('wrongShape');
  });
});

describe('publication and grant numbers', () => {
  it('have the letters of the kind that their first digit says', () => {
    expect(publication('CN 107425231 A')).toBe('CN107425231A');
    expect(publication('107425231b')).toBe('CN107425231B');
    expect(publication('CN207425231U')).toBe('CN207425231U');
    expect(publication('CN307425231S')).toBe('CN307425231S');
    expect(publication('CN1068273C')).toBe('CN1068273C');
    expect(publication('CN100374321C1')).toBe('CN100374321C1');
    expect(publication('CN207425231B')).toBe('wrongShape');
    expect(publication('CN407425231A')).toBe('wrongShape');
  });

  it('of other offices are kept', () => {
    expect(publication('WO 2020/123456 A1')).toBe('WO2020/123456A1');
    expect(publication('US10123456B2')).toBe('US10123456B2');
  });
});
