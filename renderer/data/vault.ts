import { create } from 'zustand';
import { SCHEMA, tallyDifference } from '../../shared/commits/index.ts';
import type {
  CallFailure,
  CommonFailure,
  Lock,
  Saved,
  SecondPlace,
  Snapshot,
  SnapshotReason,
  VaultState,
} from '../../shared/contract/index.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { attachment } from '../../shared/features/attachments/index.ts';
import { host } from './host.ts';
import { type JobOptions, runJob } from './job.ts';
import { flushJournal } from './journal.ts';
import { runScratch } from './scratch.ts';
import { isOpen, onCommits, session, setReadOnly, useDesk } from './session.ts';
import { slicesOf } from './tables.ts';
import { inTurn } from './write.ts';

/** What goes on in the background for the desk's safety. */
export interface Working {
  readonly what: 'snapshot' | 'proof';
  readonly done: number;
  readonly total: number;
}

interface VaultStore {
  /** Null until the vault was first asked. */
  readonly state: VaultState | null;
  /** Of all desks, newest first. */
  readonly snapshots: readonly Snapshot[];
  readonly secondPlace: SecondPlace | null;
  readonly working: Working | null;
  /** Why the last snapshot could not be taken; null when it could. */
  readonly trouble: SnapshotFailure | null;
  /** Names of snapshots that were restored into a scratch database and did not hold what they should. */
  readonly notProven: readonly string[];
}

export type SnapshotFailure =
  | CallFailure<'takeSnapshot'>
  | CommonFailure
  /** The journal does not have all changes yet. */
  | { readonly type: 'notSaved' };

export const useVault = create<VaultStore>(() => ({
  state: null,
  snapshots: [],
  secondPlace: null,
  working: null,
  trouble: null,
  notProven: [],
}));

/** Whether fewer bytes are free than must be for writing to IndexedDB. */
export function isSpaceLow(): boolean {
  const space = useVault.getState().state?.space;
  return space !== undefined && space.free < space.needed;
}

/**
 * Above the bound, with the last write kept and a database that is level with the journal, changes
 * can be made; else the desk is read-only.
 */
function gateSpace(): void {
  const space = useVault.getState().state?.space;
  const { save, lag } = useDesk.getState();
  const full = lag !== null || (save.type === 'failed' && save.reason === 'diskFull');
  if (space && (full || isSpaceLow())) {
    setReadOnly('lowSpace', { type: 'lowSpace', ...space });
  } else if (!full) {
    setReadOnly('lowSpace', null);
  }
}

/** Takes in what the vault said of itself. */
export function noteVault(state: VaultState): void {
  useVault.setState({ state });
  // The form of the storage shows only once the browser has opened its databases.
  if (state.storage === 'changed') useDesk.setState({ storageChanged: true });
  gateSpace();
}

/** Asks the vault how it stands and which snapshots there are. */
export async function refreshVault(): Promise<void> {
  const [state, list] = await Promise.all([host.vaultState({}), host.listSnapshots({})]);
  if (state.ok) noteVault(state.value);
  if (list.ok) useVault.setState(list.value);
}

const telling =
  (what: Working['what']) =>
  (done: number, total: number): void =>
    useVault.setState({ working: { what, done, total } });

/** Whether the journal has all that was written; without an open desk there is nothing to miss. */
export async function isAllSaved(): Promise<boolean> {
  if (!isOpen()) return true;
  const { lag } = useDesk.getState();
  if (lag) return lag.unsent === 0;
  await flushJournal();
  return useDesk.getState().save.type !== 'failed';
}

// One after another: the next one would hold the same commits as the one that is being taken.
let taking: Promise<unknown> = Promise.resolve();

async function take(
  why: SnapshotReason,
  { onProgress, signal }: JobOptions,
): Promise<Result<Snapshot | null, SnapshotFailure>> {
  if (!(await isAllSaved())) return err({ type: 'notSaved' });
  const tell = telling('snapshot');
  tell(0, 0);
  const answer = await runJob((job) => host.takeSnapshot({ job, why }), {
    onProgress: (done, total) => {
      tell(done, total);
      onProgress?.(done, total);
    },
    ...(signal ? { signal } : {}),
  });
  useVault.setState({ working: null });
  return answer.ok ? ok(answer.value.snapshot) : answer;
}

