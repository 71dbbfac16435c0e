import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { tallySchema } from '../../shared/contract/index.ts';
import { readJsonFile, UNFINISHED, writeJsonFile } from './atomic-file.ts';
import { type Disk, syncFolder, systemCode } from './disk.ts';
import { numbersIn, ownerOf, pathOf } from './journal-files.ts';

/**
 * Where the desks of a vault are: each in a folder `desks/<deskId>` with its journal and what is
 * known about it; `current.json` names the one in use.
 */

const factsSchema = z.object({
  /** Prepared by a restore and never in use yet. */
  staged: z.boolean(),
  /** When it stopped being the current desk. */
  leftAt: z.number().int().nullable(),
  /** What it held after its commit `last`, as the page said; the tally null when it said nothing. */
  held: z.object({ last: z.number().int(), tally: tallySchema.nullable() }).nullable(),
});
export type DeskFacts = z.output<typeof factsSchema>;

const inUse: DeskFacts = { staged: false, leftAt: null, held: null };

const namedSchema = z.object({ deskId: z.uuid() });
const isDeskId = (name: string): boolean => namedSchema.shape.deskId.safeParse(name).success;

/** A folder on its way out carries this ending, so that a half deleted desk is never taken for one. */
const GOING = '.going';
const MOVING = 'moving';

export interface Desks {
  readonly folderOf: (deskId: string) => string;
  readonly list: () => Promise<readonly string[]>;
  /** Makes the folder of a new desk. */
  readonly make: (deskId: string, facts: DeskFacts) => Promise<void>;
  readonly facts: (deskId: string) => Promise<DeskFacts>;
  readonly setFacts: (deskId: string, facts: DeskFacts) => Promise<void>;
  /** The desk that `current.json` names, when it is there. */
  readonly named: () => Promise<string | null>;
  /** Names the current desk; when that fails, `before` stays named as far as the disk allows. */
  readonly name: (deskId: string, before: string | null) => Promise<void>;
  readonly remove: (deskId: string) => Promise<void>;
  /** Removes what an interrupted removal has left. */
  readonly finishRemovals: () => Promise<void>;
}

/** The desks in a vault's folder. What fails on the disk throws the system's error. */
export function desksIn(disk: Disk, vaultFolder: string): Desks {
  const folder = join(vaultFolder, 'desks');
  const currentFile = join(vaultFolder, 'current.json');
  const folderOf = (deskId: string) => join(folder, deskId);
  const factsFile = (deskId: string) => join(folderOf(deskId), 'desk.json');
  const list = async () => (await disk.readdir(folder)).filter(isDeskId);
  const named = async () => {
    const deskId = (await readJsonFile(disk, currentFile, namedSchema))?.deskId;
    return deskId !== undefined && (await list()).includes(deskId) ? deskId : null;
  };
  const removeGoing = async (name: string) => {
    await disk.rm(join(folder, name), { recursive: true, force: true });
  };
  return {
    folderOf,
    list,
    make: async (deskId, facts) => {
      await disk.mkdir(folderOf(deskId), { recursive: true });
      await syncFolder(disk, folder);
      await writeJsonFile(disk, factsFile(deskId), facts);
    },
    facts: async (deskId) => (await readJsonFile(disk, factsFile(deskId), factsSchema)) ?? inUse,
    setFacts: (deskId, facts) => writeJsonFile(disk, factsFile(deskId), facts),
    named,
    name: async (deskId, before) => {
      try {
        await writeJsonFile(disk, currentFile, { deskId });
      } catch (error) {
        // The file may be the new one already, although its folder could not be synced.
        if (before === null) await disk.rm(currentFile, { force: true }).catch(() => undefined);
        else await writeJsonFile(disk, currentFile, { deskId: before }).catch(() => undefined);
        throw error;
      }
    },
    remove: async (deskId) => {
      const going = `${deskId}${GOING}`;
      await removeGoing(going);
      await disk.rename(folderOf(deskId), join(folder, going));
      await syncFolder(disk, folder);
      await removeGoing(going);
    },
    finishRemovals: async () => {
      for (const name of await disk.readdir(folder)) {
        if (name.endsWith(GOING)) await removeGoing(name);
      }
    },
  };
}

/**
 * The desk to open, and whether `current.json` says so. Without it the desk is taken that was
 * never left; of several, the one whose journal was written last.
 */
export async function findCurrent(
  disk: Disk,
  desks: Desks,
): Promise<{ readonly deskId: string | null; readonly named: boolean }> {
  const named = await desks.named();
  if (named !== null) return { deskId: named, named: true };
  const found: { deskId: string; rank: number; writtenAt: number }[] = [];
  for (const deskId of await desks.list()) {
    const writtenAt = await journalWrittenAt(disk, desks.folderOf(deskId));
    if (writtenAt === null) continue;
    const { staged, leftAt } = await desks.facts(deskId);
    found.push({ deskId, rank: staged ? 2 : leftAt === null ? 0 : 1, writtenAt });
  }
  found.sort((a, b) => a.rank - b.rank || b.writtenAt - a.writtenAt);
  return { deskId: found[0]?.deskId ?? null, named: false };
}

/** When the newest journal file of a desk was written; null when it has none. */
async function journalWrittenAt(disk: Disk, folder: string): Promise<number | null> {
  const number = numbersIn(await disk.readdir(folder)).at(-1);
  return number === undefined ? null : (await disk.stat(pathOf(folder, number))).mtimeMs;
}

/**
 * Version 0.1.0 had one desk, with its journal in the vault's own folder. It becomes a desk like
 * the others: its files are gathered in one folder, and that gets its place in one step. However
 * often this is interrupted, the next start goes on with it.
 */
export async function takeInOldLayout(disk: Disk, vaultFolder: string): Promise<void> {
  const moving = join(vaultFolder, MOVING);
  const names = await disk.readdir(vaultFolder);
  const old = names.filter((name) => /^(journal-\d{6}\.tdj|set-aside-\d+\.bin)$/.test(name));
  for (const name of names.filter((name) => name.endsWith(UNFINISHED))) {
    await disk.rm(join(vaultFolder, name), { force: true });
  }
  if (old.length > 0) await disk.mkdir(moving, { recursive: true });
  else if (!names.includes(MOVING)) return;
  for (const name of old) await disk.rename(join(vaultFolder, name), join(moving, name));
  await syncFolder(disk, moving);

  const desks = join(vaultFolder, 'desks');
  const taken = await disk.readdir(desks);
  const owner = await ownerIn(disk, moving);
  // The old version may have run again later: what it wrote then is a desk of its own.
  const deskId = owner === null || taken.includes(owner) ? randomUUID() : owner;
  await disk.rename(moving, join(desks, deskId));
  await syncFolder(disk, desks);
  await syncFolder(disk, vaultFolder);
}

async function ownerIn(disk: Disk, folder: string): Promise<string | null> {
  for (const number of numbersIn(await disk.readdir(folder))) {
    try {
      const owner = await ownerOf(disk, pathOf(folder, number));
      if (owner !== null) return owner;
    } catch (error) {
      if (systemCode(error) === null) throw error;
    }
  }
  return null;
}
