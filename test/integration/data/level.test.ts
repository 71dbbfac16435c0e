import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Source } from '../../../renderer/data/build.ts';
import { type Commit, type MigrationStep, SCHEMA } from '../../../shared/commits/index.ts';
import type { MemoryVault } from '../../builders/memory-vault.ts';
import { achievements, afterThat, freshDesk, page, put, restart, retitle, wipe } from './page.ts';

let vault: MemoryVault;
beforeEach(async () => {
  vault = await freshDesk();
});
afterEach(page.closeSession);

const state = () => page.useDesk.getState().state;
const names = async () => (await page.databasesHere()).map(({ name }) => name).sort();
const realTally = () => page.tallyOfTables(page.session().database);
const keptTally = () => page.readMeta(page.session().database, 'tally');

/** Some commits of all sorts, in the journal. */
async function someWork(): Promise<void> {
  for (const id of ['a1', 'a2', 'a3', 'a4', 'a5']) await put(id);
  await retitle('a2', '二');
  await page.commit({ label: { key: 'delete' }, changes: [{ delete: 'achievement', id: 'a3' }] });
  await page.flushJournal();
}

describe('the tally', () => {
  it('follows every write and is what the tables hold, here and in the vault', async () => {
    await someWork();
    expect(await keptTally()).toEqual(await realTally());
    expect(page.session().tally).toEqual(await realTally());
    expect(vault.tally).toEqual({ after: 7, tally: await realTally() });
    expect((await realTally()).achievement?.count).toBe(4);
  });

  it('is not moved by a write that failed', async () => {
    await put('a1');
    const before = page.session().tally;
    await put('a1');
    expect(page.session().tally).toEqual(before);
    expect(await keptTally()).toEqual(await realTally());
  });

  it('is right after catching up, with unsent changes on top', async () => {
    await someWork();
    vault.refuse = 'diskFull';
    await retitle('a1', '未送出');
    await page.flushJournal();
    const last = vault.journal.at(-1) as Commit;
    vault.journal.push(
      afterThat(last, [
        {
          op: 'patch',
          entity: 'achievement',
          id: 'a1',
          set: { note: '别处' },
          was: { note: null },
        },
      ]),
    );
    vault.refuse = null;
    await restart();
    expect(await page.getRecord('achievement', 'a1')).toMatchObject({
      title: '未送出',
      note: '别处',
    });
    expect(await keptTally()).toEqual(await realTally());
  });
});

describe('a database that cannot be used is built anew', () => {
  it('of another form, with what was not in the journal yet', async () => {
    await someWork();
    vault.refuse = 'diskFull';
    await retitle('a1', '未送出');
    await page.flushJournal();
    const [before] = await names();
    const records = await achievements();
    await page.session().database.meta.put({ key: 'layout', value: 'another' });
    vault.refuse = null;
    await restart();
    expect(state()).toEqual({ at: 'ready' });
    expect(await achievements()).toEqual(records);
    expect(vault.journal).toHaveLength(8);
    expect(await names()).toEqual([`${before}.1`]);
  });

  it('of version 0.1.0, which said nothing of itself', async () => {
    await someWork();
    await page.session().database.meta.bulkDelete(['layout', 'schema', 'complete', 'tally']);
    const records = await achievements();
    await restart();
    expect(await achievements()).toEqual(records);
    expect(await keptTally()).toEqual(await realTally());
  });

  it('with tables missing, or nothing that can be read at all', async () => {
    await someWork();
    const { name } = page.session().database;
    const records = await achievements();
    const meta = await page.session().database.meta.toArray();
    page.closeSession();
    await Dexie.delete(name);
    const broken = new Dexie(name);
    broken.version(1).stores({ meta: '&key' });
    await broken.table('meta').bulkPut(meta);
    broken.close();
    await page.openDesk();
    expect(await achievements()).toEqual(records);
    const young = page.session().database.name;
    page.closeSession();
    await Dexie.delete(young);
    const foreign = new Dexie(young);
    foreign.version(7).stores({ other: '++id' });
    await foreign.open();
    foreign.close();
    await page.openDesk();
    expect(await achievements()).toEqual(records);
  });

  it('beside one whose log cannot be read any more', async () => {
    await someWork();
    const { name } = page.session().database;
    const records = await achievements();
    const meta = await page.session().database.meta.toArray();
    page.closeSession();
    await Dexie.delete(name);
    // Its heads are there, and its ops are of no use.
    const broken = new Dexie(name);
    broken.version(1).stores({ meta: '&key', commits: '&id' });
    await broken.table('meta').bulkPut(meta.filter(({ key }) => key !== 'layout'));
    await broken.table('commits').put({ id: '9999999999999-0000-lost' });
    broken.close();
    await page.openDesk();
    expect(state()).toEqual({ at: 'ready' });
    expect(await achievements()).toEqual(records);
  });

  it('holding less than the vault says', async () => {
    await someWork();
    await page.session().database.meta.put({ key: 'tally', value: {} });
    const records = await achievements();
    await restart();
    expect(await achievements()).toEqual(records);
    expect(await keptTally()).toEqual(vault.tally?.tally);
  });

  it('with a record that is not what the log says, which the full check finds', async () => {
    await someWork();
    const { database } = page.session();
    expect(await page.checkTables()).toBe('same');
    await database.table('achievement').update('a1', { title: '被改动' });
    expect(await page.checkTables()).toBe('differs');
    expect(page.useDesk.getState().differs).toBe(true);
    await restart();
    expect(page.useDesk.getState().differs).toBe(false);
    expect((await page.getRecord('achievement', 'a1'))?.title).toBe('a1');
    expect(await page.checkTables()).toBe('same');
  });

  it('is not looked through any more once it is closed, nor made again by that', async () => {
    await someWork();
    const looking = page.checkTables();
    page.closeSession();
    await wipe();
    expect(await looking).toBeNull();
    expect(await names()).toEqual([]);
  });

  it('and is looked through at once when the storage has another form on the disk', async () => {
    await someWork();
    await page.session().database.table('achievement').delete('a5');
    vault.storage = 'changed';
    await restart();
    expect(vault.snapshots).toHaveLength(1);
    expect(page.useDesk.getState().storageChanged).toBe(true);
    expect(await page.getRecord('achievement', 'a5')).toBeDefined();
  });

  it('but once only, when it is the tally of the vault that is wrong', async () => {
    await someWork();
    const tally = { achievement: { count: 9, digest: '0'.repeat(16) } };
    vault.tally = { after: vault.journal.length, tally };
    await restart();
    const after = await names();
    expect(state()).toEqual({ at: 'ready' });
    await restart();
    expect(await names()).toEqual(after);
  });

  it('from its own log, when the vault is gone as well', async () => {
    await someWork();
    const whole = [...vault.journal];
    await page.session().database.meta.put({ key: 'layout', value: 'another' });
    vault.journal.length = 0;
    vault.deskId = null;
    vault.tally = null;
    await restart();
    expect(vault.journal).toEqual(whole);
    expect(await keptTally()).toEqual(await realTally());
  });
});

