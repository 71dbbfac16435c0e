import { randomUUID } from 'node:crypto';
import { isAbsolute, join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { type CallFailure, type SecondPlace, snapshotSchema } from '../../shared/contract/index.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { takingTurns } from '../../shared/core/turns.ts';
import { readJsonFile, UNFINISHED, writeFileAtomically, writeJsonFile } from './atomic-file.ts';
import { contentPath, isHash } from './contents.ts';
import {
  attemptWrite,
  broken,
  type Disk,
  fileChunks,
  namesIn,
  sha256Of,
  sizeOf,
  systemCode,
} from './disk.ts';
import { patientDisk } from './patient-disk.ts';
import { outdated } from './retention.ts';
import type { KnownSnapshot } from './snapshot-shelf.ts';

/** All of it lies in a folder of this name at the second place, snapshots in one for each desk. */
const FOLDER = 'transfer-desk';
/** Says that it is the place that was named, and not the empty folder where a disk is plugged in. */
const MARK = 'second-place.json';
/** A network folder that does not answer for this long counts as absent. */
const PATIENCE_MS = 3_000;
/** One call while copying, in which 16 MB may have to reach a slow stick, takes no longer. */
const CALL_MS = 30_000;
/** The end of the app waits no longer for what is being copied: the next start goes on with it. */
const LAST_COPY_MS = 5_000;

/** What deciding how long to keep a copy needs. */
const copySchema = z.object({
  ...snapshotSchema.pick({ name: true, takenAt: true, why: true, deskId: true, last: true }).shape,
  ...snapshotSchema.pick({ provenAt: true, damaged: true }).shape,
});
const placeSchema = z.object({
  folder: z.string(),
  /** Stands in the mark at the place. */
  id: z.uuid(),
  copiedAt: z.number().nullable(),
  copies: z.array(copySchema),
});
type Place = z.output<typeof placeSchema>;
const markSchema = placeSchema.pick({ id: true });

export interface SecondPlaces {
  /**
   * Looks whether it is there; null when none was named. Never takes long. When it has come back,
   * what it missed is copied meanwhile.
   */
  readonly look: () => Promise<SecondPlace | null>;
  readonly set: (
    folder: string | null,
  ) => Promise<Result<SecondPlace | null, CallFailure<'setSecondPlace'>>>;
  /**
   * Copies what is not there yet, reads each copy back, and deletes outdated copies. Failing is no
   * failure of anything else: it shows in the state.
   */
  readonly catchUp: (snapshots: readonly KnownSnapshot[]) => Promise<void>;
  /** An attachment as it lies there, not verified; null when there is none, or the place is absent. */
  readonly attachment: (hash: string) => Promise<Copied | null>;
  /** Waits for what is being copied, but not for long. Nothing is touched there any more after. */
  readonly close: () => Promise<void>;
}

export interface Copied {
  /** Bytes. */
  readonly size: number;
  readonly bytes: () => AsyncIterable<Uint8Array>;
}

interface SecondPlacesOptions {
  readonly disk: Disk;
  readonly dataFolder: string;
  /** The snapshots here; each is `<name>.tar.gz`. */
  readonly snapshotsFolder: string;
  /** The attachments here, as `<first two digits>/<hash>`. */
  readonly filesFolder: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  readonly log: (event: string, detail: unknown) => void;
  /** How long a call to the second place may take, and closing wait for it. */
  readonly callMs?: number;
  readonly lastCopyMs?: number;
}

/** What the functions here work on. */
interface Known extends SecondPlacesOptions {
  /** The disk of the second place, which may stop answering. */
  readonly there: Disk;
  place: Place | null;
  state: SecondPlace['state'];
  /** Whether it is there, while that is being asked. */
  asked: Promise<boolean> | null;
}

/** Opens what is known of the second place; it may well be absent. */
export async function openSecondPlaces(options: SecondPlacesOptions): Promise<SecondPlaces> {
  const { disk, dataFolder, callMs = CALL_MS, lastCopyMs = LAST_COPY_MS } = options;
  const place = await readJsonFile(disk, join(dataFolder, 'second-place.json'), placeSchema);
  const ended = new AbortController();
  const there = patientDisk(disk, callMs, ended.signal);
  const known: Known = { ...options, there, place, state: 'absent', asked: null };
  let firstLook: Promise<unknown> | null = null;
  let latest: readonly KnownSnapshot[] = [];
  const inTurn = takingTurns();
  return {
    look: async () => {
      const { state } = known;
      const seen = await look(known);
      if (state === 'absent' && seen?.state === 'ready') void inTurn(() => catchUp(known, latest));
      return seen;
    },
    set: (folder) => inTurn(() => set(known, folder)),
    catchUp: (snapshots) => {
      latest = snapshots;
      return inTurn(() => catchUp(known, latest));
    },
    attachment: async (hash) => {
      firstLook ??= look(known);
      await firstLook;
      return attachment(known, hash);
    },
    close: async () => {
      const copied = inTurn(async () => 'copied');
      const waited = wait(lastCopyMs, 'waited', { signal: ended.signal }).catch(() => 'copied');
      if ((await Promise.race([copied, waited])) === 'waited') {
        options.log('second place', 'not caught up at the end');
      }
      ended.abort();
    },
  };
}

const view = ({ place, state }: Known): SecondPlace | null =>
  place && {
    folder: place.folder,
    state,
    copiedAt: place.copiedAt,
    copies: place.copies.length,
  };

async function look(known: Known): Promise<SecondPlace | null> {
  const { place } = known;
  if (place === null) return null;
  const there = await isAnswering(known, place);
  if (!there) known.state = 'absent';
  // Whether it can be written shows when it is: until then the last time stands.
  else if (known.state === 'absent') known.state = 'ready';
  return view(known);
}

/** Each question to a folder that hangs holds a thread of the few there are: one at a time is asked. */
function isAnswering(known: Known, place: Place): Promise<boolean> {
  const asked = known.asked ?? isMarked(known.there, place);
  known.asked = asked;
  const answered = asked.finally(() => {
    known.asked = null;
  });
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), PATIENCE_MS);
  return Promise.race([answered, promise]).finally(() => clearTimeout(timer));
}

