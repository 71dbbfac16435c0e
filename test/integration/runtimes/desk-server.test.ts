import { request } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { WebSocket } from 'ws';
import {
  type DeskServer,
  MAX_CALL_BYTES,
  servePage,
  startDeskServer,
} from '../../../electron/runtime/desk-server.ts';
import { builtPage } from '../../../electron/runtime/page.ts';
import { headOf } from '../../../shared/contract/codec.ts';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

let server: DeskServer;
let cookie: string;
const calls: unknown[] = [];
const pages: number[] = [];

/** A request as anyone may make one: Node sends the headers it is told and the path as it is. */
function ask(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body = '',
): Promise<Answer> {
  const { port } = new URL(server.origin);
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, method, path, headers }, async (response) => {
      const pieces: Buffer[] = [];
      for await (const piece of response) pieces.push(piece);
      const text = Buffer.concat(pieces).toString('utf8');
      resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

/** What a browser says when our page opens a line; a test takes one thing away or changes it. */
const good = (): Record<string, string> => ({ origin: server.origin, cookie });

function without(name: string): Record<string, string> {
  const { [name]: _left, ...rest } = good();
  return rest;
}

const opened = new Set<WebSocket>();

/** Opens a line, and answers with the line or with the status by which it was refused. */
function openLine(
  headers: Readonly<Record<string, string>> = good(),
  path = '/desk',
): Promise<WebSocket | number> {
  const { port } = new URL(server.origin);
  const line = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers });
  return new Promise((resolve, reject) => {
    line.on('open', () => {
      opened.add(line);
      resolve(line);
    });
    line.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    line.on('error', reject);
  });
}

async function goodLine(): Promise<WebSocket> {
  const line = await openLine();
  if (typeof line === 'number') throw new Error(`refused: ${line}`);
  return line;
}

/** A call with bytes, as a page sends it. */
const withBytes = (text: string, ...bytes: number[]): Buffer =>
  Buffer.concat([headOf(Buffer.byteLength(text)), Buffer.from(text), Buffer.from(bytes)]);

/** What the line answers to a message, as it comes, or the code with which it is closed. */
function say(line: WebSocket, message: string | Buffer): Promise<string | Buffer | number> {
  return new Promise((resolve) => {
    line.once('message', (data: Buffer, isBinary) =>
      resolve(isBinary ? data : data.toString('utf8')),
    );
    line.once('close', (code) => resolve(code));
    line.send(message);
  });
}

beforeAll(async () => {
  const dist = inject('runtimes');
  const started = await startDeskServer({
    port: 0,
    admits: 1,
    page: servePage(builtPage(`${dist}/renderer`)),
    call: async (name, input) => {
      calls.push({ name, input });
      return { ok: true, value: input };
    },
    onPages: (count) => pages.push(count),
  });
  if (!started.ok) throw new Error('a free port is never taken');
  server = started.value;
  const { pathname, search } = new URL(server.entrance);
  const wrong = await ask('GET', '/open?key=00');
  expect(wrong.status, 'a wrong key opens nothing and uses nothing up').toBe(401);
  const opened = await ask('GET', pathname + search);
  cookie = String(opened.headers['set-cookie']).split(';')[0] ?? '';
});

afterEach(async () => {
  for (const line of opened) line.terminate();
  opened.clear();
  // The server hears of it a moment later.
  await expect.poll(() => pages.at(-1)).toBe(0);
});
afterAll(() => server.close());

