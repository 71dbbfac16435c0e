import { defineEntity, type RecordOf } from '../../entities/entity.ts';

/** Whose part a record is. All parts name the achievement itself, so that they go when it goes. */
const ofAchievement = {
  kind: 'ref',
  entity: 'achievement',
  label: { zh: '成果', en: 'Achievement' },
  required: true,
} as const;

const ofEvaluation = {
  kind: 'ref',
  entity: 'evaluation',
  label: { zh: '评价', en: 'Evaluation' },
  required: true,
} as const;

const position = {
  kind: 'integer',
  min: 0,
  max: 1_000_000,
  label: { zh: '次序', en: 'Position' },
  required: true,
  hidden: true,
} as const;

const partOf = { entity: 'achievement', field: 'achievementId' } as const;

/** What shows that a readiness level was reached (就绪度证据). Which levels it proves: `trl.ts`. */
export const trlEvidence = defineEntity({
  name: 'trlEvidence',
  label: { zh: '就绪度证据', en: 'Readiness evidence' },
  plural: { zh: '就绪度证据', en: 'Readiness evidence' },
  title: 'title',
  partOf,
  sections: {},
  fields: {
    achievementId: ofAchievement,
    level: {
      kind: 'integer',
      min: 1,
      max: 9,
      label: { zh: '证明到第几级', en: 'Level it shows' },
      required: true,
      outward: true,
    },
    kind: {
      kind: 'choice',
      options: {
        paper: { zh: '论文或研究报告', en: 'Paper or report' },
        scheme: { zh: '技术方案', en: 'Technical scheme' },
        test: { zh: '试验记录', en: 'Test record' },
        simulation: { zh: '仿真或台架报告', en: 'Simulation or bench report' },
        sample: { zh: '样品或样机', en: 'Sample or prototype' },
        trial: { zh: '用户试用报告', en: 'User trial' },
        thirdParty: { zh: '第三方检测', en: 'Third-party test' },
        approval: { zh: '许可或认证', en: 'Approval or certificate' },
        sales: { zh: '批量生产或销售凭证', en: 'Production or sales record' },
        other: { zh: '其他', en: 'Other' },
      },
      label: { zh: '证据类型', en: 'Kind of evidence' },
      required: true,
      outward: true,
    },
    title: {
      kind: 'text',
      label: { zh: '证据名称', en: 'Title' },
      required: true,
      searched: true,
      max: 200,
    },
    issuedOn: { kind: 'date', label: { zh: '形成日期', en: 'Dated' }, outward: true },
    issuedBy: { kind: 'text', label: { zh: '出具方', en: 'Issued by' }, max: 120 },
    source: {
      kind: 'text',
      label: { zh: '存放处', en: 'Where it is' },
      help: {
        zh: '附件、专利或论文的名称',
        en: 'The attachment, IP right or paper, by name',
      },
      max: 200,
    },
    note: { kind: 'note', label: { zh: '备注', en: 'Note' }, max: 2_000 },
  },
});
export type TrlEvidence = RecordOf<typeof trlEvidence>;

/** An evaluation of an achievement by an indicator sheet (科技成果评估, GB/T 44731-2024). */
export const evaluation = defineEntity({
  name: 'evaluation',
  label: { zh: '评价', en: 'Evaluation' },
  plural: { zh: '评价', en: 'Evaluations' },
  title: 'title',
  partOf,
  sections: {},
  fields: {
    achievementId: ofAchievement,
    title: {
      kind: 'text',
      label: { zh: '评价名称', en: 'Name' },
      required: true,
      searched: true,
      max: 120,
    },
    purpose: {
      kind: 'choice',
      options: {
        transfer: { zh: '转化交易', en: 'Transfer' },
        acceptance: { zh: '结题验收', en: 'Acceptance of a project' },
        award: { zh: '奖励推荐', en: 'Award' },
        registration: { zh: '成果登记', en: 'Registration' },
      },
      label: { zh: '评价目的', en: 'Purpose' },
      required: true,
      outward: true,
    },
    method: {
      kind: 'choice',
      options: {
        meeting: { zh: '会议评价', en: 'Meeting' },
        letter: { zh: '通讯评价', en: 'By letter' },
        site: { zh: '现场评价', en: 'On site' },
        desk: { zh: '自行评估', en: 'By this desk' },
      },
      label: { zh: '评价形式', en: 'Form' },
      outward: true,
    },
    standard: {
      kind: 'text',
      label: { zh: '依据标准', en: 'Standard' },
      outward: true,
      max: 120,
    },
    organiser: { kind: 'text', label: { zh: '组织单位', en: 'Organised by' }, max: 120 },
    heldOn: { kind: 'date', label: { zh: '评价日期', en: 'Held on' }, outward: true },
    conclusion: { kind: 'note', label: { zh: '评价结论', en: 'Conclusion' }, max: 10_000 },
    /** Which example the weights began with; what they are now says the sheet itself. */
    weightsFrom: {
      kind: 'text',
      label: { zh: '权重来源', en: 'Weights from' },
      outward: true,
      max: 200,
    },
  },
});
export type Evaluation = RecordOf<typeof evaluation>;
export type Purpose = Evaluation['purpose'];

