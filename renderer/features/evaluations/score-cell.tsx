import { type KeyboardEvent, useRef, useState } from 'react';
import type { Field } from '../../../shared/entities/field.ts';
import { parseField } from '../../../shared/entities/kinds.ts';
import { isRealEnter } from '../../ui/field-input.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import { useReadOnly } from '../../ui/read-only.tsx';
import css from './evaluations.module.css';

/** How many rows and columns on a key leads. */
const ways: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  Enter: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Sideways keys move in the text first: out of it only at its ends, or while it is all chosen. */
const leavesText = (
  { value, selectionStart, selectionEnd }: HTMLInputElement,
  columns: number,
): boolean => columns === 0 || (columns < 0 ? selectionStart === 0 : selectionEnd === value.length);

/** One score of a sheet: kept when it is left; Escape brings the old one back. */
export function ScoreCell({
  field,
  value,
  label,
  place,
  onMove,
  onKeep,
}: {
  readonly field: Field;
  readonly value: number | undefined;
  readonly label: string;
  readonly place: string;
  readonly onMove: (rows: number, columns: number) => void;
  /** Null takes the score back. */
  readonly onKeep: (score: number | null) => void;
}) {
  const problemText = useProblemText();
  const isReadOnly = useReadOnly() !== null;
  const [text, setText] = useState<string | null>(null);
  /** Given up or written: that the cell loses the focus before it is drawn anew writes nothing more. */
  const isDone = useRef(false);
  const read = parseField(field, text ?? '');
  const keep = (): void => {
    if (text === null || isDone.current) {
      isDone.current = false;
      return setText(null);
    }
    if (!read.ok) return;
    isDone.current = true;
    const next = read.value === null ? null : Number(read.value);
    setText(null);
    if (next !== (value ?? null)) onKeep(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Escape') {
      isDone.current = text !== null;
      setText(null);
      event.stopPropagation();
    }
    const way = ways[event.key];
    if (!way || event.altKey || (event.key === 'Enter' && !isRealEnter(event))) return;
    if (!leavesText(event.currentTarget, way[1])) return;
    event.preventDefault();
    keep();
    if (read.ok) onMove(...way);
  };
  const problem = text !== null && !read.ok ? problemText(read.error) : undefined;
  return (
    <input
      className={css.score}
      inputMode="numeric"
      aria-label={label}
      aria-invalid={problem !== undefined}
      title={problem}
      data-place={place}
      readOnly={isReadOnly}
      value={text ?? (value === undefined ? '' : String(value))}
      onChange={(event) => {
        isDone.current = false;
        setText(event.currentTarget.value);
      }}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={keep}
      onKeyDown={onKeyDown}
    />
  );
}
