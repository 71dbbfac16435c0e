import type { Commit } from '../../shared/commits/index.ts';
import { host } from './host.ts';
import { isOpen, type SaveState, session, useDesk } from './session.ts';
import { commitsById } from './write.ts';

/** At most this many ops go to the vault in one call, so that one call stays a few MB. */
const OPS_PER_CALL = 2_000;
const RETRY_AFTER_MS = 3_000;

let flushing: Promise<void> | null = null;
let again = false;

/** The next commits for the journal, oldest first, as many as fit one call. */
async function nextBatch(): Promise<readonly Commit[]> {
  const { database } = session();
  const ids = await database.outbox.orderBy('id').limit(100).primaryKeys();
  const batch: Commit[] = [];
  let ops = 0;
  for (const commit of await commitsById(database, ids)) {
    if (batch.length > 0 && ops + commit.ops.length > OPS_PER_CALL) break;
    batch.push(commit);
    ops += commit.ops.length;
  }
  return batch;
}

type Trouble = Extract<SaveState, { readonly type: 'failed' }>['reason'];

/** Null when the batch is in the journal. */
async function keep(batch: readonly Commit[]): Promise<Trouble | null> {
  const { database, deskId } = session();
  const known = await database.meta.get('journalLast');
  const answer = await host.appendCommits({
    deskId,
    after: Number(known?.value ?? 0),
    commits: [...batch],
  });
  if (answer.ok) {
    await database.transaction('rw', [database.outbox, database.meta], async () => {
      await database.outbox.bulkDelete(batch.map(({ id }) => id));
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
      for (let batch = await nextBatch(); batch.length > 0; batch = await nextBatch()) {
        useDesk.setState({ save: { type: 'saving' } });
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
    return flushing;
  }
  flushing = flushAndTell().finally(() => {
    flushing = null;
  });
  return flushing;
}
