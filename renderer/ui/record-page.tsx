import type { ReactNode } from 'react';
import css from './record-page.module.css';

/** The body of a record's page: facts and tabs at the left, what is next and what happened at the right. */
export function RecordColumns({
  children,
  rail,
}: {
  readonly children: ReactNode;
  readonly rail: ReactNode;
}) {
  return (
    <div className={css.cols}>
      <div className={css.body}>{children}</div>
      <aside className={css.rail}>{rail}</aside>
    </div>
  );
}

export function RailSection({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
