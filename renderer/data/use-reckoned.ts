import { useEffect, useRef, useState } from 'react';
import type { EntityName } from '../../shared/registry.ts';
import { onCommits } from './session.ts';

/** Records read and reckoned between two breaths of the page. */
export const CHUNK = 500;
/** Changes come in bursts: one reckoning for all of them. */
const CALM_MS = 250;

/**
 * What is reckoned from all records of some kinds, however many, kept level with the desk; undefined
 * before the first answer. The last answer stays while the next one is made.
 * @param reckon reads in pieces, so that the page can answer meanwhile; it may stop, answering null,
 * as soon as `isOver` says that a newer reckoning has begun
 */
export function useReckoned<T>(
  kinds: readonly EntityName[],
  reckon: (isOver: () => boolean) => Promise<T | null>,
): T | undefined {
  const [answer, setAnswer] = useState<T>();
  const reckoning = useRef(reckon);
  reckoning.current = reckon;
  const key = kinds.join(' ');
  useEffect(() => {
    const concerned = new Set(key.split(' '));
    let latest = 0;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const read = async (): Promise<void> => {
      latest += 1;
      const mine = latest;
      const next = await reckoning.current(() => mine !== latest);
      if (next !== null && mine === latest) setAnswer(next);
    };
    void read();
    const stop = onCommits((commits) => {
      if (!commits.some(({ ops }) => ops.some(({ entity }) => concerned.has(entity)))) return;
      clearTimeout(waiting);
      waiting = setTimeout(() => void read(), CALM_MS);
    });
    return () => {
      stop();
      clearTimeout(waiting);
      latest += 1;
    };
  }, [key]);
  return answer;
}
