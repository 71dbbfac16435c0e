import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Commit } from '../../shared/commits/commit.ts';
import type { Host, Key, Lock, RestoreSource } from '../../shared/contract/index.ts';
import { expectOk } from '../integration/host/support.ts';
import { startHere } from './support/hosts.ts';
import { type MemoryDisk, memoryDisk } from './support/memory-disk.ts';
import {
  type Chance,
  type Counts,
  chanceOf,
  noCounts,
  nothingWrong,
  report,
  rounds,
} from './support/rounds.ts';
import { append, type Expected, keepFile, nothingYet, takeSnapshot } from './support/work.ts';

const PASSPHRASE = '纸条上的 passphrase 17';

/** A desk with a snapshot, commits after it, attachments, and backups of all kinds. */
interface Kept {
  readonly dataFolder: string;
  readonly memory: MemoryDisk;
  readonly expected: Expected;
  readonly commits: readonly Commit[];
  /** Of the commits, those that the snapshot has. */
  readonly inSnapshot: number;
  readonly keys: ReadonlyMap<string, Key | null>;
}

let kept: Kept;
beforeAll(async () => {
  kept = await aKeptDesk();
});
afterAll(() => rm(kept.dataFolder, { recursive: true, force: true }));

async function aKeptDesk(): Promise<Kept> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'desk-damage-'));
  const memory = memoryDisk();
  await memory.disk.mkdir(dataFolder, { recursive: true });
  const { host, close } = expectOk(await startHere(dataFolder, memory.disk));
  const expected = nothingYet();
  for (let n = 0; n < 6; n += 1) await append(host, expected, 2, 300);
  await keepFile(host, expected, '合同扫描件 '.repeat(300));
  await keepFile(host, expected, '附件');
  await takeSnapshot(host, expected);
  const inSnapshot = expected.made;
  await append(host, expected, 3, 300);

  const identity = await generateX25519Identity();
  const backups: readonly (readonly [string, Lock, Key | null])[] = [
    ['open', { type: 'open' }, null],
    [
      'recipient',
      { type: 'recipients', recipients: [await identityToRecipient(identity)] },
      { type: 'identity', identity },
    ],
    [
      'passphrase',
      { type: 'passphrase', passphrase: PASSPHRASE },
      { type: 'passphrase', passphrase: PASSPHRASE },
    ],
  ];
  const keys = new Map<string, Key | null>();
  for (const [name, lock, key] of backups) {
    expectOk(await host.saveBackup({ job: randomUUID(), name, lock }));
    keys.set(`${name}.tdesk`, key);
  }
  const commits = expected.desks.get(expected.current ?? '') ?? [];
  const before = memory.copy();
  await close();
  return { dataFolder, memory: before, expected, commits, inSnapshot, keys };
}

/** What came of damage: it was said, it had no effect, or something else was given out. */
type Verdict = 'told' | 'harmless' | 'believed';

/** Reads all that a desk gives out, past what it reports as damaged. */
async function readPast(host: Host, commits: readonly Commit[]): Promise<Verdict> {
  const state = expectOk(await host.vaultState({}));
  if (state.deskId === null) return 'believed';
  let told = state.mended > 0 || state.setAside > 0;
  for (let after = 0; after < state.last; ) {
    const answer = await host.readCommits({ from: { deskId: state.deskId }, after });
    if (!answer.ok) {
      told = true;
      after += 1;
      continue;
    }
    const as = commits.slice(after, answer.value.last);
    if (!isDeepStrictEqual(answer.value.commits, as)) return 'believed';
    after = answer.value.last;
  }
  // What is come across in reading is mended then.
  if (told || expectOk(await host.vaultState({})).mended > 0) return 'told';
  return state.last === commits.length ? 'harmless' : 'believed';
}

async function restored(
  host: Host,
  source: RestoreSource,
  commits: readonly Commit[],
): Promise<Verdict> {
  const prepared = await host.prepareRestore({ job: randomUUID(), source });
  if (!prepared.ok) return 'told';
  const { deskId } = prepared.value;
  const read = expectOk(await host.readCommits({ from: { deskId }, after: 0 }));
  return isDeepStrictEqual(read.commits, commits) ? 'harmless' : 'believed';
}

async function upload(host: Host, bytes: Uint8Array): Promise<string> {
  const { upload } = expectOk(await host.beginUpload({ size: bytes.byteLength }));
  expectOk(await host.uploadPiece({ upload, at: 0, bytes: Uint8Array.from(bytes) }));
  return upload;
}

/** What the host makes of a file that is not what it was, with all else sound. */
async function judge(path: string, damaged: Uint8Array): Promise<Verdict> {
  const { dataFolder, memory, commits, inSnapshot, keys, expected } = kept;
  const { disk } = withFile(memory.copy(), path, damaged);
  const { host } = expectOk(await startHere(dataFolder, disk));
  const name = basename(path);
  const key = keys.get(name);
  if (key !== undefined) {
    const source = { type: 'upload', upload: await upload(host, damaged), key } as const;
    return restored(host, source, commits);
  }
  const desk = await readPast(host, commits);
  if (name.endsWith('.tar.gz')) {
    if (desk !== 'harmless') return 'believed';
    const source = { type: 'snapshot', name: name.slice(0, -'.tar.gz'.length) } as const;
    return restored(host, source, commits.slice(0, inSnapshot));
  }
  if (path.includes('/vault/files/')) {
    if (desk !== 'harmless') return 'believed';
    const { problems } = expectOk(await host.checkFiles({ hashes: [...expected.files.keys()] }));
    return isDeepStrictEqual(problems, [{ hash: name, problem: 'altered' }]) ? 'told' : 'believed';
  }
  return desk;
}

