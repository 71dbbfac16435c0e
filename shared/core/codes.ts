import { err, ok, type Result } from './result.ts';
import { halfWidth, tidy } from './text.ts';

export type CodeProblem =
  /** The code contradicts its own check character; `expected` is the one that would fit. */
  | { readonly type: 'wrongCheckCharacter'; readonly text: string; readonly expected: string }
  | { readonly type: 'wrongShape'; readonly text: string }
  /** A spreadsheet held the code as a number and has lost its last digits: they must be asked for. */
  | { readonly type: 'digitsLost'; readonly text: string };

const EXPONENT = /^\d(?:\.\d+)?E\+?\d{1,2}$/;

/** A code without what people put between its parts. */
const compact = (text: string): string =>
  halfWidth(tidy(text))
    .toUpperCase()
    .replace(/[\s–—−-]/g, '');

/** GB 32100-2015: no I, O, S, V, Z. A character's place is its value. */
const USCC_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const USCC_SHAPE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;
/** GB 32100-2015: the powers of 3 modulo 31. */
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/**
 * Reads a 统一社会信用代码 (GB 32100-2015), 18 characters with its check character. Case, width,
 * blanks and hyphens are mended; letters that look alike are not guessed.
 */
export function parseUscc(text: string): Result<string, CodeProblem> {
  const code = compact(text);
  if (EXPONENT.test(code)) return err({ type: 'digitsLost', text });
  if (!USCC_SHAPE.test(code)) return err({ type: 'wrongShape', text });
  const sum = USCC_WEIGHTS.reduce(
    (total, weight, place) => total + weight * USCC_CHARACTERS.indexOf(code.charAt(place)),
    0,
  );
  const expected = USCC_CHARACTERS.charAt((31 - (sum % 31)) % 31);
  if (code.endsWith(expected)) return ok(code);
  // 15 digits and three zeros is what a spreadsheet keeps of 18 digits typed as a number.
  if (/^\d{15}000$/.test(code)) return err({ type: 'digitsLost', text });
  return err({ type: 'wrongCheckCharacter', text, expected });
}

/** ZC 0006-2003; the form before October 2003 uses the first eight. */
const PATENT_WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

/**
 * Reads a Chinese patent or application number (ZC 0006-2003) as `201210302535.5`, or `95115608.X`
 * in the form before October 2003. ZL and CN before it and the point before the check digit may
 * be there or not.
 */
export function parsePatentNumber(text: string): Result<string, CodeProblem> {
  const code = compact(text);
  if (EXPONENT.test(code)) return err({ type: 'digitsLost', text });
  const [, body = '', check = ''] = /^(?:ZL|CN)*(\d{12}|\d{8})\.?([\dX])$/.exec(code) ?? [];
  if (body === '') return err({ type: 'wrongShape', text });
  const sum = [...body].reduce(
    (total, digit, place) => total + (PATENT_WEIGHTS[place] ?? 0) * Number(digit),
    0,
  );
  const expected = '0123456789X'.charAt(sum % 11);
  return check === expected
    ? ok(`${body}.${check}`)
    : err({ type: 'wrongCheckCharacter', text, expected });
}

/** A number that is nothing but digits is a patent's, and has a check digit. */
const PATENT_LIKE = /^(?:ZL|CN)*[\d.]+X?$/;

/**
 * Application and registration numbers that have no check digit, each with its standard form: PCT
 * applications, software copyrights (年份SR流水号), layout designs (BS.年份5…), plant varieties (CNA…).
 */
const OTHER_IP_NUMBERS: readonly (readonly [RegExp, string])[] = [
  [/^PCT\/?([A-Z]{2})(\d{4})\/?(\d{5,6})$/, 'PCT/$1$2/$3'],
  [/^(?:软著登字第?)?(\d{4})SR(\d{6,7})号?$/, '$1SR$2'],
  [/^BS\.?(\d{8,9})\.?([\dX]?)$/, 'BS.$1$2'],
  [/^CNA(\d{4})(\d{4,6})\.?(\d)$/, 'CNA$1$2.$3'],
];

/**
 * Reads the application or registration number of an IP right. A number of digits is a Chinese
 * patent's and is checked (see `parsePatentNumber`); other known forms are brought to their standard
 * form; what foreign offices and standards bodies give is kept as it is written.
 */
