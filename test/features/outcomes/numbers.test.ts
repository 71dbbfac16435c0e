import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  parseDoi,
  parseOutcomeNumber,
  parseStandardNumber,
} from '../../../shared/core/identifiers.ts';

const read = (text: string): unknown => {
  const result = parseOutcomeNumber(text);
  return result.ok ? result.value : result.error.type;
};

describe('numbers of what stands around achievements', () => {
  it('are DOIs in one form, whether written as an address, with a mark, or in capitals', () => {
    for (const text of [
      '10.1000/182',
      'doi:10.1000/182',
      'DOI 10.1000/182',
      'https://doi.org/10.1000/182',
      'http://dx.doi.org/10.1000/182',
      '１０.1000/182',
    ])
      expect(read(text)).toBe('10.1000/182');
    expect(read('10.1016/J.ENERGY.2023.128456')).toBe('10.1016/j.energy.2023.128456');
    for (const text of ['10.1000', '10.12/x', 'doi:10.1000/', 'https://doi.org/abc'])
      expect(parseDoi(text).ok, text).toBe(false);
  });

  it('are numbers of standards as the bodies write them', () => {
    expect(read('gb/t44731－2024')).toBe('GB/T 44731-2024');
    expect(read('GB/T 22900—2022')).toBe('GB/T 22900-2022');
    expect(read('GB 18030-2022')).toBe('GB 18030-2022');
    expect(read('DB42/T 1915-2022')).toBe('DB42/T 1915-2022');
    expect(read('HJ 91.1-2019')).toBe('HJ 91.1-2019');
    expect(parseStandardNumber('YY/T 0316-2016')).toMatchObject({ value: 'YY/T 0316-2016' });
    expect(read('T/CASTEM 1007-2022')).toBe('T/CASTEM 1007-2022');
    expect(read('ISO 9001:2015')).toBe('ISO 9001:2015');
    expect(read('iso/iec 27001:2022')).toBe('ISO/IEC 27001:2022');
    for (const text of ['GB/T 44731', 'GB/T 44731-20245', 'T/CASTEM 1007', 'ISO 9001-2015'])
      expect(read(text), text).toBe('wrongShape');
  });

  it('stay as written where their issuer has a form of its own', () => {
    for (const text of ['2023YFB2504500', '62172123', '2023-J-1-01-R01', '国科奖字第12号'])
      expect(read(text)).toBe(text);
    expect(read('无')).toBe('wrongShape');
    expect(read('2.02310E+12')).toBe('digitsLost');
  });

  const digits = (min: number, max: number) =>
    fc.integer({ min, max }).map((value) => String(value));
  const standards = fc
    .tuple(
      fc.constantFrom('GB', 'GB/T', 'GB/Z', 'DB42/T', 'T/CASTEM', 'Q/HUST', 'HJ', 'YY/T'),
      digits(1, 999_999),
      digits(1990, 2030),
    )
    .map(([issuer, number, year]) => `${issuer} ${number}-${year}`);

  it('read again, in any spacing and dash, are the same', () =>
    fc.assert(
      fc.property(standards, fc.constantFrom('-', '—', '－', ' - '), (number, dash) => {
        const written = number.replace('-', dash).replace(' ', dash === ' - ' ? '  ' : '');
        expect(parseStandardNumber(written)).toEqual({ ok: true, value: number });
        expect(read(number)).toBe(number);
      }),
    ));

  it('of a DOI keep their suffix, whatever stands in it', () =>
    fc.assert(
      fc.property(
        digits(1000, 999_999),
        fc.stringMatching(/^[a-z0-9._()/-]{1,30}$/),
        (prefix, suffix) => {
          expect(parseDoi(`https://doi.org/10.${prefix}/${suffix}`)).toEqual({
            ok: true,
            value: `10.${prefix}/${suffix}`,
          });
        },
      ),
    ));
});
