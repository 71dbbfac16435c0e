import { z } from 'zod';
import { create } from 'zustand';
import { entityNamed } from '../../../shared/registry.ts';
import { session } from '../../data/session.ts';
import type { RecordHere } from '../paths.ts';

/** So many are kept, as some of them may be deleted; fewer are shown. */
const MOST = 30;

const keptSchema = z.array(z.strictObject({ entity: z.string(), id: z.string() })).max(MOST);
type Visited = z.output<typeof keptSchema>[number];

/** The records of one desk whose pages were opened, the last one first: of this profile alone. */
const useVisited = create<{ readonly visited: readonly Visited[] }>(() => ({ visited: [] }));

const keyOf = (deskId: string): string => `visited ${deskId}`;

function read(deskId: string): readonly Visited[] {
  try {
    const kept = keptSchema.safeParse(JSON.parse(localStorage.getItem(keyOf(deskId)) ?? '[]'));
    return kept.success ? kept.data.filter(({ entity }) => entityNamed(entity)) : [];
  } catch {
    // It is a convenience: a storage that cannot be read has nothing to remember.
    return [];
  }
}

/** Notes that the page of a record was opened. */
export function noteVisit({ entity, id }: RecordHere): void {
  const { deskId } = session();
  const others = useVisited.getState().visited.filter((one) => one.id !== id);
  const visited = [{ entity, id }, ...others].slice(0, MOST);
  useVisited.setState({ visited });
  try {
    localStorage.setItem(keyOf(deskId), JSON.stringify(visited));
  } catch {
    // A full storage: it is remembered until the window closes.
  }
}

/** Reads what was visited before this start. */
export const recallVisits = (): void => useVisited.setState({ visited: read(session().deskId) });

export const useRecent = (): readonly Visited[] => useVisited(({ visited }) => visited);
