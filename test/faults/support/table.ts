import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

/** Prints what the fault suites have counted, once all have run. */
// biome-ignore lint/style/noDefaultExport: the runner takes a set-up from there
export default function printCounts(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'transfer-desk-counts-'));
  const file = join(folder, 'counts.jsonl');
  writeFileSync(file, '');
  project.provide('faultCounts', file);
  return () => {
    const rows: Record<string, Record<string, number>> = {};
    for (const line of readFileSync(file, 'utf8').trimEnd().split('\n')) {
      if (line === '') continue;
      const { suite, ...counts } = JSON.parse(line) as { suite: string } & Record<string, number>;
      rows[suite] = counts;
    }
    rmSync(folder, { recursive: true });
    // biome-ignore lint/suspicious/noConsole: the counts are what the run is for
    console.table(rows);
  };
}
