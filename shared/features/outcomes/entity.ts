import { defineEntity, type Fields, type RecordOf } from '../../entities/entity.ts';
import { tags } from '../../entities/tags.ts';
import { fundingSources } from '../../lists/funding-sources.ts';
import { secrecyLevels } from '../../lists/secrecy.ts';

/** What is asked of each kind; the number is a DOI, a standard number, or what its issuer gave. */
const basicFields = {
  title: {
    kind: 'text',
    label: { zh: '题名', en: 'Title' },
    required: true,
    section: 'basics',
    searched: true,
    listed: 260,
    max: 300,
    headers: [
      '论文题目',
      '论文名称',
      '论文题名',
      '篇名',
      '标准名称',
      '报告名称',
      '科技报告名称',
      '奖项名称',
      '获奖项目名称',
      '项目名称',
      '课题名称',
      '数据集名称',
      'Title',
    ],
  },
  kind: {
    kind: 'choice',
    options: {
      project: { zh: '项目', en: 'Project', tone: 'notice', aliases: ['课题', '科研项目'] },
      report: { zh: '科技报告', en: 'Report', aliases: ['报告', '研究报告', '技术报告'] },
      paper: {
        zh: '论文',
        en: 'Paper',
        aliases: ['期刊论文', '会议论文', '学位论文', '专著', '文献'],
      },
      standard: {
        zh: '标准',
        en: 'Standard',
        tone: 'good',
        aliases: ['国家标准', '行业标准', '地方标准', '团体标准', '企业标准', '技术标准'],
      },
      award: { zh: '奖励', en: 'Award', tone: 'good', aliases: ['获奖', '科技奖励', '奖项'] },
      dataset: { zh: '数据集', en: 'Data set', aliases: ['科学数据'] },
    },
    label: { zh: '类型', en: 'Kind' },
    section: 'basics',
    searched: true,
    listed: 76,
    headers: ['产出类型', '类别', '文献类型'],
  },
  number: {
    kind: 'text',
    format: 'outcomeNumber',
    label: { zh: '号码', en: 'Number' },
    help: {
      zh: 'DOI、标准号、科技报告号、项目编号或证书号；DOI 和标准号会核对格式',
      en: 'DOI, standard, report, project or certificate number; the forms of the first two are checked',
    },
    section: 'basics',
    searched: true,
    listed: 150,
    max: 120,
    headers: [
      'DOI',
      'DOI号',
      '标准号',
      '标准编号',
      '计划号',
      '项目编号',
      '课题编号',
      '项目批准号',
      '批准号',
      '立项编号',
      '报告编号',
      '科技报告编号',
      '奖励编号',
      '证书编号',
      '获奖证书号',
    ],
  },
  people: {
    kind: 'list',
    label: { zh: '作者／完成人', en: 'People' },
    help: { zh: '按署名次序', en: 'In the order of the by-line' },
    section: 'basics',
    searched: true,
    listed: 120,
    personal: true,
    headers: ['作者', '全部作者', '完成人', '起草人', '主要起草人', '获奖人', '负责人', '编制人'],
  },
  units: {
    kind: 'list',
    label: { zh: '单位', en: 'Units' },
    section: 'basics',
    searched: true,
    headers: ['作者单位', '起草单位', '完成单位', '承担单位', '获奖单位', '编制单位', '机构'],
  },
  body: {
    kind: 'text',
    label: { zh: '刊物／发布／授予机构', en: 'Journal or issuing body' },
    help: {
      zh: '期刊、会议，标准的归口或发布机构，授奖机构，项目的资助机构',
      en: 'Journal or conference, the body behind a standard or an award, the funder of a project',
    },
    section: 'basics',
    searched: true,
    listed: 140,
    max: 160,
    headers: [
      '期刊',
      '期刊名称',
      '刊名',
      '刊物名称',
      '会议名称',
      '归口单位',
      '发布单位',
      '发布机构',
      '授奖单位',
      '颁奖单位',
      '资助机构',
      '下达单位',
      'Journal',
    ],
  },
  datedOn: {
    kind: 'date',
    label: { zh: '发表／获奖日', en: 'Dated' },
    help: {
      zh: '论文的公开日（含网络首发）、报告的完成日、奖励的授予日',
      en: 'Of a paper its first publication, online or printed; of a report its completion',
    },
    section: 'basics',
    listed: 92,
    headers: ['发表日期', '发表时间', '出版日期', '见刊日期', '获奖日期', '获奖时间', '报告日期'],
  },
  level: {
    kind: 'choice',
    options: {
      international: { zh: '国际', en: 'International', aliases: ['国际标准', '国际级'] },
      national: { zh: '国家', en: 'National', aliases: ['国家级', '国标'] },
      industry: { zh: '行业／部', en: 'Ministry or trade', aliases: ['行业', '部级', '省部级'] },
      province: { zh: '省（地方）', en: 'Province', aliases: ['省级', '地方', '地标'] },
      city: { zh: '市', en: 'City', aliases: ['市级', '地市级'] },
      group: { zh: '团体／社会力量', en: 'Association', aliases: ['团体', '团标', '社会力量'] },
      enterprise: { zh: '企业／单位', en: 'Own unit', aliases: ['企业', '企标', '校级', '院级'] },
    },
    label: { zh: '级别', en: 'Level' },
    section: 'basics',
    headers: ['标准级别', '奖励级别', '项目级别', '级别类型'],
  },
  grade: {
    kind: 'text',
    label: { zh: '等级／收录', en: 'Grade' },
    help: { zh: '如一等奖、SCI、EI', en: 'Such as first prize, SCI, EI' },
    section: 'basics',
    max: 60,
    headers: ['奖励等级', '获奖等级', '收录情况', '收录类别', '等级'],
  },
  url: {
    kind: 'text',
    label: { zh: '网址', en: 'Address' },
    section: 'basics',
    max: 500,
    headers: ['链接', 'URL', '网络地址'],
  },
  /** The project that a report, paper or standard came from. */
  projectId: {
    kind: 'ref',
    entity: 'outcome',
    label: { zh: '所属项目', en: 'Of project' },
    section: 'basics',
  },
  secrecy: {
    kind: 'choice',
    options: secrecyLevels,
    label: { zh: '密级', en: 'Secrecy' },
    section: 'basics',
    headers: ['保密级别'],
  },
} as const satisfies Fields;

