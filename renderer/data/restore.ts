import { Dexie } from 'dexie';
import { SCHEMA, tallyDifference } from '../../shared/commits/index.ts';
import type { CallFailure, CommonFailure, RestoreSource } from '../../shared/contract/index.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { BuildFailure } from './build.ts';
import { databaseName, databasesOf } from './database.ts';
import type { KindDifference } from './differences.ts';
import { host } from './host.ts';
import { type JobOptions, runJob } from './job.ts';
import { runScratch } from './scratch.ts';
import { closeSession, isOpen, session } from './session.ts';
import { isAllSaved, isSpaceLow, noteVault } from './vault.ts';

/** A desk that was made from a snapshot, a backup or a point in time, and is not in use yet. */
export interface Prepared {
  readonly deskId: string;
  /** How many commits it has. */
  readonly last: number;
  /** When what it holds was written last. */
  readonly at: number;
  /** What it has otherwise than the open desk; null when no desk is open. */
  readonly differences: readonly KindDifference[] | null;
}

export type RestoreFailure =
  | CallFailure<'prepareRestore'>
  | CommonFailure
  | BuildFailure
  /** It was built, but these kinds of records are not what the source says. */
  | { readonly type: 'differs'; readonly kinds: readonly string[] };

/** How far a restore is: the computer reads the source, then the desk is built, then compared. */
export interface RestoreProgress {
  readonly step: 'reading' | 'building' | 'comparing';
  readonly done: number;
  readonly total: number;
}

interface RestoreOptions {
  readonly onProgress?: (progress: RestoreProgress) => void;
  readonly signal?: AbortSignal;
}

/**
 * Makes a whole, checked desk from a source, beside the open one, which is not touched. Ends with
 * `switchTo` or `dropPrepared`; after a failure nothing is left.
 */
export async function prepareRestore(
  source: RestoreSource,
  { onProgress, signal }: RestoreOptions = {},
): Promise<Result<Prepared, RestoreFailure>> {
  const options = (step: RestoreProgress['step']): JobOptions => ({
    onProgress: (done, total) => onProgress?.({ step, done, total }),
    ...(signal ? { signal } : {}),
  });
  // Building a database on a disk that is low is what loses databases, the open one too.
  if (isSpaceLow()) return err({ type: 'diskFull' });
  const answer = await runJob((job) => host.prepareRestore({ job, source }), options('reading'));
  if (!answer.ok) return answer;
  const { deskId, last, at, schema, tally } = answer.value;
  const failed = async <F extends RestoreFailure>(failure: F) => {
    await dropPrepared(deskId);
    return err(failure);
  };
  if (schema > SCHEMA) return failed({ type: 'tooNew' });
  const name = databaseName(deskId, 0);
  const built = await runScratch(
    { what: 'build', order: { name, from: { deskId }, last, carry: null, prepared: true } },
    options('building'),
  );
  if (!built.ok) return failed(built.error);
  // An older form is brought up to date on its way in, and is no longer what was counted then.
  const kinds = tally && schema === SCHEMA ? tallyDifference(built.value.tally, tally) : [];
  if (kinds.length > 0) return failed({ type: 'differs', kinds });
  if (!isOpen()) return ok({ deskId, last, at, differences: null });
  const compared = await runScratch(
    { what: 'differences', before: session().database.name, after: name },
    options('comparing'),
  );
  if (!compared.ok) return failed(compared.error);
  return ok({ deskId, last, at, differences: compared.value });
}

/** Drops a prepared desk that is not wanted after all. */
export async function dropPrepared(deskId: string): Promise<void> {
  await host.dropDesk({ deskId });
  for (const { name } of await databasesOf(deskId)) await Dexie.delete(name);
}

const startAgain = (): Promise<void> => {
  location.reload();
  // The page is gone before this would be.
  return new Promise(() => undefined);
};

export type SwitchFailure =
  | CallFailure<'switchDesk'>
  | CommonFailure
  | { readonly type: 'notSaved' };

/**
 * Makes a prepared or kept desk the one in use. The one left is kept for seven days. The page
 * starts again, so that nothing of the old desk stays on the screen.
 */
export async function switchTo(
  deskId: string,
  startPage: () => Promise<void> = startAgain,
): Promise<Result<null, SwitchFailure>> {
  if (!(await isAllSaved())) return err({ type: 'notSaved' });
  const answer = await host.switchDesk({ deskId });
  if (!answer.ok) return answer;
  noteVault(answer.value);
  if (isOpen()) await session().database.meta.put({ key: 'left', value: 1 });
  closeSession();
  await startPage();
  return ok(null);
}
