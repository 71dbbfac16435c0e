import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findElectron } from './electron-binary.ts';

const root = join(import.meta.dirname, '..');

export type RuntimeName = 'browser-window' | 'stand-in' | 'electron';

/** The same journeys on every runtime that is here: Electron itself where its binary is. */
const runtimes: readonly RuntimeName[] = [
  'browser-window',
  'stand-in',
  ...(findElectron() === null ? [] : (['electron'] as const)),
];

/** What differs between runtimes is how page and host come together: these go that whole way. */
const onEveryRuntime = ['journey', 'opening', 'safety'].map((name) => `**/${name}.spec.ts`);

export default defineConfig<{ readonly runtime: RuntimeName }>({
  testDir: join(root, 'test/e2e'),
  outputDir: join(root, 'test-results'),
  timeout: 180_000,
  expect: { timeout: 15_000 },
  // Each test has a data folder, a port and processes of its own, and waits most of its time.
  workers: 2,
  // One by one, not file by file, so that neither worker is left without work at the end.
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  // A loaded machine can miss a moment once; a second failure is a fault.
  retries: process.env.CI === undefined ? 0 : 1,
  reporter: process.env.CI ? [['dot']] : [['list']],
  projects: runtimes.map((runtime) => ({
    name: runtime,
    use: { runtime },
    ...(runtime === 'browser-window' ? {} : { testMatch: onEveryRuntime }),
  })),
});
