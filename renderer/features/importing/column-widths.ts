import {
  type Cells,
  cellText,
  type ImportColumn,
  isAmount,
  type Subject,
} from '../../../shared/importing/index.ts';

const NARROWEST = 132;
const WIDEST = 280;
/** Beside the field of an amount stands its unit. */
const NARROWEST_AMOUNT = 196;
const PER_CHARACTER = 8;
const PADDING = 24;

/** Width of a text in half-width characters; a Chinese one is two wide. */
const measure = (text: string): number => text.replace(/[^\0-\xff]/g, 'xx').length;

/** Pixels for each column: wide enough for most of its first cells, so that columns never jump. */
export function columnWidths(
  columns: readonly ImportColumn[],
  head: readonly Cells[],
  subject: Subject,
): readonly number[] {
  return columns.map((column) => {
    const { index, title } = column;
    const lengths = head
      .map((cells) => measure(cellText(cells[index])))
      .filter((length) => length > 0)
      .sort((a, b) => a - b);
    const usual = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
    const wanted = Math.max(usual, measure(title)) * PER_CHARACTER + PADDING;
    const least = isAmount(column, subject) ? NARROWEST_AMOUNT : NARROWEST;
    return Math.round(Math.min(WIDEST, Math.max(least, wanted)));
  });
}
