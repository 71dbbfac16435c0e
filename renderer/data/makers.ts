import { useLiveQuery } from 'dexie-react-hooks';
import { session } from './session.ts';

/**
 * Who made some records, by id, as the log says. A record that came with many others is not in it:
 * their commits are not found by their records.
 */
export const useMakers = (ids: readonly string[]): ReadonlyMap<string, string> | undefined =>
  useLiveQuery(async () => {
    const { commits } = session().database;
    // The commits of one record lie in the order of their ids: the first one made it.
    const first = await Promise.all(ids.map((id) => commits.where('touches').equals(id).first()));
    return new Map(ids.flatMap((id, index) => (first[index] ? [[id, first[index].actor]] : [])));
  }, [ids.join()]);