describe('a line', () => {
  it('is opened with everything that the page says, and answers its calls', async () => {
    const answer = await say(await goodLine(), '{"ticket":7,"name":"a","input":{"x":[1]}}');
    expect(JSON.parse(String(answer))).toEqual({
      ticket: 7,
      answer: { ok: true, value: { x: [1] } },
    });
    expect(calls).toEqual([{ name: 'a', input: { x: [1] } }]);
  });

  it('takes a call as bytes too, and answers with bytes where there are some', async () => {
    const line = await goodLine();
    const plain = await say(line, withBytes('{"ticket":8,"name":"a","input":{}}'));
    expect(JSON.parse(String(plain))).toMatchObject({ ticket: 8 });
    const input = '{"名":{"$bytes":3}}';
    const answer = await say(line, withBytes(`{"ticket":9,"name":"a","input":${input}}`, 7, 8, 9));
    expect(calls.at(-1)).toEqual({ name: 'a', input: { 名: new Uint8Array([7, 8, 9]) } });
    expect(answer).toEqual(
      withBytes(`{"ticket":9,"answer":{"ok":true,"value":${input}}}`, 7, 8, 9),
    );
  });

  it('tells how many pages there are', async () => {
    const before = pages.length;
    const line = await goodLine();
    expect(pages.slice(before)).toEqual([1]);
    line.terminate();
    await expect.poll(() => pages.slice(before)).toEqual([1, 0]);
  });

  const refused: readonly [string, number, () => Promise<WebSocket | number>][] = [
    ['without the cookie', 401, () => openLine(without('cookie'))],
    ['with another cookie', 401, () => openLine({ ...good(), cookie: `${cookie.slice(0, -1)}g` })],
    ['from another site', 403, () => openLine({ ...good(), origin: 'https://example.org' })],
    ['from another port', 403, () => openLine({ ...good(), origin: 'http://127.0.0.1:1' })],
    ['from nowhere', 403, () => openLine(without('origin'))],
    ['under another name of this computer', 421, () => openLine({ ...good(), host: 'localhost' })],
    ['elsewhere', 404, () => openLine(good(), '/desks')],
  ];
  it.each(refused)('is refused %s: %i', async (_case, status, open) => {
    const before = pages.length;
    expect(await open()).toBe(status);
    expect(pages.length).toBe(before);
  });

  const closed: readonly [string, number, string | Buffer][] = [
    ['what is no JSON', 1007, '{"ticket":1,"name":'],
    ['what names no call', 1007, '["a"]'],
    ['what has no ticket', 1007, '{"name":"a","input":{}}'],
    ['bytes that are no call', 1007, Buffer.from([0xff, 0x00, 0x7b])],
    ['bytes that are cut off', 1007, withBytes('{"ticket":1,"name":"a","input":{"$bytes":2}}', 1)],
    ['bytes that nothing speaks of', 1007, withBytes('{"ticket":1,"name":"a","input":{}}', 1)],
    ['what is too large', 1009, 'x'.repeat(MAX_CALL_BYTES + 1)],
  ];
  it.each(closed)('is closed by %s: %i', async (_case, code, message) => {
    const before = calls.length;
    expect(await say(await goodLine(), message)).toBe(code);
    expect(calls.length, 'the host has not heard of it').toBe(before);
  });

  it('is the only way to call', async () => {
    expect((await ask('POST', '/desk', good(), '{}')).status).toBe(404);
    expect((await ask('POST', '/call', good(), '{}')).status).toBe(404);
  });
});

describe('the entrance', () => {
  it('opens once when the window is ours: the key in its command line is worth nothing later', async () => {
    const { pathname, search } = new URL(server.entrance);
    expect((await ask('GET', pathname + search)).status).toBe(401);
  });

  it('gives a cookie that no script and no other site can use', async () => {
    const [, ...attributes] = String(cookie).split(';');
    expect(attributes).toEqual([]);
    const again = await startDeskServer({
      port: 0,
      admits: 1,
      page: () => undefined,
      call: async () => null,
      onPages: () => undefined,
    });
    if (!again.ok) throw new Error('a free port is never taken');
    const opened = await fetch(again.value.entrance, { redirect: 'manual' });
    expect(opened.headers.get('set-cookie')).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(opened.headers.get('location')).toBe('/');
    await again.value.close();
  });
});

describe('the page', () => {
  it('is one page for every place in it, under a policy with a nonce of its own', async () => {
    const [here, there] = [await ask('GET', '/'), await ask('GET', '/deals/1?tab=2')];
    expect([here.status, there.status]).toEqual([200, 200]);
    const nonces = [here, there].map(({ headers, text }) => {
      const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1];
      expect(text).toContain(`<meta name="style-nonce" content="${nonce}">`);
      return nonce;
    });
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it.each([
    '/../electron/browser.js',
    '/%2e%2e/electron/browser.js',
    '/x%2f..%2f..%2felectron/browser.js',
    '/..%5celectron%5cbrowser.js',
    '/assets/%00.js',
    '/%E0%A4%A',
    '/index.html',
    '/nothing.js',
  ])('has no %s', async (path) => {
    expect((await ask('GET', path)).status).toBe(404);
  });

  it('is served under no other name', async () => {
    expect((await ask('GET', '/', { host: 'desk.example.org' })).status).toBe(421);
  });
});
