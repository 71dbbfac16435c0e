import { expect } from 'vitest';
import {
  type Change,
  type Discarded,
  type FieldChange,
  OPS_PER_COMMIT,
  type RestoreFailure,
  refKey,
  type Values,
} from '../../../../shared/commits/index.ts';
import type { RestoreSource } from '../../../../shared/contract/index.ts';
import { dateInChina } from '../../../../shared/core/dates.ts';
import type { MemoryVault } from '../../../builders/memory-vault.ts';
import { page, wipe } from '../page.ts';
import { agree, asSeen, seen } from './agree.ts';
import { command, write } from './commands.ts';
import {
  discarded,
  idIn,
  keyOf,
  kindIn,
  kinds,
  type Log,
  logOf,
  type Model,
  pick,
  type Records,
  recordsOf,
  setLog,
  standing,
  withUnit,
} from './desk-model.ts';

const { changePuttingBack, readHistory } = await import('../../../../renderer/data/activity.ts');
const { lookBack, returnToNow } = await import('../../../../renderer/data/past.ts');
const { changesRestoring, trashInSlices } = await import('../../../../renderer/data/trash.ts');

/** What happens between the end of a page and the start of the next one. */
export type Mishap =
  | 'none'
  | 'databases gone'
  | 'database of another form'
  | 'table changed by a stranger'
  | 'journal cut'
  | 'journal gone'
  | 'databases gone and journal cut'
  | 'databases gone and rebuild ended';

const state = () => page.useDesk.getState().state;

/** A table that does not hold what the log says is found, and the next start puts it right. */
async function spoilTable(model: Model): Promise<void> {
  const key = pick(recordsOf(model).keys(), model.now) ?? '';
  const table = page.session().database.table(kindIn(key));
  await table.update(idIn(key), { note: '不是谁写的' });
  expect(await page.checkTables()).toBe('differs');
}

async function rebuildEnded(vault: MemoryVault): Promise<void> {
  let reads = 0;
  vault.beforeRead = async () => {
    reads += 1;
    if (reads > 2) throw new Error('the host is gone');
  };
  await page.openDesk();
  if (reads > 2) expect(state()).toEqual({ at: 'blocked', why: { type: 'hostGone' } });
  else page.closeSession();
  vault.beforeRead = async () => undefined;
}

export const restarted = (mishap: Mishap, cut: number) =>
  command(
    'restart',
    [mishap, cut],
    async (model, vault) => {
      const left = Math.max(0, vault.journal.length - cut);
      if (mishap === 'database of another form')
        await page.session().database.meta.put({ key: 'layout', value: 'another' });
      if (mishap === 'table changed by a stranger') await spoilTable(model);
      page.closeSession();
      if (mishap.startsWith('databases gone')) await wipe();
      if (mishap.endsWith('journal cut')) vault.journal.length = left;
      if (mishap === 'databases gone and journal cut') setLog(model, logOf(model).slice(0, left));
      if (mishap === 'journal gone') {
        vault.journal.length = 0;
        vault.deskId = null;
      }
      if (mishap === 'databases gone and rebuild ended') await rebuildEnded(vault);
      await page.openDesk();
    },
    // A desk of which nothing was ever written is a new one when its database is gone.
    (model) =>
      logOf(model).length > 0 &&
      (mishap !== 'table changed by a stranger' || recordsOf(model).size > 0),
  );

export const lookedBack = (index: number, restart: boolean) =>
  command(
    'look back',
    [index, restart],
    async (model) => {
      const log = logOf(model);
      const on = dateInChina(pick(log, index)?.at ?? 0);
      expect(await lookBack(on)).toBe(true);
      const then = standing(log.filter(({ at }) => dateInChina(at) <= on));
      expect(await seen(), `records on ${on}`).toEqual(asSeen(then.records));
      const changes = [{ put: 'enterprise', id: 'never', value: { name: '不应写入' } }];
      const done = await page.commit({ label: { key: 'create' }, changes });
      expect(done).toEqual({ ok: false, error: { type: 'readOnly', why: { type: 'past', on } } });
      if (restart) {
        page.closeSession();
        await page.openDesk();
      } else await returnToNow();
    },
    (model) => logOf(model).length > 0,
  );

