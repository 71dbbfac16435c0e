import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface FontFaces {
  /** `@font-face` rules with the fonts inside them. */
  readonly css: string;
  /** Name of the family, or null when the stylesheet has no rule. */
  readonly family: string | null;
}

interface Face {
  readonly family: string;
  readonly weight: string;
  readonly file: string;
  readonly range: string;
}

/**
 * The faces of a stylesheet that a text needs, each with its font file inside: a Chinese font comes
 * in a hundred parts, and a document uses some of them. So the page is whole wherever it is printed.
 */
export async function fontFacesFor(text: string, fontCss: string): Promise<FontFaces> {
  const faces = facesIn(await readFile(fontCss, 'utf8'));
  const codes = [...new Set(text)].map((character) => character.codePointAt(0) ?? 0);
  const needed = faces.filter(({ range }) => {
    const spans = spansOf(range);
    return codes.some((code) => spans.some(([from, to]) => code >= from && code <= to));
  });
  const rules = await Promise.all(
    needed.map(async ({ family, weight, file, range }) => {
      const font = await readFile(join(dirname(fontCss), file), 'base64');
      return `@font-face{font-family:'${family}';font-weight:${weight};src:url(data:font/woff2;base64,${font}) format('woff2');unicode-range:${range}}`;
    }),
  );
  return { css: rules.join(''), family: faces[0]?.family ?? null };
}

function facesIn(css: string): readonly Face[] {
  return [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].flatMap(([, rule = '']) => {
    const read = (name: string) => new RegExp(`${name}:\\s*([^;]+)`).exec(rule)?.[1]?.trim();
    const family = read('font-family')?.replaceAll(/['"]/g, '');
    const file = /url\(['"]?([^'")]+)['"]?\)/.exec(rule)?.[1];
    if (family === undefined || file === undefined) return [];
    const range = read('unicode-range') ?? 'U+0-10FFFF';
    return [{ family, file, range, weight: read('font-weight') ?? 'normal' }];
  });
}

/** `U+4E00-4E03,U+FF0C` as spans of code points. */
function spansOf(range: string): readonly (readonly [number, number])[] {
  return range.split(',').map((part) => {
    const [from = '', to = from] = part.trim().slice(2).split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
}
