import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Disk, realDisk } from '../../../electron/host/disk.ts';
import { createExports } from '../../../electron/host/exports.ts';
import { createFileStore, type FileStore } from '../../../electron/host/file-store.ts';
import { createFileOpener, saveKept } from '../../../electron/host/open-file.ts';
import { createUploads, type Uploads } from '../../../electron/host/uploads.ts';
import { expectError, expectOk, faultyDisk, newFolder } from './support.ts';

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const text = (value: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(value));

interface Vault {
  readonly folder: string;
  readonly uploads: Uploads;
  readonly files: FileStore;
  readonly pathOf: (hash: string) => string;
}

async function openIn(
  folder: string,
  disk: Disk = realDisk,
  room = Number.POSITIVE_INFINITY,
  elsewhere: Parameters<typeof createFileStore>[0]['elsewhere'] = async () => null,
): Promise<Vault> {
  const uploads = await createUploads({
    disk,
    folder: join(folder, 'uploads'),
    room: async () => room,
  });
  const files = createFileStore({ disk, folder: join(folder, 'files'), uploads, elsewhere });
  return {
    folder,
    uploads,
    files,
    pathOf: (hash) => join(folder, 'files', hash.slice(0, 2), hash),
  };
}

async function upload({ uploads }: Vault, bytes: Uint8Array, piece = 4): Promise<string> {
  const begun = expectOk(await uploads.begin({ size: bytes.byteLength }));
  for (let at = 0; at < bytes.byteLength; at += piece) {
    const next = bytes.subarray(at, at + piece);
    expectOk(await uploads.piece({ upload: begun.upload, at, bytes: next }));
  }
  return begun.upload;
}

async function keep(vault: Vault, bytes: Uint8Array): Promise<string> {
  return expectOk(await vault.files.keep({ upload: await upload(vault, bytes) })).hash;
}

async function filesUnder(folder: string): Promise<readonly string[]> {
  const found = await fs.readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return found.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
}

describe('an upload', () => {
  test('is whole when all its pieces came in order', async () => {
    const vault = await openIn(await newFolder());
    const bytes = text('技术合同：磷石膏资源化');
    const whole = expectOk(await vault.uploads.whole(await upload(vault, bytes)));
    expect(whole).toMatchObject({ size: bytes.byteLength, hash: hashOf(bytes) });
    expect(new Uint8Array(await fs.readFile(whole.path))).toEqual(bytes);
  });

  test('that is not finished cannot be kept, and may be dropped', async () => {
    const vault = await openIn(await newFolder());
    const { upload } = expectOk(await vault.uploads.begin({ size: 8 }));
    expectOk(await vault.uploads.piece({ upload, at: 0, bytes: text('1234') }));
    expect(expectError(await vault.files.keep({ upload }))).toEqual({ type: 'gone' });
    await vault.uploads.drop({ upload });
    expect(await filesUnder(vault.folder)).toEqual([]);
  });

  test.each([
    ['a gap', 5],
    ['a piece twice', 0],
  ])('with %s is given up', async (_what, at) => {
    const vault = await openIn(await newFolder());
    const { upload } = expectOk(await vault.uploads.begin({ size: 12 }));
    expectOk(await vault.uploads.piece({ upload, at: 0, bytes: text('1234') }));
    const answer = await vault.uploads.piece({ upload, at, bytes: text('5678') });
    expect(expectError(answer)).toEqual({ type: 'gone' });
    expect(await filesUnder(vault.folder)).toEqual([]);
  });

  test('takes no more than was announced', async () => {
    const vault = await openIn(await newFolder());
    const { upload } = expectOk(await vault.uploads.begin({ size: 3 }));
    const answer = await vault.uploads.piece({ upload, at: 0, bytes: text('1234') });
    expect(expectError(answer)).toEqual({ type: 'gone' });
  });

  test('that would leave too little room for the desk is refused before a byte is written', async () => {
    const vault = await openIn(await newFolder(), realDisk, 100);
    expect(expectError(await vault.uploads.begin({ size: 101 }))).toEqual({ type: 'diskFull' });
    expectOk(await vault.uploads.begin({ size: 100 }));
  });

  test('of the last launch is gone', async () => {
    const vault = await openIn(await newFolder());
    const left = await upload(vault, text('unfinished'));
    const again = await openIn(vault.folder);
    expect(await filesUnder(vault.folder)).toEqual([]);
    expect(expectError(await again.files.keep({ upload: left }))).toEqual({ type: 'gone' });
  });
});

