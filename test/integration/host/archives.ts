import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { GZIP_HEAD, HEAD_BYTES } from '../../../electron/host/archive.ts';
import {
  type ArchiveReply,
  archiveTaskSchema,
  type JournalSource,
} from '../../../electron/host/archive-messages.ts';
import { runArchiveTask } from '../../../electron/host/archive-tasks.ts';
import { type Archiver, createArchiver } from '../../../electron/host/archiver.ts';
import { type Disk, realDisk } from '../../../electron/host/disk.ts';
import type { HostChild } from '../../../electron/host/host-options.ts';
import { unwatched } from '../../../electron/host/jobs.ts';
import { toLine } from '../../../electron/host/journal.ts';
import type { Commit, Op } from '../../../shared/commits/commit.ts';
import type { Tally } from '../../../shared/commits/tally.ts';
import type { Key, Lock } from '../../../shared/contract/index.ts';
import { aCommit, expectOk, newFolder } from './support.ts';

export const PASSPHRASE = '纸条上的 passphrase 17';
export const aTally: Tally = { achievement: { count: 3, digest: '00000000deadbeef' } };

interface Desk {
  readonly folder: string;
  readonly filesFolder: string;
  readonly commits: readonly Commit[];
  readonly source: JournalSource;
}

/** A desk on the disk: its journal in files of three commits each, and some attachments. */
export async function aDesk(
  folder: string,
  count = 7,
  { textLength = 20, attachments = ['合同扫描件', '附件'], deskId = randomUUID() as string } = {},
): Promise<Desk> {
  const commits = Array.from({ length: count }, (_, index) => aCommit(index + 1, textLength));
  const first = commits[0];
  if (first) commits[0] = { ...first, ops: [...first.ops, ...attachments.map(naming)] };
  const perFile = Math.max(3, Math.ceil(count / 4));
  const files: JournalSource['files'][number][] = [];
  for (let first = 1; first <= count; first += perFile) {
    const lines = commits
      .slice(first - 1, first - 1 + perFile)
      .map((commit, index) => toLine({ n: first + index, commit }));
    const bytes = Buffer.concat([toLine({ format: 1, deskId, first, schema: 1 }), ...lines]);
    const path = join(folder, `journal-${files.length + 1}.tdj`);
    await writeFile(path, bytes);
    files.push({ path, first, size: bytes.byteLength });
  }
  const filesFolder = join(folder, 'files');
  for (const text of attachments) await attach(filesFolder, text);
  const source = { deskId, last: count, schema: 1, tally: aTally, files };
  return { folder, filesFolder, commits, source };
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const naming = (text: string): Op => ({
  op: 'put',
  entity: 'attachment',
  id: text,
  value: { name: text, hash: hashOf(text) },
});

/** Keeps an attachment as the vault does, and answers its hash. */
export async function attach(filesFolder: string, text: string): Promise<string> {
  const hash = hashOf(text);
  await mkdir(join(filesFolder, hash.slice(0, 2)), { recursive: true });
  await writeFile(join(filesFolder, hash.slice(0, 2), hash), text);
  return hash;
}

/** An archiver whose tasks run in this process, over a disk that can be made to fail. */
export const inlineArchiver = (folder: string, disk: Disk = realDisk): Promise<Archiver> =>
  createArchiver({
    disk,
    spawn: () => inlineChild(disk),
    folder: join(folder, 'unpacked'),
    schema: 1,
  });

export function inlineChild(disk: Disk): HostChild {
  let toHost: (reply: ArchiveReply) => void = () => undefined;
  let ended: () => void = () => undefined;
  return {
    post: (raw) => {
      const task = archiveTaskSchema.parse(raw);
      runArchiveTask(task, disk, (progress) => toHost({ type: 'progress', ...progress })).then(
        (answer) =>
          toHost(
            answer.ok
              ? { type: 'done', archived: answer.value }
              : { type: 'failed', why: answer.error },
          ),
        // A process ends with what it throws.
        () => ended(),
      );
    },
    onMessage: (listener) => {
      toHost = listener;
    },
    onExit: (listener) => {
      ended = listener;
    },
    kill: () => ended(),
  };
}

export async function allOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

export const facts = { appVersion: '0.2.0', takenAt: 1_790_000_000_000, why: 'backup' } as const;
export const open: Lock = { type: 'open' };

/** A desk, packed with its attachments. */
export async function packed(lock: Lock = open, desk?: Awaited<ReturnType<typeof aDesk>>) {
  const folder = await newFolder();
  const made = desk ?? (await aDesk(folder));
  const archiver = await inlineArchiver(folder);
  const path = join(folder, 'desk.tdesk');
  const { source, filesFolder } = made;
  const plan = { source, facts, filesFolder, withFiles: true, lock };
  const archived = expectOk(await archiver.pack(plan, path, unwatched()));
  return { ...made, folder, archiver, path, archived };
}

export async function contentsOf(archiver: Archiver, path: string, key: Key | null = null) {
  const opened = expectOk(await archiver.open(path, key, unwatched()));
  const texts: string[] = [];
  for (const { bytes } of opened.files) {
    texts.push(Buffer.concat(await allOf(bytes())).toString('utf8'));
  }
  return { ...opened, commits: await allOf(opened.commits()), texts };
}

export interface TarEntry {
  readonly name: string;
  readonly bytes?: string | Uint8Array;
  readonly type?: 'file' | 'symlink' | 'link' | 'directory';
  readonly linkname?: string;
}

/** The entries in the form of an archive, with a seal that holds, whatever they are. */
export async function sealedArchive(entries: readonly TarEntry[]): Promise<Uint8Array> {
  const tar = pack();
  for (const { name, bytes = '', type = 'file', linkname } of entries) {
    tar.entry(
      { name, type, ...(linkname === undefined ? {} : { linkname }) },
      typeof bytes === 'string' ? Buffer.from(bytes) : bytes,
    );
  }
  tar.finalize();
  const chunks: Uint8Array[] = [];
  for await (const chunk of tar) if (chunk instanceof Uint8Array) chunks.push(chunk);
  const body = gzipSync(Buffer.concat(chunks)).subarray(GZIP_HEAD.byteLength);
  const seal = createHash('sha256').update(body).digest('hex');
  return Buffer.concat([GZIP_HEAD, Buffer.from(`${seal}\0`), body]);
}

/** Writes an archive anew after its bytes were changed, so that the seal is no help. */
export async function reseal(path: string, body: Uint8Array): Promise<void> {
  const head = (await readFile(path)).subarray(0, HEAD_BYTES);
  const seal = createHash('sha256').update(body).digest('hex');
  head.set(Buffer.from(seal), GZIP_HEAD.byteLength);
  await writeFile(path, Buffer.concat([head, body]));
}

export const sumsOf = (entries: readonly TarEntry[]): TarEntry => ({
  name: 'SHA256SUMS',
  bytes: entries
    .map(({ name, bytes = '' }) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`)
    .join(''),
});
