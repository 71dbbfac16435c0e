import type { Count, StoredRecord } from '../../shared/commits/index.ts';
import { attachment } from '../../shared/features/attachments/index.ts';
import { type EntityName, entityNames } from '../../shared/registry.ts';
import { type DeskDatabase, tableOf } from '../data/database.ts';
import { forgetKept, keptFolder, onKeptFile } from '../data/kept.ts';
import { logSince, type Reach, type Since } from '../data/since.ts';
import type { Columns } from './columns.ts';
import { createPartReader, createPartWriter } from './parts.ts';
import { MOST_KEPT } from './protocol.ts';

/** A kind of record as it was written down. */
interface KeptKind {
  /** The description that its columns are made of. */
  readonly made: string;
  /** Tells its file from an older or a newer one. */
  readonly sum: number;
  readonly size: number;
  /** What its table held then. */
  readonly tally: Count;
}

/** What lies in the folder. Files that it does not name, or names with another sum, are nothing. */
interface Manifest extends Reach {
  /** What wrote it: another build, or another browser, may order or fold texts otherwise. */
  readonly program: string;
  readonly kinds: Readonly<Record<string, KeptKind>>;
}

const MANIFEST = 'manifest';
/** Kinds with fewer records are built as fast. */
const FEWEST = 1_000;
/** With so many changes since, all is written once more. */
const MANY_CHANGES = 2_000;
/** Questions wait so long, or for one piece, while something is read or written; in ms. */
const PIECE_MS = 8;
const READ_AT_ONCE = 500;
/** Above this part of a kind, it is built. */
const MOST_TOUCHED = 1 / 4;

/** Null where there is none, or not one of this program. */
async function readManifest(
  folder: FileSystemDirectoryHandle,
  program: string,
): Promise<Manifest | null> {
  try {
    return await onKeptFile(folder, MANIFEST, false, (file) => {
      const reader = createPartReader(file);
      const text = reader.text();
      // Its sum says that it is what `writeManifest` wrote.
      const manifest = reader.isEnd() ? (JSON.parse(text) as Manifest) : null;
      return manifest?.program === program ? manifest : null;
    });
  } catch {
    return null;
  }
}

const writeManifest = (folder: FileSystemDirectoryHandle, manifest: Manifest): Promise<void> =>
  onKeptFile(folder, MANIFEST, true, (file) => {
    file.truncate(0);
    const writer = createPartWriter(file);
    writer.write(JSON.stringify(manifest));
    writer.end();
  });

/** How the index is kept for the next start, and taken in again. */
export interface Kept {
  /**
   * Fills a kind with what was kept, and what happened to it since; false where it has to be built.
   * Only good once, before anything is heard that is not in the database.
   */
  readonly load: (name: EntityName) => Promise<boolean>;
  /** Hears of each commit that the columns follow. */
  readonly heard: (commit: string, ops: number) => void;
  /**
   * Writes down what is worth it, in pieces between which questions are answered. All kinds are
   * filled; where anything is heard meanwhile, it is left for another time.
   */
  readonly keep: () => Promise<void>;
  /** The columns show something else than the tables hold: they are not kept any more. */
  readonly end: () => void;
}

/** For where nothing is kept. */
export const keptNowhere: Kept = {
  load: async () => false,
  heard: () => undefined,
  keep: async () => undefined,
  end: () => undefined,
};

interface Parts {
  readonly database: DeskDatabase;
  readonly columns: Columns;
  readonly put: (name: string, records: readonly StoredRecord[]) => void;
  readonly program: string;
}

interface Opened {
  readonly folder: FileSystemDirectoryHandle | null;
  readonly manifest: Manifest | null;
  readonly log: Since;
}

async function open({ database, program }: Parts): Promise<Opened> {
  const folder = await keptFolder(database.name);
  const manifest = folder && (await readManifest(folder, program));
  return { folder, manifest, log: await logSince(database, manifest) };
}

/** Reads anew what was touched since it was kept. */
async function catchUp({ database, columns, put }: Parts, name: string, ids: readonly string[]) {
  for (let from = 0; from < ids.length; from += READ_AT_ONCE) {
    const some = ids.slice(from, from + READ_AT_ONCE);
    const records = await tableOf(database, name).bulkGet(some);
    put(
      name,
      records.filter((record) => record !== undefined),
    );
    columns.remove(
      name,
      some.filter((_, at) => records[at] === undefined),
    );
  }
}

/** Lets the worker hear and answer, where it has not for a while. */
function createPause(): () => Promise<void> {
  let begun = performance.now();
  return async () => {
    if (performance.now() - begun < PIECE_MS) return;
    await new Promise((resolve) => setTimeout(resolve));
    begun = performance.now();
  };
}

/** A kind as it lies in the folder, and the state of the columns that this is. */
interface Written {
  readonly state: string;
  readonly kind: Omit<KeptKind, 'tally'>;
}

