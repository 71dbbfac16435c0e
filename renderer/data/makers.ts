import { useLiveQuery } from 'dexie-react-hooks';
import { session } from './session.ts';
import { commitsById } from './write.ts';

/**
 * Who made some records, by id, as the log says. A record that came with many others is not in it:
 * their commits are not found by their records.
 */
export async function makersOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { database } = session();
  // The commits of one record lie in the order of their ids: the first one made it.
  const found = await Promise.all(
    ids.map(async (id) => {
      const head = await database.commits.where('touches').equals(id).first();
      const [commit] = head ? await commitsById(database, [head.id]) : [];
      // It may have come with many others, and have been changed here only.
      const made = commit?.ops.some((op) => op.op === 'put' && op.id === id) ? commit : null;
      return made ? [[id, made.actor] as const] : [];
    }),
  );
  return new Map(found.flat());
}

/** `makersOf`, kept level with the desk; undefined while loading. */
export const useMakers = (ids: readonly string[]): ReadonlyMap<string, string> | undefined =>
  useLiveQuery(() => makersOf(ids), [ids.join()]);
