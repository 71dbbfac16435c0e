import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Disk } from '../../../electron/host/disk.ts';
import type { HostOptions } from '../../../electron/host/host-options.ts';
import { createHost } from '../../../electron/host/index.ts';
import { connect, contract, type Host, serve } from '../../../shared/contract/index.ts';
import type { Result } from '../../../shared/core/result.ts';
import { inlineChild } from '../../integration/host/archives.ts';
import { hostOptions } from '../../integration/host/support.ts';

type Started = Awaited<ReturnType<typeof createHost>>;

/** A host in this process, archiver and all, over any disk. Nothing ends it but `close`. */
export async function startHere(
  dataFolder: string,
  disk: Disk,
  changes: Partial<HostOptions> = {},
): Promise<
  Result<
    { readonly host: Host; readonly close: () => Promise<void> },
    Extract<Started, { ok: false }>['error']
  >
> {
  // Whoever was broken off before has left its lock, in a process that is still there: this one.
  await rm(join(dataFolder, 'lock'), { force: true });
  const options = { spawnArchiver: () => inlineChild(disk), minFreeBytes: 0, ...changes };
  const started = await createHost(hostOptions(dataFolder, options), disk);
  if (!started.ok) return started;
  const { handlers, close } = started.value;
  const answer = serve(contract, handlers, (_, bug) => {
    // To be seen with its own stack, beside the `internal` that is answered.
    queueMicrotask(() => {
      throw bug;
    });
  });
  return { ok: true, value: { host: connect(contract, answer), close } };
}

/** Killed processes do not write down what they have compiled. */
const env = {
  ...process.env,
  NODE_COMPILE_CACHE: join(import.meta.dirname, '../../../node_modules/.cache/node'),
};

/** Has the code of host and archiver compiled, so that each start takes a third of the time. */
export async function warmUp(): Promise<void> {
  await once(fork(join(import.meta.dirname, 'warm-up.ts'), { env }), 'exit');
}

export interface HostProcess {
  readonly host: Host;
  /** Ends it without warning. */
  readonly kill: () => Promise<void>;
}

interface Answered {
  readonly id: number;
  readonly answer: unknown;
}

/**
 * A host in a process of its own. It kills itself at its n-th call to the file system, when that is
 * a write with half of it done; 0 leaves that to `kill`. Calls that it does not live to answer are `unreachable`.
 */
export function startProcess(dataFolder: string, n: number): HostProcess {
  const child = fork(join(import.meta.dirname, 'host-process.ts'), [dataFolder, String(n)], {
    env,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  const ended = new Promise<void>((resolve) => {
    child.once('exit', (code) => {
      for (const { reject } of waiting.values()) reject(new Error('the host has ended'));
      waiting.clear();
      // It never ends by itself: that would be a bug, not a kill.
      if (code !== null) throw new Error(`the host has ended with ${code}: ${said}`);
      resolve();
    });
  });
  child.on('message', (message) => {
    const { id, answer } = message as Answered;
    waiting.get(id)?.resolve(answer);
    waiting.delete(id);
  });
  return {
    host: connect(contract, (name, input) => ask(child, waiting, name, input)),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

let asked = 0;

function ask(
  child: ChildProcess,
  waiting: Map<number, PromiseWithResolvers<unknown>>,
  name: string,
  input: unknown,
): Promise<unknown> {
  const { promise, ...answering } = Promise.withResolvers<unknown>();
  if (child.exitCode !== null || child.signalCode !== null || !child.connected) {
    return Promise.reject(new Error('the host has ended'));
  }
  asked += 1;
  waiting.set(asked, { promise, ...answering });
  // Whether it arrived is told by the answer, or by the end of the process.
  child.send({ id: asked, name, input }, () => undefined);
  return promise;
}
