import { Decrypter, Encrypter } from 'age-encryption';
import type { Key, Lock } from '../../shared/contract/index.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { peek } from './archive-read.ts';

/** How files are locked: in the form of the `age` tool (age-encryption.org/v1). */

/**
 * Cost of trying a passphrase, as a power of two: a second or two, and 128 MB. Reading stops
 * at 20, which is `age-encryption`'s own bound, so that no file can make this computer work for hours.
 */
const WORK_FACTOR = 17;

const HEAD = /^age-encryption\.org\/v1\n-> (\S+)/;
/** The first two lines, up to the kind of the first lock. */
const HEAD_BYTES = 64;

/** The first recipient that is no public key of the `age` tool; null when all are. */
export function notARecipient(recipients: readonly string[]): string | null {
  return recipients.find((recipient) => !isRecipient(recipient)) ?? null;
}

function isRecipient(recipient: string): boolean {
  try {
    new Encrypter().addRecipient(recipient.trim());
    return true;
  } catch {
    return false;
  }
}

/** The bytes locked with that lock; open ones as they are. Recipients must have been checked. */
export async function locked(
  chunks: AsyncIterable<Uint8Array>,
  lock: Lock,
): Promise<AsyncIterable<Uint8Array>> {
  if (lock.type === 'open') return chunks;
  const encrypter = new Encrypter();
  if (lock.type === 'passphrase') {
    encrypter.setScryptWorkFactor(WORK_FACTOR);
    encrypter.setPassphrase(lock.passphrase);
  } else {
    for (const recipient of lock.recipients) encrypter.addRecipient(recipient.trim());
  }
  return chunksOf(await encrypter.encrypt(streamOf(chunks)));
}

type UnlockFailure =
  | { readonly type: 'locked'; readonly wants: Key['type'] }
  | { readonly type: 'wrongKey' }
  | { readonly type: 'damaged'; readonly at: number };

/** The bytes of a file, unlocked where it is locked. A file that is not locked needs no key. */
export async function unlocked(
  source: AsyncIterable<Uint8Array>,
  key: Key | null,
): Promise<Result<AsyncIterable<Uint8Array>, UnlockFailure>> {
  const { head, chunks } = await peek(source, HEAD_BYTES);
  const first = HEAD.exec(Buffer.from(head).toString('latin1'))?.[1];
  if (first === undefined) return ok(chunks);
  const wants = first === 'scrypt' ? 'passphrase' : 'identity';
  if (key?.type !== wants) return err({ type: 'locked', wants });
  const decrypter = new Decrypter();
  try {
    if (key.type === 'passphrase') decrypter.addPassphrase(key.passphrase);
    else decrypter.addIdentity(key.identity.trim());
  } catch {
    return err({ type: 'wrongKey' });
  }
  try {
    return ok(chunksOf(await decrypter.decrypt(streamOf(chunks))));
  } catch (error) {
    // The library has one kind of error; a header that is not as written has others of its words.
    const isWrong = error instanceof Error && error.message.startsWith('no identity matched');
    return err(isWrong ? { type: 'wrongKey' } : { type: 'damaged', at: 0 });
  }
}

/** The library speaks the streams of the web. */
function streamOf(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream({
    pull: async (controller) => {
      const { value, done } = await iterator.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => {
      await iterator.return?.();
    },
  });
}

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    // After an error there is nothing to be let go.
    await reader.cancel().catch(() => undefined);
  }
}
