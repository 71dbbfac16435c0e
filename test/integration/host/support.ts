import { fork } from 'node:child_process';
import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Disk } from '../../../electron/host/disk.ts';
import type { HostChild, HostOptions } from '../../../electron/host/host-options.ts';
import type { Commit } from '../../../shared/commits/commit.ts';
import type { Result } from '../../../shared/core/result.ts';

export const fixtures = join(import.meta.dirname, '../../fixtures');
const root = join(import.meta.dirname, '../../..');
const parserChild = join(root, 'electron/host/parser-child.ts');
const archiveChild = join(root, 'electron/host/archive-child.ts');
const textChild = join(root, 'electron/host/attachment-text-child.ts');
const documentChild = join(root, 'electron/host/document-child.ts');

export const cMapFolder = join(root, 'node_modules/pdfjs-dist/cmaps');

export const fontCss = join(root, 'node_modules/@fontsource-variable/noto-sans-sc/wght.css');

/** A folder of its own for one test. */
export async function newFolder(): Promise<string> {
  const folder = await fs.mkdtemp(join(tmpdir(), 'desk-host-'));
  onTestFinished(() => fs.rm(folder, { recursive: true, force: true }));
  return folder;
}

export function expectOk<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`expected a value, got ${JSON.stringify(result.error)}`);
  return result.value;
}

export function expectError<E>(result: Result<unknown, E>): E {
  if (result.ok) throw new Error(`expected a failure, got ${JSON.stringify(result.value)}`);
  return result.error;
}

/** A commit that puts one achievement, with some text of the given length in it. */
export function aCommit(number: number, textLength = 20): Commit {
  return {
    id: `0000000000000-${String(number).padStart(4, '0')}-laptop`,
    actor: '王经纪',
    device: 'laptop',
    at: 1_790_000_000_000 + number,
    label: { key: 'achievement.added', params: { title: `成果 ${number}` } },
    unit: `unit-${number}`,
    schema: 1,
    ops: [
      {
        op: 'put',
        entity: 'achievement',
        id: `achievement-${number}`,
        value: { title: `成果 ${number}`, abstract: '高可靠磷石膏资源化'.repeat(textLength / 10) },
      },
    ],
  };
}

/** Starts the real parser, with the time zone of a laptop elsewhere and a small heap if given. */
export const forkParser = (timeZone?: string, heapMb?: number): HostChild =>
  forkChild(parserChild, timeZone, heapMb);

/** Starts the real archiver. */
export const forkArchiver = (heapMb?: number): HostChild =>
  forkChild(archiveChild, undefined, heapMb);

/** Starts the real reader of attachments' texts. */
export const forkTextReader = (heapMb?: number): HostChild =>
  forkChild(textChild, undefined, heapMb);

/** Starts the real writer of documents. */
export const forkDocumentWriter = (heapMb?: number): HostChild =>
  forkChild(documentChild, undefined, heapMb);

function forkChild(script: string, timeZone?: string, heapMb = 512): HostChild {
  const child = fork(script, {
    execArgv: [`--max-old-space-size=${heapMb}`],
    serialization: 'advanced',
    env: { ...process.env, ...(timeZone === undefined ? {} : { TZ: timeZone }) },
    stdio: 'ignore',
  });
  return {
    post: (message) => {
      // The process may have ended on its own.
      if (child.connected) child.send(message as object, () => undefined);
    },
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', listener),
    kill: () => child.kill('SIGKILL'),
  };
}

/** A host's options for a test that needs nothing special of its runtime. */
export function hostOptions(dataFolder: string, changes: Partial<HostOptions> = {}): HostOptions {
  return {
    dataFolder,
    runtime: 'browser',
    appVersion: '0.0.0',
    schema: 1,
    demo: false,
    systemLocale: () => 'zh-CN',
    exportFolder: dataFolder,
    choosePlace: async (name) => join(dataFolder, name),
    withPrinter: null,
    fontCss,
    spawnParser: () => forkParser(),
    spawnArchiver: () => forkArchiver(),
    spawnTextReader: () => forkTextReader(),
    spawnDocumentWriter: () => forkDocumentWriter(),
    cMapFolder,
    revealFile: async () => undefined,
    openPath: async () => true,
    chooseFolder: null,
    storageFolder: null,
    minFreeBytes: null,
    now: Date.now,
    log: () => undefined,
    ...changes,
  };
}

export interface FaultyDisk {
  readonly disk: Disk;
  /** File-system calls made so far. */
  readonly calls: () => number;
  /** Their names, in order. */
  readonly names: readonly string[];
  /** From now on, the n-th call (1 is the next one) fails with this error code; 0 heals the disk. */
  readonly failAt: (n: number, code?: string, forGood?: boolean) => void;
}

/** The real disk, of which any one call, on a path or on an open file, can be made to fail. */
export function faultyDisk(): FaultyDisk {
  let calls = 0;
  const names: string[] = [];
  let fault = { at: 0, code: 'EIO', forGood: false };
  const faulty = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(real, name) {
        const member: unknown = Reflect.get(real, name, real);
        if (typeof member !== 'function') return member;
        return async (...input: unknown[]) => {
          calls += 1;
          names.push(String(name));
          const failing = fault.at > 0 && (fault.forGood ? calls >= fault.at : calls === fault.at);
          if (failing && name !== 'close') {
            // A write that fails may have written half of what it was given.
            const [bytes, from, length, position] = input;
            if (name === 'write' && bytes instanceof Uint8Array && typeof length === 'number') {
              await Reflect.apply(member, real, [bytes, from, Math.floor(length / 2), position]);
            }
            throw Object.assign(new Error(`${fault.code}: made to fail`), { code: fault.code });
          }
          const result: unknown = await Reflect.apply(member, real, input);
          if (failing) {
            throw Object.assign(new Error(`${fault.code}: made to fail`), { code: fault.code });
          }
          return name === 'open' && typeof result === 'object' && result !== null
            ? faulty(result)
            : result;
        };
      },
    });
  return {
    disk: faulty({ ...fs }),
    calls: () => calls,
    names,
    failAt: (n, code = 'EIO', forGood = false) => {
      fault = { at: n === 0 ? 0 : calls + n, code, forGood };
    },
  };
}
