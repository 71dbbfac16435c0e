import {
  getDocument,
  PasswordResponses,
  type PDFDocumentProxy,
  PDFWorker,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import PdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?worker';
import { err, ok, type Result } from '../../../shared/core/result.ts';

/** Addresses of the library's own files by their names: none is ever fetched from elsewhere. */
const byName = (found: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(found).map(([path, address]) => [
      path.slice(path.lastIndexOf('/') + 1),
      String(address),
    ]),
  );

const ownFiles: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  // Which characters the codes of Chinese fonts mean that are not in the file itself.
  cMapUrl: byName(
    import.meta.glob('../../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
      query: '?url',
      import: 'default',
      eager: true,
    }),
  ),
  standardFontDataUrl: byName(
    import.meta.glob('../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
      query: '?url',
      import: 'default',
      eager: true,
    }),
  ),
  // Decoders of scanned pages.
  wasmUrl: byName(
    import.meta.glob('../../../node_modules/pdfjs-dist/wasm/{jbig2,openjpeg}.wasm', {
      query: '?url',
      import: 'default',
      eager: true,
    }),
  ),
};

/** The library makes one of these itself, with `new`. */
class OwnFiles {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const address = ownFiles[kind]?.get(filename);
    if (address === undefined) throw new Error(`no file ${filename}`);
    return new Uint8Array(await (await fetch(address)).arrayBuffer());
  }
}

export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  readonly close: () => void;
}

/** Opens a PDF. A document cannot run anything: the library's scripting is not there. */
export async function openPdf(
  data: ArrayBuffer,
): Promise<Result<OpenPdf, { readonly type: 'broken' | 'locked' }>> {
  // A thread of its own, which ends with it: what a hostile file keeps busy is gone on closing.
  const thread = new PdfWorker();
  const worker = PDFWorker.create({ port: thread });
  const task = getDocument({
    data: new Uint8Array(data),
    worker,
    cMapPacked: true,
    useWorkerFetch: false,
    BinaryDataFactory: OwnFiles,
    verbosity: 0,
  });
  const close = (): void => {
    void task.destroy().finally(() => {
      worker.destroy();
      thread.terminate();
    });
  };
  let locked = false;
  task.onPassword = (_answer: (password: string) => void, reason: number): void => {
    locked = reason === PasswordResponses.NEED_PASSWORD;
    close();
  };
  try {
    return ok({ document: await task.promise, close });
  } catch {
    close();
    return err({ type: locked ? 'locked' : 'broken' });
  }
}