const day = (zh: string, en: string, headers: readonly string[] = []) =>
  ({ kind: 'date', label: { zh, en }, section: 'standard', headers }) as const;

/** Since when a standard has been at each stage of its making (标准制定程序), see `standards.ts`. */
const standardFields = {
  studiedOn: day('预研', 'Studied', ['预研日期']),
  proposedOn: day('立项', 'Proposal accepted', ['立项日期', '计划下达日期']),
  draftedOn: day('起草', 'Drafting', ['起草日期']),
  consultedOn: day('征求意见', 'Open for comments', ['征求意见日期']),
  examinedOn: day('审查', 'Examined', ['审查日期']),
  approvedOn: day('批准', 'Approved', ['批准日期']),
  issuedOn: day('发布', 'Issued', ['发布日期', '发布时间']),
  effectiveOn: day('实施', 'In force', ['实施日期', '实施时间']),
  revisitedOn: day('复审', 'Reviewed', ['复审日期']),
  abolishedOn: day('废止', 'Withdrawn', ['废止日期']),
} as const satisfies Fields;

/** Plan, time and money of a project. Amounts are in fen. */
const projectFields = {
  program: {
    kind: 'choice',
    options: fundingSources,
    label: { zh: '计划来源', en: 'Plan' },
    section: 'project',
    headers: ['课题来源', '项目来源', '计划类别', '项目计划来源'],
  },
  startedOn: {
    kind: 'date',
    label: { zh: '开始日期', en: 'Began' },
    section: 'project',
    headers: ['起始日期', '项目开始日期', '开始时间'],
  },
  endedOn: {
    kind: 'date',
    label: { zh: '截止日期', en: 'Ends' },
    help: { zh: '任务书约定的结束日', en: 'As the contract of the project says' },
    section: 'project',
    headers: ['结束日期', '终止日期', '项目结束日期', '结束时间'],
  },
  budgetFen: {
    kind: 'money',
    label: { zh: '经费', en: 'Budget' },
    section: 'project',
    headers: ['项目经费', '总经费', '批准经费', '资助金额', '预算'],
  },
  acceptedOn: {
    kind: 'date',
    label: { zh: '验收日期', en: 'Accepted on' },
    section: 'project',
    headers: ['结题日期', '验收时间', '综合绩效评价日期'],
  },
} as const satisfies Fields;

