import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { findTestBrowser } from '../../../build/find-browser.ts';
import {
  type BrowserProcess,
  freePort,
  startBrowserRuntime,
} from '../../e2e/support/browser-window.ts';
import { allGone, killProcessesOf, processesOf } from '../../e2e/support/processes.ts';
import type { LaunchPlace } from '../../e2e/support/runtime.ts';
import { freshPlace } from './support/place.ts';

const dist = inject('runtimes');

function start(...given: Parameters<typeof startBrowserRuntime>): BrowserProcess {
  onTestFinished(() => killProcessesOf(given[0].dataFolder));
  return startBrowserRuntime(...given);
}

/**
 * A browser that shows its window on no screen: the real one with `--headless`, which takes the
 * address bare and needs a reason to stay.
 */
async function hiddenBrowser(place: LaunchPlace): Promise<string> {
  const { executablePath, args, env } = await findTestBrowser();
  const path = join(place.saveFolder, 'browser.sh');
  const script = [
    '#!/bin/bash',
    ...['LD_LIBRARY_PATH', 'FONTCONFIG_PATH'].map((name) => `export ${name}='${env[name] ?? ''}'`),
    `given=("\${@/#--app=/}")`,
    `exec '${executablePath}' --headless --remote-debugging-port=0 ${args.join(' ')} "\${given[@]}"`,
  ];
  writeFileSync(path, script.join('\n'));
  chmodSync(path, 0o755);
  return path;
}

/** The page of these tests writes itself into the settings when it has come up. */
async function pageWasThere({ dataFolder }: LaunchPlace): Promise<void> {
  const settings = join(dataFolder, 'settings.json');
  const written = (): string => (existsSync(settings) ? readFileSync(settings, 'utf8') : '');
  await expect.poll(written, { timeout: 40_000 }).toContain('the page');
}

describe('without a window', () => {
  it('says in one line why, and gives the address', async () => {
    const place = freshPlace(dist);
    const env = { TRANSFER_DESK_BROWSER: 'none', DISPLAY: ':99' };
    const app = start(place, await freePort(), [], env);
    const address = await app.entrance();
    expect(app.said()).toBe(`没有找到 Chrome、Edge 或 Chromium。\n请在浏览器中打开：${address}\n`);
    expect((await fetch(address)).status).toBe(200);
  });

  it('gives the address where there is no display', async () => {
    const env = { DISPLAY: '', WAYLAND_DISPLAY: '', TRANSFER_DESK_BROWSER: '/bin/true' };
    const app = start(freshPlace(dist, { locale: 'en-US' }), await freePort(), [], env);
    const address = await app.entrance();
    expect(app.said()).toBe(
      `There is no display, so no window is opened.\nOpen in a browser: ${address}\n`,
    );
  });

  it('gives the address when the browser fails', async () => {
    const env = { DISPLAY: ':99', TRANSFER_DESK_BROWSER: '/bin/false' };
    const app = start(freshPlace(dist), await freePort(), [], env);
    await app.entrance();
    expect(app.said()).toContain('浏览器未能打开窗口：/bin/false\n');
  });
});

describe('with a window', () => {
  it('ends when the window is closed', async () => {
    const place = freshPlace(dist);
    const env = { DISPLAY: ':99', TRANSFER_DESK_BROWSER: await hiddenBrowser(place) };
    const app = start(place, await freePort(), [], env);
    await pageWasThere(place);
    const browser = processesOf(place.dataFolder).filter((pid) => pid !== app.child.pid);
    expect(browser.length).toBeGreaterThan(0);
    expect(app.child.exitCode).toBeNull();
    for (const pid of browser) {
      try {
        process.kill(pid, 'SIGTERM');
      } catch {
        // It has gone with another.
      }
    }
    await allGone(place.dataFolder);
    await expect.poll(() => app.child.exitCode).toBe(0);
  });

  it('closes the window when it is asked to end', async () => {
    const place = freshPlace(dist);
    const env = { DISPLAY: ':99', TRANSFER_DESK_BROWSER: await hiddenBrowser(place) };
    const app = start(place, await freePort(), [], env);
    await pageWasThere(place);
    app.child.kill('SIGINT');
    await allGone(place.dataFolder);
    await expect.poll(() => app.child.exitCode).toBe(0);
  });
});

describe('one at a time', () => {
  it('says so when the port is taken, and stops', async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    onTestFinished(() => void other.close());
    const place = freshPlace(dist);
    const app = start(place, port);
    await expect.poll(() => app.child.exitCode, { timeout: 20_000 }).toBe(3);
    expect(app.said().trim().split('\n')).toEqual([
      expect.stringContaining(`端口 ${port} 已被其他程序占用`),
    ]);
  });

  it('says so when the data folder is in use, and stops', async () => {
    const place = freshPlace(dist);
    const first = start(place, await freePort());
    await first.entrance();
    const second = start(place, await freePort());
    await expect.poll(() => second.child.exitCode, { timeout: 20_000 }).toBe(3);
    expect(second.said()).toContain(`进程 ${first.child.pid}`);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'gives all free again at %s, to who starts it again at once as well',
    async (signal) => {
      const place = freshPlace(dist);
      const port = await freePort();
      const first = start(place, port);
      await first.entrance();
      const lock = join(place.dataFolder, 'lock');
      const isHeld = (): boolean =>
        existsSync(lock) && !readFileSync(lock, 'utf8').includes('"ending":true');
      first.child.kill(signal);
      await expect.poll(isHeld, { interval: 5 }).toBe(false);
      expect(await start(place, port).entrance()).toContain(`:${port}/`);
      await expect.poll(() => first.child.exitCode).toBe(0);
    },
  );
});