export const snapshotTaken = command('snapshot', '', async (model, vault) => {
  const taken = await page.takeSnapshot('asked');
  expect(taken.ok).toBe(true);
  const log = logOf(model);
  if (log.length === 0) return;
  // Taken now, or the newest one before holds just this.
  const newest = vault.snapshots[0]?.facts;
  expect(newest).toMatchObject({ deskId: model.deskId, last: log.length });
  const held = vault.snapshots[0]?.commits.map(({ id }) => id);
  expect(held).toEqual(vault.journal.map(({ id }) => id));
  await page.proveNext();
  expect(page.useVault.getState().notProven).toEqual([]);
  if (newest?.tally) expect(page.useVault.getState().snapshots[0]?.provenAt).not.toBeNull();
});

const isSame = (one: Values | undefined, other: Values | undefined): boolean =>
  JSON.stringify(Object.entries(one ?? {}).sort()) ===
  JSON.stringify(Object.entries(other ?? {}).sort());

/** How many records of each kind two desks have, and how they differ. */
function differences(before: Records, after: Records) {
  return kinds.flatMap((entity) => {
    const olds = [...before.keys()].filter((key) => kindIn(key) === entity);
    const news = [...after.keys()].filter((key) => kindIn(key) === entity);
    if (olds.length + news.length === 0) return [];
    const changed = news.filter(
      (key) => before.has(key) && !isSame(before.get(key), after.get(key)),
    );
    return {
      entity,
      before: olds.length,
      after: news.length,
      added: news.filter((key) => !before.has(key)).length,
      removed: olds.filter((key) => !after.has(key)).length,
      changed: changed.length,
    };
  });
}

interface Wanted {
  readonly source: RestoreSource;
  readonly log: Log;
}

function wantedOf(model: Model, from: 'snapshot' | 'point', index: number): Wanted | null {
  if (from === 'snapshot') {
    const [name, log] = pick(model.snapshots, index) ?? [];
    return name === undefined ? null : { source: { type: 'snapshot', name }, log: log ?? [] };
  }
  const log = logOf(model);
  const at = pick(log, index)?.at;
  if (at === undefined) return null;
  return { source: { type: 'point', at }, log: log.filter((moment) => moment.at <= at) };
}

export const restored = (
  from: 'snapshot' | 'point',
  index: number,
  then: 'switch' | 'work and switch' | 'drop',
) =>
  command(
    `restore from ${from}`,
    [index, then],
    async (model, vault) => {
      const wanted = wantedOf(model, from, index);
      if (!wanted) throw new Error('nothing to restore');
      const prepared = await page.prepareRestore(wanted.source);
      if (!prepared.ok) throw new Error(JSON.stringify(prepared.error));
      const { deskId, last } = prepared.value;
      expect(last).toBe(wanted.log.length);
      const found = prepared.value.differences?.map(({ added, removed, changed, ...counts }) => ({
        ...counts,
        added: added.count,
        removed: removed.count,
        changed: changed.count,
      }));
      const after = standing(wanted.log).records;
      const expected = differences(recordsOf(model), after);
      const byName = (a: { entity: string }, b: { entity: string }) =>
        a.entity < b.entity ? -1 : 1;
      expect(found?.toSorted(byName)).toEqual(expected.toSorted(byName));
      if (then === 'drop') return page.dropPrepared(deskId);
      if (then === 'work and switch') {
        const change = { put: 'achievement', id: deskId, value: { title: '切换前' } };
        await write(model, vault, [change]);
      }
      // What the desk that is left holds is seen when it is gone back to.
      await agree(model, vault);
      expect(await page.switchTo(deskId, page.openDesk)).toEqual({ ok: true, value: null });
      model.deskId = deskId;
      setLog(model, wanted.log);
    },
    (model) => wantedOf(model, from, index) !== null,
  );

/** Goes over to a desk that was left by a restore. */
export const switchedBack = (index: number) =>
  command(
    'switch back',
    index,
    async (model, vault) => {
      const desk = pick(vault.kept, index);
      if (!desk) return;
      expect(await page.switchTo(desk.deskId, page.openDesk)).toEqual({ ok: true, value: null });
      model.deskId = desk.deskId;
    },
    (model) => model.desks.size > 1,
  );

