import { type Commit, commitSchema } from '../../shared/commits/commit.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { JOURNAL_FORMAT, type JournalHeader, piecesOf, toEntry, toHeader } from './journal.ts';

/** A commit holds up to 1,000 records with their texts; a longer line is none of ours. */
const MAX_LINE_BYTES = 128 * 1024 * 1024;
const NEWLINE = 0x0a;

/** A line of a journal with its number of bytes, or null for bytes that prove nothing. */
export type Line = { readonly json: string; readonly bytes: number } | null;

/** Cuts a journal into lines as it arrives. After a null nothing more comes. */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  maxLine = MAX_LINE_BYTES,
): AsyncGenerator<Line> {
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  for await (const chunk of chunks) {
    waiting.push(chunk);
    waitingBytes += chunk.byteLength;
    if (!chunk.includes(NEWLINE)) {
      if (waitingBytes > maxLine) return yield null;
      continue;
    }
    const bytes = Buffer.concat(waiting);
    const end = bytes.lastIndexOf(NEWLINE) + 1;
    for (const piece of piecesOf(bytes.subarray(0, end))) {
      if (!piece.good || bytes[piece.end - 1] !== NEWLINE) return yield null;
      yield { json: piece.json, bytes: piece.end - piece.start };
    }
    waiting = [bytes.subarray(end)];
    waitingBytes = bytes.byteLength - end;
  }
  if (waitingBytes > 0) yield null;
}

export interface JournalFacts {
  readonly deskId: string | null;
  readonly last: number;
  readonly schema: number;
}

export type JournalFailure =
  | { readonly type: 'damaged'; readonly at: number }
  | { readonly type: 'notABackup' }
  | { readonly type: 'tooNew' };

/** Verifies every line of a journal in one file, their sequence, and that it is whole. */
export async function checkJournal(
  chunks: AsyncIterable<Uint8Array>,
  knownSchema: number,
): Promise<Result<JournalFacts, JournalFailure>> {
  let header: JournalHeader | null = null;
  let [last, schema] = [0, 0];
  for await (const line of linesOf(chunks)) {
    if (header === null) {
      header = line && toHeader(line.json);
      if (header === null || header.first !== 1) return err({ type: 'notABackup' });
      if (header.format > JOURNAL_FORMAT || header.schema > knownSchema) {
        return err({ type: 'tooNew' });
      }
      schema = header.schema;
      continue;
    }
    const commit = line && commitNumbered(last + 1, line.json);
    if (commit === null) return err({ type: 'damaged', at: last + 1 });
    last += 1;
    schema = Math.max(schema, commit.schema);
  }
  if (header === null) return err({ type: 'notABackup' });
  if (header.last !== undefined && header.last !== last) {
    return err({ type: 'damaged', at: last + 1 });
  }
  if (schema > knownSchema) return err({ type: 'tooNew' });
  return ok({ deskId: header.deskId, last, schema });
}

function commitNumbered(n: number, json: string): Commit | null {
  const entry = toEntry(json);
  return entry?.n === n && commitSchema.safeParse(entry.commit).success ? entry.commit : null;
}
