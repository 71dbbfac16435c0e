import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { SCHEMA } from '../../shared/commits/index.ts';
import { contract, serve } from '../../shared/contract/index.ts';
import { type HostOptions, TEXT_HEAP_MB } from '../host/host-options.ts';
import { createHost } from '../host/index.ts';
import { type AppWindow, openAppWindow } from './app-window.ts';
import { startDeskServer } from './desk-server.ts';
import { findExportFolder, freePlace } from './export-folder.ts';
import { forkChild } from './fork-child.ts';
import { findInstalledBrowser, hasDisplay, needsNoSandbox } from './installed-browser.ts';
import type { LaunchOptions } from './launch-options.ts';
import { HANDLED_FAILURE, languageOf, lines, systemLocale } from './lines.ts';
import { type Log, openLog } from './log-file.ts';
import { findNpmBrowser } from './npm-browser.ts';
import { openPath } from './open-path.ts';
import { printWithBrowser } from './print-with-browser.ts';
import { revealFile } from './reveal-file.ts';

/** What differs between the built runtime and the one for development. */
export interface BrowserRuntimeFiles {
  readonly page: RequestListener;
  readonly parserChild: string;
  readonly archiveChild: string;
  readonly textChild: string;
  readonly documentChild: string;
  readonly cMapFolder: string;
  readonly fontCss: string;
  readonly appVersion: string;
}

function findPrinter(browser: string | null, log: Log): HostOptions['withPrinter'] {
  const unpack =
    browser === null
      ? findNpmBrowser()
      : async () => ({ executablePath: browser, env: process.env });
  if (unpack === null) return null;
  return async (work, signal) => {
    try {
      return await printWithBrowser(await unpack(), work, signal);
    } catch (error) {
      if (!signal.aborted) log('print', error);
      return null;
    }
  };
}

/** Resolves when the user or the system asks this process to end. */
function askedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, resolve);
  });
}

/** What the host is given here; `browser` is the installed one. */
function hostOptions(
  launch: LaunchOptions,
  files: BrowserRuntimeFiles,
  browser: string | null,
  log: Log,
): HostOptions {
  const exportFolder = findExportFolder(launch.dataFolder);
  return {
    dataFolder: launch.dataFolder,
    runtime: 'browser',
    appVersion: files.appVersion,
    schema: SCHEMA,
    demo: launch.demo,
    systemLocale,
    exportFolder,
    choosePlace: async (name) => freePlace(exportFolder, name),
    withPrinter: findPrinter(browser, log),
    fontCss: files.fontCss,
    spawnParser: () => forkChild(files.parserChild),
    spawnArchiver: () => forkChild(files.archiveChild),
    spawnTextReader: () => forkChild(files.textChild, TEXT_HEAP_MB),
    spawnDocumentWriter: () => forkChild(files.documentChild),
    cMapFolder: files.cMapFolder,
    revealFile,
    openPath,
    chooseFolder: null,
    storageFolder: join(launch.dataFolder, 'browser-profile', 'Default', 'IndexedDB'),
    minFreeBytes: launch.minFreeBytes,
    now: Date.now,
    log,
  };
}

/**
 * Runs the desk behind 127.0.0.1 until its window is closed or the process is asked to end, and
 * answers with the exit code. What the user must know is said in one line each.
 */
export async function runBrowserRuntime(
  launch: LaunchOptions,
  files: BrowserRuntimeFiles,
): Promise<number> {
  const say = lines[languageOf(systemLocale())];
  const asked = askedToEnd();
  const log = openLog(launch.dataFolder);
  const browser = findInstalledBrowser();
  const host = await createHost(hostOptions(launch, files, browser, log));
  if (!host.ok) {
    console.error(
      host.error.type === 'dataFolderInUse'
        ? say.inUse(launch.dataFolder, host.error.pid)
        : say.cannotWrite(launch.dataFolder),
    );
    return HANDLED_FAILURE;
  }

  const opens = !launch.noWindow && browser !== null && hasDisplay();
  let window: AppWindow | null = null;
  const server = await startDeskServer({
    port: launch.port,
    admits: opens ? 1 : Number.POSITIVE_INFINITY,
    page: files.page,
    call: serve(contract, host.value.handlers, log),
    onPages: (pages) => window?.pagesAre(pages),
  });
  if (!server.ok) {
    console.error(say.portTaken(launch.port));
    await host.value.close();
    return HANDLED_FAILURE;
  }

  const { entrance } = server.value;
  const sayAddress = (): void => console.log(say.address(entrance));
  if (opens) {
    if (needsNoSandbox()) console.log(say.noSandbox());
    const closed = Promise.withResolvers<void>();
    window = openAppWindow({
      browser,
      address: entrance,
      dataFolder: launch.dataFolder,
      onClosed: closed.resolve,
      onFailed: () => {
        console.log(say.windowFailed(browser));
        sayAddress();
      },
    });
    await Promise.race([asked, closed.promise]);
    await host.value.ending();
    await window.close();
  } else {
    if (!launch.noWindow) console.log(browser === null ? say.noBrowser() : say.noDisplay());
    sayAddress();
    await asked;
    await host.value.ending();
  }
  await server.value.close();
  await host.value.close();
  return 0;
}
