import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Capabilities, HostHandlers, VaultState } from '../../shared/contract/index.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { type Archiver, createArchiver } from './archiver.ts';
import { type AttachmentTexts, createAttachmentTexts } from './attachment-texts.ts';
import { type Backups, createBackups } from './backup.ts';
import { attemptWrite, type Disk, realDisk, type WriteFailure } from './disk.ts';
import { createDocuments, type Documents } from './documents.ts';
import { createExports, type Exports } from './exports.ts';
import { createFileStore, type FileStore } from './file-store.ts';
import type { HostOptions } from './host-options.ts';
import { createJobs, type Jobs, unwatched } from './jobs.ts';
import { type Lock, takeLock } from './lock.ts';
import { createFileOpener, type FileOpener, saveKept } from './open-file.ts';
import { prepareRestore } from './restoring.ts';
import { openSecondPlaces, type SecondPlaces } from './second-place.ts';
import { openSentinel, type Sentinel } from './sentinel.ts';
import { openSettings, type SettingsFile } from './settings.ts';
import { openSnapshots, type Snapshots, toSnapshot } from './snapshots.ts';
import { createSpace, type Space } from './space.ts';
import { writeWorkbook } from './spreadsheet-writer.ts';
import { createSpreadsheets, type Spreadsheets } from './spreadsheets.ts';
import { createUploads, type Uploads } from './uploads.ts';
import { openVault, type Vault } from './vault.ts';

/** Closing waits no longer than this for the last snapshot: the next launch can take it too. */
const LAST_SNAPSHOT_MS = 20_000;

export interface RunningHost {
  readonly handlers: HostHandlers;
  /** Says that this process is about to close: whoever starts now waits for that. */
  readonly ending: () => Promise<void>;
  /** Ends parsers, takes a last snapshot, waits for what is being written, gives the folder free. */
  readonly close: () => Promise<void>;
}

type HostFailure = WriteFailure | { readonly type: 'dataFolderInUse'; readonly pid: number };

interface Services {
  readonly settings: SettingsFile;
  readonly vault: Vault;
  readonly sentinel: Sentinel;
  readonly space: Space;
  readonly archiver: Archiver;
  readonly snapshots: Snapshots;
  readonly secondPlaces: SecondPlaces;
  readonly backups: Backups;
  readonly jobs: Jobs;
  readonly uploads: Uploads;
  readonly files: FileStore;
  readonly texts: AttachmentTexts;
  readonly opener: FileOpener;
  readonly spreadsheets: Spreadsheets;
  readonly exports: Exports;
  readonly documents: Documents;
}

/**
 * Opens the data folder, for this process alone, and answers every call of the contract over it.
 * `disk` is what the desk is kept on.
 */
export async function createHost(
  options: HostOptions,
  disk: Disk = realDisk,
): Promise<Result<RunningHost, HostFailure>> {
  const { dataFolder } = options;
  const locked = await attemptWrite(dataFolder, async () => {
    await mkdir(dataFolder, { recursive: true });
    return takeLock(dataFolder);
  });
  if (!locked.ok) return locked;
  if (!locked.value.ok) return locked.value;
  const lock = locked.value.value;

  const services = await openServices(options, disk);
  if (!services.ok) {
    await lock.release();
    return services;
  }
  return ok({
    handlers: {
      ...deskHandlers(options, services.value),
      ...otherHandlers(options, services.value),
    },
    ending: lock.ending,
    close: () => close(services.value, lock),
  });
}

