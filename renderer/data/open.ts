import { idToReading } from '../../shared/core/clock.ts';
import { catchUp, sendAgain } from './catch-up.ts';
import { type DeskDatabase, deskIdsHere, openDatabase } from './database.ts';
import { host } from './host.ts';
import { flushJournal } from './journal.ts';
import { type Blocked, setSession, useDesk } from './session.ts';
import { readSettings } from './settings.ts';

const block = (why: Blocked): void => useDesk.setState({ state: { at: 'blocked', why } });

let writing = false;

/** Holds the right to write for as long as the page lives; false when another page has it. */
function becomeTheWriter(): Promise<boolean> {
  if (writing) return Promise.resolve(true);
  return new Promise((resolve) => {
    void navigator.locks.request('desk', { ifAvailable: true }, (lock) => {
      writing = lock !== null;
      resolve(writing);
      return lock ? new Promise<never>(() => undefined) : undefined;
    });
  });
}

async function deviceOf(database: DeskDatabase): Promise<string> {
  const known = await database.meta.get('device');
  if (known) return String(known.value);
  const device = crypto.randomUUID().slice(0, 8);
  await database.meta.put({ key: 'device', value: device });
  return device;
}

async function start(database: DeskDatabase, deskId: string): Promise<void> {
  const newest = await database.commits.orderBy('id').last();
  const clock = (newest && idToReading(newest.id)) ?? { at: 0, counter: 0 };
  setSession({ database, deskId, device: await deviceOf(database), clock });
  await flushJournal();
  useDesk.setState({ state: { at: 'ready' } });
}

/** The desk whose vault is gone but whose database is here, if there is just one. */
async function orphanedDesk(): Promise<string | null> {
  const ids = await deskIdsHere();
  const [id] = ids;
  return ids.length === 1 && id !== undefined ? id : null;
}

/**
 * Opens the desk: compares the database with the vault, rebuilds or catches up where it must, and
 * writes nothing before that. Ends in a state that the screens show.
 */
export async function openDesk(): Promise<void> {
  try {
    const [capabilities, vault] = await Promise.all([
      host.capabilities({}),
      host.vaultState({}),
      readSettings(),
    ]);
    if (!capabilities.ok || !vault.ok) return block({ type: 'hostGone' });
    useDesk.setState({ capabilities: capabilities.value, setAside: vault.value.setAside });
    if (!(await becomeTheWriter())) return block({ type: 'openElsewhere' });

    const deskId = vault.value.deskId ?? (await orphanedDesk());
    if (deskId === null) return useDesk.setState({ state: { at: 'new' } });
    const database = openDatabase(deskId);
    if (vault.value.deskId === null) {
      await sendAgain(database, new Set(), 0);
    } else {
      const done = await catchUp(database, vault.value, (done, total) =>
        useDesk.setState({ state: { at: 'rebuilding', done, total } }),
      );
      if (!done.ok) return block(done.error);
    }
    await start(database, deskId);
  } catch (error) {
    block({ type: 'storage', message: error instanceof Error ? error.message : String(error) });
  }
}

/** Begins a desk of its own, with nothing on it. */
export async function newDesk(): Promise<void> {
  const deskId = crypto.randomUUID();
  await start(openDatabase(deskId), deskId);
}
