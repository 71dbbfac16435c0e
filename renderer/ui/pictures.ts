import { type Block, MAX_PICTURE_BYTES } from '../../shared/contract/index.ts';
import { takingTurns } from '../../shared/core/turns.ts';
import type { Attachment } from '../../shared/features/attachments/index.ts';
import { fetchFile } from '../data/upload.ts';

export type Picture = Extract<Block, { type: 'picture' }>;

/** What a worker answers: a picture without words, or that the file is none. */
export type Redrawn = Omit<Picture, 'type' | 'caption'> | null;

/** What a worker is asked: to draw a file anew, within so many bytes. */
export interface WantedPicture {
  readonly file: Blob;
  readonly most: number;
}

/** No camera makes larger ones; a longer file is not fetched to find that out. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;
/** A picture made to take for ever is left out. */
const REDRAW_MS = 20_000;

/** Starting a worker takes as long as drawing a picture: it stays for those that follow soon. */
const LINGER_MS = 5_000;

/** One that draws pictures one after another: each takes tens of megabytes meanwhile. */
function createPainter(): (file: Blob) => Promise<Redrawn> {
  const inTurn = takingTurns();
  let worker: Worker | null = null;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  const dismiss = (): void => {
    worker?.terminate();
    worker = null;
  };
  return (file) =>
    inTurn(async () => {
      clearTimeout(leaving);
      worker ??= new Worker(new URL('./pictures-worker.ts', import.meta.url), { type: 'module' });
      const { promise, resolve } = Promise.withResolvers<Redrawn | 'stuck'>();
      const timer = setTimeout(() => resolve('stuck'), REDRAW_MS);
      worker.onerror = () => resolve('stuck');
      worker.onmessage = ({ data }: MessageEvent<Redrawn>) => resolve(data);
      worker.postMessage({ file, most: MAX_PICTURE_BYTES } satisfies WantedPicture);
      const drawn = await promise;
      clearTimeout(timer);
      if (drawn === 'stuck') {
        dismiss();
        return null;
      }
      leaving = setTimeout(dismiss, LINGER_MS);
      return drawn;
    });
}

const painters = [createPainter(), createPainter()];
let given = 0;

/**
 * The picture in an attachment as a document takes it: drawn anew, at most 1,600 pixels wide and
 * high, so that nothing else of the file goes along (where and with what it was taken, what was cut
 * off). Its caption is empty. Null when the file is no picture that can be read. Of several asked
 * for at once, the next is fetched while others are drawn.
 */
export async function pictureOf({
  hash,
  size,
}: Pick<Attachment, 'hash' | 'size'>): Promise<Picture | null> {
  if (size > MAX_FILE_BYTES) return null;
  const fetched = await fetchFile(hash, '', new AbortController().signal);
  if (!fetched.ok) return null;
  given += 1;
  const drawn = await painters[given % painters.length]?.(fetched.value);
  return drawn ? { type: 'picture', ...drawn, caption: '' } : null;
}
