import { randomBytes, timingSafeEqual } from 'node:crypto';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { headOf, pack, unpack, unpackWhole } from '../../shared/contract/codec.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { commonHeaders, emptyAnswer, type PageAnswer, type PageSource } from './page.ts';

/** A file of 64 MiB, or so many bytes of text and pictures, with room for what is said with them. */
export const MAX_CALL_BYTES = 96 * 1024 * 1024;

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
 * Why a line is refused, as an HTTP status, or null when it is let in. The Host header must be ours
 * (no rebinding of names), the Origin must be our page, which every browser says truly, and the
 * launch secret must be in the cookie, which no other site can send along.
 */
function refusalOf(request: IncomingMessage, door: Door): 401 | 403 | 404 | 421 | null {
  if (`http://${request.headers.host}` !== door.origin) return 421;
  if (request.url !== '/desk') return 404;
  if (request.headers.origin !== door.origin) return 403;
  return sameSecret(cookieOf(request, door.cookie), door.secret) ? null : 401;
}

/** A call as it comes over the line; its name and input are for the contract to judge. */
const askedSchema = z.strictObject({
  ticket: z.number().int(),
  name: z.unknown(),
  input: z.unknown(),
});

/** Said to a line that speaks another form: it is closed. */
const UNREADABLE = 1007;

const utf8 = new TextDecoder();

/** As it is everywhere: what is taken out of a `Buffer` is not its own. */
const plainOf = ({ buffer, byteOffset, byteLength }: Buffer<ArrayBuffer>) =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** Text where that is all, which is the most of it. */
function messageOf(value: unknown): string | Buffer {
  const { text, bytes } = pack(value);
  if (bytes.length === 0) return text;
  const said = Buffer.from(text);
  return Buffer.concat([headOf(said.byteLength), said, ...bytes]);
}

/** Answers the calls of a page, each under its ticket, in whatever order they are done. */
function serveLine(line: WebSocket, call: DeskServerOptions['call']): void {
  line.on('message', (data: Buffer<ArrayBuffer>, isBinary) => {
    const read = isBinary ? unpackWhole(plainOf(data), utf8) : unpack(data.toString('utf8'));
    const asked = askedSchema.safeParse(read.ok ? read.value : null);
    if (!asked.success) return line.close(UNREADABLE);
    const { ticket, name, input } = asked.data;
    call(name, input).then(
      (answer) => line.send(messageOf({ ticket, answer })),
      () => line.terminate(),
    );
  });
  // It is closed then, which the page hears.
  line.on('error', () => undefined);
}

function refuseLine(socket: Duplex, status: number): void {
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  );
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

/**
 * Serves the page and its calls on 127.0.0.1 to whoever holds this launch's key. There is no CORS:
 * no other site is ever answered with leave to read.
 */
export function startDeskServer(
  options: DeskServerOptions,
): Promise<Result<DeskServer, { readonly type: 'portTaken' }>> {
  const lines = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_CALL_BYTES,
    perMessageDeflate: false,
  });
  const secrets = { key: randomBytes(32).toString('hex'), secret: randomBytes(32).toString('hex') };
  let admitted = 0;
  let door: Door = { ...secrets, origin: '', cookie: '' };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (`http://${request.headers.host}` !== door.origin) return refuse(response, 421);
    const [path = '', query = ''] = (request.url ?? '').split('?', 2);
    if (request.method !== 'GET' || !path.startsWith('/')) return refuse(response, 404);
    if (path === '/open') {
      const key = new URLSearchParams(query).get('key');
      if (admitted >= options.admits || !sameSecret(key, door.key)) return refuse(response, 401);
      admitted += 1;
      options.onPages(lines.clients.size);
      return admit(response, door);
    }
    options.page(request, response);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else refuse(response, 500);
    });
  });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    const refusal = refusalOf(request, door);
    if (refusal !== null) return refuseLine(socket, refusal);
    lines.handleUpgrade(request, socket, head, (line) => {
      serveLine(line, options.call);
      options.onPages(lines.clients.size);
      line.on('close', () => options.onPages(lines.clients.size));
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
              for (const line of lines.clients) line.terminate();
            }),
        }),
      );
    });
  });
}
