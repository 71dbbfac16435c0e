import type { Unreadable } from '../../../shared/contract/index.ts';

type LooksLike = Extract<Unreadable, { type: 'notASpreadsheet' }>['looksLike'];

export type FileKind = 'zip' | 'compound' | 'text';

const signatures: readonly (readonly [LooksLike, string])[] = [
  ['image', '\x89PNG'],
  ['image', '\xff\xd8\xff'],
  ['image', 'GIF8'],
  ['image', 'BM'],
  ['image', 'II*\0'],
  ['image', 'MM\0*'],
  ['image', 'RIFF'],
  ['pdf', '%PDF'],
  ['document', '{\\rtf'],
  ['archive', 'Rar!'],
  ['archive', '7z\xbc\xaf\x27\x1c'],
  ['archive', '\x1f\x8b'],
];

/** Tells by its first bytes, never by its name, how a file is to be read, or why it cannot be. */
export function fileKindOf(bytes: Uint8Array): FileKind | Unreadable {
  if (bytes.byteLength === 0) return { type: 'emptyFile' };
  const start = String.fromCharCode(...bytes.subarray(0, 1024));
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return 'zip';
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return 'compound';
  const [looksLike] = signatures.find(([, signature]) => start.startsWith(signature)) ?? [];
  if (looksLike !== undefined && !isPlainText(looksLike, start)) {
    return { type: 'notASpreadsheet', looksLike };
  }
  if (
    /^(\xef\xbb\xbf)?\s*(<\?xml[^>]*>\s*)?<(!doctype html|html|head|meta|table|body)\b/i.test(start)
  ) {
    return { type: 'notASpreadsheet', looksLike: 'html' };
  }
  return 'text';
}

/** `BM` and `RIFF` may also start a line of text; a picture has NULs right after. */
function isPlainText(looksLike: LooksLike, start: string): boolean {
  return looksLike === 'image' && /^[\x20-\x7e]{4}/.test(start) && !start.includes('\0');
}