/** Builds in the page itself and ends, as a kill would, before the `endAt`-th answer. */
async function buildKilled(endAt: number, source: Partial<Source>): Promise<boolean> {
  let answers = 0;
  const schema = source.steps?.at(-1)?.to;
  const deskId = vault.deskId ?? '';
  const answer = await page.host.vaultState({});
  if (!answer.ok) return false;
  const read: Source['read'] = async (after) => {
    answers += 1;
    if (answers >= endAt) return { ok: false, error: { type: 'cancelled' } };
    return page.commitsOf(page.host, { deskId })(after);
  };
  const level = await page.levelDesk(deskId, answer.value, {
    source: { ...source, read },
    build: (order, hooks) => page.buildDatabase(order, { ...source, read }, hooks),
    onProgress: () => undefined,
    ...(schema === undefined ? {} : { schema }),
  });
  if (level.ok) level.value.database.close();
  return level.ok;
}

describe('a build that is ended', () => {
  it('at any step is never opened, goes on where it stopped, and comes to the same', async () => {
    await someWork();
    const records = await achievements();
    page.closeSession();
    await wipe();
    // Seven commits come three at a time: nothing, three and six of them are taken in.
    for (const endAt of [1, 2, 2]) {
      expect(await buildKilled(endAt, {})).toBe(false);
      const [only] = await names();
      expect((await page.peek(only ?? ''))?.complete).toBeUndefined();
    }
    let reads = 0;
    vault.beforeRead = async () => {
      reads += 1;
    };
    expect(await buildKilled(99, {})).toBe(true);
    expect(reads).toBe(1);
    await page.openDesk();
    expect(await achievements()).toEqual(records);
    expect(await keptTally()).toEqual(await realTally());
  });
});

describe('a migration', () => {
  const steps: readonly MigrationStep[] = [
    {
      to: SCHEMA + 1,
      migrate: (commit) => ({
        ...commit,
        ops: commit.ops.map((op) =>
          op.op === 'put' ? { ...op, value: { ...op.value, note: '第二版' } } : op,
        ),
      }),
    },
  ];

  it('ended at every step leaves the old database as the way back, then brings all over', async () => {
    await someWork();
    const records = await achievements();
    const [old] = await names();
    page.closeSession();
    for (let step = 1; step <= 3; step += 1) {
      expect(await buildKilled(step, { steps })).toBe(false);
      expect(await names()).toContain(old);
      await page.openDesk();
      expect(await achievements()).toEqual(records);
      page.closeSession();
    }
    expect(await buildKilled(99, { steps })).toBe(true);
    const [young] = await names();
    expect(await names()).toHaveLength(1);
    const database = page.openDatabase(young ?? '');
    expect(await database.table('achievement').toArray()).toEqual(
      records.map((record) => ({ ...record, note: '第二版' })),
    );
    database.close();
    // The journal is as it was written: the version before can be gone back to.
    expect(vault.journal.every(({ schema }) => schema === SCHEMA)).toBe(true);
  });
});

