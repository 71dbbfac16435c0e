import { type ReactNode, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import css from './page.module.css';
import { StarHere } from './stars/star-button.tsx';

let outlet: HTMLElement | null = null;
const waiting = new Set<() => void>();

function setOutlet(element: HTMLElement | null): void {
  outlet = element;
  for (const listener of waiting) listener();
}

/** Buttons of a screen, shown in the shell's top bar. */
export function TopActions({ children }: { readonly children: ReactNode }) {
  const target = useSyncExternalStore(
    (listener) => {
      waiting.add(listener);
      return () => waiting.delete(listener);
    },
    () => outlet,
  );
  return target ? createPortal(children, target) : null;
}

TopActions.Outlet = function Outlet() {
  return <div className={css.actions} ref={setOutlet} />;
};

/** The head of a screen: what it shows, in one line, and what stands beside it; a record's star. */
export function PageHead({
  title,
  subtitle,
  children,
}: {
  readonly title: ReactNode;
  readonly subtitle?: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <div className={css.head}>
      <div className={css.title}>
        <h1>{title}</h1>
        <StarHere />
      </div>
      {subtitle !== undefined && <small>{subtitle}</small>}
      {children}
    </div>
  );
}

/** A box with a heading on a record's page. */
export function Card({
  title,
  aside,
  children,
}: {
  readonly title?: ReactNode;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={css.card}>
      {title !== undefined && (
        <h2>
          {title}
          {aside !== undefined && <span className={css.aside}>{aside}</span>}
        </h2>
      )}
      {children}
    </section>
  );
}

export type Tone = 'plain' | 'good' | 'notice' | 'caution' | 'alarm' | 'violet';

/** A word that says a state; plain ones are grey. */
export function Chip({
  tone = 'plain',
  children,
}: {
  readonly tone?: Tone | undefined;
  readonly children: ReactNode;
}) {
  return (
    <span className={css.chip} data-tone={tone}>
      {children}
    </span>
  );
}

/** What stands where there is nothing yet, or nothing that fits. */
export function Empty({
  title,
  hint,
  children,
}: {
  readonly title: ReactNode;
  readonly hint?: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <div className={css.empty}>
      <b>{title}</b>
      {hint !== undefined && <span>{hint}</span>}
      {children !== undefined && <div className={css.emptyActions}>{children}</div>}
    </div>
  );
}

export interface TabItem<K extends string> {
  readonly key: K;
  readonly label: ReactNode;
}

/** Tabs of a record's page, moved through with the arrow keys. */
export function Tabs<K extends string>({
  items,
  value,
  onChange,
  label,
}: {
  readonly items: readonly TabItem<K>[];
  readonly value: K;
  readonly onChange: (key: K) => void;
  readonly label: string;
}) {
  const move = (by: number): void => {
    const index = items.findIndex((item) => item.key === value);
    const next = items[(index + by + items.length) % items.length];
    if (!next) return;
    onChange(next.key);
    document.getElementById(`tab-${next.key}`)?.focus();
  };
  return (
    <div
      className={css.tabs}
      role="tablist"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight') move(1);
        if (event.key === 'ArrowLeft') move(-1);
      }}
    >
      {items.map((item) => (
        <button
          key={item.key}
          id={`tab-${item.key}`}
          type="button"
          role="tab"
          aria-selected={item.key === value}
          tabIndex={item.key === value ? 0 : -1}
          onClick={() => onChange(item.key)}
        >
          {item.label}
        </button>
      ))}
    </div>
  );
}
