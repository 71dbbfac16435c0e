import type { DeskFacts, Desks } from './desks.ts';
import { attemptWrite, type Disk } from './disk.ts';
import { type Journal, openJournal } from './journal-files.ts';
import { type JournalReader, readerOf } from './journal-reader.ts';
import type { Rescue } from './mending.ts';

/** What the open vault knows of its desks, and how they are put in order when it is opened. */

/** How long the desk that a restore has replaced can be switched back to. */
export const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

export interface VaultOptions {
  readonly folder: string;
  readonly disk: Disk;
  readonly now: () => number;
  readonly log: (event: string, detail: unknown) => void;
  readonly rescue?: Rescue;
  readonly fileLimit?: number;
}

export interface Desk {
  readonly deskId: string;
  readonly journal: Journal;
  readonly read: JournalReader;
  facts: DeskFacts;
}

/** What is known while the vault is open. */
export interface Inside {
  readonly options: Required<VaultOptions>;
  readonly desks: Desks;
  current: Desk | null;
  /** Desks beside the current one that have been opened: staged, or kept. */
  readonly others: Map<string, Desk>;
  readonly kept: Map<string, { readonly last: number; readonly leftAt: number }>;
  mended: number;
  /** A switch that failed may have left another name in `current.json`. */
  unsure: boolean;
}

export async function openDesk(disk: Disk, desks: Desks, deskId: string): Promise<Desk> {
  const journal = await openJournal(disk, desks.folderOf(deskId));
  return { deskId, journal, read: readerOf(journal, disk), facts: await desks.facts(deskId) };
}

/** A desk by its id, opened when it is asked for first; null when there is none. */
export async function deskOf(inside: Inside, deskId: string): Promise<Desk | null> {
  const { current, others, desks, options } = inside;
  if (current?.deskId === deskId) return current;
  const opened = others.get(deskId);
  if (opened) return opened;
  if (!(await desks.list()).includes(deskId)) return null;
  const desk = await openDesk(options.disk, desks, deskId);
  // Another call may have opened it meanwhile: a journal is known once.
  const first = others.get(deskId) ?? desk;
  others.set(deskId, first);
  return first;
}

/** Does what may fail without harm: the disk's refusal is only logged. */
export async function quietly(inside: Inside, task: () => Promise<void>): Promise<void> {
  const done = await attemptWrite(inside.options.folder, task);
  if (!done.ok) inside.options.log('the vault could not be tidied', done.error);
}

/**
 * Sees to the desks beside the current one: those prepared in an earlier launch and not wanted go,
 * those left long enough ago too. Where `current.json` did not say which is which nothing is
 * removed. Nor is it by the clock of this start alone, which may stand a year ahead: time is up
 * when work has gone on for so long as well.
 */
export async function tidy(inside: Inside, named: boolean): Promise<void> {
  const { current, desks } = inside;
  if (current === null) return;
  if (!named) {
    await quietly(inside, async () => {
      await desks.name(current.deskId, null);
      inside.unsure = false;
    });
  }
  if (current.facts.staged || current.facts.leftAt !== null) {
    current.facts = { ...current.facts, staged: false, leftAt: null };
    await quietly(inside, () => desks.setFacts(current.deskId, current.facts));
  }
  await quietly(inside, desks.finishRemovals);
  for (const deskId of await desks.list()) {
    if (deskId === current.deskId) continue;
    await quietly(inside, () => tidyDesk(inside, deskId, named, current.journal.at));
  }
}

async function tidyDesk(
  { desks, kept, options }: Inside,
  deskId: string,
  named: boolean,
  newestAt: number,
): Promise<void> {
  const now = options.now();
  const facts = await desks.facts(deskId);
  const folder = desks.folderOf(deskId);
  const empty = (await options.disk.readdir(folder)).every((name) => name === 'desk.json');
  if (named && (empty || facts.staged)) {
    await desks.remove(deskId);
    return;
  }
  const last = facts.held?.last ?? (await openJournal(options.disk, folder)).last;
  const leftAt = facts.leftAt ?? now;
  if (facts.leftAt === null) {
    const held = facts.held ?? { last, tally: null };
    await desks.setFacts(deskId, { staged: false, leftAt, held });
  }
  if (named && now >= newestAt && leftAt + KEPT_MS <= newestAt) await desks.remove(deskId);
  else if (last > 0) kept.set(deskId, { last, leftAt });
}
