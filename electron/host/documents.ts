import { basename } from 'node:path';
import type { CallFailure, CallOutput, Printed } from '../../shared/contract/index.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { writeFileAtomically } from './atomic-file.ts';
import { attemptWrite, type Disk } from './disk.ts';
import { sha256, type Written, writeFolder } from './document-folder.ts';
import { type PrintPdf, toPdf } from './document-pdf.ts';
import { docxInChild } from './document-writer.ts';
import type { Exports } from './exports.ts';
import type { HostChild } from './host-options.ts';
import type { Job } from './jobs.ts';

interface Wanted {
  readonly name: string;
  readonly format: 'pdf' | 'docx' | 'html';
  readonly document: Printed;
}

type Failure = CallFailure<'writeDocument'>;

export interface Documents {
  /** Writes a document where the user wants it, wholly or not at all. */
  readonly write: (
    wanted: Wanted,
    job: Job,
  ) => Promise<Result<CallOutput<'writeDocument'>, Failure>>;
}

interface DocumentsOptions {
  readonly disk: Disk;
  readonly exports: Pick<Exports, 'saveWith'>;
  /** Null where nothing can print. */
  readonly printPdf: PrintPdf | null;
  readonly fontCss: string;
  readonly spawnDocumentWriter: () => HostChild;
}

export function createDocuments(options: DocumentsOptions): Documents {
  const { disk, exports, printPdf } = options;
  return {
    write: async ({ name, format, document }, job) => {
      if (format === 'pdf' && printPdf === null) return err({ type: 'cannotPrint' });
      const written: Written[] = [];
      const ending = format === 'html' ? '' : `.${format}`;
      const saved = await exports.saveWith<Failure>(name, ending, async (path) => {
        const one =
          format === 'html'
            ? await writeFolder(disk, path, document, job)
            : await writeFile(disk, path, () => bytesOf(format, document, options, job), job);
        if (!one.ok) return one;
        written.push(one.value);
        return ok(null);
      });
      const [facts] = written;
      if (!saved.ok) return saved;
      if (saved.value.place === 'cancelled' || !facts) return ok({ place: 'cancelled' });
      return ok({ ...saved.value, ...facts });
    },
  };
}

/** Null when nothing here can print, or when it was ended. */
async function bytesOf(
  format: 'pdf' | 'docx',
  document: Printed,
  { printPdf, fontCss, spawnDocumentWriter }: DocumentsOptions,
  job: Job,
): Promise<Uint8Array | null> {
  if (format === 'pdf') return printPdf && toPdf(document, { printPdf, fontCss, ...job });
  return docxInChild(spawnDocumentWriter, document, job.signal);
}

async function writeFile(
  disk: Disk,
  path: string,
  make: () => Promise<Uint8Array | null>,
  { signal }: Job,
): Promise<Result<Written, Failure>> {
  const bytes = await make();
  if (signal.aborted) return err({ type: 'cancelled' });
  if (bytes === null) return err({ type: 'cannotPrint' });
  const placed = await attemptWrite(basename(path), () => writeFileAtomically(disk, path, [bytes]));
  return placed.ok ? ok({ sha256: sha256(bytes), size: bytes.byteLength }) : placed;
}