/** One indicator of a sheet with its weight; the weights of a sheet make 100 %. */
export const evaluationIndicator = defineEntity({
  name: 'evaluationIndicator',
  label: { zh: '评价指标', en: 'Indicator of an evaluation' },
  plural: { zh: '评价指标', en: 'Indicators of an evaluation' },
  title: 'name',
  partOf,
  sections: {},
  fields: {
    achievementId: ofAchievement,
    evaluationId: ofEvaluation,
    position,
    value: {
      kind: 'choice',
      options: {
        scientific: { zh: '科学价值', en: 'Scientific value' },
        technical: { zh: '技术价值', en: 'Technical value' },
        economic: { zh: '经济价值', en: 'Economic value' },
        social: { zh: '社会和文化价值', en: 'Social and cultural value' },
        transfer: { zh: '转化推广潜力', en: 'Potential for transfer' },
      },
      label: { zh: '一级指标', en: 'Value' },
      required: true,
    },
    name: { kind: 'text', label: { zh: '指标', en: 'Indicator' }, required: true, max: 80 },
    weightBp: { kind: 'rate', label: { zh: '权重', en: 'Weight' }, required: true },
  },
});
export type EvaluationIndicator = RecordOf<typeof evaluationIndicator>;
export type EvaluatedValue = EvaluationIndicator['value'];

/** Who scores. One with a declared conflict of interest is not counted. */
export const evaluator = defineEntity({
  name: 'evaluator',
  label: { zh: '评价人', en: 'Evaluator' },
  plural: { zh: '评价人', en: 'Evaluators' },
  title: 'name',
  partOf,
  sections: {},
  fields: {
    achievementId: ofAchievement,
    evaluationId: ofEvaluation,
    position,
    name: {
      kind: 'text',
      label: { zh: '姓名', en: 'Name' },
      required: true,
      personal: true,
      max: 60,
    },
    unit: { kind: 'text', label: { zh: '单位', en: 'Unit' }, max: 120 },
    conflict: {
      kind: 'choice',
      options: {
        none: { zh: '声明无利益冲突', en: 'Declared none', tone: 'good' },
        has: { zh: '声明有利益冲突', en: 'Declared one', tone: 'alarm' },
      },
      label: { zh: '利益冲突', en: 'Conflict of interest' },
      help: { zh: '不填即尚未声明', en: 'Blank: not declared yet' },
      outward: true,
    },
    conflictNote: { kind: 'text', label: { zh: '冲突说明', en: 'What it is' }, max: 300 },
    confirmedOn: { kind: 'date', label: { zh: '确认日期', en: 'Confirmed on' }, outward: true },
  },
});
export type Evaluator = RecordOf<typeof evaluator>;

/** What one evaluator gives for one indicator. */
export const evaluationScore = defineEntity({
  name: 'evaluationScore',
  label: { zh: '评分', en: 'Score' },
  plural: { zh: '评分', en: 'Scores' },
  title: 'indicator',
  partOf,
  sections: {},
  fields: {
    achievementId: ofAchievement,
    evaluationId: ofEvaluation,
    indicatorId: {
      kind: 'ref',
      entity: 'evaluationIndicator',
      label: { zh: '评价指标', en: 'Indicator' },
      required: true,
    },
    evaluatorId: {
      kind: 'ref',
      entity: 'evaluator',
      label: { zh: '评价人', en: 'Evaluator' },
      required: true,
    },
    /** What the indicator was called then: for the history alone. */
    indicator: { kind: 'text', label: { zh: '指标名称', en: 'Its name' }, outward: true, max: 80 },
    score: {
      kind: 'integer',
      min: 0,
      max: 100,
      label: { zh: '得分', en: 'Score' },
      required: true,
    },
    note: { kind: 'text', label: { zh: '理由', en: 'Reason' }, max: 500 },
  },
});
export type EvaluationScore = RecordOf<typeof evaluationScore>;
