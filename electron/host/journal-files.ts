import { join } from 'node:path';
import { UNFINISHED, writeFileAtomically } from './atomic-file.ts';
import { type Disk, readRange, readWhole, sizeOf, syncFolder, writeAll } from './disk.ts';
import { type JournalHeader, piecesOf, toEntry, toHeader } from './journal.ts';

/** A header is far shorter. */
const HEADER_BYTES = 4096;

export interface JournalFile {
  readonly path: string;
  /** Number of the first commit in it. */
  readonly first: number;
  /** Bytes that are known to be on the disk: whole lines, synced. */
  size: number;
  /** A failed append may have left bytes beyond `size`. */
  unsettled: boolean;
}

/** What the vault knows about itself; everything else is read from the files. */
export interface Journal {
  readonly files: JournalFile[];
  deskId: string | null;
  last: number;
  schema: number;
  setAside: number;
  /** Number that the next new file gets in its name. */
  nextFile: number;
}

/**
 * Reads what is in the folder. A damaged tail (a write that a power cut tore) is copied aside and
 * cut off; damage with good lines after it is left as it is.
 */
export async function openJournal(disk: Disk, folder: string): Promise<Journal> {
  const names = await disk.readdir(folder);
  for (const name of names.filter((name) => name.endsWith(UNFINISHED))) {
    await disk.rm(join(folder, name), { force: true });
  }
  const numbers = names
    .flatMap((name) => /^journal-(\d{6})\.tdj$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
  const journal: Journal = {
    files: [],
    deskId: null,
    last: 0,
    schema: 0,
    setAside: 0,
    nextFile: (numbers.at(-1) ?? 0) + 1,
  };
  for (const number of numbers) {
    const path = pathOf(folder, number);
    if (number === numbers.at(-1)) await openLastFile(journal, disk, folder, path);
    else await openEarlierFile(journal, disk, path);
  }
  return journal;
}

export const pathOf = (folder: string, number: number) =>
  join(folder, `journal-${String(number).padStart(6, '0')}.tdj`);

/** Of a file that is full only the header is read; its lines are verified when they are asked for. */
async function openEarlierFile(journal: Journal, disk: Disk, path: string): Promise<void> {
  const [line] = piecesOf(await readRange(disk, path, 0, HEADER_BYTES));
  const header = line?.good ? toHeader(line.json) : null;
  const first = header?.first ?? firstNumberIn(await readWhole(disk, path));
  // A file without one readable line cannot be placed: reading reports its commits as damaged.
  if (first === null) return;
  if (header !== null) adoptHeader(journal, header);
  journal.files.push({ path, first, size: await sizeOf(disk, path), unsettled: false });
}

function firstNumberIn(bytes: Uint8Array): number | null {
  for (const piece of piecesOf(bytes)) {
    const entry = piece.good ? toEntry(piece.json) : null;
    if (entry !== null) return entry.n;
  }
  return null;
}

function adoptHeader(journal: Journal, header: JournalHeader): void {
  journal.deskId ??= header.deskId;
  journal.schema = Math.max(journal.schema, header.schema);
}

async function openLastFile(
  journal: Journal,
  disk: Disk,
  folder: string,
  path: string,
): Promise<void> {
  const bytes = await readWhole(disk, path);
  let first: number | null = null;
  let size = 0;
  for (const piece of piecesOf(bytes)) {
    if (!piece.good) continue;
    size = piece.end;
    const entry = toEntry(piece.json);
    if (entry === null) {
      const header = toHeader(piece.json);
      if (header === null) continue;
      adoptHeader(journal, header);
      first ??= header.first;
    } else {
      first ??= entry.n;
      journal.last = entry.n;
      journal.schema = Math.max(journal.schema, entry.commit.schema);
    }
  }
  // A new file whose first write was torn away whole still says where the one before ended.
  if (first !== null && journal.last === 0) journal.last = first - 1;
  const torn = bytes.subarray(size);
  if (torn.byteLength > 0) await setAside(journal, disk, folder, torn);
  if (first === null) {
    await disk.rm(path);
    await syncFolder(disk, folder);
    await recountLast(journal, disk);
    return;
  }
  if (torn.byteLength > 0) await truncate(disk, path, size);
  journal.files.push({ path, first, size, unsettled: false });
}

/** When the newest file had nothing to keep, the one before it is the last. */
async function recountLast(journal: Journal, disk: Disk): Promise<void> {
  const file = journal.files.at(-1);
  if (file === undefined) return;
  for (const piece of piecesOf(await readWhole(disk, file.path))) {
    const entry = piece.good ? toEntry(piece.json) : null;
    if (entry === null) continue;
    journal.last = entry.n;
    journal.schema = Math.max(journal.schema, entry.commit.schema);
  }
}

/** Damaged bytes are never thrown away: somebody may still read something from them. */
async function setAside(
  journal: Journal,
  disk: Disk,
  folder: string,
  torn: Uint8Array,
): Promise<void> {
  const taken = await disk.readdir(folder);
  let number = 1;
  while (taken.includes(`set-aside-${number}.bin`)) number += 1;
  await writeFileAtomically(disk, join(folder, `set-aside-${number}.bin`), [torn]);
  journal.setAside += torn.byteLength;
}

/** Cuts a file back and syncs that. */
async function truncate(disk: Disk, path: string, size: number): Promise<void> {
  const handle = await disk.open(path, 'r+');
  try {
    await handle.truncate(size);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Adds synced bytes to a file, or leaves it ending where it ended. */
export async function extendFile(disk: Disk, file: JournalFile, bytes: Uint8Array): Promise<void> {
  if (file.unsettled) {
    await truncate(disk, file.path, file.size);
    file.unsettled = false;
  }
  const handle = await disk.open(file.path, 'r+');
  try {
    file.unsettled = true;
    await writeAll(handle, bytes, file.size);
    await handle.sync();
    file.size += bytes.byteLength;
    file.unsettled = false;
  } catch (error) {
    // If this fails as well, the next append starts with it.
    await truncate(disk, file.path, file.size).then(
      () => {
        file.unsettled = false;
      },
      () => undefined,
    );
    throw error;
  } finally {
    // The bytes are synced by now: how the handle closes changes nothing.
    await handle.close().catch(() => undefined);
  }
}

/** Makes a synced new file, or none. */
export async function createFile(
  disk: Disk,
  folder: string,
  path: string,
  bytes: Uint8Array,
): Promise<void> {
  try {
    await writeFileAtomically(disk, path, [bytes]);
  } catch (error) {
    // The new name may be there although its folder could not be synced.
    await disk.rm(path, { force: true }).catch(() => undefined);
    await syncFolder(disk, folder).catch(() => undefined);
    throw error;
  }
}
