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

/** This much of a window, in pixels both ways, must be on some screen for it to be found again. */
const GRIP = 120;

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

function overlap(from: number, length: number, otherFrom: number, otherLength: number): number {
  return Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom);
}

/**
 * The remembered place, if it can still be seen on one of the screens (`workAreas`, the first being
 * the main one), made no larger than that screen; otherwise the middle of the main screen.
 */
export function fitPlace(place: WindowPlace | null, workAreas: readonly Rectangle[]): WindowPlace {
  const main = workAreas[0] ?? { x: 0, y: 0, width: 1280, height: 800 };
  const screen =
    place &&
    workAreas.find(
      (area) =>
        overlap(place.x, place.width, area.x, area.width) >= GRIP &&
        overlap(place.y, place.height, area.y, area.height) >= GRIP &&
        // The title bar is what a window is moved by.
        place.y >= area.y,
    );
  if (place && screen) {
    return {
      ...place,
      width: Math.min(place.width, screen.width),
      height: Math.min(place.height, screen.height),
    };
  }
  const width = Math.min(1440, main.width);
  const height = Math.min(900, main.height);
  return {
    x: main.x + Math.floor((main.width - width) / 2),
    y: main.y + Math.floor((main.height - height) / 2),
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
