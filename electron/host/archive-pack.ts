import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Pack, pack } from 'tar-stream';
import {
  ARCHIVE_FORMAT,
  type ArchiveFacts,
  BLANK_SEAL,
  FACTS_ENTRY,
  fileEntry,
  GZIP_HEAD,
  JOURNAL_ENTRY,
  SUMS_ENTRY,
} from './archive.ts';

/** Text of records shrinks to a third at any level; higher ones only take longer. */
const LEVEL = 3;

export interface ArchiveContents {
  readonly facts: Omit<ArchiveFacts, 'format'>;
  /** Lines of the journal, header first, and how many bytes they are together. */
  readonly journal: { readonly size: number; readonly lines: AsyncIterable<Uint8Array> };
  /** The bytes of an attachment that the facts name; asked for only when files are included. */
  readonly fileBytes: (hash: string) => AsyncIterable<Uint8Array>;
}

/** The bytes of an archive, its seal blank. Throws when a source throws or is not as long as was said. */
export async function* packArchive(contents: ArchiveContents): AsyncGenerator<Uint8Array> {
  const tar = pack();
  const gzip = createGzip({ level: LEVEL });
  const feeding = feed(tar, contents);
  // What ends one of them ends all; the first error is the one that is thrown.
  feeding.catch((error) => tar.destroy(error));
  pipeline(tar, gzip).catch(() => undefined);
  try {
    yield Buffer.concat([GZIP_HEAD, Buffer.from(`${BLANK_SEAL}\0`)]);
    let headless = false;
    for await (const chunk of gzip) {
      // zlib begins with a head of ten bytes that cannot carry a comment.
      yield headless ? chunk : chunk.subarray(GZIP_HEAD.byteLength);
      headless = true;
    }
    await feeding;
  } finally {
    tar.destroy();
  }
}

async function feed(tar: Pack, { facts, journal, fileBytes }: ArchiveContents): Promise<void> {
  const mtime = new Date(facts.takenAt ?? 0);
  const sums: string[] = [];
  const add = async (name: string, size: number, bytes: AsyncIterable<Uint8Array>) => {
    const hash = createHash('sha256');
    const entry = tar.entry({ name, size, mtime, mode: 0o644 });
    await pipeline(Readable.from(observed(bytes, (chunk) => hash.update(chunk))), entry);
    sums.push(`${hash.digest('hex')}  ${name}\n`);
  };
  const described: ArchiveFacts = { format: ARCHIVE_FORMAT, ...facts };
  const description = Buffer.from(`${JSON.stringify(described, null, 2)}\n`);
  await add(FACTS_ENTRY, description.byteLength, once(description));
  await add(JOURNAL_ENTRY, journal.size, journal.lines);
  for (const { hash, size } of facts.filesIncluded ? facts.files : []) {
    await add(fileEntry(hash), size, fileBytes(hash));
  }
  const list = Buffer.from(sums.join(''));
  await pipeline(
    Readable.from([list]),
    tar.entry({ name: SUMS_ENTRY, size: list.byteLength, mtime, mode: 0o644 }),
  );
  tar.finalize();
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function* observed(
  chunks: AsyncIterable<Uint8Array>,
  see: (chunk: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    see(chunk);
    yield chunk;
  }
}
