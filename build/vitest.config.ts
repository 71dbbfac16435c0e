import { dirname } from 'node:path';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { findTestBrowser } from './find-browser.ts';

const dataTests = 'test/integration/data/**/*.test.{ts,tsx}';
const root = dirname(import.meta.dirname);
/** All cores: Vitest leaves one free, which of two is half of them. */
const maxWorkers = '100%';

/** What is pure, and the project's own checks. */
const unit: TestProjectInlineConfiguration = {
  root,
  test: {
    name: 'unit',
    include: ['test/features/**/*.test.ts', 'test/checks/**/*.test.ts'],
    benchmark: { include: ['test/bench/*.bench.ts'] },
    // Properties run hundreds of cases: on a busy machine that takes its time.
    testTimeout: 60_000,
    maxWorkers,
  },
};

/** Real files and real processes. */
const integration: TestProjectInlineConfiguration = {
  root,
  test: {
    name: 'integration',
    include: ['test/integration/**/*.test.ts'],
    exclude: [dataTests],
    globalSetup: ['test/integration/runtimes/support/built.ts'],
    benchmark: { include: [] },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers,
  },
};

/** What breaks the host and its disk on purpose; `--mode long` does so far more often. */
const faults: TestProjectInlineConfiguration = {
  root,
  test: {
    name: 'faults',
    include: ['test/faults/**/*.test.ts'],
    globalSetup: ['test/faults/support/table.ts'],
    benchmark: { include: [] },
    testTimeout: 3_600_000,
    hookTimeout: 60_000,
    maxWorkers,
  },
};

/** What knows IndexedDB, in a real Chromium: no imitation has its transactions and durability. */
async function data(): Promise<TestProjectInlineConfiguration> {
  const launchOptions = await findTestBrowser();
  return {
    root,
    test: {
      name: 'data',
      include: [dataTests],
      benchmark: { include: ['test/bench/data/*.bench.ts'] },
      testTimeout: 60_000,
      hookTimeout: 60_000,
      // Projects with other numbers of workers run one after another.
      sequence: { groupOrder: 1 },
      browser: {
        enabled: true,
        headless: true,
        ui: false,
        screenshotFailures: false,
        provider: playwright({ launchOptions }),
        instances: [{ browser: 'chromium' }],
      },
    },
  };
}

export default defineConfig({
  root,
  cacheDir: 'node_modules/.cache/vitest',
  test: { projects: [unit, integration, faults, data] },
});
