import { randomUUID } from 'node:crypto';
import { readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { HostOptions } from '../../../electron/host/host-options.ts';
import { createHost } from '../../../electron/host/index.ts';
import type { Commit } from '../../../shared/commits/commit.ts';
import {
  connect,
  contract,
  type Host,
  type Key,
  type RestoreSource,
  serve,
} from '../../../shared/contract/index.ts';
import { readingToId } from '../../../shared/core/clock.ts';
import { aCommit, expectError, expectOk, hostOptions, newFolder } from './support.ts';

const deskId = '01890a5d-ac96-774b-bcce-b302099a8057';
const tally = { achievement: { count: 5, digest: '00000000000000aa' } };

async function startHost(dataFolder: string, changes: Partial<HostOptions> = {}) {
  const { handlers, close } = expectOk(await createHost(hostOptions(dataFolder, changes)));
  onTestFinished(close);
  const answer = serve(contract, handlers, (reference, error) => {
    throw new Error(reference, { cause: error });
  });
  return { page: connect(contract, answer), close };
}

/** Commits made one minute after another. */
const startedAt = 1_790_000_000_000;
const minutes = (count: number): Commit[] =>
  Array.from({ length: count }, (_, index) => {
    const at = startedAt + index * 60_000;
    return { ...aCommit(index + 1), at, id: readingToId({ at, counter: 0 }, 'laptop') };
  });

/** The same, the last of which also names an attachment. */
const withAttachment = (hash: string): Commit[] =>
  minutes(5).map((commit, index) => ({
    ...commit,
    ops:
      index < 4
        ? commit.ops
        : [...commit.ops, { op: 'put', entity: 'attachment', id: 'a', value: { hash } }],
  }));

async function append(page: Host, commits: Commit[], after = 0, desk = deskId): Promise<void> {
  expectOk(await page.appendCommits({ deskId: desk, after, commits, tally }));
}

async function readAll(page: Host, from: { deskId: string } | { snapshot: string }) {
  const all: Commit[] = [];
  for (let after = 0, end = false; !end; ) {
    const answer = expectOk(await page.readCommits({ from, after }));
    all.push(...answer.commits);
    ({ last: after, end } = answer);
  }
  return all;
}

const restore = (page: Host, source: RestoreSource) =>
  page.prepareRestore({ job: randomUUID(), source });

async function upload(page: Host, given: Uint8Array): Promise<string> {
  const bytes = Uint8Array.from(given);
  const { upload } = expectOk(await page.beginUpload({ size: bytes.byteLength }));
  expectOk(await page.uploadPiece({ upload, at: 0, bytes }));
  return upload;
}

describe('a snapshot', () => {
  test('is taken once for the same commits, read, and restored as a desk of its own', async () => {
    const { page } = await startHost(await newFolder());
    await append(page, minutes(5));
    const take = async () =>
      expectOk(await page.takeSnapshot({ job: randomUUID(), why: 'asked' })).snapshot;
    const snapshot = await take();
    expect(snapshot).toMatchObject({ deskId, last: 5, why: 'asked', tally, damaged: false });
    expect(await take()).toBeNull();
    const name = snapshot?.name ?? '';
    expect(await readAll(page, { snapshot: name })).toEqual(minutes(5));

    const prepared = expectOk(await restore(page, { type: 'snapshot', name }));
    expect(prepared).toMatchObject({ last: 5, at: minutes(5).at(-1)?.at, tally, schema: 1 });
    expect(await readAll(page, { deskId: prepared.deskId })).toEqual(minutes(5));
    await append(page, [aCommit(6)], 5);
    const switched = expectOk(await page.switchDesk({ deskId: prepared.deskId }));
    expect(switched).toMatchObject({
      deskId: prepared.deskId,
      last: 5,
      kept: [{ deskId, last: 6 }],
    });
    const back = expectOk(await page.switchDesk({ deskId }));
    expect(back).toMatchObject({ deskId, last: 6, kept: [{ deskId: prepared.deskId }] });
    expect(expectError(await restore(page, { type: 'snapshot', name: 'x' }))).toEqual({
      type: 'gone',
    });
  });

  test('whose file was removed is gone, whatever is asked of it', async () => {
    const folder = await newFolder();
    const { page } = await startHost(folder);
    await append(page, minutes(5));
    const { snapshot } = expectOk(await page.takeSnapshot({ job: randomUUID(), why: 'asked' }));
    await rm(join(folder, 'vault/snapshots', `${snapshot?.name}.tar.gz`));
    const source = { type: 'snapshot', name: snapshot?.name ?? '' } as const;
    expect(expectError(await restore(page, source))).toEqual({ type: 'gone' });
    expect(expectOk(await page.listSnapshots({})).snapshots).toEqual([]);
  });

  test('is taken when the host closes, if anything has changed since the last', async () => {
    const folder = await newFolder();
    for (let launch = 0; launch < 2; launch += 1) {
      const { page, close } = await startHost(folder);
      if (launch === 0) await append(page, minutes(3));
      await close();
    }
    const { page } = await startHost(folder);
    const { snapshots } = expectOk(await page.listSnapshots({}));
    expect(snapshots).toMatchObject([{ why: 'quit', last: 3, tally }]);
  });

  test('gives back what is damaged or lost in the journal', async () => {
    const folder = await newFolder();
    const first = await startHost(folder);
    await append(first.page, minutes(5));
    await first.close();
    const journal = join(folder, 'vault/desks', deskId, 'journal-000001.tdj');
    const whole = await readFile(journal);

    const damaged = Buffer.from(whole);
    damaged[Math.floor(whole.byteLength / 2)] = 0;
    await writeFile(journal, damaged);
    const second = await startHost(folder);
    expect(await readAll(second.page, { deskId })).toEqual(minutes(5));
    expect(expectOk(await second.page.vaultState({})).mended).toBe(1);
    await second.close();

    await truncate(journal, Math.floor(whole.byteLength / 2));
    const third = await startHost(folder);
    expect(expectOk(await third.page.vaultState({}))).toMatchObject({ deskId, last: 5 });
    expect(await readAll(third.page, { deskId })).toEqual(minutes(5));
  });
});

describe('a backup', () => {
  async function backup(folder: string, lock: Parameters<Host['saveBackup']>[0]['lock']) {
    const { page } = await startHost(folder);
    const file = await upload(page, Buffer.from('合同扫描件'));
    const { hash } = expectOk(await page.keepFile({ upload: file }));
    const commits = withAttachment(hash);
    await append(page, commits);
    expectOk(await page.saveBackup({ job: randomUUID(), name: '备份', lock }));
    const bytes = Uint8Array.from(await readFile(join(folder, '备份.tdesk')));
    return { bytes, hash, commits };
  }

  test('brings a desk with its attachments to another computer, with the right key', async () => {
    const passphrase = { type: 'passphrase', passphrase: '武汉 光谷' } as const;
    const { bytes, hash, commits } = await backup(await newFolder(), passphrase);
    const { page } = await startHost(await newFolder());
    const file = await upload(page, bytes);
    const from = (key: Key | null) => restore(page, { type: 'upload', upload: file, key });
    expect(expectError(await from(null))).toEqual({ type: 'locked', wants: 'passphrase' });
    const prepared = expectOk(await from(passphrase));
    expect(prepared).toMatchObject({ last: 5, tally });
    expect(prepared.deskId).not.toBe(deskId);
    const state = expectOk(await page.switchDesk({ deskId: prepared.deskId }));
    expect(state).toMatchObject({ deskId: prepared.deskId, last: 5, kept: [] });
    expect(await readAll(page, { deskId: prepared.deskId })).toEqual(commits);
    const kept = expectOk(await page.readFile({ hash, from: 0, count: 100 }));
    expect(Buffer.from(kept.bytes).toString()).toBe('合同扫描件');
  });

  test('that is none, or altered, is refused and leaves nothing', async () => {
    const { bytes } = await backup(await newFolder(), { type: 'open' });
    const folder = await newFolder();
    const { page } = await startHost(folder);
    const from = async (file: Uint8Array) =>
      restore(page, { type: 'upload', upload: await upload(page, file), key: null });
    expect(expectError(await from(Buffer.from('PK')))).toEqual({ type: 'notABackup' });
    expect(expectError(await from(bytes.subarray(0, -20))).type).toBe('damaged');
    expect(await readdir(join(folder, 'vault/desks'))).toEqual([]);
    expect(expectOk(await from(bytes))).toMatchObject({ last: 5 });
  });

  test('can be made of an empty desk, and is then nothing to restore', async () => {
    const folder = await newFolder();
    const { page } = await startHost(folder);
    const lock = { type: 'open' } as const;
    expectOk(await page.saveBackup({ job: randomUUID(), name: '空', lock }));
    const bytes = Uint8Array.from(await readFile(join(folder, '空.tdesk')));
    const answer = await restore(page, {
      type: 'upload',
      upload: await upload(page, bytes),
      key: null,
    });
    expect(expectError(answer)).toEqual({ type: 'nothingThere' });
  });

  test('of a damaged journal that a snapshot mends asks for its place once', async () => {
    const folder = await newFolder();
    const first = await startHost(folder);
    await append(first.page, minutes(5));
    await first.close();
    const journal = join(folder, 'vault/desks', deskId, 'journal-000001.tdj');
    const damaged = await readFile(journal);
    damaged[Math.floor(damaged.byteLength / 2)] = 0;
    await writeFile(journal, damaged);
    const asked: string[] = [];
    const { page } = await startHost(folder, {
      choosePlace: async (name) => {
        asked.push(name);
        return join(folder, name);
      },
    });
    expectOk(await page.saveBackup({ job: randomUUID(), name: 'x', lock: { type: 'open' } }));
    expect(expectOk(await page.vaultState({})).mended).toBe(1);
    expect(asked).toEqual(['x.tdesk']);
  });

  test('of the whole journal is not made of a damaged one that nothing can mend', async () => {
    const folder = await newFolder();
    const first = await startHost(folder);
    await append(first.page, minutes(5));
    await first.close();
    await rm(join(folder, 'vault/snapshots'), { recursive: true });
    const journal = join(folder, 'vault/desks', deskId, 'journal-000001.tdj');
    const damaged = await readFile(journal);
    damaged[Math.floor(damaged.byteLength / 2)] = 0;
    await writeFile(journal, damaged);
    const { page } = await startHost(folder);
    const saved = await page.saveBackup({ job: randomUUID(), name: 'x', lock: { type: 'open' } });
    expect(expectError(saved).type).toBe('damaged');
  });
});

test('a desk is restored to a point in time', async () => {
  const { page } = await startHost(await newFolder());
  await append(page, minutes(5));
  const point = (at: number) => restore(page, { type: 'point', at });
  const prepared = expectOk(await point(startedAt + 150_000));
  expect(prepared).toMatchObject({ last: 3, at: startedAt + 120_000, tally: null });
  expect(await readAll(page, { deskId: prepared.deskId })).toEqual(minutes(3));
  expect(expectError(await point(startedAt - 1))).toEqual({ type: 'nothingThere' });
  expectOk(await page.dropDesk({ deskId: prepared.deskId }));
  const read = await page.readCommits({ from: { deskId: prepared.deskId }, after: 0 });
  expect(expectError(read)).toEqual({ type: 'gone' });
});

test('an attachment that is lost or altered here comes back from the second place', async () => {
  const folder = await newFolder();
  const place = await newFolder();
  const first = await startHost(folder);
  const { hash } = expectOk(
    await first.page.keepFile({ upload: await upload(first.page, Buffer.from('合同扫描件')) }),
  );
  await append(first.page, withAttachment(hash));
  expectOk(await first.page.setSecondPlace({ folder: place }));
  await first.close();
  const here = join(folder, 'vault/files', hash.slice(0, 2), hash);
  const there = join(place, 'transfer-desk/files', hash.slice(0, 2), hash);
  expect(await readFile(there, 'utf8')).toBe('合同扫描件');

  await rm(here);
  const second = await startHost(folder);
  const read = expectOk(await second.page.readFile({ hash, from: 0, count: 100 }));
  expect(Buffer.from(read.bytes).toString()).toBe('合同扫描件');
  expect(await readFile(here, 'utf8')).toBe('合同扫描件');
  await writeFile(here, '变了的');
  expect(expectOk(await second.page.checkFiles({ hashes: [hash] })).problems).toEqual([]);
  expect(await readFile(here, 'utf8')).toBe('合同扫描件');

  // A backup takes it from there too: also when its bytes changed and the file looks untouched.
  const { atime, mtime } = await stat(here);
  await writeFile(here, '合同扫描坏');
  await utimes(here, atime, mtime);
  const backup = { job: randomUUID(), name: '备份', lock: { type: 'open' } } as const;
  expect(expectOk(await second.page.saveBackup(backup)).leftOut).toEqual([]);
  expect(await readFile(here, 'utf8')).toBe('合同扫描件');
  await second.close();

  // What is wrong there as well is not taken.
  await rm(here);
  await writeFile(there, '也变了的');
  const third = await startHost(folder);
  const failed = await third.page.readFile({ hash, from: 0, count: 100 });
  expect(expectError(failed)).toEqual({ type: 'missing' });
  expect(await readdir(join(here, '..'))).toEqual([]);
  const saved = expectOk(await third.page.saveBackup({ ...backup, job: randomUUID() }));
  expect(saved.leftOut).toEqual([{ hash, problem: 'missing' }]);
});

test('a second place is asked for where the host can, and a desk may be without one', async () => {
  const place = await newFolder();
  const without = await startHost(await newFolder());
  expect(expectError(await without.page.setSecondPlace({ choose: true }))).toEqual({
    type: 'notAFolder',
  });
  let chosen: string | null = null;
  const { page } = await startHost(await newFolder(), { chooseFolder: async () => chosen });
  expect(expectOk(await page.setSecondPlace({ choose: true })).secondPlace).toBeNull();
  chosen = place;
  const { secondPlace } = expectOk(await page.setSecondPlace({ choose: true }));
  expect(secondPlace).toMatchObject({ folder: place, state: 'ready' });
});
