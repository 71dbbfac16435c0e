import { Dexie } from 'dexie';
import type { Commit } from '../../../shared/commits/index.ts';
import { type MemoryVault, memoryVault } from '../../builders/memory-vault.ts';

let current: MemoryVault = memoryVault();
globalThis.desk = {
  send: (name, input) => current.bridge.send(name, input),
  onMenuCommand: () => () => undefined,
};
const [host, open, commit, read, session, journal, vault, restore, database, tables, build, level] =
  await Promise.all([
    import('../../../renderer/data/host.ts'),
    import('../../../renderer/data/open.ts'),
    import('../../../renderer/data/commit.ts'),
    import('../../../renderer/data/read.ts'),
    import('../../../renderer/data/session.ts'),
    import('../../../renderer/data/journal.ts'),
    import('../../../renderer/data/vault.ts'),
    import('../../../renderer/data/restore.ts'),
    import('../../../renderer/data/database.ts'),
    import('../../../renderer/data/tables.ts'),
    import('../../../renderer/data/build.ts'),
    import('../../../renderer/data/level.ts'),
  ]);

/** What the page is made of, over a vault in memory and a real IndexedDB. */
export const page = {
  ...host,
  ...open,
  ...commit,
  ...read,
  ...session,
  ...journal,
  ...vault,
  ...restore,
  ...database,
  ...tables,
  ...build,
  ...level,
};

/** An empty profile and an empty vault, and a desk begun on them. */
export async function freshDesk(): Promise<MemoryVault> {
  page.closeSession();
  await wipe();
  current = memoryVault();
  page.useVault.setState({ snapshots: [], notProven: [], trouble: null });
  await page.openDesk();
  await page.newDesk();
  return current;
}

/** Leaves the page and loads it again over the same vault and database. */
export async function restart(): Promise<void> {
  page.closeSession();
  await page.openDesk();
}

export async function wipe(): Promise<void> {
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
}

export const achievements = () => page.session().database.table('achievement').toArray();

export const put = (id: string, title = id) =>
  page.commit({
    label: { key: 'create' },
    changes: [{ put: 'achievement', id, value: { title } }],
  });

export const retitle = (id: string, title: string) =>
  page.commit({
    label: { key: 'edit' },
    changes: [{ patch: 'achievement', id, set: { title } }],
  });

/** A commit after another, as a second runtime would have written it. */
export const afterThat = (commit: Commit, ops: Commit['ops']): Commit => ({
  ...commit,
  id: `${commit.id}z`,
  unit: `${commit.id}z`,
  ops,
});
