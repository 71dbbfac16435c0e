import {
  type Change,
  type ChangeFailure,
  type Commit,
  changeToOp,
  entityOfChange,
  fitLabel,
  invertOps,
  type Label,
  OPS_PER_COMMIT,
  type Op,
  SCHEMA,
  type UndoStep,
} from '../../shared/commits/index.ts';
import { nextReading, readingToId } from '../../shared/core/clock.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { checkValues } from '../../shared/entities/check.ts';
import { writtenTables } from './database.ts';
import { entityNamedNow } from './descriptions.ts';
import { toJournal } from './journal.ts';
import { announce, type ReadOnly, session, useDesk } from './session.ts';
import { useSettings } from './settings.ts';
import { takeSnapshot } from './vault.ts';
import {
  appendToLog,
  applyTo,
  commitsById,
  inTurn,
  load,
  recordIn,
  type Touched,
  writeTouched,
} from './write.ts';

export interface CommitRequest {
  readonly label: Label;
  readonly changes: readonly Change[];
  /** Not offered for undo. */
  readonly fixed?: true;
  /** Called after each chunk with the number of changes written so far. */
  readonly onProgress?: (done: number) => void;
  /** Bulk work stops at the next chunk and takes back what it has written. */
  readonly signal?: AbortSignal;
}

export type CommitFailure =
  | ChangeFailure
  | { readonly type: 'cancelled' }
  | { readonly type: 'readOnly'; readonly why: ReadOnly }
  /** The browser's storage refused: full disk, broken profile. */
  | { readonly type: 'storage'; readonly message: string };

/** What a commit came to: the unit to undo, or null when nothing had to change. */
export interface Committed {
  readonly unit: string | null;
}

/** What the failure of a transaction carries out of it; Dexie aborts on any throw. */
class Refused extends Error {
  readonly failure: CommitFailure;
  constructor(failure: CommitFailure) {
    super(failure.type);
    this.failure = failure;
  }
}

interface Origin {
  readonly unit?: string;
  readonly undoes?: string;
  readonly redoes?: string;
  readonly fixed?: true;
}

/**
 * One transaction: makes the ops on the records as they are, writes records, log and outbox.
 * `unit` undefined starts a unit of its own. Nothing foreign is awaited inside.
 */
async function writeOne(
  label: Label,
  entities: Iterable<string>,
  refs: readonly { readonly entity: string; readonly id: string }[],
  makeOps: (lookup: (entity: string, id: string) => ReturnType<typeof recordIn>) => readonly Op[],
  origin: Origin,
): Promise<Commit | null> {
  const desk = session();
  const { database } = desk;
  const now = Date.now();
  const clock = nextReading(desk.clock, now);
  const id = readingToId(clock, desk.device);
  const actor = useSettings.getState().settings.brokerName;
  const done = await database.transaction('rw', writtenTables(database, entities), async () => {
    const loaded = await load(database, refs);
    const ops = makeOps((entity, recordId) => recordIn(loaded, entity, recordId));
    if (ops.length === 0) return null;
    const written: Commit = {
      id,
      actor,
      device: desk.device,
      at: now,
      label: fitLabel(label),
      unit: id,
      ...origin,
      schema: SCHEMA,
      ops,
    };
    const touched: Touched = new Map();
    applyTo(loaded, ops, written, touched);
    const [tally] = await Promise.all([
      writeTouched(database, loaded, touched, desk.tally),
      appendToLog(database, [written], true),
    ]);
    return { commit: written, tally };
  });
  if (!done) return null;
  desk.clock = clock;
  desk.tally = done.tally;
  // On its way to the disk while the page hears of it.
  toJournal(done);
  announce([done.commit]);
  return done.commit;
}

function failureOf(error: unknown): CommitFailure {
  if (error instanceof Refused) return error.failure;
  return { type: 'storage', message: error instanceof Error ? error.message : String(error) };
}

function changesToOps(
  changes: readonly Change[],
  lookup: (entity: string, id: string) => ReturnType<typeof recordIn>,
): readonly Op[] {
  const ops: Op[] = [];
  for (const change of changes) {
    const op = changeToOp(change, lookup(entityOfChange(change), change.id));
    if (!op.ok) throw new Refused(op.error);
    if (op.value) ops.push(op.value);
  }
  return ops;
}

/** Why nothing may be written now; null when it may. */
export function refusal(): Extract<CommitFailure, { type: 'readOnly' }> | null {
  const why = useDesk.getState().readOnly;
  return why && { type: 'readOnly', why };
}

/** A change of more records than this is one that may want to be taken back as a whole. */
export const MASS = 100;

