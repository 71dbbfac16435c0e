import { useState } from 'react';
import {
  type Discarded,
  RESTORED_MANY,
  RESTORED_ONE,
  type RestoreFailure,
  refKey,
} from '../../../shared/commits/index.ts';
import { useWords } from '../../app/i18n.ts';
import { changesRestoring } from '../../data/trash.ts';
import { notify } from '../../ui/notify.ts';
import { useSave } from '../../ui/save.ts';

/** What cannot come back alone: the records wanted, and those of the trash that have to come too. */
export interface Together {
  readonly wanted: readonly Discarded[];
  readonly needed: readonly Discarded[];
}

export interface Restoring {
  readonly restore: (wanted: readonly Discarded[]) => Promise<void>;
  /** Set while it waits to be asked for more; `restore` of all of them, or `forget`, ends that. */
  readonly together: Together | null;
  readonly forget: () => void;
}

/** Those of the trash that hold the records a restore lacks; null where one is in none. */
function neededIn(
  trash: readonly Discarded[],
  { refs }: Extract<RestoreFailure, { readonly type: 'refsGone' }>,
): readonly Discarded[] | null {
  const needed = refs.map((ref) =>
    trash.find((item) => [item, ...item.parts].some((one) => refKey(one) === refKey(ref))),
  );
  return needed.includes(undefined)
    ? null
    : [...new Set(needed.filter((item) => item !== undefined))];
}

/** Brings records back from the trash as one step that can be undone. */
export function useRestore(
  trash: readonly Discarded[],
  onDone: (restored: readonly Discarded[]) => void,
): Restoring {
  const { t } = useWords();
  const save = useSave();
  const [together, setTogether] = useState<Together | null>(null);

  const refuse = (wanted: readonly Discarded[], failure: RestoreFailure): void => {
    if (failure.type === 'notFitting') {
      const all = wanted.flatMap((item) => [item, ...item.parts]);
      const title = all.find((item) => refKey(item) === refKey(failure))?.title;
      return notify.problem(t('trash.notFitting', { title: title || t('trash.untitled') }));
    }
    const needed = neededIn(trash, failure);
    if (needed) setTogether({ wanted, needed });
    else notify.problem(t('trash.refsLost'));
  };

  const restore = async (wanted: readonly Discarded[]): Promise<void> => {
    setTogether(null);
    const changes = await changesRestoring(wanted);
    if (!changes.ok) return refuse(wanted, changes.error);
    const [first] = wanted;
    if (!first) return;
    const title = first.title || t('trash.untitled');
    const label =
      wanted.length === 1
        ? { key: RESTORED_ONE, params: { entity: first.entity, title: first.title } }
        : { key: RESTORED_MANY, params: { count: wanted.length } };
    if (!(await save.changes(label, changes.value))) return;
    onDone(wanted);
    notify.done(
      wanted.length === 1
        ? t('trash.restored', { title })
        : t('trash.restoredMany', { count: wanted.length }),
    );
  };
  return { restore, together, forget: () => setTogether(null) };
}
