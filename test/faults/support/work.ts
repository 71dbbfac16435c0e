import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Commit } from '../../../shared/commits/commit.ts';
import {
  type CommonFailure,
  type Host,
  MAX_PIECE_BYTES,
  type RestoreSource,
} from '../../../shared/contract/index.ts';
import { readingToId } from '../../../shared/core/clock.ts';
import type { Result } from '../../../shared/core/result.ts';
import { aCommit } from '../../integration/host/support.ts';
import type { Chance, Counts } from './rounds.ts';

/** What a page may rely on because the host has answered it, and what it cannot know. */
export interface Expected {
  current: string | null;
  /** The commits of every desk that was the current one, or may be. */
  readonly desks: Map<string, Commit[]>;
  /** Desks that were the current one: they are kept. */
  readonly owed: Set<string>;
  readonly files: Map<string, string>;
  readonly snapshots: Map<string, readonly Commit[]>;
  /** Asked for without an answer that it was done: the current desk, more commits of a desk. */
  readonly maybeCurrent: Set<string>;
  maybeMore: { readonly deskId: string; readonly commits: readonly Commit[] } | null;
  /** How many commits were made. */
  made: number;
}

export const nothingYet = (): Expected => ({
  current: null,
  desks: new Map(),
  owed: new Set(),
  files: new Map(),
  snapshots: new Map(),
  maybeCurrent: new Set(),
  maybeMore: null,
  made: 0,
});

/** The host has ended under an action. */
export class Ended extends Error {}

/** The value, or null when the host refused; a bug of the host throws. */
async function asked<T, E extends { readonly type: string }>(
  answer: Promise<Result<T, E | CommonFailure>>,
): Promise<T | null> {
  const { ok, ...rest } = await answer;
  if (ok) return 'value' in rest ? rest.value : null;
  const error = 'error' in rest ? rest.error : null;
  if (error?.type === 'unreachable') throw new Ended();
  if (['internal', 'badInput', 'behind', 'otherDesk'].includes(error?.type ?? '')) {
    throw new Error(`the host has answered ${JSON.stringify(error)}`);
  }
  return null;
}

/** The n-th commit that anybody makes, with some text of that length in it. */
function commitNumber(n: number, textLength: number): Commit {
  const commit = aCommit(n, textLength);
  return { ...commit, id: readingToId({ at: commit.at, counter: 0 }, commit.device) };
}

const commitsOf = ({ desks }: Expected, deskId: string | null): Commit[] =>
  (deskId === null ? undefined : desks.get(deskId)) ?? [];

export async function append(
  host: Host,
  expected: Expected,
  count: number,
  textLength = 20,
): Promise<boolean> {
  const deskId = expected.current ?? randomUUID();
  if (expected.current === null) {
    expected.maybeCurrent.add(deskId);
    expected.desks.set(deskId, []);
  }
  const kept = commitsOf(expected, deskId);
  const commits = Array.from({ length: count }, (_, index) =>
    commitNumber(expected.made + index + 1, textLength),
  );
  expected.made += count;
  expected.maybeMore = { deskId, commits };
  const input = { deskId, after: kept.length, commits, tally: null };
  if ((await asked(host.appendCommits(input))) === null) return false;
  kept.push(...commits);
  expected.current = deskId;
  expected.owed.add(deskId);
  expected.maybeCurrent.clear();
  expected.maybeMore = null;
  return true;
}

export async function takeSnapshot(host: Host, expected: Expected): Promise<boolean> {
  const taken = await asked(host.takeSnapshot({ job: randomUUID(), why: 'asked' }));
  if (taken?.snapshot) {
    const { name, deskId, last } = taken.snapshot;
    expected.snapshots.set(name, commitsOf(expected, deskId).slice(0, last));
  }
  return taken !== null;
}

export async function keepFile(host: Host, expected: Expected, text: string): Promise<boolean> {
  const bytes = new TextEncoder().encode(text);
  const begun = await asked(host.beginUpload({ size: bytes.byteLength }));
  if (begun === null) return false;
  const { upload } = begun;
  if ((await asked(host.uploadPiece({ upload, at: 0, bytes }))) === null) return false;
  const kept = await asked(host.keepFile({ upload }));
  if (kept === null) return false;
  expected.files.set(kept.hash, text);
  return true;
}

/** Makes a desk of what is named, and the current one of that. */
export async function restore(
  host: Host,
  expected: Expected,
  source: RestoreSource,
): Promise<boolean> {
  const prepared = await asked(host.prepareRestore({ job: randomUUID(), source }));
  if (prepared === null) return false;
  const all =
    source.type === 'snapshot'
      ? (expected.snapshots.get(source.name) ?? [])
      : commitsOf(expected, expected.current);
  expected.desks.set(prepared.deskId, all.slice(0, prepared.last));
  return switchTo(host, expected, prepared.deskId);
}

export async function switchTo(host: Host, expected: Expected, deskId: string): Promise<boolean> {
  expected.maybeCurrent.add(deskId);
  if ((await asked(host.switchDesk({ deskId }))) === null) return false;
  expected.current = deskId;
  expected.owed.add(deskId);
  expected.maybeCurrent.clear();
  expected.maybeMore = null;
  return true;
}