/** What becomes of the duty to deposit (汇交), see `deposits.ts`. */
const depositFields = {
  depositDueOn: {
    kind: 'date',
    label: { zh: '汇交期限', en: 'Deposit due on' },
    help: {
      zh: '任务书或通知写明的期限；不填则按规则推算',
      en: 'As the contract or a notice says; reckoned by rule when blank',
    },
    section: 'deposit',
    headers: ['应汇交日期', '汇交截止日期'],
  },
  depositedOn: {
    kind: 'date',
    label: { zh: '汇交日期', en: 'Deposited on' },
    section: 'deposit',
    headers: ['已汇交日期', '提交日期'],
  },
  depositReceiptNo: {
    kind: 'text',
    label: { zh: '汇交回执号', en: 'Receipt no.' },
    section: 'deposit',
    searched: true,
    max: 60,
    headers: ['回执号', '回执编号'],
  },
} as const satisfies Fields;

/**
 * What stands around achievements (成果关联): projects, scientific reports, papers, standards, awards,
 * data sets. Patents and software are IP rights.
 */
export const outcome = defineEntity({
  name: 'outcome',
  label: { zh: '产出', en: 'Output' },
  plural: { zh: '产出', en: 'Outputs' },
  title: 'title',
  imported: true,
  extensible: true,
  identity: [['number'], ['title', 'people']],
  sections: {
    basics: { zh: '基本信息', en: 'Basics' },
    standard: { zh: '标准进程', en: 'Track of the standard' },
    project: { zh: '项目', en: 'Project' },
    deposit: { zh: '汇交', en: 'Deposit' },
    other: { zh: '其他', en: 'Other' },
  },
  fields: {
    ...basicFields,
    ...standardFields,
    ...projectFields,
    ...depositFields,
    tags: { ...tags, section: 'other' },
    note: {
      kind: 'note',
      label: { zh: '备注', en: 'Note' },
      section: 'other',
      searched: true,
      headers: ['摘要'],
    },
  },
});
export type Outcome = RecordOf<typeof outcome>;
export type OutcomeKind = NonNullable<Outcome['kind']>;

/** In the order in which an achievement comes to be and is used. */
export const OUTCOME_KINDS = [
  'project',
  'report',
  'paper',
  'dataset',
  'standard',
  'award',
] as const satisfies readonly OutcomeKind[];

/** The sections that say something of a kind; of none, what all have. */
function sectionsOf(kind: OutcomeKind | undefined): readonly string[] {
  const own = kind === 'standard' ? ['standard'] : kind === 'project' ? ['project', 'deposit'] : [];
  return ['basics', ...own, 'other'];
}

/** The fields that are asked for a kind, in the order of the form. */
export const fieldsOfKind = (kind: OutcomeKind | undefined): readonly string[] => {
  const sections = sectionsOf(kind);
  return Object.entries(outcome.fields)
    .filter(
      ([name, { section }]) =>
        sections.includes(section) && !(kind === 'project' && name === 'projectId'),
    )
    .map(([name]) => name);
};
