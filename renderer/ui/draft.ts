import { useState } from 'react';
import type { Json, Values } from '../../shared/commits/index.ts';
import { missingFields } from '../../shared/entities/check.ts';
import type { AnyEntity } from '../../shared/entities/entity.ts';
import type { Problem } from '../../shared/entities/problem.ts';
import { type Entry, entryOf } from './field-input.tsx';

/** A record being entered. */
export interface Draft {
  readonly entryOf: (field: string) => Entry;
  readonly set: (field: string, entry: Entry) => void;
  readonly problemOf: (field: string) => Problem | undefined;
  /** The values when all is in order; otherwise null, and the problems are shown from now on. */
  readonly take: () => Values | null;
  /** The values as far as they can be read, for what depends on them while typing. */
  readonly values: Readonly<Record<string, Json>>;
}

export function useDraft(entity: AnyEntity, initial: Values = {}): Draft {
  const [entries, setEntries] = useState<Readonly<Record<string, Entry>>>(() =>
    Object.fromEntries(Object.entries(initial).map(([name, value]) => [name, entryOf(value)])),
  );
  const [shown, setShown] = useState(false);
  const values = Object.fromEntries(
    Object.entries(entries).flatMap(([name, entry]) =>
      entry.type === 'value' ? [[name, entry.value]] : [],
    ),
  );
  const missing = missingFields(entity, values);
  return {
    entryOf: (field) => entries[field] ?? { type: 'blank' },
    set: (field, entry) => setEntries((before) => ({ ...before, [field]: entry })),
    problemOf: (field) => {
      if (!shown) return undefined;
      const entry = entries[field];
      if (entry?.type === 'unread') return entry.problem;
      return missing.find((problem) => problem.field === field)?.problem;
    },
    take: () => {
      const unread = Object.values(entries).some((entry) => entry.type === 'unread');
      if (!unread && missing.length === 0) return values;
      setShown(true);
      return null;
    },
    values,
  };
}
