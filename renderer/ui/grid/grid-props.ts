import type { ReactNode } from 'react';
import type { AnyEntity } from '../../../shared/entities/entity.ts';
import type { Answer, Group, Query, Sort } from '../../index/query.ts';
import { askIndex } from '../../index/use-answer.ts';
import type { Heads } from '../list/heads.ts';
import type { ListColumn } from '../list-view.ts';
import type { Selection } from './selection.ts';
import type { GridColumn } from './use-grid.ts';

export interface GridProps {
  /** Of the list; names its cells. */
  readonly name: string;
  readonly entity: AnyEntity;
  readonly columns: readonly GridColumn[];
  readonly onColumns: (columns: readonly ListColumn[]) => void;
  /** What the list asks, without the rows that are in sight. */
  readonly query: Omit<Query, 'from' | 'to'>;
  readonly answer: Answer | undefined;
  /** Where the rows stand in groups. */
  readonly heads: Heads | null;
  readonly drawHead: (group: Group) => ReactNode;
  readonly onSort: (sort: readonly Sort[]) => void;
  /** Hears the first row in sight. */
  readonly onScroll: (row: number) => void;
  readonly selection: Selection;
  readonly onOpen: (id: string) => void;
}

type Rows = Pick<Answer, 'rows' | 'names'>;

/** The rows from `top` to `bottom` as they stand on the screen; null when not all are loaded. */
export function rowsHere({ answer }: GridProps, top: number, bottom: number): Rows | null {
  if (!answer || top < answer.from) return null;
  const rows = answer.rows.slice(top - answer.from, bottom + 1 - answer.from);
  return rows.length === bottom - top + 1 ? { rows, names: answer.names } : null;
}

/** The same, asked for where they are not loaded. */
export const rowsBetween = async (props: GridProps, top: number, bottom: number): Promise<Rows> =>
  rowsHere(props, top, bottom) ?? askIndex({ ...props.query, from: top, to: bottom + 1 });
