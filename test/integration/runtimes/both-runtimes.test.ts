import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { onePixel } from '../../builders/one-pixel.ts';
import { freePort, launchBrowserWindow } from '../../e2e/support/browser-window.ts';
import type { RunningApp } from '../../e2e/support/runtime.ts';
import { launchStandIn } from '../../e2e/support/stand-in.ts';
import { readPdf } from './support/pdf.ts';
import { freshPlace } from './support/place.ts';

const runtimes = {
  'browser window': async (dist: string) => launchBrowserWindow(freshPlace(dist), await freePort()),
  'electron stand-in': (dist: string) => launchStandIn(freshPlace(dist)),
};

const apps: Record<string, RunningApp> = {};

const pageOf = (name: string): Page => {
  const page = apps[name]?.page;
  if (!page) throw new Error(`${name} is not running`);
  return page;
};

/** A call just as it stands, past the typed client, as a page gone wrong would make it. */
function send(page: Page, name: unknown, input: unknown): Promise<unknown> {
  return page.evaluate(
    ([called, given]) => {
      const { bridge } = globalThis as unknown as {
        bridge: { send: (name: unknown, input: unknown) => Promise<unknown> };
      };
      return bridge.send(called, given);
    },
    [name, input] as const,
  );
}

/** Asks for a document whose pictures have no bytes yet: they are made in the page. */
function writeWithPictures(page: Page, wanted: unknown): Promise<unknown> {
  return page.evaluate(
    ([given, png]) => {
      const { bridge } = globalThis as unknown as {
        bridge: { send: (name: string, input: unknown) => Promise<unknown> };
      };
      const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
      const { document } = given as {
        document: { sections: { blocks: { type: string; bytes?: Uint8Array }[] }[] };
      };
      for (const block of document.sections.flatMap(({ blocks }) => blocks)) {
        if (block.type === 'picture') block.bytes = bytes;
      }
      return bridge.send('writeDocument', given);
    },
    [wanted, onePixel] as const,
  );
}

beforeAll(async () => {
  const dist = inject('runtimes');
  for (const [name, launch] of Object.entries(runtimes)) apps[name] = await launch(dist);
});

afterAll(async () => {
  await Promise.all(Object.values(apps).map((app) => app.close()));
});

describe.each(Object.keys(runtimes))('%s', (name) => {
  it('shows a page whose policy lets no inline script and no eval run', async () => {
    const marks = await pageOf(name).evaluate(() => ({ ...document.documentElement.dataset }));
    expect(marks).toEqual({ eval: 'refused' });
  });

  it('lets the page reach nothing but its own place', async () => {
    const reached = await pageOf(name).evaluate(async () => {
      const tries = ['https://example.org/', 'http://127.0.0.1:9/', 'data:text/plain,x'];
      return Promise.all(
        tries.map((address) =>
          fetch(address).then(
            () => 'reached',
            () => 'refused',
          ),
        ),
      );
    });
    expect(reached).toEqual(['refused', 'refused', 'refused']);
  });

  it('carries bytes there and rows back', async () => {
    const opened = await pageOf(name).evaluate(async () => {
      const { bridge } = globalThis as unknown as {
        bridge: { send: (name: string, input: unknown) => Promise<{ value: { handle: string } }> };
      };
      const bytes = new TextEncoder().encode('名称,金额\n光刻胶,12\n');
      const { value } = await bridge.send('openSpreadsheet', { name: 'a.csv', bytes });
      const { handle } = value;
      return bridge.send('readRows', { handle, sheet: 0, from: 0, count: 10 });
    });
    expect(opened).toEqual({
      ok: true,
      value: {
        rows: [
          ['名称', '金额'],
          ['光刻胶', '12'],
        ],
      },
    });
  });

  it('prints a document with its fonts in it', async () => {
    const document = {
      language: 'zh',
      orientation: 'landscape',
      firm: '江城技术转移中心',
      title: '交易摘要',
      subtitle: '',
      footer: '内部资料',
      watermark: '仅供内部评估',
      contents: true,
      sections: [
        {
          heading: '佣金',
          startsPage: true,
          blocks: [
            { type: 'picture', mime: 'image/png', width: 1, height: 1, caption: '中试线' },
            { type: 'paragraph', text: '合计 1,000.00 元', muted: false },
          ],
        },
      ],
    };
    const wanted = { job: randomUUID(), name: '交易摘要', format: 'pdf', document };
    const printed = await writeWithPictures(pageOf(name), wanted);
    expect(printed).toMatchObject({ ok: true, value: { place: 'file', name: '交易摘要.pdf' } });
    const { value } = printed as { value: { folder: string; name: string } };
    const pdf = await readPdf(readFileSync(join(value.folder, value.name)));
    expect(pdf.text).toContain('江城技术转移中心');
    expect(pdf.text).toContain('合计 1,000.00 元');
    expect(pdf.text).toContain('中试线');
    expect(pdf.text).toContain('仅供内部评估');
    expect(pdf.images).toBe(1);
    expect(pdf.landscape).toBe(true);
    expect(pdf.fonts.length).toBeGreaterThan(0);
    for (const font of pdf.fonts) expect(font).toMatch(/^[A-Z]{6}\+NotoSansSC/);
  });
});

describe('whatever is wrong is refused alike by both', () => {
  it.each<[string, unknown, unknown]>([
    ['a call that does not exist', 'formatDisk', {}],
    ['a name from the prototype', '__proto__', {}],
    ['no name', null, {}],
    ['no input', 'vaultState', null],
    ['a key that nobody asked for', 'vaultState', { extra: 1 }],
    ['a path in place of a name', 'saveBackup', { name: '../../desk' }],
    ['another path', 'saveBackup', { name: 'C:\\desk' }],
    ['a name that hides', 'saveBackup', { name: '.desk' }],
    ['text in place of bytes', 'openSpreadsheet', { name: 'a.csv', bytes: 'a,b' }],
    ['a handle that was never given', 'readRows', { handle: 'x', sheet: 0, from: 0, count: 1 }],
    ['a language that there is not', 'writeSettings', { language: 'fr' }],
  ])('%s', async (_case, name, input) => {
    const [there, here] = await Promise.all(
      Object.keys(runtimes).map((runtime) => send(pageOf(runtime), name, input)),
    );
    expect(there).toMatchObject({ ok: false, error: { type: expect.any(String) } });
    expect(here).toEqual(there);
  });
});
