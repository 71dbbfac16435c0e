import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { needsNoSandbox, quietSwitches } from './installed-browser.ts';

/** A page that is gone for as long as this has been closed, not reloaded. */
const RELOAD_MS = 2_000;
/** What a browser takes to put its profile in order. */
const END_MS = 5_000;

export interface AppWindow {
  /** A browser has been let in, and this is the number of pages that the server sees. */
  readonly pagesAre: (pages: number) => void;
  /** Ends the browser, and answers when it has ended. */
  readonly close: () => Promise<void>;
}

export interface AppWindowOptions {
  readonly browser: string;
  readonly address: string;
  readonly dataFolder: string;
  /** The user has closed the window. */
  readonly onClosed: () => void;
  /** The browser ended without having shown anything. */
  readonly onFailed: () => void;
}

/**
 * Shows the desk in the installed browser as a window without browser controls, with a profile of
 * its own in the data folder.
 *
 * The window is closed when no page is left and the browser's process has ended. Either alone does
 * not tell: a browser that finds its profile in use hands the address over and ends at once, and on
 * macOS the process outlives its windows (there it is ended).
 */
export function openAppWindow(options: AppWindowOptions): AppWindow {
  const child: ChildProcess = spawn(
    options.browser,
    [
      `--app=${options.address}`,
      `--user-data-dir=${join(options.dataFolder, 'browser-profile')}`,
      ...quietSwitches,
      ...(needsNoSandbox() ? ['--no-sandbox', '--test-type'] : []),
    ],
    { stdio: 'ignore' },
  );
  let running = true;
  let pages = 0;
  let letIn = false;
  let hadPage = false;
  let timer: NodeJS.Timeout | undefined;

  function settle(): void {
    clearTimeout(timer);
    if (pages > 0) return;
    timer = setTimeout(() => {
      if (running) {
        if (hadPage && process.platform === 'darwin') child.kill();
      } else if (letIn) options.onClosed();
      else options.onFailed();
    }, RELOAD_MS);
  }
  function ended(): void {
    running = false;
    settle();
  }
  child.once('exit', ended);
  child.once('error', ended);

  return {
    pagesAre: (count) => {
      pages = count;
      letIn = true;
      hadPage ||= count > 0;
      settle();
    },
    close: async () => {
      clearTimeout(timer);
      child.off('exit', ended);
      if (!running) return;
      const gone = once(child, 'exit');
      child.kill();
      const force = setTimeout(() => child.kill('SIGKILL'), END_MS);
      await gone;
      clearTimeout(force);
    },
  };
}