/**
 * Takes a snapshot of everything that was done so far and answers when its bytes were read back;
 * null when the newest one holds the same already. It is proven afterwards, while nobody waits.
 */
export function takeSnapshot(
  why: SnapshotReason,
  options: JobOptions = {},
): Promise<Result<Snapshot | null, SnapshotFailure>> {
  const taken = taking.then(async () => {
    const answer = await take(why, options);
    const failed = !answer.ok && answer.error.type !== 'cancelled';
    useVault.setState({ trouble: failed ? answer.error : null });
    await refreshVault();
    return answer;
  });
  taken.catch(() => undefined);
  taking = taken.then(
    () => undefined,
    () => undefined,
  );
  return taken;
}

/** Names or forgets the second place; `{choose: true}` asks the user where the host can. */
export async function setSecondPlace(
  place: { readonly folder: string | null } | { readonly choose: true },
): Promise<Result<SecondPlace | null, CallFailure<'setSecondPlace'> | CommonFailure>> {
  const answer = await host.setSecondPlace('choose' in place ? place : { folder: place.folder });
  if (!answer.ok) return answer;
  const { secondPlace } = answer.value;
  // Who was asked for a folder and wanted none keeps the one there is.
  if (secondPlace || !('choose' in place)) useVault.setState({ secondPlace });
  return ok(secondPlace);
}

export interface BackedUp {
  readonly saved: Saved;
  /** Attachments whose content is not in it, by name; null for one that was deleted. */
  readonly leftOut: readonly (string | null)[];
}

/** How the contents of attachments are called, by their hashes: those that records name now. */
async function namesOf(hashes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  if (hashes.length === 0 || !isOpen()) return names;
  for await (const records of slicesOf(session().database, attachment.name)) {
    for (const { hash, name } of records) names.set(String(hash), String(name));
  }
  return names;
}

/** Writes the desk as one file to carry away. `name` is without ending. */
export async function saveBackup(
  name: string,
  lock: Lock,
  options: JobOptions = {},
): Promise<Result<BackedUp, CallFailure<'saveBackup'> | CommonFailure | { type: 'notSaved' }>> {
  if (!(await isAllSaved())) return err({ type: 'notSaved' });
  const answer = await runJob((job) => host.saveBackup({ job, name, lock }), options);
  if (!answer.ok) return answer;
  const { saved, leftOut } = answer.value;
  const hashes = leftOut.map(({ hash }) => hash);
  const names = await namesOf(hashes);
  return ok({ saved, leftOut: hashes.map((hash) => names.get(hash) ?? null) });
}

/**
 * The newest snapshot of the open desk that may be proven and is not. One of another form comes out
 * of a restore migrated, and its tally says nothing of that.
 */
function unproven(): Snapshot | undefined {
  if (!isOpen()) return undefined;
  const { snapshots, notProven } = useVault.getState();
  return snapshots.find(
    ({ deskId, name, schema, tally, provenAt, damaged }) =>
      deskId === session().deskId &&
      schema === SCHEMA &&
      tally !== null &&
      provenAt === null &&
      !damaged &&
      !notProven.includes(name),
  );
}

/**
 * Restores the newest snapshot that is not proven into a scratch database, in a worker, and tells
 * the vault what is in it. Does nothing when all are.
 *
 * @public The watch calls it in its own time, the tests in theirs.
 */
