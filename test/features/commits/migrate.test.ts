import { expect, it } from 'vitest';
import {
  type Commit,
  MIGRATIONS,
  type MigrationStep,
  migrateCommit,
  SCHEMA,
} from '../../../shared/commits/index.ts';

const commit: Commit = {
  id: '1790000000000-0000-a',
  actor: '周杰',
  device: 'a',
  at: 1_790_000_000_000,
  label: { key: 'create' },
  unit: '1790000000000-0000-a',
  schema: 1,
  ops: [{ op: 'put', entity: 'achievement', id: 'a1', value: { title: '一' } }],
};

const naming = (to: number): MigrationStep => ({
  to,
  migrate: (old) => ({ ...old, actor: `${old.actor}${to}` }),
});

it('takes a commit through the steps that it has not been through, in order', () => {
  const steps = [naming(1), naming(2), naming(3)];
  expect(migrateCommit(commit, steps)).toMatchObject({ actor: '周杰23', schema: 3 });
  expect(migrateCommit({ ...commit, schema: 3 }, steps)).toMatchObject({ actor: '周杰' });
});

it('leaves the commit as it was written alone', () => {
  const before = structuredClone(commit);
  migrateCommit(commit, [naming(2)]);
  expect(commit).toEqual(before);
});

it('has its steps numbered without gaps up to the form of today', () => {
  expect(MIGRATIONS.map(({ to }) => to)).toEqual(
    Array.from({ length: MIGRATIONS.length }, (_, index) => SCHEMA - MIGRATIONS.length + index + 1),
  );
});
