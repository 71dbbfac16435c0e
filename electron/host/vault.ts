import type { Commit } from '../../shared/commits/commit.ts';
import type { CallFailure, CallOutput, VaultState } from '../../shared/contract/index.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { backupLines, checkBackup } from './backup.ts';
import { attemptWrite, type Disk, readRange, systemCode, type WriteFailure } from './disk.ts';
import { JOURNAL_FORMAT, piecesOf, toEntry, toLine } from './journal.ts';
import {
  createFile,
  extendFile,
  type Journal,
  type JournalFile,
  openJournal,
  pathOf,
} from './journal-files.ts';

/** A journal file that has grown to this many bytes is not added to any more. */
const FILE_LIMIT = 32 * 1024 * 1024;
/** About how many bytes of journal one answer carries; a single larger commit still goes whole. */
const READ_BYTES = 4 * 1024 * 1024;
interface AppendInput {
  readonly deskId: string;
  readonly after: number;
  readonly commits: readonly Commit[];
}

type AppendAnswer = Result<CallOutput<'appendCommits'>, CallFailure<'appendCommits'>>;
type ReadAnswer = Result<CallOutput<'readCommits'>, CallFailure<'readCommits'>>;
type RestoreAnswer = Result<VaultState, CallFailure<'restoreBackup'>>;

export interface Vault {
  readonly state: () => VaultState;
  /** Keeps commits after the last one; the answer comes when they are on the disk. */
  readonly append: (input: AppendInput) => Promise<AppendAnswer>;
  /** Commits after the given number, bounded in size. Damage is answered only once it is next. */
  readonly read: (after: number) => Promise<ReadAnswer>;
  /** The whole journal as the bytes of one backup file, or the number of a damaged commit. */
  readonly backup: () => Promise<
    Result<AsyncIterable<Uint8Array>, { readonly type: 'damaged'; readonly at: number }>
  >;
  /** Makes a verified backup the journal of an empty vault: wholly, or not at all. */
  readonly restore: (backup: Uint8Array) => Promise<RestoreAnswer>;
  /** Resolves when nothing is being written any more. */
  readonly settled: () => Promise<void>;
}

interface VaultOptions {
  readonly folder: string;
  readonly disk: Disk;
  /** Number of the newest migration that this app knows. */
  readonly schema: number;
  readonly fileLimit?: number;
}

/**
 * Opens the journal of commits, or starts an empty one. A damaged tail (a write that a power cut
 * tore) is copied aside and cut off; damage with good lines after it is left as it is, for `read`
 * to report.
 */
export async function openVault(options: VaultOptions): Promise<Result<Vault, WriteFailure>> {
  const { disk, folder } = options;
  const opened = await attemptWrite(folder, async () => {
    await disk.mkdir(folder, { recursive: true });
    return openJournal(disk, folder);
  });
  return opened.ok ? ok(vaultOver(opened.value, options)) : opened;
}

function vaultOver(journal: Journal, options: VaultOptions): Vault {
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const turn = queue.then(task);
    queue = turn.catch(() => undefined);
    return turn;
  };
  const read = readerOf(journal, options.disk);
  return {
    state: () => stateOf(journal),
    append: (input) => inTurn(() => append(journal, options, input)),
    read,
    backup: () => backupOf(journal, readerOf(journal, options.disk)),
    restore: (backup) => inTurn(() => restore(journal, options, backup)),
    settled: async () => {
      await queue;
    },
  };
}

function stateOf({ deskId, last, schema, setAside }: Journal): VaultState {
  return { deskId, last, schema, setAside };
}

