import { defineRules, type RowOf } from '../../rules/index.ts';

const part = { zh: '成果关联与汇交', en: 'Links and deposits' } as const;
const open = { region: 'CN', validTo: null } as const;

/** By when what a project made is to be deposited where its contract says nothing else. */
export const deadlineRules = defineRules({
  name: 'depositDeadlines',
  part,
  label: { zh: '汇交期限', en: 'Deposit deadlines' },
  note: {
    zh: '项目没有填汇交期限时，从验收日推算；没有验收日的，从任务书截止日推算。',
    en: 'Where a project has no deadline of its own: from its acceptance, or else from its end.',
  },
  fields: {
    from: {
      kind: 'choice',
      options: {
        acceptedOn: { zh: '验收日期', en: 'Its acceptance' },
        endedOn: { zh: '截止日期', en: 'Its end' },
      },
      label: { zh: '起算日', en: 'Counted from' },
      required: true,
    },
    months: {
      kind: 'integer',
      min: 0,
      max: 60,
      label: { zh: '月数', en: 'Months' },
      required: true,
    },
  },
  slot: ['from'],
  rows: [
    {
      ...open,
      key: 'accepted',
      from: 'acceptedOn',
      months: 3,
      validFrom: '2015-10-01',
      source: '促进科技成果转化法第十一条；月数为常见做法，以任务书为准',
      confidence: 'example',
    },
    {
      ...open,
      key: 'ended',
      from: 'endedOn',
      months: 6,
      validFrom: '2017-06-22',
      source: '国家重点研发计划管理暂行办法（国科发资〔2017〕152号）：任务书到期后六个月内验收',
      confidence: 'check',
    },
  ],
});
export type DeadlineRow = RowOf<typeof deadlineRules>;

export const reviewRules = defineRules({
  name: 'standardReviews',
  part,
  label: { zh: '标准复审周期', en: 'Review of standards' },
  note: {
    zh: '现行标准自实施或上次复审起，不迟于这一年限复审。',
    en: 'A standard in force is reviewed within so many years of its beginning or last review.',
  },
  fields: {
    years: { kind: 'integer', min: 1, max: 20, label: { zh: '年数', en: 'Years' }, required: true },
  },
  slot: [],
  rows: [
    {
      ...open,
      key: 'review',
      years: 5,
      validFrom: '2018-01-01',
      source: '标准化法第二十九条：复审周期一般不超过五年',
      confidence: 'check',
    },
  ],
});
export type ReviewRow = RowOf<typeof reviewRules>;

/** 国办发〔2016〕28号 任务 4: achievements, reports, papers, patents and standards are to be linked. */
const linking = {
  ...open,
  validFrom: '2016-04-21',
  source: '国办发〔2016〕28号 任务 4（成果、报告、文献、专利、标准的关联）',
  confidence: 'check',
} as const;
const novelty = {
  ...open,
  validFrom: '2009-10-01',
  source: '专利法第二十二条、第二十四条',
  confidence: 'sure',
} as const;
const depositing = {
  ...open,
  validFrom: '2015-10-01',
  source: '促进科技成果转化法第十一条',
  confidence: 'sure',
} as const;

/** What a link that is not there is measured against. */
export const gapRules = defineRules({
  name: 'missingLinks',
  part,
  label: { zh: '缺失关联的核对', en: 'Missing links' },
  note: {
    zh: '“缺失关联”按这些规则核对成果和产出；不需要的可以停用。',
    en: 'What “Missing links” looks for at achievements and outputs; a rule can be taken out.',
  },
  fields: {
    gap: {
      kind: 'choice',
      options: {
        noProject: { zh: '受资助的成果没有关联项目', en: 'Funded achievement without a project' },
        projectNoReport: { zh: '项目没有科技报告', en: 'Project without a report' },
        paperBeforeFiling: { zh: '论文早于专利申请', en: 'Paper before the filing' },
        paperNoPatent: { zh: '有论文、没有专利', en: 'Paper without a patent' },
        noveltyUnknown: { zh: '论文与专利的先后不明', en: 'Paper or patent first: not known' },
        patentsNotLinked: { zh: '专利号没有关联知识产权', en: 'Patent number without an IP right' },
        matureNoStandard: {
          zh: '成熟成果没有标准',
          en: 'Mature achievement without a standard',
        },
        awardUnregistered: { zh: '获奖成果没有登记', en: 'Awarded achievement not registered' },
        standardAlone: { zh: '标准没有关联成果', en: 'Standard without an achievement' },
        alone: { zh: '产出没有着落', en: 'Output that belongs to nothing' },
        noKind: { zh: '产出没有定类型', en: 'Output without a kind' },
        projectNoSource: { zh: '项目没有计划来源', en: 'Project without a plan' },
      },
      label: { zh: '核对什么', en: 'What is missing' },
      required: true,
    },
    trl: {
      kind: 'integer',
      min: 1,
      max: 9,
      label: { zh: '自 TRL', en: 'From TRL' },
    },
  },
  slot: ['gap'],
  rows: [
    { ...depositing, key: 'noProject', gap: 'noProject' },
    { ...depositing, key: 'projectNoReport', gap: 'projectNoReport' },
    { ...novelty, key: 'paperBeforeFiling', gap: 'paperBeforeFiling' },
    { ...novelty, key: 'paperNoPatent', gap: 'paperNoPatent' },
    { ...novelty, key: 'noveltyUnknown', gap: 'noveltyUnknown' },
    { ...linking, key: 'patentsNotLinked', gap: 'patentsNotLinked' },
    {
      ...linking,
      key: 'matureNoStandard',
      gap: 'matureNoStandard',
      trl: 7,
      source: '国办发〔2016〕28号 任务 4（成果转化为技术标准试点）；TRL 7 为经验值',
      confidence: 'example',
    },
    {
      ...open,
      key: 'awardUnregistered',
      gap: 'awardUnregistered',
      validFrom: '2001-01-01',
      source: '科技成果登记办法（国科发计字〔2000〕542号）；多数科技奖励以登记为申报条件',
      confidence: 'check',
    },
    { ...linking, key: 'standardAlone', gap: 'standardAlone' },
    { ...linking, key: 'alone', gap: 'alone' },
    { ...linking, key: 'noKind', gap: 'noKind' },
    { ...depositing, key: 'projectNoSource', gap: 'projectNoSource' },
  ],
});
export type GapRow = RowOf<typeof gapRules>;
export type GapType = GapRow['gap'];

/** In the order of the report, each with the kind of record that lacks it. */
export const GAPS = {
  noProject: 'achievement',
  projectNoReport: 'outcome',
  paperBeforeFiling: 'achievement',
  paperNoPatent: 'achievement',
  noveltyUnknown: 'achievement',
  patentsNotLinked: 'achievement',
  matureNoStandard: 'achievement',
  awardUnregistered: 'achievement',
  standardAlone: 'outcome',
  alone: 'outcome',
  noKind: 'outcome',
  projectNoSource: 'outcome',
} as const satisfies Readonly<Record<GapType, 'achievement' | 'outcome'>>;

// The keys of the object are what its type says.
export const GAP_TYPES = Object.keys(GAPS) as readonly GapType[];