export function parseIpNumber(text: string): Result<string, CodeProblem> {
  const code = compact(text);
  if (EXPONENT.test(code)) return err({ type: 'digitsLost', text });
  if (PATENT_LIKE.test(code)) return parsePatentNumber(text);
  for (const [shape, standard] of OTHER_IP_NUMBERS) {
    if (shape.test(code)) return ok(code.replace(shape, standard));
  }
  return /\d/.test(code)
    ? ok(halfWidth(tidy(text)).toUpperCase())
    : err({ type: 'wrongShape', text });
}

/**
 * The kind letters of Chinese patent documents by the first digit of their number (ZC 0007-2012, and
 * the letters C, Y, D used before 2010): 1 invention, 2 utility model, 3 design.
 */
const PUBLICATION_LETTERS: Readonly<Record<string, string>> = { 1: 'ABC', 2: 'UY', 3: 'SD' };

/**
 * Reads a publication or grant number of a patent document, Chinese ones as `CN106123456A`; those of
 * other offices begin with their two letters. They have no check digit.
 */
export function parsePublicationNumber(text: string): Result<string, CodeProblem> {
  const code = compact(text).replaceAll('.', '');
  if (EXPONENT.test(code)) return err({ type: 'digitsLost', text });
  const [, body = '', letter = '', step = ''] =
    /^(?:CN)?(\d{7}|\d{9})([A-Z])(\d?)$/.exec(code) ?? [];
  if (body !== '') {
    return PUBLICATION_LETTERS[body.charAt(0)]?.includes(letter)
      ? ok(`CN${body}${letter}${step}`)
      : err({ type: 'wrongShape', text });
  }
  return /^(?!CN)[A-Z]{2}[\d/]{4,14}[A-Z]?\d?$/.test(code)
    ? ok(code)
    : err({ type: 'wrongShape', text });
}

type ShapeProblem = { readonly type: 'wrongShape'; readonly text: string };

/** The longest e-mail address (RFC 5321: 254); it bounds the work that a cell full of text can make. */
const LONGEST = 254;

const MOBILE = /^1[3-9]\d{9}$/;
const SERVICE = /^([48]00)(\d{3})(\d{4})$/;
/** Area codes have three digits in Beijing (010) and where they begin with 02, elsewhere four. */
const LANDLINE = /^(010|02\d)(\d{7,8})$|^(0[3-9]\d{2})(\d{7,8})$/;

/**
 * Reads a telephone number of China: a mobile as 11 digits, a landline with its area code as
 * `027-81671037`, with an extension as `027-81671037-123`, a service number as `400-123-4567`.
 * +86 is dropped.
 */
export function parsePhone(text: string): Result<string, ShapeProblem> {
  if (text.length > LONGEST) return err({ type: 'wrongShape', text });
  const plain = halfWidth(tidy(text)).toLowerCase();
  const [, main = '', extension = ''] =
    /^(.*?\d.*?)(?:(?:转|ext\.?|x|#|(?<=\d{7})-) ?(\d{1,6}))?$/.exec(plain) ?? [];
  if (!/^\+?[\d\s().–—−-]+$/.test(main)) return err({ type: 'wrongShape', text });
  const dialled = main.replace(/[^+\d]/g, '');
  const abroad = /^(?:\+|00)86/.test(dialled);
  const digits = dialled.replace(abroad ? /^(?:\+|00)86/ : /^86(?=1[3-9]\d{9}$)/, '');

  if (MOBILE.test(digits)) return extension === '' ? ok(digits) : err({ type: 'wrongShape', text });
  const service = SERVICE.exec(digits);
  if (service && extension === '') return ok(service.slice(1).join('-'));
  // From abroad the area code is dialled without its zero.
  const landline = LANDLINE.exec(abroad && !digits.startsWith('0') ? `0${digits}` : digits);
  if (!landline) return err({ type: 'wrongShape', text });
  const parts = [landline[1] ?? landline[3], landline[2] ?? landline[4], extension];
  return ok(parts.filter((part) => part !== '').join('-'));
}

/** Reads one e-mail address; its domain in lower case. */
export function parseEmail(text: string): Result<string, ShapeProblem> {
  if (text.length > LONGEST) return err({ type: 'wrongShape', text });
  const plain = halfWidth(tidy(text));
  const [, name = '', domain = ''] =
    /^([^\s@,;:<>()[\]"\\]{1,64})@((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,})$/i.exec(
      plain,
    ) ?? [];
  if (name === '') return err({ type: 'wrongShape', text });
  return ok(`${name}@${domain.toLowerCase()}`);
}
