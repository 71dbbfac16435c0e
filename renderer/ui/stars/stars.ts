import { useEffect } from 'react';
import { create } from 'zustand';
import {
  isOn,
  type Star,
  type Starrable,
  turnStars,
} from '../../../shared/features/stars/index.ts';
import { useAllRecords } from '../../data/read.ts';
import { useDesk } from '../../data/session.ts';
import { today } from '../dates.ts';
import { notify } from '../notify.ts';
import { useReadOnlyText } from '../read-only.tsx';
import { useSave } from '../save.ts';

type ByRecord = ReadonlyMap<string, Star>;

/** The stars of the desk by the record's id, those that were taken off too. */
const useKnown = create<{ readonly stars: ByRecord }>(() => ({ stars: new Map() }));

/** Keeps the stars level with the desk, for as long as its caller is on the screen. */
export function useFollowStars(): void {
  const stars = useAllRecords('star');
  useEffect(() => {
    if (stars) useKnown.setState({ stars: new Map(stars.map((star) => [star.ownerId, star])) });
  }, [stars]);
}

/** The stars that are on records; last put on first. */
export function useStars(): readonly Star[] {
  const stars = useKnown((known) => known.stars);
  return [...stars.values()].filter(isOn).toSorted((one, other) => other.updatedAt - one.updatedAt);
}

export const useHasStar = (id: string): boolean =>
  useKnown(({ stars }) => {
    const star = stars.get(id);
    return star !== undefined && isOn(star);
  });

/** Puts stars on records, or takes them off where all have one; a step to undo. */
export function useTurnStars(): (records: readonly Starrable[]) => Promise<void> {
  const save = useSave();
  const readOnlyText = useReadOnlyText();
  return async (records) => {
    const { readOnly } = useDesk.getState();
    if (readOnly) return notify.problem(readOnlyText(readOnly));
    const { on, changes } = turnStars(records, useKnown.getState().stars, today());
    const [first] = records;
    if (!first) return;
    const [key, params] =
      records.length === 1
        ? [on ? 'star' : 'unstar', { title: first.title }]
        : [on ? 'starMany' : 'unstarMany', { count: changes.length }];
    await save.changes({ key, params }, changes);
  };
}
