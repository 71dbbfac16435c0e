import { basename, dirname } from 'node:path';
import type { Disk } from '../../../electron/host/disk.ts';
import type { Chance } from './rounds.ts';

/**
 * A disk in memory that knows what a power cut would leave: of a file what it held at its last
 * sync, of a folder the names that it had at its last.
 */
export interface MemoryDisk {
  readonly disk: Disk;
  /** Another disk with what a power cut now leaves; of what is not synced, chance keeps some. */
  readonly cut: (chance: Chance) => MemoryDisk;
  /** Another disk with all that is on this one. */
  readonly copy: () => MemoryDisk;
  /** Paths of all files. */
  readonly files: () => readonly string[];
  readonly bytesOf: (path: string) => Uint8Array;
  readonly replace: (path: string, bytes: Uint8Array) => void;
  /** From now on no more than so many bytes can be added; null for no bound. */
  readonly limit: (room: number | null) => void;
}

interface File {
  readonly type: 'file';
  /** Never changed in place, so that what was synced is only remembered. */
  bytes: Uint8Array;
  synced: Uint8Array;
  mtimeMs: number;
}

interface Folder {
  readonly type: 'folder';
  names: Map<string, File | Folder>;
  synced: Map<string, File | Folder>;
}

const BLOCK = 4096;
const PLENTY = 2 ** 40;

const aFile = (bytes: Uint8Array = new Uint8Array(0)): File => ({
  type: 'file',
  bytes,
  synced: bytes,
  mtimeMs: 0,
});
const aFolder = (names: Folder['names'] = new Map()): Folder => ({
  type: 'folder',
  names,
  synced: new Map(names),
});

function refuse(code: string, path: string): never {
  throw Object.assign(new Error(`${code}: ${path}`), { code });
}

const statsOf = (node: File | Folder) => ({
  size: node.type === 'file' ? node.bytes.byteLength : 0,
  mtimeMs: node.type === 'file' ? node.mtimeMs : 0,
  isDirectory: () => node.type === 'folder',
  isFile: () => node.type === 'file',
});

export function memoryDisk(root: Folder = aFolder()): MemoryDisk {
  const state = { writes: 0, room: null as number | null };
  const find = (path: string): File | Folder | undefined => {
    let node: File | Folder | undefined = root;
    for (const name of path.split('/')) {
      if (name === '') continue;
      node = node?.type === 'folder' ? node.names.get(name) : undefined;
    }
    return node;
  };
  const folderAt = (path: string): Folder => {
    const node = find(path) ?? refuse('ENOENT', path);
    return node.type === 'folder' ? node : refuse('ENOTDIR', path);
  };
  const fileAt = (path: string): File => {
    const node = find(path) ?? refuse('ENOENT', path);
    return node.type === 'file' ? node : refuse('EISDIR', path);
  };
  const change = (file: File, bytes: Uint8Array): void => {
    state.writes += 1;
    file.bytes = bytes;
    file.mtimeMs = state.writes;
  };
  const disk = diskOver({ find, folderAt, fileAt, change, state });
  const filesIn = (folder: Folder, path: string): string[] =>
    [...folder.names].flatMap(([name, node]) =>
      node.type === 'file' ? [`${path}/${name}`] : filesIn(node, `${path}/${name}`),
    );
  return {
    disk,
    cut: (chance) => memoryDisk(copyOf(root, chance)),
    copy: () => memoryDisk(copyOf(root, null)),
    files: () => filesIn(root, ''),
    bytesOf: (path) => fileAt(path).bytes,
    replace: (path, bytes) => {
      change(fileAt(path), bytes);
      fileAt(path).synced = bytes;
    },
    limit: (room) => {
      state.room = room;
    },
  };
}

/** A folder with all below it; with chance, as a power cut leaves it. Two names of a file stay so. */
function copyOf(root: Folder, chance: Chance | null): Folder {
  const copies = new Map<File, File>();
  const copyFile = (file: File): File => {
    const known = copies.get(file) ?? aFile(chance === null ? file.bytes : left(file, chance));
    copies.set(file, known);
    known.mtimeMs = file.mtimeMs;
    return known;
  };
  const copyFolder = (folder: Folder): Folder => {
    const names = chance === null || chance(3) === 0 ? folder.names : folder.synced;
    return aFolder(
      new Map(
        [...names].map(([name, node]) => [
          name,
          node.type === 'file' ? copyFile(node) : copyFolder(node),
        ]),
      ),
    );
  };
  return copyFolder(root);
}

