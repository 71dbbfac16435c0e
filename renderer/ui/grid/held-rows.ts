import { useEffect, useReducer, useRef } from 'react';
import type { StoredRecord } from '../../../shared/commits/index.ts';
import { recordsById } from '../../data/bulk.ts';
import type { Answer } from '../../index/query.ts';

interface Held {
  readonly question: string;
  /** The answer to the question before; it is not held to. */
  readonly stale: Answer | undefined;
  readonly ids: readonly string[] | null;
  readonly total: number;
}

/**
 * The answer with its rows where they were first seen: a record that is changed in its cell does
 * not jump to where the order would have it. Another question, and a row more or less, order anew.
 */
export function useHeldRows(
  entity: string,
  question: string,
  answer: Answer | undefined,
): Answer | undefined {
  const held = useRef<Held>({ question: '', stale: undefined, ids: null, total: 0 });
  const known = useRef<ReadonlyMap<string, StoredRecord>>(new Map());
  const names = useRef<Answer['names']>({});
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  if (held.current.question !== question) {
    held.current = { question, stale: answer, ids: null, total: 0 };
  }
  const { ids, total, stale } = held.current;
  const isNew =
    answer !== undefined && answer !== stale && (ids === null || total !== answer.total);
  if (isNew) {
    held.current = {
      question,
      stale: undefined,
      ids: answer.rows.map(({ id }) => id),
      total: answer.total,
    };
  }
  const there = new Map(answer?.rows.map((record) => [record.id, record]));
  const gone = (held.current.ids ?? []).filter((id) => !there.has(id));
  const goneKey = gone.join();
  // The rows that the order has taken out of sight are read by themselves.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ids stand for the list of them
  useEffect(() => {
    if (gone.length === 0) return;
    let isOver = false;
    void recordsById(entity, gone).then((records) => {
      if (isOver) return;
      if (records.size < gone.length) held.current = { ...held.current, ids: null };
      known.current = new Map([...known.current, ...records]);
      redraw();
    });
    return () => {
      isOver = true;
    };
  }, [answer, goneKey]);
  if (!answer || held.current.ids === null) return answer;
  const rows = held.current.ids.flatMap((id) => there.get(id) ?? known.current.get(id) ?? []);
  known.current = new Map(rows.map((record) => [record.id, record]));
  names.current = { ...names.current, ...answer.names };
  return { ...answer, rows, names: names.current };
}
