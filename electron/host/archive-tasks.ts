import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { Commit } from '../../shared/commits/commit.ts';
import type { FileProblem, Lock } from '../../shared/contract/index.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import {
  ARCHIVE_FORMAT,
  type ArchiveFacts,
  type Attachment,
  GZIP_HEAD,
  HEAD_BYTES,
} from './archive.ts';
import { locked, unlocked } from './archive-lock.ts';
import type {
  Archived,
  ArchiveFailure,
  ArchiveTask,
  JournalSource,
  PackTask,
  UnpackTask,
} from './archive-messages.ts';
import { packArchive } from './archive-pack.ts';
import { nowhere, readArchive, type Sink } from './archive-read.ts';
import { contentPath, isHash, present, verified } from './contents.ts';
import { attemptWrite, broken, type Disk, fileChunks, sha256Of, sizeOf, writeAll } from './disk.ts';
import type { Progress } from './jobs.ts';
import { JOURNAL_FORMAT, toLine } from './journal.ts';
import { readerOf } from './journal-reader.ts';

/** What must stay free beside what is unpacked, so that the desk itself can still be written. */
const ROOM_BYTES = 64 * 1024 * 1024;

type Answer = Result<Archived, ArchiveFailure>;
type Report = (progress: Progress) => void;

/** Does one task of the archiver. The system's refusals are answered, bugs throw. */
export async function runArchiveTask(
  task: ArchiveTask,
  disk: Disk,
  report: Report,
): Promise<Answer> {
  const name = basename(task.type === 'pack' ? task.to : task.path);
  const done = await attemptWrite(name, () =>
    task.type === 'pack' ? packTo(task, disk, report) : unpack(task, disk, report),
  );
  return done.ok ? done.value : done;
}

/** A desk is read twice: how long its journal is stands before it in a tar. */
async function packTo(task: PackTask, disk: Disk, report: Report): Promise<Answer> {
  const { source, filesFolder, withFiles, lock, to } = task;
  const measured = await measure(source, disk);
  if (!measured.ok) return measured;
  const { named, size: journalBytes } = measured.value;
  const { files, lacking } = await keptFiles(disk, filesFolder, named, withFiles);
  const { deskId, last, schema, tally } = source;
  const facts: Omit<ArchiveFacts, 'format'> = {
    ...task.facts,
    ...{ deskId, last, schema, tally, files, filesIncluded: withFiles },
    leftOut: withFiles ? lacking : [],
  };
  const total = files.reduce((sum, { size }) => sum + (withFiles ? size : 0), journalBytes);
  let done = 0;
  const counted = async function* (chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      yield chunk;
      done += chunk.byteLength;
      report({ done, total });
    }
  };
  const packed = packArchive({
    facts,
    journal: { size: journalBytes, lines: counted(linesOf(source, disk)) },
    fileBytes: (hash) => counted(fileChunks(disk, contentPath(filesFolder, hash))),
  });
  const { size, sha256 } = await writeSynced(disk, to, await locked(packed, lock), lock);
  const archived = { facts: { format: ARCHIVE_FORMAT, ...facts }, size, sha256 };
  // Reading back proves the bytes; where no key is needed, what they mean as well.
  const whole =
    lock.type === 'open'
      ? (await check(to, disk, schema)).ok
      : (await sha256Of(fileChunks(disk, to))) === sha256;
  return whole ? ok(archived) : err({ type: 'cannotWrite', name: basename(to) });
}

interface Measured {
  readonly size: number;
  /** Every attachment that a record has ever named. */
  readonly named: ReadonlySet<string>;
}

/** The field of a record that names a content, in every kind that has one. */
function* namedIn({ ops }: Commit): Generator<string> {
  for (const op of ops) {
    const sides = op.op === 'put' ? [op.value] : op.op === 'patch' ? [op.set, op.was] : [op.was];
    for (const { hash } of sides) if (isHash(hash)) yield hash;
  }
}

async function measure(
  source: JournalSource,
  disk: Disk,
): Promise<Result<Measured, { readonly type: 'damaged'; readonly at: number }>> {
  const read = readerOf({ ...source, edition: 0 }, disk);
  let size = headerOf(source).byteLength;
  const named = new Set<string>();
  for (let after = 0; after < source.last; ) {
    const answer = await read(after);
    if (!answer.ok) return answer;
    for (const [index, commit] of answer.value.commits.entries()) {
      size += toLine({ n: after + index + 1, commit }).byteLength;
      for (const hash of namedIn(commit)) named.add(hash);
    }
    after = answer.value.last;
  }
  return ok({ size, named });
}

