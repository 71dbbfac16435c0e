import type { CodeProblem } from './codes.ts';
import { err, ok, type Result } from './result.ts';
import { halfWidth, tidy } from './text.ts';

type ShapeProblem = Extract<CodeProblem, { readonly type: 'wrongShape' }>;

const plain = (text: string): string => halfWidth(tidy(text));

/** ISO 26324: a prefix 10.nnnn and a suffix of the registrant's own. */
const DOI = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi[\s:]*)?(10\.\d{4,9}\/\S+)$/i;

/** Reads a DOI, also as an address, and brings it to lower case: case makes no difference in it. */
export function parseDoi(text: string): Result<string, ShapeProblem> {
  const [, name = ''] = DOI.exec(plain(text)) ?? [];
  return name === '' ? err({ type: 'wrongShape', text }) : ok(name.toLowerCase());
}

/** Who issues it, its kind where it is not mandatory, its number with parts, and its year. */
const CHINESE =
  /^(GB|GBZ|GJB|DB\d{2}|DB\d{4}|[TQ]\/[A-Z\d]{1,15}[A-Z]|(?!ISO|IEC|ITU)[A-Z]{2,3})(\/[TZ])?(\d{1,6}(?:\.\d{1,3}){0,2})-(\d{4}|\d{2})$/;
const INTERNATIONAL = /^(ISO|IEC|ISO\/IEC|ITU-[TRD])(\/T[SR])?(\d{1,6}(?:-\d{1,3}){0,2}):(\d{4})$/;

/**
 * Reads the number of a standard as `GB/T 44731-2024`, `T/CASTEM 1007-2022`, `ISO/IEC 27001:2022`:
 * blanks, width, case and the kind of dash make no difference (GB/T 20001, domain practice).
 */
export function parseStandardNumber(text: string): Result<string, ShapeProblem> {
  const code = plain(text)
    .toUpperCase()
    .replace(/[‐‑‒–—―−]+/g, '-')
    .replace(/\s/g, '');
  const chinese = CHINESE.exec(code);
  const [, issuer = '', kind = '', number = '', year = ''] =
    chinese ?? INTERNATIONAL.exec(code) ?? [];
  if (issuer === '') return err({ type: 'wrongShape', text });
  return ok(`${issuer}${kind} ${number}${chinese ? '-' : ':'}${year}`);
}

/** What begins so is a DOI, or a standard, and nothing else. */
const DOI_LIKE = /^(?:https?:\/\/(?:dx\.)?doi\.org|doi\b|10\.\d+\/)/i;
const STANDARD_LIKE = /^(?:GB(?:\/[TZ])?|DB\d{2,4}(?:\/T)?|[TQ]\/[A-Z\d]+|ISO(?:\/IEC)?|IEC)\s*\d/i;
/** What a spreadsheet keeps of a long number that it took for one. */
const EXPONENT = /^\d(?:\.\d+)?E\+?\d{1,2}$/i;

/**
 * Reads the number of a paper, standard, report, project or award: DOIs and standard numbers are
 * checked and brought to their standard form; others have no form of their own and stay as written.
 */
export function parseOutcomeNumber(text: string): Result<string, CodeProblem> {
  const code = plain(text);
  if (EXPONENT.test(code)) return err({ type: 'digitsLost', text });
  if (DOI_LIKE.test(code)) return parseDoi(text);
  if (STANDARD_LIKE.test(code)) return parseStandardNumber(text);
  return /\d/.test(code) ? ok(code) : err({ type: 'wrongShape', text });
}
