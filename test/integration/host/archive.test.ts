import { spawnSync } from 'node:child_process';
import { createHash, randomInt } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { HEAD_BYTES } from '../../../electron/host/archive.ts';
import type { Archiver } from '../../../electron/host/archiver.ts';
import { createArchiver } from '../../../electron/host/archiver.ts';
import { type Disk, realDisk } from '../../../electron/host/disk.ts';
import { unwatched } from '../../../electron/host/jobs.ts';
import { toLine } from '../../../electron/host/journal.ts';
import type { Key, Lock } from '../../../shared/contract/index.ts';
import {
  aDesk,
  allOf,
  attach,
  inlineArchiver,
  PASSPHRASE,
  reseal,
  sealedArchive,
  sumsOf,
  type TarEntry,
} from './archives.ts';
import { aCommit, expectError, expectOk, forkArchiver, newFolder } from './support.ts';

const facts = { appVersion: '0.2.0', takenAt: 1_790_000_000_000, why: 'backup' } as const;
const open: Lock = { type: 'open' };

/** A desk, packed with its attachments. */
async function packed(lock: Lock = open, desk?: Awaited<ReturnType<typeof aDesk>>) {
  const folder = await newFolder();
  const made = desk ?? (await aDesk(folder));
  const archiver = await inlineArchiver(folder);
  const path = join(folder, 'desk.tdesk');
  const { source, filesFolder } = made;
  const plan = { source, facts, filesFolder, withFiles: true, lock };
  const archived = expectOk(await archiver.pack(plan, path, unwatched()));
  return { ...made, folder, archiver, path, archived };
}

async function contentsOf(archiver: Archiver, path: string, key: Key | null = null) {
  const opened = expectOk(await archiver.open(path, key, unwatched()));
  const texts: string[] = [];
  for (const { bytes } of opened.files) {
    texts.push(Buffer.concat(await allOf(bytes())).toString('utf8'));
  }
  return { ...opened, commits: await allOf(opened.commits()), texts };
}

