import {
  type Misfit,
  type RuleFailure,
  type RuleProblem,
  type RuleRecord,
  rowWords,
} from '../../../../shared/features/rules/index.ts';
import { type AnyRuleTable, type RuleBasis, ruleRegions } from '../../../../shared/rules/index.ts';
import { useWords } from '../../../app/i18n.ts';

/** How rows of a table, and what is wrong with them, are spoken of. */
export interface RuleWords {
  /** Which case a row is for; of a table with one case, the table's name. */
  readonly caseOf: (row: RuleBasis) => string;
  /** The same, told apart from the rows of other regions. */
  readonly nameOf: (row: RuleBasis) => string;
  /** Its figures, each with its label. */
  readonly figures: (row: RuleBasis) => string;
  readonly region: (row: Pick<RuleBasis, 'region'>) => string;
  readonly period: (row: Pick<RuleBasis, 'validFrom' | 'validTo'>) => string;
  readonly problem: (problem: RuleProblem) => string;
  readonly failure: (failure: RuleFailure) => string;
}

export function useRuleWords(table: AnyRuleTable): RuleWords {
  const words = useWords();
  const { t, language } = words;
  const caseOf: RuleWords['caseOf'] = (row) =>
    rowWords(table, row, language).slot || words.in(table.label);
  const figures: RuleWords['figures'] = (row) => rowWords(table, row, language).figures.join(' · ');
  const region: RuleWords['region'] = (row) => words.in(ruleRegions[row.region]);
  const nameOf: RuleWords['nameOf'] = (row) =>
    row.region === 'CN' ? caseOf(row) : `${caseOf(row)} · ${region(row)}`;
  const period: RuleWords['period'] = ({ validFrom, validTo }) =>
    validTo === null
      ? t('rules.from', { from: validFrom })
      : t('rules.between', { from: validFrom, to: validTo });
  const misfit = (why: Misfit): string => {
    const label = why.type === 'field' ? table.fields[why.field]?.label : undefined;
    const field = why.type === 'field' ? (label ? words.in(label) : why.field) : '';
    return t(`rules.misfit.${why.type}`, { field });
  };
  const named = ({ name }: RuleRecord) => ({ row: name });
  const problem: RuleWords['problem'] = (one) => {
    switch (one.type) {
      case 'overlap': {
        const [a, b] = one.rows;
        const facts = { row: caseOf(a), region: region(a), a: period(a), b: period(b) };
        return t('rules.problem.overlap', facts);
      }
      case 'gap': {
        const [a] = one.rows;
        const facts = { row: caseOf(a), region: region(a), from: one.fromOn, to: one.toOn };
        return t('rules.problem.gap', facts);
      }
      case 'misfit':
        return t('rules.problem.misfit', { ...named(one.record), why: misfit(one.why) });
      case 'outdated':
      case 'twice':
        return t(`rules.problem.${one.type}`, named(one.record));
    }
  };
  const failure: RuleWords['failure'] = (one) => {
    switch (one.type) {
      case 'overlaps':
        return t('rules.refused.overlaps', { period: period(one.with) });
      case 'misfit':
        return t('rules.refused.misfit', { why: misfit(one.why) });
      case 'notWithin':
        return t('rules.refused.notWithin', {
          period: period({ validFrom: one.fromOn, validTo: one.toOn }),
        });
    }
  };
  return { caseOf, nameOf, figures, region, period, problem, failure };
}