describe('a kept file', () => {
  test('lies under its hash and is read by pieces', async () => {
    const vault = await openIn(await newFolder());
    const bytes = text('0123456789');
    const hash = await keep(vault, bytes);
    expect(hash).toBe(hashOf(bytes));
    expect(await filesUnder(vault.folder)).toEqual([vault.pathOf(hash)]);
    const read = async (from: number, count: number): Promise<string> =>
      Buffer.from(expectOk(await vault.files.read({ hash, from, count })).bytes).toString();
    expect(await read(0, 4)).toBe('0123');
    expect(await read(8, 4)).toBe('89');
    expect(await read(10, 4)).toBe('');
  });

  test('is kept once, whoever brings it and however often', async () => {
    const vault = await openIn(await newFolder());
    const uploads = await Promise.all([text('合同'), text('合同')].map((b) => upload(vault, b)));
    const kept = await Promise.all(uploads.map((upload) => vault.files.keep({ upload })));
    expect(new Set(kept.map((one) => expectOk(one).hash)).size).toBe(1);
    const hash = await keep(await openIn(vault.folder), text('合同'));
    expect(await filesUnder(vault.folder)).toEqual([vault.pathOf(hash)]);
  });

  test('that is good is not written again', async () => {
    const vault = await openIn(await newFolder());
    const hash = await keep(vault, text('合同'));
    const before = await fs.stat(vault.pathOf(hash));
    await keep(await openIn(vault.folder), text('合同'));
    expect((await fs.stat(vault.pathOf(hash))).ino).toBe(before.ino);
  });

  test('is reported when it is missing or altered, and nothing of it is given out', async () => {
    const vault = await openIn(await newFolder());
    const [good, altered, missing] = [
      await keep(vault, text('good')),
      await keep(vault, text('altered')),
      await keep(vault, text('missing')),
    ];
    await fs.writeFile(vault.pathOf(altered), 'Altered');
    await fs.rm(vault.pathOf(missing));
    const { problems } = expectOk(
      await vault.files.check({ hashes: [good, altered, missing, good] }),
    );
    expect(problems.toSorted((a, b) => a.problem.localeCompare(b.problem))).toEqual([
      { hash: altered, problem: 'altered' },
      { hash: missing, problem: 'missing' },
    ]);
    const piece = { from: 0, count: 10 };
    expect(expectError(await vault.files.read({ hash: altered, ...piece })).type).toBe('altered');
    expect(expectError(await vault.files.read({ hash: missing, ...piece })).type).toBe('missing');
    expect(expectError(await vault.files.open(altered)).type).toBe('altered');
  });

  test('that is altered or missing is put right by the same content', async () => {
    const vault = await openIn(await newFolder());
    const hash = await keep(vault, text('原件'));
    for (const damage of [
      () => fs.writeFile(vault.pathOf(hash), 'x'),
      () => fs.rm(vault.pathOf(hash)),
    ]) {
      await damage();
      await keep(vault, text('另一份'));
      expect(expectOk(await vault.files.check({ hashes: [hash] })).problems).toHaveLength(1);
      await keep(vault, text('原件'));
      expect(expectOk(await vault.files.check({ hashes: [hash] })).problems).toEqual([]);
    }
  });

  test('of any content comes back as it was', async () => {
    const vault = await openIn(await newFolder());
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const hash = await keep(vault, bytes);
        const read = expectOk(await vault.files.read({ hash, from: 0, count: 1_000 }));
        expect(Buffer.compare(read.bytes, bytes)).toBe(0);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a file from a backup', () => {
  async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.byteLength; at += 3) yield bytes.subarray(at, at + 3);
  }

  test('is kept under the hash that it should have, and refused with another', async () => {
    const vault = await openIn(await newFolder());
    const bytes = text('附件内容');
    expectOk(await vault.files.add(hashOf(bytes), inPieces(bytes)));
    expect(expectOk(await vault.files.check({ hashes: [hashOf(bytes)] })).problems).toEqual([]);
    const other = hashOf(text('x'));
    expect(expectError(await vault.files.add(other, inPieces(bytes)))).toEqual({ type: 'altered' });
    expect(await filesUnder(vault.folder)).toEqual([vault.pathOf(hashOf(bytes))]);
  });

  test('is read whole for the next backup', async () => {
    const vault = await openIn(await newFolder());
    const bytes = new Uint8Array(3_000_000).fill(7);
    const kept = expectOk(await vault.files.open(await keep(vault, bytes.subarray(0, 12))));
    const pieces: Uint8Array[] = [];
    for await (const piece of kept.bytes()) pieces.push(piece);
    expect(kept.size).toBe(12);
    expect(Buffer.concat(pieces)).toEqual(Buffer.from(bytes.subarray(0, 12)));
  });
});

