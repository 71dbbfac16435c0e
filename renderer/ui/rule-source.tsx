import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { ruleRow } from '../../shared/features/rules/index.ts';
import type { RuleBasis } from '../../shared/rules/index.ts';
import { useWords } from '../app/i18n.ts';
import { Chip } from './page.tsx';
import css from './rule-source.module.css';

/** Where a rule is read, confirmed and changed. */
const rulePath = ({ table, key }: Pick<RuleBasis, 'table' | 'key'>): string =>
  `/settings/rules/${table}?row=${encodeURIComponent(key)}`;

/** How far a rule can be relied on; nothing where it was checked. */
export function RuleConfidence({ row }: { readonly row: RuleBasis }) {
  const words = useWords();
  const option = ruleRow.fields.confidence.options[row.confidence];
  return row.confidence === 'sure' ? null : <Chip tone={option.tone}>{words.in(option)}</Chip>;
}

/** What a figure rests on: marked while it is not checked, and leading to where it can be. */
export function RuleSource({
  row,
  children,
}: {
  readonly row: RuleBasis;
  readonly children?: ReactNode;
}) {
  const { t } = useWords();
  return (
    <span className={css.source}>
      <Link href={rulePath(row)} title={t('rules.open')}>
        {children ?? row.source}
      </Link>{' '}
      <RuleConfidence row={row} />
    </span>
  );
}
