import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../shared/core/result.ts';

const folder = join(import.meta.dirname, '../node_modules/electron');
const marker = join(folder, 'fetch-failed');

export const FETCH_SECONDS = 60;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Folder of Electron's files and its program, where they are; the package itself brings neither. */
export function findElectron(): { readonly dist: string; readonly program: string } | null {
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist');
  try {
    const program = join(dist, readFileSync(join(folder, 'path.txt'), 'utf8'));
    return existsSync(program) ? { dist, program } : null;
  } catch {
    return null;
  }
}

function runInstaller(): Promise<'done' | 'failed' | 'tooSlow'> {
  return new Promise((resolve) => {
    const child: ChildProcess = spawn(process.execPath, [join(folder, 'install.js')], {
      stdio: 'ignore',
    });
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      resolve('tooSlow');
    }, FETCH_SECONDS * 1000);
    child.once('error', () => resolve('failed'));
    child.once('exit', (code) => {
      clearTimeout(timer);
      resolve(code === 0 ? 'done' : 'failed');
    });
  });
}

/**
 * Fetches Electron with its package's own installer, which honours `ELECTRON_MIRROR`. A failure is
 * remembered for a day, so that a desk without network starts at once the next time.
 */
export async function fetchElectron(
  onFetching: () => void,
): Promise<Result<string, 'failed' | 'tooSlow' | 'triedToday'>> {
  const failedAt = statSync(marker, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (Date.now() - failedAt < DAY_MS) return err('triedToday');
  onFetching();
  const outcome = await runInstaller();
  const electron = findElectron();
  if (outcome === 'done' && electron !== null) {
    rmSync(marker, { force: true });
    return ok(electron.program);
  }
  writeFileSync(marker, '');
  return err(outcome === 'tooSlow' ? 'tooSlow' : 'failed');
}
