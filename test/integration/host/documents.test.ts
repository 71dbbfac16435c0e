import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bodyOf } from '../../../electron/host/document-body.ts';
import { toDocx } from '../../../electron/host/document-docx.ts';
import { toPaper } from '../../../electron/host/document-page.ts';
import { paperStyle, screenStyle } from '../../../electron/host/document-style.ts';
import { readText } from '../../../electron/host/reading/read-text.ts';
import { unpackZip } from '../../../electron/host/reading/zip.ts';
import type { Printed } from '../../../shared/contract/index.ts';
import { blankDocument, everywhere } from '../../builders/printed.ts';
import { cMapFolder, expectOk, fontCss } from './support.ts';

function partsOf(html: string) {
  const [, policy = '', style = '', body = ''] =
    /Policy" content="([^"]*)">.*<style>(.*)<\/style><\/head><body>(.*)<\/body><\/html>$/s.exec(
      html,
    ) ?? [];
  return { policy, style, body };
}

const nasty = fc
  .array(
    fc.constantFrom(
      '<',
      '>',
      '&',
      '"',
      "'",
      '</style>',
      '<script>',
      ']]>',
      '\\',
      ';',
      '}',
      '\n',
      '甲',
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(''));

describe('a document as a page', () => {
  test('holds any text as text, wherever it stands', () => {
    const tagsOf = (text: string) =>
      bodyOf(everywhere(text), { sourceOf: () => '', pages: [1] })
        .html.match(/<[^>]*>/g)
        ?.map((tag) => tag.replace(/ alt="[^"]*"/, ''));
    const tags = tagsOf('甲');
    fc.assert(
      fc.property(nasty, (text) => {
        expect(tagsOf(text)).toEqual(tags);
        for (const style of [paperStyle(everywhere(text), null), screenStyle(everywhere(text))]) {
          expect(style).not.toContain('</');
          // Between its quotes the text of a margin has nothing that could end them.
          const margins = [...style.matchAll(/@(?:top|bottom)-left\{content:'([^\n]*)';font/g)];
          expect(margins).toHaveLength(2);
          for (const [, margin] of margins) {
            expect(margin).toMatch(/^(?:[\p{L}\p{N} ]|\\[0-9a-f]+ )*$/u);
          }
        }
      }),
    );
  });

  test('allows nothing but its own style, and the fonts and pictures inside it', async () => {
    const { policy, style, body } = partsOf(await toPaper(everywhere('成交单'), fontCss));
    const hash = createHash('sha256').update(style).digest('base64');
    expect(policy).toBe(
      `default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;; img-src data:; font-src data:`,
    );
    expect(style.match(/url\((?!data:font\/woff2;base64,)/g)).toBeNull();
    expect(body.match(/src="(?!data:image\/png;base64,)/g)).toBeNull();
  });

  test('carries the parts of the font that its text needs, and no others', async () => {
    const facesFor = async (document: Printed) =>
      partsOf(await toPaper(document, fontCss)).style.match(/@font-face/g)?.length ?? 0;
    const english: Printed = { ...blankDocument, language: 'en', title: 'Deal summary' };
    const some = await facesFor({ ...blankDocument, title: '成交汇总' });
    const more = await facesFor({ ...blankDocument, title: '成交汇总', subtitle: '龘靐齉爩' });
    expect(some).toBeGreaterThan(await facesFor(english));
    expect(more).toBeGreaterThan(some);
  });

  test('gives columns their share, and says the page in its language', async () => {
    const landscape: Printed = {
      ...blankDocument,
      language: 'en',
      orientation: 'landscape',
      sections: [
        {
          heading: '',
          startsPage: false,
          blocks: [
            {
              type: 'table',
              columns: [
                { title: '成果', align: 'start', share: 3 },
                { title: '佣金', align: 'end', share: 1 },
              ],
              rows: [['甲', '1.00']],
              totals: null,
            },
          ],
        },
      ],
    };
    const { body, style } = partsOf(await toPaper(landscape, fontCss));
    expect(body).toContain('<col width="75.00%"><col width="25.00%">');
    expect(body).toContain('<td class="start">甲</td><td class="end">1.00</td>');
    expect(style).toContain('size:A4 landscape');
    expect(style).toContain("'Page ' counter(page) ' of ' counter(pages) ''");
  });

  test('lists the sections that have a heading, with their pages once they are known', async () => {
    const section = (heading: string) => ({ heading, startsPage: true, blocks: [] });
    const sections = [section('甲'), section(''), section('乙')];
    const listOf = async (contents: boolean, pages: readonly (number | null)[]) => {
      const { body } = partsOf(
        await toPaper({ ...blankDocument, contents, sections }, fontCss, {
          ...{ pages, withPictures: true },
        }),
      );
      return [
        ...body.matchAll(/<a href="(#[^"]*)"><span>([^<]*)<\/span>(?:<i><\/i><b>(\d+)<\/b>)?/g),
      ].map(([, ...found]) => found);
    };
    expect(await listOf(false, [])).toEqual([]);
    expect(await listOf(true, [2, 3, null])).toEqual([
      ['#section-1', '甲', '2'],
      ['#section-3', '乙', undefined],
    ]);
  });
});

const entriesOf = async (bytes: Uint8Array): Promise<ReadonlyMap<string, string>> => {
  const entries = expectOk(await unpackZip(bytes, (name) => /\.(xml|rels)$/.test(name)));
  return new Map([...entries].map(([name, part]) => [name, new TextDecoder().decode(part)]));
};

/** When each entry of an archive was packed, as DOS says it: 0 and 33 are its beginning of time. */
function timesIn(zip: Buffer): ReadonlySet<string> {
  const times = new Set<string>();
  for (
    let at = zip.indexOf('PK\u0003\u0004');
    at !== -1;
    at = zip.indexOf('PK\u0003\u0004', at + 4)
  ) {
    times.add(`${zip.readUInt16LE(at + 10)},${zip.readUInt16LE(at + 12)}`);
  }
  for (
    let at = zip.indexOf('PK\u0001\u0002');
    at !== -1;
    at = zip.indexOf('PK\u0001\u0002', at + 4)
  ) {
    times.add(`${zip.readUInt16LE(at + 12)},${zip.readUInt16LE(at + 14)}`);
  }
  return times;
}

describe('a document for Word', () => {
  const tagsIn = (xml: string) => xml.match(/<[^>]*>/g)?.length;

  test('holds any text as text, wherever it stands', async () => {
    const entries = await entriesOf(await toDocx(everywhere('甲')));
    await fc.assert(
      fc.asyncProperty(nasty, async (text) => {
        const document = everywhere(text.replaceAll('\n', '，'));
        const bytes = await toDocx(document);
        for (const [name, xml] of await entriesOf(bytes)) {
          expect(tagsIn(xml), name).toBe(tagsIn(entries.get(name) ?? ''));
        }
        // Firm, title, subtitle, contents, heading, paragraph, fact, table, names, caption, margins.
        const read = await readText(bytes, cMapFolder);
        expect(read.text.split(document.title).length - 1).toBeGreaterThanOrEqual(16);
      }),
      { numRuns: 8 },
    );
  });

  test('can be opened whatever control characters a text has', async () => {
    const entries = await entriesOf(await toDocx(everywhere('甲\u0000\u0008\u001f乙\ud800\uffff')));
    for (const xml of entries.values()) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
      expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\uffff]/);
    }
    expect(entries.get('word/document.xml')).toContain('甲乙\ufffd');
  });

  test('says of itself its title and its firm, and of no time', async () => {
    const document = { ...everywhere('甲'), title: '成果包', firm: '江城技术转移中心' };
    const bytes = await toDocx(document);
    const entries = await entriesOf(bytes);
    const said = [...entries].filter(([name]) => name.startsWith('docProps/'));
    const words = said
      .flatMap(([, xml]) => xml.replaceAll(/<[^>]*>/g, '\n').split(/\s+/))
      .filter(Boolean);
    expect(words).toEqual(['成果包', '江城技术转移中心']);
    const year = new Date().getFullYear();
    for (const xml of entries.values())
      expect(xml).not.toMatch(new RegExp(`${year}-\\d\\d-\\d\\dT`));
    expect(timesIn(Buffer.from(bytes))).toEqual(new Set(['0,33']));
  });

  test('has fonts for Chinese, links from its contents, and its watermark on every page', async () => {
    const entries = await entriesOf(await toDocx(everywhere('甲')));
    expect(entries.get('word/styles.xml')).toContain('w:eastAsia="宋体"');
    const body = entries.get('word/document.xml') ?? '';
    expect(body).toContain('<w:hyperlink w:history="1" w:anchor="section-1">');
    expect(body).toMatch(/<w:bookmarkStart[^>]*w:name="section-1"/);
    const headers = [...entries].filter(([name]) => /^word\/header\d/.test(name));
    expect(headers).toHaveLength(2);
    for (const [, xml] of headers) expect(xml).toContain('string="甲"');
  });
});