async function* linesOf(source: JournalSource, disk: Disk): AsyncGenerator<Uint8Array> {
  const read = readerOf({ ...source, edition: 0 }, disk);
  yield headerOf(source);
  for (let after = 0; after < source.last; ) {
    const answer = await read(after);
    if (!answer.ok) throw broken(`the journal broke at ${answer.error.at} while it was copied`);
    for (const [index, commit] of answer.value.commits.entries()) {
      yield toLine({ n: after + index + 1, commit });
    }
    after = answer.value.last;
  }
}

const headerOf = ({ deskId, schema, last }: JournalSource): Uint8Array =>
  toLine({ format: JOURNAL_FORMAT, deskId, first: 1, schema, last });

/**
 * Which attachments of the desk are kept, in the order of their hashes, and which are not; those of
 * other desks that were restored here are nobody's business. Those that go into the archive must be
 * what they were, and are read through.
 */
async function keptFiles(
  disk: Disk,
  folder: string,
  named: ReadonlySet<string>,
  verify: boolean,
): Promise<{ readonly files: Attachment[]; readonly lacking: FileProblem[] }> {
  const files: Attachment[] = [];
  const lacking: FileProblem[] = [];
  for (const hash of [...named].sort()) {
    const kept = await (verify ? verified : present)(disk, folder, hash);
    if (kept.ok) files.push({ hash, size: kept.value });
    else lacking.push({ hash, problem: kept.error.type });
  }
  return { files, lacking };
}

/** Writes a new file, durably but for its name, and seals it where nothing else proves its bytes. */
async function writeSynced(
  disk: Disk,
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  lock: Lock,
): Promise<{ size: number; sha256: string }> {
  const whole = createHash('sha256');
  let size = 0;
  const handle = await disk.open(path, 'wx');
  try {
    const body = createHash('sha256');
    for await (const chunk of chunks) {
      await writeAll(handle, chunk, size);
      body.update(chunk.subarray(Math.max(0, HEAD_BYTES - size)));
      whole.update(chunk);
      size += chunk.byteLength;
    }
    if (lock.type === 'open') {
      await writeAll(handle, Buffer.from(body.digest('hex')), GZIP_HEAD.byteLength);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return {
    size,
    sha256: lock.type === 'open' ? await sha256Of(fileChunks(disk, path)) : whole.digest('hex'),
  };
}

const check = (path: string, disk: Disk, knownSchema: number): Promise<Answer> =>
  read({ path, key: null, knownSchema }, nowhere, disk, () => undefined);

async function read(
  { path, key, knownSchema }: Pick<UnpackTask, 'path' | 'key' | 'knownSchema'>,
  sink: Sink,
  disk: Disk,
  report: Report,
): Promise<Answer> {
  const total = await sizeOf(disk, path);
  const hash = createHash('sha256');
  let size = 0;
  const source = (async function* () {
    for await (const chunk of fileChunks(disk, path)) {
      hash.update(chunk);
      size += chunk.byteLength;
      report({ done: size, total });
      yield chunk;
    }
  })();
  try {
    const open = await unlocked(source, key);
    if (!open.ok) return open;
    const verified = await readArchive(open.value, { knownSchema, sink });
    if (!verified.ok) return verified;
    return ok({ facts: verified.value, size, sha256: hash.digest('hex') });
  } finally {
    // Where reading ended early, the file is still open.
    await source.return();
  }
}

async function unpack(task: UnpackTask, disk: Disk, report: Report): Promise<Answer> {
  const { into } = task;
  await disk.mkdir(join(into, 'files'), { recursive: true });
  let handle: Awaited<ReturnType<Disk['open']>> | null = null;
  let at = 0;
  const end = async (): Promise<void> => {
    const open = handle;
    handle = null;
    await open?.close();
  };
  try {
    return await read(
      task,
      {
        begin: async (name, size) => {
          const { bavail, bsize } = await disk.statfs(dirname(into));
          if (size + ROOM_BYTES > bavail * bsize) {
            throw Object.assign(new Error('no room to unpack'), { code: 'ENOSPC' });
          }
          at = 0;
          handle = await disk.open(join(into, name), 'wx');
        },
        write: async (chunk) => {
          if (handle === null) throw new Error('nothing was begun');
          await writeAll(handle, chunk, at);
          at += chunk.byteLength;
        },
        end,
      },
      disk,
      report,
    );
  } finally {
    await end();
  }
}
