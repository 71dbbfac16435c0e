import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';

const root = join(import.meta.dirname, '..');

/** The page: one entry, in `dist/renderer`, whose every file is its own (the page's policy asks it). */
export const renderer: InlineConfig = {
  configFile: false,
  root: join(root, 'renderer'),
  base: '/',
  publicDir: false,
  cacheDir: join(root, 'node_modules/.vite'),
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: join(root, 'dist/renderer'),
    emptyOutDir: true,
    target: 'chrome120',
    // Small fonts and pictures inside the code would be data: addresses, which the policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1_200,
  },
};
