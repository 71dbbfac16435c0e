import { useEffect, useState } from 'react';

/** So many entries of the window's history are remembered with what their screens had. */
const MOST_ENTRIES = 60;

type Kept = Map<string, unknown>;
const entries = new Map<string, Kept>();

export const entryNow = (): string => navigation.currentEntry?.key ?? '';

function keptAt(entry: string): Kept {
  const known = entries.get(entry) ?? new Map();
  // Used last stands last: the first is the one to forget.
  entries.delete(entry);
  entries.set(entry, known);
  const [oldest] = entries.keys();
  if (entries.size > MOST_ENTRIES && oldest !== undefined) entries.delete(oldest);
  return known;
}

/** What was kept at an entry under a name, or undefined. */
export const kept = <T>(entry: string, name: string): T | undefined =>
  // Each name has one user, which keeps one type under it.
  keptAt(entry).get(name) as T | undefined;

export function keep(entry: string, name: string, value: unknown): void {
  keptAt(entry).set(name, value);
}

/** A state that is found again when the history leads back to where it was. */
export function useKept<T>(name: string, first: T) {
  const state = useState<T>(() => kept<T>(entryNow(), name) ?? first);
  const [value] = state;
  useEffect(() => keep(entryNow(), name, value), [name, value]);
  return state;
}
