import { join } from 'node:path';
import { z } from 'zod';
import {
  type Snapshot,
  type SnapshotReason,
  snapshotReasonSchema,
  snapshotSchema,
} from '../../shared/contract/index.ts';
import { type InTurn, takingTurns } from '../../shared/core/turns.ts';
import { factsOf } from './archive-commits.ts';
import { readJsonFile, UNFINISHED, writeJsonFile } from './atomic-file.ts';
import { type Disk, sizeOf, systemCode } from './disk.ts';

/** The list of snapshots, and the files that it is of. */

const ENDING = '.tar.gz';
/** Beside the snapshots: what is known of them without unpacking each. It can be made anew. */
const INDEX = 'index.json';
/** Of a file that does not even say whose desk it is. */
const NO_DESK = '00000000-0000-0000-0000-000000000000';

const knownSchema = snapshotSchema.extend({
  /** SHA-256 of the file; null when the list had to be made anew from the files. */
  sha256: z.string().nullable(),
});
export type KnownSnapshot = z.output<typeof knownSchema>;
const indexSchema = z.object({ snapshots: z.array(knownSchema) });

export interface ShelfOptions {
  readonly disk: Disk;
  readonly folder: string;
  readonly log: (event: string, detail: unknown) => void;
  /** Called when the list has changed. */
  readonly onChange: (snapshots: readonly KnownSnapshot[]) => void;
}

export interface Shelf extends ShelfOptions {
  /** Newest first. */
  known: readonly KnownSnapshot[];
  /** For writing the list: the last one that is written must be the last one there was. */
  readonly noteInTurn: InTurn;
}

/** Without a folder there are none; a start never fails over them. */
export const openShelf = async (options: ShelfOptions): Promise<Shelf> => ({
  ...options,
  known: await findSnapshots(options),
  noteInTurn: takingTurns(),
});

export const pathOf = ({ folder }: Pick<ShelfOptions, 'folder'>, name: string): string =>
  join(folder, `${name}${ENDING}`);
export const find = ({ known }: Shelf, name: string) => known.find((one) => one.name === name);

/** Reads the list and compares it with the files, which are what counts. */
async function findSnapshots(options: ShelfOptions): Promise<readonly KnownSnapshot[]> {
  const { disk, folder, log } = options;
  const names = await disk.readdir(folder).catch(() => []);
  for (const name of names.filter((name) => name.endsWith(UNFINISHED))) {
    await disk.rm(join(folder, name), { force: true }).catch(() => undefined);
  }
  const index = await readJsonFile(disk, join(folder, INDEX), indexSchema);
  const listed = new Map(index?.snapshots.map((snapshot) => [snapshot.name, snapshot]));
  const found: KnownSnapshot[] = [];
  for (const file of names.filter((name) => name.endsWith(ENDING))) {
    const name = file.slice(0, -ENDING.length);
    const known = snapshotSchema.shape.name.safeParse(name).success;
    const snapshot = known ? await lookAt(options, name, listed.get(name)) : null;
    if (snapshot === null) log('not a snapshot', file);
    else found.push(snapshot);
    listed.delete(name);
  }
  if (listed.size > 0) log('snapshots are gone', [...listed.keys()]);
  return newestFirst(found);
}

export const newestFirst = (snapshots: readonly KnownSnapshot[]): readonly KnownSnapshot[] =>
  snapshots.toSorted((one, other) => other.takenAt - one.takenAt || other.last - one.last);

async function lookAt(
  options: ShelfOptions,
  name: string,
  listed: KnownSnapshot | undefined,
): Promise<KnownSnapshot> {
  const path = pathOf(options, name);
  const size = await sizeOf(options.disk, path).catch(() => 0);
  if (listed !== undefined) return { ...listed, damaged: listed.damaged || size !== listed.size };
  const unknown = { name, size, provenAt: null, sha256: null };
  try {
    const { deskId, last, schema, takenAt, why, tally } = await factsOf(options.disk, path);
    return knownSchema.parse({
      ...unknown,
      ...{ deskId, last, schema, takenAt, why, tally, damaged: false },
    });
  } catch (error) {
    options.log('snapshot unreadable', { name, error });
    return { ...unknown, ...factsInName(name), tally: null, damaged: true };
  }
}

export const nameOf = (takenAt: number, why: SnapshotReason, last: number): string =>
  `${new Date(takenAt).toISOString().replace(/[-:.]/g, '')}-${why}-${last}`;

/** What the name of a damaged file still says. */
function factsInName(
  name: string,
): Pick<Snapshot, 'takenAt' | 'why' | 'last' | 'deskId' | 'schema'> {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-([A-Za-z]+)-(\d{1,15})$/.exec(
    name,
  );
  const [, year, month, day, hour, minute, second, milli, why, last] = parts ?? [];
  const takenAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${milli}Z`);
  return {
    takenAt: Number.isNaN(takenAt) ? 0 : takenAt,
    why: snapshotReasonSchema.safeParse(why).data ?? 'asked',
    last: Number(last ?? 0),
    deskId: NO_DESK,
    schema: 0,
  };
}

/** The list is made anew at the next start when it cannot be written now. */
export async function note(shelf: Shelf, snapshots: readonly KnownSnapshot[]): Promise<void> {
  const { disk, folder, log, noteInTurn } = shelf;
  shelf.known = snapshots;
  await noteInTurn(() =>
    writeJsonFile(disk, join(folder, INDEX), { snapshots: shelf.known }),
  ).catch((error: unknown) => {
    log('list of snapshots not written', error);
  });
  shelf.onChange(shelf.known);
}

export const noteOne = (
  shelf: Shelf,
  name: string,
  changes: Partial<KnownSnapshot>,
): Promise<void> =>
  note(
    shelf,
    shelf.known.map((one) => (one.name === name ? { ...one, ...changes } : one)),
  );

/** The file of a snapshot that is there; null, and off the list, when it is gone. */
export async function presentPath(shelf: Shelf, name: string): Promise<string | null> {
  if (find(shelf, name) === undefined) return null;
  const path = pathOf(shelf, name);
  try {
    await sizeOf(shelf.disk, path);
  } catch (error) {
    // Any other trouble is for the reader of the file to tell: a look that fails proves no damage.
    if (systemCode(error) !== 'ENOENT') return path;
    await noteGone(shelf, name);
    return null;
  }
  return path;
}

async function noteGone(shelf: Shelf, name: string): Promise<void> {
  shelf.log('snapshots are gone', [name]);
  await note(
    shelf,
    shelf.known.filter((one) => one.name !== name),
  );
}

/** Takes a snapshot off the list when its file is not there any more; else it counts as damaged. */
export async function noteUnread(
  shelf: Shelf,
  name: string,
  error: unknown,
): Promise<'gone' | 'damaged'> {
  if (systemCode(error) === 'ENOENT') {
    await noteGone(shelf, name);
    return 'gone';
  }
  shelf.log('snapshot damaged', { name, error });
  await noteOne(shelf, name, { damaged: true });
  return 'damaged';
}
