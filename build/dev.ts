import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createServer } from 'vite';
import { runBrowserRuntime } from '../electron/runtime/browser-runtime.ts';
import { parseLaunchOptions } from '../electron/runtime/launch-options.ts';
import { contentSecurityPolicy } from '../electron/runtime/page.ts';
import manifest from '../package.json' with { type: 'json' };
import { renderer } from './vite.renderer.ts';

/**
 * `npm run dev`: the browser window straight from the sources, the page with hot replacement. The
 * page's policy is that of the built page, but for the scripts and the socket of the replacement.
 */
const root = join(import.meta.dirname, '..');
const SOCKET_PORT = 47_636;
const nonce = randomBytes(18).toString('base64');
const policy = contentSecurityPolicy(nonce)
  .replace("script-src 'self'", `script-src 'self' 'nonce-${nonce}'`)
  .replace("connect-src 'self'", `connect-src 'self' ws://127.0.0.1:${SOCKET_PORT}`);

const vite = await createServer({
  ...renderer,
  plugins: [
    ...(renderer.plugins ?? []),
    {
      name: 'style-nonce',
      transformIndexHtml: () => [
        { tag: 'meta', attrs: { name: 'style-nonce', content: nonce }, injectTo: 'head-prepend' },
      ],
    },
  ],
  html: { cspNonce: nonce },
  server: {
    middlewareMode: true,
    host: '127.0.0.1',
    hmr: { host: '127.0.0.1', port: SOCKET_PORT, clientPort: SOCKET_PORT },
  },
});

const code = await runBrowserRuntime(parseLaunchOptions(process.argv.slice(2)), {
  page: (request, response) => {
    response.setHeader('content-security-policy', policy);
    vite.middlewares(request, response);
  },
  parserChild: join(root, 'electron/host/parser-child.ts'),
  archiveChild: join(root, 'electron/host/archive-child.ts'),
  textChild: join(root, 'electron/host/attachment-text-child.ts'),
  documentChild: join(root, 'electron/host/document-child.ts'),
  cMapFolder: join(root, 'node_modules/pdfjs-dist/cmaps'),
  fontCss: join(root, 'node_modules/@fontsource-variable/noto-sans-sc/index.css'),
  appVersion: manifest.version,
});
await vite.close();
process.exit(code);
