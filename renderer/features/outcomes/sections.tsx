import { Link, useLocation } from 'wouter';
import { type MessageKey, useWords } from '../../app/i18n.ts';
import css from './outcomes.module.css';

const places = [
  ['/outcomes', 'outcome.all'],
  ['/outcome-gaps', 'gap.title'],
  ['/deposits', 'deposit.title'],
  ['/catalogue', 'catalogue.title'],
] as const satisfies readonly (readonly [string, MessageKey])[];

/** The pages that stand behind one entry of the sidebar. */
export function Sections() {
  const { t } = useWords();
  const [path] = useLocation();
  return (
    <nav className={css.sections} aria-label={t('nav.outcomes')}>
      {places.map(([to, label]) => (
        <Link key={to} href={to} aria-current={path === to ? 'page' : undefined}>
          {t(label)}
        </Link>
      ))}
    </nav>
  );
}
