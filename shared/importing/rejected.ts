import type { Table } from '../contract/spreadsheet.ts';
import type { Language } from '../core/language.ts';
import type { Translate } from '../core/messages.ts';
import { cellText } from './cells.ts';
import { type ImportColumn, isAmount, REASON_HEADERS } from './columns.ts';
import { type Subject, statedUnit } from './headers.ts';
import { whyLeftOut } from './messages.ts';
import type { RowView } from './reading.ts';

/** Limits of the contract and of spreadsheet programs. */
const LONGEST_CELL = 32_767;
const LONGEST_TITLE = 200;
const MOST_COLUMNS = 198;

/** The header of a column, with its unit where only a line above it or the user had said which. */
function titleOf(column: ImportColumn, subject: Subject): string {
  const { title, unit } = column;
  if (!isAmount(column, subject) || statedUnit(title) === unit.unit) return title;
  const bare = title.replace(/[（(][^（()）]*元[)）]/g, '');
  return `${bare}（${unit.unit === 'yuan' ? '元' : '万元'}）`;
}

const isSecret = ({ reading }: RowView): boolean =>
  reading.problems.some(({ problem }) => problem.type === 'stateSecret');

/**
 * The rows that were not imported, as a sheet to mend and import again: the original cells in the
 * original columns, with the user's mends, then the reasons and where each row stood.
 */
export function rejectedTable(
  rows: readonly RowView[],
  columns: readonly ImportColumn[],
  subject: Subject,
  language: Language,
  t: Translate,
): Table {
  const headers = REASON_HEADERS[language];
  const originals = columns.slice(0, MOST_COLUMNS);
  const textOf = (view: RowView, index: number): string | null =>
    // What is marked as a state secret is written nowhere.
    isSecret(view) ? null : cellText(view.cells[index]).slice(0, LONGEST_CELL) || null;
  const texts = rows.map((view) => [
    ...originals.map(({ index }) => textOf(view, index)),
    whyLeftOut(view, subject, language, t).join('\n').slice(0, LONGEST_CELL),
    view.row + 1,
  ]);
  return {
    name: t('import.rejected.title'),
    heading: [t('import.rejected.title'), t('import.rejected.help')],
    columns: [
      ...originals.map((column, index) => ({
        key: `column${column.index + 1}`,
        title: titleOf(column, subject).slice(0, LONGEST_TITLE),
        kind: 'text' as const,
        width: widthOf(texts.map((row) => row[index])),
      })),
      { key: 'reason', title: headers.reason, kind: 'text', width: 60 },
      { key: 'row', title: headers.row, kind: 'integer', width: 12 },
    ],
    rows: texts,
    totals: null,
  };
}

/** Wide enough for most of the column's cells, in characters; a Chinese one is two wide. */
function widthOf(texts: readonly (string | number | null | undefined)[]): number {
  const lengths = texts.map((text) => String(text ?? '').replace(/[^\0-\xff]/g, 'xx').length);
  return Math.min(40, Math.max(10, ...lengths.slice(0, 1000)));
}
