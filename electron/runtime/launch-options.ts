import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultDataFolder } from './data-folder.ts';

export interface LaunchOptions {
  readonly dataFolder: string;
  readonly demo: boolean;
  /** Port of the browser window's server; another port is another IndexedDB. */
  readonly port: number;
  /** Opens no window but prints its address. */
  readonly noWindow: boolean;
  /** Bytes that must stay free for the desk to be written; null leaves it to the host. */
  readonly minFreeBytes: number | null;
}

const DEFAULT_PORT = 47_635;

export const launchArguments = {
  data: { type: 'string' },
  demo: { type: 'boolean' },
  port: { type: 'string' },
  'no-window': { type: 'boolean' },
  'min-free': { type: 'string' },
} as const;

/** Null when it is not the number of a port that a user may take. */
export function parsePort(text: string | undefined): number | null {
  if (text === undefined) return DEFAULT_PORT;
  const port = /^\d{4,5}$/.test(text) ? Number(text) : 0;
  return port >= 1024 && port <= 65_535 ? port : null;
}

/** Bytes of so many megabytes; null when it is not a number of them. */
export function parseMegabytes(text: string): number | null {
  return /^\d{1,7}$/.test(text) ? Number(text) * 1024 * 1024 : null;
}

/** Reads what a runtime was started with; Chromium's own switches may stand among it. */
export function parseLaunchOptions(args: readonly string[]): LaunchOptions {
  const { values } = parseArgs({ args: [...args], options: launchArguments, strict: false });
  const demo = values.demo === true;
  return {
    dataFolder: typeof values.data === 'string' ? resolve(values.data) : defaultDataFolder(demo),
    demo,
    port: parsePort(typeof values.port === 'string' ? values.port : undefined) ?? DEFAULT_PORT,
    noWindow: values['no-window'] === true,
    minFreeBytes: parseMegabytes(String(values['min-free'])),
  };
}