/** What a power cut leaves of a file: what was synced, all, or some of what was added, then zeros. */
function left({ bytes, synced }: File, chance: Chance): Uint8Array {
  const kind = chance(4);
  if (kind < 2 || bytes === synced) return synced;
  if (kind === 2 || bytes.byteLength <= synced.byteLength) return bytes;
  const added = bytes.byteLength - synced.byteLength;
  const torn = new Uint8Array(bytes.byteLength);
  torn.set(bytes.subarray(0, synced.byteLength + chance(added)));
  return torn;
}

interface Access {
  readonly find: (path: string) => File | Folder | undefined;
  readonly folderAt: (path: string) => Folder;
  readonly fileAt: (path: string) => File;
  readonly change: (file: File, bytes: Uint8Array) => void;
  readonly state: { room: number | null };
}

function diskOver(access: Access): Disk {
  const { find, folderAt, fileAt, state } = access;
  const disk = {
    mkdir: async (path: string, { recursive = false } = {}) => {
      if (find(path) !== undefined) return recursive ? undefined : refuse('EEXIST', path);
      if (recursive && path !== '/') await disk.mkdir(dirname(path), { recursive });
      folderAt(dirname(path)).names.set(basename(path), aFolder());
      return undefined;
    },
    open: async (path: string, flags: string) => {
      const there = find(path);
      if (flags === 'wx' && there !== undefined) refuse('EEXIST', path);
      if (flags === 'wx') folderAt(dirname(path)).names.set(basename(path), aFile());
      else if (there === undefined) refuse('ENOENT', path);
      return find(path)?.type === 'folder'
        ? folderHandle(folderAt(path))
        : fileHandle(fileAt(path), access);
    },
    readdir: async (path: string, { withFileTypes = false } = {}) =>
      [...folderAt(path).names].map(([name, node]) =>
        withFileTypes ? { name, ...statsOf(node) } : name,
      ),
    realpath: async (path: string) => {
      if (find(path) === undefined) refuse('ENOENT', path);
      return path;
    },
    rename: async (from: string, to: string) => {
      const node = find(from) ?? refuse('ENOENT', from);
      const over = find(to);
      if (over?.type === 'folder' && over.names.size > 0) refuse('ENOTEMPTY', to);
      folderAt(dirname(from)).names.delete(basename(from));
      folderAt(dirname(to)).names.set(basename(to), node);
    },
    rm: async (path: string, { recursive = false, force = false } = {}) => {
      const node = find(path);
      if (node === undefined) return force ? undefined : refuse('ENOENT', path);
      if (node.type === 'folder' && !recursive) refuse('EISDIR', path);
      folderAt(dirname(path)).names.delete(basename(path));
      return undefined;
    },
    stat: async (path: string) => statsOf(find(path) ?? refuse('ENOENT', path)),
    statfs: async () => ({ bavail: Math.floor((state.room ?? PLENTY) / BLOCK), bsize: BLOCK }),
  };
  // Of each call it has the one form that the host uses.
  return disk as unknown as Disk;
}

const folderHandle = (folder: Folder) => ({
  sync: async () => {
    folder.synced = new Map(folder.names);
  },
  close: async () => undefined,
});

const fileHandle = (file: File, { change, state }: Access) => ({
  write: async (bytes: Uint8Array, from: number, length: number, position: number) => {
    const growth = Math.max(0, position + length - file.bytes.byteLength);
    const fits = state.room === null ? length : length - Math.max(0, growth - state.room);
    if (fits <= 0 && length > 0) refuse('ENOSPC', 'a file');
    const next = new Uint8Array(Math.max(file.bytes.byteLength, position + fits));
    next.set(file.bytes);
    next.set(bytes.subarray(from, from + fits), position);
    if (state.room !== null) state.room -= next.byteLength - file.bytes.byteLength;
    change(file, next);
    return { bytesWritten: fits };
  },
  read: async (into: Uint8Array, from: number, length: number, position: number) => {
    const read = file.bytes.subarray(position, position + length);
    into.set(read, from);
    return { bytesRead: read.byteLength };
  },
  readFile: async () => Buffer.from(file.bytes),
  stat: async () => statsOf(file),
  sync: async () => {
    file.synced = file.bytes;
  },
  truncate: async (size: number) => {
    const next = new Uint8Array(size);
    next.set(file.bytes.subarray(0, size));
    change(file, next);
  },
  close: async () => undefined,
});
