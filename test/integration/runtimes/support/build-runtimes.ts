import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';
import { preload, processes } from '../../../../build/vite.electron.ts';
import { renderer } from '../../../../build/vite.renderer.ts';

const root = join(import.meta.dirname, '../../../..');

/**
 * Builds the real runtimes around the smallest page, in an empty folder that is then laid out like
 * `dist`: what they are tested for is theirs and not the screens'.
 */
export async function buildRuntimes(
  dist: string,
  page = join(import.meta.dirname, 'page'),
): Promise<void> {
  const into = (config: InlineConfig, folder: string): InlineConfig => ({
    ...config,
    logLevel: 'error',
    build: { ...config.build, outDir: join(dist, folder), emptyOutDir: false },
  });
  await build(into(processes, 'electron'));
  await build(into(preload, 'electron'));
  await build({ ...into(renderer, 'renderer'), root: page });
  const font = join(root, 'node_modules/@fontsource-variable/noto-sans-sc');
  cpSync(join(font, 'index.css'), join(dist, 'fonts/index.css'));
  cpSync(join(font, 'files'), join(dist, 'fonts/files'), { recursive: true });
  // The bundles are modules, which Node reads off the nearest package.json.
  cpSync(join(root, 'package.json'), join(dist, 'package.json'));
  // As beside the real dist: a computer without a browser prints with the one of a package.
  symlinkSync(join(root, 'node_modules'), join(dist, 'node_modules'));
}