function withFile(memory: MemoryDisk, path: string, bytes: Uint8Array): MemoryDisk {
  memory.replace(path, bytes);
  return memory;
}

function count(counts: Counts, verdict: Verdict): void {
  counts.rounds += 1;
  if (verdict === 'believed') counts.undetected += 1;
  if (verdict === 'told') counts.detected += 1;
}

function flipped(bytes: Uint8Array, chance: Chance): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const at = chance(bytes.byteLength);
  copy[at] = (copy[at] ?? 0) ^ (1 << chance(8));
  return copy;
}

const kinds: readonly {
  readonly what: string;
  readonly holds: (path: string) => boolean;
  readonly few: number;
  readonly many: number;
}[] = [
  { what: 'the journal', holds: (path) => path.endsWith('.tdj'), few: 70, many: 400 },
  { what: 'a snapshot', holds: (path) => path.endsWith('.tar.gz'), few: 40, many: 200 },
  { what: 'an open backup', holds: (path) => path.endsWith('/open.tdesk'), few: 30, many: 150 },
  {
    what: 'a backup locked for a key',
    holds: (path) => path.endsWith('/recipient.tdesk'),
    few: 30,
    many: 150,
  },
  {
    what: 'a backup locked by a passphrase',
    holds: (path) => path.endsWith('/passphrase.tdesk'),
    // Each try costs what trying a passphrase shall cost.
    few: 2,
    many: 50,
  },
  { what: 'an attachment', holds: (path) => path.includes('/vault/files/'), few: 30, many: 100 },
  { what: 'what is noted beside', holds: (path) => path.endsWith('.json'), few: 30, many: 150 },
];

test.each(kinds)(
  'a bit that turns in $what is never believed',
  async ({ what, holds, few, many }) => {
    const counts = noCounts();
    const chance = chanceOf(what.length);
    const paths = kept.memory.files().filter(holds);
    for (let round = 0; round < rounds(few, many); round += 1) {
      const path = paths[round % paths.length] ?? '';
      const damaged = flipped(kept.memory.bytesOf(path), chance);
      count(counts, await judge(path, damaged));
      expect(counts.undetected, `${path}, round ${round}`).toBe(0);
    }
    expect(report(`bit flips in ${what}`, counts)).toEqual(nothingWrong);
  },
);

test('a journal cut off at any byte of its last record keeps the others', async () => {
  const { dataFolder, memory, commits } = kept;
  const counts = noCounts();
  const path = memory.files().find((file) => file.endsWith('.tdj')) ?? '';
  const whole = memory.bytesOf(path);
  const start = whole.lastIndexOf(0x0a, whole.byteLength - 2) + 1;
  const step = rounds(5, 1);
  for (let size = start; size < whole.byteLength; size += step) {
    const { disk } = withFile(memory.copy(), path, whole.subarray(0, size));
    const { host } = expectOk(await startHere(dataFolder, disk));
    const state = expectOk(await host.vaultState({}));
    const from = { deskId: state.deskId ?? '' };
    const read = await host.readCommits({ from, after: 0 });
    const found = read.ok ? read.value.commits : [];
    // The line break alone is no part of what the checksum is of.
    const left = size === whole.byteLength - 1 && found.length === commits.length ? 0 : 1;
    counts.rounds += 1;
    counts.acknowledged += commits.length - left;
    const same = isDeepStrictEqual(found, commits.slice(0, commits.length - left));
    if (!same) counts.lost += 1;
    if (!read.ok || state.mended > 0) counts.falseAlarms += 1;
    if (left === 0) continue;
    if (state.setAside === size - start) counts.detected += 1;
    else counts.undetected += 1;
  }
  expect(report('cut off within the last record', counts)).toEqual(nothingWrong);
});

test('a file cut off anywhere is never believed', async () => {
  const counts = noCounts();
  const chance = chanceOf(99);
  const paths = kept.memory
    .files()
    .filter((path) => !path.endsWith('/passphrase.tdesk') && !path.endsWith('.tdj'));
  for (let round = 0; round < rounds(40, 400); round += 1) {
    const path = paths[round % paths.length] ?? '';
    const whole = kept.memory.bytesOf(path);
    const verdict = await judge(path, whole.subarray(0, chance(whole.byteLength)));
    count(counts, verdict);
    expect(counts.undetected, `${path}, round ${round}`).toBe(0);
  }
  expect(report('cut off anywhere', counts)).toEqual(nothingWrong);
});

test('what is sound is not doubted', async () => {
  const { dataFolder, memory, commits, keys, inSnapshot } = kept;
  const counts = noCounts();
  for (let round = 0; round < rounds(10, 50); round += 1) {
    const { host, close } = expectOk(await startHere(dataFolder, memory.copy().disk));
    counts.rounds += 1;
    if ((await readPast(host, commits)) !== 'harmless') counts.falseAlarms += 1;
    const [snapshot] = expectOk(await host.listSnapshots({})).snapshots;
    const source = { type: 'snapshot', name: snapshot?.name ?? '' } as const;
    const from = await restored(host, source, commits.slice(0, inSnapshot));
    if (from !== 'harmless') counts.falseAlarms += 1;
    await close();
  }
  for (const [name, key] of keys) {
    const bytes = memory.bytesOf(join(dataFolder, name));
    const { host } = expectOk(await startHere(dataFolder, memory.copy().disk));
    const source = { type: 'upload', upload: await upload(host, bytes), key } as const;
    if ((await restored(host, source, commits)) !== 'harmless') counts.falseAlarms += 1;
  }
  expect(report('starts with nothing wrong', counts)).toEqual(nothingWrong);
});
