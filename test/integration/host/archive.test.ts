import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createArchiver } from '../../../electron/host/archiver.ts';
import { type Disk, realDisk } from '../../../electron/host/disk.ts';
import { unwatched } from '../../../electron/host/jobs.ts';
import { aDesk, attach, contentsOf, facts, inlineArchiver, open, packed } from './archives.ts';
import { expectError, expectOk, forkArchiver, newFolder } from './support.ts';

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

  it('larger than the memory that it is given is packed and opened', async () => {
    const folder = await newFolder();
    const desk = await aDesk(folder, 3_000, { textLength: 3_500 });
    const size = desk.source.files.reduce((sum, file) => sum + file.size, 0);
    expect(size).toBeGreaterThan(27_000_000);
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
    expect(next).toBe(3_000);
    await opened.dispose();
    expect(await readdir(join(folder, 'unpacked'))).toEqual([]);
  });
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
