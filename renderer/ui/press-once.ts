import { useRef } from 'react';

/**
 * The work behind a button that writes something new: a press while it is being written is let go,
 * for it would write it twice. Work that answers true is over, and is not done again.
 */
export function usePressOnce(work: () => Promise<boolean>): () => Promise<void> {
  const isTaken = useRef(false);
  return async () => {
    if (isTaken.current) return;
    isTaken.current = true;
    try {
      isTaken.current = await work();
    } catch (bug) {
      isTaken.current = false;
      throw bug;
    }
  };
}
