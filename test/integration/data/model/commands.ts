import { expect, vi } from 'vitest';
import {
  type Change,
  type Json,
  OPS_PER_COMMIT,
  type UndoStep,
  undoState,
} from '../../../../shared/commits/index.ts';
import { partsGoingWith } from '../../../../shared/registry.ts';
import type { MemoryVault } from '../../../builders/memory-vault.ts';
import { page } from '../page.ts';
import { agree } from './agree.ts';
import {
  idIn,
  type Kind,
  keyOf,
  kindIn,
  type Log,
  logOf,
  type Model,
  pick,
  recordsOf,
  setLog,
  standing,
  withStepBack,
  withUnit,
} from './desk-model.ts';

/** What fast-check runs: something that is done at the desk, or that happens to it. */
export interface Command {
  readonly check: (model: Model) => boolean;
  readonly run: (model: Model, real: { readonly vault: MemoryVault }) => Promise<void>;
  readonly toString: () => string;
}

const SECOND = 1_000;

/** A command after which the desk must be what the model says. `facts` are shown when it fails. */
export const command = (
  name: string,
  facts: unknown,
  run: (model: Model, vault: MemoryVault) => Promise<void>,
  check: (model: Model) => boolean = () => true,
): Command => ({
  check,
  toString: () => `${name}(${JSON.stringify(facts)})`,
  run: async (model, { vault }) => {
    wait(model, SECOND);
    await run(model, vault);
    await agree(model, vault);
  },
});

function wait(model: Model, ms: number): void {
  model.now += ms;
  vi.setSystemTime(model.now);
}

export const waited = (ms: number) => command('wait', ms, async (model) => wait(model, ms));

/** Writes changes, here and in the model, and sees them in the journal. */
export async function write(
  model: Model,
  vault: MemoryVault,
  changes: readonly Change[],
  key = 'edit',
): Promise<void> {
  const done = await page.commit({ label: { key }, changes });
  expect(done).toMatchObject({ ok: true });
  const before = logOf(model);
  setLog(model, withUnit(before, model.now, changes, OPS_PER_COMMIT));
  await page.flushJournal();
  if (logOf(model).length > before.length)
    expect(vault.tally?.after, 'tally sent').toBe(vault.journal.length);
}

const keysOf = (model: Model, kind?: string): readonly string[] =>
  [...recordsOf(model).keys()].filter((key) => kind === undefined || kindIn(key) === kind);

/** Which enterprise a contact belongs to, or goes over to. */
const enterpriseFor = (model: Model, index: number): string | undefined =>
  keysOf(model, 'enterprise').map(idIn)[index % Math.max(1, keysOf(model, 'enterprise').length)];

export interface Creation {
  readonly kind: Kind;
  readonly id: string;
  readonly name: string;
}

function creationOf(model: Model, { kind, id, name }: Creation): Change | null {
  switch (kind) {
    case 'enterprise':
      return { put: kind, id, value: { name } };
    case 'achievement':
      return { put: kind, id, value: { title: name } };
    case 'contact': {
      const enterpriseId = enterpriseFor(model, name.length);
      return enterpriseId === undefined ? null : { put: kind, id, value: { name, enterpriseId } };
    }
  }
}

export const created = (creation: Creation) =>
  command(
    'create',
    creation,
    async (model, vault) => {
      const change = creationOf(model, creation);
      if (change) await write(model, vault, [change], 'create');
    },
    (model) =>
      creationOf(model, creation) !== null &&
      !recordsOf(model).has(keyOf(creation.kind, creation.id)),
  );

export interface Edit {
  readonly index: number;
  readonly name?: string | undefined;
  readonly note?: string | null | undefined;
  readonly tags?: readonly string[] | null | undefined;
}

/** Of the fields, those that the kind of the record has; a contact may go to another enterprise. */
function editOf(model: Model, { index, name, note, tags }: Edit): Change {
  const key = pick(keysOf(model), index) ?? '';
  const wanted: Readonly<Record<string, Json | undefined>> = {
    [titleField(kindIn(key))]: name,
    ...(kindIn(key) === 'enterprise' ? { note, qualifications: tags } : {}),
    ...(kindIn(key) === 'contact' ? { note, enterpriseId: enterpriseFor(model, index) } : {}),
    ...(kindIn(key) === 'achievement' ? { units: tags } : {}),
  };
  const set: Record<string, Json> = {};
  for (const [field, value] of Object.entries(wanted)) if (value !== undefined) set[field] = value;
  return { patch: kindIn(key), id: idIn(key), set };
}

const titleField = (kind: string): string => (kind === 'achievement' ? 'title' : 'name');

const hasRecords = (model: Model): boolean => recordsOf(model).size > 0;

export const edited = (edit: Edit) =>
  command('edit', edit, (model, vault) => write(model, vault, [editOf(model, edit)]), hasRecords);

export const editedAtOnce = (edits: readonly Edit[]) =>
  command(
    'edit without waiting',
    edits,
    async (model, vault) => {
      const changes = edits.map((edit) => editOf(model, edit));
      await Promise.all(changes.map((change) => write(model, vault, [change])));
    },
    hasRecords,
  );

export const removed = (index: number) =>
  command(
    'delete',
    index,
    async (model, vault) => {
      const key = pick(keysOf(model), index) ?? '';
      await write(model, vault, [{ delete: kindIn(key), id: idIn(key) }], 'delete');
    },
    hasRecords,
  );

