import { fork } from 'node:child_process';
import { join } from 'node:path';
import { realDisk } from '../../../electron/host/disk.ts';
import type { HostChild } from '../../../electron/host/host-options.ts';
import { createHost } from '../../../electron/host/index.ts';
import { contract, serve } from '../../../shared/contract/index.ts';
import { halved, watchedDisk } from './watched-disk.ts';

/** A real host in a process, spoken to over its channel. Arguments: data folder, call to die at. */

const [dataFolder = '', at = '0'] = process.argv.slice(2);
let calls = 0;

const disk = watchedDisk(realDisk, async (call) => {
  calls += 1;
  if (calls !== Number(at)) return call.run();
  const half = halved(call);
  if (half !== null) await call.run(half);
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => undefined);
});

function spawnArchiver(): HostChild {
  const script = join(import.meta.dirname, '../../../electron/host/archive-child.ts');
  const child = fork(script, { serialization: 'advanced', stdio: 'ignore' });
  return {
    post: (message) => child.send(message as object, () => undefined),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', listener),
    kill: () => child.kill('SIGKILL'),
  };
}

const started = createHost(
  {
    dataFolder,
    runtime: 'browser',
    appVersion: '0.0.0',
    schema: 1,
    demo: false,
    systemLocale: () => 'zh-CN',
    exportFolder: dataFolder,
    choosePlace: async (name) => join(dataFolder, name),
    printPdf: null,
    fontCss: '',
    spawnParser: spawnArchiver,
    spawnArchiver,
    revealFile: async () => undefined,
    openPath: async () => true,
    chooseFolder: null,
    storageFolder: null,
    minFreeBytes: 0,
    now: Date.now,
    log: () => undefined,
  },
  disk,
).then((host) => {
  if (!host.ok) throw new Error(JSON.stringify(host.error));
  return serve(contract, host.value.handlers, (reference, error) => {
    throw new Error(reference, { cause: error });
  });
});

process.on('message', async (message) => {
  const { id, name, input } = message as { id: number; name: string; input: unknown };
  process.send?.({ id, answer: await (await started)(name, input) });
});
process.on('disconnect', () => process.exit());