describe('an archive', () => {
  it('gives back every commit and attachment, and what the desk was', async () => {
    const { archiver, path, commits, source } = await packed();
    const contents = await contentsOf(archiver, path);
    expect(contents.commits).toEqual(commits);
    expect(contents.texts.sort()).toEqual(['合同扫描件', '附件'].sort());
    expect(contents.facts).toMatchObject({
      ...facts,
      format: 2,
      deskId: source.deskId,
      last: 7,
      tally: source.tally,
      filesIncluded: true,
    });
    expect(contents.writtenAt).toBe(commits.at(-1)?.at);
  });

  it('of an empty desk is an archive as well', async () => {
    const folder = await newFolder();
    const desk = await aDesk(folder, 0, { attachments: [] });
    const source = { ...desk.source, deskId: null, tally: null };
    const { archiver, path } = await packed(open, { ...desk, source });
    expect((await contentsOf(archiver, path)).commits).toEqual([]);
  });

  it('names attachments and leaves them where they are when it is a snapshot', async () => {
    const folder = await newFolder();
    const { source, filesFolder } = await aDesk(folder);
    const archiver = await inlineArchiver(folder);
    const plan = { source, facts, filesFolder, withFiles: false, lock: open };
    expectOk(await archiver.pack(plan, join(folder, 'one'), unwatched()));
    const contents = await contentsOf(archiver, join(folder, 'one'));
    expect(contents.files).toEqual([]);
    expect(contents.facts.files).toHaveLength(2);
  });

  it('leaves out an attachment that is not what it was', async () => {
    const folder = await newFolder();
    const desk = await aDesk(folder, 3, { attachments: ['合同扫描件', '附件', '要变的'] });
    const hash = await attach(desk.filesFolder, '要变的');
    await writeFile(join(desk.filesFolder, hash.slice(0, 2), hash), '变了的');
    const { archiver, path } = await packed(open, desk);
    expect((await contentsOf(archiver, path)).texts).toHaveLength(2);
  });

  it('holds no attachment of another desk that was restored here', async () => {
    const desk = await aDesk(await newFolder(), 3);
    await attach(desk.filesFolder, '别人的合同');
    const { archiver, path } = await packed(open, desk);
    const { texts, facts: packedFacts } = await contentsOf(archiver, path);
    expect(texts.sort()).toEqual(['合同扫描件', '附件'].sort());
    expect(packedFacts.files).toHaveLength(2);
  });

  it('is not made of a damaged journal, and says where the damage is', async () => {
    const folder = await newFolder();
    const { source, filesFolder } = await aDesk(folder);
    const second = source.files[1]?.path ?? '';
    const bytes = await readFile(second);
    bytes[bytes.byteLength - 30] = 0x21;
    await writeFile(second, bytes);
    const archiver = await inlineArchiver(folder);
    const plan = { source, facts, filesFolder, withFiles: true, lock: open };
    const failure = expectError(await archiver.pack(plan, join(folder, 'one'), unwatched()));
    expect(failure).toEqual({ type: 'damaged', at: 6 });
    expect(await readdir(folder)).not.toContain('one');
  });

  it('that cannot be written is named as it was to be called', async () => {
    const folder = await newFolder();
    const { source, filesFolder } = await aDesk(folder);
    const refuse = async () => {
      throw Object.assign(new Error('read-only'), { code: 'EROFS' });
    };
    const open: Disk['open'] = (path, flags, mode) =>
      flags === 'wx' ? refuse() : realDisk.open(path, flags, mode);
    const plan = { source, facts, filesFolder, withFiles: true, lock: { type: 'open' } } as const;
    const path = join(folder, 'one.tdesk');
    const refused = await inlineArchiver(folder, { ...realDisk, open });
    const failure = { type: 'cannotWrite', name: 'one.tdesk' };
    expect(expectError(await refused.pack(plan, path, unwatched()))).toEqual(failure);
    const died = await createArchiver({
      ...{ disk: realDisk, folder: join(folder, 'unpacked'), schema: 1 },
      spawn: () => ({
        post: () => undefined,
        onMessage: () => undefined,
        onExit: (listener) => void setTimeout(listener),
        kill: () => undefined,
      }),
    });
    expect(expectError(await died.pack(plan, path, unwatched()))).toEqual(failure);
  });

  it('of 10,000 commits is packed and opened in little memory', { timeout: 180_000 }, async () => {
    const folder = await newFolder();
    const desk = await aDesk(folder, 10_000, { textLength: 1_000 });
    const size = desk.source.files.reduce((sum, file) => sum + file.size, 0);
    expect(size).toBeGreaterThan(25_000_000);
    const archiver = await createArchiver({
      disk: realDisk,
      spawn: () => forkArchiver(40),
      folder: join(folder, 'unpacked'),
      schema: 1,
    });
    const path = join(folder, 'large.tdesk');
    const seen: number[] = [];
    const job = {
      signal: new AbortController().signal,
      report: (progress: { done: number; total: number }) => {
        // It crosses the contract as it is.
        expect(Object.keys(progress)).toEqual(['done', 'total']);
        seen.push(progress.done / progress.total);
      },
    };
    const { source, filesFolder } = desk;
    const plan = { source, facts, filesFolder, withFiles: true, lock: open };
    expectOk(await archiver.pack(plan, path, job));
    expect(seen.length).toBeGreaterThan(0);
    expect(seen).toEqual(seen.toSorted((one, other) => one - other));
    const opened = expectOk(await archiver.open(path, null, unwatched()));
    let next = 0;
    for await (const commit of opened.commits()) {
      if (commit.id === desk.commits[next]?.id) next += 1;
    }
    expect(next).toBe(10_000);
    await opened.dispose();
    expect(await readdir(join(folder, 'unpacked'))).toEqual([]);
  });
});

