import type { Gap } from '../../../shared/features/outcomes/index.ts';
import { useWords } from '../../app/i18n.ts';
import { RuleSource } from '../../ui/rule-source.tsx';
import css from './outcomes.module.css';

/** What is missing, what to do, and why; nothing where nothing is. */
export function GapList({ gaps }: { readonly gaps: readonly Gap[] }) {
  const { t } = useWords();
  if (gaps.length === 0) return null;
  return (
    <ul className={css.gaps} aria-label={t('gap.title')}>
      {gaps.map(({ type, facts, row }) => (
        <li key={type}>
          <b>{t(`gap.${type}`, facts)}</b>
          <span>{t(`gap.${type}.do`)}</span>
          <p className={css.source}>
            <RuleSource row={row} />
          </p>
        </li>
      ))}
    </ul>
  );
}