async function append(
  journal: Journal,
  { disk, folder, fileLimit = FILE_LIMIT }: VaultOptions,
  { deskId, after, commits }: AppendInput,
): Promise<AppendAnswer> {
  if (journal.deskId !== null && journal.deskId !== deskId) return err({ type: 'otherDesk' });
  // Commits without a readable header: whose they are is not known, so nothing may be mixed in.
  if (journal.deskId === null && journal.last > 0)
    return err({ type: 'cannotWrite', name: folder });
  if (after !== journal.last) return err({ type: 'behind', last: journal.last });

  const schema = commits.reduce((newest, { schema }) => Math.max(newest, schema), journal.schema);
  const lines = commits.map((commit, index) => toLine({ n: after + index + 1, commit }));
  const current = journal.files.at(-1);
  const written = await attemptWrite(folder, async () => {
    if (current !== undefined && current.size < fileLimit) {
      await extendFile(disk, current, Buffer.concat(lines));
      return;
    }
    const header = toLine({ format: JOURNAL_FORMAT, deskId, first: after + 1, schema });
    const path = pathOf(folder, journal.nextFile);
    const bytes = Buffer.concat([header, ...lines]);
    await createFile(disk, folder, path, bytes);
    journal.nextFile += 1;
    journal.files.push({ path, first: after + 1, size: bytes.byteLength, unsettled: false });
  });
  if (!written.ok) return written;
  journal.deskId = deskId;
  journal.schema = schema;
  journal.last += commits.length;
  return ok({ last: journal.last });
}

/** Reading goes on from where the last answer ended, so that a whole rebuild reads each byte once. */
function readerOf(journal: Journal, disk: Disk): (after: number) => Promise<ReadAnswer> {
  let cursor = { after: -1, file: 0, offset: 0 };

  return async (after) => {
    const { last, files } = journal;
    const commits: Commit[] = [];
    let { file, offset } =
      cursor.after === after ? cursor : { file: fileWith(files, after + 1), offset: 0 };
    let wanted = after + 1;
    let taken = 0;
    let length = READ_BYTES;
    while (wanted <= last && taken < READ_BYTES) {
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
      length = found.end === 0 ? length * 2 : READ_BYTES - taken;
    }
    if (commits.length === 0 && wanted <= last) return err({ type: 'damaged', at: wanted });
    cursor = { after: wanted - 1, file, offset };
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

function fileWith(files: readonly JournalFile[], number: number): number {
  return Math.max(
    0,
    files.findLastIndex(({ first }) => first <= number),
  );
}

/** Bytes that the medium does not give back count as damaged. */
async function readOrNothing(
  disk: Disk,
  file: JournalFile,
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

async function backupOf(
  journal: Journal,
  read: (after: number) => Promise<ReadAnswer>,
): ReturnType<Vault['backup']> {
  const { deskId, last, schema } = journal;
  for (let after = 0; after < last; ) {
    const answer = await read(after);
    if (!answer.ok) return answer;
    after = answer.value.last;
  }
  return ok(backupLines({ deskId, last, schema }, commitsUpTo(last, read)));
}

async function* commitsUpTo(
  last: number,
  read: (after: number) => Promise<ReadAnswer>,
): AsyncGenerator<Commit> {
  for (let after = 0; after < last; ) {
    const answer = await read(after);
    if (!answer.ok) throw new Error(`the journal broke at ${answer.error.at} while it was copied`);
    yield* answer.value.commits.slice(0, last - after);
    after = answer.value.last;
  }
}

async function restore(
  journal: Journal,
  { disk, folder, schema }: VaultOptions,
  backup: Uint8Array,
): Promise<RestoreAnswer> {
  if (journal.files.length > 0) return err({ type: 'vaultNotEmpty' });
  const checked = checkBackup(backup, schema);
  if (!checked.ok) return checked;
  if (checked.value.last > 0) {
    const path = pathOf(folder, journal.nextFile);
    // A backup has the form of a journal file: it becomes the first one as it is.
    const written = await attemptWrite(folder, () => createFile(disk, folder, path, backup));
    if (!written.ok) return written;
    journal.nextFile += 1;
    journal.files.push({ path, first: 1, size: backup.byteLength, unsettled: false });
    Object.assign(journal, checked.value);
  }
  return ok(stateOf(journal));
}