describe('a disk that fails', () => {
  const steps = async (vault: Vault): Promise<string | null> => {
    const bytes = text('0123456789');
    const begun = await vault.uploads.begin({ size: bytes.byteLength });
    if (!begun.ok) return null;
    const { upload } = begun.value;
    for (let at = 0; at < bytes.byteLength; at += 5) {
      const sent = await vault.uploads.piece({ upload, at, bytes: bytes.subarray(at, at + 5) });
      if (!sent.ok) return null;
    }
    const kept = await vault.files.keep({ upload });
    return kept.ok ? kept.value.hash : null;
  };

  test.each(['ENOSPC', 'EIO', 'EPERM'])(
    'at any one call with %s loses nothing that was acknowledged',
    async (code) => {
      const counted = faultyDisk();
      await steps(await openIn(await newFolder(), counted.disk));
      const calls = counted.calls();
      expect(calls).toBeGreaterThan(10);
      for (let at = 1; at <= calls; at += 1) {
        const folder = await newFolder();
        const { disk, failAt } = faultyDisk();
        failAt(at, code);
        const hash = await steps(await openIn(folder, disk));
        failAt(0);
        const healed = await openIn(folder);
        if (hash !== null) {
          expect(expectOk(await healed.files.check({ hashes: [hash] })).problems).toEqual([]);
        }
        // What had failed can be done again, and what is there is whole.
        const again = await steps(healed);
        expect(again).not.toBe(null);
        for (const path of await filesUnder(join(folder, 'files')))
          expect(hashOf(await fs.readFile(path))).toBe(basename(path));
      }
    },
  );

  test('says that it is full', async () => {
    const { disk, failAt } = faultyDisk();
    const vault = await openIn(await newFolder(), disk);
    const { upload } = expectOk(await vault.uploads.begin({ size: 4 }));
    failAt(2, 'ENOSPC');
    const answer = await vault.uploads.piece({ upload, at: 0, bytes: text('1234') });
    expect(expectError(answer)).toEqual({ type: 'diskFull' });
    failAt(0);
    expect(await filesUnder(vault.folder)).toEqual([]);
  });
});

