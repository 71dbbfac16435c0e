import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  parseEmail,
  parsePatentNumber,
  parsePhone,
  parseUscc,
} from '../../../shared/core/codes.ts';

const anyDigits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });

/** The check character of a code, asked from the refusal of a wrong one or from what is accepted. */
function completed(
  body: string,
  characters: string,
  parse: (text: string) => ReturnType<typeof parseUscc>,
): string {
  const found = [...characters].filter((char) => parse(body + char).ok);
  expect(found).toHaveLength(1);
  return body + found[0];
}

describe('a unified social credit code (GB 32100-2015)', () => {
  const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const published = [
    '91350100M000100Y43',
    '91440300708461136T',
    '9144030071526726XG',
    '91110000802100433B',
    '91110108551385082Q',
    '12100000441626842D',
  ];

  it.each(published)('%s is right', (code) => {
    expect(parseUscc(code)).toEqual({ ok: true, value: code });
  });

  it('says which check character would be right', () => {
    expect(parseUscc('91350100M000100Y4Z')).toMatchObject({ error: { type: 'wrongShape' } });
    expect(parseUscc('91350100M000100Y44')).toEqual({
      ok: false,
      error: { type: 'wrongCheckCharacter', text: '91350100M000100Y44', expected: '3' },
    });
  });

  it.each(published)('%s with any one character changed is wrong', (code) => {
    for (let place = 0; place < code.length; place += 1) {
      for (const char of characters.replace(code.charAt(place), '')) {
        expect(parseUscc(code.slice(0, place) + char + code.slice(place + 1)).ok).toBe(false);
      }
    }
  });

  it('mends case, width, blanks and hyphens', () => {
    expect(parseUscc(' ９1350100-m000100y 43\u200b')).toEqual({
      ok: true,
      value: '91350100M000100Y43',
    });
  });

  it.each(['9.1420E+17', '9.142e17', '914206008748810000'])(
    'tells that a spreadsheet has lost digits of %s',
    (text) => {
      expect(parseUscc(text)).toEqual({ ok: false, error: { type: 'digitsLost', text } });
    },
  );

  it.each(['', '-', '9135010M', '91350100M000100Y433', '91350I00M000100Y43', '无'])(
    'is not %j',
    (text) => {
      expect(parseUscc(text)).toEqual({ ok: false, error: { type: 'wrongShape', text } });
    },
  );

  it('has exactly one check character for every body', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...characters), minLength: 9, maxLength: 9 }),
        anyDigits(6),
        (body, region) => {
          completed(`91${region}${body}`, characters, parseUscc);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('a patent number (ZC 0006-2003)', () => {
  const published = [
    '201710601862.3',
    '95115608.X',
    '97101765.4',
    '200310102344.5',
    '201110036583.X',
  ];

  it.each(published)('%s is right, however it is written', (number) => {
    const bare = number.replace('.', '');
    const spaced = `ZL ${number.slice(0, 4)} ${number.slice(4)}`;
    const ways = [number, `ZL${number}`, `CN${number}`, bare, `zl${bare.toLowerCase()}`, spaced];
    for (const way of ways) expect(parsePatentNumber(way)).toEqual({ ok: true, value: number });
  });

  it('reads full width', () => {
    expect(parsePatentNumber('ＺＬ９５１１５６０８．Ｘ')).toEqual({
      ok: true,
      value: '95115608.X',
    });
  });

  it('says which check digit would be right', () => {
    expect(parsePatentNumber('ZL201710601862.4')).toEqual({
      ok: false,
      error: { type: 'wrongCheckCharacter', text: 'ZL201710601862.4', expected: '3' },
    });
  });

  it.each([
    ['2.0171E+11', 'digitsLost'],
    ['201710601862', 'wrongShape'],
    ['CN109876543A', 'wrongShape'],
    ['2017106018623.', 'wrongShape'],
    ['实用新型1项', 'wrongShape'],
  ])('%s is refused: %s', (text, type) => {
    expect(parsePatentNumber(text)).toEqual({ ok: false, error: { type, text } });
  });

  it('has one check digit for every number, and notices every wrong digit before it', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyDigits(12), anyDigits(8)),
        fc.nat(11),
        fc.integer({ min: 1, max: 9 }),
        (body, at, shift) => {
          const number = completed(body, '0123456789X', parsePatentNumber);
          const place = at % body.length;
          const digit = (Number(number.charAt(place)) + shift) % 10;
          const wrong = number.slice(0, place) + digit + number.slice(place + 1);
          expect(parsePatentNumber(wrong).ok).toBe(false);
        },
      ),
    );
  });
});

describe('a telephone number', () => {
  it.each([
    ['13552506685', '13552506685'],
    ['+86 135 5250 6685', '13552506685'],
    ['8613552506685', '13552506685'],
    ['0086-135-5250-6685', '13552506685'],
    ['１３５５２５０６６８５', '13552506685'],
    ['027-81671037', '027-81671037'],
    ['02781671037', '027-81671037'],
    ['(027) 8167 1037', '027-81671037'],
    ['+86 27 81671037', '027-81671037'],
    ['+86 10 62781234', '010-62781234'],
    ['0711-3350123', '0711-3350123'],
    ['027-81671037-123', '027-81671037-123'],
    ['027-81671037转123', '027-81671037-123'],
    ['027-81671037 ext. 8', '027-81671037-8'],
    ['400 123 4567', '400-123-4567'],
    ['8001234567', '800-123-4567'],
  ])('%s is %s', (text, phone) => {
    expect(parsePhone(text)).toEqual({ ok: true, value: phone });
    expect(parsePhone(phone)).toEqual({ ok: true, value: phone });
  });

  it.each([
    '',
    '81671037',
    '12345678901',
    '1355250668',
    '135525066855',
    '1.38E+10',
    '王工',
    '+1 212 555 0100',
  ])('is not %j', (text) => {
    expect(parsePhone(text)).toEqual({ ok: false, error: { type: 'wrongShape', text } });
  });

  it('comes out one way for each mobile', () => {
    fc.assert(
      fc.property(fc.constantFrom(...'3456789'), anyDigits(9), (second, rest) => {
        const mobile = `1${second}${rest}`;
        expect(parsePhone(`+86-${mobile.slice(0, 3)} ${mobile.slice(3)}`)).toEqual({
          ok: true,
          value: mobile,
        });
      }),
    );
  });
});

describe('an e-mail address', () => {
  it('keeps its name and has its domain in lower case', () => {
    expect(parseEmail(' Li.Na@WHU.edu.CN ')).toEqual({ ok: true, value: 'Li.Na@whu.edu.cn' });
    expect(parseEmail('ａ@ｂ.ｃｎ')).toEqual({ ok: true, value: 'a@b.cn' });
  });

  it.each([
    '',
    'a',
    'a@b',
    '@b.cn',
    'a@b..cn',
    'a b@c.cn',
    'a@b.cn;c@d.cn',
    'a@-b.cn',
    `${'a'.repeat(250)}@b.cn`,
  ])('is not %j', (text) => {
    expect(parseEmail(text)).toEqual({ ok: false, error: { type: 'wrongShape', text } });
  });
});
