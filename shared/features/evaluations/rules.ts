import type { Bilingual } from '../../core/language.ts';
import { defineRules, type RowOf } from '../../rules/index.ts';
import { achievement } from '../achievements/index.ts';
import { type EvaluatedValue, evaluation } from './entity.ts';
import { valuation } from './valuation-entity.ts';

const part = { zh: '评价与估值', en: 'Evaluation' } as const;

const national = { region: 'CN', validTo: null } as const;
/** What this desk agreed with itself. */
const house = {
  ...national,
  validFrom: '2024-01-01',
  source: '本台约定',
  confidence: 'example',
} as const;

const level = (zh: string, en: string) =>
  ({ kind: 'integer', min: 0, max: 9, label: { zh, en }, required: true }) as const;

const trl = {
  ...national,
  validFrom: '2022-10-12',
  source: 'GB/T 22900-2022',
  confidence: 'check',
} as const;

/**
 * In the laboratory (up to 4) evidence of a level shows those below it; from 5 on a sample shows
 * that the laboratory's work was done, but what was tried in one environment says nothing of
 * another: each of these levels asks for evidence of its own.
 */
export const trlRules = defineRules({
  name: 'trlLevels',
  part,
  label: { zh: '就绪度证据的推定', en: 'What readiness evidence shows' },
  note: {
    zh: '某一级的证据可以推定到哪一级；0 表示只证明自己。',
    en: 'Up to which level evidence of a level shows earlier ones too; 0 for none.',
  },
  fields: {
    level: level('级别', 'Level'),
    carries: level('推定到', 'Shows up to'),
  },
  slot: ['level'],
  rows: [0, 1, 2, 3, 4, 4, 4, 4, 4].map((carries, below) => ({
    key: `level-${below + 1}`,
    ...trl,
    level: below + 1,
    carries,
  })),
});
export type TrlRow = RowOf<typeof trlRules>;

/** The nine levels in our own words: what each means, and the evidence that it asks for. */
export const trlWords: readonly {
  readonly tag: Bilingual;
  readonly meaning: Bilingual;
  readonly asks: Bilingual;
}[] = [
  {
    tag: { zh: '报告级', en: 'Report' },
    meaning: { zh: '观察到基本原理', en: 'Basic principle observed' },
    asks: { zh: '论文、研究报告', en: 'Paper or research report' },
  },
  {
    tag: { zh: '方案级', en: 'Scheme' },
    meaning: { zh: '形成应用设想和技术方案', en: 'Concept of its use, with a technical scheme' },
    asks: { zh: '技术方案、可行性分析', en: 'Technical scheme, feasibility study' },
  },
  {
    tag: { zh: '功能级', en: 'Function' },
    meaning: { zh: '关键功能经分析或试验得到验证', en: 'Key function shown by analysis or test' },
    asks: { zh: '关键功能试验记录', en: 'Test record of the key function' },
  },
  {
    tag: { zh: '仿真级', en: 'Simulation' },
    meaning: { zh: '各部件在实验室中协同工作', en: 'Components work together in the laboratory' },
    asks: { zh: '仿真或台架试验报告', en: 'Simulation or bench report' },
  },
  {
    tag: { zh: '初样级', en: 'First sample' },
    meaning: {
      zh: '初样在相关环境中得到验证',
      en: 'First sample validated in a relevant environment',
    },
    asks: { zh: '初样和试验报告', en: 'First sample with its test report' },
  },
  {
    tag: { zh: '正样级', en: 'Prototype' },
    meaning: { zh: '正样在模拟使用环境中得到验证', en: 'Prototype shown in simulated use' },
    asks: { zh: '正样试验报告、小试报告', en: 'Report on the prototype, small-scale test' },
  },
  {
    tag: { zh: '环境级', en: 'Real use' },
    meaning: { zh: '样机在实际使用环境中得到验证', en: 'Prototype shown in real use' },
    asks: { zh: '用户试用报告', en: 'Report of a user trial' },
  },
  {
    tag: { zh: '产品级', en: 'Product' },
    meaning: { zh: '产品定型并通过鉴定或认证', en: 'Final product or process qualified' },
    asks: { zh: '第三方检测报告、许可或认证', en: 'Third-party test, approvals' },
  },
  {
    tag: { zh: '系统级', en: 'System' },
    meaning: { zh: '实际运行中多次得到证明', en: 'Proven in repeated real operation' },
    asks: { zh: '批量生产、销售或运行凭证', en: 'Records of production, sales or operation' },
  },
];

