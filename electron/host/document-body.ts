import type { Block, Printed } from '../../shared/contract/index.ts';
import { type Markup, markup, none } from './document-markup.ts';
import { documentWords } from './document-words.ts';

export type Picture = Extract<Block, { type: 'picture' }>;

export interface BodyOptions {
  /** The address of a picture, seen from the page. */
  readonly sourceOf: (picture: Picture) => string;
  /** The page of each section, by its place; null where that is not known or means nothing. */
  readonly pages: readonly (number | null)[];
}

/** What a link in the list of contents points to. */
export const anchorOf = (index: number): string => `section-${index + 1}`;

/** The places of the sections that the list of contents has. */
export const listedIn = ({ contents, sections }: Printed): readonly number[] =>
  contents ? sections.flatMap(({ heading }, index) => (heading === '' ? [] : [index])) : [];

/** A document's body as markup, for printing and for reading. */
export function bodyOf(printed: Printed, { sourceOf, pages }: BodyOptions): Markup {
  const { firm, title, subtitle, sections, language } = printed;
  const head = [
    given(firm, markup`<p class="firm">${firm}</p>`),
    markup`<h1>${title}</h1>`,
    given(subtitle, markup`<p class="subtitle">${subtitle}</p>`),
  ];
  const parts = sections.map(({ heading, startsPage, blocks }, index) => {
    const title = given(heading, markup`<h2>${heading}</h2>`);
    const inside = blocks.map((block) => blockOf(block, language, sourceOf));
    return markup`<section id="${anchorOf(index)}" class="${startsPage ? 'starts-page' : ''}">${title}${inside}</section>`;
  });
  return markup`${watermarkOf(printed)}<header>${head}</header>${contentsOf(printed, pages)}${parts}`;
}

const given = (text: string, shown: Markup): Markup => (text === '' ? none : shown);

/** Down the page, so that no part of it can be cut out without. */
const WATERMARKS = 4;

function watermarkOf({ watermark }: Printed): Markup {
  const lines = Array.from({ length: WATERMARKS }, () => markup`<p>${watermark}</p>`);
  return given(watermark, markup`<div class="watermark" aria-hidden="true">${lines}</div>`);
}

function contentsOf(printed: Printed, pages: BodyOptions['pages']): Markup {
  const listed = listedIn(printed);
  if (listed.length === 0) return none;
  const items = listed.map((index) => {
    const page = pages[index] ?? null;
    const number = page === null ? none : markup`<i></i><b>${String(page)}</b>`;
    const heading = printed.sections[index]?.heading ?? '';
    return markup`<li><a href="${`#${anchorOf(index)}`}"><span>${heading}</span>${number}</a></li>`;
  });
  return markup`<nav class="contents"><p>${documentWords[printed.language].contents}</p><ol>${items}</ol></nav>`;
}

function blockOf(
  block: Block,
  language: Printed['language'],
  sourceOf: BodyOptions['sourceOf'],
): Markup {
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
          markup`<div><p>${name}</p><p class="rule"></p><p class="muted">${documentWords[language].date}</p></div>`,
      )}</div>`;
    case 'picture':
      return markup`<figure><img src="${sourceOf(block)}" width="${String(block.width)}" height="${String(block.height)}" alt="${block.caption}">${given(
        block.caption,
        markup`<figcaption>${block.caption}</figcaption>`,
      )}</figure>`;
  }
}

/** Each column's part of the whole width. */
export function sharesOf(columns: readonly { readonly share: number }[]): readonly number[] {
  const whole = columns.reduce((sum, { share }) => sum + Math.max(share, 0), 0);
  return columns.map(({ share }) => (whole > 0 ? Math.max(share, 0) / whole : 1 / columns.length));
}

function tableOf({ columns, rows, totals }: Extract<Block, { type: 'table' }>): Markup {
  // Widths by attribute: the page's policy allows no inline styles.
  const widths = sharesOf(columns).map(
    (share) => markup`<col width="${`${(share * 100).toFixed(2)}%`}">`,
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
