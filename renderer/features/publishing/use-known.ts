import { type FieldGuard, guardsOf } from '../../../shared/features/publishing/index.ts';
import { useParts, useRecord } from '../../data/read.ts';
import { readTold, type Told, useTold } from '../../ui/told.ts';

export interface Known extends Told {
  /** The levels set by field, as records. */
  readonly guards: readonly FieldGuard[];
}

/** All that may be told of an achievement, kept level; undefined while loading, null when it is gone. */
export function useKnown(achievementId: string): Known | null | undefined {
  const record = useRecord('achievement', achievementId);
  const guards = useParts('fieldGuard', achievementId);
  const consents = useParts('consent', achievementId);
  const { answer: told } = useTold(achievementId, async (id) => (await readTold([id])).get(id));
  if (record === null) return null;
  if (!record || !guards || !consents || !told) return undefined;
  // What is changed beside it is seen at once.
  const source = { ...told.source, record, guards: guardsOf(guards), consents };
  return { ...told, source, guards };
}
