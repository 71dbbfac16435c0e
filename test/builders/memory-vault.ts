import type { Commit } from '../../shared/commits/index.ts';
import {
  type Bridge,
  contract,
  type HostHandlers,
  type Settings,
  serve,
} from '../../shared/contract/index.ts';
import { err, ok } from '../../shared/core/result.ts';

/** A host whose vault lives in memory, spoken to through the real contract. */
export interface MemoryVault {
  readonly bridge: Bridge;
  deskId: string | null;
  readonly journal: Commit[];
  /** When set, appends are answered with this failure. */
  refuse: 'diskFull' | null;
}

const unused = () => Promise.reject(new Error('not part of these tests'));

export function memoryVault(): MemoryVault {
  let settings: Settings = { language: 'zh', theme: 'light', firmName: '', brokerName: '周杰' };
  const vault: MemoryVault = {
    bridge: { send: unused, onMenuCommand: () => () => undefined },
    deskId: null,
    journal: [],
    refuse: null,
  };
  const state = () => ({
    deskId: vault.deskId,
    last: vault.journal.length,
    schema: Math.max(0, ...vault.journal.map((commit) => commit.schema)),
    setAside: 0,
  });
  const handlers: HostHandlers = {
    capabilities: async () =>
      ok({
        runtime: 'browser',
        appVersion: '0.0.0',
        systemLocale: 'zh-CN',
        dataFolder: 'memory',
        exportFolder: null,
        printsPdf: false,
        demo: false,
      }),
    readSettings: async () => ok(settings),
    writeSettings: async (patch) => {
      settings = { ...settings, ...patch } as Settings;
      return ok(settings);
    },
    vaultState: async () => ok(state()),
    appendCommits: async ({ deskId, after, commits }) => {
      if (vault.refuse) return err({ type: vault.refuse });
      if (vault.deskId !== null && vault.deskId !== deskId) return err({ type: 'otherDesk' });
      if (after !== vault.journal.length)
        return err({ type: 'behind', last: vault.journal.length });
      vault.deskId = deskId;
      vault.journal.push(...commits);
      return ok({ last: vault.journal.length });
    },
    readCommits: async ({ after }) => {
      const commits = vault.journal.slice(after, after + 3);
      const last = after + commits.length;
      return ok({ commits, last, end: last >= vault.journal.length });
    },
    saveBackup: unused,
    restoreBackup: unused,
    openSpreadsheet: unused,
    readRows: unused,
    closeSpreadsheet: unused,
    writeSpreadsheet: unused,
    printDocument: unused,
    showFile: unused,
  };
  const serveCall = serve(contract, handlers, (_reference, error) => {
    throw error;
  });
  return Object.assign(vault, {
    bridge: { send: serveCall, onMenuCommand: () => () => undefined } satisfies Bridge,
  });
}
