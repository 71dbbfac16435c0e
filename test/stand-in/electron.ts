import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { basename, join } from 'node:path';
import type * as Electron from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import { app, onQuit } from './app.ts';
import { answerControl } from './control.ts';
import { ipcMain } from './ipc.ts';
import { setMenu } from './menu.ts';
import { session } from './sessions.ts';
import { allWindows, BrowserWindow, closeChromium } from './windows.ts';

/**
 * A stand-in for the `electron` module, for computers on which Electron's binary cannot be had: it
 * runs the app's real main.js and preload.cjs over pages of Chromium. It has what the app uses and
 * nothing else; its types hold it to Electron's own declarations.
 *
 * What it cannot show: Electron's process sandbox, its isolation of the preload from the page, its
 * native menus and dialogs.
 */
onQuit.closeWindows = () => {
  for (const window of allWindows()) window.close();
};
onQuit.end = closeChromium;

const protocol = {
  registerSchemesAsPrivileged: (): void => undefined,
  handle: session.defaultSession.protocol.handle,
} satisfies Pick<Electron.Protocol, 'handle' | 'registerSchemesAsPrivileged'>;

const Menu = {
  buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
  setApplicationMenu: setMenu,
};

/** Answers that a test has laid ready for the next dialogs; without one, the file goes to a folder. */
const saveAnswers: (string | null)[] = [];
const errorBoxes: { readonly title: string; readonly content: string }[] = [];

const dialog = {
  showSaveDialog: async (...given: readonly unknown[]) => {
    // With or without a window before the options, as in Electron.
    const { defaultPath = '' } = given.at(-1) as Electron.SaveDialogOptions;
    const laid = saveAnswers.shift();
    const folder = process.env.STAND_IN_SAVE_FOLDER ?? '';
    const filePath = laid === undefined ? join(folder, basename(defaultPath)) : (laid ?? '');
    return { canceled: filePath === '', filePath };
  },
  showOpenDialog: async () => {
    const filePaths = [saveAnswers.shift() ?? []].flat();
    return { canceled: filePaths.length === 0, filePaths };
  },
  showErrorBox: (title: string, content: string): void => {
    errorBoxes.push({ title, content });
  },
} satisfies Pick<Electron.Dialog, 'showErrorBox' | 'showOpenDialog' | 'showSaveDialog'>;

const shown: string[] = [];
const opened: string[] = [];
const shell = {
  showItemInFolder: (path: string): void => {
    shown.push(path);
  },
  openPath: async (path: string): Promise<string> => {
    opened.push(path);
    return '';
  },
} satisfies Pick<Electron.Shell, 'openPath' | 'showItemInFolder'>;

const display = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } } satisfies Pick<
  Electron.Display,
  'id' | 'workArea'
>;

const screen = {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
} satisfies Record<keyof Pick<Electron.Screen, 'getAllDisplays' | 'getPrimaryDisplay'>, unknown>;

const utilityProcess = {
  fork: (
    ...[modulePath, args = [], options = {}]: Parameters<typeof Electron.utilityProcess.fork>
  ) => {
    const child = fork(modulePath, args, {
      execArgv: options.execArgv ?? [],
      serialization: 'advanced',
      stdio: 'ignore',
    });
    return Object.assign(new EventEmitter(), {
      postMessage: (message: unknown): void => {
        child.send(message as object, () => undefined);
      },
      kill: (): boolean => child.kill('SIGKILL'),
      on: (event: string, listener: (...args: unknown[]) => void) => child.on(event, listener),
      once: (event: string, listener: (...args: unknown[]) => void) => child.once(event, listener),
    } satisfies Record<
      keyof Pick<Electron.UtilityProcess, 'kill' | 'on' | 'once' | 'postMessage'>,
      unknown
    >);
  },
};

answerControl({ saveAnswers, errorBoxes, shown, opened });

export {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
};
