import {
  applyOp,
  type Commit,
  migrateCommit,
  type StoredRecord,
  type Tally,
  tallyAfter,
} from '../../shared/commits/index.ts';

/** What a desk holds after these commits, reckoned from nothing but them. */
export function tallyOfCommits(commits: readonly Commit[]): Tally {
  const records = new Map<string, StoredRecord>();
  let tally: Tally = {};
  for (const commit of commits.map((one) => migrateCommit(one))) {
    for (const op of commit.ops) {
      const key = `${op.entity} ${op.id}`;
      const before = records.get(key);
      const after = applyOp(before, op, commit);
      if (after === undefined) records.delete(key);
      else records.set(key, after);
      tally = tallyAfter(tally, [{ entity: op.entity, before, after }]);
    }
  }
  return tally;
}
