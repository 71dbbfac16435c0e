import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type DeskServer,
  MAX_BODY_BYTES,
  servePage,
  startDeskServer,
} from '../../../electron/runtime/desk-server.ts';
import { builtPage } from '../../../electron/runtime/page.ts';
import { buildRuntimes } from './support/build-runtimes.ts';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

let server: DeskServer;
let cookie: string;
const calls: unknown[] = [];

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

/** What the page sends with a call; a test takes one thing away or puts another in its place. */
const good = (): Record<string, string> => ({
  origin: server.origin,
  cookie,
  'content-type': 'application/json',
  'x-transfer-desk': '1',
});

function without(name: string): Record<string, string> {
  const { [name]: _left, ...rest } = good();
  return rest;
}

const call = (headers: Record<string, string>, body = '{"name":"a","input":{}}'): Promise<Answer> =>
  ask('POST', '/call', headers, body);

beforeAll(async () => {
  const dist = await buildRuntimes();
  const started = await startDeskServer({
    port: 0,
    admits: 1,
    page: servePage(builtPage(`${dist}/renderer`)),
    call: async (name, input) => {
      calls.push({ name, input });
      return { ok: true, value: input };
    },
    onPages: () => undefined,
  });
  if (!started.ok) throw new Error('a free port is never taken');
  server = started.value;
  const { pathname, search } = new URL(server.entrance);
  const wrong = await ask('GET', '/open?key=00');
  expect(wrong.status, 'a wrong key opens nothing and uses nothing up').toBe(401);
  const opened = await ask('GET', pathname + search);
  cookie = String(opened.headers['set-cookie']).split(';')[0] ?? '';
});

afterAll(() => server.close());

describe('a call is let in', () => {
  it('with everything that the page sends', async () => {
    const answer = await call(good(), '{"name":"a","input":{"x":[1]}}');
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toEqual({ ok: true, value: { x: [1] } });
    expect(calls).toEqual([{ name: 'a', input: { x: [1] } }]);
  });
});

describe('a call is refused', () => {
  const refused: readonly [string, number, () => Promise<Answer>][] = [
    ['without the cookie', 401, () => call(without('cookie'))],
    ['with another cookie', 401, () => call({ ...good(), cookie: `${cookie.slice(0, -1)}g` })],
    ['without our header', 401, () => call(without('x-transfer-desk'))],
    ['from another site', 403, () => call({ ...good(), origin: 'https://example.org' })],
    ['from another port', 403, () => call({ ...good(), origin: 'http://127.0.0.1:1' })],
    ['from nowhere', 403, () => call(without('origin'))],
    ['as a form may send it', 415, () => call({ ...good(), 'content-type': 'text/plain' })],
    ['under another name of this computer', 421, () => call({ ...good(), host: 'localhost' })],
    ['when it is no JSON', 400, () => call(good(), '{"name":')],
    ['when it names no call', 400, () => call(good(), '["a"]')],
    [
      'when it is announced too large',
      413,
      () => call({ ...good(), 'content-length': String(MAX_BODY_BYTES + 1) }, ' '),
    ],
    ['by GET', 404, () => ask('GET', '/call.json', good())],
    ['elsewhere', 404, () => ask('POST', '/calls', good(), '{}')],
  ];

  it.each(refused)('%s: %i', async (_case, status, ask) => {
    const before = calls.length;
    const answer = await ask();
    expect(answer.status).toBe(status);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    expect(calls.length, 'the host has not heard of it').toBe(before);
  });

  it('when it turns out too large: 413', async () => {
    const megabyte = 'x'.repeat(1024 * 1024);
    const { port } = new URL(server.origin);
    const status = await new Promise<number>((resolve, reject) => {
      const headers = { ...good(), 'transfer-encoding': 'chunked' };
      const asked = request({ host: '127.0.0.1', port, method: 'POST', path: '/call', headers });
      asked.on('response', (response) => resolve(response.statusCode ?? 0));
      asked.on('error', reject);
      let sent = 0;
      const send = (): void => {
        if (sent > MAX_BODY_BYTES || asked.destroyed) return;
        sent += megabyte.length;
        asked.write(megabyte, send);
      };
      send();
    });
    expect(status).toBe(413);
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