async function isMarked(disk: Disk, { folder, id }: Place): Promise<boolean> {
  return (await readJsonFile(disk, join(folder, FOLDER, MARK), markSchema))?.id === id;
}

async function set(known: Known, folder: string | null): ReturnType<SecondPlaces['set']> {
  const { disk, there, dataFolder } = known;
  let place: Place | null = null;
  if (folder !== null) {
    const real = isAbsolute(folder) ? await realFolder(there, folder) : null;
    if (real === null) return err({ type: 'notAFolder' });
    const inside = (await realFolder(there, join(real, FOLDER))) ?? join(real, FOLDER);
    if (isWithin(await disk.realpath(dataFolder), inside)) return err({ type: 'sameFolder' });
    const mark = join(real, FOLDER, MARK);
    const id = (await readJsonFile(there, mark, markSchema))?.id ?? randomUUID();
    const marked = await attemptWrite(real, async () => {
      await there.mkdir(join(real, FOLDER), { recursive: true });
      await writeJsonFile(there, mark, { id });
    });
    if (!marked.ok) return marked;
    const same = known.place?.id === id && known.place.folder === real;
    place = same ? known.place : { folder: real, id, copiedAt: null, copies: [] };
  }
  const noted = await attemptWrite('second-place.json', () => note(known, place));
  if (!noted.ok) return noted;
  known.state = 'ready';
  return ok(view(known));
}

async function note(known: Known, place: Place | null): Promise<void> {
  const path = join(known.dataFolder, 'second-place.json');
  if (place === null) await known.disk.rm(path, { force: true });
  else await writeJsonFile(known.disk, path, place);
  known.place = place;
}

async function realFolder(disk: Disk, folder: string): Promise<string | null> {
  try {
    const real = await disk.realpath(folder);
    return (await disk.stat(real)).isDirectory() ? real : null;
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return null;
  }
}

function isWithin(outer: string, folder: string): boolean {
  const way = relative(outer, folder);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}

async function catchUp(known: Known, snapshots: readonly KnownSnapshot[]): Promise<void> {
  const { place, log } = known;
  if (place === null || (await look(known))?.state === 'absent') return;
  try {
    // Attachments first: a copy of a snapshot names only what is there.
    await copyFiles(known, place);
    await copySnapshots(known, place, snapshots);
    known.state = 'ready';
  } catch (error) {
    log('second place', error);
    known.state = stateAfter(error);
  }
  // What was copied counts also when more could not be.
  await note(known, known.place).catch((error: unknown) => log('second place', error));
}

/**
 * Copies are kept by the same rule as snapshots, but by themselves: what was lost here is not
 * deleted there.
 */
