import { basename } from 'node:path';
import type { CallFailure, CallOutput, Printed } from '../../shared/contract/index.ts';
import { err, type Result } from '../../shared/core/result.ts';
import { attemptWrite, type Disk } from './disk.ts';
import { writeFolder } from './document-folder.ts';
import { toPdf, type WithPrinter } from './document-pdf.ts';
import { docxInChild } from './document-writer.ts';
import { type Exports, writeMeasured } from './exports.ts';
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
  readonly withPrinter: WithPrinter | null;
  readonly fontCss: string;
  readonly spawnDocumentWriter: () => HostChild;
}

export function createDocuments(options: DocumentsOptions): Documents {
  const { disk, exports, withPrinter } = options;
  return {
    write: async ({ name, format, document }, job) => {
      if (format === 'html')
        return exports.saveWith(name, '', (path) => writeFolder(disk, path, document, job));
      if (format === 'pdf' && withPrinter === null) return err({ type: 'cannotPrint' });
      return exports.saveWith<Failure>(name, `.${format}`, async (path) => {
        const bytes = await bytesOf(format, document, options, job);
        if (job.signal.aborted) return err({ type: 'cancelled' });
        if (bytes === null) return err({ type: 'cannotPrint' });
        return attemptWrite(basename(path), () => writeMeasured(disk, path, [bytes]));
      });
    },
  };
}

/** Null when nothing here can print, or when it was ended. */
async function bytesOf(
  format: 'pdf' | 'docx',
  document: Printed,
  { withPrinter, fontCss, spawnDocumentWriter }: DocumentsOptions,
  job: Job,
): Promise<Uint8Array | null> {
  if (format === 'pdf') return withPrinter && toPdf(document, { withPrinter, fontCss, ...job });
  return docxInChild(spawnDocumentWriter, document, job.signal);
}
