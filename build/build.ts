import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, type LogLevel } from 'vite';
import { markBuilt } from './freshness.ts';
import { preload, processes } from './vite.electron.ts';
import { renderer } from './vite.renderer.ts';

const root = join(import.meta.dirname, '..');

/**
 * The window's icon, the fonts of printed documents, and the character tables for reading PDFs,
 * beside the code that uses them.
 */
function copyFiles(): void {
  cpSync(join(root, 'build/icons/icon.png'), join(root, 'dist/icon.png'));
  const font = join(root, 'node_modules/@fontsource-variable/noto-sans-sc');
  for (const name of ['index.css', 'files', 'LICENSE']) {
    cpSync(join(font, name), join(root, 'dist/fonts', name), { recursive: true });
  }
  const cMaps = join(root, 'node_modules/pdfjs-dist/cmaps');
  cpSync(cMaps, join(root, 'dist/cmaps'), { recursive: true });
}

/** Makes everything that runs in `dist`. */
export async function buildAll(logLevel: LogLevel): Promise<void> {
  const begunAt = new Date();
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  await build({ ...processes, logLevel });
  await build({ ...preload, logLevel });
  await build({ ...renderer, logLevel });
  copyFiles();
  markBuilt(begunAt);
}

if (import.meta.main) await buildAll('info');
