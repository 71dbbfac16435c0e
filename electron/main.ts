import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  app,
  dialog,
  type IpcMainInvokeEvent,
  ipcMain,
  Menu,
  type OpenDialogOptions,
  protocol,
  session,
  shell,
} from 'electron';
import { SCHEMA } from '../shared/commits/index.ts';
import { contract, type MenuCommand, type Settings, serve } from '../shared/contract/index.ts';
import { TEXT_HEAP_MB } from './host/host-options.ts';
import { createHost, type RunningHost } from './host/index.ts';
import { menuTemplate } from './runtime/app-menu.ts';
import { type DeskWindow, openDeskWindow } from './runtime/desk-window.ts';
import { forkUtility } from './runtime/fork-utility.ts';
import { parseLaunchOptions } from './runtime/launch-options.ts';
import { HANDLED_FAILURE, languageOf, lines } from './runtime/lines.ts';
import { confineAllPages, grantThePageLittle } from './runtime/lock-down.ts';
import { openLog } from './runtime/log-file.ts';
import { builtPage } from './runtime/page.ts';
import { isPage, pageProtocol } from './runtime/page-protocol.ts';
import { printWithElectron } from './runtime/print-with-electron.ts';

/** Transfer Desk in Electron: one window over the host, and nothing that the page could reach beyond. */
const dist = join(import.meta.dirname, '..');
const launch = parseLaunchOptions(process.argv.slice(1));
const log = openLog(launch.dataFolder);

let desk: DeskWindow | null = null;
let host: RunningHost | null = null;
let placeKept = async (): Promise<void> => undefined;

// One process for each data folder: Chromium's lock is in its profile.
app.setPath('userData', join(launch.dataFolder, 'electron-profile'));
app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
confineAllPages(app);

function systemLocale(): string {
  return app.getPreferredSystemLanguages()[0] ?? app.getLocale();
}

async function choosePlace(name: string): Promise<string | null> {
  const options = { defaultPath: join(app.getPath('documents'), name) };
  const { canceled, filePath } = await (desk
    ? dialog.showSaveDialog(desk.window, options)
    : dialog.showSaveDialog(options));
  return canceled || filePath === '' ? null : filePath;
}

async function chooseFolder(): Promise<string | null> {
  const options: OpenDialogOptions = { properties: ['openDirectory', 'createDirectory'] };
  const { canceled, filePaths } = await (desk
    ? dialog.showOpenDialog(desk.window, options)
    : dialog.showOpenDialog(options));
  return canceled ? null : (filePaths[0] ?? null);
}

function setMenu({ language }: Settings): void {
  const spoken = language === 'system' ? languageOf(systemLocale()) : language;
  const send = (command: MenuCommand): void => desk?.window.webContents.send('desk:menu', command);
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(menuTemplate(spoken, process.platform === 'darwin', send)),
  );
}

/** Only the desk's own page may call: its top frame, at its own origin. */
function isFromDesk({ senderFrame, sender }: IpcMainInvokeEvent): boolean {
  return (
    sender === desk?.window.webContents &&
    senderFrame !== null &&
    senderFrame.parent === null &&
    isPage(senderFrame.url)
  );
}

function answerCalls({ handlers }: RunningHost): void {
  const call = serve(
    contract,
    {
      ...handlers,
      writeSettings: async (change) => {
        const written = await handlers.writeSettings(change);
        if (written.ok) setMenu(written.value);
        return written;
      },
    },
    log,
  );
  ipcMain.handle('desk:call', (event, name: unknown, input: unknown) => {
    if (!isFromDesk(event)) throw new Error('refused');
    return call(name, input);
  });
}

function showWindow(): void {
  if (desk) {
    if (desk.window.isMinimized()) desk.window.restore();
    desk.window.focus();
    return;
  }
  desk = openDeskWindow({
    dataFolder: launch.dataFolder,
    preload: join(dist, 'electron/preload.cjs'),
    icon: join(dist, 'icon.png'),
    devTools: !app.isPackaged,
  });
  placeKept = desk.placeKept;
  desk.window.on('closed', () => {
    desk = null;
  });
}

async function run(): Promise<void> {
  await app.whenReady();
  grantThePageLittle(session.defaultSession);
  protocol.handle('app', pageProtocol(builtPage(join(dist, 'renderer'))));
  const created = await createHost({
    dataFolder: launch.dataFolder,
    runtime: 'electron',
    appVersion: app.getVersion(),
    schema: SCHEMA,
    demo: launch.demo,
    systemLocale,
    exportFolder: null,
    choosePlace,
    withPrinter: printWithElectron,
    fontCss: join(dist, 'fonts/index.css'),
    spawnParser: () =>
      forkUtility(join(dist, 'electron/parser-child.js'), 'Transfer Desk spreadsheet reader'),
    spawnArchiver: () =>
      forkUtility(join(dist, 'electron/archive-child.js'), 'Transfer Desk archiver'),
    spawnTextReader: () =>
      forkUtility(
        join(dist, 'electron/attachment-text-child.js'),
        'Transfer Desk attachment reader',
        TEXT_HEAP_MB,
      ),
    spawnDocumentWriter: () =>
      forkUtility(join(dist, 'electron/document-child.js'), 'Transfer Desk document writer'),
    cMapFolder: join(dist, 'cmaps'),
    revealFile: async (path) => {
      if (existsSync(path)) shell.showItemInFolder(path);
    },
    openPath: async (path) => (await shell.openPath(path)) === '',
    chooseFolder,
    storageFolder: join(app.getPath('userData'), 'IndexedDB'),
    minFreeBytes: launch.minFreeBytes,
    now: Date.now,
    log,
  });
  if (!created.ok) {
    const say = lines[languageOf(systemLocale())];
    const line =
      created.error.type === 'dataFolderInUse'
        ? say.inUse(launch.dataFolder, created.error.pid)
        : say.cannotWrite(launch.dataFolder);
    console.error(line);
    dialog.showErrorBox('Transfer Desk · 成果经纪台', line);
    app.exit(HANDLED_FAILURE);
    return;
  }
  host = created.value;
  answerCalls(host);
  const settings = await host.handlers.readSettings({});
  if (settings.ok) setMenu(settings.value);
  showWindow();
}

/** Whether the app was started again while it was ending. */
let wantedAgain = false;
let ending = false;

function startAgain(): void {
  // An AppImage is unpacked for as long as it runs: what is to be started is the file itself.
  const { APPIMAGE } = process.env;
  app.relaunch(APPIMAGE === undefined ? {} : { execPath: APPIMAGE });
}

app.on('second-instance', () => {
  if (ending) wantedAgain = true;
  else showWindow();
});
app.on('will-quit', (event) => {
  if (host === null) return;
  // The app ends when what is being written is on the disk.
  event.preventDefault();
  ending = true;
  const ended = Promise.allSettled([placeKept(), host.close()]);
  host = null;
  void ended.then(() => {
    if (wantedAgain) startAgain();
    app.quit();
  });
});

if (app.requestSingleInstanceLock()) {
  run().catch((error: unknown) => {
    log('start', error);
    app.exit(1);
  });
} else {
  app.quit();
}