async function openServices(
  options: HostOptions,
  disk: Disk,
): Promise<Result<Services, WriteFailure>> {
  const { dataFolder, runtime, appVersion, storageFolder, schema, now, log } = options;
  const folder = join(dataFolder, 'vault');
  const snapshotsFolder = join(folder, 'snapshots');
  const filesFolder = join(folder, 'files');

  const secondPlaces = await openSecondPlaces({
    ...{ disk, dataFolder, snapshotsFolder, filesFolder, now, log },
  });
  const archiver = await createArchiver({
    ...{ disk, schema, folder: join(folder, 'unpacked'), spawn: options.spawnArchiver },
  });
  const snapshots = await openSnapshots({
    ...{ disk, filesFolder, archiver, appVersion, now, log, folder: snapshotsFolder },
    onChange: (all) => void secondPlaces.catchUp(all),
  });
  const vault = await openVault({ folder, disk, now, log, rescue: snapshots.rescue });
  if (!vault.ok) return vault;
  if (vault.value.state().setAside > 0) log('journal tail set aside', vault.value.state());
  await vault.value.takeBack((deskId) => lastIn(snapshots, deskId));
  void secondPlaces.catchUp(snapshots.list());

  const written = vault.value.state().last > 0;
  const space = createSpace({
    ...{ disk, dataFolder, storageFolder, now, minFreeBytes: options.minFreeBytes },
  });
  const uploads = await createUploads({
    ...{ disk, folder: join(folder, 'uploads'), room: () => roomIn(space) },
  });
  const files = createFileStore({
    ...{ disk, folder: filesFolder, uploads },
    elsewhere: async (hash) => {
      const copied = await secondPlaces.attachment(hash);
      return copied !== null && copied.size <= (await roomIn(space)) ? copied.bytes() : null;
    },
  });
  const exports = createExports(disk, options);
  return ok({
    settings: await openSettings(disk, dataFolder),
    vault: vault.value,
    sentinel: await openSentinel({
      ...{ disk, folder, runtime, appVersion, storageFolder, written, now, log },
    }),
    ...{ space, archiver, snapshots, secondPlaces, uploads, files, exports },
    backups: createBackups({
      ...{ exports, archiver, filesFolder, appVersion, now },
      orMended: (copy) => orMended(vault.value, copy),
      retrieve: files.retrieve,
    }),
    texts: createAttachmentTexts({
      ...{ disk, filesFolder, cMapFolder: options.cMapFolder, spawn: options.spawnTextReader },
      ...{ folder: join(folder, 'texts'), room: () => roomIn(space) },
    }),
    jobs: createJobs(),
    opener: await createFileOpener({
      ...{ disk, files, folder: join(dataFolder, 'opened'), openPath: options.openPath },
    }),
    spreadsheets: createSpreadsheets(options.spawnParser),
    documents: createDocuments({ ...options, disk, exports }),
  });
}

/** Number of the last commit of a desk that a whole snapshot holds; 0 without one. */
const lastIn = (snapshots: Snapshots, deskId: string): number =>
  snapshots
    .list()
    .reduce(
      (last, one) => (one.deskId === deskId && !one.damaged ? Math.max(last, one.last) : last),
      0,
    );

async function roomIn(space: Space): Promise<number> {
  const { free, needed } = await space.current();
  return Math.max(0, free - needed);
}

async function close(services: Services, lock: Lock): Promise<void> {
  const { spreadsheets, texts, jobs, snapshots, secondPlaces, sentinel, vault } = services;
  try {
    await lock.ending();
    texts.close();
    spreadsheets.closeAll();
    jobs.cancelAll();
    await vault.settled();
    const job = { ...unwatched(), signal: AbortSignal.timeout(LAST_SNAPSHOT_MS) };
    await orMended(vault, () => snapshots.take('quit', vault.source, job));
    await snapshots.settled();
    await secondPlaces.close();
    await sentinel.close();
  } finally {
    await lock.release();
  }
}

type DeskCall = keyof Pick<
  HostHandlers,
  | 'vaultState'
  | 'storageBroken'
  | 'appendCommits'
  | 'readCommits'
  | 'listSnapshots'
  | 'takeSnapshot'
  | 'proveSnapshot'
  | 'setSecondPlace'
  | 'saveBackup'
  | 'prepareRestore'
  | 'switchDesk'
  | 'dropDesk'
  | 'jobProgress'
  | 'cancelJob'
>;

