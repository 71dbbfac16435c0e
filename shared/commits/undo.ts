import type { Commit, Label } from './commit.ts';

/** A commit without its ops: what lists of commits and the undo stack need. */
export type CommitHead = Omit<Commit, 'ops'>;

/** Something that can be undone or redone: the commits to take back, and what they were for. */
export interface UndoStep {
  readonly unit: string;
  readonly label: Label;
  readonly commits: readonly string[];
}

export interface UndoState {
  /** Last first. */
  readonly undo: readonly UndoStep[];
  readonly redo: readonly UndoStep[];
}

interface Unit extends UndoStep {
  readonly undoes?: string | undefined;
  readonly redoes?: string | undefined;
  readonly fixed?: true | undefined;
}

/**
 * Reads the undo and redo stacks from commits in the order of their ids. A new change after an
 * undo empties the redo stack, as people expect. Taking a unit back makes one commit for each of
 * its commits, last first; where that was cut short, the rest of the unit stays undoable. What was
 * taken back because it failed or was cancelled is not offered again.
 */
export function undoState(heads: readonly CommitHead[]): UndoState {
  const units = new Map<string, Unit & { readonly commits: string[] }>();
  for (const { unit, label, id, undoes, redoes, fixed } of heads) {
    if (fixed && undoes === undefined) continue;
    const known = units.get(unit);
    if (known) known.commits.push(id);
    else units.set(unit, { unit, label, commits: [id], undoes, redoes, fixed });
  }
  const undo: UndoStep[] = [];
  const redo: UndoStep[] = [];
  const take = (steps: UndoStep[], unit: string): UndoStep | undefined => {
    const index = steps.findIndex((step) => step.unit === unit);
    return index < 0 ? undefined : steps.splice(index, 1)[0];
  };
  for (const { unit, label, commits, undoes, redoes, fixed } of units.values()) {
    if (undoes === undefined && redoes === undefined) {
      undo.push({ unit, label, commits });
      redo.length = 0;
      continue;
    }
    const [from, to] = undoes === undefined ? [redo, undo] : [undo, redo];
    const taken = take(from, undoes ?? redoes ?? '');
    if (!taken) continue;
    if (!fixed) to.push({ unit, label: taken.label, commits });
    const rest = taken.commits.slice(0, taken.commits.length - commits.length);
    if (rest.length > 0) from.push({ ...taken, commits: rest });
  }
  return { undo: undo.toReversed(), redo: redo.toReversed() };
}
