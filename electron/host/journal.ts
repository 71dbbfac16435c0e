import { z } from 'zod';
import type { Commit } from '../../shared/commits/commit.ts';
import { crc32c } from './crc32c.ts';

/**
 * The form of the journal on disk, and of a backup. Every line is
 * `<length of the JSON in bytes> <CRC-32C of the JSON, 8 hex digits> <JSON>\n`.
 * A file starts with a header; each further line is one commit with its number.
 */

export const JOURNAL_FORMAT = 1;

const headerSchema = z.object({
  format: z.number().int(),
  deskId: z.uuid().nullable(),
  /** Number of the first commit in this file. */
  first: z.number().int().min(1),
  /** The newest migration known to any commit up to here. */
  schema: z.number().int().min(0),
  /** In a backup, the number of its last commit: a file cut short between two lines is found out. */
  last: z.number().int().min(0).optional(),
});
export type JournalHeader = z.output<typeof headerSchema>;

export interface JournalEntry {
  readonly n: number;
  readonly commit: Commit;
}

/** A stretch of a journal: a line that proves itself, or bytes that do not. */
export type Piece =
  | { readonly good: true; readonly start: number; readonly end: number; readonly json: string }
  | { readonly good: false; readonly start: number; readonly end: number };

const NEWLINE = 0x0a;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

export function toLine(content: JournalHeader | JournalEntry): Uint8Array {
  const json = encoder.encode(JSON.stringify(content));
  const sum = crc32c(json).toString(16).padStart(8, '0');
  const prefix = encoder.encode(`${json.byteLength} ${sum} `);
  const line = new Uint8Array(prefix.byteLength + json.byteLength + 1);
  line.set(prefix);
  line.set(json, prefix.byteLength);
  line[line.byteLength - 1] = NEWLINE;
  return line;
}

export function toHeader(json: string): JournalHeader | null {
  return headerSchema.safeParse(JSON.parse(json)).data ?? null;
}

/** The commit on a line, or null when the line is a header. */
export function toEntry(json: string): JournalEntry | null {
  const content: unknown = JSON.parse(json);
  // The checksum says that this app wrote the line; commits are validated where they cross over.
  return isEntry(content) ? content : null;
}

function isEntry(content: unknown): content is JournalEntry {
  return typeof content === 'object' && content !== null && 'commit' in content;
}

/**
 * Cuts bytes into good lines and damaged stretches. JSON holds no line break, so that after
 * damage the next line break is where reading can start again.
 */
export function* piecesOf(bytes: Uint8Array): Generator<Piece> {
  let start = 0;
  while (start < bytes.byteLength) {
    const line = lineAt(bytes, start);
    if (line === null) {
      const newline = bytes.indexOf(NEWLINE, start);
      const end = newline === -1 ? bytes.byteLength : newline + 1;
      yield { good: false, start, end };
      start = end;
    } else {
      yield { good: true, start, ...line };
      start = line.end;
    }
  }
}

function lineAt(bytes: Uint8Array, start: number): { end: number; json: string } | null {
  // At most 10 digits of length, a blank, 8 of checksum, a blank.
  const prefix = /^(\d{1,10}) ([0-9a-f]{8}) /.exec(
    String.fromCharCode(...bytes.subarray(start, start + 20)),
  );
  if (prefix === null) return null;
  const from = start + prefix[0].length;
  const end = from + Number(prefix[1]) + 1;
  if (end > bytes.byteLength) return null;
  const json = bytes.subarray(from, end - 1);
  if (crc32c(json) !== Number.parseInt(prefix[2] ?? '', 16)) return null;
  return { end, json: decoder.decode(json) };
}
