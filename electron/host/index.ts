import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Capabilities, HostHandlers } from '../../shared/contract/index.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { attemptWrite, realDisk, type WriteFailure } from './disk.ts';
import { toHtml } from './documents.ts';
import { createExports, type Exports } from './exports.ts';
import type { HostOptions } from './host-options.ts';
import { type Lock, takeLock } from './lock.ts';
import { openSettings, type SettingsFile } from './settings.ts';
import { writeWorkbook } from './spreadsheet-writer.ts';
import { createSpreadsheets, type Spreadsheets } from './spreadsheets.ts';
import { openVault, type Vault } from './vault.ts';

export interface RunningHost {
  readonly handlers: HostHandlers;
  /** Ends parsers, waits for what is being written, and gives the data folder free. */
  readonly close: () => Promise<void>;
}

type HostFailure = WriteFailure | { readonly type: 'dataFolderInUse'; readonly pid: number };

interface Services {
  readonly settings: SettingsFile;
  readonly vault: Vault;
  readonly spreadsheets: Spreadsheets;
  readonly exports: Exports;
}

/** Opens the data folder, for this process alone, and answers every call of the contract over it. */
export async function createHost(options: HostOptions): Promise<Result<RunningHost, HostFailure>> {
  const { dataFolder } = options;
  const locked = await attemptWrite(dataFolder, async () => {
    await mkdir(dataFolder, { recursive: true });
    return takeLock(dataFolder);
  });
  if (!locked.ok) return locked;
  if (!locked.value.ok) return locked.value;
  const lock = locked.value.value;

  const vault = await openVault({
    folder: join(dataFolder, 'vault'),
    disk: realDisk,
    schema: options.schema,
  });
  if (!vault.ok) {
    await lock.release();
    return vault;
  }
  if (vault.value.state().setAside > 0) options.log('journal tail set aside', vault.value.state());
  const services: Services = {
    settings: await openSettings(realDisk, dataFolder),
    vault: vault.value,
    spreadsheets: createSpreadsheets(options.spawnParser),
    exports: createExports(realDisk, options),
  };
  return ok({ handlers: handlersOf(options, services), close: () => close(services, lock) });
}

async function close({ spreadsheets, vault }: Services, lock: Lock): Promise<void> {
  spreadsheets.closeAll();
  await vault.settled();
  await lock.release();
}

function handlersOf(options: HostOptions, services: Services): HostHandlers {
  const { settings, vault, spreadsheets, exports } = services;
  return {
    capabilities: async () => ok(capabilitiesOf(options)),
    readSettings: async () => ok(settings.current()),
    writeSettings: settings.change,
    vaultState: async () => ok(vault.state()),
    appendCommits: vault.append,
    readCommits: ({ after }) => vault.read(after),
    saveBackup: async ({ name }) => {
      const backup = await vault.backup();
      return backup.ok ? exports.save(name, '.tdesk', backup.value) : backup;
    },
    restoreBackup: ({ bytes }) => vault.restore(bytes),
    openSpreadsheet: ({ bytes }) => spreadsheets.open(bytes),
    readRows: spreadsheets.rows,
    closeSpreadsheet: async ({ handle }) => {
      spreadsheets.close(handle);
      return ok({});
    },
    writeSpreadsheet: async ({ name, format, workbook }) =>
      exports.save(name, `.${format}`, [await writeWorkbook(workbook, format)]),
    printDocument: async ({ name, document }) => {
      const pdf = await options.printPdf?.(await toHtml(document, options.fontCss));
      return pdf ? exports.save(name, '.pdf', [pdf]) : err({ type: 'cannotPrint' });
    },
    showFile: ({ file }) => exports.show(file),
  };
}

function capabilitiesOf(options: HostOptions): Capabilities {
  const { runtime, appVersion, systemLocale, dataFolder, exportFolder, printPdf, demo } = options;
  return {
    runtime,
    appVersion,
    systemLocale: systemLocale(),
    dataFolder,
    exportFolder,
    printsPdf: printPdf !== null,
    demo,
  };
}
