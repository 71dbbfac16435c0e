import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished, test } from 'vitest';
import { allGone, killProcessesOf, processesOf } from '../../e2e/support/processes.ts';
import type { LaunchPlace } from '../../e2e/support/runtime.ts';
import { launchStandIn, startStandIn } from '../../e2e/support/stand-in.ts';
import { aCommit } from '../host/support.ts';
import { freshPlace } from './support/place.ts';

const dist = inject('runtimes');
/** One app for what leaves it as it was. */
let app: App;
const place = freshPlace(dist, { locale: 'en-US' });

beforeAll(async () => {
  app = await launchStandIn(place);
});

afterAll(() => app.close());

async function launch(place: LaunchPlace): Promise<App> {
  const app = await launchStandIn(place);
  onTestFinished(() => killProcessesOf(place.dataFolder));
  return app;
}

type App = Awaited<ReturnType<typeof launchStandIn>>;

const commandsOf = (): Promise<unknown> =>
  app.page.evaluate(() => (globalThis as unknown as { commands: unknown }).commands);

describe('the window', () => {
  it('has no way to Node, and no page in it may do more than show itself', async () => {
    const { sandboxEnabled, webPreferences } = await app.process.ask('state');
    expect(sandboxEnabled).toBe(true);
    expect(webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    });
    const answers = async (name: string, origin: string) =>
      app.process.ask('permission', { name, origin });
    const nothing = { check: false, request: false, device: false };
    expect(await answers('media', 'app://desk')).toEqual(nothing);
    expect(await answers('geolocation', 'app://desk')).toEqual(nothing);
    expect(await answers('clipboard-sanitized-write', 'https://example.org')).toEqual(nothing);
    expect(await answers('clipboard-sanitized-write', 'app://desk')).toMatchObject({ check: true });
  });

  it('has no tools for developers in a packaged app', async () => {
    const place = freshPlace(dist);
    const started = startStandIn(place, { STAND_IN_PACKAGED: '1' });
    onTestFinished(() => killProcessesOf(place.dataFolder));
    await started.ask('debuggingPort');
    expect((await started.ask('state')).webPreferences).toMatchObject({ devTools: false });
  });

  it('opens no other window and goes nowhere else', async () => {
    const here = app.page.url();
    const refused = app.page.waitForEvent('requestfailed', (request) =>
      request.url().startsWith('https://example.org'),
    );
    await app.page.evaluate(() => {
      Object.assign(globalThis, { mark: 'the same page' });
      globalThis.open('https://example.org/');
      location.href = 'https://example.org/';
    });
    await refused;
    expect(app.page.url()).toBe(here);
    expect(app.page.context().pages()).toHaveLength(1);
    expect(await app.page.evaluate('mark')).toBe('the same page');
  });

  it('comes back where it was, at its size, whichever signal has ended it', async () => {
    const place = freshPlace(dist);
    const endBy = async (app: App, signal: 'SIGINT' | 'SIGTERM'): Promise<void> => {
      expect(processesOf(place.dataFolder).length).toBeGreaterThan(1);
      app.process.child.kill(signal);
      await allGone(place.dataFolder);
      await expect.poll(() => app.process.child.exitCode).toBe(0);
    };
    const first = await launch(place);
    await first.process.ask('setBounds', { x: 300, y: 120, width: 1111, height: 777 });
    await first.process.ask('maximise');
    await endBy(first, 'SIGINT');
    const kept = JSON.parse(readFileSync(join(place.dataFolder, 'window.json'), 'utf8'));
    expect(kept).toEqual({ x: 300, y: 120, width: 1111, height: 777, maximised: true });
    const again = await launch(place);
    expect(await again.process.ask('state')).toMatchObject({
      bounds: { x: 300, y: 120, width: 1111, height: 777 },
      maximised: true,
    });
    expect(await again.page.evaluate(() => globalThis.desk?.send('vaultState', {}))).toMatchObject({
      ok: true,
    });
    await endBy(again, 'SIGTERM');
  });
});

describe('the menu', () => {
  it('is in the system language, and changes with the setting', async () => {
    expect(Object.keys(await app.process.ask('menu'))).toEqual(['File', 'Edit', 'View', 'Window']);
    await app.page.evaluate(() => globalThis.desk?.send('writeSettings', { language: 'zh' }));
    const menu = await app.process.ask('menu');
    expect(Object.keys(menu)).toEqual(['文件', '编辑', '显示', '窗口']);
    expect(menu['文件']).toContain('新建科技成果');
  });

  it('tells the page what was chosen', async () => {
    const commands = ['newAchievement', 'newEnterprise', 'newDeal', 'import', 'export', 'settings'];
    for (const id of [...commands, 'undo', 'redo', 'search']) await app.process.ask('click', id);
    await expect.poll(commandsOf).toEqual([...commands, 'undo', 'redo', 'search']);
  });
});

describe('calls', () => {
  it('are answered to the top frame alone', async () => {
    const answered = await app.page.evaluate(async () => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const inside = frame.contentWindow as unknown as {
        electronInvoke: (channel: string, args: unknown[]) => Promise<unknown>;
      };
      return inside.electronInvoke('desk:call', ['vaultState', {}]).then(
        () => 'answered',
        () => 'refused',
      );
    });
    expect(answered).toBe('refused');
    const own = await app.page.evaluate(() => globalThis.desk?.send('vaultState', {}));
    expect(own).toMatchObject({ ok: true });
  });

  it('save nothing when the dialog is cancelled', async () => {
    await app.process.ask('answerSaveDialog', null);
    const saved = await app.page.evaluate(() =>
      globalThis.desk?.send('saveBackup', {
        job: crypto.randomUUID(),
        name: 'a',
        lock: { type: 'open' },
      }),
    );
    expect(saved).toEqual({ ok: true, value: { saved: { place: 'cancelled' }, leftOut: [] } });
  });
});

test('a start while it is ending is answered when it has ended', async () => {
  const place = freshPlace(dist);
  const first = await launch(place);
  // Something for the last snapshot, so that ending takes its time.
  const deskId = '01890a5d-ac96-774b-bcce-b302099a8057';
  const input = JSON.stringify({ deskId, after: 0, commits: [aCommit(1)], tally: null });
  const kept = await first.page.evaluate(
    (given) => globalThis.desk?.send('appendCommits', JSON.parse(given)),
    input,
  );
  expect(kept).toMatchObject({ ok: true });
  const lock = join(place.dataFolder, 'lock');
  const lockedBy = (): unknown => (existsSync(lock) ? readFileSync(lock, 'utf8') : '');
  first.process.child.kill('SIGTERM');
  await expect.poll(lockedBy, { interval: 5 }).toContain('"ending":true');
  startStandIn(place);
  await expect.poll(lockedBy, { timeout: 20_000 }).toContain('"ending":false');
  expect(lockedBy()).not.toContain(`"pid":${first.process.child.pid},`);
});

test('a second start for the same data folder shows the first, and ends', async () => {
  const before = (await app.process.ask('state')).focusCount;
  const second = startStandIn(place);
  await expect.poll(() => second.child.exitCode, { timeout: 20_000 }).toBe(0);
  expect((await app.process.ask('state')).focusCount).toBe(before + 1);
});