/** What the vault is asked. */
function deskHandlers(options: HostOptions, services: Services): Pick<HostHandlers, DeskCall> {
  const { vault, sentinel, snapshots, secondPlaces, backups, jobs } = services;
  return {
    vaultState: async () => ok(await stateOf(services)),
    storageBroken: async () => {
      const noted = await sentinel.storageBroken();
      return noted.ok ? ok({}) : noted;
    },
    appendCommits: async (input) => {
      await sentinel.writes();
      return vault.append(input);
    },
    readCommits: ({ from, after }) =>
      'snapshot' in from ? snapshots.read(from.snapshot, after) : vault.read(from.deskId, after),
    listSnapshots: async () =>
      ok({
        snapshots: snapshots.list().map(toSnapshot),
        secondPlace: await secondPlaces.look(),
      }),
    takeSnapshot: ({ job, why }) =>
      jobs.run(job, async (work) => {
        await vault.settled();
        const take = () => snapshots.take(why, vault.source, work);
        const taken = await orMended(vault, take);
        return taken.ok ? ok({ snapshot: taken.value }) : taken;
      }),
    proveSnapshot: ({ name, tally }) => snapshots.prove(name, tally),
    setSecondPlace: (input) => setSecondPlace(options, services, input),
    saveBackup: ({ job, ...wanted }) =>
      jobs.run(job, (work) => backups.save(wanted, () => vault.source() ?? EMPTY_DESK, work)),
    prepareRestore: ({ job, source }) =>
      jobs.run(job, (work) => prepareRestore(services, source, work)),
    switchDesk: async ({ deskId }) => {
      const switched = await vault.switchTo(deskId);
      return switched.ok ? ok(await stateOf(services)) : switched;
    },
    dropDesk: async ({ deskId }) => {
      const dropped = await vault.drop(deskId);
      return dropped.ok ? ok({}) : dropped;
    },
    jobProgress: async ({ job }) => ok({ progress: jobs.progress(job) }),
    cancelJob: async ({ job }) => {
      jobs.cancel(job);
      return ok({});
    },
  };
}

const EMPTY_DESK = { deskId: null, last: 0, schema: 0, tally: null, files: [] };

async function stateOf({ vault, sentinel, space }: Services): Promise<VaultState> {
  const [storage, room] = await Promise.all([sentinel.storage(), space.current()]);
  return { ...vault.state(), appVersion: sentinel.appVersion(), storage, space: room };
}

/** Copies the journal; where that is damaged, once more when it could be put right. */
async function orMended<T, E extends { readonly type: string }>(
  vault: Vault,
  copy: () => Promise<Result<T, E>>,
): Promise<Result<T, E>> {
  const copied = await copy();
  if (copied.ok || copied.error.type !== 'damaged' || (await vault.mend()) === 0) return copied;
  return copy();
}

type SetSecondPlace = HostHandlers['setSecondPlace'];

async function setSecondPlace(
  { chooseFolder }: HostOptions,
  { secondPlaces, snapshots }: Services,
  input: Parameters<SetSecondPlace>[0],
): ReturnType<SetSecondPlace> {
  if ('choose' in input && chooseFolder === null) return err({ type: 'notAFolder' });
  const folder = 'choose' in input ? ((await chooseFolder?.()) ?? null) : input.folder;
  if ('choose' in input && folder === null) return ok({ secondPlace: null });
  const set = await secondPlaces.set(folder);
  if (!set.ok) return set;
  void secondPlaces.catchUp(snapshots.list());
  return ok({ secondPlace: set.value });
}

/** What is asked beside the vault: settings, attachments, spreadsheets, documents. */
function otherHandlers(options: HostOptions, services: Services): Omit<HostHandlers, DeskCall> {
  const { settings, spreadsheets, exports, uploads, files, texts, opener } = services;
  const { jobs, documents } = services;
  return {
    capabilities: async () => ok(capabilitiesOf(options)),
    readSettings: async () => ok(settings.current()),
    writeSettings: settings.change,
    beginUpload: uploads.begin,
    uploadPiece: uploads.piece,
    dropUpload: uploads.drop,
    keepFile: files.keep,
    readFile: files.read,
    checkFiles: files.check,
    attachmentTexts: texts.read,
    openFile: opener.open,
    saveFile: (input) => saveKept(files, exports, input),
    openSpreadsheet: ({ bytes }) => spreadsheets.open(bytes),
    readRows: spreadsheets.rows,
    closeSpreadsheet: async ({ handle }) => {
      spreadsheets.close(handle);
      return ok({});
    },
    writeSpreadsheet: async ({ name, format, workbook }) =>
      exports.save(name, `.${format}`, [await writeWorkbook(workbook, format)]),
    writeText: ({ name, text }) => exports.save(name, '.json', [Buffer.from(text)]),
    writeDocument: ({ job, ...wanted }) => jobs.run(job, (work) => documents.write(wanted, work)),
    showFile: ({ file }) => exports.show(file),
  };
}

function capabilitiesOf(options: HostOptions): Capabilities {
  const { runtime, appVersion, systemLocale, dataFolder, exportFolder, withPrinter, demo } =
    options;
  return {
    runtime,
    appVersion,
    systemLocale: systemLocale(),
    dataFolder,
    exportFolder,
    choosesFolders: options.chooseFolder !== null,
    printsPdf: withPrinter !== null,
    demo,
  };
}
