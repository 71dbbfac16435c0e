import type { ReactNode } from 'react';
import css from './evaluations.module.css';

/** Which of several is shown below. */
export function Choices({
  label,
  items,
  value,
  onChange,
  aside,
}: {
  readonly label: string;
  readonly items: readonly { readonly key: string; readonly name: string; readonly more: string }[];
  readonly value: string;
  readonly onChange: (key: string) => void;
  readonly aside: ReactNode;
}) {
  return (
    <div className={css.choices}>
      <ul aria-label={label}>
        {items.map(({ key, name, more }) => (
          <li key={key}>
            <button type="button" aria-pressed={key === value} onClick={() => onChange(key)}>
              {name}
              {more && <small>{more}</small>}
            </button>
          </li>
        ))}
      </ul>
      {aside}
    </div>
  );
}
