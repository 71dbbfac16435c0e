import { createHash } from 'node:crypto';
import type { Block, Printed } from '../../shared/contract/index.ts';
import { type FontFaces, fontFacesFor } from './document-fonts.ts';
import { documentStyle, marginText } from './document-style.ts';

/**
 * Makes a whole HTML page of a document, for printing: nothing in it loads anything, runs
 * anything, or comes from outside. `fontCss` is the stylesheet whose fonts are put into it.
 */
export async function toHtml(printed: Printed, fontCss: string): Promise<string> {
  const { firm, title, subtitle, sections, language } = printed;
  const head = [
    given(firm, markup`<p class="firm">${firm}</p>`),
    markup`<h1>${title}</h1>`,
    given(subtitle, markup`<p class="subtitle">${subtitle}</p>`),
  ];
  const parts = sections.map(({ heading, blocks }) => {
    const title = given(heading, markup`<h2>${heading}</h2>`);
    return markup`<section>${title}${blocks.map((block) => blockOf(block, language))}</section>`;
  });
  const body = markup`<header>${head}</header>${parts}`;
  const fonts = await fontFacesFor(body.html + marginText(printed), fontCss);
  return page(printed, body, fonts);
}

function page(printed: Printed, body: Markup, fonts: FontFaces): string {
  const style = fonts.css + documentStyle(printed, fonts.family);
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; font-src data:`;
  const head = markup`<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>${printed.title}</title>`;
  const language = printed.language === 'zh' ? 'zh-CN' : 'en';
  // The style must stay as it was hashed, so that it goes in unescaped: it holds no text of users
  // but the footer, which documentStyle escapes.
  return `<!doctype html><html lang="${language}"><head>${head.html}<style>${style}</style></head><body>${body.html}</body></html>`;
}

function blockOf(block: Block, language: Printed['language']): Markup {
  switch (block.type) {
    case 'paragraph':
      return markup`<p class="${block.muted ? 'muted' : ''}">${block.text}</p>`;
    case 'facts':
      return markup`<dl class="${`facts of-${block.columns}`}">${block.facts.map(
        ({ name, value }) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`,
      )}</dl>`;
    case 'table':
      return tableOf(block);
    case 'signatures':
      return markup`<div class="signatures">${block.names.map(
        (name) =>
          markup`<div><p>${name}</p><p class="rule"></p><p class="muted">${language === 'zh' ? '日期：' : 'Date:'}</p></div>`,
      )}</div>`;
  }
}

function tableOf({ columns, rows, totals }: Extract<Block, { type: 'table' }>): Markup {
  const whole = columns.reduce((sum, { share }) => sum + Math.max(share, 0), 0) || 1;
  // Widths by attribute: the page's policy allows no inline styles.
  const widths = columns.map(
    ({ share }) => markup`<col width="${`${((Math.max(share, 0) / whole) * 100).toFixed(2)}%`}">`,
  );
  const head = columns.map(
    ({ title, align }) => markup`<th scope="col" class="${align}">${title}</th>`,
  );
  const cells = (texts: readonly string[]) =>
    columns.map(({ align }, index) => markup`<td class="${align}">${texts[index] ?? ''}</td>`);
  const body = rows.map((row) => markup`<tr>${cells(row)}</tr>`);
  const foot = totals === null ? [] : [markup`<tr class="totals">${cells(totals)}</tr>`];
  return markup`<table><colgroup>${widths}</colgroup><thead><tr>${head}</tr></thead><tbody>${body}${foot}</tbody></table>`;
}

/** Text that is markup already: made by `markup` alone. */
interface Markup {
  readonly html: string;
}

const given = (text: string, shown: Markup): Markup => (text === '' ? { html: '' } : shown);

/** The one template: whatever is put into it is escaped, unless it came out of it. */
function markup(
  strings: TemplateStringsArray,
  ...values: readonly (string | Markup | readonly Markup[])[]
): Markup {
  const parts = values.map((value, index) => htmlOf(value) + (strings[index + 1] ?? ''));
  return { html: (strings[0] ?? '') + parts.join('') };
}

function htmlOf(value: string | Markup | readonly Markup[]): string {
  if (typeof value === 'string') return escapeHtml(value);
  return 'html' in value ? value.html : value.map(({ html }) => html).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
