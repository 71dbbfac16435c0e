import type { CodeProblem } from './codes.ts';
import { err, ok, type Result } from './result.ts';
import { halfWidth, tidy } from './text.ts';

/** Section, class, subclass, and the group where it is given: H01M, H01M 4/525. */
const IPC = /^([A-H]\d{2}[A-Z])(?:(\d{1,4})\/(\d{2,6}))?$/;

/**
 * Reads a symbol of the International Patent Classification by its form (WIPO ST.8): a subclass, or
 * a group as `H01M4/525`. Blanks and the edition's year in brackets are left out.
 */
export function parseIpc(text: string): Result<string, CodeProblem> {
  const code = halfWidth(tidy(text))
    .toUpperCase()
    .replace(/\(\d{4}\.\d{2}\)(?:I|N)?$/, '')
    .replaceAll(' ', '');
  return IPC.test(code) ? ok(code) : err({ type: 'wrongShape', text });
}
