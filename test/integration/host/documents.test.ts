import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toHtml } from '../../../electron/host/documents.ts';
import type { Printed } from '../../../shared/contract/index.ts';
import { fontCss } from './support.ts';

const blank: Printed = {
  language: 'zh',
  orientation: 'portrait',
  firm: '',
  title: '',
  subtitle: '',
  footer: '',
  sections: [],
};

/** The same text at every place of a document that takes text. */
function everywhere(text: string): Printed {
  return {
    ...blank,
    firm: text,
    title: text,
    subtitle: text,
    footer: text,
    sections: [
      {
        heading: text,
        blocks: [
          { type: 'paragraph', text, muted: false },
          { type: 'facts', columns: 2, facts: [{ name: text, value: text }] },
          {
            type: 'table',
            columns: [{ title: text, align: 'end', share: 1 }],
            rows: [[text]],
            totals: [text],
          },
          { type: 'signatures', names: [text] },
        ],
      },
    ],
  };
}

function partsOf(html: string) {
  const [, policy = '', style = '', body = ''] =
    /Policy" content="([^"]*)">.*<style>(.*)<\/style><\/head><body>(.*)<\/body><\/html>$/s.exec(
      html,
    ) ?? [];
  return { policy, style, body };
}

describe('a document as a page', () => {
  test('holds any text as text, wherever it stands', async () => {
    const empty = partsOf(await toHtml(everywhere('甲'), fontCss));
    const tags = empty.body.match(/<[^>]*>/g);
    const nasty = fc.constantFrom(
      '<',
      '>',
      '&',
      '"',
      "'",
      '</style>',
      '<script>',
      '\\',
      ';',
      '}',
      '\n',
      '甲',
    );
    const texts = fc.array(nasty, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const { body, style } = partsOf(await toHtml(everywhere(text), fontCss));
        expect(body.match(/<[^>]*>/g)).toEqual(tags);
        expect(style).not.toContain('</');
        // Between its quotes the footer has nothing that could end them.
        const [, footer = ''] = /@bottom-left\{content:'([^\n]*)';font/.exec(style) ?? [];
        expect(footer).toMatch(/^(?:[\p{L}\p{N} ]|\\[0-9a-f]+ )*$/u);
      }),
      { numRuns: 100 },
    );
  });

  test('allows nothing but its own style and the fonts inside it', async () => {
    const { policy, style } = partsOf(await toHtml(everywhere('成交单'), fontCss));
    const hash = createHash('sha256').update(style).digest('base64');
    expect(policy).toBe(
      `default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;; font-src data:`,
    );
    expect(style.match(/url\((?!data:font\/woff2;base64,)/g)).toBeNull();
  });

  test('carries the parts of the font that its text needs, and no others', async () => {
    const facesFor = async (document: Printed) =>
      partsOf(await toHtml(document, fontCss)).style.match(/@font-face/g)?.length ?? 0;
    const english: Printed = { ...blank, language: 'en', title: 'Deal summary' };
    const some = await facesFor({ ...blank, title: '成交汇总' });
    const more = await facesFor({ ...blank, title: '成交汇总', subtitle: '龘靐齉爩' });
    expect(some).toBeGreaterThan(await facesFor(english));
    expect(more).toBeGreaterThan(some);
  });

  test('gives columns their share, and says the page in its language', async () => {
    const table = {
      type: 'table',
      columns: [
        { title: '成果', align: 'start', share: 3 },
        { title: '佣金', align: 'end', share: 1 },
      ],
      rows: [['甲', '1.00']],
      totals: null,
    } as const;
    const sections = [
      {
        heading: '',
        blocks: [
          { ...table, columns: [...table.columns], rows: table.rows.map((row) => [...row]) },
        ],
      },
    ];
    const landscape: Printed = { ...blank, language: 'en', orientation: 'landscape', sections };
    const { body, style } = partsOf(await toHtml(landscape, fontCss));
    expect(body).toContain('<col width="75.00%"><col width="25.00%">');
    expect(body).toContain('<td class="start">甲</td><td class="end">1.00</td>');
    expect(style).toContain('size:A4 landscape');
    expect(style).toContain("'Page ' counter(page) ' of ' counter(pages) ''");
  });
});
