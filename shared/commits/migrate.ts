import type { Commit } from './commit.ts';

/** One change of the form of commits: what was written before it, as it would be written since. */
export interface MigrationStep {
  /** The number of the form it leads to; steps are numbered 1, 2, 3 … without gaps. */
  readonly to: number;
  /** Pure, and right for any commit of the form before: its ops with all they carry. */
  readonly migrate: (commit: Commit) => Commit;
}

/** The steps of all released forms, oldest first. A released step is never changed. */
export const MIGRATIONS: readonly MigrationStep[] = [
  // Attachments, notes, tasks and views came with 0.2.0. What was written before stays as it is; the
  // number keeps a version that does not know them from opening a desk that has some.
  { to: 2, migrate: (commit) => commit },
];

/**
 * A commit in today's form, whatever form it was written in. Applied wherever commits come in: from
 * the journal, a snapshot, a backup. What is kept there stays as it was written, which is the way
 * back.
 */
export function migrateCommit(
  commit: Commit,
  steps: readonly MigrationStep[] = MIGRATIONS,
): Commit {
  let current = commit;
  for (const { to, migrate } of steps) {
    if (to > current.schema) current = { ...migrate(current), schema: to };
  }
  return current;
}
