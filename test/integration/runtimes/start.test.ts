import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { freePort } from '../../e2e/support/browser-window.ts';
import { allGone, killProcessesOf } from '../../e2e/support/processes.ts';
import { temporaryFolder } from './support/temporary.ts';

const script = join(import.meta.dirname, '../../../build/start.mjs');

interface Started {
  readonly said: () => string;
  readonly ended: Promise<number | null>;
  readonly interrupt: () => void;
}

function start(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  node = process.execPath,
): Started {
  const child = spawn(node, [script, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'en_US.UTF-8', ...env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
    });
  }
  return {
    said: () => said,
    ended: once(child, 'close').then(([code]) => code),
    interrupt: () => child.kill('SIGINT'),
  };
}

describe('npm start', () => {
  it.each([
    ['zh_CN.UTF-8', '用法：npm start'],
    ['en_US.UTF-8', 'Usage: npm start'],
  ])('helps in the language of the system, %s', async (locale, usage) => {
    const started = start(['--help'], { LC_ALL: locale });
    expect(await started.ended).toBe(0);
    expect(started.said()).toContain(usage);
    for (const option of [
      '--browser',
      '--demo',
      '--data',
      '--port',
      '--no-window',
      '--min-free',
      '--help',
    ]) {
      expect(started.said()).toContain(option);
    }
  });

  it.each([
    [['--brwoser'], '--brwoser'],
    [['--port', '80'], '--port 80'],
    [['--port', 'x'], '--port x'],
    [['--min-free', 'some'], '--min-free some'],
  ])('refuses %s in one line', async (args, quoted) => {
    const started = start(args);
    expect(await started.ended).toBe(1);
    expect(started.said()).toBe(`Unknown option: ${quoted} (--help shows what there is)\n`);
  });

  it('builds what is not built, serves where there is no window, and ends at Ctrl-C', async () => {
    const dataFolder = join(temporaryFolder(), 'data');
    onTestFinished(() => killProcessesOf(dataFolder));
    const port = await freePort();
    const started = start(['--browser', '--data', dataFolder, '--port', String(port)], {
      TRANSFER_DESK_BROWSER: 'none',
    });
    await expect
      .poll(started.said, { timeout: 50_000 })
      .toMatch(/Open in a browser: http:\/\/\S+\n/);
    const address = /http:\/\/\S+/.exec(started.said())?.[0] ?? '';
    expect(await (await fetch(address)).text()).toContain('成果经纪台');
    started.interrupt();
    expect(await started.ended).toBe(0);
    await allGone(dataFolder);
  });
});
