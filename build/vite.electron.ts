import { join } from 'node:path';
import type { InlineConfig } from 'vite';

const root = join(import.meta.dirname, '..');

/**
 * Bundles entries for Node in `dist/electron`. All packages are bundled, so that the packaged app
 * needs no node_modules; only `electron` itself comes from the runtime.
 */
function nodeBundle(
  entries: Readonly<Record<string, string>>,
  format: 'es' | 'cjs',
  emptyOutDir: boolean,
): InlineConfig {
  return {
    configFile: false,
    root,
    publicDir: false,
    cacheDir: join(root, 'node_modules/.vite'),
    ssr: { target: 'node', noExternal: true },
    build: {
      ssr: true,
      outDir: join(root, 'dist/electron'),
      emptyOutDir,
      target: 'node24',
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { ...entries },
        external: ['electron'],
        output: {
          format,
          entryFileNames: format === 'es' ? '[name].js' : '[name].cjs',
          chunkFileNames: '[name]-[hash].js',
        },
      },
    },
  };
}

/** Electron's main process, the browser window's process, and the host's children. */
export const processes = nodeBundle(
  {
    main: join(root, 'electron/main.ts'),
    browser: join(root, 'electron/browser.ts'),
    'parser-child': join(root, 'electron/host/parser-child.ts'),
    'archive-child': join(root, 'electron/host/archive-child.ts'),
    'attachment-text-child': join(root, 'electron/host/attachment-text-child.ts'),
    'document-child': join(root, 'electron/host/document-child.ts'),
  },
  'es',
  true,
);

/** A sandboxed preload can only be CommonJS in one file. */
export const preload = nodeBundle({ preload: join(root, 'electron/preload.ts') }, 'cjs', false);
