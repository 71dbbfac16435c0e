import { useRef } from 'react';
import { askIndex } from '../../index/use-answer.ts';
import { type GridProps, rowsHere } from './grid-props.ts';

/** Selecting rows by box, by key and all at once; rows that are not loaded are asked for by id. */
export function useSelecting(props: GridProps) {
  const { query, answer, selection } = props;
  const anchor = useRef<number | null>(null);
  const total = answer?.total ?? 0;
  const loaded = (row: number) => answer?.rows[row - answer.from];
  const idsOf = async (top: number, bottom: number): Promise<readonly string[]> => {
    const here = rowsHere(props, top, bottom);
    if (here) return here.rows.map(({ id }) => id);
    const { ids = [] } = await askIndex({ ...query, from: 0, to: 0, ids: true });
    return ids.slice(top, bottom + 1);
  };
  const rows = answer?.rows ?? [];
  const isAll =
    total > 0 && selection.ids.size >= total && rows.every(({ id }) => selection.ids.has(id));
  return {
    selected: isAll ? 'all' : selection.ids.size > 0 ? 'some' : 'none',
    toggle: async (top: number, bottom: number): Promise<void> => {
      const ids = await idsOf(top, bottom);
      selection.set(ids, !ids.every((id) => selection.ids.has(id)));
      anchor.current = top;
    },
    choose: async (row: number, extend: boolean): Promise<void> => {
      const from = extend ? (anchor.current ?? row) : row;
      const ids = await idsOf(Math.min(from, row), Math.max(from, row));
      selection.set(ids, !selection.ids.has(loaded(row)?.id ?? ''));
      anchor.current = row;
    },
    all: async (): Promise<void> => selection.set(await idsOf(0, total - 1), true),
    turnAll: async (): Promise<void> =>
      isAll ? selection.clear() : selection.set(await idsOf(0, total - 1), true),
  } as const;
}
