import { defineEntity, type RecordOf } from '../../entities/entity.ts';

const ofAchievement = {
  kind: 'ref',
  entity: 'achievement',
  label: { zh: '成果', en: 'Achievement' },
  required: true,
} as const;

const partOf = { entity: 'achievement', field: 'achievementId' } as const;

/**
 * A price aid (估值参考) with all that it was reckoned from. It is no appraisal: 资产评估法 leaves
 * those to appraisal firms. What follows from it is reckoned in `valuation.ts`.
 */
export const valuation = defineEntity({
  name: 'valuation',
  label: { zh: '估值', en: 'Valuation' },
  plural: { zh: '估值', en: 'Valuations' },
  title: 'title',
  partOf,
  sections: {},
  fields: {
    achievementId: ofAchievement,
    title: {
      kind: 'text',
      label: { zh: '估值名称', en: 'Name' },
      required: true,
      level: 'tradeSecret',
      searched: true,
      max: 120,
    },
    method: {
      kind: 'choice',
      options: {
        cost: { zh: '成本法', en: 'Cost' },
        market: { zh: '市场法', en: 'Market' },
        income: { zh: '收益法', en: 'Income' },
        royalty: { zh: '提成费', en: 'Royalty' },
      },
      label: { zh: '方法', en: 'Method' },
      required: true,
      outward: true,
    },
    asOf: {
      kind: 'date',
      label: { zh: '估值基准日', en: 'As of' },
      required: true,
      outward: true,
    },
    returnBp: {
      kind: 'rate',
      label: { zh: '合理回报率', en: 'Return' },
      help: { zh: '按研发投入计', en: 'On what was spent' },
      level: 'tradeSecret',
    },
    depreciationBp: {
      kind: 'rate',
      label: { zh: '贬值率', en: 'Depreciation' },
      help: {
        zh: '功能性和经济性贬值；没有就填 0%',
        en: 'Functional and economic; 0% where there is none',
      },
      level: 'tradeSecret',
    },
    shareBp: {
      kind: 'rate',
      label: { zh: '分成率或提成率', en: 'Share or royalty rate' },
      help: {
        zh: '收益法填利润分成率，提成费填提成率',
        en: 'Of the profit for income, of the base for royalties',
      },
      level: 'tradeSecret',
    },
    shareSource: {
      kind: 'text',
      label: { zh: '分成率依据', en: 'Basis of the share' },
      level: 'tradeSecret',
      max: 200,
    },
    discountBp: {
      kind: 'rate',
      label: { zh: '折现率', en: 'Discount rate' },
      help: { zh: '提成费不填即不折现', en: 'Of royalties: blank, not discounted' },
      level: 'tradeSecret',
    },
    entryFen: {
      kind: 'money',
      label: { zh: '入门费', en: 'Entry fee' },
      help: { zh: '签约时一次付清的部分', en: 'Paid once when signing' },
      level: 'tradeSecret',
    },
    note: { kind: 'note', label: { zh: '说明', en: 'Note' }, level: 'tradeSecret', max: 5_000 },
  },
});
export type Valuation = RecordOf<typeof valuation>;
export type ValuationMethod = Valuation['method'];

/** One line that a valuation is reckoned from. What its amount is follows from the method. */
export const valuationRow = defineEntity({
  name: 'valuationRow',
  label: { zh: '估值明细', en: 'Line of a valuation' },
  plural: { zh: '估值明细', en: 'Lines of a valuation' },
  title: 'name',
  partOf,
  sections: {},
  fields: {
    achievementId: ofAchievement,
    valuationId: {
      kind: 'ref',
      entity: 'valuation',
      label: { zh: '估值', en: 'Valuation' },
      required: true,
    },
    position: {
      kind: 'integer',
      min: 0,
      max: 1_000_000,
      label: { zh: '次序', en: 'Position' },
      required: true,
      hidden: true,
    },
    role: {
      kind: 'choice',
      options: {
        spent: { zh: '研发投入', en: 'Spent on research' },
        depreciation: { zh: '贬值额', en: 'Depreciation' },
        comparable: { zh: '可比案例', en: 'Comparable' },
        income: { zh: '逐年预测', en: 'Forecast of a year' },
      },
      label: { zh: '性质', en: 'What it is' },
      required: true,
      outward: true,
    },
    name: {
      kind: 'text',
      label: { zh: '年份或名称', en: 'Year or name' },
      required: true,
      level: 'tradeSecret',
      max: 120,
    },
    on: { kind: 'date', label: { zh: '成交日期', en: 'Sold on' }, outward: true },
    amountFen: {
      kind: 'money',
      label: { zh: '金额', en: 'Amount' },
      required: true,
      level: 'tradeSecret',
    },
    adjustPercent: {
      kind: 'integer',
      min: -90,
      max: 900,
      label: { zh: '调整（%）', en: 'Adjustment, %' },
      level: 'tradeSecret',
    },
    similarityBp: {
      kind: 'rate',
      label: { zh: '相似度', en: 'Similarity' },
      level: 'tradeSecret',
    },
  },
});
export type ValuationRow = RecordOf<typeof valuationRow>;
export type RowRole = ValuationRow['role'];
