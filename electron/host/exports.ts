import { createHash, randomUUID } from 'node:crypto';
import { access } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { CallFailure, CallOutput, Saved, SavedFile } from '../../shared/contract/index.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { writeFileAtomically } from './atomic-file.ts';
import { attemptWrite, type Disk, type WriteFailure } from './disk.ts';
import type { HostOptions } from './host-options.ts';

/** File systems allow 255 bytes; a counter for a taken name and the ending must still fit. */
const NAME_BYTES = 200;
/** Names of devices on Windows, with any ending. */
const RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;

/** What was written. */
export type Written = Pick<SavedFile, 'sha256' | 'size'>;

export interface Exports {
  /** Saves bytes where the user wants them. `name` has no ending; `ending` is `.xlsx` or so. */
  readonly save: (
    name: string,
    ending: string,
    chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  ) => Promise<Result<Saved, WriteFailure>>;
  /**
   * The same for a file, or with no ending a folder, that `write` makes at the path it is given,
   * wholly or not at all.
   */
  readonly saveWith: <E>(
    name: string,
    ending: string,
    write: (path: string) => Promise<Result<Written, E>>,
  ) => Promise<Result<Saved, E | WriteFailure>>;
  readonly show: (
    ticket: string,
  ) => Promise<Result<CallOutput<'showFile'>, CallFailure<'showFile'>>>;
}

export function createExports(
  disk: Disk,
  { choosePlace, revealFile }: Pick<HostOptions, 'choosePlace' | 'revealFile'>,
): Exports {
  // The page gets tickets and no paths: it can only ask for files that this launch has saved.
  const pathsByTicket = new Map<string, string>();
  const saveWith: Exports['saveWith'] = async (name, ending, write) => {
    const suggested = toFileName(name, ending);
    const chosen = await attemptWrite(suggested, () => choosePlace(suggested));
    if (!chosen.ok) return chosen;
    const path = chosen.value;
    if (path === null) return ok({ place: 'cancelled' });
    const written = await write(path);
    if (!written.ok) return written;
    const file = randomUUID();
    pathsByTicket.set(file, path);
    const facts = { name: basename(path), folder: dirname(path), ...written.value };
    return ok({ place: 'file', file, ...facts });
  };
  return {
    save: (name, ending, chunks) =>
      saveWith(name, ending, (path) =>
        attemptWrite(basename(path), () => writeMeasured(disk, path, chunks)),
      ),
    saveWith,
    show: async (ticket) => {
      const path = pathsByTicket.get(ticket);
      if (path === undefined || !(await exists(path))) return err({ type: 'gone' });
      await revealFile(path);
      return ok({});
    },
  };
}

/** Writes a file atomically, and says what was written. */
export async function writeMeasured(
  disk: Disk,
  path: string,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<Written> {
  const hash = createHash('sha256');
  let size = 0;
  async function* measured(): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      hash.update(chunk);
      size += chunk.byteLength;
      yield chunk;
    }
  }
  await writeFileAtomically(disk, path, measured());
  return { sha256: hash.digest('hex'), size };
}

/** A name that every file system takes, with the ending exactly once. */
export function toFileName(name: string, ending: string): string {
  const bare = name.toLowerCase().endsWith(ending)
    ? name.slice(0, name.length - ending.length)
    : name;
  let kept = '';
  let bytes = 0;
  for (const character of RESERVED.test(bare) ? `_${bare}` : bare) {
    bytes += Buffer.byteLength(character);
    if (bytes > NAME_BYTES) break;
    kept += character;
  }
  return `${kept.replace(/[. ]+$/, '') || '_'}${ending}`;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
