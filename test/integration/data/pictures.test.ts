import { beforeEach, describe, expect, it } from 'vitest';
import { err, ok } from '../../../shared/core/result.ts';
import { freshDesk } from './page.ts';

const { pictureOf } = await import('../../../renderer/ui/pictures.ts');

const hash = 'ab'.repeat(32);
/** What the vault keeps under that hash. */
let kept: Uint8Array<ArrayBuffer>;

beforeEach(async () => {
  const vault = await freshDesk();
  const { send } = vault.bridge;
  vault.bridge = {
    ...vault.bridge,
    send: async (name, input) => {
      if (name !== 'readFile') return send(name, input);
      const { from, count } = input as { readonly from: number; readonly count: number };
      if (kept.byteLength === 0) return err({ type: 'missing' });
      return ok({ bytes: kept.slice(from, from + count) });
    },
  };
});

const pictured = () => pictureOf({ hash, size: kept.byteLength });

/** A picture of that size, whose left half is as the colour says. */
async function drawn(type: string, width: number, height: number, colour: string) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('nothing to draw on');
  context.fillStyle = '#0a0';
  context.fillRect(width / 2, 0, width / 2, height);
  context.fillStyle = colour;
  context.fillRect(0, 0, width / 2, height);
  const blob = await canvas.convertToBlob({ type });
  return new Uint8Array(await blob.arrayBuffer());
}

const secret = 'GPS 30.5928N 114.3055E';

/** A JPEG with a segment of a camera's remarks, and something behind its end. */
function withRemarks(jpeg: Uint8Array): Uint8Array<ArrayBuffer> {
  const remarks = new TextEncoder().encode(`Exif\0\0${secret}`);
  const length = remarks.byteLength + 2;
  const segment = [0xff, 0xe1, length >> 8, length & 0xff, ...remarks];
  const behind = new TextEncoder().encode(secret);
  return new Uint8Array([...jpeg.subarray(0, 2), ...segment, ...jpeg.subarray(2), ...behind]);
}

const holds = (bytes: Uint8Array, text: string) =>
  new TextDecoder('latin1').decode(bytes).includes(text);

describe('the picture in an attachment', () => {
  it('is drawn anew, smaller, and without what the camera noted', async () => {
    kept = withRemarks(await drawn('image/jpeg', 2_400, 1_200, '#a00'));
    expect(holds(kept, secret)).toBe(true);
    const picture = await pictured();
    expect(picture).toMatchObject({ mime: 'image/jpeg', width: 1_600, height: 800, caption: '' });
    const bytes = picture?.bytes ?? new Uint8Array();
    expect(holds(bytes, secret)).toBe(false);
    expect(holds(bytes, 'Exif')).toBe(false);
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(bytes)]));
    expect([bitmap.width, bitmap.height]).toEqual([1_600, 800]);
  });

  it('stays as large as it is when it is small, and a PNG where something shines through', async () => {
    kept = await drawn('image/png', 40, 20, 'rgb(0 0 0 / 0)');
    expect(await pictured()).toMatchObject({ mime: 'image/png', width: 40, height: 20 });
    kept = await drawn('image/png', 40, 20, '#fff');
    expect(await pictured()).toMatchObject({ mime: 'image/jpeg', width: 40, height: 20 });
  });

  it('is none where the file is no picture, or not there', async () => {
    kept = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');
    expect(await pictured()).toBeNull();
    kept = (await drawn('image/jpeg', 400, 400, '#a00')).slice(0, 40);
    expect(await pictured()).toBeNull();
    kept = new Uint8Array();
    expect(await pictured()).toBeNull();
  });
});
