import type { Translate } from '../../core/messages.ts';
import { formatYuan } from '../../core/money.ts';
import type { CommissionPlan } from './entity.ts';
import type { Base, CommissionWarning, ExplainLine, TermsProblem, WhyNothing } from './rules.ts';

/** An amount in 元 inside a sentence: without decimals where there are none. */
const yuan = (fen: number): string => formatYuan(fen).replace(/\.00$/, '');

/** A rate in basis points as people say it: 5%, 3.5%, 0.25%. */
export const rateText = (rateBp: number): string => `${String(rateBp / 100)}%`;

const baseText = (base: Base, t: Translate): string => t(`base.${base}`);

/** What one line of a reckoned commission says, beside its amount. */
export function explainText(line: ExplainLine, t: Translate): string {
  switch (line.type) {
    case 'base':
      return t('explain.base', { base: baseText(line.base, t) });
    case 'fixed':
      return t('explain.fixed');
    case 'percent':
      return t('explain.percent', { amount: yuan(line.ofFen), rate: rateText(line.rateBp) });
    case 'tier': {
      const to = yuan(line.fromFen + line.partFen);
      const rate = rateText(line.rateBp);
      return line.fromFen === 0
        ? t('explain.firstTier', { to, rate })
        : t('explain.tier', { from: yuan(line.fromFen), to, rate });
    }
    case 'slab':
      return t('explain.slab', { amount: yuan(line.ofFen), rate: rateText(line.rateBp) });
    case 'minimum':
      return t('explain.minimum', { amount: yuan(line.minimumFen) });
    case 'cap':
      return t('explain.cap', { amount: yuan(line.capFen) });
    case 'deduction':
      return t('explain.deduction');
  }
}

/** Why no commission can be reckoned. */
export function whyNothingText(why: WhyNothing, t: Translate): string {
  switch (why.type) {
    case 'noBaseAmount':
      return t(`why.noBaseAmount.${why.base}`);
    case 'incompleteTerms':
      return t(`why.incompleteTerms.${why.missing}`);
  }
}

/** What to mind about a commission. */
export function warningText(warning: CommissionWarning, t: Translate): string {
  const limit = rateText(warning.limitBp);
  switch (warning.type) {
    case 'aboveDeductible':
      return t('commissionWarning.aboveDeductible', { limit, source: warning.source });
    case 'unusuallyHigh':
      return t('commissionWarning.unusuallyHigh', { limit });
  }
}

/** What is wrong or risky in a plan's terms. */
export function termsProblemText(problem: TermsProblem, t: Translate): string {
  const key = `termsProblem.${problem.type}`;
  switch (problem.type) {
    case 'missing':
      return t(`why.incompleteTerms.${problem.field}`);
    case 'tiersNotAscending':
      return t(key, { at: yuan(problem.atFen) });
    case 'noOpenTier':
      return t(key, { above: yuan(problem.aboveFen) });
    case 'tierAfterOpen':
      return t(key);
    case 'rateTooHigh':
      return t(key, { rate: rateText(problem.rateBp) });
    case 'capBelowMinimum':
      return t(key, { cap: yuan(problem.capFen), minimum: yuan(problem.minimumFen) });
    case 'cliff':
      return t(key, { at: yuan(problem.atFen), loss: yuan(problem.lossFen) });
  }
}

type PlanTerms = Pick<
  CommissionPlan,
  'method' | 'base' | 'fixedFen' | 'rateBp' | 'tierMode' | 'tiers' | 'minimumFen' | 'capFen'
>;

/** Terms in one line: "技术交易额 × 5%", "技术交易额，超额累进 ≤100万 5% · ≤500万 4% · 以上 2%". */
export function termsText(terms: PlanTerms, t: Translate): string {
  const { minimumFen, capFen } = terms;
  return [
    reckoningText(terms, t),
    ...(minimumFen === undefined ? [] : [t('terms.minimum', { amount: yuan(minimumFen) })]),
    ...(capFen === undefined ? [] : [t('terms.cap', { amount: yuan(capFen) })]),
  ].join(' · ');
}

function reckoningText(
  { method, base, fixedFen, rateBp, tierMode, tiers }: PlanTerms,
  t: Translate,
): string {
  const of = base === undefined ? t('terms.noBase') : baseText(base, t);
  switch (method) {
    case 'fixed':
      return fixedFen === undefined
        ? t('terms.fixedBlank')
        : t('terms.fixed', { amount: yuan(fixedFen) });
    case 'percent':
      return rateBp === undefined
        ? t('terms.percentBlank', { base: of })
        : t('terms.percent', { base: of, rate: rateText(rateBp) });
    case 'tiers': {
      const steps = (tiers ?? []).map(({ upToFen, rateBp: tierBp }) => {
        const rate = rateText(tierBp);
        if (upToFen === null) return t('terms.above', { rate });
        return t('terms.upTo', {
          amount: upToFen / 1_000_000,
          millions: upToFen / 100_000_000,
          rate,
        });
      });
      const key = tierMode === 'slab' ? 'terms.slab' : 'terms.progressive';
      return t(key, { base: of, steps: steps.join(' · ') });
    }
  }
}
