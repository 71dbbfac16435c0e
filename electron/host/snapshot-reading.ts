import type { Commit } from '../../shared/commits/commit.ts';
import { err, ok } from '../../shared/core/result.ts';
import { commitsOf, type NumberedCommit } from './archive-commits.ts';
import { ANSWER_BYTES } from './journal-reader.ts';
import type { Rescue } from './mending.ts';
import { find, noteUnread, pathOf, type Shelf } from './snapshot-shelf.ts';
import type { Snapshots } from './snapshots.ts';

/** A snapshot that nobody reads on in is closed after this long. */
const IDLE_MS = 30_000;

/** A snapshot on the way of being read. */
interface Reading {
  readonly commits: AsyncGenerator<NumberedCommit>;
  /** The commit that did not fit the last answer. */
  readonly next: NumberedCommit | null;
  readonly idle: NodeJS.Timeout;
}

/** Reads commits of snapshots; reading on from where an answer ended unpacks no byte twice. */
export function readerOver(shelf: Shelf): Snapshots['read'] {
  // By what is asked next. A reading that is under way is not among them.
  const readings = new Map<string, Reading>();

  const resume = (name: string, after: number): Pick<Reading, 'commits' | 'next'> => {
    const key = `${name} ${after}`;
    const reading = readings.get(key);
    readings.delete(key);
    clearTimeout(reading?.idle);
    return reading ?? { commits: commitsOf(shelf.disk, pathOf(shelf, name)), next: null };
  };
  const rest = (name: string, after: number, reading: Pick<Reading, 'commits' | 'next'>): void => {
    const key = `${name} ${after}`;
    const idle = setTimeout(() => {
      readings.delete(key);
      void reading.commits.return(undefined);
    }, IDLE_MS);
    idle.unref();
    readings.set(key, { ...reading, idle });
  };

  return async (name, after) => {
    const snapshot = find(shelf, name);
    if (snapshot === undefined) return err({ type: 'gone' });
    const { commits, next } = resume(name, after);
    const answer: Commit[] = [];
    let last = after;
    let bytes = 0;
    try {
      for (
        let one = next ?? (await following(commits));
        one !== null;
        one = await following(commits)
      ) {
        if (one.n <= after) continue;
        if (bytes > 0 && bytes + one.bytes > ANSWER_BYTES) {
          rest(name, last, { commits, next: one });
          return ok({ commits: answer, last, end: false });
        }
        answer.push(one.commit);
        last = one.n;
        bytes += one.bytes;
      }
      if (last < snapshot.last) throw new Error(`${name} ends at ${last}`);
      return ok({ commits: answer, last, end: true });
    } catch (error) {
      await commits.return(undefined);
      const why = await noteUnread(shelf, name, error);
      return err(why === 'gone' ? { type: 'gone' } : { type: 'damaged', at: last + 1 });
    }
  };
}

async function following(commits: AsyncGenerator<NumberedCommit>): Promise<NumberedCommit | null> {
  const { value, done } = await commits.next();
  return done === true ? null : value;
}

/** Finds commits of a desk in its snapshots, newest first. */
export async function* rescue(
  shelf: Shelf,
  deskId: string,
  numbers: readonly number[],
): ReturnType<Rescue> {
  const wanted = new Set(numbers);
  const newest = Math.max(0, ...wanted);
  for (const snapshot of shelf.known) {
    if (snapshot.deskId !== deskId) continue;
    const found: NumberedCommit[] = [];
    try {
      for await (const one of commitsOf(shelf.disk, pathOf(shelf, snapshot.name))) {
        if (wanted.has(one.n)) found.push(one);
        if (one.n >= newest) break;
      }
    } catch (error) {
      await noteUnread(shelf, snapshot.name, error);
    }
    yield found;
  }
}