describe('a damaged archive', () => {
  it('is found out, whichever bit has turned', async () => {
    const { archiver, path } = await packed();
    const whole = await readFile(path);
    const places = [
      // A bit of each byte at the beginning and at the end, where gzip takes much for granted.
      ...Array.from({ length: HEAD_BYTES }, (_, byte) => byte * 8 + randomInt(8)),
      ...Array.from({ length: 40 }, (_, byte) => (whole.byteLength - 1 - byte) * 8 + randomInt(8)),
      ...Array.from({ length: 300 }, () => randomInt(whole.byteLength * 8)),
    ];
    const damaged = join(path, '../damaged.tdesk');
    const unnoticed: number[] = [];
    for (const bit of places) {
      const bytes = Buffer.from(whole);
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      await writeFile(damaged, bytes);
      if ((await archiver.check(damaged, unwatched())).ok) unnoticed.push(bit);
    }
    expect(unnoticed).toEqual([]);
  });

  it('is found out wherever it is cut off, and when something follows it', async () => {
    const { archiver, path } = await packed();
    const whole = await readFile(path);
    const damaged = join(path, '../damaged.tdesk');
    const cuts = [0, 1, 9, HEAD_BYTES - 1, HEAD_BYTES];
    for (let length = 100; length < whole.byteLength; length += 37) cuts.push(length);
    for (let less = 1; less <= 24; less += 1) cuts.push(whole.byteLength - less);
    for (const length of cuts) {
      await writeFile(damaged, whole.subarray(0, length));
      expect((await archiver.check(damaged, unwatched())).ok, `${length} bytes`).toBe(false);
    }
    for (const more of [Buffer.alloc(512), Buffer.from('x'), whole]) {
      await writeFile(damaged, Buffer.concat([whole, more]));
      expect((await archiver.check(damaged, unwatched())).ok).toBe(false);
    }
  });

  it('is found out when it was damaged before it was sealed', async () => {
    const { archiver, path } = await packed();
    const whole = await readFile(path);
    const body = Buffer.from(whole.subarray(HEAD_BYTES));
    body[Math.floor(body.byteLength / 2)] = (body[Math.floor(body.byteLength / 2)] ?? 0) ^ 0x10;
    await reseal(path, body);
    expect(expectError(await archiver.open(path, null, unwatched())).type).toBe('damaged');
  });

  it('leaves nothing behind where it was to be laid out', async () => {
    const { archiver, folder, path } = await packed();
    await writeFile(path, (await readFile(path)).subarray(0, -20));
    expectError(await archiver.open(path, null, unwatched()));
    expect(await readdir(join(folder, 'unpacked'))).toEqual([]);
  });
});

