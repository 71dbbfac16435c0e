import { MAX_TEXT_CHARACTERS, type Unreadable } from '../../../shared/contract/index.ts';
import { ok, type Result } from '../../../shared/core/result.ts';
import { unpackZip } from './zip.ts';

/** Where a document or a presentation has its text (ECMA-376-1, 11.3 and 13.3). */
const PARTS =
  /^(word\/(document|header|footer|footnotes|endnotes|comments)\d*|ppt\/(slides|notesSlides)\/[^/]+)\.xml$/;

/** The text of a DOCX or PPTX; null when the archive is neither. */
export async function officeText(bytes: Uint8Array): Promise<Result<string | null, Unreadable>> {
  const parts = await unpackZip(bytes, (name) => PARTS.test(name));
  if (!parts.ok) return parts;
  if (parts.value.size === 0) return ok(null);
  let text = '';
  // The document's own name is before those of what hangs on it only by chance.
  const own = (name: string): number => (/^word\/document/.test(name) ? 0 : 1);
  const names = [...parts.value.keys()].sort((one, other) => own(one) - own(other));
  for (const name of names) {
    if (text.length > MAX_TEXT_CHARACTERS) break;
    text += textOfXml(new TextDecoder().decode(parts.value.get(name)), MAX_TEXT_CHARACTERS);
  }
  return ok(text);
}

/** Comments and declarations, of which none is followed; CDATA; a tag with its local name; text. */
const TOKEN =
  /<!--.*?-->|<!\[CDATA\[(?<cdata>.*?)\]\]>|<[?!][^>]*>|<(?<close>\/?)(?:[\w.-]+:)?(?<name>[\w.-]+)[^>]*?(?<empty>\/?)>|(?<text>[^<]+)/gs;

/** What ends here, in both languages of elements: paragraph, line, cell, tabulator. */
const breaks: Readonly<Record<string, string>> = {
  p: '\n',
  br: '\n',
  cr: '\n',
  tc: '\t',
  tab: '\t',
};

/**
 * The text runs (`w:t`, `a:t`, `m:t`) of a part, without deleted text and field codes, which have
 * other names. Of two renderings of the same the older one is left out (`mc:Fallback`).
 */
function textOfXml(xml: string, limit: number): string {
  let text = '';
  let inRun = false;
  let inFallback = false;
  for (const { groups = {} } of xml.matchAll(TOKEN)) {
    const { name, close, empty, cdata } = groups;
    const opens = close === '' && empty === '';
    if (name === 'Fallback') inFallback = opens;
    else if (inFallback) continue;
    else if (name === 't') inRun = opens;
    else if (name !== undefined) text += (!opens && breaks[name]) || '';
    else if (inRun) text += cdata ?? unescaped(groups.text ?? '');
    if (text.length > limit) break;
  }
  return text;
}

const named: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

/** Entities that a document declares itself stay as they stand: one may be a bomb. */
const unescaped = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