describe('opening a file in its program', () => {
  async function opener(openPath: (path: string) => Promise<boolean> = async () => true) {
    const vault = await openIn(await newFolder());
    const hash = await keep(vault, text('内容'));
    const opened: string[] = [];
    const folder = join(vault.folder, 'opened');
    const { open } = await createFileOpener({
      disk: realDisk,
      folder,
      files: vault.files,
      openPath: (path) => {
        opened.push(path);
        return openPath(path);
      },
    });
    return { vault, hash, opened, folder, open };
  }

  test('gives the program a copy under its name that cannot be written', async () => {
    const { hash, opened, folder, open } = await opener();
    expectOk(await open({ hash, name: '技术合同 (终稿).docx' }));
    const [path = ''] = opened;
    expect(basename(path)).toBe('技术合同 (终稿).docx');
    expect(dirname(dirname(path))).toBe(folder);
    expect(await fs.readFile(path, 'utf8')).toBe('内容');
    expect((await fs.stat(path)).mode & 0o222).toBe(0);
  });

  test.each([
    'setup.exe',
    'run.bat',
    'x.sh',
    'x.lnk',
    'x.desktop',
    'x.html',
    'x.svg',
    'x.js',
    'x.xlsm',
    'x',
    '合同.pdf.exe',
    'invoice.exe.',
    'invoice.exe ',
    'fdp.\u202egnp.exe',
    'x.pdf\u0000.exe',
    'a.pdf:x.exe',
  ])('refuses %j', async (name) => {
    const { hash, opened, folder, open } = await opener();
    expect(expectError(await open({ hash, name }))).toEqual({ type: 'notOpened' });
    expect(opened).toEqual([]);
    expect(await filesUnder(folder)).toEqual([]);
  });

  test.each([
    '../../etc/passwd.pdf',
    '..\\..\\x.pdf',
    '/etc/x.pdf',
    'C:\\x.pdf',
    'con.pdf',
    'a\nb.pdf',
    '-rf.pdf',
    `${'长'.repeat(250)}.pdf`,
    '…\u202efdp.pdf',
    '.pdf.pdf',
    'a%00.pdf',
    '$(touch x).pdf',
    'a"b&c.pdf',
  ])('keeps the copy of %j in its own folder', async (name) => {
    const { hash, opened, folder, open } = await opener();
    expectOk(await open({ hash, name }));
    const [path = ''] = opened;
    expect(dirname(dirname(await fs.realpath(path)))).toBe(await fs.realpath(folder));
    expect(path.endsWith('.pdf')).toBe(true);
    expect(Buffer.byteLength(basename(path))).toBeLessThan(255);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(basename(path)).not.toMatch(/[\\/:*?"<>|\u0000-\u001f\u202e]/);
  });

  test('says when nothing opens it, and when it is not what was kept', async () => {
    const { vault, hash, open } = await opener(async () => false);
    expect(expectError(await open({ hash, name: 'a.pdf' }))).toEqual({ type: 'noProgram' });
    await fs.writeFile(vault.pathOf(hash), 'other');
    expect(expectError(await open({ hash, name: 'a.pdf' }))).toEqual({ type: 'altered' });
    await fs.rm(vault.pathOf(hash));
    expect(expectError(await open({ hash, name: 'a.pdf' }))).toEqual({ type: 'missing' });
  });

  test('removes the copies of the last launch at the next one', async () => {
    const { vault, hash, folder, open } = await opener();
    expectOk(await open({ hash, name: 'a.pdf' }));
    expect(await filesUnder(folder)).toHaveLength(1);
    await createFileOpener({
      disk: realDisk,
      folder,
      files: vault.files,
      openPath: async () => true,
    });
    expect(await filesUnder(folder)).toEqual([]);
  });
});

test('a copy of any ending is saved where the user wants it', async () => {
  const vault = await openIn(await newFolder());
  const hash = await keep(vault, text('程序'));
  const target = await newFolder();
  const exports = createExports(realDisk, {
    choosePlace: async (name) => join(target, name),
    revealFile: async () => undefined,
  });
  expectOk(await saveKept(vault.files, exports, { hash, name: '../安装:包.exe' }));
  expect(await fs.readdir(target)).toEqual(['_安装_包.exe']);
  expect(await fs.readFile(join(target, '_安装_包.exe'), 'utf8')).toBe('程序');
  await fs.rm(vault.pathOf(hash));
  const answer = await saveKept(vault.files, exports, { hash, name: 'a.exe' });
  expect(expectError(answer)).toEqual({ type: 'missing' });
});
