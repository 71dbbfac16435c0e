import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { systemCode } from './disk.ts';

/** Far longer than a start needs to remove a lock. */
const TURN_MS = 10_000;
/** Longer than a process that has said that it ends takes for that: a snapshot, a copy of it. */
const ENDING_MS = 40_000;
const LOOK_MS = 100;

const ownerSchema = z.object({
  pid: z.number().int().positive(),
  /** When the process started, in the system's own count; null where it is not told. */
  started: z.string().nullable(),
  /** Seconds that the computer was up when the lock was taken. */
  uptime: z.number(),
  /** Whether it is about to end. */
  ending: z.boolean().default(false),
});
type Owner = z.output<typeof ownerSchema>;

export interface Lock {
  /** Says that this process is about to end, so that the next one waits for that. */
  readonly ending: () => Promise<void>;
  readonly release: () => Promise<void>;
}

/**
 * Takes the data folder for this process: two runtimes must not write one journal. A lock whose
 * process is gone is taken over; one whose process is about to end is waited for. Throws the
 * system's error when the folder cannot be written.
 */
export async function takeLock(
  folder: string,
  endingMs = ENDING_MS,
): Promise<Result<Lock, { readonly type: 'dataFolderInUse'; readonly pid: number }>> {
  const path = join(folder, 'lock');
  const mine = join(folder, `lock-${randomUUID()}`);
  const owner: Owner = {
    pid: process.pid,
    started: await startOf(process.pid),
    uptime: uptime(),
    ending: false,
  };
  await writeFile(mine, JSON.stringify(owner), { flag: 'wx' });
  try {
    for (let waited = 0; ; ) {
      if (await linked(mine, path)) return ok(lockOf(path, owner));
      const holder = await holderOf(path);
      if (holder === null) await removeStale(path);
      else if (!holder.ending || waited >= endingMs) {
        return err({ type: 'dataFolderInUse', pid: holder.pid });
      } else {
        await wait(LOOK_MS);
        waited += LOOK_MS;
      }
    }
  } finally {
    await rm(mine, { force: true });
  }
}

function lockOf(path: string, owner: Owner): Lock {
  let content = JSON.stringify(owner);
  return {
    ending: async () => {
      const said = JSON.stringify({ ...owner, ending: true });
      // Where that cannot be said, the next start is told that the folder is in use.
      if ((await readOrNull(path)) !== content || !(await replaced(path, said))) return;
      content = said;
    },
    release: () => release(path, content),
  };
}

/** Writes a file anew in one step; false when the system refuses. */
async function replaced(path: string, content: string): Promise<boolean> {
  const next = `${path}-${randomUUID()}`;
  try {
    await writeFile(next, content, { flag: 'wx' });
    await rename(next, path);
    return true;
  } catch (error) {
    if (systemCode(error) === null) throw error;
    await rm(next, { force: true });
    return false;
  }
}

/** Makes the lock appear with its content in one step; false when there is one. */
async function linked(mine: string, path: string): Promise<boolean> {
  try {
    await link(mine, path);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    if (systemCode(error) !== 'ENOTSUP' && systemCode(error) !== 'EPERM') throw error;
  }
  // A stick formatted as FAT knows no links: there the two steps of an exclusive write must do.
  try {
    await writeFile(path, await readFile(mine), { flag: 'wx' });
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Removes a lock whose process is gone. Only one start at a time may do so, inside a folder that
 * it has made: otherwise one could remove what another has just taken.
 */
async function removeStale(path: string): Promise<void> {
  const turn = `${path}-turn`;
  try {
    await mkdir(turn);
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
    await wait(20);
    // A start that was killed in its turn leaves the folder: it had nothing to do there for long.
    const since = await stat(turn).then(({ mtimeMs }) => mtimeMs, Date.now);
    if (Date.now() - since > TURN_MS) await rmdir(turn).catch(() => undefined);
    return;
  }
  try {
    if ((await holderOf(path)) === null) await rm(path, { force: true });
  } finally {
    await rmdir(turn);
  }
}

/** The living process that holds the lock, or null. */
async function holderOf(path: string): Promise<Owner | null> {
  const text = await readOrNull(path);
  const owner = text === null ? null : ownerOf(text);
  return owner !== null && (await isAlive(owner)) ? owner : null;
}

async function release(path: string, content: string): Promise<void> {
  if ((await readOrNull(path)) === content) await rm(path, { force: true });
}

function ownerOf(text: string): Owner | null {
  try {
    return ownerSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

async function isAlive({ pid, started, uptime: then }: Owner): Promise<boolean> {
  // The computer was started since: whoever has the number now is another process.
  if (uptime() < then) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (systemCode(error) === 'ESRCH') return false;
  }
  const now = await startOf(pid);
  return started === null || now === null || now === started;
}

/** Linux tells when a process started, in ticks since the computer did (proc_pid_stat(5), 22). */
async function startOf(pid: number): Promise<string | null> {
  const stat = await readOrNull(`/proc/${pid}/stat`);
  // The second field is the program's name in brackets and may hold blanks.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

async function readOrNull(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return null;
  }
}
