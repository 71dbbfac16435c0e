import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** A script of package.json; one that runs tests says how its report is asked for and read. */
interface Step {
  readonly script: string;
  readonly runner?: Runner;
}

interface Runner {
  readonly args: (report: string) => readonly string[];
  readonly env: (report: string) => Readonly<Record<string, string>>;
  readonly counts: z.ZodType<Counts>;
}

const vitest: Runner = {
  args: (report) => ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
  env: () => ({}),
  counts: z
    .object({ numPassedTests: z.number(), numFailedTests: z.number() })
    .transform((report) => ({ passed: report.numPassedTests, failed: report.numFailedTests })),
};

const playwright: Runner = {
  args: () => ['--reporter=dot,json'],
  env: (report) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
  counts: z
    .object({
      stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
    })
    .transform(({ stats }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
    })),
};

/** The quickest first, and what needs the built app after the build. */
const steps: readonly Step[] = [
  { script: 'typecheck' },
  { script: 'lint' },
  { script: 'rules' },
  { script: 'unused' },
  { script: 'test:unit', runner: vitest },
  { script: 'build' },
  { script: 'test:integration', runner: vitest },
  { script: 'test:faults:short', runner: vitest },
  { script: 'test:browser', runner: vitest },
  { script: 'test:e2e', runner: playwright },
];

const reports = mkdtempSync(join(tmpdir(), 'transfer-desk-test-'));

function runScript({ script, runner }: Step, report: string): Promise<boolean> {
  const args = ['run', '--silent', script, '--', ...(runner?.args(report) ?? [])];
  const child = spawn('npm', args, {
    env: { ...process.env, ...runner?.env(report) },
    stdio: ['ignore', 'inherit', 'inherit'],
    // npm is a batch file on Windows.
    shell: process.platform === 'win32',
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code === 0));
  });
}

/** A runner that ends without a report has run nothing. */
function readCounts({ runner }: Step, report: string): Counts {
  try {
    const read = runner?.counts.safeParse(JSON.parse(readFileSync(report, 'utf8')));
    return read?.success ? read.data : { passed: 0, failed: 0 };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

/** Seconds, with one digit: `12.3 s`. */
function since(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

/**
 * Runs all that must pass, in order, up to the first step that does not. The last line sums the
 * tests of all runners; a step that fails without a failed test of its own counts as one.
 */
async function testAll(): Promise<boolean> {
  const start = performance.now();
  let passed = 0;
  let failed = 0;
  for (const step of steps) {
    const stepStart = performance.now();
    const report = join(reports, `${step.script.replace(':', '-')}.json`);
    const succeeded = await runScript(step, report);
    const counts = readCounts(step, report);
    passed += counts.passed;
    failed += succeeded ? counts.failed : Math.max(counts.failed, 1);
    console.log(`${succeeded ? 'ok' : 'FAILED'}  ${step.script}  ${since(stepStart)}`);
    if (!succeeded) break;
  }
  console.log(`\n${since(start)} in all`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0;
}

try {
  if (!(await testAll())) process.exitCode = 1;
} finally {
  rmSync(reports, { recursive: true, force: true });
}
