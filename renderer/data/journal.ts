import type { Commit, Tally } from '../../shared/commits/index.ts';
import { readMeta } from './database.ts';
import { host } from './host.ts';
import { isOpen, type SaveState, session, useDesk } from './session.ts';
import { commitsById } from './write.ts';

/** At most this many ops go to the vault in one call, so that one call stays a few MB. */
const OPS_PER_CALL = 2_000;
const COMMITS_PER_CALL = 100;
const RETRY_AFTER_MS = 3_000;

let flushing: Promise<void> | null = null;
let again = false;

/** Commits for the journal, and what the desk holds after them when they are all there are. */
interface Batch {
  readonly commits: readonly Commit[];
  readonly tally: Tally | null;
  /** Number of the last commit that the journal is known to have. */
  readonly after: number;
}

/** The next commits for the journal, oldest first, as many as fit one call. */
async function nextBatch(): Promise<Batch> {
  const { database } = session();
  const { outbox, commits, ops, meta } = database;
  // One look at all of them: the tally must be of these commits, not of one that comes meanwhile.
  return database.transaction('r', [outbox, commits, ops, meta], async () => {
    const ids = await outbox
      .orderBy('id')
      .limit(COMMITS_PER_CALL + 1)
      .primaryKeys();
    const batch: Commit[] = [];
    let size = 0;
    for (const commit of await commitsById(database, ids.slice(0, COMMITS_PER_CALL))) {
      if (batch.length > 0 && size + commit.ops.length > OPS_PER_CALL) break;
      batch.push(commit);
      size += commit.ops.length;
    }
    const all = batch.length === ids.length;
    return {
      commits: batch,
      tally: all ? ((await readMeta(database, 'tally')) ?? null) : null,
      after: (await readMeta(database, 'journalLast')) ?? 0,
    };
  });
}

type Trouble = Extract<SaveState, { readonly type: 'failed' }>['reason'];

/** Null when the batch is in the journal. */
async function keep({ commits, tally, after }: Batch): Promise<Trouble | null> {
  const { database, deskId } = session();
  const answer = await host.appendCommits({
    deskId,
    after,
    commits: [...commits],
    tally: tally && { ...tally },
  });
  if (answer.ok) {
    // It is safe from here on: what the outbox still names would only be recognised when sent again.
    if (tally && !again) useDesk.setState({ save: { type: 'saved', at: Date.now() } });
    await database.transaction('rw', [database.outbox, database.meta], async () => {
      await database.outbox.bulkDelete(commits.map(({ id }) => id));
      await database.meta.put({ key: 'journalLast', value: answer.value.last });
    });
    return null;
  }
  const { type } = answer.error;
  return type === 'diskFull' || type === 'cannotWrite' ? type : 'hostGone';
}

async function flush(): Promise<Trouble | null> {
  try {
    do {
      again = false;
      for (let batch = await nextBatch(); batch.commits.length > 0; batch = await nextBatch()) {
        const trouble = await keep(batch);
        if (trouble) return trouble;
      }
    } while (again);
    return null;
  } catch {
    return 'storage';
  }
}

async function flushAndTell(): Promise<void> {
  // At once: a change that is on the screen is never beside the word that all is saved.
  useDesk.setState({ save: { type: 'saving' } });
  const trouble = await flush();
  if (trouble === null) {
    useDesk.setState({ save: { type: 'saved', at: Date.now() } });
    return;
  }
  useDesk.setState({ save: { type: 'failed', reason: trouble } });
  setTimeout(() => void (isOpen() && flushJournal()), RETRY_AFTER_MS);
}

/**
 * Brings all written commits to the journal. "Saved" is shown when they are there, on the disk;
 * what cannot be kept stays in the outbox, is shown as not saved, and is tried again.
 */
export function flushJournal(): Promise<void> {
  if (flushing) {
    again = true;
    useDesk.setState({ save: { type: 'saving' } });
    return flushing;
  }
  flushing = flushAndTell().finally(() => {
    flushing = null;
  });
  return flushing;
}
