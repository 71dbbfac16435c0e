import { useState } from 'react';
import { useWords } from '../../app/i18n.ts';
import { notify } from '../notify.ts';
import { useReadOnly } from '../read-only.tsx';
import { copyTable, tableOf } from './clipboard.ts';
import { type GridProps, rowsBetween } from './grid-props.ts';
import { type Pasting, preparePaste } from './paste-panel.tsx';
import type { CellRange } from './spot.ts';

/** Copying the chosen cells, and what is pasted over them until it is applied. */
export function useClipboard(props: GridProps, range: CellRange) {
  const { entity, columns, answer } = props;
  const words = useWords();
  const { t, language } = words;
  const isReadOnly = useReadOnly() !== null;
  const [pasting, setPasting] = useState<Pasting | null>(null);
  const copy = async (): Promise<void> => {
    const { top, bottom, left, right } = range;
    const fields = columns.slice(left, right + 1).map(({ field }) => field);
    const { rows, names } = await rowsBetween(props, top, bottom);
    const table = tableOf(entity, fields, rows, names, language);
    const done = await copyTable({ head: null, rows: table });
    const count = rows.length * fields.length;
    if (!done) notify.problem(t('grid.copyFailed'));
    else if (count > 1) notify.done(t('grid.copiedCells', { count }));
  };
  const paste = async (texts: readonly (readonly string[])[]): Promise<void> => {
    if (isReadOnly || texts.length === 0 || !answer) return;
    const { top, bottom, left, right } = range;
    const fields = columns.slice(left).map(({ field }) => field);
    const size = { rows: bottom - top + 1, columns: right - left + 1 };
    const last = Math.min(answer.total, top + Math.max(texts.length, size.rows)) - 1;
    const { rows } = await rowsBetween(props, top, last);
    setPasting(preparePaste(entity, fields, rows, texts, size));
  };
  return { copy, paste, pasting, close: () => setPasting(null) };
}