function putBackFailure(records: Records, key: string, values: Values): string | null {
  const record = records.get(key);
  if (!record) return 'recordGone';
  const names = Object.keys(values);
  const isBlankOrSame = (name: string) =>
    JSON.stringify(record[name] ?? null) === JSON.stringify(values[name] ?? null);
  if (names.every(isBlankOrSame)) return 'sameAlready';
  for (const name of names) {
    const value = values[name] ?? null;
    if (value === null && ['name', 'title', 'enterpriseId'].includes(name)) return 'required';
    if (name === 'enterpriseId' && !records.has(keyOf('enterprise', String(value))))
      return 'refGone';
  }
  return null;
}

/** Puts back what a step of a record's history replaced: one field of it, or all. */
export const puttingBack = (index: number, stepIndex: number, all: boolean) =>
  command(
    'put back',
    [index, stepIndex, all],
    async (model, vault) => {
      const key = pick(
        new Set([...recordsOf(model).keys(), ...discarded(logOf(model)).keys()]),
        index,
      );
      const kind = kinds.find((name) => key !== undefined && kindIn(key) === name);
      if (key === undefined || !kind) return;
      const step = pick(await readHistory(kind, idIn(key)), stepIndex);
      const own = step?.records.find((record) => keyOf(record.entity, record.id) === key);
      const changes: readonly FieldChange[] = own?.changes.slice(0, all ? undefined : 1) ?? [];
      if (changes.length === 0) return;
      const values = Object.fromEntries(changes.map(({ field, before }) => [field, before]));
      const change = await changePuttingBack(kind, idIn(key), values);
      const failure = putBackFailure(recordsOf(model), key, values);
      expect(change.ok ? null : change.error.type, `${key} ${JSON.stringify(values)}`).toBe(
        failure,
      );
      if (change.ok) await write(model, vault, [change.value], 'putBack');
    },
    (model) => logOf(model).length > 0,
  );

export const restoredFromTrash = (index: number) =>
  command(
    'restore from the trash',
    index,
    async (model, vault) => {
      const items: Discarded[] = [];
      for await (const slice of trashInSlices()) items.push(...slice);
      const item = pick(items, index);
      if (!item) throw new Error('the trash is empty');
      const gone = discarded(logOf(model));
      const puts = [item, ...item.parts].map(({ entity, id }): Change => {
        const value = gone.get(keyOf(entity, id)) ?? {};
        return { put: entity, id, value };
      });
      const missing = puts.flatMap((change) => {
        const id = 'put' in change ? change.value.enterpriseId : undefined;
        if (typeof id !== 'string' || recordsOf(model).has(keyOf('enterprise', id))) return [];
        const ref = { entity: 'enterprise', id };
        return puts.some((put) => 'put' in put && put.put === 'enterprise' && put.id === id)
          ? []
          : [refKey(ref)];
      });
      const changes = await changesRestoring([item]);
      if (missing.length > 0) {
        const failure: RestoreFailure | null = changes.ok ? null : changes.error;
        expect(failure?.type).toBe('refsGone');
        return;
      }
      expect(changes).toEqual({ ok: true, value: puts });
      await write(model, vault, puts, 'restoreRecord');
    },
    (model) => discarded(logOf(model)).size > 0,
  );

/** A change while the disk is full: it stays here, nothing more is taken, and it is sent later. */
export const refusedByDisk = (restart: boolean) =>
  command('full disk', restart, async (model, vault) => {
    await page.flushJournal();
    vault.refuse = 'diskFull';
    const change = { put: 'enterprise', id: `full-${model.now}`, value: { name: '未送出' } };
    expect((await page.commit({ label: { key: 'create' }, changes: [change] })).ok).toBe(true);
    setLog(model, withUnit(logOf(model), model.now, [change], OPS_PER_COMMIT));
    await page.flushJournal();
    expect(page.useDesk.getState().save).toEqual({ type: 'failed', reason: 'diskFull' });
    const refused = await page.commit({ label: { key: 'x' }, changes: [{ ...change, id: 'no' }] });
    expect(refused).toMatchObject({ ok: false, error: { type: 'readOnly' } });
    if (restart) {
      page.closeSession();
      await page.openDesk();
    }
    vault.refuse = null;
    await page.flushJournal();
    expect(page.useDesk.getState().readOnly).toBeNull();
  });
