import { type Fen, roundTogether } from '../../core/money.ts';
import {
  allocateByPortions,
  compareToWhole,
  type Portion,
  type Wholeness,
} from '../../core/portion.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Tier } from '../../entities/field.ts';
import { defineRules, type RowOf } from '../../rules/index.ts';

export type { Tier };

/** 计费基数: what a percentage is taken of. */
export type Base = 'contractAmount' | 'technologyAmount' | 'receivedAmount';

/** How a commission is reckoned. Rates in basis points, amounts in fen. */
export interface Terms {
  readonly method: 'fixed' | 'percent' | 'tiers';
  readonly base?: Base;
  readonly fixedFen?: Fen;
  readonly rateBp?: number;
  /** progressive 超额累进: each tier counts its own part; slab 全额: the tier reached counts for all. */
  readonly tierMode?: 'progressive' | 'slab';
  readonly tiers?: readonly Tier[];
  readonly minimumFen?: Fen;
  readonly capFen?: Fen;
  /** Fees already paid, taken off at the end. */
  readonly deductionFen?: Fen;
}

/** A deal's amounts; a blank is not yet known. */
export interface Amounts {
  readonly contractAmountFen?: Fen;
  readonly technologyAmountFen?: Fen;
  readonly receivedFen: Fen;
}

/** One line of the explanation; all `fen` but the base's add up to the total. */
export type ExplainLine =
  | { readonly type: 'base'; readonly base: Base; readonly fen: Fen }
  | { readonly type: 'fixed'; readonly fen: Fen }
  | { readonly type: 'percent'; readonly ofFen: Fen; readonly rateBp: number; readonly fen: Fen }
  | {
      readonly type: 'tier';
      readonly fromFen: Fen;
      readonly toFen: Fen | null;
      readonly partFen: Fen;
      readonly rateBp: number;
      readonly fen: Fen;
    }
  | { readonly type: 'slab'; readonly ofFen: Fen; readonly rateBp: number; readonly fen: Fen }
  /** Raised to the minimum. */
  | { readonly type: 'minimum'; readonly minimumFen: Fen; readonly fen: Fen }
  /** Cut to the cap; negative. */
  | { readonly type: 'cap'; readonly capFen: Fen; readonly fen: Fen }
  /** What was really taken off; negative. */
  | { readonly type: 'deduction'; readonly fen: Fen };

export type WhyNothing =
  | { readonly type: 'noBaseAmount'; readonly base: Base }
  | {
      readonly type: 'incompleteTerms';
      readonly missing: 'base' | 'fixedFen' | 'rateBp' | 'tierMode' | 'tiers';
    };

export interface Reckoning {
  readonly totalFen: Fen;
  readonly lines: readonly ExplainLine[];
  /** Why the total is nothing; null when it is reckoned. */
  readonly whyNothing: WhyNothing | null;
  readonly warnings: readonly CommissionWarning[];
}

/** What the payer may deduct is law; what is unusual is practice, and each says so. */
export const warningRules = defineRules({
  name: 'commissionLimits',
  part: { zh: '交易与佣金', en: 'Deals and commissions' },
  label: { zh: '佣金比例的提醒线', en: 'Limits of commissions' },
  note: {
    zh: '佣金超过合同成交额的这一比例时提醒；不影响佣金的计算。',
    en: 'A commission above this part of the contract amount is remarked on; it changes none.',
  },
  fields: {
    type: {
      kind: 'choice',
      options: {
        aboveDeductible: { zh: '委托人税前扣除上限', en: 'What the payer may deduct' },
        unusuallyHigh: { zh: '明显高于惯例', en: 'Unusually high' },
      },
      label: { zh: '提醒', en: 'Remark' },
      required: true,
    },
    limitBp: { kind: 'rate', label: { zh: '合同成交额的', en: 'Of the contract' }, required: true },
  },
  slot: ['type'],
  rows: [
    {
      key: 'deductible',
      type: 'aboveDeductible',
      region: 'CN',
      validFrom: '2009-03-19',
      validTo: null,
      source: '财税〔2009〕29号',
      confidence: 'check',
      limitBp: 500,
    },
    {
      key: 'unusual',
      type: 'unusuallyHigh',
      region: 'CN',
      validFrom: '2009-03-19',
      validTo: null,
      source: '行业惯例',
      confidence: 'example',
      limitBp: 1000,
    },
  ],
});
/** A part of the contract amount above which a commission is remarked on: the row that says so. */
export type CommissionWarning = RowOf<typeof warningRules>;

const WHOLE_BP = 10_000n;

interface Part {
  readonly line: ExplainLine;
  /** Exact, in ten-thousandths of a fen. */
  readonly exact: bigint;
}

const amountOf = (base: Base, amounts: Amounts): Fen | undefined =>
  base === 'contractAmount'
    ? amounts.contractAmountFen
    : base === 'technologyAmount'
      ? amounts.technologyAmountFen
      : amounts.receivedFen;

