import {
  type CallFailure,
  type CommonFailure,
  MAX_ATTACHMENT_BYTES,
} from '../../shared/contract/index.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { host } from './host.ts';

/** Bytes that cross at once: little enough to tell how far it is, and to end it soon. */
const PIECE_BYTES = 2 * 1024 * 1024;

export type UploadFailure =
  | CallFailure<'uploadPiece'>
  | CommonFailure
  | { readonly type: 'cancelled' }
  /** The browser cannot read it: a folder, or changed or gone since it was chosen. */
  | { readonly type: 'unreadable' };

export interface UploadOptions {
  /** Bytes that are over, of how many. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Brings a file to the computer, piece by piece, and answers the name of the upload.
 * Nothing stays of one that fails or is cancelled.
 */
export async function uploadFile(
  file: Blob,
  { onProgress, signal }: UploadOptions = {},
): Promise<Result<string, UploadFailure>> {
  const begun = await host.beginUpload({ size: file.size });
  if (!begun.ok) return begun;
  const { upload } = begun.value;
  const sent = await sendPieces(file, upload, { onProgress, signal });
  if (sent.ok) return ok(upload);
  await dropUpload(upload);
  return sent;
}

async function sendPieces(
  file: Blob,
  upload: string,
  { onProgress, signal }: { [K in keyof UploadOptions]: UploadOptions[K] | undefined },
): Promise<Result<null, UploadFailure>> {
  for (let at = 0; at < file.size; at += PIECE_BYTES) {
    if (signal?.aborted) return err({ type: 'cancelled' });
    let bytes: Uint8Array<ArrayBuffer>;
    try {
      bytes = new Uint8Array(await file.slice(at, at + PIECE_BYTES).arrayBuffer());
    } catch {
      return err({ type: 'unreadable' });
    }
    const sent = await host.uploadPiece({ upload, at, bytes });
    if (!sent.ok) return sent;
    onProgress?.(at + bytes.byteLength, file.size);
  }
  return signal?.aborted ? err({ type: 'cancelled' }) : ok(null);
}

/** Forgets an upload that is not wanted any more. */
export async function dropUpload(upload: string): Promise<void> {
  await host.dropUpload({ upload });
}

/** A file that the vault keeps: its SHA-256 in hex and its bytes. */
export interface Kept {
  readonly hash: string;
  readonly size: number;
}

export type KeepFailure = UploadFailure | { readonly type: 'tooLarge' };

/** Brings a file of up to 2 GB to the computer and keeps it durably among the attachments' contents. */
export async function keepFile(
  file: Blob,
  options: UploadOptions = {},
): Promise<Result<Kept, KeepFailure>> {
  if (file.size > MAX_ATTACHMENT_BYTES) return err({ type: 'tooLarge' });
  const uploaded = await uploadFile(file, options);
  if (!uploaded.ok) return uploaded;
  const kept = await host.keepFile({ upload: uploaded.value });
  if (!kept.ok) await dropUpload(uploaded.value);
  return kept;
}

export type FetchFailure = CallFailure<'readFile'> | CommonFailure | { readonly type: 'cancelled' };

/** The whole content of an attachment, to be looked at. */
export async function fetchFile(
  hash: string,
  mediaType: string,
  signal: AbortSignal,
): Promise<Result<Blob, FetchFailure>> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let from = 0; ; ) {
    if (signal.aborted) return err({ type: 'cancelled' });
    const piece = await host.readFile({ hash, from, count: PIECE_BYTES });
    if (!piece.ok) return piece;
    const { bytes } = piece.value;
    if (bytes.byteLength === 0) return ok(new Blob(pieces, { type: mediaType }));
    pieces.push(bytes);
    from += bytes.byteLength;
  }
}
