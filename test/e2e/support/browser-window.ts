import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { findTestBrowser } from '../../../build/find-browser.ts';
import { allGone, killProcessesOf } from './processes.ts';
import { type LaunchPlace, launchArgs, type RunningApp } from './runtime.ts';

export interface BrowserProcess {
  readonly child: ChildProcess;
  readonly said: () => string;
  /** The address that the process gives out, with the key in it. */
  readonly entrance: () => Promise<string>;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on TCP has this form of address.
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** Starts the real browser.js; without a display and with `--no-window` it gives its address. */
export function startBrowserRuntime(
  place: LaunchPlace,
  port: number,
  args: readonly string[] = ['--no-window'],
  env: NodeJS.ProcessEnv = {},
): BrowserProcess {
  const child = spawn(
    process.execPath,
    [
      join(place.dist, 'electron/browser.js'),
      ...launchArgs(place),
      '--port',
      String(port),
      ...args,
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      // Its home decides where files are saved; the downloads folder is there from the start.
      env: {
        ...process.env,
        HOME: dirname(place.saveFolder),
        XDG_CONFIG_HOME: join(place.dataFolder, 'no-config'),
        LC_ALL: `${place.locale.replace('-', '_')}.UTF-8`,
        ...env,
      },
    },
  );
  let said = '';
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  // Whoever only wants the process to end does not ask for its address.
  promise.catch(() => undefined);
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      const address = /http:\/\/\S+/.exec(said)?.[0];
      if (address) resolve(address);
    });
  }
  child.once('exit', (code) => reject(new Error(`the app has ended with ${code}: ${said}`)));
  return { child, said: () => said, entrance: () => promise };
}

/** The browser window as a test has it: the real server, in a Chromium that the test drives. */
export async function launchBrowserWindow(
  place: LaunchPlace,
  port: number,
): Promise<RunningApp & { readonly process: BrowserProcess }> {
  if (!existsSync(place.saveFolder)) throw new Error('the save folder must be there');
  const started = startBrowserRuntime(place, port);
  const entrance = await started.entrance();
  const { executablePath, args, env } = await findTestBrowser();
  const context = await chromium.launchPersistentContext(
    join(place.dataFolder, 'browser-profile'),
    {
      executablePath,
      env,
      args,
      headless: true,
      viewport: { width: 1280, height: 800 },
    },
  );
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(entrance);
  return {
    process: started,
    page,
    close: async () => {
      await context.close();
      started.child.kill('SIGTERM');
      if (started.child.exitCode === null) await once(started.child, 'exit');
      await allGone(place.dataFolder);
    },
    kill: () => killProcessesOf(place.dataFolder),
  };
}
