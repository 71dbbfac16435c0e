import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import type { StandInControls } from '../../stand-in/control.ts';
import { allGone, killProcessesOf } from './processes.ts';
import { type LaunchPlace, launchArgs, type RunningApp } from './runtime.ts';

const register = join(import.meta.dirname, '../../stand-in/register.ts');

export interface StandInProcess {
  readonly child: ChildProcess;
  /** What it has said so far. */
  readonly said: () => string;
  readonly ask: <K extends keyof StandInControls>(
    name: K,
    ...argument: Parameters<StandInControls[K]>
  ) => ReturnType<StandInControls[K]>;
}

/** Starts the real main.js on the stand-in for Electron, without waiting for its window. */
export function startStandIn(place: LaunchPlace, env: NodeJS.ProcessEnv = {}): StandInProcess {
  const child = fork(join(place.dist, 'electron/main.js'), launchArgs(place), {
    execArgv: ['--import', register],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      STAND_IN_LOCALE: place.locale,
      STAND_IN_SAVE_FOLDER: place.saveFolder,
      ...env,
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
    });
  }
  let asked = 0;
  async function ask(name: string, ...[argument]: readonly unknown[]): Promise<unknown> {
    asked += 1;
    const id = asked;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const hear = (message: { id: number; value?: unknown; error?: string }): void => {
      if (message.id !== id) return;
      child.off('message', hear);
      child.off('exit', end);
      if (message.error === undefined) resolve(message.value);
      else reject(new Error(message.error));
    };
    const end = (code: number | null): void =>
      reject(new Error(`the app has ended with ${code}: ${said}`));
    child.on('message', hear);
    child.once('exit', end);
    child.send({ id, name, argument });
    return promise;
  }
  // Names and types are those of the other end, which this text cannot see.
  return { child, said: () => said, ask: ask as StandInProcess['ask'] };
}

/** Joins the app's own Chromium. */
async function joinPage(started: StandInProcess): Promise<Page> {
  const port = await started.ask('debuggingPort');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const page = browser.contexts()[0]?.pages()[0];
  if (!page) throw new Error(`no window: ${started.said()}`);
  return page;
}

export async function launchStandIn(
  place: LaunchPlace,
): Promise<RunningApp & { readonly process: StandInProcess }> {
  const started = startStandIn(place);
  const page = await joinPage(started);
  return {
    process: started,
    page,
    close: async () => {
      started.child.kill('SIGTERM');
      if (started.child.exitCode === null) await once(started.child, 'exit');
      await allGone(place.dataFolder);
    },
    kill: () => killProcessesOf(place.dataFolder),
  };
}
