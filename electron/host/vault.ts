import { dirname, join } from 'node:path';
import type { Commit } from '../../shared/commits/commit.ts';
import type { Tally } from '../../shared/commits/tally.ts';
import type { CallFailure, CallOutput, VaultState } from '../../shared/contract/index.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { takingTurns } from '../../shared/core/turns.ts';
import { desksIn, findCurrent, takeInOldLayout } from './desks.ts';
import { attemptWrite, syncFolder, type WriteFailure } from './disk.ts';
import { JOURNAL_FORMAT, toLine } from './journal.ts';
import { addFile, extendFile } from './journal-files.ts';
import type { JournalFiles } from './journal-reader.ts';
import { mendJournal, noRescue } from './mending.ts';
import {
  type Damaged,
  type NothingThere,
  prefixUpTo,
  type Stageable,
  type Staging,
  writeStage,
} from './staging.ts';
import {
  type Desk,
  deskOf,
  type Inside,
  KEPT_MS,
  openDesk,
  quietly,
  tidy,
  type VaultOptions,
} from './vault-desks.ts';

export type { VaultOptions } from './vault-desks.ts';

/** A journal file that has grown to this many bytes is not added to any more. */
const FILE_LIMIT = 32 * 1024 * 1024;

interface AppendInput {
  readonly deskId: string;
  readonly after: number;
  readonly commits: readonly Commit[];
  readonly tally: Tally | null;
}

type AppendAnswer = Result<CallOutput<'appendCommits'>, CallFailure<'appendCommits'>>;
type ReadAnswer = Result<CallOutput<'readCommits'>, CallFailure<'readCommits'>>;
type Gone = { readonly type: 'gone' };

/** What the vault itself can say of its state. */
export type VaultFacts = Pick<
  VaultState,
  'deskId' | 'last' | 'schema' | 'tally' | 'setAside' | 'mended' | 'kept'
>;

/** The current desk as it stands: what a copy of it must know. Its files only ever grow. */
export interface DeskSource {
  readonly deskId: string;
  readonly last: number;
  readonly schema: number;
  readonly tally: Tally | null;
  /** Journal files in order; of each only the first `size` bytes belong to it. */
  readonly files: JournalFiles['files'];
}

export interface Vault {
  readonly state: () => VaultFacts;
  /** Keeps commits after the last one; the answer comes when they are on the disk. */
  readonly append: (input: AppendInput) => Promise<AppendAnswer>;
  /** Commits of any desk after the given number. What is damaged is first put right if it can be. */
  readonly read: (deskId: string, after: number) => Promise<ReadAnswer>;
  /** Null while there is nothing to copy. */
  readonly source: () => DeskSource | null;
  /**
   * Checks the whole journal of the current desk, and puts back from snapshots what is damaged.
   * Answers how many commits were put back.
   */
  readonly mend: () => Promise<number>;
  /** Does that when a snapshot knows of later commits of a desk than its journal has. */
  readonly takeBack: (lastKnown: (deskId: string) => number) => Promise<number>;
  /** Makes a desk of its own, wholly or not at all. */
  readonly stage: (
    contents: Stageable,
    staging: Staging,
  ) => Promise<Result<CallOutput<'prepareRestore'>, CallFailure<'prepareRestore'>>>;
  /** The current desk as it stood at an instant. */
  readonly upTo: (at: number) => Promise<Result<Stageable, Damaged | NothingThere>>;
  /** Makes a staged or kept desk the current one. */
  readonly switchTo: (deskId: string) => Promise<Result<null, WriteFailure | Gone>>;
  /** Drops a staged desk; any other stays. */
  readonly drop: (deskId: string) => Promise<Result<null, WriteFailure>>;
  /** Resolves when nothing is being written any more, and what the desk holds is noted. */
  readonly settled: () => Promise<void>;
}

/**
 * Opens the vault, or starts an empty one. A damaged tail of the journal (a write that a power cut
 * tore) is copied aside and cut off; damage with good lines after it is left as it is, for `read`
 * to mend or report. Desks whose time is up are removed, but never the current one.
 */
