import { join } from 'node:path';
import type { CallFailure } from '../../shared/contract/index.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { type Disk, fileChunks, sha256Of, sizeOf, systemCode } from './disk.ts';

/**
 * The contents of attachments on a disk: each once, under the SHA-256 of what is in it, in a folder
 * of the hash's first two digits.
 */

export type NotGood = CallFailure<'readFile'>;

/** Puts good copies of some contents in their places; whether any of them is good now. */
export type Retrieve = (hashes: readonly string[]) => Promise<boolean>;

export const isHash = (text: unknown): text is string =>
  typeof text === 'string' && /^[0-9a-f]{64}$/.test(text);

/** Where a content is below the folder of them all. */
export const contentPath = (folder: string, hash: string): string =>
  join(folder, hash.slice(0, 2), hash);

/** The size of a content, in bytes, if it is there; whether it is what it should be is not asked. */
export async function present(
  disk: Disk,
  folder: string,
  hash: string,
): Promise<Result<number, NotGood>> {
  try {
    return ok(await sizeOf(disk, contentPath(folder, hash)));
  } catch (error) {
    return err(whyUnread(error));
  }
}

/** The same for one that is read through, and is what it should be. */
export async function verified(
  disk: Disk,
  folder: string,
  hash: string,
): Promise<Result<number, NotGood>> {
  try {
    const actual = await sha256Of(fileChunks(disk, contentPath(folder, hash)));
    return actual === hash ? present(disk, folder, hash) : err({ type: 'altered' });
  } catch (error) {
    return err(whyUnread(error));
  }
}

/** Bytes that the medium does not give back count as altered. */
export function whyUnread(error: unknown): NotGood {
  const code = systemCode(error);
  if (code === null) throw error;
  return { type: code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'altered' };
}
