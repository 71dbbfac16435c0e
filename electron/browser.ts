import { join } from 'node:path';
import manifest from '../package.json' with { type: 'json' };
import { runBrowserRuntime } from './runtime/browser-runtime.ts';
import { servePage } from './runtime/desk-server.ts';
import { parseLaunchOptions } from './runtime/launch-options.ts';
import { builtPage } from './runtime/page.ts';

/** The browser window: the desk for computers on which Electron cannot be had. */
const dist = join(import.meta.dirname, '..');

process.exit(
  await runBrowserRuntime(parseLaunchOptions(process.argv.slice(2)), {
    page: servePage(builtPage(join(dist, 'renderer'))),
    parserChild: join(dist, 'electron/parser-child.js'),
    archiveChild: join(dist, 'electron/archive-child.js'),
    textChild: join(dist, 'electron/attachment-text-child.js'),
    documentChild: join(dist, 'electron/document-child.js'),
    cMapFolder: join(dist, 'cmaps'),
    fontCss: join(dist, 'fonts/index.css'),
    appVersion: manifest.version,
  }),
);
