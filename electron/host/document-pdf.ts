import type { Printed } from '../../shared/contract/index.ts';
import { anchorOf, listedIn } from './document-body.ts';
import { toPaper } from './document-page.ts';
import type { Job } from './jobs.ts';

/** Prints a whole HTML document. */
export type Print = (html: string) => Promise<Uint8Array>;

/** Lends what prints for some work; null when it cannot print, or when the signal ended it. */
export type WithPrinter = <T>(
  work: (print: Print) => Promise<T>,
  signal: AbortSignal,
) => Promise<T | null>;

interface PdfOptions extends Job {
  readonly withPrinter: WithPrinter;
  readonly fontCss: string;
}

/** A document as PDF; null when it cannot be printed or was ended. */
export async function toPdf(printed: Printed, options: PdfOptions): Promise<Uint8Array | null> {
  const { withPrinter, fontCss, signal, report } = options;
  const pdf = await withPrinter(async (print) => {
    if (listedIn(printed).length === 0) return print(await toPaper(printed, fontCss));
    // No browser fills in the pages that links lead to: what was printed once says where they are.
    const pages = printed.sections.map(() => 0);
    const rough = await print(await toPaper(printed, fontCss, { pages, withPictures: false }));
    report({ done: 1, total: 2 });
    const found = await pagesIn(rough, printed);
    return print(await toPaper(printed, fontCss, { pages: found, withPictures: true }));
  }, signal);
  return pdf && withTitleOnly(pdf);
}

async function pagesIn(
  pdf: Uint8Array,
  { sections }: Printed,
): Promise<readonly (number | null)[]> {
  // Large, and most documents have no contents.
  const { pagesOfAnchors } = await import('./reading/pdf-anchors.ts');
  const pages = await pagesOfAnchors(pdf);
  return sections.map((_, index) => pages.get(anchorOf(index)) ?? null);
}

/** The part that says where everything is stands at the end of the file. */
const TRAILER_BYTES = 4_096;
/** What else browsers note in a PDF: themselves, the system that they run on, and when. */
const NOTED = /\/(?:Creator|Producer|CreationDate|ModDate|Author)\s*\((?:\\.|[^\\()])*\)/gs;

/**
 * A printed PDF whose own description says nothing but its title. What is taken out becomes blanks,
 * so that everything stays where the file's table says it is.
 */
function withTitleOnly(pdf: Uint8Array): Uint8Array {
  const whole = Buffer.from(pdf);
  const end = whole.toString('latin1', Math.max(0, whole.byteLength - TRAILER_BYTES));
  const number = [...end.matchAll(/\/Info (\d+) 0 R/g)].at(-1)?.[1];
  if (number === undefined) return pdf;
  const from = startOf(whole, `${number} 0 obj`);
  if (from === -1) return pdf;
  const to = whole.indexOf('endobj', from);
  const described = whole.toString('latin1', from, to);
  whole.write(
    described.replaceAll(NOTED, (noted) => ' '.repeat(noted.length)),
    from,
    'latin1',
  );
  return whole;
}

/** Where an object begins: after the start of the file, or on a line of its own. */
function startOf(pdf: Buffer, mark: string): number {
  for (let at = pdf.indexOf(mark); at !== -1; at = pdf.indexOf(mark, at + 1)) {
    const before = pdf[at - 1];
    if (before === 0x0a || before === 0x0d) return at;
  }
  return -1;
}
