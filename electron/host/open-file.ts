import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { CallFailure, CallOutput } from '../../shared/contract/index.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { attemptWrite, type Disk, systemCode, writeAll } from './disk.ts';
import { type Exports, toFileName } from './exports.ts';
import { type FileStore, type KeptFile, orAltered } from './file-store.ts';

/**
 * Endings of files that office, picture, sound and archive programs take. All others, programs and
 * scripts above all, are saved but never opened: the list says what is safe, not what is not.
 */
const OPENED: ReadonlySet<string> = new Set(
  `pdf ofd doc docx wps odt rtf txt csv md xls xlsx et ods ppt pptx dps odp
   jpg jpeg png gif webp bmp tif tiff heic mp3 m4a wav mp4 mov avi
   zip rar 7z eml msg`.split(/\s+/),
);

/** What no file system or shell shall see: paths, streams of NTFS, marks that turn the text round. */
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  /[\\/:*?"<>|\u0000-\u001f\u007f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** A file's own name as any file system takes it, and its ending in small letters, `.pdf` or so. */
function toSafeName(name: string): { readonly bare: string; readonly ending: string } {
  const safe = name.replace(UNSAFE, '_').replace(/^[. ]+|[. ]+$/g, '');
  const ending = /.(\.[\p{L}\p{N}]{1,10})$/u.exec(safe)?.[1] ?? '';
  return {
    bare: safe.slice(0, safe.length - ending.length) || '_',
    ending: ending.toLowerCase(),
  };
}

export interface FileOpener {
  readonly open: (input: {
    readonly hash: string;
    readonly name: string;
  }) => Promise<Result<CallOutput<'openFile'>, CallFailure<'openFile'>>>;
}

interface FileOpenerOptions {
  readonly disk: Disk;
  /** Holds the copies that programs open, and is emptied at start. */
  readonly folder: string;
  readonly files: FileStore;
  /** Has the system's program open a file; answers whether there was one. */
  readonly openPath: (path: string) => Promise<boolean>;
}

/**
 * Opens attachments in the system's programs: as copies that cannot be written, so that nobody
 * takes what he types into one for a change of the desk.
 */
export async function createFileOpener(options: FileOpenerOptions): Promise<FileOpener> {
  const { disk, folder, files, openPath } = options;
  try {
    await disk.rm(folder, { recursive: true, force: true });
  } catch (error) {
    // A program may still hold a copy of the last launch: it goes at the next start.
    if (systemCode(error) === null) throw error;
  }
  return {
    open: async ({ hash, name }) => {
      const { bare, ending } = toSafeName(name);
      if (!OPENED.has(ending.slice(1))) return err({ type: 'notOpened' });
      const kept = await files.open(hash);
      if (!kept.ok) return kept;
      // A folder of its own: two files may have one name.
      const own = join(folder, randomUUID());
      const copy = join(own, toFileName(bare, ending));
      const copied = await orAltered(() =>
        attemptWrite(folder, async () => {
          await disk.mkdir(own, { recursive: true, mode: 0o700 });
          await copyTo(disk, copy, kept.value);
        }),
      );
      if (!copied.ok) return copied;
      return (await openPath(copy)) ? ok({}) : err({ type: 'noProgram' });
    },
  };
}

async function copyTo(disk: Disk, path: string, { bytes }: KeptFile): Promise<void> {
  const handle = await disk.open(path, 'wx', 0o400);
  try {
    let at = 0;
    for await (const piece of bytes()) {
      await writeAll(handle, piece, at);
      at += piece.byteLength;
    }
  } finally {
    await handle.close();
  }
}

/** Saves a copy of an attachment, of whatever ending, where the user wants it. */
export async function saveKept(
  files: FileStore,
  exports: Exports,
  { hash, name }: { readonly hash: string; readonly name: string },
): Promise<Result<CallOutput<'saveFile'>, CallFailure<'saveFile'>>> {
  const kept = await files.open(hash);
  if (!kept.ok) return kept;
  const { bare, ending } = toSafeName(name);
  return orAltered(() => exports.save(bare, ending, kept.value.bytes()));
}
