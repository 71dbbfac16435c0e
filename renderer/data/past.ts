import { create } from 'zustand';
import {
  addLater,
  type Commit,
  cutAfter,
  type OpenOverlay,
  type Overlay,
  replayEarlier,
  type StoredRecord,
} from '../../shared/commits/index.ts';
import { idToReading } from '../../shared/core/clock.ts';
import { type CivilDate, dateInChina } from '../../shared/core/dates.ts';
import { BULK, tableOf } from './database.ts';
import { onCommits, session, setReadOnly, useDesk } from './session.ts';
import { commitsById, inTurn } from './write.ts';

/** The desk as it stood at the end of a day: what was touched since is seen as it was. */
export interface Past {
  readonly on: CivilDate;
  /** Commits with ids from here on were made later, and are not seen. */
  readonly cut: string;
  readonly overlay: Overlay;
}

/** Null while the desk is seen as it is. */
export const usePast = create<{ readonly past: Past | null }>(() => ({ past: null }));

const pastNow = (): Past | null => usePast.getState().past;

/** Whether a commit belongs to what is seen: in the past, those made later do not. */
export function isSeen(commit: string): boolean {
  const past = pastNow();
  return past === null || commit < past.cut;
}

/** The record as it was; null when it was not there, undefined when it is still as it was. */
export const pastRecord = (entity: string, id: string): StoredRecord | null | undefined =>
  pastNow()?.overlay.get(entity)?.get(id);

/** Drops the records that are seen as they were, in place of which `pastRecords` gives others. */
export function withoutPast(
  entity: string,
  records: readonly StoredRecord[],
): readonly StoredRecord[] {
  const overlay = pastNow()?.overlay.get(entity);
  return overlay ? records.filter(({ id }) => !overlay.has(id)) : records;
}

/** Records of a kind that were touched since, as they were. */
export function pastRecords(entity: string): readonly StoredRecord[] {
  const overlay = pastNow()?.overlay.get(entity);
  return overlay ? [...overlay.values()].filter((record) => record !== null) : [];
}

type ByOwner = ReadonlyMap<string, readonly StoredRecord[]>;
// A kind of record has one field at most that names its owner.
const owned = new WeakMap<NonNullable<ReturnType<Overlay['get']>>, ByOwner>();

/** Of `pastRecords`, those whose field names one of some owners. */
export function pastParts(
  entity: string,
  field: string,
  owners: readonly string[],
): readonly StoredRecord[] {
  const overlay = pastNow()?.overlay.get(entity);
  if (!overlay) return [];
  let byOwner = owned.get(overlay);
  if (!byOwner) {
    byOwner = Map.groupBy(pastRecords(entity), (record) => String(record[field]));
    owned.set(overlay, byOwner);
  }
  return owners.flatMap((owner) => byOwner.get(owner) ?? []);
}

/** Records that are to be seen otherwise from now on; `gone` are not to be seen at all. */
export interface Replacement {
  readonly entity: string;
  readonly put: readonly StoredRecord[];
  readonly gone: readonly string[];
}

const listeners = new Set<(replacement: Replacement) => void>();