async function copySnapshots(
  known: Known,
  place: Place,
  snapshots: readonly KnownSnapshot[],
): Promise<void> {
  const { there, now } = known;
  const here = new Map(snapshots.map((snapshot) => [snapshot.name, snapshot]));
  const copies = place.copies.map((copy) => {
    const { provenAt, why } = here.get(copy.name) ?? copy;
    return { ...copy, why, provenAt: provenAt ?? copy.provenAt };
  });
  const old = new Set(outdated([...copies, ...snapshots.filter(isNotIn(copies))], now()));
  const files = new Set<string>();
  for (const deskId of new Set([...copies, ...snapshots].map((one) => one.deskId))) {
    for (const name of await namesThere(there, join(place.folder, FOLDER, deskId))) files.add(name);
  }
  known.place = { ...place, copies };
  for (const copy of copies) {
    const snapshot = here.get(copy.name);
    if (old.has(copy.name)) await there.rm(pathOf(place, copy), { force: true });
    else if (files.has(fileOf(copy.name))) continue;
    else if (snapshot === undefined || !(await copySnapshot(known, place, snapshot)))
      old.add(copy.name);
  }
  known.place = { ...known.place, copies: copies.filter(({ name }) => !old.has(name)) };
  for (const snapshot of snapshots.filter(isNotIn(copies))) {
    if (!snapshot.damaged && !old.has(snapshot.name)) await copySnapshot(known, place, snapshot);
  }
}

const isNotIn =
  (copies: Place['copies']) =>
  ({ name }: KnownSnapshot): boolean =>
    copies.every((copy) => copy.name !== name);

function stateAfter(error: unknown): SecondPlace['state'] {
  const code = systemCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'full';
  return code === 'EACCES' || code === 'EPERM' || code === 'EROFS' ? 'refused' : 'absent';
}

const fileOf = (name: string): string => `${name}.tar.gz`;
const pathOf = ({ folder }: Place, { name, deskId }: Pick<KnownSnapshot, 'name' | 'deskId'>) =>
  join(folder, FOLDER, deskId, fileOf(name));

/** False when the snapshot here is not what it was; then no copy is made. */
async function copySnapshot(known: Known, place: Place, snapshot: KnownSnapshot): Promise<boolean> {
  const { there, snapshotsFolder, now, log } = known;
  const from = join(snapshotsFolder, fileOf(snapshot.name));
  await there.mkdir(join(place.folder, FOLDER, snapshot.deskId), { recursive: true });
  if (!(await copyProven(known, from, pathOf(place, snapshot), snapshot.sha256))) {
    log('snapshot not copied: it is not what it was', snapshot.name);
    return false;
  }
  const { copies } = known.place ?? place;
  known.place = {
    ...place,
    copiedAt: now(),
    copies: [copySchema.parse(snapshot), ...copies.filter(({ name }) => name !== snapshot.name)],
  };
  return true;
}

const filesThere = ({ folder }: Place): string => join(folder, FOLDER, 'files');

async function attachment(known: Known, hash: string): Promise<Copied | null> {
  const { there, place, state } = known;
  if (place === null || state === 'absent') return null;
  const path = contentPath(filesThere(place), hash);
  try {
    return { size: await sizeOf(there, path), bytes: () => fileChunks(there, path) };
  } catch (error) {
    if (systemCode(error) === 'ETIMEDOUT') known.state = 'absent';
    return null;
  }
}

async function copyFiles(known: Known, place: Place): Promise<void> {
  const { disk, there, filesFolder, log } = known;
  for (const part of await namesIn(disk, filesFolder)) {
    const to = join(filesThere(place), part);
    const files = new Set(await namesThere(there, to));
    for (const hash of await namesIn(disk, join(filesFolder, part))) {
      if (files.has(hash) || !isHash(hash)) continue;
      await there.mkdir(to, { recursive: true });
      if (!(await copyProven(known, join(filesFolder, part, hash), join(to, hash), hash))) {
        log('attachment not copied: it is not what it was', hash);
      }
    }
  }
}

/**
 * Copies a file that shall have that SHA-256 (null: whatever it has), and reads the copy back.
 * False when the file here is not what it should be; then no copy is made.
 */
async function copyProven(
  { disk, there }: Known,
  from: string,
  to: string,
  sha256: string | null,
): Promise<boolean> {
  const actual = await sha256Of(fileChunks(disk, from)).catch(() => null);
  if (actual === null || actual !== (sha256 ?? actual)) return false;
  await writeFileAtomically(there, to, fileChunks(disk, from));
  if ((await sha256Of(fileChunks(there, to))) === actual) return true;
  await there.rm(to, { force: true });
  throw broken(`${to} is not what was written`);
}

/** What is in a folder there, cleared of what an end of the app left unfinished. */
async function namesThere(disk: Disk, folder: string): Promise<readonly string[]> {
  const names = await namesIn(disk, folder);
  for (const name of names) {
    if (name.endsWith(UNFINISHED)) await disk.rm(join(folder, name), { force: true });
  }
  return names;
}
