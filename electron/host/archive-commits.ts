import type { Commit } from '../../shared/commits/commit.ts';
import {
  type ArchiveFacts,
  archiveFactsSchema,
  FACTS_ENTRY,
  HEAD_BYTES,
  JOURNAL_ENTRY,
} from './archive.ts';
import { linesOf } from './archive-lines.ts';
import { bytesOf, peek, sealIn, unpacked } from './archive-read.ts';
import { type Disk, fileChunks } from './disk.ts';
import { toEntry } from './journal.ts';

/** Reading from a snapshot that was verified when it was written. All here throws on damage. */

export interface NumberedCommit {
  readonly n: number;
  readonly commit: Commit;
  /** How long its line is. */
  readonly bytes: number;
}

/** What a snapshot says of itself, without reading on. */
export async function factsOf(disk: Disk, path: string): Promise<ArchiveFacts> {
  for await (const { name, bytes } of entriesOf(disk, path)) {
    if (name !== FACTS_ENTRY) break;
    const chunks: Uint8Array[] = [];
    for await (const chunk of bytes) chunks.push(chunk);
    return archiveFactsSchema.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
  }
  throw new Error(`${path} does not say what it is`);
}

/** The commits of a snapshot in order, from the first. */
export async function* commitsOf(disk: Disk, path: string): AsyncGenerator<NumberedCommit> {
  for await (const { name, bytes } of entriesOf(disk, path)) {
    if (name !== JOURNAL_ENTRY) {
      for await (const _ of bytes);
      continue;
    }
    let n = 0;
    for await (const line of linesOf(bytes)) {
      if (line === null) throw new Error(`${path} is damaged after ${n}`);
      const entry = toEntry(line.json);
      if (entry === null) continue;
      n += 1;
      if (entry.n !== n) throw new Error(`${path} lacks ${n}`);
      yield { n, commit: entry.commit, bytes: line.bytes };
    }
    return;
  }
  throw new Error(`${path} holds no journal`);
}

async function* entriesOf(
  disk: Disk,
  path: string,
): AsyncGenerator<{ readonly name: string; readonly bytes: AsyncIterable<Uint8Array> }> {
  const file = fileChunks(disk, path);
  try {
    const { head, chunks } = await peek(file, HEAD_BYTES);
    const seal = sealIn(head);
    if (seal === null) throw new Error(`${path} is no snapshot`);
    const { entries, whole } = unpacked(seal, chunks);
    try {
      for (let next = await entries.next(); next.done !== true; next = await entries.next()) {
        yield { name: next.value.header.name, bytes: bytesOf(next.value) };
      }
    } finally {
      await entries.return?.();
      await whole.catch(() => undefined);
    }
  } finally {
    await file.return(undefined);
  }
}
