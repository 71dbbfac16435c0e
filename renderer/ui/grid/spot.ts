/** A cell by the number of its row in the result and of its column, both from 0. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells; ends belong to it. */
export interface CellRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The rectangle between two corners, whichever they are. */
export const rangeBetween = (one: Spot, other: Spot): CellRange => ({
  top: Math.min(one.row, other.row),
  bottom: Math.max(one.row, other.row),
  left: Math.min(one.column, other.column),
  right: Math.max(one.column, other.column),
});

export const isInside = (range: CellRange, { row, column }: Spot): boolean =>
  row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;

export const cellsIn = ({ top, bottom, left, right }: CellRange): number =>
  (bottom - top + 1) * (right - left + 1);

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

export interface Size {
  readonly rows: number;
  readonly columns: number;
}

export const held = ({ row, column }: Spot, { rows, columns }: Size): Spot => ({
  row: Math.max(0, Math.min(rows - 1, row)),
  column: Math.max(0, Math.min(columns - 1, column)),
});

/** Where a key leads from a cell, never out of the grid; null for keys that lead nowhere. */
export function spotAfter(
  { key, ctrlKey, metaKey }: Key,
  { row, column }: Spot,
  size: Size,
  page: number,
): Spot | null {
  const far = ctrlKey || metaKey;
  const lastRow = size.rows - 1;
  const lastColumn = size.columns - 1;
  const leads: Readonly<Record<string, Spot>> = {
    ArrowDown: { row: far ? lastRow : row + 1, column },
    ArrowUp: { row: far ? 0 : row - 1, column },
    ArrowRight: { row, column: far ? lastColumn : column + 1 },
    ArrowLeft: { row, column: far ? 0 : column - 1 },
    PageDown: { row: row + page, column },
    PageUp: { row: row - page, column },
    Home: { row: far ? 0 : row, column: 0 },
    End: { row: far ? lastRow : row, column: lastColumn },
  };
  const to = leads[key];
  return to ? held(to, size) : null;
}