export async function openVault(given: VaultOptions): Promise<Result<Vault, WriteFailure>> {
  const options = { rescue: noRescue, fileLimit: FILE_LIMIT, ...given };
  const { disk, folder } = options;
  const desks = desksIn(disk, folder);
  const opened = await attemptWrite(folder, async () => {
    await disk.mkdir(join(folder, 'desks'), { recursive: true });
    await syncFolder(disk, dirname(folder));
    await takeInOldLayout(disk, folder);
    const { deskId, named } = await findCurrent(disk, desks);
    const current = deskId === null ? null : await openDesk(disk, desks, deskId);
    const inside: Inside = {
      options,
      desks,
      current,
      others: new Map(),
      kept: new Map(),
      mended: 0,
      unsure: !named && deskId !== null,
    };
    await tidy(inside, named);
    return inside;
  });
  return opened.ok ? ok(vaultOver(opened.value)) : opened;
}

function vaultOver(inside: Inside): Vault {
  const inTurn = takingTurns();
  const mend = (desk: Desk, knownLast: number) => inTurn(() => mendDesk(inside, desk, knownLast));
  const readMended = async (desk: Desk, after: number) => {
    const answer = await desk.read(after);
    return answer.ok || (await mend(desk, 0)) === 0 ? answer : desk.read(after);
  };
  return {
    state: () => stateOf(inside),
    append: (input) => inTurn(() => append(inside, input)),
    read: async (deskId, after) => {
      const desk = await attemptWrite(deskId, () => deskOf(inside, deskId));
      if (!desk.ok) return err({ type: 'damaged', at: after + 1 });
      return desk.value === null ? err({ type: 'gone' }) : readMended(desk.value, after);
    },
    source: () => sourceOf(inside.current),
    mend: async () => (inside.current ? mend(inside.current, 0) : 0),
    takeBack: async (lastKnown) => {
      const { current } = inside;
      if (current === null) return 0;
      const last = lastKnown(current.deskId);
      return last > current.journal.last ? mend(current, last) : 0;
    },
    stage: (contents, staging) => stage(inside, contents, staging),
    upTo: async (at) => {
      const { current } = inside;
      if (current === null) return err({ type: 'nothingThere' });
      return prefixUpTo(at, current.journal, (after) => readMended(current, after));
    },
    switchTo: (deskId) => inTurn(() => switchTo(inside, deskId)),
    drop: (deskId) => inTurn(() => drop(inside, deskId)),
    settled: () => inTurn(() => note(inside)),
  };
}

function stateOf({ current, kept, mended }: Inside): VaultFacts {
  const journal = current?.journal;
  return {
    deskId: journal && journal.files.length > 0 ? (current?.deskId ?? null) : null,
    last: journal?.last ?? 0,
    schema: journal?.schema ?? 0,
    tally: sourceOf(current)?.tally ?? null,
    setAside: journal?.setAside ?? 0,
    mended,
    kept: [...kept]
      .map(([deskId, { last, leftAt }]) => ({ deskId, last, leftAt, keptUntil: leftAt + KEPT_MS }))
      .sort((a, b) => b.leftAt - a.leftAt),
  };
}

function sourceOf(desk: Desk | null): DeskSource | null {
  if (desk === null || desk.journal.last === 0) return null;
  const { deskId, facts } = desk;
  const { last, schema, files } = desk.journal;
  return {
    deskId,
    last,
    schema,
    tally: facts.held?.last === last ? facts.held.tally : null,
    files: files.map(({ path, first, size }) => ({ path, first, size })),
  };
}

async function append(
  inside: Inside,
  { deskId, after, commits, tally }: AppendInput,
): Promise<AppendAnswer> {
  const { disk, folder, fileLimit } = inside.options;
  const made = await attemptWrite(folder, () => deskToAppendTo(inside, deskId));
  if (!made.ok) return made;
  const desk = made.value;
  if (desk === null) return err({ type: 'otherDesk' });
  const { journal } = desk;
  if (after !== journal.last) return err({ type: 'behind', last: journal.last });

  const schema = commits.reduce((newest, { schema }) => Math.max(newest, schema), journal.schema);
  const lines = commits.map((commit, index) => toLine({ n: after + index + 1, commit }));
  const file = journal.files.at(-1);
  const written = await attemptWrite(folder, () =>
    file !== undefined && file.size < fileLimit
      ? extendFile(disk, file, Buffer.concat(lines))
      : addFile(disk, journal, { format: JOURNAL_FORMAT, deskId, first: after + 1, schema }, lines),
  );
  if (!written.ok) return written;
  journal.schema = schema;
  journal.last += commits.length;
  journal.at = commits.at(-1)?.at ?? journal.at;
  desk.facts = { ...desk.facts, held: { last: journal.last, tally } };
  return ok({ last: journal.last });
}

