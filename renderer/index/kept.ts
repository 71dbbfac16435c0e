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
  /** What its table held then; null where that was not known, or none. */
  readonly tally: Count | null;
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
/** Questions wait so long at most while something is written, in ms. */
const PIECE_MS = 8;
/** A kind that changes while it is written is begun again so often. */
const MOST_TRIES = 3;
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
  /** Writes down what is worth it, in pieces between which questions are answered. */
  readonly keep: (isFilled: (name: EntityName) => boolean) => Promise<void>;
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

/** A kind as it lies in the folder, and the state of the columns that this is. */
interface Written {
  readonly state: string;
  readonly kind: KeptKind;
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
  const isOther = kind.tally && (kind.tally.count !== count || kind.tally.digest !== digest);
  if (touched.length === 0 && isOther) return null;
  try {
    await onKeptFile(folder, name, false, (file) =>
      columns.takeIn(name, createPartReader(file, kind.sum)),
    );
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

/** Writes a kind; null where it changes all the time, or nothing is to be kept any more. */
function writeKind(
  { columns }: Parts,
  { folder, room, isOver }: Writing,
  name: EntityName,
): Promise<Written | null> {
  return onKeptFile(folder, name, true, async (file) => {
    for (let turn = 0; turn < MOST_TRIES; turn += 1) {
      file.truncate(0);
      const writer = createPartWriter(file);
      const [state, made] = [columns.stateOf(name), columns.madeOf(name)];
      let begun = performance.now();
      for (const part of columns.parts(name)) {
        writer.write(part);
        if (file.getSize() > room) throw new Error('too large to be kept');
        if (performance.now() - begun < PIECE_MS) continue;
        await new Promise((resolve) => setTimeout(resolve));
        begun = performance.now();
        if (isOver() || columns.stateOf(name) !== state) break;
      }
      if (isOver()) return null;
      if (columns.stateOf(name) !== state) continue;
      return { state, kind: { made, tally: null, ...writer.end() } };
    }
    return null;
  });
}

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
  const keepKind = async (writing: Writing, name: EntityName): Promise<KeptKind | null> => {
    const before = written.get(name);
    if (before?.state === columns.stateOf(name)) return before.kind;
    const made = await writeKind(parts, writing, name);
    if (made) written.set(name, made);
    return made?.kind ?? null;
  };
  const keepAll = async (isFilled: (name: EntityName) => boolean): Promise<void> => {
    const { folder, log } = await opened;
    if (!folder) return;
    const later = heard.filter((id) => id > log.head);
    const head = later.at(-1) ?? log.head;
    const counted = changes;
    const now = await logSince(database, null);
    const kinds: Record<string, KeptKind> = {};
    let room = MOST_KEPT;
    for (const name of entityNames) {
      // The text of attachments comes later, at every start.
      if (name === attachment.name || !isFilled(name) || columns.count(name) < FEWEST) continue;
      const kind = await keepKind({ folder, room, isOver: () => isOver }, name);
      if (isOver) return;
      if (!kind) continue;
      room -= kind.size;
      kinds[name] = { ...kind, tally: (now.head === head && now.tally[name]) || null };
    }
    if (Object.keys(kinds).length === 0) return;
    await writeManifest(folder, { program, head, commits: log.commits + later.length, kinds });
    isThere = true;
    changes -= counted;
  };

  return {
    load: (name) => load(name).catch(() => false),
    heard: (commit, ops) => {
      heard.push(commit);
      changes += ops;
    },
    keep: async (isFilled) => {
      if (isOver || isKeeping || (isThere && changes < MANY_CHANGES)) return;
      isKeeping = true;
      try {
        await keepAll(isFilled);
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
