import { MAX_TEXT_CHARACTERS, type Unreadable } from '../../../shared/contract/index.ts';
import { err, ok, type Result } from '../../../shared/core/result.ts';
import type { FoundText } from '../attachment-text-messages.ts';
import { decodeText } from './encoding.ts';
import { fileKindOf } from './file-kind.ts';
import { officeText } from './office-text.ts';
import { readSpreadsheet } from './read-spreadsheet.ts';

/**
 * The text of a file of any kind that we know by its bytes, cut at `MAX_TEXT_CHARACTERS`. Whatever
 * a reader throws means that the file is damaged.
 */
export async function readText(bytes: Uint8Array, cMapFolder: string): Promise<FoundText> {
  let read: Result<string, Unreadable>;
  try {
    read = await textIn(bytes, cMapFolder);
  } catch {
    read = err({ type: 'damaged' });
  }
  if (!read.ok) return { state: stateOf(read.error), text: '' };
  const text = tidy(read.value).slice(0, MAX_TEXT_CHARACTERS).toWellFormed();
  return text === '' ? { state: 'none', text } : { state: 'ready', text };
}

async function textIn(bytes: Uint8Array, cMapFolder: string): Promise<Result<string, Unreadable>> {
  const kind = fileKindOf(bytes);
  if (kind === 'text') return decoded(bytes);
  if (kind === 'zip') {
    const office = await officeText(bytes);
    if (!office.ok) return office;
    return office.value === null ? sheetsText(bytes) : ok(office.value);
  }
  if (kind === 'compound') return sheetsText(bytes);
  if (kind.type === 'notASpreadsheet' && kind.looksLike === 'html') return decoded(bytes);
  if (kind.type === 'notASpreadsheet' && kind.looksLike === 'pdf') {
    // Large, and most files are none.
    const { pdfText } = await import('./pdf-text.ts');
    return pdfText(bytes, cMapFolder);
  }
  return err(kind);
}

function decoded(bytes: Uint8Array): Result<string, Unreadable> {
  const text = decodeText(bytes);
  return text.ok ? ok(text.value.text) : text;
}

async function sheetsText(bytes: Uint8Array): Promise<Result<string, Unreadable>> {
  const read = await readSpreadsheet(bytes);
  if (!read.ok) return read;
  const lines: string[] = [];
  let characters = 0;
  for (const { name, rows } of read.value.sheets) {
    lines.push(name);
    for (const row of rows) {
      if (characters > MAX_TEXT_CHARACTERS) return ok(lines.join('\n'));
      const line = row.filter((cell) => cell !== null).join('\t');
      characters += line.length + 1;
      lines.push(line);
    }
  }
  return ok(lines.join('\n'));
}

/** Without the white space that nobody searches for. */
const tidy = (text: string): string =>
  text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim();

function stateOf({ type }: Unreadable): FoundText['state'] {
  switch (type) {
    case 'passwordProtected':
      return 'locked';
    case 'emptyFile':
    case 'notASpreadsheet':
      return 'none';
    case 'tooLarge':
      return 'tooLarge';
    case 'damaged':
    case 'unknownEncoding':
      return 'failed';
  }
}