export async function proveNext(signal?: AbortSignal): Promise<void> {
  const snapshot = unproven();
  // A scratch database takes room: on a disk that is low, writing is what loses databases.
  if (!snapshot || isSpaceLow()) return;
  const tell = telling('proof');
  tell(0, snapshot.last);
  const built = await runScratch(
    { what: 'prove', snapshot: snapshot.name, last: snapshot.last },
    { onProgress: tell, ...(signal ? { signal } : {}) },
  );
  useVault.setState({ working: null });
  if (!built.ok && (built.error.type === 'cancelled' || built.error.type === 'hostGone')) return;
  const answer = built.ok
    ? await host.proveSnapshot({ name: snapshot.name, tally: { ...built.value.tally } })
    : null;
  // What could not even be built or told is as little a proof as what differs.
  if (!answer?.ok || !answer.value.proven) {
    useVault.setState(({ notProven }) => ({ notProven: [...notProven, snapshot.name] }));
  }
  await refreshVault();
}

/**
 * Reads all tables of the open desk and compares them with the tally that follows the writes. What
 * differs is built anew at the next start. Null when the desk changed meanwhile.
 *
 * @public The watch calls it in its own time, the tests in theirs.
 */
export async function checkTables(): Promise<'same' | 'differs' | null> {
  const { database, deskId, clock, ended } = session();
  // A worker that went on when the desk is closed would make a database that is deleted again.
  const read = await runScratch(
    { what: 'tally', database: database.name },
    { signal: ended.signal },
  );
  // What was being written while the tables were read is counted now, and moved the clock.
  await inTurn(async () => undefined);
  const unchanged = isOpen() && session().deskId === deskId && session().clock === clock;
  if (!read.ok || !unchanged) return null;
  if (tallyDifference(read.value.tally, session().tally).length === 0) return 'same';
  await database.meta.put({ key: 'suspect', value: 1 });
  useDesk.setState({ differs: true });
  return 'differs';
}

const POLL_MS = 20_000;
const SNAPSHOT_EVERY_MS = 30 * 60_000;
/** Background work begins when nothing was written for so long. */
const QUIET_MS = 3_000;
const FIRST_LOOK_MS = 10_000;

/** Resolves to true when nothing has been written for a while; false when the watch ends. */
async function quiet(lastWrite: () => number, signal: AbortSignal): Promise<boolean> {
  // At least once: a snapshot is often taken just before much is written.
  do await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
  while (!signal.aborted && performance.now() - lastWrite() < QUIET_MS);
  return !signal.aborted;
}

/**
 * Looks after the open desk until the signal: asks the vault every 20 seconds and when the window
 * gets the focus, takes a snapshot every 30 minutes in which something changed, proves the newest
 * one, and checks the tables once.
 */
export function watchVault(signal: AbortSignal): void {
  // Not the clock on the wall: that may be set back.
  let lastWrite = 0;
  let lastSnapshot = performance.now();
  let changed = false;
  let checked = false;
  let busy = false;

  const backgroundWork = async (): Promise<void> => {
    checked ||= (await checkTables()) !== null;
    if (checked && !useDesk.getState().differs) await proveNext(signal);
  };
  const look = async (): Promise<void> => {
    await refreshVault();
    if (busy || signal.aborted) return;
    busy = true;
    try {
      if (changed && performance.now() - lastSnapshot > SNAPSHOT_EVERY_MS) {
        changed = false;
        lastSnapshot = performance.now();
        const taken = await takeSnapshot('interval');
        // What is in no snapshot yet is tried again after the same time, written to or not.
        changed ||= !taken.ok;
      }
      if (await quiet(() => lastWrite, signal)) await backgroundWork();
    } finally {
      busy = false;
    }
  };

  const timer = setInterval(() => void look(), POLL_MS);
  const firstLook = setTimeout(() => void look(), FIRST_LOOK_MS);
  const onFocus = (): void => void refreshVault();
  addEventListener('focus', onFocus);
  const stopFollowing = onCommits(() => {
    changed = true;
    lastWrite = performance.now();
  });
  const stopSaves = useDesk.subscribe((now, before) => {
    if (now.save !== before.save) gateSpace();
  });
  const stopSnapshots = useVault.subscribe(({ snapshots }, before) => {
    if (snapshots[0]?.name !== before.snapshots[0]?.name && unproven()) void look();
  });
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    clearTimeout(firstLook);
    removeEventListener('focus', onFocus);
    stopFollowing();
    stopSaves();
    stopSnapshots();
  });
}
