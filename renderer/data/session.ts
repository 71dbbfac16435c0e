import { create } from 'zustand';
import type { Commit, Tally } from '../../shared/commits/index.ts';
import type { Capabilities } from '../../shared/contract/index.ts';
import type { ClockReading } from '../../shared/core/clock.ts';
import type { CivilDate } from '../../shared/core/dates.ts';
import type { DeskDatabase } from './database.ts';
import type { Lag } from './level.ts';

/** The desk that is open: there is one at most, and one page that writes to it. */
export interface Session {
  readonly database: DeskDatabase;
  readonly deskId: string;
  /** Names this profile in commit ids. */
  readonly device: string;
  /** The last reading of the clock; `write` moves it. */
  clock: ClockReading;
  /** What the desk holds; `write` moves it. */
  tally: Tally;
  /** Aborted when the desk is closed. */
  readonly ended: AbortController;
}

/** Where the desk stands, from start to use. */
export type DeskState =
  /** `doing` is what takes longer than a blink. */
  | { readonly at: 'opening'; readonly doing?: 'snapshot' | 'checking' }
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
  /** The desk must be built anew, and the disk is too full to do it safely. Sizes are bytes. */
  | { readonly type: 'lowSpace'; readonly free: number; readonly needed: number }
  /** A newer version of the app wrote here last, in a form that this one knows. */
  | { readonly type: 'downgrade'; readonly wrote: string; readonly have: string }
  /** The databases cannot be opened any more. The next start sets them aside and builds anew. */
  | { readonly type: 'storageBroken' }
  | { readonly type: 'storage'; readonly message: string };

/** Whether what was done is safe: in the journal, on the disk. */
export type SaveState =
  | { readonly type: 'saved'; readonly at: number | null }
  | { readonly type: 'saving' }
  | {
      readonly type: 'failed';
      readonly reason: 'diskFull' | 'cannotWrite' | 'hostGone' | 'storage';
    };

/** Why nothing can be changed for now. Sizes are bytes. */
export type ReadOnly =
  /** The desk is shown as it stood at the end of that day. */
  | { readonly type: 'past'; readonly on: CivilDate }
  /** A full disk has wiped databases: below the bound nothing is written. */
  | { readonly type: 'lowSpace'; readonly free: number; readonly needed: number };

interface DeskStore {
  readonly state: DeskState;
  readonly save: SaveState;
  readonly capabilities: Capabilities | null;
  /** Null when changes can be made. Set by `setReadOnly`. */
  readonly readOnly: ReadOnly | null;
  /** Bytes of a torn journal end that the host set aside at start. */
  readonly setAside: number;
  /** Commits that the host put right in the journal from a snapshot. */
  readonly mended: number;
  /** The browser's storage has another form on the disk than at the last start. */
  readonly storageChanged: boolean;
  /** How the open database differs from the journal, for want of room to bring it level. */
  readonly lag: Lag | null;
  /** The tables were found not to hold what the log says; the next start builds them anew. */
  readonly differs: boolean;
}

export const useDesk = create<DeskStore>(() => ({
  state: { at: 'opening' },
  save: { type: 'saved', at: null },
  capabilities: null,
  readOnly: null,
  setAside: 0,
  mended: 0,
  storageChanged: false,
  lag: null,
  differs: false,
}));

const holds = new Map<ReadOnly['type'], ReadOnly>();

/** Says that changes cannot be made for a reason, or (null) that this reason is gone. */
export function setReadOnly(type: ReadOnly['type'], why: ReadOnly | null): void {
  if (why) holds.set(type, why);
  else holds.delete(type);
  useDesk.setState({ readOnly: holds.get('past') ?? holds.get('lowSpace') ?? null });
}

let current: Session | null = null;

export function session(): Session {
  // bug: screens that write are shown only while a desk is open.
  if (!current) throw new Error('no desk is open');
  return current;
}

export function setSession(next: Session | null): void {
  current?.ended.abort();
  current = next;
}

/** Closes the desk; nothing is shown of it any more. */
export function closeSession(): void {
  current?.database.close();
  setSession(null);
  useDesk.setState({
    state: { at: 'opening' },
    save: { type: 'saved', at: null },
    lag: null,
    differs: false,
  });
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
