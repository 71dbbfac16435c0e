import type { CSSProperties } from 'react';

/** Height of a row, in pixels. */
export const ROW = 36;
/** Room between the texts of two columns, in pixels. */
const GAP = 10;
/** The column of the boxes that select rows. */
export const SELECT = 40;
export const NARROWEST = 48;

interface Sized {
  readonly field: string;
  readonly width: number;
  readonly pinned?: true;
}

export interface Layout {
  /** Of the head and of each row. */
  readonly line: CSSProperties;
  readonly minWidth: number;
  /** Of each column, where it stays when the list is scrolled sideways; undefined for most. */
  readonly stays: readonly (number | undefined)[];
}

/**
 * Places for the columns: the first takes the room that is left and stays in sight, the others keep
 * their widths. Pinned ones that follow the first stay too: what is scrolled sideways is as narrow
 * as it can be, so that their places are known.
 */
export function layoutOf(columns: readonly Sized[]): Layout {
  const tracks = columns.map(({ width }, index) =>
    index === 0 ? `minmax(${width + GAP}px, 1fr)` : `${width + GAP}px`,
  );
  const minWidth = columns.reduce((sum, { width }) => sum + width + GAP, SELECT + GAP);
  let left = SELECT;
  let isStaying = true;
  const stays = columns.map(({ width, pinned }, index) => {
    isStaying &&= index === 0 || pinned === true;
    const place = isStaying ? left : undefined;
    left += width + GAP;
    return place;
  });
  const line = {
    gridTemplateColumns: `${SELECT}px ${tracks.join(' ')} ${GAP}px`,
    minWidth,
  };
  return { line, minWidth, stays };
}
