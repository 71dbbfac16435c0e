import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import type { RuntimeName } from '../../../build/playwright.config.ts';
import { freePort, launchBrowserWindow } from './browser-window.ts';
import { launchElectron } from './electron.ts';
import { killProcessesOf } from './processes.ts';
import type { LaunchPlace, RunningApp } from './runtime.ts';
import { launchStandIn } from './stand-in.ts';

/** The built app on one runtime, over a data folder that lasts for one test. */
export interface DeskApp {
  /** The window; another one after a restart. */
  readonly page: Page;
  readonly dataFolder: string;
  /** Ends the app as the user does and starts it again, with more options if given. */
  readonly restart: (options?: readonly string[]) => Promise<void>;
  /** Ends all its processes at once, as a crash does. `restart` starts it again. */
  readonly kill: () => Promise<void>;
  /** The browser's own storage of this runtime, to be damaged while the app is not running. */
  readonly indexedDbFolder: string;
  /** Path of a file that the app has saved, once it is there. */
  readonly savedFile: (name: string) => Promise<string>;
}

export interface DeskOptions {
  readonly locale: 'zh-CN' | 'en-US';
  /** Started with `--demo`. */
  readonly demo: boolean;
}

const dist = join(import.meta.dirname, '../../../dist');
const profiles: Readonly<Record<RuntimeName, string>> = {
  'browser-window': 'browser-profile',
  'stand-in': 'electron-profile',
  electron: 'electron-profile',
};

function launch(runtime: RuntimeName, place: LaunchPlace, port: number): Promise<RunningApp> {
  switch (runtime) {
    case 'browser-window':
      return launchBrowserWindow(place, port);
    case 'stand-in':
      return launchStandIn(place);
    case 'electron':
      return launchElectron(place);
  }
}

export const test = base.extend<
  { readonly app: DeskApp; readonly desk: DeskOptions },
  { readonly runtime: RuntimeName }
>({
  runtime: ['browser-window', { option: true, scope: 'worker' }],
  desk: [{ locale: 'zh-CN', demo: false }, { option: true }],
  app: async ({ runtime, desk }, use) => {
    const home = mkdtempSync(join(tmpdir(), 'transfer-desk-e2e-'));
    const place: LaunchPlace = {
      ...desk,
      dist,
      dataFolder: join(home, 'data'),
      saveFolder: join(home, 'Downloads'),
    };
    mkdirSync(place.saveFolder);
    // Another port would be another IndexedDB: it stays for all starts of one test.
    const port = await freePort();
    let running: RunningApp | null = await launch(runtime, place, port);
    await use({
      get page() {
        if (running === null) throw new Error('the app is not running');
        return running.page;
      },
      dataFolder: place.dataFolder,
      indexedDbFolder: join(place.dataFolder, profiles[runtime], 'Default/IndexedDB'),
      restart: async (options = []) => {
        await running?.close();
        running = await launch(runtime, { ...place, options }, port);
      },
      kill: async () => {
        await running?.kill();
        running = null;
      },
      savedFile: async (name) => {
        const path = join(place.saveFolder, name);
        await expect.poll(() => existsSync(path), { message: `saved file ${name}` }).toBe(true);
        return path;
      },
    });
    await killProcessesOf(place.dataFolder);
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  },
});

export { expect };
