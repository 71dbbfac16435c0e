import { createHash, randomInt } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HEAD_BYTES } from '../../../electron/host/archive.ts';
import { realDisk } from '../../../electron/host/disk.ts';
import { unwatched } from '../../../electron/host/jobs.ts';
import { toLine } from '../../../electron/host/journal.ts';
import {
  inlineArchiver,
  packed,
  reseal,
  sealedArchive,
  sumsOf,
  type TarEntry,
} from './archives.ts';
import { aCommit, expectError, newFolder } from './support.ts';

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
      if ((await archiver.open(damaged, null, unwatched())).ok) unnoticed.push(bit);
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
      expect((await archiver.open(damaged, null, unwatched())).ok, `${length} bytes`).toBe(false);
    }
    for (const more of [Buffer.alloc(512), Buffer.from('x'), whole]) {
      await writeFile(damaged, Buffer.concat([whole, more]));
      expect((await archiver.open(damaged, null, unwatched())).ok).toBe(false);
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
