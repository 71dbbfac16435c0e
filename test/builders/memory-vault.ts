import { type Commit, type Tally, tallyDifference } from '../../shared/commits/index.ts';
import {
  type Bridge,
  type CallOutput,
  contract,
  type HostHandlers,
  type KeptDesk,
  type Settings,
  type Snapshot,
  serve,
  type VaultState,
} from '../../shared/contract/index.ts';
import { idToReading } from '../../shared/core/clock.ts';
import { err, ok } from '../../shared/core/result.ts';

interface MemorySnapshot {
  facts: Snapshot;
  readonly commits: Commit[];
}

/** A host whose vault lives in memory, spoken to through the real contract. */
export interface MemoryVault {
  bridge: Bridge;
  /** The current desk. */
  deskId: string | null;
  /** Of the current desk. */
  readonly journal: Commit[];
  /** Journals of the desks beside it. */
  readonly others: Map<string, Commit[]>;
  readonly kept: KeptDesk[];
  /** Newest first. */
  readonly snapshots: MemorySnapshot[];
  /** What the page said that the desk holds, and after which commit. */
  tally: { readonly after: number; readonly tally: Tally } | null;
  appVersion: string | null;
  storage: VaultState['storage'];
  space: VaultState['space'];
  /** When set, appends and snapshots are answered with this failure. */
  refuse: 'diskFull' | null;
  /** When set, reading the current journal ends in damage at that commit. */
  damagedAt: number | null;
  /** Called before each answer to `readCommits`, to wait or to end there. */
  beforeRead: () => Promise<void>;
  /** Called when commits are in the journal, before the page hears of it. */
  afterAppend: () => Promise<void>;
  /** What the texts of attachments are answered with. */
  texts: (hashes: readonly string[]) => CallOutput<'attachmentTexts'>;
  /** How many commits one answer has. */
  batch: number;
}

const HAVE = '1.4.0';
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
const unused = () => Promise.reject(new Error('not part of these tests'));

const schemaOf = (commits: readonly Commit[]): number =>
  Math.max(0, ...commits.map((commit) => commit.schema));

function stateOf(vault: MemoryVault): VaultState {
  return {
    deskId: vault.deskId,
    last: vault.journal.length,
    schema: schemaOf(vault.journal),
    appVersion: vault.appVersion,
    tally: vault.tally?.after === vault.journal.length ? { ...vault.tally.tally } : null,
    setAside: 0,
    mended: 0,
    storage: vault.storage,
    space: vault.space,
    kept: [...vault.kept],
  };
}

type VaultHandlers = Pick<
  HostHandlers,
  | 'vaultState'
  | 'appendCommits'
  | 'readCommits'
  | 'listSnapshots'
  | 'takeSnapshot'
  | 'proveSnapshot'
  | 'prepareRestore'
  | 'switchDesk'
  | 'dropDesk'
>;

function journalHandlers(
  vault: MemoryVault,
): Pick<VaultHandlers, 'vaultState' | 'appendCommits' | 'readCommits'> {
  const commitsFrom = (from: { deskId: string } | { snapshot: string }) => {
    if ('snapshot' in from)
      return vault.snapshots.find(({ facts }) => facts.name === from.snapshot)?.commits;
    return from.deskId === vault.deskId ? vault.journal : vault.others.get(from.deskId);
  };
  return {
    vaultState: async () => ok(stateOf(vault)),
    appendCommits: async ({ deskId, after, commits, tally }) => {
      if (vault.refuse) return err({ type: vault.refuse });
      if (vault.deskId !== null && vault.deskId !== deskId) return err({ type: 'otherDesk' });
      if (after !== vault.journal.length)
        return err({ type: 'behind', last: vault.journal.length });
      vault.deskId = deskId;
      vault.journal.push(...commits);
      vault.appVersion ??= HAVE;
      if (tally) vault.tally = { after: vault.journal.length, tally };
      const last = vault.journal.length;
      await vault.afterAppend();
      return ok({ last });
    },
    readCommits: async ({ from, after }) => {
      await vault.beforeRead();
      const all = commitsFrom(from);
      if (!all) return err({ type: 'gone' });
      const commits = all.slice(after, after + vault.batch);
      const last = after + commits.length;
      if (all === vault.journal && vault.damagedAt !== null && last >= vault.damagedAt)
        return err({ type: 'damaged', at: vault.damagedAt });
      return ok({ commits, last, end: last >= all.length });
    },
  };
}

