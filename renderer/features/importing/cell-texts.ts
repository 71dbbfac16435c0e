import {
  cellProblemText,
  cellText,
  type ImportColumn,
  noteText,
  type RowView,
  type Subject,
  whyLeftOut,
} from '../../../shared/importing/index.ts';
import type { Words } from '../../app/i18n.ts';

/** What there is to say about a cell. */
export interface CellTexts {
  readonly problems: readonly string[];
  readonly notes: readonly string[];
}

export function textsOfCell(
  view: RowView,
  { index }: ImportColumn,
  subject: Subject,
  { t, tAny, language }: Words,
): CellTexts {
  const here = (one: { readonly column: number | null }): boolean => one.column === index;
  const original = cellText(view.original[index]);
  const mended =
    original === '' ? t('importing.mendedBlank') : t('importing.mended', { text: original });
  return {
    problems: view.reading.problems
      .filter(here)
      .map((problem) => cellProblemText(problem, subject, language, tAny)),
    notes: [
      ...view.reading.notes.filter(here).map((note) => noteText(note, subject, language, tAny)),
      ...(view.mended.includes(index) ? [mended] : []),
    ],
  };
}

/** What there is to say about a row as a whole: why it stays out, beside the problems of its cells. */
export function textsOfRow(
  view: RowView,
  subject: Subject,
  { tAny, language }: Words,
): readonly string[] {
  if (view.state !== 'problem') return whyLeftOut(view, subject, language, tAny);
  return view.reading.problems
    .filter(({ column }) => column === null)
    .map((problem) => cellProblemText(problem, subject, language, tAny));
}
