import { findInstalledBrowser } from '../electron/runtime/installed-browser.ts';
import { findNpmBrowser } from '../electron/runtime/npm-browser.ts';

/** A Chromium for tests. It can be given to Playwright as `launchOptions` as it is. */
export interface TestBrowser {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string | undefined>;
  /** `bundled` is the headless shell from the npm package: it never has a window. */
  readonly kind: 'installed' | 'bundled';
}

/** Tests run as root, in containers, with no graphics card and no network. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The browser for tests: the one that the app itself would find, otherwise that of the npm package.
 * `TRANSFER_DESK_TEST_BROWSER=bundled` passes installed ones over.
 */
export async function findTestBrowser(): Promise<TestBrowser> {
  const bundledWanted = process.env.TRANSFER_DESK_TEST_BROWSER === 'bundled';
  const installed = bundledWanted ? null : findInstalledBrowser();
  if (installed) return { executablePath: installed, args, env: process.env, kind: 'installed' };
  const unpack = findNpmBrowser();
  if (unpack) return { ...(await unpack()), args, kind: 'bundled' };
  throw new Error('The tests need a browser: install Chrome, Edge or Chromium.');
}
