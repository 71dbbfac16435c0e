/**
 * Folders beside the databases, one for each, in which its index is kept for the next start: in the
 * browser's private file system, so that large files neither hold up nor endanger what is written
 * to IndexedDB. Nothing in them is more than a copy of what the tables say.
 */
const FOLDER = 'index';

/**
 * A file that a worker has open for itself: a `FileSystemSyncAccessHandle`, which pages, and so the
 * types of this code, do not have. Reading and writing answer how many bytes it was.
 */
export interface KeptFile {
  readonly read: (into: Uint8Array, place: { readonly at: number }) => number;
  readonly write: (bytes: Uint8Array, place: { readonly at: number }) => number;
  readonly getSize: () => number;
  readonly truncate: (size: number) => void;
}

interface OpenFile extends KeptFile {
  readonly close: () => void;
}
interface WorkerFileHandle {
  readonly createSyncAccessHandle: () => Promise<OpenFile>;
}

/** Does something with a file of a folder. Only workers can. Rejects where it is open already. */
export async function onKeptFile<T>(
  folder: FileSystemDirectoryHandle,
  name: string,
  create: boolean,
  task: (file: KeptFile) => T | Promise<T>,
): Promise<T> {
  const handle: unknown = await folder.getFileHandle(name, { create });
  // In a worker, handles have this method as well.
  const file = await (handle as WorkerFileHandle).createSyncAccessHandle();
  try {
    return await task(file);
  } finally {
    file.close();
  }
}

/** Null where the browser has no such place. */
async function allFolders(): Promise<FileSystemDirectoryHandle | null> {
  try {
    const root = await navigator.storage.getDirectory();
    return await root.getDirectoryHandle(FOLDER, { create: true });
  } catch {
    return null;
  }
}

/** The folder of a database; null where none can be had. */
export async function keptFolder(database: string): Promise<FileSystemDirectoryHandle | null> {
  const all = await allFolders();
  return (await all?.getDirectoryHandle(database, { create: true }).catch(() => null)) ?? null;
}

/** Deletes the folders of all databases but some. One that is in use stays until the next time. */
export async function forgetKept(stays: (database: string) => boolean): Promise<void> {
  const all = await allFolders();
  if (!all) return;
  for await (const name of all.keys()) {
    if (!stays(name)) await all.removeEntry(name, { recursive: true }).catch(() => undefined);
  }
}