describe('a file from elsewhere', () => {
  const deskId = '6f1c2ab0-5a7e-4c1c-9d5f-0a4f0a6f1c2a';
  const description = (changes: object = {}): TarEntry => ({
    name: 'transfer-desk.json',
    bytes: JSON.stringify({
      ...{ format: 2, appVersion: '0.2.0', schema: 1, deskId, last: 1, takenAt: 1 },
      ...{ why: 'backup', tally: null, files: [], filesIncluded: true },
      ...changes,
    }),
  });
  const journal = (commit: object = aCommit(1), header: object = {}): TarEntry => ({
    name: 'journal.tdj',
    bytes: Buffer.concat([
      toLine({ format: 1, deskId, first: 1, schema: 1, last: 1, ...header }),
      // A commit that is none of ours must be able to arrive.
      toLine({ n: 1, commit: commit as ReturnType<typeof aCommit> }),
    ]),
  });
  const whole = (entries: TarEntry[]): TarEntry[] => [...entries, sumsOf(entries)];

  async function answerTo(bytes: Uint8Array) {
    const folder = await newFolder();
    const path = join(folder, 'foreign.tdesk');
    await writeFile(path, bytes);
    const archiver = await inlineArchiver(folder);
    const answer = await archiver.open(path, null, unwatched());
    // Whatever it is, nothing is written but into the folder for it, and that is cleared.
    if (!answer.ok) expect(await readdir(join(folder, 'unpacked')).catch(() => [])).toEqual([]);
    expect((await readdir(folder)).sort()).toEqual(
      answer.ok || (await readdir(folder)).includes('unpacked')
        ? ['foreign.tdesk', 'unpacked']
        : ['foreign.tdesk'],
    );
    return answer.ok ? 'opened' : answer.error.type;
  }
  const answerToTar = async (entries: TarEntry[]) => answerTo(await sealedArchive(entries));

  it('opens when it is in every way as described', async () => {
    expect(await answerToTar(whole([description(), journal()]))).toBe('opened');
  });

  it('is a journal of version 0.1.0, which had no other form', async () => {
    const { bytes } = journal();
    expect(await answerTo(Buffer.from(bytes ?? ''))).toBe('opened');
  });

  it('is refused when a newer version wrote it', async () => {
    expect(await answerToTar(whole([description({ format: 3 })]))).toBe('tooNew');
    expect(
      await answerToTar([{ name: 'transfer-desk.json', bytes: '{"format":9,"all":"new"}' }]),
    ).toBe('tooNew');
    expect(await answerToTar(whole([description({ schema: 2 }), journal()]))).toBe('tooNew');
    const { bytes } = journal(aCommit(1), { format: 2 });
    expect(await answerTo(Buffer.from(bytes ?? ''))).toBe('tooNew');
  });

  it('is no backup when it is something else', async () => {
    expect(await answerTo(Buffer.from('PK\u0003\u0004 a spreadsheet'))).toBe('notABackup');
    expect(await answerTo(new Uint8Array(0))).toBe('notABackup');
    expect(await answerTo(Buffer.from('12 is no length of a line\n'))).toBe('notABackup');
    expect(await answerToTar([{ name: 'transfer-desk.json', bytes: '{"format":2}' }])).toBe(
      'notABackup',
    );
  });

  it.each<[string, (good: TarEntry[]) => TarEntry[]]>([
    ['a path that leads out', (good) => [...good, { name: '../../evil', bytes: 'x' }]],
    ['an absolute path', (good) => [{ name: '/etc/cron.d/evil', bytes: 'x' }, ...good]],
    [
      'a link in place of the journal',
      ([first]) => [
        first as TarEntry,
        { name: 'journal.tdj', type: 'symlink', linkname: '/etc/passwd' },
      ],
    ],
    ['a folder', (good) => [...good, { name: 'files', type: 'directory' }]],
    ['the same part twice', (good) => [...good, journal()]],
    ['another order', (good) => good.toReversed()],
    ['no journal', ([first]) => [first as TarEntry]],
    [
      'an attachment that it does not name',
      (good) => [...good, { name: `files/${'a'.repeat(64)}` }],
    ],
  ])('is refused with %s', async (_what, change) => {
    expect(await answerToTar(whole(change([description(), journal()])))).toBe('damaged');
  });

  it('is refused when the sums, the number of commits or the desk do not agree', async () => {
    const parts = [description(), journal()];
    const wrong = sumsOf([description({ last: 2 }), journal()]);
    expect(await answerToTar([...parts, wrong])).toBe('damaged');
    expect(await answerToTar(parts)).toBe('damaged');
    expect(await answerToTar(whole([description({ last: 2 }), journal()]))).toBe('damaged');
    expect(await answerToTar(whole([description(), journal(aCommit(1), { last: 2 })]))).toBe(
      'damaged',
    );
    expect(await answerToTar(whole([description({ deskId: null }), journal()]))).toBe('damaged');
    expect(await answerToTar(whole([description(), journal({ nonsense: true })]))).toBe('damaged');
  });

  it('is refused when an attachment is not what its name says', async () => {
    const hash = createHash('sha256').update('真的').digest('hex');
    const files = [{ hash, size: 6 }];
    const named = (bytes: string): TarEntry => ({ name: `files/${hash}`, bytes });
    const parts = [description({ files }), journal()];
    expect(await answerToTar(whole([...parts, named('真的')]))).toBe('opened');
    expect(await answerToTar(whole([...parts, named('假的')]))).toBe('damaged');
    expect(await answerToTar(whole([...parts, named('真的，长')]))).toBe('damaged');
    expect(await answerToTar(whole(parts))).toBe('damaged');
  });

  it('is refused before it fills the disk', async () => {
    const folder = await newFolder();
    const path = join(folder, 'foreign.tdesk');
    await writeFile(path, await sealedArchive(whole([description(), journal()])));
    const full = { ...realDisk, statfs: async () => ({ bavail: 100, bsize: 4096 }) };
    // Only what is asked of it is there.
    const archiver = await inlineArchiver(folder, full as unknown as typeof realDisk);
    expect(expectError(await archiver.open(path, null, unwatched()))).toEqual({ type: 'diskFull' });
  });
});

