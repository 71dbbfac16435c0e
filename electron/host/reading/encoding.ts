import type { OpenedSpreadsheet, Unreadable } from '../../../shared/contract/index.ts';
import { err, ok, type Result } from '../../../shared/core/result.ts';

interface Decoded {
  readonly text: string;
  readonly encoding: NonNullable<OpenedSpreadsheet['encoding']>;
}

const candidates = ['utf-8', 'gb18030'] as const;

/** Control characters that no text file has. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const BINARY = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

/**
 * Decodes a text file whole and strictly. A byte order mark decides; without one UTF-8 goes first:
 * nearly all Chinese UTF-8 text is also valid GB18030, and hardly any the other way round.
 */
export function decodeText(bytes: Uint8Array): Result<Decoded, Unreadable> {
  const utf16 = utf16Mark(bytes);
  if (utf16 !== null) {
    const text = decode(utf16, bytes);
    return text === null ? err({ type: 'unknownEncoding' }) : textOrBinary(text, 'utf-16');
  }
  if (bytes.includes(0)) {
    return err(
      looksLikeUtf16(bytes)
        ? { type: 'unknownEncoding' }
        : { type: 'notASpreadsheet', looksLike: 'unknown' },
    );
  }
  for (const encoding of candidates) {
    const text = decode(encoding, bytes);
    if (text !== null) return textOrBinary(text, encoding);
  }
  return err({ type: 'unknownEncoding' });
}

function utf16Mark([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

/** Commas, digits and line breaks put NULs into UTF-16, all at even places or all at odd ones. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const counts: [number, number] = [0, 0];
  for (const [index, byte] of bytes.subarray(0, 65_536).entries()) {
    if (byte === 0) counts[index % 2 === 0 ? 0 : 1] += 1;
  }
  return Math.min(...counts) === 0 && bytes.byteLength % 2 === 0;
}

function decode(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function textOrBinary(text: string, encoding: Decoded['encoding']): Result<Decoded, Unreadable> {
  return BINARY.test(text)
    ? err({ type: 'notASpreadsheet', looksLike: 'unknown' })
    : ok({ text, encoding });
}
