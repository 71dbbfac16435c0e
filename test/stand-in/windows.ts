import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type {
  BrowserWindowConstructorOptions,
  BrowserWindow as ElectronWindow,
  PrintToPDFOptions,
  Rectangle,
  WebContents,
} from 'electron';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { findTestBrowser } from '../../build/find-browser.ts';
import { toChromium, toElectron } from './addresses.ts';
import { app } from './app.ts';
import { ipcMain } from './ipc.ts';
import { preloadScript } from './page-side.ts';
import { defaultSession, type MayNavigate, type SessionStandIn } from './sessions.ts';

type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0];

const { executablePath, args, env } = await findTestBrowser();

/** The app itself hears the signals, and ends Chromium when it ends. */
const launchOptions = {
  executablePath,
  env,
  headless: true,
  handleSIGINT: false,
  handleSIGTERM: false,
  handleSIGHUP: false,
};

/** One Chromium for the app's windows, with the app's profile; made with the first of them. */
let shared: Promise<BrowserContext> | null = null;

function deskContext(): Promise<BrowserContext> {
  shared ??= chromium.launchPersistentContext(app.getPath('userData'), {
    ...launchOptions,
    args: [...args, '--remote-debugging-port=0'],
    viewport: { width: 1280, height: 800 },
  });
  return shared;
}

export async function closeChromium(): Promise<void> {
  await (await shared)?.close();
}

const windows = new Set<BrowserWindow>();

export const allWindows = (): readonly BrowserWindow[] => [...windows];

type UsedOfContents = Pick<WebContents, 'printToPDF' | 'send' | 'setWindowOpenHandler'>;

/** The page's end of a window: what `webContents` is asked for in the app. */
class Contents extends EventEmitter implements UsedOfContents {
  page: Page | null = null;
  /** Navigations that the app itself asked for are not put to `will-frame-navigate`. */
  expected: string | null = null;
  openHandler: OpenHandler = () => ({ action: 'allow' });

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  send(channel: string, ...sent: readonly unknown[]): void {
    this.page
      ?.evaluate(
        ([heard, values]) => {
          const page = globalThis as unknown as Record<string, (...heard: unknown[]) => void>;
          page.electronHear?.(heard, ...values);
        },
        [channel, sent] as const,
      )
      .catch(() => undefined);
  }

  async printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
    if (!this.page) throw new Error('no page to print');
    return this.page.pdf({
      preferCSSPageSize: options.preferCSSPageSize === true,
      printBackground: options.printBackground === true,
    });
  }

  readonly mayNavigate: MayNavigate = (url, isMainFrame) => {
    if (isMainFrame && url === this.expected) return true;
    let prevented = false;
    this.emit('will-frame-navigate', {
      url,
      isMainFrame,
      preventDefault: () => {
        prevented = true;
      },
    });
    return !prevented;
  };
}

type UsedOfWindow = Pick<
  ElectronWindow,
  | 'close'
  | 'destroy'
  | 'focus'
  | 'getNormalBounds'
  | 'isDestroyed'
  | 'isMaximized'
  | 'isMinimized'
  | 'isVisible'
  | 'loadURL'
  | 'maximize'
  | 'minimize'
  | 'restore'
  | 'show'
>;

/** As much of Electron's window as the app uses: a class, because the app makes it with `new`. */
export class BrowserWindow extends EventEmitter implements UsedOfWindow {
  readonly options: BrowserWindowConstructorOptions;
  readonly webContents = new Contents();
  focusCount = 0;
  #bounds: Rectangle;
  #maximised = false;
  #minimised = false;
  #shown: boolean;
  #destroyed = false;
  #own: { close: () => Promise<void> } | null = null;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    this.options = options;
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.#bounds = { x, y, width, height };
    this.#shown = options.show !== false;
    windows.add(this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  async loadURL(address: string): Promise<void> {
    const { webPreferences } = this.options;
    // A stand-in window is made with a stand-in session or none.
    const given = webPreferences?.session as unknown as SessionStandIn | undefined;
    const page = given ? await this.#privatePage(given) : await this.#deskPage();
    this.webContents.page = page;
    this.webContents.expected = address;
    await page.goto(toChromium(address));
    this.emit('ready-to-show');
  }

  /** A page of a session of its own: another Chromium, in which nothing is kept. */
  async #privatePage(own: SessionStandIn): Promise<Page> {
    const browser = await chromium.launch({ ...launchOptions, args: [...args] });
    this.#own = browser;
    const context = await browser.newContext({
      javaScriptEnabled: this.options.webPreferences?.javascript !== false,
    });
    await own.serve(context, this.webContents.mayNavigate);
    return context.newPage();
  }

  async #deskPage(): Promise<Page> {
    const context = await deskContext();
    const page = context.pages()[0] ?? (await context.newPage());
    await defaultSession.serve(context, this.webContents.mayNavigate);
    await page.exposeBinding('electronInvoke', (source, channel: string, sent: unknown[]) =>
      ipcMain.dispatch(
        channel,
        {
          sender: this.webContents,
          senderFrame: {
            url: toElectron(source.frame.url()),
            parent: source.frame.parentFrame() === null ? null : {},
          },
        },
        sent,
      ),
    );
    const preload = this.options.webPreferences?.preload;
    if (preload) await page.addInitScript(preloadScript(readFileSync(preload, 'utf8')));
    context.on('page', (popup) => {
      const { action } = this.webContents.openHandler({ url: popup.url() } as never);
      if (action === 'deny') void popup.close();
    });
    page.on('close', () => this.#gone());
    return page;
  }

  #gone(): void {
    if (this.#destroyed) return;
    this.emit('close', {});
    this.#destroyed = true;
    windows.delete(this);
    this.emit('closed');
    // Electron quits with the last window of an app that does not listen for it.
    if (windows.size === 0) app.quit();
  }

  show = (): void => {
    this.#shown = true;
  };
  focus = (): void => {
    this.focusCount += 1;
  };
  restore = (): void => {
    this.#minimised = false;
  };
  minimize = (): void => {
    this.#minimised = true;
  };
  maximize = (): void => {
    this.#maximised = true;
    this.emit('maximize');
  };
  close = (): void => {
    this.#gone();
    void this.webContents.page?.close().catch(() => undefined);
  };
  destroy = (): void => {
    this.#destroyed = true;
    windows.delete(this);
    void this.#own?.close();
  };
  setBounds = (bounds: Rectangle): void => {
    this.#bounds = bounds;
    this.emit('resize');
  };
  getNormalBounds = (): Rectangle => this.#bounds;
  isMaximized = (): boolean => this.#maximised;
  isMinimized = (): boolean => this.#minimised;
  isDestroyed = (): boolean => this.#destroyed;
  isVisible = (): boolean => this.#shown;
}

/** Where a test can join the app's Chromium, once the window is shown. */
export async function debuggingPort(): Promise<number> {
  while (!allWindows()[0]?.isVisible()) await wait(20);
  const file = join(app.getPath('userData'), 'DevToolsActivePort');
  return Number(readFileSync(file, 'utf8').split('\n')[0]);
}
