import { join } from 'node:path';
import { UNFINISHED, writeFileAtomically } from './atomic-file.ts';
import { broken, type Disk, readRange, readWhole, sizeOf, syncFolder, writeAll } from './disk.ts';
import { type JournalHeader, piecesOf, toEntry, toHeader, toLine } from './journal.ts';

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

/** What is known about one desk's journal; everything else is read from the files. */
export interface Journal {
  readonly folder: string;
  readonly files: JournalFile[];
  /** Counts how often files were written anew: places in them hold within one edition only. */
  edition: number;
  /** Number of the last commit, and when it was made. */
  last: number;
  at: number;
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
  const numbers = numbersIn(names);
  const journal: Journal = {
    folder,
    files: [],
    edition: 0,
    last: 0,
    at: 0,
    schema: 0,
    setAside: 0,
    nextFile: (numbers.at(-1) ?? 0) + 1,
  };
  for (const number of numbers) {
    const path = pathOf(folder, number);
    if (number === numbers.at(-1)) await openLastFile(journal, disk, path);
    else await openEarlierFile(journal, disk, path);
  }
  return journal;
}

/** Numbers of the journal files among some names, in order. */
export const numbersIn = (names: readonly string[]): readonly number[] =>
  names
    .flatMap((name) => /^journal-(\d{6})\.tdj$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);

/** The desk that a journal file says it is of, or null when its head cannot be read. */
export async function ownerOf(disk: Disk, path: string): Promise<string | null> {
  return (await headerOf(disk, path))?.deskId ?? null;
}

async function headerOf(disk: Disk, path: string): Promise<JournalHeader | null> {
  const [line] = piecesOf(await readRange(disk, path, 0, HEADER_BYTES));
  return line?.good ? toHeader(line.json) : null;
}

export const pathOf = (folder: string, number: number) =>
  join(folder, `journal-${String(number).padStart(6, '0')}.tdj`);

/** Of a file that is full only the header is read; its lines are verified when they are asked for. */
async function openEarlierFile(journal: Journal, disk: Disk, path: string): Promise<void> {
  const header = await headerOf(disk, path);
  const first = header?.first ?? firstNumberIn(await readWhole(disk, path));
  // A file without one readable line cannot be placed: reading reports its commits as damaged.
  if (first === null) return;
  journal.schema = Math.max(journal.schema, header?.schema ?? 0);
  journal.files.push({ path, first, size: await sizeOf(disk, path), unsettled: false });
}

function firstNumberIn(bytes: Uint8Array): number | null {
  for (const piece of piecesOf(bytes)) {
    const entry = piece.good ? toEntry(piece.json) : null;
    if (entry !== null) return entry.n;
  }
  return null;
}

async function openLastFile(journal: Journal, disk: Disk, path: string): Promise<void> {
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
      journal.schema = Math.max(journal.schema, header.schema);
      first ??= header.first;
    } else {
      first ??= entry.n;
      journal.last = entry.n;
      journal.at = entry.commit.at;
      journal.schema = Math.max(journal.schema, entry.commit.schema);
    }
  }
  // A new file whose first write was torn away whole still says where the one before ended.
  if (first !== null && journal.last === 0) journal.last = first - 1;
  const torn = bytes.subarray(size);
  if (torn.byteLength > 0) {
    await setAside(disk, journal.folder, torn);
    journal.setAside += torn.byteLength;
  }
  if (first === null) {
    await disk.rm(path);
    await syncFolder(disk, journal.folder);
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
    journal.at = entry.commit.at;
    journal.schema = Math.max(journal.schema, entry.commit.schema);
  }
}

/** Damaged bytes are never thrown away: somebody may still read something from them. */
export async function setAside(disk: Disk, folder: string, bytes: Uint8Array): Promise<void> {
  const taken = await disk.readdir(folder);
  let number = 1;
  while (taken.includes(`set-aside-${number}.bin`)) number += 1;
  await writeFileAtomically(disk, join(folder, `set-aside-${number}.bin`), [bytes]);
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
    // Somebody else wrote to it: what comes after would not be where it is looked for.
    if ((await handle.stat()).size !== file.size) {
      throw broken(`not as long as it was left: ${file.path}`);
    }
    file.unsettled = true;
    await writeAll(handle, bytes, file.size);
    await handle.sync();
    file.size += bytes.byteLength;
    file.unsettled = false;
  } catch (error) {
    if (!file.unsettled) throw error;
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

/** Starts a synced new file that holds these lines after its header, or none. */
export async function addFile(
  disk: Disk,
  journal: Journal,
  header: JournalHeader,
  lines: readonly Uint8Array[],
): Promise<void> {
  const path = pathOf(journal.folder, journal.nextFile);
  const bytes = Buffer.concat([toLine(header), ...lines]);
  try {
    await writeFileAtomically(disk, path, [bytes]);
  } catch (error) {
    // The new name may be there although its folder could not be synced.
    await disk.rm(path, { force: true }).catch(() => undefined);
    await syncFolder(disk, journal.folder).catch(() => undefined);
    throw error;
  }
  journal.nextFile += 1;
  journal.files.push({ path, first: header.first, size: bytes.byteLength, unsettled: false });
}
