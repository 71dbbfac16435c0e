import { describe, expect, it } from 'vitest';
import type { Translate } from '../../../shared/core/messages.ts';
import { compareToWhole } from '../../../shared/core/portion.ts';
import { checkValues, missingFields } from '../../../shared/entities/check.ts';
import {
  commissionMessages,
  commissionPlan,
  computeCommission,
  explainText,
  lintTerms,
  presetPlans,
  sharePresets,
  termsProblemText,
  termsText,
  warningRules,
  warningText,
  whyNothingText,
} from '../../../shared/features/commissions/index.ts';

const speak =
  (language: 'zh' | 'en'): Translate =>
  (key, params = {}) => {
    const texts: Readonly<Record<string, string>> = commissionMessages[language];
    const text = texts[key];
    if (text === undefined) throw new Error(`no message ${key}`);
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = params[name];
      if (value === undefined) throw new Error(`${key} lacks ${name}`);
      return String(value);
    });
  };
const zh = speak('zh');
const en = speak('en');

describe('the preset plans', () => {
  it.each(presetPlans.map((plan) => [plan.name, plan] as const))(
    '%s is complete, sound, and says where it comes from',
    (_, { id: _id, ...values }) => {
      const { tiers, ...rest } = values;
      const stored = tiers ? { ...rest, tiers: tiers.map((tier) => ({ ...tier })) } : rest;
      expect(checkValues(commissionPlan, stored).ok).toBe(true);
      expect(missingFields(commissionPlan, stored)).toEqual([]);
      expect(lintTerms(values)).toEqual([]);
      expect(['practice', 'example']).toContain(values.confidence);
      expect(values.source).not.toBe('');
    },
  );

  it('share the whole', () => {
    for (const { shares } of sharePresets) {
      expect(compareToWhole(shares.map(({ portion }) => portion))).toEqual({ kind: 'whole' });
    }
  });
});

describe('a commission in words', () => {
  const progressive = presetPlans.find(({ id }) => id === 'plan-progressive');

  it('says how it comes about, line by line', () => {
    if (!progressive) throw new Error('no plan');
    const { lines } = computeCommission(
      { ...progressive, deductionFen: 500_000 },
      { technologyAmountFen: 315_000_000, receivedFen: 0 },
      warningRules.rows,
    );
    expect(lines.map((line) => explainText(line, zh))).toEqual([
      '基数：技术交易额',
      '≤ 1,000,000 部分 × 5%',
      '1,000,000 – 3,150,000 部分 × 4%',
      '已付抵扣',
    ]);
    expect(lines.map((line) => explainText(line, en))).toEqual([
      'Base: technology amount',
      'part ≤ 1,000,000 × 5%',
      'part 1,000,000 – 3,150,000 × 4%',
      'fees already paid',
    ]);
  });

  it('says its limits, and slabs', () => {
    const terms = { method: 'tiers', base: 'contractAmount', tierMode: 'slab' } as const;
    const { lines } = computeCommission(
      {
        ...terms,
        tiers: [{ upToFen: null, rateBp: 325 }],
        minimumFen: 5_000_000,
        capFen: 4_000_050,
      },
      { contractAmountFen: 100_000_000, receivedFen: 0 },
      warningRules.rows,
    );
    expect(lines.map((line) => explainText(line, zh))).toEqual([
      '基数：合同成交额',
      '全额 1,000,000 × 3.25%',
      '补足最低佣金 50,000',
      '超过封顶 40,000.50 的部分',
    ]);
  });

  it('says why nothing is due, and what to mind', () => {
    const percent = { method: 'percent', base: 'receivedAmount', rateBp: 1200 } as const;
    const none = computeCommission(percent, { receivedFen: 0 }, warningRules.rows);
    expect(none.whyNothing && whyNothingText(none.whyNothing, zh)).toContain('还没有到账');
    const blank = computeCommission(
      { method: 'percent', base: 'receivedAmount' },
      { receivedFen: 1 },
      warningRules.rows,
    );
    expect(blank.whyNothing && whyNothingText(blank.whyNothing, zh)).toBe('方案缺比例。');
    const high = computeCommission(
      percent,
      { contractAmountFen: 100, receivedFen: 100 },
      warningRules.rows,
    );
    expect(high.warnings.map((warning) => warningText(warning, zh))).toEqual([
      expect.stringContaining('财税〔2009〕29号'),
      expect.stringContaining('10%'),
    ]);
  });

  it('says terms in one line', () => {
    const texts = presetPlans.map((plan) => termsText(plan, zh));
    expect(texts).toEqual([
      '技术交易额，超额累进 ≤100万 5% · ≤500万 4% · ≤1000万 3% · 以上 2%',
      '到账金额 × 5%',
      '固定 20,000 元',
    ]);
    expect(termsText({ method: 'percent', minimumFen: 100 }, zh)).toBe(
      '未定基数 × （比例未填） · 最低 1 元',
    );
  });

  it('says every problem that terms can have, in both languages', () => {
    const tiers = [
      { upToFen: 100_000_000, rateBp: 500 },
      { upToFen: 50_000_000, rateBp: 400 },
    ];
    const problems = [
      ...lintTerms({ method: 'tiers', tiers }),
      ...lintTerms({ method: 'percent', base: 'contractAmount', rateBp: 10_001 }),
      ...lintTerms({ method: 'fixed', minimumFen: 2, capFen: 1 }),
      ...lintTerms({
        method: 'tiers',
        base: 'contractAmount',
        tierMode: 'slab',
        tiers: [
          { upToFen: 100_000_000, rateBp: 500 },
          { upToFen: null, rateBp: 400 },
        ],
      }),
      ...lintTerms({
        method: 'tiers',
        base: 'contractAmount',
        tierMode: 'slab',
        tiers: [
          { upToFen: null, rateBp: 500 },
          { upToFen: null, rateBp: 400 },
        ],
      }),
    ];
    expect(new Set(problems.map(({ type }) => type))).toEqual(
      new Set([
        'missing',
        'tiersNotAscending',
        'noOpenTier',
        'rateTooHigh',
        'capBelowMinimum',
        'cliff',
        'tierAfterOpen',
      ]),
    );
    for (const problem of problems) {
      expect(termsProblemText(problem, zh)).not.toBe('');
      expect(termsProblemText(problem, en)).not.toBe('');
    }
    const cliff = problems.find(({ type }) => type === 'cliff');
    expect(cliff && termsProblemText(cliff, zh)).toBe(
      '全额分档在 1,000,000 元处有落差：多成交一分钱，佣金少 10,000 元。',
    );
  });
});
