import { formatWan, formatYuan } from '../../core/money.ts';
import type { Translate } from '../../core/messages.ts';
import type { CommissionPlan } from './entity.ts';
import type { ExplainLine, Terms, WhyNothing } from './rules.ts';

/** An amount in 元 inside a sentence: without decimals where there are none. */
const yuan = (fen: number): string => formatYuan(fen).replace(/\.00$/, '');

/** A rate in basis points as people say it: 5%, 3.5%, 0.25%. */
export const rateText = (rateBp: number): string => `${String(rateBp / 100)}%`;

const baseText = (base: NonNullable<Terms['base']>, t: Translate): string => t(`base.${base}`);

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

/** Terms in one line: "技术交易额 × 5%", "技术交易额 超额累进 ≤100万 5% · ≤500万 4% · 以上 2%". */
export function termsText(terms: Pick<CommissionPlan, keyof Terms & keyof CommissionPlan>, t: Translate): string {
  const base = terms.base === undefined ? t('terms.noBase') : baseText(terms.base, t);
  const limits = [
    ...(terms.minimumFen === undefined ? [] : [t('terms.minimum', { amount: yuan(terms.minimumFen) })]),
    ...(terms.capFen === undefined ? [] : [t('terms.cap', { amount: yuan(terms.capFen) })]),
  ];
  return [reckoning(terms, base, t), ...limits].join(' · ');
}

function reckoning(
  terms: Pick<CommissionPlan, 'method' | 'fixedFen' | 'rateBp' | 'tierMode' | 'tiers'>,
  base: string,
  t: Translate,
): string {
  switch (terms.method) {
    case 'fixed':
      return terms.fixedFen === undefined
        ? t('terms.fixedBlank')
        : t('terms.fixed', { amount: yuan(terms.fixedFen) });
    case 'percent':
      return terms.rateBp === undefined
        ? t('terms.percentBlank', { base })
        : t('terms.percent', { base, rate: rateText(terms.rateBp) });
    case 'tiers': {
      const steps = (terms.tiers ?? []).map(({ upToFen, rateBp }) => {
        const rate = rateText(rateBp);
        if (upToFen === null) return t('terms.above', { rate });
        const amount = formatWan(upToFen).replace(/\.?0+$/, '');
        return t('terms.upTo', { amount, millions: upToFen / 100_000_000, rate });
      });
      const key = terms.tierMode === 'slab' ? 'terms.slab' : 'terms.progressive';
      return t(key, { base, steps: steps.join(' · ') });
    }
  }
}
