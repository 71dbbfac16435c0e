/**
 * Spreadsheet programs run a text cell of a CSV file as a formula when it starts with one of
 * these, in half or full width (OWASP, CSV injection; ASVS 5, 1.2.10). An apostrophe in front
 * makes it text.
 */
const RUNNABLE = /^'*[=+\-@\t\r＝＋－＠]/;

/** Adds one apostrophe where it is needed; `unescapeFormula` takes it away again. */
export function escapeFormula(text: string): string {
  return RUNNABLE.test(text) ? `'${text}` : text;
}

/** Takes back exactly what `escapeFormula` did, and nothing else. */
export function unescapeFormula(text: string): string {
  return text.startsWith("'") && RUNNABLE.test(text) ? text.slice(1) : text;
}
