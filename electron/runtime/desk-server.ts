import { randomBytes, timingSafeEqual } from 'node:crypto';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Base64, decode, encode } from '../../shared/contract/codec.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { commonHeaders, emptyAnswer, type PageAnswer, type PageSource } from './page.ts';

/** A file of 64 MiB in base64 is 85.4 MiB; the rest is room for its name and the JSON around it. */
export const MAX_BODY_BYTES = 96 * 1024 * 1024;

const base64: Base64 = {
  fromBytes: (bytes) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  toBytes: (text) => new Uint8Array(Buffer.from(text, 'base64')),
};

export interface DeskServerOptions {
  /** 0 takes any free port: for printing and for tests. */
  readonly port: number;
  /** How many browsers the key lets in: one when we open it ourselves, so that the key in its
   * command line is worth nothing to whoever reads it later. */
  readonly admits: number;
  /** Answers every GET that is none of the server's own. */
  readonly page: RequestListener;
  readonly call: (name: unknown, input: unknown) => Promise<unknown>;
  /** Told when a browser is let in and whenever a page comes or goes: the number of pages there are. */
  readonly onPages: (pages: number) => void;
}

export interface DeskServer {
  readonly origin: string;
  /** The address that lets a browser in: it carries the launch's key. */
  readonly entrance: string;
  readonly close: () => Promise<void>;
}

function sameSecret(given: string | null | undefined, secret: string): boolean {
  const a = Buffer.from(given ?? '');
  const b = Buffer.from(secret);
  return a.length === b.length && timingSafeEqual(a, b);
}

function cookieOf(request: IncomingMessage, name: string): string | undefined {
  const cookies = (request.headers.cookie ?? '').split(/; */);
  return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1);
}

async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return null;
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request) {
    bytes += piece.length;
    if (bytes > MAX_BODY_BYTES) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function answer(response: ServerResponse, { status, headers, body }: PageAnswer): void {
  response.writeHead(status, { ...headers, 'content-length': body.byteLength });
  response.end(body);
}

function refuse(response: ServerResponse, status: number): void {
  answer(response, emptyAnswer(status));
}

export function servePage(page: PageSource): RequestListener {
  return (request, response) => {
    page((request.url ?? '').split('?', 1)[0] ?? '').then(
      (found) => answer(response, found),
      () => refuse(response, 500),
    );
  };
}

interface Door {
  readonly origin: string;
  readonly key: string;
  readonly cookie: string;
  readonly secret: string;
}

/**
 * Why a call is refused, as an HTTP status, or null when it is let in. The Host header must be ours
 * (no rebinding of names), the Origin must be our page, the launch secret must be in the cookie, and
 * the two things that another site cannot send unasked must be there: our header and JSON.
 */
function refusalOf(request: IncomingMessage, door: Door): 401 | 403 | 415 | null {
  if (request.headers.origin !== door.origin) return 403;
  if (request.headers['x-transfer-desk'] !== '1') return 401;
  if (!sameSecret(cookieOf(request, door.cookie), door.secret)) return 401;
  return /^application\/json(; *charset=utf-8)?$/i.test(request.headers['content-type'] ?? '')
    ? null
    : 415;
}

async function answerCall(
  request: IncomingMessage,
  response: ServerResponse,
  door: Door,
  call: DeskServerOptions['call'],
): Promise<void> {
  const refusal = refusalOf(request, door);
  if (refusal !== null) return refuse(response, refusal);
  const body = await readBody(request);
  if (body === null) {
    // What is still under way of a body too large is not worth reading.
    response.shouldKeepAlive = false;
    return refuse(response, 413);
  }
  let asked: unknown;
  try {
    asked = decode(body.toString('utf8'), base64);
  } catch {
    return refuse(response, 400);
  }
  if (typeof asked !== 'object' || asked === null || !('name' in asked) || !('input' in asked)) {
    return refuse(response, 400);
  }
  answer(response, {
    status: 200,
    headers: { ...commonHeaders, 'content-type': 'application/json; charset=utf-8' },
    body: Buffer.from(encode(await call(asked.name, asked.input), base64), 'utf8'),
  });
}

/** Exchanges the key in the address for the cookie, so that the key stands in no history entry. */
function admit(response: ServerResponse, door: Door): void {
  answer(response, {
    ...emptyAnswer(303),
    headers: {
      ...commonHeaders,
      location: '/',
      'set-cookie': `${door.cookie}=${door.secret}; Path=/; HttpOnly; SameSite=Strict`,
    },
  });
}

/** Holds the answer open for as long as the page lives. */
function holdPage(response: ServerResponse, gone: () => void): void {
  response.writeHead(200, { ...commonHeaders, 'content-type': 'text/plain' });
  response.flushHeaders();
  response.on('close', gone);
}

/**
 * Serves the page and its calls on 127.0.0.1 to whoever holds this launch's key. There is no CORS:
 * no other site is ever answered with leave to read.
 */
export function startDeskServer(
  options: DeskServerOptions,
): Promise<Result<DeskServer, { readonly type: 'portTaken' }>> {
  const pages = new Set<ServerResponse>();
  const secrets = { key: randomBytes(32).toString('hex'), secret: randomBytes(32).toString('hex') };
  let admitted = 0;
  let door: Door = { ...secrets, origin: '', cookie: '' };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (`http://${request.headers.host}` !== door.origin) return refuse(response, 421);
    const [path = '', query = ''] = (request.url ?? '').split('?', 2);
    if (request.method === 'POST' && path === '/call') {
      return answerCall(request, response, door, options.call);
    }
    if (request.method !== 'GET' || !path.startsWith('/')) return refuse(response, 404);
    if (path === '/open') {
      const key = new URLSearchParams(query).get('key');
      if (admitted >= options.admits || !sameSecret(key, door.key)) return refuse(response, 401);
      admitted += 1;
      options.onPages(pages.size);
      return admit(response, door);
    }
    if (path === '/window') {
      if (!sameSecret(cookieOf(request, door.cookie), door.secret)) return refuse(response, 401);
      pages.add(response);
      options.onPages(pages.size);
      return holdPage(response, () => {
        pages.delete(response);
        options.onPages(pages.size);
      });
    }
    options.page(request, response);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else refuse(response, 500);
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES')
        resolve(err({ type: 'portTaken' }));
      else reject(error);
    });
    server.listen(options.port, '127.0.0.1', () => {
      // A server that listens on TCP has this form of address.
      const { port } = server.address() as AddressInfo;
      // Cookies do not keep ports apart: the name does.
      door = { ...secrets, origin: `http://127.0.0.1:${port}`, cookie: `transfer-desk-${port}` };
      resolve(
        ok({
          origin: door.origin,
          entrance: `${door.origin}/open?key=${door.key}`,
          close: () =>
            new Promise<void>((closed) => {
              server.close(() => closed());
              server.closeAllConnections();
            }),
        }),
      );
    });
  });
}
