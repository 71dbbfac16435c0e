import type { ReactNode } from 'react';
import css from './pick.module.css';

/**
 * A small choice in a bar or a column's head. The browser's own list: there is one for every
 * column, and it opens by keyboard as everywhere.
 */
export function Pick({
  label,
  value,
  onChange,
  tone,
  disabled = false,
  children,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly tone?: 'caution' | 'muted' | undefined;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <select
      className={css.pick}
      data-tone={tone}
      aria-label={label}
      title={label}
      value={value}
      disabled={disabled}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {children}
    </select>
  );
}

/** A choice with its label beside it. */
export function LabelledPick({
  label,
  ...pick
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <span className={css.labelled}>
      <span aria-hidden="true">{label}</span>
      <Pick label={label} {...pick} />
    </span>
  );
}

/** A row number typed into a bar; taken over with Enter or on leaving. */
export function RowNumber({
  label,
  hint,
  value,
  max,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly value: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}) {
  const take = (input: HTMLInputElement): void => {
    const typed = Math.round(input.valueAsNumber);
    const next = Number.isFinite(typed) ? Math.min(max, Math.max(0, typed)) : value;
    input.value = String(next);
    if (next !== value) onChange(next);
  };
  return (
    <label className={css.labelled} title={hint}>
      <span>{label}</span>
      <input
        key={value}
        className={css.number}
        type="number"
        min={0}
        max={max}
        defaultValue={value}
        onBlur={(event) => take(event.currentTarget)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take(event.currentTarget);
        }}
      />
    </label>
  );
}
