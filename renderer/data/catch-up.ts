import { type Commit, invertOps, type Op, SCHEMA } from '../../shared/commits/index.ts';
import type { VaultState } from '../../shared/contract/index.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { allTables, type DeskDatabase } from './database.ts';
import { host } from './host.ts';
import type { Blocked } from './session.ts';
import { appendToLog, applyTo, commitsById, load, writeTouched } from './write.ts';

/**
 * Applies commits from the journal in one transaction. Commits that were written here but have not
 * reached the journal come after them in its order: they are taken off first and put on again.
 */
async function applyFromJournal(
  database: DeskDatabase,
  commits: readonly Commit[],
  last: number,
): Promise<void> {
  await database.transaction('rw', [...allTables(database), database.meta], async () => {
    const pendingIds = await database.outbox.orderBy('id').primaryKeys();
    const pending = await commitsById(database, pendingIds);
    const known = new Set(
      await database.commits
        .where('id')
        .anyOf(commits.map(({ id }) => id))
        .primaryKeys(),
    );
    const fresh = commits.filter(({ id }) => !known.has(id));
    const taken = fresh.length > 0 ? pending : [];
    const ops: readonly Op[] = [...taken, ...fresh].flatMap((commit) => commit.ops);
    const loaded = await load(database, ops);
    const touched = new Map<string, { readonly entity: string; readonly id: string }>();
    for (const commit of taken.toReversed())
      applyTo(loaded, invertOps(commit.ops), commit, touched);
    for (const commit of [...fresh, ...taken]) applyTo(loaded, commit.ops, commit, touched);
    await writeTouched(database, loaded, touched);
    await appendToLog(database, fresh, false);
    // A commit that the journal has, whose answer never came back, is pending no longer.
    await database.outbox.bulkDelete(commits.map(({ id }) => id));
    await database.meta.put({ key: 'journalLast', value: last });
  });
}

/**
 * Brings the database level with the vault: after a start in another runtime, after the profile
 * was lost, or from nothing. Reads from the commit after the last known one; `onProgress` gets
 * commits done and their total.
 */
export async function catchUp(
  database: DeskDatabase,
  vault: VaultState,
  onProgress: (done: number, total: number) => void,
): Promise<Result<null, Blocked>> {
  if (vault.schema > SCHEMA) return err({ type: 'tooNew' });
  const known = Number((await database.meta.get('journalLast'))?.value ?? 0);
  // A journal shorter than what is known here lost its end: what is missing there is sent again.
  let after = known > vault.last ? 0 : known;
  const inJournal = new Set<string>();
  while (after < vault.last) {
    const answer = await host.readCommits({ after });
    if (!answer.ok) {
      return err(
        answer.error.type === 'damaged'
          ? { type: 'journalDamaged', commit: answer.error.at }
          : { type: 'hostGone' },
      );
    }
    const { commits, last } = answer.value;
    await applyFromJournal(database, commits, last);
    for (const { id } of commits) inJournal.add(id);
    after = last;
    onProgress(after, vault.last);
    if (answer.value.end) break;
  }
  if (known > vault.last) await sendAgain(database, inJournal, vault.last);
  return ok(null);
}

/** Marks all commits that the journal does not have as pending. */
export async function sendAgain(
  database: DeskDatabase,
  inJournal: ReadonlySet<string>,
  last: number,
): Promise<void> {
  const ids = await database.commits.toCollection().primaryKeys();
  const missing = ids.filter((id) => !inJournal.has(id)).map((id) => ({ id }));
  await database.transaction('rw', [database.outbox, database.meta], async () => {
    await database.outbox.bulkPut(missing);
    await database.meta.put({ key: 'journalLast', value: last });
  });
}
