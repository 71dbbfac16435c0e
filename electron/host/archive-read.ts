import { createHash, type Hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type Extract, extract } from 'tar-stream';
import { err, ok, type Result } from '../../shared/core/result.ts';
import {
  ARCHIVE_FORMAT,
  type ArchiveFacts,
  archiveFactsSchema,
  BLANK_SEAL,
  FACTS_ENTRY,
  fileEntry,
  GZIP_HEAD,
  HEAD_BYTES,
  JOURNAL_ENTRY,
  SUMS_ENTRY,
} from './archive.ts';
import { checkJournal, type JournalFacts, type JournalFailure } from './archive-lines.ts';
import { sha256Of } from './disk.ts';

/** The facts name every attachment in 120 bytes: enough for half a million of them. */
const MAX_FACTS_BYTES = 64 * 1024 * 1024;
/** Far beyond any desk; it stops a file that unpacks without end. */
const MAX_JOURNAL_BYTES = 8 * 1024 ** 3;

/** Where what an archive holds goes while it is verified. Nothing of it is to be trusted before. */
export interface Sink {
  /** A part of that many bytes comes next. May throw what the system says about room for it. */
  readonly begin: (name: string, size: number) => Promise<void>;
  readonly write: (chunk: Uint8Array) => Promise<void>;
  readonly end: () => Promise<void>;
}

export const nowhere: Sink = {
  begin: async () => undefined,
  write: async () => undefined,
  end: async () => undefined,
};

export type ReadAnswer = Result<ArchiveFacts, JournalFailure>;

interface ReadOptions {
  /** Number of the newest migration that this app knows. */
  readonly knownSchema: number;
  readonly sink: Sink;
}

/**
 * Reads a whole archive, of this format or the one before, and verifies all of it: every checksum,
 * line and number, and that nothing else is in it. Throws only what the sink throws.
 */
export async function readArchive(
  source: AsyncIterable<Uint8Array>,
  { knownSchema, sink }: ReadOptions,
): Promise<ReadAnswer> {
  const refused: { error?: unknown } = {};
  const guarded = guard(sink, refused);
  let reached = 0;
  const progress = (at: number): void => {
    reached = at;
  };
  try {
    const { head, chunks } = await peek(source, HEAD_BYTES);
    const seal = sealIn(head);
    if (seal !== null) {
      return await readTar(unpacked(seal, chunks), knownSchema, guarded, progress);
    }
    return isJournal(head) ? await readJournal(chunks, knownSchema, guarded) : err(NOT_A_BACKUP);
  } catch {
    if ('error' in refused) throw refused.error;
    // Whatever a foreign file makes the readers of gzip, tar and JSON say: it is not as written.
    return err({ type: 'damaged', at: reached });
  }
}

const NOT_A_BACKUP = { type: 'notABackup' } as const;
const isJournal = (head: Uint8Array): boolean => /^\d+ /.test(Buffer.from(head).toString('latin1'));

/** Keeps what the sink throws apart from what the file makes its readers throw. */
function guard(sink: Sink, refused: { error?: unknown }): Sink {
  const guarded =
    <A extends readonly unknown[]>(call: (...input: A) => Promise<void>) =>
    async (...input: A): Promise<void> => {
      try {
        await call(...input);
      } catch (error) {
        refused.error = error;
        throw error;
      }
    };
  return { begin: guarded(sink.begin), write: guarded(sink.write), end: guarded(sink.end) };
}

async function readJournal(
  chunks: AsyncIterable<Uint8Array>,
  knownSchema: number,
  sink: Sink,
): Promise<ReadAnswer> {
  await sink.begin(JOURNAL_ENTRY, 0);
  const journal = await checkJournal(passing(chunks, [sink.write]), knownSchema);
  if (!journal.ok) return journal;
  await sink.end();
  return ok({
    ...journal.value,
    format: 1,
    appVersion: null,
    takenAt: null,
    why: null,
    tally: null,
    files: [],
    filesIncluded: false,
    leftOut: [],
  });
}

async function readTar(
  { entries, whole }: ReturnType<typeof unpacked>,
  knownSchema: number,
  sink: Sink,
  progress: (at: number) => void,
): Promise<ReadAnswer> {
  try {
    const parts = partsOf(entries, sink);
    const description = await parts.text(FACTS_ENTRY, MAX_FACTS_BYTES);
    const facts = toFacts(description);
    if (facts === null) return err(NOT_A_BACKUP);
    if (facts.format > ARCHIVE_FORMAT || facts.schema > knownSchema) return err({ type: 'tooNew' });

    const journal = await parts.pass(JOURNAL_ENTRY, { atMost: MAX_JOURNAL_BYTES }, (bytes) =>
      checkJournal(bytes, knownSchema),
    );
    if (!journal.ok) return journal;
    progress(journal.value.last);
    if (!agrees(facts, journal.value)) return damaged(journal.value.last);
    for (const { hash, size } of facts.filesIncluded ? facts.files : []) {
      const actual = await parts.pass(fileEntry(hash), { exactly: size }, sha256Of);
      if (actual !== hash) return damaged(facts.last);
    }
    const expected = parts.sums();
    if ((await parts.text(SUMS_ENTRY, expected.length)) !== expected) return damaged(facts.last);
    await parts.end();
    await whole;
    return ok(facts);
  } finally {
    // Where reading ends early, the rest is let go.
    await entries.return?.();
    await whole.catch(() => undefined);
  }
}

const damaged = (at: number): ReadAnswer => err({ type: 'damaged', at });

