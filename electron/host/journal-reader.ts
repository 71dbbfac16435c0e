import type { Commit } from '../../shared/commits/commit.ts';
import type { CallOutput } from '../../shared/contract/index.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { type Disk, readRange, systemCode } from './disk.ts';
import { piecesOf, toEntry } from './journal.ts';
import type { JournalFile } from './journal-files.ts';

/** About how many bytes of journal one answer carries; a single larger commit still goes whole. */
export const ANSWER_BYTES = 4 * 1024 * 1024;

/** Commits after the given number, bounded in size. Damage is answered only once it is next. */
export type JournalReader = (
  after: number,
) => Promise<Result<CallOutput<'readCommits'>, { readonly type: 'damaged'; readonly at: number }>>;

/** What of a journal reading needs. */
export interface JournalFiles {
  readonly files: readonly Pick<JournalFile, 'path' | 'first' | 'size'>[];
  readonly last: number;
  readonly edition: number;
}

/** Reading goes on from where the last answer ended, so that a whole rebuild reads each byte once. */
export function readerOf(journal: JournalFiles, disk: Disk): JournalReader {
  let cursor = { after: -1, edition: 0, file: 0, offset: 0 };

  return async (after) => {
    const { last, files, edition } = journal;
    const commits: Commit[] = [];
    let { file, offset } =
      cursor.after === after && cursor.edition === edition
        ? cursor
        : { file: fileWith(files, after + 1), offset: 0 };
    let wanted = after + 1;
    let taken = 0;
    let length = ANSWER_BYTES;
    while (wanted <= last && taken < ANSWER_BYTES) {
      const current = files[file];
      if (current === undefined) break;
      const atEnd = offset >= current.size;
      if (atEnd && file === files.length - 1) break;
      if (atEnd) {
        file += 1;
        offset = 0;
        continue;
      }
      const bytes = await readOrNothing(disk, current, offset, length);
      if (bytes.byteLength === 0) break;
      // Fewer bytes than asked for: the file is shorter than it was, and nothing more will come.
      const more = bytes.byteLength === length && offset + length < current.size;
      const found = commitsIn(bytes, wanted, last, more);
      commits.push(...found.commits);
      wanted += found.commits.length;
      taken += found.taken;
      offset += found.end;
      // No whole line fits any more. One that fits no answer is read by itself, with more room.
      if (found.gap || (found.end === 0 && commits.length > 0)) break;
      length = found.end === 0 ? length * 2 : ANSWER_BYTES - taken;
    }
    if (commits.length === 0 && wanted <= last) return err({ type: 'damaged', at: wanted });
    cursor = { after: wanted - 1, edition, file, offset };
    return ok({ commits, last: wanted - 1, end: wanted > last });
  };
}

interface Found {
  readonly commits: readonly Commit[];
  readonly end: number;
  readonly taken: number;
  readonly gap: boolean;
}

/**
 * The commits numbered from `wanted` up to `last` in a stretch of a file, which starts with a line.
 * Damaged stretches are passed over: they show as a gap in the numbers. `end` is where they end,
 * `taken` how many bytes the commits are.
 */
function commitsIn(bytes: Uint8Array, wanted: number, last: number, more: boolean): Found {
  const commits: Commit[] = [];
  let end = 0;
  let taken = 0;
  for (const piece of piecesOf(bytes)) {
    const next = wanted + commits.length;
    const cutOff = more && piece.end === bytes.byteLength;
    if (next > last || (!piece.good && cutOff)) break;
    const entry = piece.good ? toEntry(piece.json) : null;
    if (entry !== null && entry.n > next) return { commits, end, taken, gap: true };
    if (entry?.n === next) {
      commits.push(entry.commit);
      taken += piece.end - piece.start;
    }
    end = piece.end;
  }
  return { commits, end, taken, gap: false };
}

function fileWith(files: JournalFiles['files'], number: number): number {
  return Math.max(
    0,
    files.findLastIndex(({ first }) => first <= number),
  );
}

/** Bytes that the medium does not give back count as damaged. */
async function readOrNothing(
  disk: Disk,
  file: JournalFiles['files'][number],
  offset: number,
  length: number,
): Promise<Uint8Array> {
  try {
    return await readRange(disk, file.path, offset, Math.min(length, file.size - offset));
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return new Uint8Array(0);
  }
}
