import { useRef } from 'react';

/**
 * The work behind a button that writes something new: a press while it is being written is let go,
 * for it would write it twice. Work that answers true is over, and is not done again.
 */
export function usePressOnce<A extends readonly unknown[]>(
  work: (...args: A) => Promise<boolean>,
): (...args: A) => Promise<void> {
  const isTaken = useRef(false);
  return async (...args) => {
    if (isTaken.current) return;
    isTaken.current = true;
    try {
      isTaken.current = await work(...args);
    } catch (bug) {
      isTaken.current = false;
      throw bug;
    }
  };
}
