import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { App } from 'electron';

type UsedOfApp = Pick<
  App,
  | 'enableSandbox'
  | 'exit'
  | 'getLocale'
  | 'getPath'
  | 'getPreferredSystemLanguages'
  | 'getVersion'
  | 'quit'
  | 'relaunch'
  | 'requestSingleInstanceLock'
  | 'setPath'
  | 'whenReady'
> & { isPackaged: boolean };

/** What ends with the app, in this order; the windows' module adds itself. */
export const onQuit: { closeWindows: () => void; end: () => Promise<void> } = {
  closeWindows: () => undefined,
  end: async () => undefined,
};

const paths = new Map<string, string>([
  ['userData', join(tmpdir(), 'stand-in')],
  // Where the save dialog starts.
  ['documents', join(homedir(), 'Documents')],
]);

export const facts = { sandboxEnabled: false };

const lockFile = (): string => join(paths.get('userData') ?? '', 'stand-in.lock');

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The process that has the profile, or null. */
function holder(): number | null {
  try {
    const pid = Number(readFileSync(lockFile(), 'utf8'));
    return isRunning(pid) ? pid : null;
  } catch {
    return null;
  }
}

let startAgain = (): void => undefined;

async function end(code: number): Promise<never> {
  await onQuit.end().catch(() => undefined);
  startAgain();
  process.exit(code);
}

const members: UsedOfApp = {
  isPackaged: process.env.STAND_IN_PACKAGED === '1',
  enableSandbox: () => {
    facts.sandboxEnabled = true;
  },
  getLocale: () => 'en-US',
  getPreferredSystemLanguages: () => [process.env.STAND_IN_LOCALE ?? 'zh-CN'],
  getVersion: () => '0.0.0-stand-in',
  getPath: (name) => paths.get(name) ?? homedir(),
  setPath: (name, path) => {
    paths.set(name, path);
  },
  whenReady: () => wait(10),
  requestSingleInstanceLock: () => {
    const other = holder();
    // As Electron does: the first instance hears of the second.
    if (other !== null) process.kill(other, 'SIGUSR2');
    else {
      mkdirSync(paths.get('userData') ?? '', { recursive: true });
      writeFileSync(lockFile(), String(process.pid));
    }
    return other === null;
  },
  quit: () => {
    onQuit.closeWindows();
    let prevented = false;
    app.emit('will-quit', {
      preventDefault: () => {
        prevented = true;
      },
    });
    if (!prevented) void end(0);
  },
  exit: (code = 0) => {
    void end(code);
  },
  relaunch: ({ execPath = process.execPath } = {}) => {
    startAgain = () => {
      const args = [...process.execArgv, ...process.argv.slice(1)];
      spawn(execPath, args, { detached: true, stdio: 'ignore' }).unref();
    };
  },
};

export const app: UsedOfApp & EventEmitter = Object.assign(new EventEmitter(), members);

process.on('SIGUSR2', () => app.emit('second-instance', {}, [], ''));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
