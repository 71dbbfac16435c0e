/// <reference lib="webworker" />
import type { Redrawn, WantedPicture } from './pictures.ts';

/** Of the longer side: 200 dots an inch over the width of A4. */
const MAX_PX = 1_600;
/** The first is what the eye takes for the original; the others are for pictures of noise. */
const QUALITIES = [0.85, 0.7, 0.5] as const;

/** Draws one picture anew; null when the file is none, or cannot be made small enough. */
async function redraw({ file, most }: WantedPicture): Promise<Redrawn> {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, MAX_PX / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const isSolid = await isJpeg(file);
  if (!isSolid && isTransparent(context.getImageData(0, 0, width, height).data)) {
    const png = await bytesOf(canvas, { type: 'image/png' });
    if (png.byteLength <= most) {
      return { bytes: png, mime: 'image/png', width, height };
    }
    // A JPEG has no transparency: it stands on the white of the paper.
    context.globalCompositeOperation = 'destination-over';
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
  }
  for (const quality of QUALITIES) {
    const bytes = await bytesOf(canvas, { type: 'image/jpeg', quality });
    if (bytes.byteLength <= most) return { bytes, mime: 'image/jpeg', width, height };
  }
  return null;
}

/** Nothing shines through one of these. */
async function isJpeg(file: Blob): Promise<boolean> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return first === 0xff && second === 0xd8;
}

function isTransparent(pixels: Uint8ClampedArray): boolean {
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 255) return true;
  return false;
}

async function bytesOf(canvas: OffscreenCanvas, options: ImageEncodeOptions) {
  const blob = await canvas.convertToBlob(options);
  return new Uint8Array(await blob.arrayBuffer());
}

addEventListener('message', async ({ data }: MessageEvent<WantedPicture>) => {
  postMessage(await redraw(data).catch(() => null));
});
