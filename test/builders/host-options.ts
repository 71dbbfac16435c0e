import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { HostChild, HostOptions } from '../../electron/host/host-options.ts';
import { SCHEMA } from '../../shared/commits/index.ts';

const archiveChild = join(import.meta.dirname, '../../electron/host/archive-child.ts');

function spawnArchiver(): HostChild {
  const child = fork(archiveChild, { serialization: 'advanced', stdio: 'ignore' });
  return {
    post: (message) => child.send(message as object, () => undefined),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', listener),
    kill: () => child.kill('SIGKILL'),
  };
}

/** A host's options for a program that is no test of the runner, and reads no spreadsheets. */
export const plainHostOptions = (dataFolder: string): HostOptions => ({
  dataFolder,
  runtime: 'browser',
  appVersion: '0.0.0',
  schema: SCHEMA,
  demo: false,
  systemLocale: () => 'zh-CN',
  exportFolder: dataFolder,
  choosePlace: async (name) => join(dataFolder, name),
  withPrinter: null,
  fontCss: '',
  spawnParser: spawnArchiver,
  spawnArchiver,
  spawnTextReader: spawnArchiver,
  spawnDocumentWriter: spawnArchiver,
  cMapFolder: '',
  revealFile: async () => undefined,
  openPath: async () => true,
  chooseFolder: null,
  storageFolder: null,
  minFreeBytes: 0,
  now: Date.now,
  log: () => undefined,
});
