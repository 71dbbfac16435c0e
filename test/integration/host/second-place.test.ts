import { createHash } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Disk, realDisk } from '../../../electron/host/disk.ts';
import { openSecondPlaces, type SecondPlaces } from '../../../electron/host/second-place.ts';
import type { KnownSnapshot } from '../../../electron/host/snapshot-shelf.ts';
import { allOf, attach } from './archives.ts';
import { expectError, expectOk, faultyDisk, newFolder } from './support.ts';

const DESK = '6f1c2ab0-5a7e-4c1c-9d5f-0a4f0a6f1c2a';
const NOON = Date.UTC(2026, 10, 24, 12);

/** A data folder with snapshots in it, and a stick to copy them to. */
async function aPlace() {
  const root = await newFolder();
  const dataFolder = join(root, 'data');
  const stick = join(root, 'stick');
  const snapshotsFolder = join(dataFolder, 'snapshots');
  const filesFolder = join(dataFolder, 'files');
  for (const folder of [snapshotsFolder, filesFolder, stick])
    await mkdir(folder, { recursive: true });
  const logged: string[] = [];
  const clock = { now: NOON };
  const options: Parameters<typeof openSecondPlaces>[0] = {
    ...{ disk: realDisk, dataFolder, snapshotsFolder, filesFolder },
    now: () => clock.now,
    log: (event) => logged.push(event),
  };
  const start = (disk: Disk = realDisk): Promise<SecondPlaces> =>
    openSecondPlaces({ ...options, disk });
  const aSnapshot = async (last: number, takenAt = NOON): Promise<KnownSnapshot> => {
    const name = `snapshot-${last}`;
    const bytes = Buffer.from(`快照 ${last}`.repeat(10_000));
    await writeFile(join(snapshotsFolder, `${name}.tar.gz`), bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return {
      ...{ name, takenAt, why: 'interval', deskId: DESK, last, schema: 1, tally: null },
      ...{ size: bytes.byteLength, sha256, provenAt: null, damaged: false },
    };
  };
  const copies = async (): Promise<string[]> =>
    (await readdir(join(stick, 'transfer-desk', DESK)).catch(() => [])).sort();
  return {
    root,
    dataFolder,
    stick,
    snapshotsFolder,
    filesFolder,
    options,
    start,
    aSnapshot,
    copies,
    logged,
    clock,
  };
}

describe('a second place', () => {
  it('gets every snapshot and attachment that is not there yet', async () => {
    const { start, stick, aSnapshot, copies, filesFolder, snapshotsFolder } = await aPlace();
    const places = await start();
    expect(await places.look()).toBeNull();
    await places.catchUp([await aSnapshot(1)]);
    expect(expectOk(await places.set(stick))).toMatchObject({ folder: stick, state: 'ready' });
    const hash = await attach(filesFolder, '扫描件');
    const snapshots = [await aSnapshot(1), await aSnapshot(2)];
    await places.catchUp(snapshots);
    expect(await copies()).toEqual(['snapshot-1.tar.gz', 'snapshot-2.tar.gz']);
    const copy = await readFile(join(stick, 'transfer-desk', DESK, 'snapshot-2.tar.gz'));
    expect(copy).toEqual(await readFile(join(snapshotsFolder, 'snapshot-2.tar.gz')));
    const attachment = join(stick, 'transfer-desk/files', hash.slice(0, 2), hash);
    expect(await readFile(attachment, 'utf8')).toBe('扫描件');
    // It is known at the next start, and nothing is copied twice.
    const again = await start();
    expect(await again.look()).toEqual({
      folder: stick,
      state: 'ready',
      copiedAt: NOON,
      copies: 2,
    });
    const { disk, names } = faultyDisk();
    await (await start(disk)).catchUp(snapshots);
    expect(names.filter((name) => name === 'rename')).toHaveLength(1);
  });

  it('is absent while the stick is out, and catches up when it is back', async () => {
    const { start, stick, aSnapshot, copies } = await aPlace();
    const places = await start();
    await places.set(stick);
    await places.catchUp([await aSnapshot(1)]);
    await rename(stick, `${stick}-out`);
    await places.catchUp([await aSnapshot(1), await aSnapshot(2)]);
    expect(await places.look()).toMatchObject({ state: 'absent', copies: 1 });
    // Where a disk is plugged in an empty folder stays: it is not the place.
    await mkdir(stick);
    await places.catchUp([await aSnapshot(1), await aSnapshot(2)]);
    expect(await places.look()).toMatchObject({ state: 'absent' });
    expect(await readdir(stick)).toEqual([]);
    await rm(stick, { recursive: true });
    await rename(`${stick}-out`, stick);
    // Pulled out in the middle of a copy.
    await writeFile(join(stick, 'transfer-desk', DESK, '.half.unfinished'), 'x');
    expect(await places.look()).toMatchObject({ state: 'ready' });
    await expect.poll(copies).toEqual(['snapshot-1.tar.gz', 'snapshot-2.tar.gz']);
  });

  it.each([
    ['ENOSPC', 'full'],
    ['EACCES', 'refused'],
    ['EROFS', 'refused'],
    ['EIO', 'absent'],
  ])(
    'says when writing fails with %s that it is %s, and goes on when it can',
    async (code, state) => {
      const { start, stick, aSnapshot, copies } = await aPlace();
      await (await start()).set(stick);
      let fails = true;
      const disk: Disk = {
        ...realDisk,
        open: (path, flags, mode) =>
          fails && flags === 'wx' && String(path).startsWith(stick)
            ? Promise.reject(Object.assign(new Error(code), { code }))
            : realDisk.open(path, flags, mode),
      };
      const places = await start(disk);
      await places.catchUp([await aSnapshot(1)]);
      expect(await copies()).toEqual([]);
      if (state !== 'absent') expect(await places.look()).toMatchObject({ state, copies: 0 });
      fails = false;
      await places.catchUp([await aSnapshot(1)]);
      expect(await places.look()).toMatchObject({ state: 'ready', copies: 1 });
    },
  );

  it('gets no copy of what is damaged here', async () => {
    const { start, stick, aSnapshot, copies, snapshotsFolder, filesFolder, logged } =
      await aPlace();
    const places = await start();
    await places.set(stick);
    const snapshot = await aSnapshot(1);
    await writeFile(join(snapshotsFolder, 'snapshot-1.tar.gz'), 'something else');
    const hash = await attach(filesFolder, '好的');
    await writeFile(join(filesFolder, hash.slice(0, 2), hash), '坏的');
    await places.catchUp([snapshot]);
    expect(await copies()).toEqual([]);
    expect(logged).toHaveLength(2);
  });

  it('keeps a copy as the one before an import that its snapshot has come to be', async () => {
    const { start, stick, aSnapshot, dataFolder } = await aPlace();
    const places = await start();
    await places.set(stick);
    const snapshot = await aSnapshot(1);
    await places.catchUp([snapshot]);
    await places.catchUp([{ ...snapshot, why: 'import' }]);
    const known = JSON.parse(await readFile(join(dataFolder, 'second-place.json'), 'utf8'));
    expect(known.copies).toMatchObject([{ name: 'snapshot-1', why: 'import' }]);
  });

  it('counts no copy that is lost there and damaged here', async () => {
    const { start, stick, aSnapshot, snapshotsFolder } = await aPlace();
    const places = await start();
    await places.set(stick);
    const snapshots = [await aSnapshot(1), await aSnapshot(2)];
    await places.catchUp(snapshots);
    expect(await places.look()).toMatchObject({ copies: 2 });
    await rm(join(stick, 'transfer-desk', DESK, 'snapshot-1.tar.gz'));
    await writeFile(join(snapshotsFolder, 'snapshot-1.tar.gz'), 'something else');
    await places.catchUp(snapshots);
    expect(await places.look()).toMatchObject({ copies: 1 });
  });

  it('keeps its copies by the same rule, also of what is lost here', async () => {
    const { start, stick, aSnapshot, copies, clock } = await aPlace();
    const places = await start();
    await places.set(stick);
    const many: KnownSnapshot[] = [];
    for (let last = 1; last <= 30; last += 1) {
      many.unshift(await aSnapshot(last, NOON + last * 60_000));
    }
    clock.now = NOON + 40 * 60_000;
    await places.catchUp(many);
    expect(await copies()).toHaveLength(30);
    // All is lost here: nothing goes there.
    await places.catchUp([]);
    expect(await copies()).toHaveLength(30);
    // A day later the ten newest are left, and what a day and a month keep.
    clock.now += 86_400_000;
    await places.catchUp([]);
    expect((await copies()).length).toBeLessThan(13);
    expect(await copies()).toContain('snapshot-30.tar.gz');
    // What is outdated there is not copied there again.
    const before = await copies();
    await places.catchUp(many);
    expect(await copies()).toEqual(before);
  });
});

describe('a second place that does not answer', () => {
  /** A disk on which what touches the folder hangs while it shall, as on a network folder. */
  function hanging(folder: string) {
    const { promise: back, resolve: comeBack } = Promise.withResolvers<void>();
    const state = { hangs: false, asked: 0 };
    const held =
      <A extends readonly unknown[], T>(call: (...input: A) => Promise<T>) =>
      async (...input: A): Promise<T> => {
        if (state.hangs && String(input[0]).startsWith(folder)) {
          state.asked += 1;
          await back;
        }
        return call(...input);
      };
    const disk: Disk = {
      ...realDisk,
      open: held(realDisk.open),
      mkdir: held(realDisk.mkdir) as Disk['mkdir'],
      readdir: held(realDisk.readdir as (path: string) => Promise<string[]>) as Disk['readdir'],
      rm: held(realDisk.rm),
      rename: held(realDisk.rename),
    };
    return { disk, state, comeBack };
  }

  it('is absent, is asked by one call only, and catches up when it answers again', async () => {
    const { options, stick, aSnapshot, copies } = await aPlace();
    const { disk, state, comeBack } = hanging(stick);
    const places = await openSecondPlaces({ ...options, disk, callMs: 50 });
    await places.set(stick);
    await places.catchUp([await aSnapshot(1)]);
    state.hangs = true;
    const snapshots = [await aSnapshot(1), await aSnapshot(2)];
    await places.catchUp(snapshots);
    expect(await places.look()).toMatchObject({ state: 'absent', copies: 1 });
    await places.catchUp(snapshots);
    expect(await places.attachment('a'.repeat(64))).toBeNull();
    expect(state.asked).toBe(1);
    state.hangs = false;
    comeBack();
    await expect.poll(async () => (await places.look())?.state).toBe('ready');
    await places.catchUp(snapshots);
    expect(await copies()).toEqual(['snapshot-1.tar.gz', 'snapshot-2.tar.gz']);
  });

  it('in the middle of a copy does not keep the rest from going on', async () => {
    const { options, stick, aSnapshot, copies } = await aPlace();
    let hangs = false;
    const { promise: back, resolve: comeBack } = Promise.withResolvers<void>();
    const disk: Disk = {
      ...realDisk,
      open: async (path, flags, mode) => {
        const handle = await realDisk.open(path, flags, mode);
        if (flags === 'wx' && String(path).startsWith(stick)) {
          const sync = handle.sync.bind(handle);
          handle.sync = async () => {
            if (hangs) await back;
            await sync();
          };
        }
        return handle;
      },
    };
    const places = await openSecondPlaces({ ...options, disk, callMs: 50 });
    await places.set(stick);
    hangs = true;
    await places.catchUp([await aSnapshot(1)]);
    expect(await places.look()).toMatchObject({ state: 'absent', copies: 0 });
    hangs = false;
    comeBack();
    await expect.poll(async () => (await places.look())?.state).toBe('ready');
    await places.catchUp([await aSnapshot(1)]);
    expect(await copies()).toEqual(['snapshot-1.tar.gz']);
  });

  it('is not waited for at the end for long, nor touched after it', async () => {
    const { options, stick, aSnapshot, copies, logged } = await aPlace();
    const { disk, state, comeBack } = hanging(stick);
    const places = await openSecondPlaces({ ...options, disk, lastCopyMs: 50 });
    await places.set(stick);
    state.hangs = true;
    const copying = places.catchUp([await aSnapshot(1)]);
    await places.close();
    expect(logged).toContain('second place');
    comeBack();
    await copying;
    expect(await copies()).toEqual([]);
  });

  it('that answers has all when the end has waited for it', async () => {
    const { start, stick, aSnapshot, copies, logged } = await aPlace();
    const places = await start();
    await places.set(stick);
    void places.catchUp([await aSnapshot(1)]);
    await places.close();
    expect(await copies()).toEqual(['snapshot-1.tar.gz']);
    expect(logged).toEqual([]);
  });
});

describe('an attachment at the second place', () => {
  it('is given back as it lies there, while the place is there', async () => {
    const { start, stick, filesFolder } = await aPlace();
    const places = await start();
    await places.set(stick);
    const hash = await attach(filesFolder, '扫描件');
    await places.catchUp([]);
    const again = await start();
    const copied = await again.attachment(hash);
    expect(copied?.size).toBe(9);
    expect(
      Buffer.concat(await allOf(copied?.bytes() ?? (async function* () {})())).toString(),
    ).toBe('扫描件');
    expect(await again.attachment('b'.repeat(64))).toBeNull();
    await rename(stick, `${stick}-out`);
    expect(await (await start()).attachment(hash)).toBeNull();
  });
});

describe('naming a second place', () => {
  it('takes an absolute path of a folder outside the data folder', async () => {
    const { start, root, stick, dataFolder, options } = await aPlace();
    const places = await start();
    const failure = async (folder: string) => expectError(await places.set(folder)).type;
    expect(await failure('stick')).toBe('notAFolder');
    expect(await failure(join(root, 'nowhere'))).toBe('notAFolder');
    await writeFile(join(root, 'file'), 'x');
    expect(await failure(join(root, 'file'))).toBe('notAFolder');
    expect(await failure(dataFolder)).toBe('sameFolder');
    expect(await failure(join(dataFolder, 'snapshots'))).toBe('sameFolder');
    await symlink(join(dataFolder, 'snapshots'), join(root, 'elsewhere'));
    expect(await failure(join(root, 'elsewhere'))).toBe('sameFolder');
    // The folder made there would be the data folder itself, as it is called on Linux.
    const namesake = join(root, 'share', 'transfer-desk');
    await mkdir(namesake, { recursive: true });
    const beside = await openSecondPlaces({ ...options, dataFolder: namesake });
    expect(expectError(await beside.set(join(root, 'share'))).type).toBe('sameFolder');
    expect(await readdir(namesake)).toEqual([]);
    expect(await places.look()).toBeNull();
    await mkdir(`${dataFolder}-2`);
    expectOk(await places.set(`${dataFolder}-2`));
    expect(expectOk(await places.set(stick))?.folder).toBe(stick);
    expect(expectOk(await places.set(null))).toBeNull();
    expect(await (await start()).look()).toBeNull();
  });

  // Root may write everywhere.
  it.skipIf(process.getuid?.() === 0)('says when it cannot be written', async () => {
    const { start, stick } = await aPlace();
    await chmod(stick, 0o500);
    expect(expectError(await (await start()).set(stick))).toMatchObject({ type: 'cannotWrite' });
  });

  it('keeps the place that was named when the new one cannot be written', async () => {
    const { start, stick, root } = await aPlace();
    await (await start()).set(stick);
    const other = join(root, 'other');
    await mkdir(other);
    for (let n = 1; n <= 6; n += 1) {
      const { disk, failAt } = faultyDisk();
      const places = await start(disk);
      failAt(n + 4, 'ENOSPC');
      const answer = await places.set(other);
      failAt(0);
      const { folder } = (await (await start()).look()) ?? {};
      expect(folder).toBe(answer.ok ? other : stick);
      await (await start()).set(stick);
    }
  });
});
