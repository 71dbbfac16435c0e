import { columnLetters } from '../../../shared/importing/index.ts';
import { useWords } from '../../app/i18n.ts';
import { textsOfCell, textsOfRow } from './cell-texts.ts';
import type { Work } from './import-store.ts';
import css from './preview.module.css';
import type { Spot } from './preview-row.tsx';

/** Says what was found out about the cell that the user stands on. */
export function CellDetails({ work, spot }: { readonly work: Work; readonly spot: Spot | null }) {
  const words = useWords();
  const column = spot && work.columns[spot.column];
  if (!spot || !column || !work.reading) {
    return <span className={css.muted}>{words.t('importing.editHint')}</span>;
  }
  const view = work.reading.view(spot.row);
  const { problems, notes } = textsOfCell(view, column, work.subject, words);
  const row = textsOfRow(view, work.subject, words);
  return (
    <div className={css.said} aria-live="polite">
      <b className={css.place}>
        {columnLetters(column.index)}
        {spot.row + 1}
      </b>
      {problems.length === 0 && <span className={css.muted}>{column.title}</span>}
      {[...problems, ...row].map((text) => (
        <span key={text} className={view.state === 'problem' ? css.problem : undefined}>
          {text}
        </span>
      ))}
      {notes.map((text) => (
        <span key={text}>{text}</span>
      ))}
    </div>
  );
}