describe('the gates', () => {
  it('take a snapshot before another version writes, and ask before an older one does', async () => {
    await someWork();
    vault.appVersion = '1.3.9';
    await restart();
    expect(vault.snapshots[0]?.facts.why).toBe('version');
    vault.appVersion = '1.10.0';
    await restart();
    expect(state()).toEqual({
      at: 'blocked',
      why: { type: 'downgrade', wrote: '1.10.0', have: '1.4.0' },
    });
    await page.openDesk({ evenSo: true });
    expect(state()).toEqual({ at: 'ready' });
  });

  it('let a desk be read and not changed while the disk is low, and leave by themselves', async () => {
    await someWork();
    vault.space = { free: 10, needed: 100 };
    await restart();
    expect(state()).toEqual({ at: 'ready' });
    const readOnly = { type: 'lowSpace', free: 10, needed: 100 };
    expect(page.useDesk.getState().readOnly).toEqual(readOnly);
    expect(await put('b1')).toEqual({ ok: false, error: { type: 'readOnly', why: readOnly } });
    expect(await page.getRecord('achievement', 'b1')).toBeUndefined();
    vault.space = { free: 1000, needed: 100 };
    await page.refreshVault();
    expect((await put('b1')).ok).toBe(true);
  });

  it('open a desk as it is while the disk is low, say what it lacks, and write nothing', async () => {
    await someWork();
    vault.refuse = 'diskFull';
    await retitle('a1', '未送出');
    await page.flushJournal();
    vault.refuse = null;
    const sent = vault.journal.at(-1) as Commit;
    const held = async () => {
      const { outbox, meta, commits } = page.session().database;
      return [await outbox.toArray(), await meta.toArray(), await commits.toArray()];
    };
    // An answer had come and was not noted; then somebody else wrote.
    await page.session().database.outbox.put({ id: sent.id });
    await page.session().database.meta.put({ key: 'journalLast', value: vault.journal.length - 1 });
    const value = { title: '别处' };
    vault.journal.push(afterThat(sent, [{ op: 'put', entity: 'achievement', id: 'b1', value }]));
    const journal = [...vault.journal];
    vault.space = { free: 10, needed: 100 };
    const before = await held();
    await restart();
    expect(state()).toEqual({ at: 'ready' });
    expect(page.useDesk.getState().lag).toEqual({ missing: 1, unsent: 1 });
    expect(await page.getRecord('achievement', 'a1')).toMatchObject({ title: '未送出' });
    expect(await put('b2')).toMatchObject({ ok: false, error: { type: 'readOnly' } });
    expect(await page.isAllSaved()).toBe(false);
    expect(await held()).toEqual(before);
    expect(vault.journal).toEqual(journal);

    // Not before it is brought level, which the next start does.
    vault.space = { free: 1000, needed: 100 };
    await page.refreshVault();
    expect(await put('b2')).toMatchObject({ ok: false, error: { type: 'readOnly' } });
    await restart();
    expect(page.useDesk.getState().lag).toBeNull();
    expect(await page.getRecord('achievement', 'b1')).toMatchObject(value);
    expect(vault.journal).toHaveLength(journal.length + 1);
    expect((await put('b2')).ok).toBe(true);
  });

  it('do not build on a disk that is low', async () => {
    await someWork();
    vault.space = { free: 10, needed: 100 };
    page.closeSession();
    await wipe();
    await page.openDesk();
    expect(state()).toEqual({ at: 'blocked', why: { type: 'lowSpace', free: 10, needed: 100 } });
    expect(await names()).toEqual([]);
  });

  it('close when the journal finds no room, losing nothing, and open when it does', async () => {
    await someWork();
    vault.refuse = 'diskFull';
    expect((await put('b1')).ok).toBe(true);
    await page.flushJournal();
    expect(await put('b2')).toMatchObject({ ok: false, error: { type: 'readOnly' } });
    vault.refuse = null;
    await page.flushJournal();
    expect(vault.journal.at(-1)?.ops).toMatchObject([{ op: 'put', id: 'b1' }]);
    expect((await put('b2')).ok).toBe(true);
  });

  it('say where the journal is damaged when the database has to be built from it', async () => {
    await someWork();
    page.closeSession();
    await wipe();
    vault.damagedAt = 5;
    await page.openDesk();
    expect(state()).toEqual({ at: 'blocked', why: { type: 'journalDamaged', commit: 5 } });
  });

  it('delete scratch databases, and none that may be the only copy of a desk', async () => {
    await someWork();
    const stray = `desk-${crypto.randomUUID()}`;
    for (const name of ['scratch-1', stray]) {
      const database = page.openDatabase(name);
      await page.beginDatabase(database, 1, { complete: 1 });
      database.close();
    }
    await restart();
    await expect.poll(() => Dexie.getDatabaseNames()).not.toContain('scratch-1');
    expect(await Dexie.getDatabaseNames()).toContain(stray);
  });
});