/** Only the number of the format is sure to be where it is in a file of a newer one. */
function toFacts(text: string): ArchiveFacts | null {
  const content: unknown = JSON.parse(text);
  const facts = archiveFactsSchema.safeParse(content).data;
  if (facts !== undefined) return facts;
  const { format } = archiveFactsSchema.pick({ format: true }).parse(content);
  return format > ARCHIVE_FORMAT ? { ...EMPTY_FACTS, format } : null;
}

const EMPTY_FACTS: Omit<ArchiveFacts, 'format'> = {
  appVersion: null,
  schema: 0,
  deskId: null,
  last: 0,
  takenAt: null,
  why: null,
  tally: null,
  files: [],
  filesIncluded: false,
  leftOut: [],
};

const agrees = (facts: ArchiveFacts, journal: JournalFacts): boolean =>
  facts.deskId === journal.deskId && facts.last === journal.last && facts.schema === journal.schema;

type Entries = ReturnType<Extract[typeof Symbol.asyncIterator]>;

/**
 * The entries of a gzipped tar. `whole` resolves when the seal and gzip's own checksum were right
 * to the end.
 */
export function unpacked(
  seal: string,
  chunks: AsyncIterable<Uint8Array>,
): { readonly entries: Entries; readonly whole: Promise<void> } {
  const tar = extract();
  const entries = tar[Symbol.asyncIterator]();
  const whole = pipeline(Readable.from(sealed(seal, chunks)), createGunzip(), tar);
  // It is awaited where reading ends; until then a failure is the entries' to report.
  whole.catch(() => undefined);
  return { entries, whole };
}

/** The same bytes; instead of an end it throws when they do not have the seal that they say. */
async function* sealed(
  seal: string,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let before = HEAD_BYTES;
  for await (const chunk of chunks) {
    hash.update(chunk.subarray(before));
    before = Math.max(0, before - chunk.byteLength);
    yield chunk;
  }
  if (seal !== BLANK_SEAL && hash.digest('hex') !== seal) throw new Error('broken seal');
}

interface Parts {
  /** The next entry, which must be the named one, as text of at most so many bytes. */
  readonly text: (name: string, maxBytes: number) => Promise<string>;
  /** The next entry, on its way to the sink seen by `check`, which reads all of it or fails. */
  readonly pass: <T>(
    name: string,
    size: { readonly exactly: number } | { readonly atMost: number },
    check: (bytes: AsyncIterable<Uint8Array>) => Promise<T>,
  ) => Promise<T>;
  /** The list of sums of what was read so far. */
  readonly sums: () => string;
  /** Throws when there is one more entry. */
  readonly end: () => Promise<void>;
}

/** Takes the entries in the one order that an archive has. */
function partsOf(entries: Entries, sink: Sink): Parts {
  const sums: string[] = [];
  const next = async (name: string, fits: (size: number) => boolean) => {
    const { value: entry, done } = await entries.next();
    if (done === true) throw new Error(`no ${name}`);
    const { header } = entry;
    if (header.name !== name || header.type !== 'file' || !fits(header.size)) {
      throw new Error(`not ${name}`);
    }
    return entry;
  };
  const note = (name: string, hash: Hash): void => {
    sums.push(`${hash.digest('hex')}  ${name}\n`);
  };
  return {
    text: async (name, maxBytes) => {
      const entry = await next(name, (size) => size <= maxBytes);
      const hash = createHash('sha256');
      const chunks: Uint8Array[] = [];
      for await (const chunk of bytesOf(entry)) {
        hash.update(chunk);
        chunks.push(chunk);
      }
      note(name, hash);
      return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    },
    pass: async (name, wanted, check) => {
      const entry = await next(name, (size) =>
        'exactly' in wanted ? size === wanted.exactly : size <= wanted.atMost,
      );
      const hash = createHash('sha256');
      await sink.begin(name, entry.header.size);
      const answer = await check(
        passing(bytesOf(entry), [
          async (chunk) => {
            hash.update(chunk);
          },
          sink.write,
        ]),
      );
      await sink.end();
      note(name, hash);
      return answer;
    },
    sums: () => sums.join(''),
    end: async () => {
      if (!(await entries.next()).done) throw new Error('more than an archive holds');
    },
  };
}

/** The stream of an entry says of itself only that it gives something. */
export async function* bytesOf(entry: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  for await (const chunk of entry) if (chunk instanceof Uint8Array) yield chunk;
}

async function* passing(
  chunks: AsyncIterable<Uint8Array>,
  through: readonly ((chunk: Uint8Array) => Promise<void>)[],
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    for (const see of through) await see(chunk);
    yield chunk;
  }
}

/** The first bytes of a stream, or all when it is shorter, and the stream from its start. */
export async function peek(
  source: AsyncIterable<Uint8Array>,
  count: number,
): Promise<{ readonly head: Uint8Array; readonly chunks: AsyncIterable<Uint8Array> }> {
  const iterator = source[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array(0);
  while (head.byteLength < count) {
    const { value, done } = await iterator.next();
    if (done) break;
    head = Buffer.concat([head, value]);
  }
  const rest = { [Symbol.asyncIterator]: () => iterator };
  return {
    head,
    chunks: (async function* () {
      yield head;
      yield* rest;
    })(),
  };
}

/** The seal that an archive's first bytes carry; null when they are not those of an archive. */
export function sealIn(head: Uint8Array): string | null {
  if (!GZIP_HEAD.every((byte, index) => head[index] === byte)) return null;
  const comment = Buffer.from(head.subarray(GZIP_HEAD.byteLength, HEAD_BYTES)).toString('latin1');
  return /^[0-9a-f]{64}\0$/.test(comment) ? comment.slice(0, -1) : null;
}