function snapshotHandlers(
  vault: MemoryVault,
): Pick<VaultHandlers, 'listSnapshots' | 'takeSnapshot' | 'proveSnapshot'> {
  return {
    listSnapshots: async () =>
      ok({ snapshots: vault.snapshots.map(({ facts }) => facts), secondPlace: null }),
    takeSnapshot: async ({ why }) => {
      if (vault.refuse) return err({ type: vault.refuse });
      const { deskId, last, schema, tally } = stateOf(vault);
      const newest = vault.snapshots[0]?.facts;
      if (deskId === null || (newest?.deskId === deskId && newest.last === last))
        return ok({ snapshot: null });
      const facts: Snapshot = {
        name: `s${vault.snapshots.length + 1}`,
        takenAt: Date.now(),
        why,
        deskId,
        last,
        schema,
        size: 1,
        tally,
        provenAt: null,
        damaged: false,
      };
      vault.snapshots.unshift({ facts, commits: [...vault.journal] });
      return ok({ snapshot: facts });
    },
    proveSnapshot: async ({ name, tally }) => {
      const snapshot = vault.snapshots.find(({ facts }) => facts.name === name);
      if (!snapshot) return err({ type: 'gone' });
      const proven = tallyDifference(snapshot.facts.tally ?? {}, tally).length === 0;
      if (proven) snapshot.facts = { ...snapshot.facts, provenAt: Date.now() };
      return ok({ proven });
    },
  };
}

function deskHandlers(
  vault: MemoryVault,
): Pick<VaultHandlers, 'prepareRestore' | 'switchDesk' | 'dropDesk'> {
  return {
    prepareRestore: async ({ source }) => {
      if (source.type === 'upload') return err({ type: 'gone' });
      const snapshot =
        source.type === 'snapshot'
          ? vault.snapshots.find(({ facts }) => facts.name === source.name)
          : undefined;
      const commits =
        source.type === 'point'
          ? vault.journal.filter(({ id }) => (idToReading(id)?.at ?? 0) <= source.at)
          : snapshot?.commits;
      if (!commits) return err({ type: 'gone' });
      if (commits.length === 0) return err({ type: 'nothingThere' });
      const deskId = crypto.randomUUID();
      vault.others.set(deskId, [...commits]);
      return ok({
        deskId,
        last: commits.length,
        schema: schemaOf(commits),
        at: commits.at(-1)?.at ?? 0,
        tally: snapshot?.facts.tally ?? null,
      });
    },
    switchDesk: async ({ deskId }) => {
      const next = vault.others.get(deskId);
      if (!next) return err({ type: 'gone' });
      if (vault.deskId !== null) {
        const leftAt = Date.now();
        vault.others.set(vault.deskId, [...vault.journal]);
        vault.kept.unshift({
          deskId: vault.deskId,
          last: vault.journal.length,
          leftAt,
          keptUntil: leftAt + WEEK_MS,
        });
      }
      vault.others.delete(deskId);
      const known = vault.kept.findIndex((desk) => desk.deskId === deskId);
      if (known >= 0) vault.kept.splice(known, 1);
      vault.deskId = deskId;
      vault.journal.splice(0, vault.journal.length, ...next);
      vault.tally = null;
      return ok(stateOf(vault));
    },
    dropDesk: async ({ deskId }) => {
      vault.others.delete(deskId);
      return ok({});
    },
  };
}

export function memoryVault(): MemoryVault {
  let settings: Settings = { language: 'zh', theme: 'light', firmName: '', brokerName: '周杰' };
  const vault: MemoryVault = {
    bridge: {
      send: (name, input) => serveCall(name, input),
      onMenuCommand: () => () => undefined,
    },
    deskId: null,
    journal: [],
    others: new Map(),
    kept: [],
    snapshots: [],
    tally: null,
    appVersion: null,
    storage: 'same',
    space: { free: 9e9, needed: 1e9 },
    refuse: null,
    damagedAt: null,
    beforeRead: async () => undefined,
    afterAppend: async () => undefined,
    texts: (hashes) => ({
      texts: hashes.map((hash) => ({ hash, state: 'missing', text: '' })),
      left: [],
    }),
    batch: 3,
  };
  const handlers: HostHandlers = {
    capabilities: async () =>
      ok({
        runtime: 'browser',
        appVersion: HAVE,
        systemLocale: 'zh-CN',
        dataFolder: 'memory',
        exportFolder: null,
        choosesFolders: false,
        printsPdf: false,
        demo: false,
      }),
    readSettings: async () => ok(settings),
    writeSettings: async (patch) => {
      settings = { ...settings, ...patch } as Settings;
      return ok(settings);
    },
    ...journalHandlers(vault),
    ...snapshotHandlers(vault),
    ...deskHandlers(vault),
    jobProgress: async () => ok({ progress: null }),
    cancelJob: async () => ok({}),
    storageBroken: unused,
    setSecondPlace: unused,
    saveBackup: unused,
    beginUpload: unused,
    uploadPiece: unused,
    dropUpload: unused,
    keepFile: unused,
    readFile: unused,
    openFile: unused,
    saveFile: unused,
    checkFiles: unused,
    attachmentTexts: async ({ hashes }) => ok(vault.texts(hashes)),
    openSpreadsheet: unused,
    readRows: unused,
    closeSpreadsheet: unused,
    writeSpreadsheet: unused,
    writeText: unused,
    writeDocument: unused,
    showFile: unused,
  };
  const serveCall = serve(contract, handlers, (_reference, error) => {
    throw error;
  });
  return vault;
}