/** Fills a kind with what was kept and what happened to it since; null where it has to be built. */
async function loadKind(
  parts: Parts,
  { folder, manifest, log }: Opened,
  name: EntityName,
): Promise<(Written & { readonly changes: number }) | null> {
  const { columns } = parts;
  const kind = manifest?.kinds[name];
  if (!folder || !log.touched || kind?.made !== columns.madeOf(name)) return null;
  const touched = [...(log.touched.get(name) ?? [])];
  const { count, digest } = log.tally[name] ?? { count: 0, digest: '' };
  if (touched.length > count * MOST_TOUCHED) return null;
  // What no commit tells of has changed the tables, or what was kept is of others.
  const isSame = kind.tally.count === count && kind.tally.digest === digest;
  if (touched.length === 0 && !isSame) return null;
  try {
    await onKeptFile(folder, name, false, async (file) => {
      const pause = createPause();
      for (const _ of columns.takeIn(name, createPartReader(file, kind.sum))) await pause();
    });
    const state = columns.stateOf(name);
    await catchUp(parts, name, touched);
    if (columns.count(name) !== count) throw new Error(`not all of ${name} was kept`);
    return { state, kind, changes: touched.length };
  } catch {
    columns.empty(name);
    return null;
  }
}

interface Writing {
  readonly folder: FileSystemDirectoryHandle;
  /** Bytes that may be written. */
  readonly room: number;
  readonly isOver: () => boolean;
}

/** Writes a kind; null where nothing is to be kept any more. */
function writeKind(
  { columns }: Parts,
  { folder, room, isOver }: Writing,
  name: EntityName,
): Promise<Written | null> {
  return onKeptFile(folder, name, true, async (file) => {
    file.truncate(0);
    const writer = createPartWriter(file);
    const [state, made] = [columns.stateOf(name), columns.madeOf(name)];
    const pause = createPause();
    for (const part of columns.parts(name)) {
      writer.write(part);
      if (file.getSize() > room) throw new Error('too large to be kept');
      await pause();
      // What is left is of other columns by now.
      if (isOver()) return null;
    }
    return { state, kind: { made, ...writer.end() } };
  });
}

/** The text of attachments comes later, at every start. */
const worthKeeping = ({ count }: Columns): readonly EntityName[] =>
  entityNames.filter((name) => name !== attachment.name && count(name) >= FEWEST);

/** Columns that are kept in a folder of their database's. `program` tells who can read them. */
export function createKept(parts: Parts): Kept {
  const { database, columns, program } = parts;
  const opened = open(parts);
  // Whoever loads or keeps hears of a failure.
  opened.catch(() => undefined);
  const written = new Map<string, Written>();
  const tried = new Set<string>();
  const heard: string[] = [];
  let changes = 0;
  let isThere = false;
  let isKeeping = false;
  let isOver = false;

  const load = async (name: EntityName): Promise<boolean> => {
    if (tried.has(name)) return false;
    tried.add(name);
    const loaded = await loadKind(parts, await opened, name);
    if (!loaded) return false;
    written.set(name, loaded);
    changes += loaded.changes;
    isThere = true;
    return true;
  };

  /** What is to lie in the folder of a kind: what does already, or written now. */
  const keepKind = async (writing: Writing, name: EntityName): Promise<Written['kind'] | null> => {
    const before = written.get(name);
    if (before?.state === columns.stateOf(name)) return before.kind;
    const made = await writeKind(parts, writing, name);
    if (made) written.set(name, made);
    return made?.kind ?? null;
  };
  const keepAll = async (): Promise<void> => {
    const { folder, log } = await opened;
    const names = worthKeeping(columns);
    if (!folder || names.length === 0) return;
    const [begun, counted] = [heard.length, changes];
    const isStale = (): boolean => isOver || heard.length > begun;
    const head = heard.filter((id) => id > log.head).at(-1) ?? log.head;
    const now = await logSince(database, null);
    // What is written already is heard in a moment.
    if (isStale() || now.head !== head) return;
    const kinds: Record<string, KeptKind> = {};
    let room = MOST_KEPT;
    for (const name of names) {
      const kind = await keepKind({ folder, room, isOver: isStale }, name);
      const tally = now.tally[name];
      if (!kind || isStale()) return;
      room -= kind.size;
      if (tally) kinds[name] = { ...kind, tally };
    }
    await writeManifest(folder, { program, head, commits: now.commits, kinds });
    isThere = true;
    changes -= counted;
  };

  return {
    load: (name) => load(name).catch(() => false),
    heard: (commit, ops) => {
      heard.push(commit);
      changes += ops;
    },
    keep: async () => {
      if (isOver || isKeeping || (isThere && changes < MANY_CHANGES)) return;
      isKeeping = true;
      try {
        await keepAll();
      } catch {
        // A full disk, most likely: room for what matters is worth more than a fast start.
        isOver = true;
        await forgetKept((name) => name !== database.name);
      } finally {
        isKeeping = false;
      }
    },
    end: () => {
      isOver = true;
    },
  };
}
