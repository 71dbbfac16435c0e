import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { createArchiver } from '../../../electron/host/archiver.ts';
import { createBackups } from '../../../electron/host/backup.ts';
import { realDisk } from '../../../electron/host/disk.ts';
import { createExports } from '../../../electron/host/exports.ts';
import { createJobs, unwatched } from '../../../electron/host/jobs.ts';
import { aDesk, allOf, attach, PASSPHRASE } from './archives.ts';
import { expectError, expectOk, forkArchiver, newFolder } from './support.ts';

/** A desk, and backups of it that go to a folder of their own, by the real process. */
async function aDeskToSave(
  count = 7,
  textLength = 20,
  retrieve: (filesFolder: string) => Promise<boolean> = async () => false,
) {
  const folder = await newFolder();
  const out = await newFolder();
  const desk = await aDesk(folder, count, { textLength });
  const archiver = await createArchiver({
    disk: realDisk,
    spawn: () => forkArchiver(),
    folder: join(folder, 'unpacked'),
    schema: 1,
  });
  const shown: string[] = [];
  const exports = createExports(realDisk, {
    choosePlace: async (name) => (name.startsWith('不') ? null : join(out, name)),
    revealFile: async (path) => {
      shown.push(path);
    },
  });
  const backups = createBackups({
    ...{ exports, archiver, filesFolder: desk.filesFolder, appVersion: '0.2.0' },
    orMended: (copy) => copy(),
    retrieve: () => retrieve(desk.filesFolder),
    now: () => 1_790_000_000_000,
  });
  return { ...desk, out, archiver, backups, exports, shown };
}

describe('a backup', () => {
  it('is one file, where the user wants it, that holds the whole desk', async () => {
    const { backups, source, commits, out, archiver, exports, shown } = await aDeskToSave();
    const lock = { type: 'passphrase', passphrase: PASSPHRASE } as const;
    const { saved, leftOut } = expectOk(
      await backups.save({ name: '王经纪 备份', lock }, () => source, unwatched()),
    );
    expect(leftOut).toEqual([]);
    expect(saved).toMatchObject({ place: 'file', name: '王经纪 备份.tdesk', folder: out });
    expect(await readdir(out)).toEqual(['王经纪 备份.tdesk']);
    const bytes = await readFile(join(out, '王经纪 备份.tdesk'));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(saved).toMatchObject({ sha256, size: bytes.byteLength });
    const opened = expectOk(await archiver.open(join(out, '王经纪 备份.tdesk'), lock, unwatched()));
    expect(await allOf(opened.commits())).toEqual(commits);
    expect(opened.files).toHaveLength(2);
    expect(opened.facts.why).toBe('backup');
    if (saved.place === 'file') expectOk(await exports.show(saved.file));
    expect(shown).toEqual([join(out, '王经纪 备份.tdesk')]);
  });

  it('is for the recipients that were named, and names the one that is none', async () => {
    const { backups, source, out } = await aDeskToSave();
    const good = await identityToRecipient(await generateIdentity());
    for (const recipient of ['age1nonsense', 'ssh-ed25519 AAAA', `${good}x`]) {
      const lock = { type: 'recipients', recipients: [good, recipient] } as const;
      expect(
        expectError(
          await backups.save(
            { name: '备份', lock: { ...lock, recipients: [...lock.recipients] } },
            () => source,
            unwatched(),
          ),
        ),
      ).toEqual({ type: 'notARecipient', recipient });
    }
    expect(await readdir(out)).toEqual([]);
  });

  it('is not written when the user wants no place, or the journal is damaged', async () => {
    const { backups, source, out } = await aDeskToSave();
    const lock = { type: 'open' } as const;
    expect(expectOk(await backups.save({ name: '不要', lock }, () => source, unwatched()))).toEqual(
      { saved: { place: 'cancelled' }, leftOut: [] },
    );
    const path = source.files[0]?.path ?? '';
    await writeFile(path, (await readFile(path)).fill(0x20, 300, 320));
    expect(
      expectError(await backups.save({ name: '备份', lock }, () => source, unwatched())),
    ).toEqual({
      type: 'damaged',
      at: 1,
    });
    expect(await readdir(out)).toEqual([]);
  });

  it('says which attachments are missing or altered and not in it', async () => {
    const { backups, source, out, archiver, filesFolder } = await aDeskToSave();
    const missing = await attach(filesFolder, '附件');
    const altered = await attach(filesFolder, '合同扫描件');
    await rm(join(filesFolder, missing.slice(0, 2), missing));
    await writeFile(join(filesFolder, altered.slice(0, 2), altered), '变了的');
    const lock = { type: 'open' } as const;
    const { leftOut } = expectOk(
      await backups.save({ name: '备份', lock }, () => source, unwatched()),
    );
    expect(new Set(leftOut)).toEqual(
      new Set([
        { hash: missing, problem: 'missing' },
        { hash: altered, problem: 'altered' },
      ]),
    );
    const opened = expectOk(await archiver.open(join(out, '备份.tdesk'), null, unwatched()));
    expect(opened.files).toEqual([]);
    expect(opened.facts.leftOut).toEqual(leftOut);
  });

  it('holds those that could be retrieved, and is then placed once', async () => {
    const tries: (readonly string[])[] = [];
    const { backups, source, out, archiver, filesFolder } = await aDeskToSave(7, 20, async (to) => {
      tries.push(await readdir(out));
      await attach(to, '附件');
      return true;
    });
    const lost = await attach(filesFolder, '附件');
    await rm(join(filesFolder, lost.slice(0, 2), lost));
    const gone = await attach(filesFolder, '合同扫描件');
    await rm(join(filesFolder, gone.slice(0, 2), gone));
    const { leftOut } = expectOk(
      await backups.save({ name: '备份', lock: { type: 'open' } }, () => source, unwatched()),
    );
    expect(leftOut).toEqual([{ hash: gone, problem: 'missing' }]);
    const opened = expectOk(await archiver.open(join(out, '备份.tdesk'), null, unwatched()));
    expect(opened.files.map(({ hash }) => hash)).toEqual([lost]);
    // Until it is whole, what is there under its name is not touched.
    expect(tries.flat()).not.toContain('备份.tdesk');
    expect(tries).toHaveLength(1);
    expect(await readdir(out)).toEqual(['备份.tdesk']);
  });

  it('that is cancelled leaves the one before it as it was', async () => {
    const { backups, source, out } = await aDeskToSave(1_000, 3_000);
    const jobs = createJobs();
    await writeFile(join(out, '备份.tdesk'), 'the one before');
    const saving = jobs.run('one', (job) =>
      backups.save({ name: '备份', lock: { type: 'open' } }, () => source, job),
    );
    await expect.poll(() => jobs.progress('one')?.done, { timeout: 30_000 }).toBeGreaterThan(0);
    jobs.cancel('one');
    expect(expectError(await saving)).toEqual({ type: 'cancelled' });
    expect(jobs.progress('one')).toBeNull();
    expect(await readdir(out)).toEqual(['备份.tdesk']);
    expect(await readFile(join(out, '备份.tdesk'), 'utf8')).toBe('the one before');
  });
});
