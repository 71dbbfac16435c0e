import { useKept } from '../../app/history/entries.ts';

/** The records that bulk work is for, whatever the order or the filter of the list. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Selects or leaves out. */
  readonly set: (ids: readonly string[], on: boolean) => void;
  readonly clear: () => void;
}

const NONE: ReadonlySet<string> = new Set();

export function useSelection(): Selection {
  const [ids, setIds] = useKept('selected', NONE);
  return {
    ids,
    set: (changed, on) =>
      setIds((before) => {
        const next = new Set(before);
        for (const id of changed) {
          if (on) next.add(id);
          else next.delete(id);
        }
        return next;
      }),
    clear: () => setIds(NONE),
  };
}
