import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import type { Printed } from '../../shared/contract/index.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { Cancelled } from './archiver.ts';
import { placeAtomically } from './atomic-file.ts';
import { attemptWrite, type Disk, syncFolder, type WriteFailure, writeAll } from './disk.ts';
import type { Picture } from './document-body.ts';
import { toScreen } from './document-page.ts';
import type { Written } from './exports.ts';
import type { Job } from './jobs.ts';

const SUMS = 'SHA256SUMS';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Writes a document as a folder that any browser reads, wholly or not at all: a page, its pictures,
 * and the sums of them all. Nothing that lies at the place already is replaced.
 */
export async function writeFolder(
  disk: Disk,
  path: string,
  printed: Printed,
  { signal, report }: Job,
): Promise<Result<Written, WriteFailure | Cancelled>> {
  const files = [...filesOf(printed)];
  const sums = files.map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`).join('');
  const all: readonly File[] = [...files, [SUMS, Buffer.from(sums)]];
  const placed = await attemptWrite(basename(path), () =>
    placeAtomically<null, Cancelled>(disk, path, async (unfinished) => {
      await disk.mkdir(join(unfinished, 'pictures'), { recursive: true });
      for (const [index, [name, bytes]] of all.entries()) {
        if (signal.aborted) return err({ type: 'cancelled' });
        await writeFile(disk, join(unfinished, name), bytes);
        report({ done: index + 1, total: all.length });
      }
      await syncFolder(disk, join(unfinished, 'pictures'));
      await syncFolder(disk, unfinished);
      return signal.aborted ? err({ type: 'cancelled' }) : ok(null);
    }),
  );
  if (!placed.ok) return placed;
  if (!placed.value.ok) return placed.value;
  const size = all.reduce((sum, [, bytes]) => sum + bytes.byteLength, 0);
  return ok({ sha256: sha256(Buffer.from(sums)), size });
}

type File = readonly [name: string, bytes: Uint8Array];

/** Names and contents; a picture that stands at several places is there once. */
function filesOf(printed: Printed): ReadonlyMap<string, Uint8Array> {
  const pictures = new Map<string, Uint8Array>();
  const names = new Map<Picture, string>();
  for (const block of printed.sections.flatMap(({ blocks }) => blocks)) {
    if (block.type !== 'picture') continue;
    const ending = block.mime === 'image/png' ? 'png' : 'jpg';
    const name = `pictures/${sha256(block.bytes).slice(0, 16)}.${ending}`;
    pictures.set(name, block.bytes);
    names.set(block, name);
  }
  const page = toScreen(printed, (picture) => names.get(picture) ?? '');
  return new Map([['index.html', Buffer.from(page)], ...pictures]);
}

async function writeFile(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  const handle = await disk.open(path, 'wx');
  try {
    await writeAll(handle, bytes, 0);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
