import './pdf-globals.ts';
// Puts the library's own thread where the library looks for it before it would load a file.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { MAX_TEXT_CHARACTERS, type Unreadable } from '../../../shared/contract/index.ts';
import { err, ok, type Result } from '../../../shared/core/result.ts';

/** Work, not waiting, after which no further page is begun: what was read so far is the text. */
const ENOUGH_CPU_MS = 15_000;
const cpuMs = (): number => process.cpuUsage().user / 1_000;

/**
 * The text of a PDF, page by page. Nothing in it runs and nothing is fetched but the tables of
 * Chinese fonts in `cMapFolder`.
 */
export async function pdfText(
  bytes: Uint8Array,
  cMapFolder: string,
): Promise<Result<string, Unreadable>> {
  const task = getDocument({
    // The library takes no Buffer, and takes what it is given.
    data: new Uint8Array(bytes),
    cMapUrl: `${cMapFolder}/`,
    cMapPacked: true,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    verbosity: 0,
  });
  try {
    return await pagesText(await task.promise);
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException';
    return err({ type: locked ? 'passwordProtected' : 'damaged' });
  } finally {
    await task.destroy();
  }
}

async function pagesText(document: PDFDocumentProxy): Promise<Result<string, Unreadable>> {
  const begunAt = cpuMs();
  let text = '';
  let broken = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    if (text.length > MAX_TEXT_CHARACTERS || cpuMs() - begunAt > ENOUGH_CPU_MS) break;
    try {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      for (const item of items) {
        if ('str' in item) text += item.hasEOL ? `${item.str}\n` : item.str;
      }
      page.cleanup();
    } catch {
      broken += 1;
    }
    text += '\n';
  }
  if (broken === document.numPages) return err({ type: 'damaged' });
  return ok(joined(text));
}

/**
 * A page knows lines, not sentences: a Chinese word goes on over the end of one, and over the gaps
 * of justified lines.
 */
const joined = (text: string): string =>
  text.replace(
    /(?<=[\p{sc=Han}\u3000-\u303f\uff00-\uffef])\s+(?=[\p{sc=Han}\u3000-\u303f\uff00-\uffef])/gu,
    '',
  );
