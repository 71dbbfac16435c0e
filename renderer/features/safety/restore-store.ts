import { create } from 'zustand';
import type { Key, RestoreSource, Snapshot } from '../../../shared/contract/index.ts';
import { assertNever } from '../../../shared/core/result.ts';
import {
  dropPrepared,
  type Prepared,
  prepareRestore,
  type RestoreFailure,
  type RestoreProgress,
  type SwitchFailure,
  switchTo,
} from '../../data/restore.ts';
import { isOpen } from '../../data/session.ts';
import { dropUpload, type UploadFailure, uploadFile } from '../../data/upload.ts';
import { takeSnapshot, useVault } from '../../data/vault.ts';

/** What the user wants restored. */
export type Choice =
  | { readonly type: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly type: 'file'; readonly file: File }
  | { readonly type: 'point'; readonly at: number };

export type Step =
  | { readonly at: 'uploading'; readonly percent: number }
  | { readonly at: 'key'; readonly wants: Key['type']; readonly wrong: boolean }
  | { readonly at: 'preparing'; readonly step: RestoreProgress['step']; readonly percent: number }
  | { readonly at: 'preview'; readonly prepared: Prepared }
  | { readonly at: 'switching' }
  | { readonly at: 'failed'; readonly why: RestoreFailure | SwitchFailure | UploadFailure };

interface RestoreStore {
  /** Null when nothing is being restored. */
  readonly doing: { readonly choice: Choice; readonly step: Step } | null;
}

export const useRestore = create<RestoreStore>(() => ({ doing: null }));

const percentOf = (done: number, total: number): number =>
  Math.min(100, Math.round((100 * done) / Math.max(1, total)));

/** What belongs to the restore under way and goes when it is given up. */
let ending = new AbortController();
let uploaded: string | null = null;
let prepared: string | null = null;

function show(step: Step): void {
  useRestore.setState(({ doing }) => ({ doing: doing && { ...doing, step } }));
}

/** Takes back what has been made so far: the upload, the desk beside the current one. */
function clear(): void {
  ending.abort();
  ending = new AbortController();
  if (uploaded !== null) void dropUpload(uploaded);
  if (prepared !== null) void dropPrepared(prepared);
  uploaded = null;
  prepared = null;
}

/** Gives it up; the current desk is as it was. */
export function giveUpRestore(): void {
  clear();
  useRestore.setState({ doing: null });
}

async function sourceOf(
  choice: Choice,
  key: Key | null,
  { signal }: AbortController,
): Promise<RestoreSource | null> {
  switch (choice.type) {
    case 'snapshot':
      return { type: 'snapshot', name: choice.snapshot.name };
    case 'point':
      return { type: 'point', at: choice.at };
    case 'file': {
      if (uploaded !== null) return { type: 'upload', upload: uploaded, key };
      show({ at: 'uploading', percent: 0 });
      const onProgress = (done: number, total: number): void => {
        if (!signal.aborted) show({ at: 'uploading', percent: percentOf(done, total) });
      };
      const answer = await uploadFile(choice.file, { onProgress, signal });
      if (signal.aborted) return null;
      if (!answer.ok) {
        show({ at: 'failed', why: answer.error });
        return null;
      }
      uploaded = answer.value;
      return { type: 'upload', upload: uploaded, key };
    }
    default:
      return assertNever(choice);
  }
}

async function prepare(choice: Choice, key: Key | null): Promise<void> {
  const mine = ending;
  const { signal } = mine;
  const source = await sourceOf(choice, key, mine);
  if (source === null || signal.aborted) return;
  show({ at: 'preparing', step: 'reading', percent: 0 });
  const answer = await prepareRestore(source, {
    signal,
    onProgress: ({ step, done, total }) => {
      if (!signal.aborted) show({ at: 'preparing', step, percent: percentOf(done, total) });
    },
  });
  if (signal.aborted) {
    // It was given up just as it was done.
    if (answer.ok) await dropPrepared(answer.value.deskId);
    return;
  }
  if (answer.ok) {
    prepared = answer.value.deskId;
    show({ at: 'preview', prepared: answer.value });
    // Without a desk there is nothing that could change.
    if (answer.value.differences === null) await finishRestore();
    return;
  }
  const { error } = answer;
  if (error.type === 'locked') show({ at: 'key', wants: error.wants, wrong: false });
  else if (error.type === 'wrongKey' && key) show({ at: 'key', wants: key.type, wrong: true });
  else show({ at: 'failed', why: error });
}

/** Begins to restore: ends in a preview, in a question for the key, or in why it cannot be. */
export async function beginRestore(choice: Choice): Promise<void> {
  clear();
  useRestore.setState({
    doing: { choice, step: { at: 'preparing', step: 'reading', percent: 0 } },
  });
  await prepare(choice, null);
}

/** Goes on with the key of a locked file. */
export async function unlockRestore(key: Key): Promise<void> {
  const { doing } = useRestore.getState();
  if (doing) await prepare(doing.choice, key);
}

/** What the page says after it has started again on another desk. */
export interface Switched {
  /** `back` when a kept desk was chosen. */
  readonly how: 'restored' | 'back';
  /** When what the desk holds was written last. */
  readonly at: number | null;
  /** The desk that was left, and can be switched back to. */
  readonly left: string | null;
}

const SWITCHED = 'switched';

/** What the switch that the page has just come from was; null when it started otherwise. */
export function readSwitched(): Switched | null {
  const text = sessionStorage.getItem(SWITCHED);
  // Written below, by this same version of the page.
  return text === null ? null : (JSON.parse(text) as Switched);
}
export const forgetSwitched = (): void => sessionStorage.removeItem(SWITCHED);

async function switchAndTell(deskId: string, switched: Omit<Switched, 'left'>) {
  const left = useVault.getState().state?.deskId ?? null;
  const note: Switched = { ...switched, left };
  // The page starts again on the way, so that what it is to say must be written down before.
  sessionStorage.setItem(SWITCHED, JSON.stringify(note));
  const answer = await switchTo(deskId);
  if (!answer.ok) forgetSwitched();
  return answer;
}

/** Makes the prepared desk the current one. */
export async function finishRestore(): Promise<void> {
  const step = useRestore.getState().doing?.step;
  if (step?.at !== 'preview') return;
  const { deskId, at } = step.prepared;
  show({ at: 'switching' });
  // One more way back, beside the desk that is kept; the restore does not depend on it.
  if (isOpen()) await takeSnapshot('restore');
  const answer = await switchAndTell(deskId, { how: 'restored', at });
  if (answer.ok) return;
  show({ at: 'failed', why: answer.error });
}

/** Goes back to a desk that was kept. */
export const switchBack = (deskId: string) => switchAndTell(deskId, { how: 'back', at: null });
