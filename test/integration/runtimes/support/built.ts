import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildRuntimes } from './build-runtimes.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the built runtimes, laid out like `dist`. */
    readonly runtimes: string;
  }
}

/** Builds once, before all files of the project, what several of them start. */
// biome-ignore lint/style/noDefaultExport: the runner takes a set-up from there
export default async function buildOnce(project: TestProject): Promise<() => void> {
  const dist = mkdtempSync(join(tmpdir(), 'transfer-desk-runtimes-'));
  await buildRuntimes(dist);
  project.provide('runtimes', dist);
  return () => rmSync(dist, { recursive: true, force: true });
}
