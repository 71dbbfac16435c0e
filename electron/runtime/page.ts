import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** An answer to a request for a page or one of its files, whichever way it is carried. */
export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Answers a request by its path, which starts with `/` and may still be percent-encoded. */
export type PageSource = (path: string) => Promise<PageAnswer>;

const contentTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  // What the reader of PDF files brings along: fonts, tables of characters, decoders.
  '.ttf': 'font/ttf',
  '.pfb': 'application/octet-stream',
  '.bcmap': 'application/octet-stream',
  '.wasm': 'application/wasm',
};

/**
 * What a page of ours may load and run: its own files and nothing else. Mantine makes `<style>`
 * elements while it runs; they carry the nonce of this load.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Headers of every answer, whether of the page, of a file, or of a refusal. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'cache-control': 'no-cache',
};

export const emptyAnswer = (status: number): PageAnswer => ({
  status,
  headers: { ...commonHeaders, 'content-security-policy': "default-src 'none'" },
  body: new Uint8Array(),
});

/** A request's path in plain characters, or null when it is not a path or steps up or aside. */
function plainPath(path: string): string | null {
  try {
    const plain = decodeURIComponent(path);
    return /[\\\0]/.test(plain) || plain.split('/').includes('..') ? null : plain;
  } catch {
    return null;
  }
}

async function fileAnswer(root: string, path: string): Promise<PageAnswer> {
  const type = contentTypes[extname(path)];
  if (type === undefined) return emptyAnswer(404);
  try {
    const body = await readFile(join(root, path));
    return { status: 200, headers: { ...commonHeaders, 'content-type': type }, body };
  } catch {
    return emptyAnswer(404);
  }
}

function htmlAnswer(html: string, policy: string): PageAnswer {
  return {
    status: 200,
    headers: {
      ...commonHeaders,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
    },
    body: Buffer.from(html, 'utf8'),
  };
}

/** A document to be printed; it carries its fonts and pictures in itself. */
export function printedDocument(html: string): PageAnswer {
  return htmlAnswer(
    html,
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:",
  );
}

/**
 * The built page. Every path without a file ending is the one page, which finds its own way; each
 * load of it gets a fresh nonce, in the policy and in `<meta name="style-nonce">`.
 */
export function builtPage(root: string): PageSource {
  return async (path) => {
    const plain = plainPath(path);
    if (plain === null || extname(plain) === '.html') return emptyAnswer(404);
    if (extname(plain) !== '') return fileAnswer(root, plain);
    const nonce = randomBytes(18).toString('base64');
    const html = await readFile(join(root, 'index.html'), 'utf8');
    return htmlAnswer(
      html.replace('<head>', `<head><meta name="style-nonce" content="${nonce}">`),
      contentSecurityPolicy(nonce),
    );
  };
}
