import './pdf-globals.ts';
// Puts the library's own thread where the library looks for it before it would load a file.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The number of the page, from 1, on which each place lies that links in a printed PDF lead to. */
export async function pagesOfAnchors(pdf: Uint8Array): Promise<ReadonlyMap<string, number>> {
  // The library takes no Buffer, and takes what it is given.
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0, disableFontFace: true });
  const pages = new Map<string, number>();
  try {
    const document = await task.promise;
    const anchors: Record<string, unknown> = await document.getDestinations();
    for (const [name, place] of Object.entries(anchors)) {
      const page: unknown = Array.isArray(place) ? place[0] : null;
      if (isReference(page)) pages.set(name, (await document.getPageIndex(page)) + 1);
    }
  } finally {
    await task.destroy();
  }
  return pages;
}

const isReference = (value: unknown): value is { readonly num: number; readonly gen: number } =>
  typeof value === 'object' && value !== null && 'num' in value && 'gen' in value;