const share = (fen: Fen, rateBp: number): bigint => BigInt(fen) * BigInt(rateBp);

function progressive(ofFen: Fen, tiers: readonly Tier[]): readonly Part[] {
  const parts: Part[] = [];
  let fromFen = 0;
  for (const { upToFen: toFen, rateBp } of tiers) {
    const partFen = Math.min(ofFen, toFen ?? ofFen) - fromFen;
    if (partFen <= 0) break;
    parts.push({
      line: { type: 'tier', fromFen, toFen, partFen, rateBp, fen: 0 },
      exact: share(partFen, rateBp),
    });
    fromFen += partFen;
  }
  return parts;
}

function slab(ofFen: Fen, tiers: readonly Tier[]): readonly Part[] {
  const tier = tiers.find(({ upToFen }) => upToFen === null || ofFen <= upToFen);
  if (!tier) return [];
  const { rateBp } = tier;
  return [{ line: { type: 'slab', ofFen, rateBp, fen: 0 }, exact: share(ofFen, rateBp) }];
}

/** Whether tiers give a rate for all of an amount: each ends above the last, one at or above it. */
function ratesEvery(ofFen: Fen, tiers: readonly Tier[]): boolean {
  const ends = tiers.map(({ upToFen }) => upToFen ?? Number.POSITIVE_INFINITY);
  return ends.every((end, index) => end > (ends[index - 1] ?? 0)) && (ends.at(-1) ?? 0) >= ofFen;
}

/** The rated parts of a base amount, or what the terms lack. */
function partsOf(
  terms: Terms,
  ofFen: Fen,
): Result<readonly Part[], Extract<WhyNothing, { type: 'incompleteTerms' }>['missing']> {
  if (terms.method === 'percent') {
    const { rateBp } = terms;
    if (rateBp === undefined) return err('rateBp');
    return ok([{ line: { type: 'percent', ofFen, rateBp, fen: 0 }, exact: share(ofFen, rateBp) }]);
  }
  if (terms.tiers === undefined || terms.tiers.length === 0) return err('tiers');
  if (terms.tierMode === undefined) return err('tierMode');
  if (!ratesEvery(ofFen, terms.tiers)) return err('tiers');
  return ok((terms.tierMode === 'slab' ? slab : progressive)(ofFen, terms.tiers));
}

/** Gives each part its fen: the exact sum is rounded half up once, and the parts add up to it. */
function rounded(parts: readonly Part[]): readonly ExplainLine[] {
  const fens = roundTogether(
    parts.map((part) => part.exact),
    WHOLE_BP,
  );
  return parts.map(({ line }, index) => ({ ...line, fen: fens[index] ?? 0 }));
}

const sumOf = (lines: readonly ExplainLine[]): Fen =>
  lines.reduce((sum, line) => (line.type === 'base' ? sum : sum + line.fen), 0);

/** Minimum, then cap, then deduction, each as a line that says what it really did. */
function limited(lines: readonly ExplainLine[], terms: Terms): readonly ExplainLine[] {
  const { minimumFen, capFen, deductionFen } = terms;
  const all = [...lines];
  const before = sumOf(all);
  if (minimumFen !== undefined && before < minimumFen) {
    all.push({ type: 'minimum', minimumFen, fen: minimumFen - before });
  }
  const raised = sumOf(all);
  if (capFen !== undefined && raised > capFen) {
    all.push({ type: 'cap', capFen, fen: capFen - raised });
  }
  const taken = Math.min(deductionFen ?? 0, sumOf(all));
  if (taken > 0) all.push({ type: 'deduction', fen: -taken });
  return all;
}

function warningsFor(
  feeFen: Fen,
  contractAmountFen: Fen | undefined,
  rules: readonly CommissionWarning[],
): readonly CommissionWarning[] {
  if (contractAmountFen === undefined || contractAmountFen <= 0) return [];
  return rules.filter(
    ({ limitBp }) => BigInt(feeFen) * WHOLE_BP > share(contractAmountFen, limitBp),
  );
}

const nothing = (whyNothing: WhyNothing): Reckoning => ({
  totalFen: 0,
  lines: [],
  whyNothing,
  warnings: [],
});

/**
 * A deal's commission, exact to the fen, with the lines that make it. Percentages are computed
 * exactly and rounded half up once; tiers get their fen by largest remainder, so that the lines
 * always add up. Without a base amount nothing is due, and `whyNothing` says which is missing.
 * @param limits those in force, of which the warnings are the ones that it exceeds; none for the amounts alone
 */
