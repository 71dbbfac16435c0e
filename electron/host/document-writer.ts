import { z } from 'zod';
import type { Printed } from '../../shared/contract/index.ts';
import type { HostChild } from './host-options.ts';

const replySchema = z.strictObject({ bytes: z.instanceof(Uint8Array) });

/** Makes a DOCX file in a process of its own; null when the signal ended it. */
export async function docxInChild(
  spawn: () => HostChild,
  document: Printed,
  signal: AbortSignal,
): Promise<Uint8Array | null> {
  if (signal.aborted) return null;
  const child = spawn();
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array | null>();
  const cancel = (): void => resolve(null);
  signal.addEventListener('abort', cancel, { once: true });
  child.onMessage((raw) => resolve(replySchema.parse(raw).bytes));
  child.onExit(() => reject(new Error('the writer of documents has ended')));
  child.post(document);
  try {
    return await promise;
  } finally {
    signal.removeEventListener('abort', cancel);
    child.kill();
  }
}