/** Does one thing that a page does, whichever chance says. */
export async function doSomething(host: Host, expected: Expected, chance: Chance): Promise<void> {
  const what = expected.current === null ? 0 : chance(20);
  const snapshots = [...expected.snapshots.keys()];
  const name = snapshots[chance(Math.max(1, snapshots.length))];
  const kept = [...expected.owed].filter((deskId) => deskId !== expected.current);
  const left = kept[chance(Math.max(1, kept.length))];
  if (what < 12) {
    await append(host, expected, 1 + chance(5), 10 * (1 + chance(chance(4) === 0 ? 3000 : 30)));
  } else if (what < 14) await takeSnapshot(host, expected);
  else if (what < 17) {
    await keepFile(host, expected, `附件 ${expected.made} `.repeat(1 + chance(2000)));
  } else if (what < 18 && name !== undefined) {
    await restore(host, expected, { type: 'snapshot', name });
  } else if (what < 19) {
    const commits = commitsOf(expected, expected.current);
    const at = commits[chance(commits.length)]?.at ?? 0;
    await restore(host, expected, { type: 'point', at });
  } else if (left !== undefined) await switchTo(host, expected, left);
}

/** All commits of a desk as far as they can be read, and whether that was to the end. */
async function readDesk(host: Host, deskId: string) {
  const found: Commit[] = [];
  for (let after = 0, end = false; !end; ) {
    const answer = await asked(host.readCommits({ from: { deskId }, after }));
    if (answer === null) return { found, whole: false };
    found.push(...answer.commits);
    ({ last: after, end } = answer);
  }
  return { found, whole: true };
}

/** Counts what differs from what was acknowledged; beyond that only what was sent may be there. */
function compare(
  found: readonly Commit[],
  kept: readonly Commit[],
  more: readonly Commit[],
  counts: Counts,
): void {
  counts.acknowledged += kept.length;
  counts.lost += kept.filter((commit, index) => !isDeepStrictEqual(found[index], commit)).length;
  const beyond = found.slice(kept.length);
  counts.invented += beyond.filter((commit, n) => !isDeepStrictEqual(commit, more[n])).length;
}

/**
 * Holds a host that was just started against what was answered before, and takes over what it
 * turns out to have of the rest. `torn`: writing was broken off, so that an end may be set aside.
 */
export async function verify(
  host: Host,
  expected: Expected,
  counts: Counts,
  { torn }: { readonly torn: boolean },
): Promise<void> {
  const state = await asked(host.vaultState({}));
  if (state === null) throw new Error('the vault does not answer');
  if (state.mended > 0 || (state.setAside > 0 && !torn)) counts.falseAlarms += 1;
  const { current, maybeCurrent, maybeMore } = expected;
  if (state.deskId !== current && !(state.deskId && maybeCurrent.has(state.deskId))) {
    // What is not the current desk any more is what the user sees as lost.
    counts.lost += Math.max(1, commitsOf(expected, current).length);
  }
  const here = new Set([state.deskId, ...state.kept.map(({ deskId }) => deskId)]);
  for (const deskId of new Set([...expected.owed, state.deskId])) {
    if (deskId === null) continue;
    const kept = commitsOf(expected, deskId);
    const { found, whole } = here.has(deskId)
      ? await readDesk(host, deskId)
      : { found: [], whole: false };
    if (!whole && here.has(deskId)) counts.falseAlarms += 1;
    compare(found, kept, maybeMore?.deskId === deskId ? maybeMore.commits : [], counts);
    expected.desks.set(deskId, found.length > kept.length ? [...found] : kept);
  }
  await verifyFiles(host, expected, counts);
  await verifySnapshots(host, expected, counts);
  if (state.deskId !== null && current !== state.deskId) {
    expected.current = state.deskId;
    expected.owed.add(state.deskId);
  }
  expected.maybeCurrent.clear();
  expected.maybeMore = null;
}

async function verifyFiles(host: Host, { files }: Expected, counts: Counts): Promise<void> {
  counts.acknowledged += files.size;
  const checked = await asked(host.checkFiles({ hashes: [...files.keys()] }));
  counts.lost += checked?.problems.length ?? files.size;
  const [hash, text] = [...files].at(-1) ?? [];
  if (hash === undefined || text === undefined) return;
  const count = MAX_PIECE_BYTES;
  const read = await asked(host.readFile({ hash, from: 0, count }));
  if (read && new TextDecoder().decode(read.bytes) !== text) counts.lost += 1;
}

/** All are listed; the newest is read. */
async function verifySnapshots(host: Host, { snapshots }: Expected, counts: Counts): Promise<void> {
  const list = (await asked(host.listSnapshots({})))?.snapshots ?? [];
  const good = new Set(list.filter(({ damaged }) => !damaged).map(({ name }) => name));
  counts.acknowledged += snapshots.size;
  counts.lost += [...snapshots.keys()].filter((name) => !good.has(name)).length;
  counts.falseAlarms += list.filter(({ damaged }) => damaged).length;
  const [name, commits] = [...snapshots].at(-1) ?? [];
  if (name === undefined || commits === undefined) return;
  const read = await asked(host.readCommits({ from: { snapshot: name }, after: 0 }));
  if (read?.end) compare(read.commits, commits, [], counts);
}