export function computeCommission(
  terms: Terms,
  amounts: Amounts,
  limits: readonly CommissionWarning[],
): Reckoning {
  let lines: readonly ExplainLine[];
  if (terms.method === 'fixed') {
    if (terms.fixedFen === undefined)
      return nothing({ type: 'incompleteTerms', missing: 'fixedFen' });
    lines = [{ type: 'fixed', fen: terms.fixedFen }];
  } else {
    const { base } = terms;
    if (base === undefined) return nothing({ type: 'incompleteTerms', missing: 'base' });
    const ofFen = amountOf(base, amounts);
    if (ofFen === undefined || ofFen <= 0) return nothing({ type: 'noBaseAmount', base });
    const parts = partsOf(terms, ofFen);
    if (!parts.ok) return nothing({ type: 'incompleteTerms', missing: parts.error });
    lines = [{ type: 'base', base, fen: ofFen }, ...rounded(parts.value)];
  }
  const all = limited(lines, terms);
  const totalFen = sumOf(all);
  // What was paid before is part of the fee that the payer deducts.
  const feeFen = sumOf(all.filter(({ type }) => type !== 'deduction'));
  const warnings = warningsFor(feeFen, amounts.contractAmountFen, limits);
  return { totalFen, lines: all, whyNothing: null, warnings };
}

/** What is wrong or risky in terms, for whoever writes a plan. */
export type TermsProblem =
  | {
      readonly type: 'missing';
      readonly field: 'base' | 'fixedFen' | 'rateBp' | 'tierMode' | 'tiers';
    }
  | { readonly type: 'tiersNotAscending'; readonly atFen: Fen }
  /** Amounts above the last end earn nothing: the last tier should be open. */
  | { readonly type: 'noOpenTier'; readonly aboveFen: Fen }
  | { readonly type: 'tierAfterOpen' }
  | { readonly type: 'rateTooHigh'; readonly rateBp: number }
  | { readonly type: 'capBelowMinimum'; readonly capFen: Fen; readonly minimumFen: Fen }
  /** A deal one fen larger than `atFen` earns `lossFen` less. */
  | { readonly type: 'cliff'; readonly atFen: Fen; readonly lossFen: Fen };

function lintTiers(terms: Terms): readonly TermsProblem[] {
  const { tiers = [], tierMode } = terms;
  const problems: TermsProblem[] = [];
  tiers.forEach(({ upToFen }, index) => {
    const before = tiers[index - 1];
    if (before === undefined) return;
    if (before.upToFen === null) problems.push({ type: 'tierAfterOpen' });
    else if (upToFen !== null && upToFen <= before.upToFen) {
      problems.push({ type: 'tiersNotAscending', atFen: upToFen });
    }
  });
  const end = tiers.at(-1)?.upToFen ?? null;
  if (end !== null) problems.push({ type: 'noOpenTier', aboveFen: end });
  if (tierMode !== 'slab' || problems.length > 0) return problems;
  const earned = (receivedFen: Fen): Fen =>
    computeCommission({ ...terms, base: 'receivedAmount', deductionFen: 0 }, { receivedFen }, [])
      .totalFen;
  for (const { upToFen: atFen } of tiers) {
    if (atFen === null) continue;
    const lossFen = earned(atFen) - earned(atFen + 1);
    if (lossFen > 0) problems.push({ type: 'cliff', atFen, lossFen });
  }
  return problems;
}

/** Gaps, overlaps, cliffs and missing parts of terms; an empty list is a sound plan. */
export function lintTerms(terms: Terms): readonly TermsProblem[] {
  const problems: TermsProblem[] = [];
  const need = (field: Extract<TermsProblem, { type: 'missing' }>['field']): void => {
    if (terms[field] === undefined) problems.push({ type: 'missing', field });
  };
  if (terms.method === 'fixed') need('fixedFen');
  else need('base');
  if (terms.method === 'percent') need('rateBp');
  if (terms.method === 'tiers') {
    need('tierMode');
    need('tiers');
    problems.push(...lintTiers(terms));
  }
  const rates =
    terms.method === 'percent'
      ? [terms.rateBp ?? 0]
      : (terms.tiers ?? []).map((tier) => tier.rateBp);
  const tooHigh = rates.find((rateBp) => rateBp > Number(WHOLE_BP));
  if (tooHigh !== undefined) problems.push({ type: 'rateTooHigh', rateBp: tooHigh });
  const { capFen, minimumFen } = terms;
  if (capFen !== undefined && minimumFen !== undefined && capFen < minimumFen) {
    problems.push({ type: 'capBelowMinimum', capFen, minimumFen });
  }
  return problems;
}

/**
 * The fen of each share, in order, by largest remainder; ties go to the earlier share. Refused
 * unless the portions make exactly a whole, with how far they miss it.
 */
export function splitCommission(
  totalFen: Fen,
  shares: readonly { readonly portion: Portion }[],
): Result<
  readonly Fen[],
  { readonly type: 'sharesNotWhole'; readonly difference: Exclude<Wholeness, { kind: 'whole' }> }
> {
  const portions = shares.map((one) => one.portion);
  const wholeness = compareToWhole(portions);
  if (wholeness.kind !== 'whole') return err({ type: 'sharesNotWhole', difference: wholeness });
  return ok(allocateByPortions(totalFen, portions));
}
