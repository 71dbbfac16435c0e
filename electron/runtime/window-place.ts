import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserWindow, Rectangle } from 'electron';
import { z } from 'zod';
import { writeFileAtomically } from '../host/atomic-file.ts';
import { realDisk } from '../host/disk.ts';

const placeSchema = z.strictObject({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  maximised: z.boolean(),
});
export type WindowPlace = z.output<typeof placeSchema>;

export const MIN_WIDTH = 960;
export const MIN_HEIGHT = 640;

/** A window of which less than this, in pixels both ways, is on a screen is not on that screen. */
const SEEN = 120;

const fileIn = (dataFolder: string): string => join(dataFolder, 'window.json');

/** Where the window last was, or null when that is not known. */
export function readPlace(dataFolder: string): WindowPlace | null {
  try {
    const read = placeSchema.safeParse(JSON.parse(readFileSync(fileIn(dataFolder), 'utf8')));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

const clamp = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), most);

function overlap(from: number, length: number, otherFrom: number, otherLength: number): number {
  return Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom);
}

/**
 * The remembered place on the screen where it was (`workAreas`, the first being the main one), moved
 * and shrunk so that it is on that screen whole; in the middle of the main screen when it is on none.
 */
export function fitPlace(place: WindowPlace | null, workAreas: readonly Rectangle[]): WindowPlace {
  const screen =
    place &&
    workAreas.find(
      (area) =>
        overlap(place.x, place.width, area.x, area.width) >= SEEN &&
        overlap(place.y, place.height, area.y, area.height) >= SEEN,
    );
  const area = screen ?? workAreas[0] ?? { x: 0, y: 0, width: 1280, height: 800 };
  const width = Math.min(screen ? place.width : 1440, area.width);
  const height = Math.min(screen ? place.height : 900, area.height);
  const x = screen ? place.x : area.x + Math.floor((area.width - width) / 2);
  const y = screen ? place.y : area.y + Math.floor((area.height - height) / 2);
  return {
    x: clamp(x, area.x, area.x + area.width - width),
    y: clamp(y, area.y, area.y + area.height - height),
    width,
    height,
    maximised: place?.maximised ?? false,
  };
}

/** Remembers where the window is whenever it has come to rest. Answers what waits for the last write. */
export function followPlace(window: BrowserWindow, dataFolder: string): () => Promise<void> {
  let writing = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const save = (): void => {
    clearTimeout(timer);
    if (window.isDestroyed() || window.isMinimized()) return;
    const place: WindowPlace = { ...window.getNormalBounds(), maximised: window.isMaximized() };
    const bytes = Buffer.from(JSON.stringify(place), 'utf8');
    writing = writing
      .then(() => writeFileAtomically(realDisk, fileIn(dataFolder), [bytes]))
      // A place that cannot be kept is no reason to trouble anyone.
      .catch(() => undefined);
  };
  const settle = (): void => {
    clearTimeout(timer);
    timer = setTimeout(save, 500);
  };
  window.on('resize', settle);
  window.on('move', settle);
  window.on('maximize', settle);
  window.on('unmaximize', settle);
  window.on('close', save);
  return () => writing;
}
