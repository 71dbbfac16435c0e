import { readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const stamp = join(root, 'dist/built');

/** What a build is made from: anything newer than the last build means that it is made again. */
const sources = ['shared', 'electron', 'renderer', 'build', 'package.json', 'package-lock.json'];

function newestIn(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  // A folder's own time tells of files that are gone.
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

export function isBuilt(): boolean {
  const builtAt = statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return sources.every((source) => newestIn(join(root, source)) < builtAt);
}

/** What was changed after the build had begun is built again the next time. */
export function markBuilt(begunAt: Date): void {
  writeFileSync(stamp, '');
  utimesSync(stamp, begunAt, begunAt);
}
