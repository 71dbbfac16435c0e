import type { Change } from '../../../shared/commits/index.ts';
import {
  changesOfRow,
  createSettling,
  rowsLeftOut,
  rowsToWrite,
} from '../../../shared/importing/index.ts';
import { commit } from '../../data/commit.ts';
import { freshId } from '../../ui/save.ts';
import { loadOnDesk } from './desk-index.ts';
import { backToPreview, type Outcome, setImport, useImport, type Work } from './import-store.ts';
import { inSlices } from './in-slices.ts';

let running: AbortController | null = null;

/** Stops the import that is running; what it has written is taken back. */
export function cancelImport(): void {
  running?.abort();
  const { state } = useImport.getState();
  if (state.at === 'writing') setImport({ ...state, phase: 'takingBack' });
}

interface Prepared {
  readonly changes: readonly Change[];
  readonly added: number;
  readonly updated: number;
}

async function prepare(
  work: Work,
  rows: readonly number[],
  isOver: () => boolean,
): Promise<Prepared> {
  const { reading, subject, choices } = work;
  const changes: Change[] = [];
  let added = 0;
  let updated = 0;
  if (!reading) return { changes, added, updated };
  const ids =
    choices.known === 'skip'
      ? []
      : reading.rowsIn(['known']).flatMap((row) => reading.view(row).record ?? []);
  const desk = await loadOnDesk(subject, ids);
  const settle = createSettling(reading.plan.links, freshId);
  await inSlices(
    rows,
    (row) => {
      const view = reading.view(row);
      const own = changesOfRow(view, subject.entity.name, choices, desk, freshId);
      for (const change of own) changes.push(...settle(change));
      if (view.state !== 'known') added += 1;
      else if (own.length > 0) updated += 1;
    },
    isOver,
  );
  return { changes, added, updated };
}

/** Writes the rows that are to be written, as one step to undo. After a failure the sheet is shown again. */
export async function writeImport(work: Work): Promise<void> {
  const { reading, subject, choices, file } = work;
  if (!reading) return;
  const rows = rowsToWrite(reading, choices);
  const controller = new AbortController();
  running = controller;
  const { signal } = controller;
  const total = rows.length;
  setImport({ at: 'writing', work, done: 0, total, phase: 'preparing' });
  const { changes, added, updated } = await prepare(work, rows, () => signal.aborted);
  if (signal.aborted) {
    running = null;
    return backToPreview(work, { type: 'cancelled' });
  }
  const written = await commit({
    label: {
      key: 'import',
      params: {
        count: added + updated,
        entity: subject.entity.name,
        file: file.name.slice(0, 200),
      },
    },
    changes,
    signal,
    onProgress: (done) => {
      // A row may be more than one change: its contact is one too.
      const rowsDone = Math.floor((done / changes.length) * total);
      if (!signal.aborted)
        setImport({ at: 'writing', work, done: rowsDone, total, phase: 'writing' });
    },
  });
  running = null;
  if (!written.ok) return backToPreview(work, written.error);
  const outcome: Outcome = {
    unit: written.value.unit,
    added,
    updated,
    leftOut: rowsLeftOut(reading, choices),
  };
  setImport({ at: 'done', work: { ...work, failed: null }, outcome });
}
