import type { Commit } from '../../shared/commits/commit.ts';
import { writeFileAtomically } from './atomic-file.ts';
import { type Disk, readRange, readWhole } from './disk.ts';
import { JOURNAL_FORMAT, type JournalEntry, piecesOf, toEntry, toLine } from './journal.ts';
import { addFile, extendFile, type Journal, type JournalFile, setAside } from './journal-files.ts';

/**
 * Finds commits of a desk, by their numbers, in its snapshots, newest first: of each those that it
 * has, up to where it is damaged.
 */
export type Rescue = (
  deskId: string,
  numbers: readonly number[],
) => AsyncIterable<readonly JournalEntry[]>;

export const noRescue: Rescue = async function* () {
  // Where there are no snapshots nothing can be taken back.
};

/** Numbers missing one after another, from first to last. */
interface Run {
  readonly from: number;
  readonly to: number;
}

/**
 * Puts commits that are damaged or missing in a journal back from snapshots, up to number
 * `knownLast` if a snapshot knows of more than the journal has. Answers how many were put back.
 * The damaged bytes are kept aside. Throws the system's error; then the file at hand is as it was.
 */
export async function mendJournal(
  disk: Disk,
  deskId: string,
  journal: Journal,
  rescue: Rescue,
  knownLast: number,
): Promise<number> {
  const present = new Map<number, string>();
  for (const file of journal.files) {
    for (const { n, commit } of entriesIn(await journalBytes(disk, file))) {
      present.set(n, commit.id);
    }
  }
  const runs = runsMissing(present, Math.max(journal.last, knownLast));
  if (runs.length === 0) return 0;
  const rescued = await rescueRuns(deskId, runs, present, rescue);
  let mended = 0;
  for (const file of [...journal.files]) {
    mended += await mendFile(disk, deskId, journal, file, rescued);
  }
  return mended + (await addLostEnd(disk, deskId, journal, rescued));
}

/** The bytes that belong to the journal: behind them may be what an append that failed has left. */
const journalBytes = (disk: Disk, { path, size }: JournalFile): Promise<Uint8Array> =>
  readRange(disk, path, 0, size);

function* entriesIn(bytes: Uint8Array): Generator<JournalEntry> {
  for (const piece of piecesOf(bytes)) {
    const entry = piece.good ? toEntry(piece.json) : null;
    if (entry !== null) yield entry;
  }
}

function runsMissing(present: ReadonlyMap<number, string>, last: number): readonly Run[] {
  const runs: { from: number; to: number }[] = [];
  for (let n = 1; n <= last; n += 1) {
    if (present.has(n)) continue;
    const run = runs.at(-1);
    if (run?.to === n - 1) run.to = n;
    else runs.push({ from: n, to: n });
  }
  return runs;
}

/**
 * What the snapshots have of the missing runs, each run from one snapshot: a journal that had lost
 * its end and grew again has other commits under the numbers of before, and those of the two must
 * not stand side by side.
 */
async function rescueRuns(
  deskId: string,
  runs: readonly Run[],
  present: ReadonlyMap<number, string>,
  rescue: Rescue,
): Promise<ReadonlyMap<number, Commit>> {
  const wanted = new Set<number>();
  for (const { from, to } of runs) {
    for (let n = Math.max(1, from - 1); n <= to + 1; n += 1) wanted.add(n);
  }
  const believed = new Map<number, Commit>();
  const left = new Set(runs);
  for await (const held of rescue(deskId, [...wanted])) {
    const found = new Map(held.map(({ n, commit }) => [n, commit]));
    for (const run of left) {
      const commits = runIn(found, run, present);
      if (commits.length === 0) continue;
      left.delete(run);
      for (const [n, commit] of commits) believed.set(n, commit);
    }
    if (left.size === 0) break;
  }
  return believed;
}

/**
 * The commits of a run that a snapshot gives: all of them, at the journal's end as many as there
 * are, or none. It is believed only when it holds a neighbour of the run as well, and every
 * neighbour that it holds is the very commit that the journal has.
 */
function runIn(
  found: ReadonlyMap<number, Commit>,
  { from, to }: Run,
  present: ReadonlyMap<number, string>,
): readonly (readonly [number, Commit])[] {
  const neighbours = [from - 1, to + 1].filter((n) => present.has(n));
  const known = neighbours.filter((n) => found.has(n));
  if (known.length === 0 && neighbours.length > 0) return [];
  if (!known.every((n) => found.get(n)?.id === present.get(n))) return [];
  // With a gap left in the middle nothing behind it can be read: half a run is no help.
  if (present.has(to + 1) && !found.has(to)) return [];
  const commits: [number, Commit][] = [];
  for (let n = from; n <= to; n += 1) {
    const commit = found.get(n);
    if (commit === undefined) break;
    commits.push([n, commit]);
  }
  return commits;
}

/** Writes a file of the journal anew, with the rescued commits that belong into it. */
async function mendFile(
  disk: Disk,
  deskId: string,
  journal: Journal,
  file: JournalFile,
  rescued: ReadonlyMap<number, Commit>,
): Promise<number> {
  const index = journal.files.indexOf(file);
  const first = index === 0 ? 1 : file.first;
  const end = journal.files[index + 1]?.first ?? journal.last + 1;
  const numbers = [...rescued.keys()].filter((n) => n >= first && n < end);
  if (numbers.length === 0) return 0;

  const damaged = await journalBytes(disk, file);
  const commits = new Map<number, Commit>(
    numbers.flatMap((n) => {
      const commit = rescued.get(n);
      return commit === undefined ? [] : [[n, commit] as const];
    }),
  );
  for (const { n, commit } of entriesIn(damaged)) commits.set(n, commit);
  const lines = [
    toLine({ format: JOURNAL_FORMAT, deskId, first, schema: journal.schema }),
    ...[...commits].sort(([a], [b]) => a - b).map(([n, commit]) => toLine({ n, commit })),
  ];
  const bytes = Buffer.concat(lines);
  await setAside(disk, journal.folder, damaged);
  try {
    await writeFileAtomically(disk, file.path, [bytes]);
  } catch (error) {
    // The new file may have taken the place although its folder could not be synced.
    if (!bytes.equals(await readWhole(disk, file.path))) throw error;
  }
  journal.edition += 1;
  journal.files[index] = { path: file.path, first, size: bytes.byteLength, unsettled: false };
  return numbers.length;
}

/** Adds the rescued commits that come right after the journal's last one. */
async function addLostEnd(
  disk: Disk,
  deskId: string,
  journal: Journal,
  rescued: ReadonlyMap<number, Commit>,
): Promise<number> {
  const lost: JournalEntry[] = [];
  for (let n = journal.last + 1; ; n += 1) {
    const commit = rescued.get(n);
    if (commit === undefined) break;
    lost.push({ n, commit });
  }
  const end = lost.at(-1);
  if (end === undefined) return 0;
  const schema = lost.reduce(
    (newest, { commit }) => Math.max(newest, commit.schema),
    journal.schema,
  );
  const lines = lost.map(toLine);
  const current = journal.files.at(-1);
  if (current !== undefined) await extendFile(disk, current, Buffer.concat(lines));
  else {
    const header = { format: JOURNAL_FORMAT, deskId, first: journal.last + 1, schema };
    await addFile(disk, journal, header, lines);
  }
  journal.schema = schema;
  journal.last = end.n;
  journal.at = end.commit.at;
  return lost.length;
}
