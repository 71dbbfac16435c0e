import { usePast } from '../data/past.ts';
import { onCommits } from '../data/session.ts';
import { useVault } from '../data/vault.ts';
import { MOST_KEPT } from './protocol.ts';

const LOOK_MS = 5_000;
const QUIET_MS = 10_000;

/** Whether so much may be written without coming near the bound below which nothing is. */
function hasRoom(): boolean {
  const space = useVault.getState().state?.space;
  return space !== undefined && space.free > space.needed + MOST_KEPT;
}

/**
 * Tells, again and again, when the index may be kept: nothing was written for a while, the desk is
 * seen as it is, and there is room on the disk. Returns the function that stops.
 */
export function whenQuiet(tell: () => void): () => void {
  let lastWrite = performance.now();
  const stop = onCommits(() => {
    lastWrite = performance.now();
  });
  const timer = setInterval(() => {
    const isQuiet = performance.now() - lastWrite > QUIET_MS;
    if (isQuiet && !usePast.getState().past && hasRoom()) tell();
  }, LOOK_MS);
  return () => {
    stop();
    clearInterval(timer);
  };
}
