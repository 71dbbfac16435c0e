import { randomUUID } from 'node:crypto';
import type { Commit } from '../../shared/commits/commit.ts';
import type { Tally } from '../../shared/commits/tally.ts';
import { idToReading } from '../../shared/core/clock.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { Desks } from './desks.ts';
import { attemptWrite, broken, type Disk, type WriteFailure } from './disk.ts';
import { JOURNAL_FORMAT, toLine } from './journal.ts';
import { addFile, openJournal } from './journal-files.ts';
import type { JournalReader } from './journal-reader.ts';

/** What a desk can be made of. The commits are verified already. */
export interface Stageable {
  /** The newest migration known to any of the commits. */
  readonly schema: number;
  /** What a desk with these commits holds; null when that is not known. */
  readonly tally: Tally | null;
  readonly commits: AsyncIterable<Commit>;
}

export interface Staging {
  readonly signal: AbortSignal;
  /** Told how many commits are done. */
  readonly onProgress: (done: number) => void;
}

export type Damaged = { readonly type: 'damaged'; readonly at: number };
export type NothingThere = { readonly type: 'nothingThere' };

/** Writes the journal of a new desk, which counts as staged; when that fails, nothing is left. */
export async function writeStage(
  disk: Disk,
  desks: Desks,
  fileLimit: number,
  contents: Stageable,
  { signal, onProgress }: Staging,
): Promise<
  Result<{ readonly deskId: string }, WriteFailure | NothingThere | { readonly type: 'cancelled' }>
> {
  const deskId = randomUUID();
  let whole = false;
  try {
    const written = await attemptWrite(desks.folderOf(deskId), async () => {
      await desks.make(deskId, { staged: true, leftAt: null, held: null });
      return writeJournal(disk, desks.folderOf(deskId), fileLimit, deskId, contents, (done) => {
        signal.throwIfAborted();
        onProgress(done);
      });
    });
    if (!written.ok) return written;
    if (written.value === 0) return err({ type: 'nothingThere' });
    whole = true;
    return ok({ deskId });
  } catch (error) {
    if (signal.aborted) return err({ type: 'cancelled' });
    throw error;
  } finally {
    // If this fails as well, the next start removes it.
    if (!whole) await attemptWrite(deskId, () => desks.remove(deskId));
  }
}

/** Answers how many commits it wrote. */
async function writeJournal(
  disk: Disk,
  folder: string,
  fileLimit: number,
  deskId: string,
  { schema, commits }: Stageable,
  onProgress: (done: number) => void,
): Promise<number> {
  const journal = await openJournal(disk, folder);
  let lines: Uint8Array[] = [];
  let size = 0;
  let written = 0;
  const flush = async () => {
    const header = { format: JOURNAL_FORMAT, deskId, first: written + 1, schema };
    await addFile(disk, journal, header, lines);
    written += lines.length;
    lines = [];
    size = 0;
  };
  for await (const commit of commits) {
    const line = toLine({ n: written + lines.length + 1, commit });
    lines.push(line);
    size += line.byteLength;
    onProgress(written + lines.length);
    if (size >= fileLimit) await flush();
  }
  if (lines.length > 0) await flush();
  return written;
}

/**
 * The longest beginning of a journal of which no commit was made after an instant (ms), by the
 * reading of the hybrid clock in its id. It is read through once before it is given out.
 */
export async function prefixUpTo(
  at: number,
  { last, schema }: { readonly last: number; readonly schema: number },
  read: JournalReader,
): Promise<Result<Stageable, Damaged | NothingThere>> {
  let cut = 0;
  for (let after = 0; after < last; ) {
    const answer = await read(after);
    if (!answer.ok) return answer;
    const { commits } = answer.value;
    const later = commits.findIndex((commit) => madeAt(commit) > at);
    cut = after + (later === -1 ? commits.length : later);
    if (later !== -1) break;
    after = answer.value.last;
  }
  if (cut === 0) return err({ type: 'nothingThere' });
  return ok({ schema, tally: null, commits: commitsTo(cut, read) });
}

const madeAt = (commit: Commit): number => idToReading(commit.id)?.at ?? commit.at;

async function* commitsTo(last: number, read: JournalReader): AsyncGenerator<Commit> {
  for (let after = 0; after < last; ) {
    const answer = await read(after);
    if (!answer.ok) throw broken(`the journal broke at ${answer.error.at} while it was copied`);
    yield* answer.value.commits.slice(0, last - after);
    after = answer.value.last;
  }
}
