import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const testAll = join(import.meta.dirname, '../../build/test.ts');

/** A program that leaves a report as Vitest or Playwright would, and ends with `code`. */
function runner(report: object, code: number): string {
  return `
    import { writeFileSync } from 'node:fs';
    const flag = process.argv.find((arg) => arg.startsWith('--outputFile.json='));
    const file = flag?.split('=')[1] ?? process.env.PLAYWRIGHT_JSON_OUTPUT_FILE;
    writeFileSync(file, ${JSON.stringify(JSON.stringify(report))});
    process.exit(${code});
  `;
}

const vitest = (passed: number, failed: number) =>
  runner({ numPassedTests: passed, numFailedTests: failed }, failed > 0 ? 1 : 0);
const playwright = (expected: number, unexpected: number, flaky: number) =>
  runner({ stats: { expected, unexpected, flaky, skipped: 1 } }, unexpected > 0 ? 1 : 0);

const passing = {
  typecheck: '',
  lint: '',
  rules: '',
  unused: '',
  'test:unit': vitest(100, 0),
  build: '',
  'test:integration': vitest(15, 0),
  'test:faults:short': vitest(5, 0),
  'test:browser': vitest(3, 0),
  'test:e2e': playwright(4, 0, 1),
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'transfer-desk-test-run-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs all steps of a project whose scripts are these programs. */
function run(programs: Readonly<Record<string, string>>) {
  const scripts = Object.entries(programs).map(([name, program], index) => {
    writeFileSync(join(folder, `${index}.mjs`), program);
    return [name, `node ${index}.mjs`];
  });
  const content = { name: 'a-project', scripts: Object.fromEntries(scripts) };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(content));
  const { status, stdout } = spawnSync(process.execPath, [testAll], {
    cwd: folder,
    encoding: 'utf8',
  });
  const lines = stdout.trimEnd().split('\n');
  return { status, steps: lines.slice(0, -3), last: lines.at(-1) };
}

test('the last line sums the tests of all runners', { timeout: 60_000 }, () => {
  const { status, steps, last } = run(passing);
  expect({ status, last }).toEqual({ status: 0, last: '128 passed, 0 failed' });
  expect(steps).toHaveLength(Object.keys(passing).length);
  for (const step of steps) expect(step).toMatch(/^ok {2}[\w:]+ {2}\d+\.\d s$/);
});

test('the first step that fails is the last to run', { timeout: 60_000 }, () => {
  const { status, steps, last } = run({ ...passing, 'test:integration': vitest(18, 2) });
  expect({ status, last }).toEqual({ status: 1, last: '118 passed, 2 failed' });
  expect(steps.at(-1)).toMatch(/^FAILED {2}test:integration/);
});

test('a step that fails without a failed test counts as one failure', { timeout: 60_000 }, () => {
  const lint = run({ ...passing, lint: 'process.exit(1)' });
  expect(lint).toMatchObject({ status: 1, last: '0 passed, 1 failed' });
  expect(lint.steps).toHaveLength(2);

  const crashed = run({ ...passing, 'test:unit': 'process.exit(3)' });
  expect(crashed).toMatchObject({ status: 1, last: '0 passed, 1 failed' });
});
