import { create } from 'zustand';
import type { Change, Label } from '../../../shared/commits/index.ts';
import {
  addAttachments,
  type KeptContent,
  type Owner,
} from '../../../shared/features/attachments/index.ts';
import { recordsById } from '../../data/bulk.ts';
import { partsOfRecord } from '../../data/read.ts';
import { useDesk } from '../../data/session.ts';
import { type KeepFailure, keepFile } from '../../data/upload.ts';

export type AddFailure =
  | KeepFailure
  | { readonly type: 'empty' }
  /** While the file was on its way its record was deleted, or the desk became read-only. */
  | { readonly type: 'ownerGone' | 'readOnly' };

/** A file on its way to a record, or one that did not get there. */
export interface Adding {
  readonly key: string;
  readonly ownerId: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly done: number;
  readonly failed: AddFailure | null;
}

interface Work extends Adding {
  readonly file: File;
  readonly ending: AbortController;
}

/** Goes on while other pages are looked at: a large file takes its time. */
export const useAdding = create<{ readonly files: readonly Work[] }>(() => ({ files: [] }));

const allFiles = (): readonly Work[] => useAdding.getState().files;

function change(key: string, set: Partial<Pick<Work, 'done' | 'failed'>>): void {
  const files = allFiles().map((one) => (one.key === key ? { ...one, ...set } : one));
  useAdding.setState({ files });
}

function remove(keys: readonly string[]): void {
  useAdding.setState({ files: allFiles().filter(({ key }) => !keys.includes(key)) });
}

/** Stops a file that is on its way, or takes away one that failed. */
export function giveUp(key: string): void {
  allFiles()
    .find((one) => one.key === key)
    ?.ending.abort();
  remove([key]);
}

/** Brings one file over; null when it failed, which its row says, or was given up. */
async function bring({ key, file, ending }: Work): Promise<KeptContent | null> {
  if (file.size === 0) {
    change(key, { failed: { type: 'empty' } });
    return null;
  }
  const kept = await keepFile(file, {
    signal: ending.signal,
    onProgress: (done) => change(key, { done }),
  });
  if (ending.signal.aborted) return null;
  if (kept.ok) return { name: file.name, ...kept.value };
  change(key, { failed: kept.error });
  return null;
}

export interface Added {
  readonly count: number;
  /** Names of files that the record had already. */
  readonly alreadyHere: readonly string[];
  /** Why none of them could be added any more, once they were here. */
  readonly refused: 'ownerGone' | 'readOnly' | null;
}

/** In the past the record may be there and the files may be, but nothing of it is now. */
async function whyRefused(owner: Owner): Promise<Added['refused']> {
  if (useDesk.getState().readOnly) return 'readOnly';
  return (await recordsById(owner.kind, [owner.id])).has(owner.id) ? null : 'ownerGone';
}

/**
 * Adds files to a record: brings them over one after another, then writes one commit. Those that
 * fail stay in `useAdding` until they are dismissed.
 */
export async function addFiles(
  owner: Owner,
  files: readonly File[],
  write: (label: Label, changes: readonly Change[]) => Promise<boolean>,
  newId: () => string,
): Promise<Added> {
  const works = files.map(
    (file): Work => ({
      key: crypto.randomUUID(),
      ownerId: owner.id,
      name: file.name,
      size: file.size,
      done: 0,
      failed: null,
      file,
      ending: new AbortController(),
    }),
  );
  useAdding.setState({ files: [...allFiles(), ...works] });
  const brought: KeptContent[] = [];
  for (const work of works) {
    const content = work.ending.signal.aborted ? null : await bring(work);
    if (content) brought.push(content);
  }
  const refused = brought.length === 0 ? null : await whyRefused(owner);
  if (refused) {
    for (const { key } of works) if (!hasFailed(key)) change(key, { failed: { type: refused } });
    return { count: 0, alreadyHere: [], refused };
  }
  const here = await partsOfRecord('attachment', owner.id);
  const isHere = ({ name, hash }: KeptContent): boolean =>
    here.some((one) => one.hash === hash && one.name === name);
  const fresh = brought.filter((content) => !isHere(content));
  const { label, changes } = addAttachments(owner, fresh, newId);
  const written = fresh.length === 0 || (await write(label, changes));
  remove(works.map(({ key }) => key).filter((key) => !hasFailed(key)));
  return {
    count: written ? fresh.length : 0,
    alreadyHere: brought.filter(isHere).map(({ name }) => name),
    refused,
  };
}

const hasFailed = (key: string): boolean =>
  allFiles().some((one) => one.key === key && one.failed !== null);