export const removedWithParts = (index: number) =>
  command(
    'delete with parts',
    index,
    async (model, vault) => {
      const id = idIn(pick(keysOf(model, 'enterprise'), index) ?? '');
      const parts = await page.deletionsOfParts(partsGoingWith('enterprise'), [id]);
      const expected = [...recordsOf(model)].filter(([, values]) => values.enterpriseId === id);
      expect(parts.map((part) => part.id).sort()).toEqual(
        expected.map(([key]) => idIn(key)).sort(),
      );
      await write(model, vault, [...parts, { delete: 'enterprise', id }], 'delete');
    },
    (model) => keysOf(model, 'enterprise').length > 0,
  );

/** Where the page is ended: after so many commits of the work, or (0) soon after it began. */
type Kill = number;

/** Ends the page while it works, and starts it again. The model gets what was written by then. */
async function killed(
  model: Model,
  after: Kill,
  work: () => Promise<unknown>,
  whole: Log,
): Promise<void> {
  const before = logOf(model).length;
  let left = after;
  const stop = page.onCommits(() => {
    left -= 1;
    if (left === 0) page.closeSession();
  });
  const timer = after === 0 ? setTimeout(page.closeSession, 4) : undefined;
  // The page that was ended has nobody to tell how it went.
  await work().catch(() => undefined);
  clearTimeout(timer);
  stop();
  if (page.isOpen()) page.closeSession();
  // A page that is gone sends nothing more.
  await page.flushJournal();
  await page.openDesk();
  const count = await page.session().database.commits.count();
  expect(count).toBeGreaterThanOrEqual(Math.min(before + after, whole.length));
  setLog(model, whole.slice(0, count));
}

export interface Bulk {
  readonly what: 'create' | 'edit' | 'delete';
  readonly size: number;
  readonly title: string;
  /** What comes in between: the last change is refused, the user cancels, the page is ended. */
  readonly trouble: 'none' | 'refused' | 'cancelled' | Kill;
}

function bulkChanges(model: Model, { what, size, title }: Bulk): readonly Change[] {
  const there = new Set(keysOf(model, 'achievement').map(idIn));
  if (what === 'create') {
    return Array.from({ length: size }, (_, index) => `m${String(index).padStart(5, '0')}`)
      .filter((id) => !there.has(id))
      .map((id, index) => ({
        put: 'achievement',
        id,
        value: { title: `${title} ${index}`, price: { kind: 'amount', fen: index } },
      }));
  }
  return [...there]
    .slice(0, size)
    .map((id) =>
      what === 'delete'
        ? { delete: 'achievement', id }
        : { patch: 'achievement', id, set: { title, price: { kind: 'open' } } },
    );
}

/** Work that ends in a failure leaves nothing but its traces in the log. */
async function failed(model: Model, changes: readonly Change[], isCancelled: boolean) {
  const before = logOf(model);
  const abort = new AbortController();
  const done = await page.commit({
    label: { key: 'import' },
    changes: isCancelled ? changes : [...changes, { delete: 'achievement', id: 'nowhere' }],
    onProgress: () => isCancelled && abort.abort(),
    signal: abort.signal,
  });
  // A cancel that comes after the last chunk comes too late.
  const chunks = Math.ceil((changes.length + (isCancelled ? 0 : 1)) / OPS_PER_COMMIT);
  const isTooLate = isCancelled && chunks <= 1;
  expect(done.ok).toBe(isTooLate);
  const whole = withUnit(before, model.now, changes, OPS_PER_COMMIT);
  if (isTooLate) return setLog(model, whole);
  const written = isCancelled ? 1 : chunks - 1;
  const partly = whole.slice(0, before.length + written);
  if (written === 0) return setLog(model, before);
  const back = withStepBack(partly, model.now, 'undo').slice(partly.length);
  // What failed is not offered again.
  setLog(model, [...partly, ...back.map((moment) => ({ ...moment, redo: [] }))]);
}

export const bulk = (facts: Bulk) =>
  command(
    'bulk',
    facts,
    async (model, vault) => {
      const changes = bulkChanges(model, facts);
      const { trouble } = facts;
      if (trouble === 'none') return write(model, vault, changes, 'import');
      if (trouble === 'refused' || trouble === 'cancelled')
        return failed(model, changes, trouble === 'cancelled');
      const whole = withUnit(logOf(model), model.now, changes, OPS_PER_COMMIT);
      const work = () => page.commit({ label: { key: 'import' }, changes });
      return killed(model, trouble, work, whole);
    },
    (model) => bulkChanges(model, facts).length > 0,
  );

type Direction = 'undo' | 'redo';
const canStep = (model: Model, what: Direction): boolean => standing(logOf(model))[what].length > 0;

async function stepBack(model: Model, what: Direction, kill: Kill | null): Promise<void> {
  const next: UndoStep | undefined = undoState(await page.recentHeads(500))[what][0];
  if (!next) throw new Error(`nothing to ${what}`);
  const whole = withStepBack(logOf(model), model.now, what);
  const work = () => page.stepBack(next, what);
  if (kill !== null) return killed(model, kill, work, whole);
  expect(await work()).toMatchObject({ ok: true });
  setLog(model, whole);
}

/** Back and forth; a step that there is none of is left out. */
export const stepped = (steps: readonly Direction[]) =>
  command(
    'undo and redo',
    steps,
    async (model, vault) => {
      for (const what of steps) {
        if (canStep(model, what)) await stepBack(model, what, null);
        await agree(model, vault);
      }
    },
    (model) => canStep(model, 'undo') || canStep(model, 'redo'),
  );

export const stepKilled = (what: Direction, kill: Kill) =>
  command(
    `${what}, ended`,
    kill,
    (model) => stepBack(model, what, kill),
    (model) => canStep(model, what),
  );
