import { useEffect, useState } from 'react';
import { useReckoned } from '../../data/use-reckoned.ts';
import { type Checked, checkPackage, type Wanted } from './making.ts';
import { TOLD_FROM } from './read-parts.ts';

/**
 * What stands against a brochure, kept level with the desk; undefined before the first answer, null
 * when the package is gone. `isNew` says whether it answers to what is wanted now.
 */
export function useChecked(
  packageId: string,
  wanted: Wanted,
): { readonly checked: Checked | null | undefined; readonly isNew: boolean } {
  const [answer, setAnswer] = useState<{
    readonly key: string;
    readonly checked: Checked | null;
  }>();
  /** Counts the changes of what is told. */
  const changes = useReckoned(TOLD_FROM, async () => performance.now());
  const key = JSON.stringify([packageId, wanted, changes]);
  useEffect(() => {
    // Another number comes at once: what was read before it would be read twice.
    if (changes === undefined) return;
    let isOver = false;
    const [id, asked] = JSON.parse(key) as [string, Wanted];
    void checkPackage(id, asked).then((checked) => {
      if (!isOver) setAnswer({ key, checked });
    });
    return () => {
      isOver = true;
    };
  }, [key, changes]);
  return { checked: answer?.checked, isNew: answer?.key === key };
}
