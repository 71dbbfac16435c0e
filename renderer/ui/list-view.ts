import { create } from 'zustand';
import type { Condition, Sort } from '../index/query.ts';

/** How one list is looked at; it stays while the app runs, so that going back finds it as it was. */
export interface ListView {
  readonly text: string;
  readonly where: readonly Condition[];
  readonly sort: Sort | null;
}

const plain: ListView = { text: '', where: [], sort: null };

const useViews = create<Readonly<Record<string, ListView>>>(() => ({}));

/** The view of a list by its name, and the function that changes it. */
export function useListView(name: string): readonly [ListView, (patch: Partial<ListView>) => void] {
  const view = useViews((views) => views[name] ?? plain);
  return [view, (patch) => useViews.setState({ [name]: { ...view, ...patch } })];
}