/** The levels that go with a stage of the achievement's own field (初期 1–3, 中期 4–6, 成熟应用 7–9). */
export const stageRules = defineRules({
  name: 'trlStages',
  part,
  label: { zh: '所处阶段与就绪度', en: 'Stages and readiness' },
  note: {
    zh: '所处阶段对应的就绪度级别；不在其中的会提示不符。',
    en: 'The levels that go with a stage; others are pointed out.',
  },
  fields: {
    maturity: { ...achievement.fields.maturity, required: true },
    from: level('最低级别', 'From level'),
    to: level('最高级别', 'To level'),
  },
  slot: ['maturity'],
  rows: [
    { key: 'research', ...house, maturity: 'research', from: 1, to: 3 },
    // The registration form has samples in the early stage and in the middle one.
    { key: 'sample', ...house, maturity: 'sample', from: 1, to: 6 },
    { key: 'laboratory', ...house, maturity: 'laboratory', from: 1, to: 3 },
    { key: 'pilot', ...house, maturity: 'pilot', from: 4, to: 6 },
    { key: 'production', ...house, maturity: 'production', from: 7, to: 9 },
  ],
});
export type StageRow = RowOf<typeof stageRules>;

/** Level-1 indicators in the order of the standard. */
export const evaluatedValues = [
  'scientific',
  'technical',
  'economic',
  'social',
  'transfer',
] as const satisfies readonly EvaluatedValue[];

/** The standard the sheet follows, as it is named in records. */
export const SHEET_STANDARD = 'GB/T 44731-2024 科技成果评估规范';

const weight = (zh: string, en: string) =>
  ({ kind: 'rate', label: { zh, en }, required: true }) as const;

const preset = <
  C extends keyof typeof achievement.fields.category.options,
  P extends keyof typeof evaluation.fields.purpose.options,
>(
  category: C,
  purpose: P,
  [scientific, technical, economic, social, transfer]: readonly [
    number,
    number,
    number,
    number,
    number,
  ],
) => ({
  key: `${category}-${purpose}`,
  ...house,
  source: `${SHEET_STANDARD}的一级指标，权重为本台示例`,
  category,
  purpose,
  scientific,
  technical,
  economic,
  social,
  transfer,
});

/** The standard asks for weights by type and purpose and leaves the figures to the evaluation. */
export const presetRules = defineRules({
  name: 'evaluationWeights',
  part,
  label: { zh: '评价指标的示例权重', en: 'Example weights of an evaluation' },
  note: {
    zh: '新建评价时按成果类别和评价目的带入；合计不是 100% 的按比例调整。',
    en: 'A new evaluation begins with those for its category and purpose, scaled to 100 %.',
  },
  fields: {
    category: { ...achievement.fields.category, required: true },
    purpose: evaluation.fields.purpose,
    scientific: weight('科学价值', 'Scientific value'),
    technical: weight('技术价值', 'Technical value'),
    economic: weight('经济价值', 'Economic value'),
    social: weight('社会和文化价值', 'Social and cultural value'),
    transfer: weight('转化推广潜力', 'Potential for transfer'),
  },
  slot: ['category', 'purpose'],
  rows: [
    preset('applied', 'transfer', [500, 3000, 2500, 1000, 3000]),
    preset('applied', 'acceptance', [1500, 4000, 1500, 1500, 1500]),
    preset('applied', 'award', [1500, 3500, 2500, 1500, 1000]),
    preset('applied', 'registration', [1000, 4000, 2000, 1500, 1500]),
    preset('basic', 'transfer', [4000, 2500, 1000, 500, 2000]),
    preset('basic', 'acceptance', [6000, 2000, 500, 1000, 500]),
    preset('basic', 'award', [6500, 2000, 500, 1000, 0]),
    preset('basic', 'registration', [6000, 2000, 500, 1000, 500]),
    preset('soft', 'transfer', [2000, 1000, 1500, 3000, 2500]),
    preset('soft', 'acceptance', [3000, 1000, 1000, 4000, 1000]),
    preset('soft', 'award', [3000, 1000, 1500, 4000, 500]),
    preset('soft', 'registration', [3000, 1000, 1000, 4000, 1000]),
  ],
});
export type PresetRow = RowOf<typeof presetRules>;

/** Examples of level-2 indicators; the standard names the first level only. */
export const exampleIndicators: Readonly<Record<EvaluatedValue, readonly Bilingual[]>> = {
  scientific: [
    { zh: '原创性', en: 'Originality' },
    { zh: '学术影响', en: 'Academic influence' },
  ],
  technical: [
    { zh: '先进性', en: 'How advanced it is' },
    { zh: '成熟度', en: 'Maturity' },
    { zh: '权利稳定性', en: 'Strength of its rights' },
  ],
  economic: [
    { zh: '市场前景', en: 'Market' },
    { zh: '投入产出', en: 'Yield on investment' },
  ],
  social: [
    { zh: '社会效益', en: 'Benefit to society' },
    { zh: '文化影响', en: 'Cultural influence' },
  ],
  transfer: [
    { zh: '实施条件', en: 'What its use takes' },
    { zh: '推广范围', en: 'Where it can be used' },
  ],
};

