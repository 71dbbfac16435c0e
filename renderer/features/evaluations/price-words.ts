import { formatYuan } from '../../../shared/core/money.ts';
import { formatField } from '../../../shared/entities/kinds.ts';
import {
  type Reckoned,
  type Valuation,
  type ValuationGap,
  type ValuationStep,
  valuation,
  valuationRow,
} from '../../../shared/features/evaluations/index.ts';
import type { Words } from '../../app/i18n.ts';
import { withoutZeros } from '../../ui/figures.ts';

/** A rate without the zeros that end it, 12.5%. */
export const rateText = (bp: number): string =>
  withoutZeros(formatField(valuation.fields.shareBp, bp, 'en'));

/** A line of a reckoning in words. */
export function stepText(step: ValuationStep, { t }: Words): string {
  switch (step.type) {
    case 'spent':
    case 'depreciation':
      return t(`valuation.step.${step.type}`, { name: step.name });
    case 'spentSum':
    case 'entry':
      return t(`valuation.step.${step.type}`);
    case 'return':
    case 'depreciationByRate':
      return t(`valuation.step.${step.type}`, { rate: rateText(step.rateBp) });
    case 'comparable': {
      const facts = {
        name: step.name,
        price: formatYuan(step.priceFen),
        adjust: step.adjustPercent,
        adjusted: formatYuan(step.adjustedFen),
      };
      return step.similarityBp === null
        ? t('valuation.step.comparablePlain', facts)
        : t('valuation.step.comparable', { ...facts, similarity: rateText(step.similarityBp) });
    }
    case 'year': {
      const facts = {
        name: step.name,
        base: formatYuan(step.baseFen),
        share: rateText(step.shareBp),
        year: step.year,
      };
      return step.discountBp === null
        ? t('valuation.step.yearPlain', facts)
        : t('valuation.step.year', { ...facts, discount: rateText(step.discountBp) });
    }
  }
}

/** What a valuation cannot be reckoned without, in words. */
export function gapText(gap: ValuationGap, words: Words): string {
  switch (gap.type) {
    case 'blank':
      return words.t('valuation.gap.blank', {
        field: words.in(valuation.fields[gap.field].label),
      });
    case 'noRows':
      return words.t('valuation.gap.noRows', {
        role: words.in(valuationRow.fields.role.options[gap.role]),
      });
    case 'noSimilarity':
    case 'negativeAmount':
      return words.t(`valuation.gap.${gap.type}`, { name: gap.name });
    default:
      return words.t(`valuation.gap.${gap.type}`);
  }
}

/** The whole reckoning as a text; it says that it is no appraisal wherever it goes. */
export function reckoningText(
  { title, asOf, method, shareSource }: Valuation,
  reckoned: Extract<Reckoned, { readonly type: 'known' }>,
  words: Words,
): string {
  const { t } = words;
  const lines = reckoned.steps.map((step) => `${stepText(step, words)}\t${formatYuan(step.fen)}`);
  const source = shareSource === undefined ? [] : [shareSource];
  return [
    `${title} · ${words.in(valuation.fields.method.options[method])} · ${asOf}`,
    ...lines,
    `${t('evaluation.price.result')}\t${formatYuan(reckoned.fen)}`,
    ...source,
    t('evaluation.price.rounding'),
    t('valuation.reference'),
  ].join('\n');
}
