import type { Fields } from '../../entities/entity.ts';
import { defineEntity, type RecordOf } from '../../entities/entity.ts';
import { tags } from '../../entities/tags.ts';

/** How a commission is reckoned: the same fields in a plan and in what a deal took over from it. */
const termFields = {
  method: {
    kind: 'choice',
    options: {
      fixed: { zh: '固定金额', en: 'Fixed amount' },
      percent: { zh: '固定比例', en: 'Percentage' },
      tiers: { zh: '分档比例', en: 'Tiers' },
    },
    label: { zh: '计算方式', en: 'Method' },
    required: true,
    section: 'terms',
    listed: 110,
  },
  base: {
    kind: 'choice',
    options: {
      contractAmount: { zh: '合同成交额', en: 'Contract amount' },
      technologyAmount: { zh: '技术交易额', en: 'Technology amount' },
      receivedAmount: { zh: '到账金额', en: 'Amount received' },
    },
    label: { zh: '计费基数', en: 'Base' },
    section: 'terms',
    listed: 120,
  },
  fixedFen: {
    kind: 'money',
    label: { zh: '固定金额', en: 'Fixed amount' },
    section: 'terms',
  },
  rateBp: {
    kind: 'rate',
    label: { zh: '比例', en: 'Rate' },
    section: 'terms',
  },
  tierMode: {
    kind: 'choice',
    options: {
      progressive: { zh: '超额累进', en: 'Progressive' },
      slab: { zh: '全额', en: 'Whole amount' },
    },
    label: { zh: '分档方式', en: 'Tier mode' },
    help: {
      zh: '超额累进：各档只计本档部分；全额：整笔按所在档计',
      en: 'Progressive: each tier counts its own part; whole amount: the tier reached counts for all',
    },
    section: 'terms',
  },
  tiers: {
    kind: 'tiers',
    label: { zh: '分档', en: 'Tiers' },
    section: 'terms',
  },
  minimumFen: {
    kind: 'money',
    label: { zh: '最低佣金', en: 'Minimum' },
    section: 'terms',
  },
  capFen: {
    kind: 'money',
    label: { zh: '佣金封顶', en: 'Cap' },
    section: 'terms',
  },
} as const satisfies Fields;

/** A commission plan (佣金方案): editable presets, dated and sourced; market practice, no tariff. */
export const commissionPlan = defineEntity({
  name: 'commissionPlan',
  label: { zh: '佣金方案', en: 'Commission plan' },
  plural: { zh: '佣金方案', en: 'Commission plans' },
  title: 'name',
  sections: {
    plan: { zh: '方案', en: 'Plan' },
    terms: { zh: '计算', en: 'Terms' },
  },
  fields: {
    name: {
      kind: 'text',
      label: { zh: '方案名称', en: 'Name' },
      required: true,
      section: 'plan',
      searched: true,
      listed: 260,
      max: 80,
    },
    region: {
      kind: 'text',
      label: { zh: '适用地区', en: 'Region' },
      section: 'plan',
      max: 80,
    },
    validFrom: {
      kind: 'date',
      label: { zh: '生效日期', en: 'Valid from' },
      section: 'plan',
      listed: 110,
    },
    validTo: {
      kind: 'date',
      label: { zh: '失效日期', en: 'Valid to' },
      section: 'plan',
      listed: 110,
    },
    source: {
      kind: 'text',
      label: { zh: '依据', en: 'Source' },
      help: { zh: '机构规定、协议或行业惯例', en: 'House rule, agreement or practice' },
      section: 'plan',
      max: 200,
    },
    confidence: {
      kind: 'choice',
      options: {
        agreed: { zh: '已约定', en: 'Agreed' },
        practice: { zh: '行业惯例', en: 'Practice' },
        example: { zh: '示例', en: 'Example', tone: 'caution' },
      },
      label: { zh: '可信程度', en: 'Confidence' },
      section: 'plan',
      listed: 100,
    },
    tags: { ...tags, section: 'plan' },
    ...termFields,
  },
});
export type CommissionPlan = RecordOf<typeof commissionPlan>;

