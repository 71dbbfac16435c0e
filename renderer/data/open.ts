import { Dexie } from 'dexie';
import { SCHEMA, tallyDifference } from '../../shared/commits/index.ts';
import type { VaultState } from '../../shared/contract/index.ts';
import { idToReading } from '../../shared/core/clock.ts';
import { watchAttachmentTexts } from './attachment-texts.ts';
import { commitsOf } from './build.ts';
import {
  beginDatabase,
  type DatabaseName,
  type DeskDatabase,
  databaseName,
  databasesHere,
  openDatabase,
  peek,
  readMeta,
  SCRATCH,
} from './database.ts';
import { readDescriptions } from './descriptions.ts';
import { host } from './host.ts';
import { flushJournal } from './journal.ts';
import { forgetKept } from './kept.ts';
import { type Level, levelDesk } from './level.ts';
import { readRules } from './rules.ts';
import { runScratch } from './scratch.ts';
import { type Blocked, setSession, useDesk } from './session.ts';
import { readSettings } from './settings.ts';
import { noteVault, refreshVault, takeSnapshot, watchVault } from './vault.ts';

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
  const known = await readMeta(database, 'device');
  if (known !== undefined) return known;
  const device = crypto.randomUUID().slice(0, 8);
  await database.meta.put({ key: 'device', value: device });
  return device;
}

async function start({ database, lag }: Level, deskId: string): Promise<void> {
  const newest = await database.commits.orderBy('id').last();
  const ended = new AbortController();
  useDesk.setState({ lag });
  // It is in use now, whoever made it or had left it.
  if (!lag) await database.meta.bulkDelete(['prepared', 'left']);
  setSession({
    database,
    deskId,
    device: await deviceOf(database),
    clock: (newest && idToReading(newest.id)) ?? { at: 0, counter: 0 },
    tally: (await readMeta(database, 'tally')) ?? {},
    ended,
  });
  await readDescriptions(database);
  await readRules(database);
  if (!lag) await flushJournal();
  useDesk.setState({ state: { at: 'ready' } });
  watchVault(ended.signal);
  void watchAttachmentTexts(ended.signal);
}

/** The desk whose vault is gone but whose database is here, if there is just one. */
async function orphanedDesk(): Promise<string | null> {
  const ids = new Set<string>();
  for (const { name, deskId } of await databasesHere()) {
    const meta = await peek(name);
    if (!meta?.prepared && !meta?.left) ids.add(deskId);
  }
  const [id] = ids;
  return ids.size === 1 && id !== undefined ? id : null;
}

/**
 * Deletes databases that nobody will open: scratch ones, and those of desks that a restore made or
 * left and the vault no longer has. Any other database may be the only copy of a desk, and stays.
 */
async function tidy(vault: VaultState, here: readonly DatabaseName[]): Promise<void> {
  for (const name of await Dexie.getDatabaseNames()) {
    if (name.startsWith(SCRATCH)) await Dexie.delete(name);
  }
  const wanted = new Set([vault.deskId, ...vault.kept.map(({ deskId }) => deskId)]);
  for (const { name, deskId } of here) {
    if (wanted.has(deskId)) continue;
    const meta = await peek(name);
    if (meta?.prepared || meta?.left) await Dexie.delete(name);
  }
  const left = new Set(await Dexie.getDatabaseNames());
  await forgetKept((name) => left.has(name));
}

const partsOf = (version: string): readonly number[] =>
  version
    .split(/[.-]/)
    .slice(0, 3)
    .map((part) => Number.parseInt(part, 10) || 0);

/** Whether a version such as 1.10.0 is newer than another. */
function isNewer(version: string, than: string): boolean {
  const [left, right] = [partsOf(version), partsOf(than)];
  const at = left.findIndex((part, index) => part !== right[index]);
  return at >= 0 && (left[at] ?? 0) > (right[at] ?? 0);
}