/** The current desk, or a new one when there is none with anything in it; null for any other. */
async function deskToAppendTo(inside: Inside, deskId: string): Promise<Desk | null> {
  const { current, desks, options } = inside;
  if (current?.deskId === deskId) {
    if (inside.unsure) await desks.name(deskId, deskId);
    inside.unsure = false;
    return current;
  }
  const known = await deskOf(inside, deskId);
  if ((current && current.journal.last > 0) || (known && known.journal.last > 0)) return null;
  await desks.make(deskId, { staged: false, leftAt: null, held: null });
  const made = await openDesk(options.disk, desks, deskId);
  await desks.name(deskId, current?.deskId ?? null);
  inside.others.delete(deskId);
  inside.current = made;
  return made;
}

async function mendDesk(
  inside: Inside,
  { deskId, journal }: Desk,
  knownLast: number,
): Promise<number> {
  const { disk, folder, rescue, log } = inside.options;
  const mended = await attemptWrite(folder, () =>
    mendJournal(disk, deskId, journal, rescue, knownLast),
  );
  if (!mended.ok) {
    log('mending the journal failed', mended.error);
    return 0;
  }
  if (mended.value > 0) log('commits put back from snapshots', { deskId, count: mended.value });
  inside.mended += mended.value;
  return mended.value;
}

async function stage(
  inside: Inside,
  contents: Stageable,
  staging: Staging,
): ReturnType<Vault['stage']> {
  const { disk, fileLimit } = inside.options;
  const staged = await writeStage(disk, inside.desks, fileLimit, contents, staging);
  if (!staged.ok) return staged;
  const { deskId } = staged.value;
  const desk = await attemptWrite(inside.options.folder, () =>
    openDesk(disk, inside.desks, deskId),
  );
  if (!desk.ok) return desk;
  const { last, schema, at } = desk.value.journal;
  const { tally } = contents;
  desk.value.facts = { staged: true, leftAt: null, held: { last, tally } };
  inside.others.set(deskId, desk.value);
  return ok({ deskId, last, schema, at, tally });
}

async function switchTo(
  inside: Inside,
  deskId: string,
): Promise<Result<null, WriteFailure | Gone>> {
  const { desks, options, current: left } = inside;
  if (left?.deskId === deskId) return ok(null);
  const found = await attemptWrite(options.folder, () => deskOf(inside, deskId));
  if (!found.ok) return found;
  const taken = found.value;
  if (taken === null || taken.journal.last === 0) return err({ type: 'gone' });
  const facts = { ...taken.facts, staged: false, leftAt: null };
  const named = await attemptWrite(options.folder, async () => {
    // Before it is in use: what still counts as staged is removed at the next start.
    await desks.setFacts(deskId, facts);
    await desks.name(deskId, left?.deskId ?? null);
  });
  if (!named.ok) {
    inside.unsure = true;
    await quietly(inside, () => desks.setFacts(deskId, taken.facts));
    return named;
  }
  inside.unsure = false;
  inside.current = taken;
  inside.others.delete(deskId);
  inside.kept.delete(deskId);
  taken.facts = facts;
  // From here on it is done. What is not noted now is put right at the next start.
  if (left) await leave(inside, left);
  return ok(null);
}

async function leave(inside: Inside, left: Desk): Promise<void> {
  const { desks, options, kept, others } = inside;
  const { last } = left.journal;
  if (last === 0) {
    await quietly(inside, () => desks.remove(left.deskId));
    return;
  }
  const leftAt = options.now();
  left.facts = { ...left.facts, leftAt, held: left.facts.held ?? { last, tally: null } };
  others.set(left.deskId, left);
  kept.set(left.deskId, { last, leftAt });
  await quietly(inside, () => desks.setFacts(left.deskId, left.facts));
}

async function drop(inside: Inside, deskId: string): Promise<Result<null, WriteFailure>> {
  const { desks, others, options } = inside;
  return attemptWrite(options.folder, async () => {
    if (inside.current?.deskId === deskId || !(await desks.list()).includes(deskId)) return null;
    if (!(await desks.facts(deskId)).staged) return null;
    others.delete(deskId);
    await desks.remove(deskId);
    return null;
  });
}

/** Notes beside the journal what the desk holds, so that the next start knows. */
async function note(inside: Inside): Promise<void> {
  const { current, desks } = inside;
  if (!current || current.journal.last === 0) return;
  const { held } = await desks.facts(current.deskId);
  if (held?.last === current.facts.held?.last) return;
  await quietly(inside, () => desks.setFacts(current.deskId, current.facts));
}