/**
 * A deal's commission (佣金): the terms as they were when the deal took them over. A later change of
 * the plan does not reach it unless somebody takes the new terms over.
 */
export const commission = defineEntity({
  name: 'commission',
  label: { zh: '佣金', en: 'Commission' },
  plural: { zh: '佣金', en: 'Commissions' },
  title: 'planName',
  partOf: { entity: 'deal', field: 'dealId' },
  sections: { terms: { zh: '计算', en: 'Terms' } },
  fields: {
    dealId: {
      kind: 'ref',
      entity: 'deal',
      label: { zh: '交易', en: 'Deal' },
      required: true,
    },
    planId: {
      kind: 'ref',
      entity: 'commissionPlan',
      label: { zh: '佣金方案', en: 'Commission plan' },
    },
    planName: {
      kind: 'text',
      label: { zh: '方案名称', en: 'Plan' },
      required: true,
      max: 80,
    },
    /** The plan's `rev` when its terms were taken over: which version this is. */
    planRev: {
      kind: 'text',
      label: { zh: '方案版本', en: 'Plan version' },
      max: 80,
    },
    takenOn: {
      kind: 'date',
      label: { zh: '采用日期', en: 'Taken over on' },
    },
    ...termFields,
    deductionFen: {
      kind: 'money',
      label: { zh: '已付抵扣', en: 'Deduction' },
      help: { zh: '已付的前期费用，从佣金中扣除', en: 'Fees already paid, taken off' },
      section: 'terms',
    },
    deductionNote: {
      kind: 'text',
      label: { zh: '抵扣说明', en: 'Deduction note' },
      section: 'terms',
      max: 200,
    },
  },
});
export type Commission = RecordOf<typeof commission>;

/** One beneficiary's part of a deal's commission (分成). */
export const share = defineEntity({
  name: 'share',
  label: { zh: '分成', en: 'Share' },
  plural: { zh: '分成', en: 'Shares' },
  title: 'beneficiary',
  partOf: { entity: 'deal', field: 'dealId' },
  sections: { share: { zh: '分成', en: 'Share' } },
  fields: {
    dealId: {
      kind: 'ref',
      entity: 'deal',
      label: { zh: '交易', en: 'Deal' },
      required: true,
    },
    position: {
      kind: 'integer',
      min: 0,
      max: 100_000,
      label: { zh: '次序', en: 'Position' },
      required: true,
    },
    beneficiary: {
      kind: 'text',
      label: { zh: '受益人', en: 'Beneficiary' },
      required: true,
      section: 'share',
      searched: true,
      max: 120,
    },
    role: {
      kind: 'choice',
      options: {
        leadBroker: { zh: '主办经纪人', en: 'Lead broker' },
        coBroker: { zh: '协办经纪人', en: 'Co-broker' },
        supplyReferrer: { zh: '供方推荐', en: 'Supply referrer' },
        demandReferrer: { zh: '需方推荐', en: 'Demand referrer' },
        institution: { zh: '机构', en: 'Institution' },
        platform: { zh: '平台', en: 'Platform' },
        teamPool: { zh: '团队奖金池', en: 'Team pool' },
      },
      label: { zh: '角色', en: 'Role' },
      required: true,
      section: 'share',
    },
    portion: {
      kind: 'portion',
      label: { zh: '比例', en: 'Portion' },
      help: { zh: '如 50%、33.33% 或 1/3', en: 'Such as 50%, 33.33% or 1/3' },
      required: true,
      section: 'share',
    },
    note: {
      kind: 'text',
      label: { zh: '说明', en: 'Note' },
      section: 'share',
      max: 200,
    },
  },
});
export type Share = RecordOf<typeof share>;
