import { expect } from 'vitest';
import {
  applyOp,
  type StoredRecord,
  undoState,
  type Values,
  valuesOf,
} from '../../../../shared/commits/index.ts';
import type { MemoryVault } from '../../../builders/memory-vault.ts';
import { page } from '../page.ts';
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
  standing,
} from './desk-model.ts';

const { readHistory } = await import('../../../../renderer/data/activity.ts');
const { visitRecords } = await import('../../../../renderer/data/bulk.ts');
const { trashInSlices } = await import('../../../../renderer/data/trash.ts');

const byKey = <T>(entries: Iterable<readonly [string, T]>): Readonly<Record<string, T>> =>
  Object.fromEntries(entries);

/** The field values of all records as the screens read them. */
export async function seen(): Promise<Readonly<Record<string, Values>>> {
  const all: (readonly [string, Values])[] = [];
  for (const kind of kinds) {
    await visitRecords(kind, (records) => {
      for (const record of records) all.push([keyOf(kind, record.id), valuesOf(record)]);
    });
  }
  return byKey(all);
}

export const asSeen = (records: Records): Readonly<Record<string, Values>> => byKey(records);

async function agreeTables(vault: MemoryVault): Promise<void> {
  const { database } = page.session();
  const replayed = new Map<string, StoredRecord>();
  for (const commit of vault.journal) {
    for (const op of commit.ops) {
      const key = keyOf(op.entity, op.id);
      const next = applyOp(replayed.get(key), op, commit);
      if (next) replayed.set(key, next);
      else replayed.delete(key);
    }
  }
  const stored: (readonly [string, StoredRecord])[] = [];
  for (const kind of kinds) {
    const records: readonly StoredRecord[] = await database.table(kind).toArray();
    for (const record of records) stored.push([keyOf(kind, record.id), record]);
  }
  expect(byKey(stored), 'tables and journal').toEqual(byKey(replayed));

  const counted = await page.tallyOfTables(database);
  expect(page.session().tally, 'tally of the session').toEqual(counted);
  expect((await page.readMeta(database, 'tally')) ?? {}, 'stored tally').toEqual(counted);
  // What the vault was told is of an earlier state after a switch, or when the journal was cut.
  if (vault.tally?.after === vault.journal.length)
    expect(vault.tally.tally, 'tally of the vault').toEqual(counted);
}

async function agreeLog(vault: MemoryVault, log: Log): Promise<void> {
  const { database } = page.session();
  expect(await database.outbox.count(), 'outbox').toBe(0);
  // A try that comes again after a failure shows for a moment that it looks.
  await expect.poll(() => page.useDesk.getState().save.type).toBe('saved');
  const ids = await database.commits.toCollection().primaryKeys();
  expect(ids, 'commits here and in the journal').toEqual(vault.journal.map(({ id }) => id));
  expect(ids.length, 'number of commits').toBe(log.length);
  expect(await database.ops.toCollection().primaryKeys()).toEqual(ids);
  const { undo, redo } = undoState(await page.recentHeads(500));
  const lengths = (steps: readonly { readonly commits: readonly string[] }[]) =>
    steps.map(({ commits }) => commits.length);
  const expected = (paths: Log[number]['undo']) => paths.map((path) => path.length - 1);
  expect(lengths(undo), 'what can be undone').toEqual(expected(standing(log).undo));
  expect(lengths(redo), 'what can be redone').toEqual(expected(standing(log).redo));
}

/** The history of a record, told from its first step on, leads to how it is. */
async function agreeHistory(log: Log): Promise<void> {
  const key = pick(new Set(log.flatMap(({ records }) => [...records.keys()])), log.length * 7);
  const kind = kinds.find((name) => key !== undefined && name === kindIn(key));
  if (key === undefined || !kind) return;
  let values: Record<string, unknown> | null = null;
  for (const step of (await readHistory(kind, idIn(key))).toReversed()) {
    for (const { entity, id, what, changes } of step.records) {
      if (keyOf(entity, id) !== key) continue;
      expect(what === 'created' || what === 'restored', `${key}: ${what}`).toBe(values === null);
      const next: Record<string, unknown> = { ...values };
      for (const { field, before, after } of changes) {
        expect(before, `${key}: ${field}`).toEqual(next[field] ?? null);
        if (after === null) delete next[field];
        else next[field] = after;
      }
      values = what === 'deleted' ? null : next;
    }
  }
  expect(values, `history of ${key}`).toEqual(standing(log).records.get(key) ?? null);
}

async function agreeTrash(log: Log): Promise<void> {
  const keys: string[] = [];
  for await (const slice of trashInSlices()) {
    for (const { entity, id, parts } of slice) {
      keys.push(keyOf(entity, id), ...parts.map((part) => keyOf(part.entity, part.id)));
    }
  }
  expect(keys.sort(), 'trash').toEqual([...discarded(log).keys()].sort());
}

/** Holds the desk against the model in all that can be read of it. */
export async function agree(model: Model, vault: MemoryVault): Promise<void> {
  await page.flushJournal();
  expect(page.useDesk.getState().state).toEqual({ at: 'ready' });
  expect(page.session().deskId).toBe(model.deskId);
  const log = logOf(model);
  expect(await seen(), 'records').toEqual(asSeen(standing(log).records));
  await agreeLog(vault, log);
  await agreeTables(vault);
  await agreeHistory(log);
  await agreeTrash(log);
  for (const { facts, commits } of vault.snapshots) {
    if (model.snapshots.has(facts.name)) continue;
    expect(commits.length).toBe(facts.last);
    model.snapshots.set(facts.name, log.slice(0, facts.last));
  }
}