/** Before a form, a version or a storage that has not been here yet touches anything. */
async function snapshotBeforeNews(vault: VaultState, appVersion: string): Promise<void> {
  if (vault.last === 0) return;
  const why =
    vault.schema < SCHEMA
      ? 'migration'
      : vault.storage === 'changed' || (vault.appVersion ?? appVersion) !== appVersion
        ? 'version'
        : null;
  if (why === null) return;
  useDesk.setState({ state: { at: 'opening', doing: 'snapshot' } });
  // The journal stays as it is whatever comes; that no snapshot could be taken is shown.
  await takeSnapshot(why);
}

/** Reads all tables: after the storage on the disk got another form, they may hold anything. */
async function tablesHold(database: DeskDatabase): Promise<boolean> {
  useDesk.setState({ state: { at: 'opening', doing: 'checking' } });
  const read = await runScratch({ what: 'tally', database: database.name }, {});
  const tally = (await readMeta(database, 'tally')) ?? {};
  return read.ok && tallyDifference(read.value.tally, tally).length === 0;
}

async function openLevel(deskId: string, vault: VaultState): Promise<void> {
  const level = await levelDesk(deskId, vault, {
    source: { read: commitsOf(host, { deskId }) },
    build: (order, hooks) => runScratch({ what: 'build', order }, hooks),
    ...(vault.storage === 'changed' ? { holds: tablesHold } : {}),
    onProgress: (done, total) => useDesk.setState({ state: { at: 'rebuilding', done, total } }),
  });
  if (!level.ok) return block(level.error);
  await start(level.value, deskId);
}

/**
 * Why the browser's storage failed. Where not even its files can be opened ("Internal error opening
 * backing store"), no retry helps: as long as the vault has the desk, the host sets them aside.
 */
async function storageTrouble(message: string): Promise<Blocked> {
  const vault = await host.vaultState({});
  if (!/backing store/i.test(message) || !vault.ok || vault.value.last === 0)
    return { type: 'storage', message };
  const noted = await host.storageBroken({});
  return noted.ok ? { type: 'storageBroken' } : { type: 'storage', message };
}

/**
 * Opens the desk: compares the database with the vault, rebuilds or catches up where it must, and
 * writes nothing before that. Ends in a state that the screens show. `evenSo` opens what a newer
 * version of the app wrote in a form that this one knows.
 */
export async function openDesk({
  evenSo = false,
}: {
  readonly evenSo?: boolean;
} = {}): Promise<void> {
  try {
    const [capabilities, vault] = await Promise.all([
      host.capabilities({}),
      host.vaultState({}),
      readSettings(),
    ]);
    if (!capabilities.ok || !vault.ok) return block({ type: 'hostGone' });
    const { appVersion } = capabilities.value;
    const { deskId, setAside, mended, storage, schema, appVersion: wrote } = vault.value;
    const storageChanged = storage === 'changed';
    useDesk.setState({ capabilities: capabilities.value, setAside, mended, storageChanged });
    noteVault(vault.value);
    if (!(await becomeTheWriter())) return block({ type: 'openElsewhere' });

    const opened = deskId ?? (await orphanedDesk());
    if (opened === null) return useDesk.setState({ state: { at: 'new' } });
    if (schema > SCHEMA) return block({ type: 'tooNew' });
    if (wrote !== null && isNewer(wrote, appVersion) && !evenSo)
      return block({ type: 'downgrade', wrote, have: appVersion });
    await snapshotBeforeNews(vault.value, appVersion);
    // Listed before the desk is ready: a restore that begins then makes databases of its own.
    const here = await databasesHere();
    await openLevel(opened, vault.value);
    void refreshVault();
    void tidy(vault.value, here);
  } catch (error) {
    block(await storageTrouble(error instanceof Error ? error.message : String(error)));
  }
}

/** Begins a desk of its own, with nothing on it. */
export async function newDesk(): Promise<void> {
  const deskId = crypto.randomUUID();
  const database = openDatabase(databaseName(deskId, 0));
  await beginDatabase(database, SCHEMA, { complete: 1 });
  await start({ database, lag: null }, deskId);
}
