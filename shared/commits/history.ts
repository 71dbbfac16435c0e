import type { Commit, Json, Label } from './commit.ts';

/** One change of one field, for the history of a record. */
export interface FieldChange {
  readonly field: string;
  readonly before: Json;
  readonly after: Json;
}

/** What one commit did to one record. */
export interface HistoryEntry {
  readonly commit: string;
  readonly at: number;
  readonly actor: string;
  readonly label: Label;
  readonly what: 'created' | 'changed' | 'deleted' | 'restored';
  readonly changes: readonly FieldChange[];
}

/** The history of a record from the commits that touched it, newest first. */
export function historyOf(
  entity: string,
  id: string,
  commits: readonly Commit[],
): readonly HistoryEntry[] {
  const entries: HistoryEntry[] = [];
  let existedBefore = false;
  for (const { id: commit, at, actor, label, ops } of commits) {
    for (const op of ops) {
      if (op.entity !== entity || op.id !== id) continue;
      const from = op.op === 'put' ? {} : op.was;
      const to = op.op === 'put' ? op.value : op.op === 'patch' ? op.set : {};
      const changes = [...new Set([...Object.keys(from), ...Object.keys(to)])].map((field) => ({
        field,
        before: from[field] ?? null,
        after: to[field] ?? null,
      }));
      const what =
        op.op === 'patch'
          ? 'changed'
          : op.op === 'delete'
            ? 'deleted'
            : existedBefore
              ? 'restored'
              : 'created';
      existedBefore = true;
      entries.push({ commit, at, actor, label, what, changes });
    }
  }
  return entries.toReversed();
}
