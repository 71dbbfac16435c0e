import { useLocation } from 'wouter';
import type { Condition } from '../../index/query.ts';
import { useListView } from '../../ui/list-view.ts';

/** Opens the table of deals, narrowed to what a chart's bar stands for. */
export function useShowDeals(): (where: readonly Condition[]) => void {
  const [, change] = useListView('deal');
  const [, go] = useLocation();
  return (where) => {
    change({ text: '', where });
    go('/deals?view=table');
  };
}