/** Takes a snapshot before an import or a mass change. Where none can be had, the work goes on. */
async function snapshotBefore(
  why: 'import' | 'massChange',
  changes: number,
  signal?: AbortSignal,
): Promise<void> {
  const held = Object.values(session().tally).reduce((sum, { count }) => sum + count, 0);
  const worth = why === 'import' ? changes > 0 && held > 0 : changes > MASS && held > MASS;
  if (worth) await takeSnapshot(why, signal ? { signal } : {});
}

/** A change that does not fit the description of its record is a bug of the screen that made it. */
function assertFits(change: Change): void {
  const entity = entityNamedNow(entityOfChange(change));
  const values = 'put' in change ? change.value : 'patch' in change ? change.set : {};
  const checked = entity && checkValues(entity, values);
  // bug: forms, imports and commands read their values by the same description.
  if (!checked?.ok)
    throw new Error(`change does not fit: ${JSON.stringify(checked?.error ?? change)}`);
}

/** Checks all changes before any is written. */
async function assertAllFit(changes: readonly Change[]): Promise<void> {
  for (const [index, change] of changes.entries()) {
    // Many are checked in several tasks, so that the screen can answer in between.
    if (index > 0 && index % OPS_PER_COMMIT === 0)
      await new Promise((resolve) => setTimeout(resolve));
    assertFits(change);
  }
}

/**
 * The one way to write. Applies the changes and logs them, in chunks of up to 1,000 that are
 * undone together, and hands them to the journal. Either all changes are written or, on a
 * failure or a cancel, none stay; but what a storage that fails has taken, it may not give back.
 */
export async function commit(request: CommitRequest): Promise<Result<Committed, CommitFailure>> {
  const { label, changes, fixed, onProgress, signal } = request;
  return inTurn(async () => {
    const refused = refusal();
    if (refused) return err(refused);
    await assertAllFit(changes);
    await snapshotBefore(label.key === 'import' ? 'import' : 'massChange', changes.length, signal);
    let unit: string | undefined;
    const written: Commit[] = [];
    for (let from = 0; from < changes.length; from += OPS_PER_COMMIT) {
      const chunk = changes.slice(from, from + OPS_PER_COMMIT);
      const refs = chunk.map((change) => ({ entity: entityOfChange(change), id: change.id }));
      try {
        signal?.throwIfAborted();
        const full = refusal();
        if (full) throw new Refused(full);
        const one = await writeOne(
          label,
          refs.map((ref) => ref.entity),
          refs,
          (lookup) => changesToOps(chunk, lookup),
          { ...(unit === undefined ? {} : { unit }), ...(fixed ? { fixed } : {}) },
        );
        if (one) written.push(one);
        unit ??= one?.unit;
        onProgress?.(from + chunk.length);
      } catch (error) {
        const failure: CommitFailure = signal?.aborted ? { type: 'cancelled' } : failureOf(error);
        if (unit === undefined) return err(failure);
        try {
          await takeBack(written, label, { undoes: unit, fixed: true });
          return err(failure);
        } catch (worse) {
          // What was written stays, and can be undone when the storage is well again.
          return err(failureOf(worse));
        }
      }
    }
    return ok({ unit: unit ?? null });
  });
}

/** Writes the inverse of commits, last first, as one unit. */
async function takeBack(
  commits: readonly Commit[],
  label: Label,
  origin: Pick<Origin, 'undoes' | 'redoes' | 'fixed'>,
): Promise<string | null> {
  let unit: string | undefined;
  for (const { ops } of commits.toReversed()) {
    const inverse = invertOps(ops);
    const one = await writeOne(
      label,
      inverse.map((op) => op.entity),
      inverse,
      () => inverse,
      unit === undefined ? origin : { ...origin, unit },
    );
    unit ??= one?.unit;
  }
  return unit ?? null;
}

/** Takes a step back; `what` tells whether it was done or undone before. */
export async function stepBack(
  step: UndoStep,
  what: 'undo' | 'redo',
): Promise<Result<Committed, CommitFailure>> {
  return inTurn(async () => {
    const refused = refusal();
    if (refused) return err(refused);
    try {
      const commits = await commitsById(session().database, step.commits);
      const ops = commits.reduce((sum, commit) => sum + commit.ops.length, 0);
      await snapshotBefore('massChange', ops);
      const origin = what === 'undo' ? { undoes: step.unit } : { redoes: step.unit };
      return ok({ unit: await takeBack(commits, step.label, origin) });
    } catch (error) {
      return err(failureOf(error));
    }
  });
}
