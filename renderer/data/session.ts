import { create } from 'zustand';
import type { Commit } from '../../shared/commits/index.ts';
import type { Capabilities } from '../../shared/contract/index.ts';
import type { ClockReading } from '../../shared/core/clock.ts';
import type { DeskDatabase } from './database.ts';

/** The desk that is open: there is one at most, and one page that writes to it. */
export interface Session {
  readonly database: DeskDatabase;
  readonly deskId: string;
  /** Names this profile in commit ids. */
  readonly device: string;
  /** The last reading of the clock; `write` moves it. */
  clock: ClockReading;
}

/** Where the desk stands, from start to use. */
export type DeskState =
  | { readonly at: 'opening' }
  /** Bringing the database level with the vault; `done` of `total` commits. */
  | { readonly at: 'rebuilding'; readonly done: number; readonly total: number }
  /** Nothing here yet: the first start asks what to begin with. */
  | { readonly at: 'new' }
  | { readonly at: 'ready' }
  | { readonly at: 'blocked'; readonly why: Blocked };

export type Blocked =
  | { readonly type: 'openElsewhere' }
  | { readonly type: 'hostGone' }
  /** The journal is damaged at a commit; nothing was changed. */
  | { readonly type: 'journalDamaged'; readonly commit: number }
  /** A newer version of the app wrote this desk. */
  | { readonly type: 'tooNew' }
  | { readonly type: 'storage'; readonly message: string };

/** Whether what was done is safe: in the journal, on the disk. */
export type SaveState =
  | { readonly type: 'saved'; readonly at: number | null }
  | { readonly type: 'saving' }
  | {
      readonly type: 'failed';
      readonly reason: 'diskFull' | 'cannotWrite' | 'hostGone' | 'storage';
    };

interface DeskStore {
  readonly state: DeskState;
  readonly save: SaveState;
  readonly capabilities: Capabilities | null;
  /** Bytes of a torn journal end that the host set aside at start. */
  readonly setAside: number;
}

export const useDesk = create<DeskStore>(() => ({
  state: { at: 'opening' },
  save: { type: 'saved', at: null },
  capabilities: null,
  setAside: 0,
}));

let current: Session | null = null;

export function session(): Session {
  // bug: screens that write are shown only while a desk is open.
  if (!current) throw new Error('no desk is open');
  return current;
}

export function setSession(next: Session | null): void {
  current = next;
}

export const isOpen = (): boolean => current !== null;

type CommitListener = (commits: readonly Commit[]) => void;
const listeners = new Set<CommitListener>();

/** Hears every commit after it is written here. Returns the function that stops listening. */
export function onCommits(listener: CommitListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function announce(commits: readonly Commit[]): void {
  for (const listener of listeners) listener(commits);
}
