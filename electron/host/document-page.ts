import { createHash } from 'node:crypto';
import type { Printed } from '../../shared/contract/index.ts';
import { type BodyOptions, bodyOf, type Picture } from './document-body.ts';
import { fontFacesFor } from './document-fonts.ts';
import { type Markup, markup } from './document-markup.ts';
import { marginText, paperStyle, screenStyle } from './document-style.ts';

const dataAddressOf = ({ mime, bytes }: Picture): string =>
  `data:${mime};base64,${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}`;

/** As large as the picture, with nothing in it. */
const emptyAddressOf = ({ width, height }: Picture): string =>
  `data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='${width}' height='${height}'/%3E`;

interface PaperOptions {
  /** Of the sections, once they are known. */
  readonly pages: BodyOptions['pages'];
  /** Without them their place stays empty: what is where is found out sooner. */
  readonly withPictures: boolean;
}

/**
 * Makes a whole HTML page of a document, for printing: nothing in it loads anything, runs
 * anything, or comes from outside. `fontCss` is the stylesheet whose fonts are put into it.
 */
export async function toPaper(
  printed: Printed,
  fontCss: string,
  { pages, withPictures }: PaperOptions = { pages: [], withPictures: true },
): Promise<string> {
  // Fonts are chosen by the text alone: pictures are megabytes.
  const words = bodyOf(printed, { sourceOf: () => '', pages });
  const fonts = await fontFacesFor(words.html + marginText(printed), fontCss);
  const sourceOf = withPictures ? dataAddressOf : emptyAddressOf;
  const body = bodyOf(printed, { sourceOf, pages });
  const style = fonts.css + paperStyle(printed, fonts.family);
  return pageOf(printed, body, style, 'img-src data:; font-src data:');
}

/** Makes the page of a folder that is read in a browser, wherever it lies. */
export function toScreen(printed: Printed, sourceOf: BodyOptions['sourceOf']): string {
  const body = bodyOf(printed, { sourceOf, pages: [] });
  // A page from a disk has no origin that all browsers would know as its own.
  return pageOf(printed, body, screenStyle(printed), "img-src 'self' file:");
}

function pageOf(printed: Printed, body: Markup, style: string, sources: string): string {
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; ${sources}`;
  const head = markup`<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width"><title>${printed.title}</title>`;
  const language = printed.language === 'zh' ? 'zh-CN' : 'en';
  // The style must stay as it was hashed, so that it goes in unescaped: it holds no text of users
  // but that of the margins, which document-style escapes.
  return `<!doctype html><html lang="${language}"><head>${head.html}<style>${style}</style></head><body>${body.html}</body></html>`;
}