/** From how many evaluators, and how far apart at most, a result deserves how much confidence. */
export const confidenceRules = defineRules({
  name: 'evaluationConfidence',
  part,
  label: { zh: '评价结果的可信程度', en: 'Confidence in an evaluation' },
  note: {
    zh: '计入的评价人够多、总分相差够小时才达到；都达不到的为低。',
    en: 'Asked of a result to deserve it; low where it meets neither.',
  },
  fields: {
    trust: {
      kind: 'choice',
      options: {
        high: { zh: '高', en: 'High' },
        medium: { zh: '中', en: 'Medium' },
      },
      label: { zh: '可信程度', en: 'Confidence' },
      required: true,
    },
    evaluatorsAtLeast: {
      kind: 'integer',
      min: 1,
      max: 99,
      label: { zh: '评价人至少', en: 'Evaluators, at least' },
      required: true,
    },
    /** Between the highest and the lowest total. */
    spreadAtMost: {
      kind: 'integer',
      min: 0,
      max: 100,
      label: { zh: '总分相差至多', en: 'Points apart, at most' },
      required: true,
    },
  },
  slot: ['trust'],
  rows: [
    { key: 'high', ...house, trust: 'high', evaluatorsAtLeast: 5, spreadAtMost: 10 },
    { key: 'medium', ...house, trust: 'medium', evaluatorsAtLeast: 3, spreadAtMost: 20 },
  ],
});
export type ConfidenceRow = RowOf<typeof confidenceRules>;

const thumb = { ...house, validFrom: '2000-01-01' } as const;

/** 25–33 %: a rule of thumb of licensing practice, no rule of law. */
export const shareRules = defineRules({
  name: 'profitShares',
  part,
  label: { zh: '常见利润分成率', en: 'Usual shares of the profit' },
  note: {
    zh: '收益法里可一键取用的分成率，是许可实务的经验值。',
    en: 'Shares offered for the income method: rules of thumb of licensing.',
  },
  fields: {
    shareBp: { ...weight('分成率', 'Share'), listed: 90 },
  },
  slot: ['shareBp'],
  rows: [
    {
      key: 'quarter',
      ...thumb,
      shareBp: 2500,
      source: '利润分成经验值“四分之一”（许可实务）',
    },
    { key: 'third', ...thumb, shareBp: 3300, source: '利润分成经验值“三分之一”（许可实务）' },
  ],
});

/** How far an input is moved either way to see what hangs on it. */
export const sensitivityRules = defineRules({
  name: 'valuationSensitivity',
  part,
  label: { zh: '估值参数的变动幅度', en: 'How far inputs of a price aid move' },
  note: {
    zh: '比率按百分点加减，金额按比例加减，看结果差多少。',
    en: 'Rates are moved by points, amounts by a part, to see what hangs on them.',
  },
  fields: {
    method: valuation.fields.method,
    lever: {
      kind: 'choice',
      options: {
        amounts: { zh: '各行金额', en: 'Amounts of all lines' },
        returnBp: { zh: '合理回报率', en: 'Return' },
        depreciationBp: { zh: '贬值率', en: 'Depreciation' },
        shareBp: { zh: '分成率或提成率', en: 'Share or royalty rate' },
        discountBp: { zh: '折现率', en: 'Discount rate' },
      },
      label: { zh: '参数', en: 'Input' },
      required: true,
    },
    byBp: weight('变动幅度', 'Moved by'),
  },
  slot: ['method', 'lever'],
  rows: [
    { key: 'cost-return', ...house, method: 'cost', lever: 'returnBp', byBp: 500 },
    { key: 'cost-depreciation', ...house, method: 'cost', lever: 'depreciationBp', byBp: 500 },
    { key: 'market-amounts', ...house, method: 'market', lever: 'amounts', byBp: 1000 },
    { key: 'income-amounts', ...house, method: 'income', lever: 'amounts', byBp: 1000 },
    { key: 'income-share', ...house, method: 'income', lever: 'shareBp', byBp: 500 },
    { key: 'income-discount', ...house, method: 'income', lever: 'discountBp', byBp: 200 },
    { key: 'royalty-amounts', ...house, method: 'royalty', lever: 'amounts', byBp: 1000 },
    { key: 'royalty-share', ...house, method: 'royalty', lever: 'shareBp', byBp: 100 },
  ],
});
export type SensitivityRow = RowOf<typeof sensitivityRules>;

/** Appraisals are for appraisal firms and their appraisers: 资产评估法, in force 2016-12-01. */
export const APPRAISAL_SOURCE = '资产评估法';
