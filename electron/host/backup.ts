import { type Commit, commitSchema } from '../../shared/commits/commit.ts';
import type { CallFailure } from '../../shared/contract/index.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { JOURNAL_FORMAT, piecesOf, toEntry, toHeader, toLine } from './journal.ts';

/** What a backup says about the desk it is of. */
export interface BackupFacts {
  readonly deskId: string | null;
  readonly last: number;
  readonly schema: number;
}

/** The bytes of a backup: a journal in one file, whose header also says where it ends. */
export async function* backupLines(
  { deskId, last, schema }: BackupFacts,
  commits: AsyncIterable<Commit>,
): AsyncGenerator<Uint8Array> {
  yield toLine({ format: JOURNAL_FORMAT, deskId, first: 1, schema, last });
  let n = 0;
  for await (const commit of commits) {
    n += 1;
    yield toLine({ n, commit });
  }
}

/** Verifies every line of a backup and their sequence; nothing may be adopted before. */
export function checkBackup(
  backup: Uint8Array,
  knownSchema: number,
): Result<BackupFacts, CallFailure<'restoreBackup'>> {
  const pieces = piecesOf(backup);
  const first = pieces.next().value;
  const header = first?.good ? toHeader(first.json) : null;
  if (header === null || header.first !== 1) return err({ type: 'notABackup' });
  if (header.format > JOURNAL_FORMAT || header.schema > knownSchema) {
    return err({ type: 'tooNew', schema: header.schema });
  }
  let last = 0;
  let schema = header.schema;
  for (const piece of pieces) {
    const entry = piece.good ? toEntry(piece.json) : null;
    if (entry?.n !== last + 1 || !commitSchema.safeParse(entry.commit).success) {
      return err({ type: 'damaged', at: last + 1 });
    }
    last = entry.n;
    schema = Math.max(schema, entry.commit.schema);
  }
  if (header.last !== undefined && header.last !== last) {
    return err({ type: 'damaged', at: last + 1 });
  }
  if (schema > knownSchema) return err({ type: 'tooNew', schema });
  return ok({ deskId: header.deskId, last, schema });
}