describe('a locked archive', () => {
  it('opens with its passphrase only', async () => {
    const { archiver, path, commits } = await packed({
      type: 'passphrase',
      passphrase: PASSPHRASE,
    });
    const answer = async (key: Key | null) => archiver.open(path, key, unwatched());
    expect(expectError(await answer(null))).toEqual({ type: 'locked', wants: 'passphrase' });
    const other: Key = { type: 'passphrase', passphrase: `${PASSPHRASE} ` };
    expect(expectError(await answer(other))).toEqual({ type: 'wrongKey' });
    const identity: Key = { type: 'identity', identity: await generateIdentity() };
    expect(expectError(await answer(identity))).toMatchObject({ type: 'locked' });
    const right: Key = { type: 'passphrase', passphrase: PASSPHRASE };
    expect((await contentsOf(archiver, path, right)).commits).toEqual(commits);
  });

  it('opens for each of its recipients, and for no one else', async () => {
    const identities = [await generateIdentity(), await generateIdentity()];
    const recipients = await Promise.all(identities.map(identityToRecipient));
    const { archiver, path, commits } = await packed({ type: 'recipients', recipients });
    for (const identity of identities) {
      const key: Key = { type: 'identity', identity: `${identity}\n` };
      expect((await contentsOf(archiver, path, key)).commits).toEqual(commits);
    }
    const answer = async (identity: string) =>
      expectError(await archiver.open(path, { type: 'identity', identity }, unwatched()));
    expect(await answer(await generateIdentity())).toEqual({ type: 'wrongKey' });
    expect(await answer('AGE-SECRET-KEY-1NONSENSE')).toEqual({ type: 'wrongKey' });
    const passphrase: Key = { type: 'passphrase', passphrase: PASSPHRASE };
    expect(expectError(await archiver.open(path, passphrase, unwatched()))).toEqual({
      type: 'locked',
      wants: 'identity',
    });
  });

  it('is found out when a bit has turned, or when it is cut off', async () => {
    const identity = await generateIdentity();
    const { archiver, path } = await packed({
      type: 'recipients',
      recipients: [await identityToRecipient(identity)],
    });
    const whole = await readFile(path);
    for (let round = 0; round < 100; round += 1) {
      const bytes = Buffer.from(whole);
      const at = randomInt(whole.byteLength);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << randomInt(8));
      await writeFile(path, bytes);
      const answer = await archiver.open(path, { type: 'identity', identity }, unwatched());
      expect(answer.ok, `byte ${at}`).toBe(false);
      await writeFile(path, whole.subarray(0, randomInt(whole.byteLength)));
      expect((await archiver.open(path, { type: 'identity', identity }, unwatched())).ok).toBe(
        false,
      );
    }
  });

  it('opens with the public library, as anybody would', async () => {
    const { path } = await packed({ type: 'passphrase', passphrase: PASSPHRASE });
    const decrypter = new Decrypter();
    decrypter.addPassphrase(PASSPHRASE);
    const plain = await decrypter.decrypt(await readFile(path));
    expect(untar(plain, await newFolder())).toContain('journal.tdj: OK');
  });

  const hasAge = spawnSync('age', ['--version']).status === 0;
  it.skipIf(!hasAge)('opens with the stock age tool, as the documentation says', async () => {
    const folder = await newFolder();
    const identity = await generateIdentity();
    const recipients = [await identityToRecipient(identity)];
    const { path } = await packed({ type: 'recipients', recipients });
    await writeFile(join(folder, 'key.txt'), `${identity}\n`);
    const age = spawnSync('age', ['-d', '-i', join(folder, 'key.txt'), path], {
      maxBuffer: 1e8,
    });
    expect(age.stderr.toString()).toBe('');
    const said = untar(age.stdout, folder);
    expect(said.match(/: OK$/gm)).toHaveLength(4);
  });

  /** Unpacks with the system's tar, and answers what the system's sha256sum says. */
  function untar(bytes: Uint8Array, folder: string): string {
    const tar = spawnSync('tar', ['xz', '-C', folder], { input: bytes });
    expect(tar.stderr.toString()).toBe('');
    const sums = spawnSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: folder });
    return sums.stdout.toString();
  }
});

describe('an archive that is no longer wanted', () => {
  it('is not made when the job is cancelled, and leaves nothing behind', async () => {
    const folder = await newFolder();
    const { source, filesFolder } = await aDesk(folder, 2_000, { textLength: 5_000 });
    const out = join(folder, 'out');
    await mkdir(out);
    const archiver = await createArchiver({
      disk: realDisk,
      spawn: () => forkArchiver(),
      folder: join(folder, 'unpacked'),
      schema: 1,
    });
    const controller = new AbortController();
    const plan = { source, facts, filesFolder, withFiles: true, lock: open };
    const job = { signal: controller.signal, report: () => controller.abort() };
    const failure = expectError(await archiver.pack(plan, join(out, 'one.tdesk'), job));
    expect(failure).toEqual({ type: 'cancelled' });
    expect(await readdir(out)).toEqual([]);
  });
});
