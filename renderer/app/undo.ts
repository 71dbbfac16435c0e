import { create } from 'zustand';
import {
  type CommitHead,
  type UndoState,
  type UndoStep,
  undoState,
} from '../../shared/commits/index.ts';
import { stepBack } from '../data/commit.ts';
import { recentHeads } from '../data/read.ts';
import { onCommits } from '../data/session.ts';

/** Steps further back than this are for the history, not for undo. */
const REMEMBERED = 500;

interface UndoStore extends UndoState {
  readonly heads: readonly CommitHead[];
}

export const useUndo = create<UndoStore>(() => ({ heads: [], undo: [], redo: [] }));

function remember(heads: readonly CommitHead[]): void {
  const recent = heads.slice(-REMEMBERED);
  useUndo.setState({ heads: recent, ...undoState(recent) });
}

/** Reads what can be undone from the log and follows it. Returns the function that stops. */
export function followUndo(): () => void {
  void recentHeads(REMEMBERED).then(remember);
  return onCommits((commits) => {
    const heads = commits.map(({ ops: _ops, ...head }) => head);
    remember([...useUndo.getState().heads, ...heads]);
  });
}

let busy = false;

/** Takes back the last step, or puts the last undone one back. Null when there is none. */
export async function step(
  what: 'undo' | 'redo',
): Promise<{ readonly step: UndoStep; readonly ok: boolean } | null> {
  const next = useUndo.getState()[what][0];
  if (!next || busy) return null;
  busy = true;
  try {
    const done = await stepBack(next, what);
    return { step: next, ok: done.ok };
  } finally {
    busy = false;
  }
}
