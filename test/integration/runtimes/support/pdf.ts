import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadPdf {
  readonly text: string;
  readonly landscape: boolean;
  /** Pictures drawn on its pages. */
  readonly images: number;
  /** Names of its fonts; six letters and a plus stand before one whose glyphs are in the file. */
  readonly fonts: readonly string[];
}

/** What a printed file says, by another program than the one that made it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  // Before it is read as a document, which takes the bytes away.
  const raw = Buffer.from(bytes).toString('latin1');
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  let text = '';
  let landscape = true;
  let images = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    text += items
      .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
      .join('');
    const { fnArray } = await page.getOperatorList();
    images += fnArray.filter((drawn) => drawn === OPS.paintImageXObject).length;
    const [, , width = 0, height = 0] = page.view;
    landscape &&= width > height;
  }
  await document.destroy();
  const fonts = raw.match(/(?<=\/FontName\s*\/)[^\s/>]+/g) ?? [];
  return { text, landscape, images, fonts: [...new Set(fonts)].sort() };
}