/** Hears, before `usePast` changes, what will be seen otherwise. Returns the function that stops. */
export function onReplaced(listener: (replacement: Replacement) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A slice of reading that takes longer than this is followed by smaller ones. */
const CALM_MS = 30;
const MOST_AT_ONCE = 1_000;

/** How many to take at once, so that no slice keeps the page from answering. */
function paced(): { readonly size: () => number; readonly took: (ms: number) => void } {
  let size = 8;
  return {
    size: () => size,
    took: (ms) => {
      if (ms > CALM_MS) size = Math.max(1, Math.floor(size / 2));
      else if (ms < CALM_MS / 2) size = Math.min(MOST_AT_ONCE, size * 2);
    },
  };
}

type Slices = AsyncGenerator<readonly Commit[]>;

async function* commitsOf(ids: readonly string[]): Slices {
  const pace = paced();
  for (let from = 0; from < ids.length; ) {
    const before = performance.now();
    const slice = ids.slice(from, from + pace.size());
    yield await commitsById(session().database, slice);
    pace.took(performance.now() - before);
    from += slice.length;
  }
}

/** All commits with ids of a range, in their order; `to` does not belong to it. */
async function* commitsBetween(from: string, to: string): Slices {
  const { database } = session();
  const pace = paced();
  let last = from;
  for (let isFirst = true; ; isFirst = false) {
    const before = performance.now();
    const heads = await database.commits
      .where(':id')
      .between(last, to, isFirst, false)
      .limit(pace.size())
      .primaryKeys();
    if (heads.length === 0) return;
    yield await commitsById(database, heads);
    pace.took(performance.now() - before);
    last = heads.at(-1) ?? last;
  }
}

/** Up to this many records, their commits are found by the index rather than by reading all. */
const FEW = 500;
/** Sorts behind every commit's id. */
const END = '\uffff';

/** The commits before a cut that may have made the records of an overlay, in the order of their ids. */
async function earlierCommits(cut: string, overlay: Overlay): Promise<Slices> {
  const touched = [...overlay.values()].flatMap((records) => [...records.keys()]);
  if (touched.length > FEW) return commitsBetween('', cut);
  const ids = await session()
    .database.commits.where('touches')
    .anyOf([...touched, BULK])
    .primaryKeys();
  return commitsOf([...new Set(ids)].filter((id) => id < cut).sort());
}

/** Null when it was over before it was done. `onProgress` counts commits read. */
async function overlayAt(
  cut: string,
  onProgress: (done: number) => void,
  isOver: () => boolean,
): Promise<Overlay | null> {
  const overlay: OpenOverlay = new Map();
  let done = 0;
  for await (const commits of commitsBetween(cut, END)) {
    for (const { ops } of commits) addLater(overlay, ops);
    done += commits.length;
    onProgress(done);
    if (isOver()) return null;
  }
  for await (const commits of await earlierCommits(cut, overlay)) {
    for (const commit of commits) replayEarlier(overlay, commit);
    done += commits.length;
    onProgress(done);
    if (isOver()) return null;
  }
  return overlay;
}

function tell(entity: string, records: readonly (readonly [string, StoredRecord | null])[]): void {
  const put = records.flatMap(([, record]) => record ?? []);
  const gone = records.flatMap(([id, record]) => (record ? [] : [id]));
  for (const listener of listeners) listener({ entity, put, gone });
}

/** Goes over from what is seen to another past, or to now, telling what changes by that. */
async function goTo(next: Past | null): Promise<void> {
  const before = pastNow();
  const kinds = [before, next].flatMap((past) => [...(past?.overlay.keys() ?? [])]);
  for (const entity of new Set(kinds)) {
    const to = next?.overlay.get(entity);
    const back = [...(before?.overlay.get(entity)?.keys() ?? [])].filter((id) => !to?.has(id));
    for (let from = 0; from < back.length; from += MOST_AT_ONCE) {
      const ids = back.slice(from, from + MOST_AT_ONCE);
      const records = await tableOf(session().database, entity).bulkGet(ids);
      tell(
        entity,
        ids.map((id, index) => [id, records[index] ?? null]),
      );
    }
    const shown = [...(to ?? [])];
    for (let from = 0; from < shown.length; from += MOST_AT_ONCE) {
      tell(entity, shown.slice(from, from + MOST_AT_ONCE));
      if (shown.length > MOST_AT_ONCE) await new Promise((resolve) => setTimeout(resolve));
    }
  }
  setReadOnly('past', next && { type: 'past', on: next.on });
  usePast.setState({ past: next });
}

/** Each look back, and the return, ends what was still being read for another. */
let turn = 0;

export interface LookBackOptions {
  /** Commits read, of at most `total`. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Shows the desk as it stood at the end of a day in China, and lets nothing be changed until
 * `returnToNow`. False when it was cancelled, or overtaken by another look; then nothing has changed.
 */
export async function lookBack(
  on: CivilDate,
  { onProgress, signal }: LookBackOptions = {},
): Promise<boolean> {
  turn += 1;
  const mine = turn;
  const isOver = (): boolean => mine !== turn || signal?.aborted === true;
  const cut = cutAfter(on);
  const total = await session().database.commits.count();
  for (;;) {
    // What is written meanwhile touches more records: they are read again.
    let written = false;
    const stop = onCommits(() => {
      written = true;
    });
    try {
      const overlay = await overlayAt(cut, (done) => onProgress?.(done, total), isOver);
      // In turn with writing, so that none is under way when the desk becomes read-only.
      const isThere = await inTurn(async () => {
        if (!overlay || written || isOver()) return false;
        await goTo({ on, cut, overlay });
        return true;
      });
      if (isThere || isOver()) return isThere;
    } finally {
      stop();
    }
  }
}

/** Shows the desk as it is. */
export async function returnToNow(): Promise<void> {
  turn += 1;
  await inTurn(() => goTo(null));
}

/** The day of the first commit in China: there is nothing to look back to before it. */
export async function firstDay(): Promise<CivilDate | null> {
  const first = await session().database.commits.orderBy('id').first();
  const reading = first && idToReading(first.id);
  return reading ? dateInChina(reading.at) : null;
}

// Another desk, or the same one opened again, begins with how it is.
useDesk.subscribe(({ state }) => {
  if (state.at === 'ready' || !pastNow()) return;
  turn += 1;
  usePast.setState({ past: null });
  setReadOnly('past', null);
});
