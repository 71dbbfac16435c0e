import { useEffect, useRef, useState } from 'react';
import type { Change, Label } from '../../../shared/commits/index.ts';
import type { EntityName } from '../../../shared/registry.ts';
import { askIndex } from '../../index/use-answer.ts';
import { useSave } from '../save.ts';

/** Those of the selected records that are still there: an undo may have taken some away. */
export async function stillThere(
  entity: EntityName,
  ids: readonly string[],
): Promise<readonly string[]> {
  const where = [{ field: 'id', in: ids }];
  return (await askIndex({ entity, where, from: 0, to: 0, ids: true })).ids ?? [];
}

/** Bulk work that goes on: how far it is, and the way to stop it. */
export interface Work {
  readonly done: number;
  readonly total: number;
  readonly cancel: () => void;
}

/** Writes many changes as one step to undo; what is left half done is taken back. */
export function useBulk() {
  const save = useSave();
  const [work, setWork] = useState<Work | null>(null);
  const running = useRef<AbortController | null>(null);
  // Leaving the screen is no cancel: what was asked for is finished.
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  const run = async (label: Label, changes: readonly Change[]): Promise<boolean> => {
    if (running.current) return false;
    const controller = new AbortController();
    running.current = controller;
    const show = (done: number): void => {
      if (here.current) setWork({ done, total: changes.length, cancel: () => controller.abort() });
    };
    show(0);
    const done = await save.changes(label, changes, {
      onProgress: show,
      signal: controller.signal,
    });
    running.current = null;
    if (here.current) setWork(null);
    return done;
  };
  return { work, run };
}
