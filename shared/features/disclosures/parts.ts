import type { Fields } from '../../entities/entity.ts';
import type { Options } from '../../entities/field.ts';
import { ruleRegions } from '../../rules/index.ts';

const ipSuggestions = {
  patent: { zh: '申请专利', en: 'Patent' },
  secret: { zh: '技术秘密', en: 'Know-how' },
  software: { zh: '软件著作权', en: 'Software copyright' },
  layout: { zh: '集成电路布图设计', en: 'Layout design' },
  variety: { zh: '植物新品种', en: 'Plant variety' },
  open: { zh: '公开共享', en: 'Open publication' },
} as const satisfies Options;

const origin = {
  projectSource: {
    kind: 'text',
    label: { zh: '项目与资金来源', en: 'Project and funding' },
    section: 'origin',
    searched: true,
    max: 200,
  },
  contractDuties: {
    kind: 'note',
    label: { zh: '项目合同义务', en: 'Duties from the project' },
    help: {
      zh: '资助方或委托方对权利、公开的约定',
      en: 'What funders or clients agreed on rights and publication',
    },
    section: 'origin',
  },
  conceivedOn: {
    kind: 'date',
    label: { zh: '构思完成日期', en: 'Conceived on' },
    section: 'origin',
  },
  unitMeans: {
    kind: 'choices',
    options: {
      task: { zh: '执行本单位任务', en: 'Task of the unit' },
      money: { zh: '资金', en: 'Money' },
      equipment: { zh: '设备、零部件或原材料', en: 'Equipment or material' },
      data: { zh: '不公开的技术资料', en: 'Unpublished documents' },
    },
    none: ['无', '未利用'],
    label: { zh: '利用本单位条件', en: 'Means of the unit used' },
    help: { zh: '判断是否职务成果（专利法第六条）', en: 'Whether in service: patent law art. 6' },
    section: 'origin',
  },
  outsideContributors: {
    kind: 'note',
    label: { zh: '单位外的贡献', en: 'Contributions from outside' },
    section: 'origin',
  },
  coOwners: {
    kind: 'list',
    label: { zh: '共有单位', en: 'Co-owners' },
    section: 'origin',
    searched: true,
  },
  encumbrance: {
    kind: 'choices',
    options: {
      lawsuit: { zh: '诉讼或争议', en: 'Lawsuit or dispute', tone: 'alarm' },
      licence: { zh: '已许可', en: 'Licensed', tone: 'caution' },
      pledge: { zh: '已质押', en: 'Pledged', tone: 'caution' },
      firstRefusal: { zh: '他人有优先权', en: 'First refusal', tone: 'caution' },
    },
    none: ['无'],
    label: { zh: '权利负担', en: 'Encumbrance' },
    section: 'origin',
  },
  encumbranceNote: {
    kind: 'note',
    label: { zh: '权利负担说明', en: 'Encumbrance, in words' },
    section: 'origin',
  },
} as const satisfies Fields;

const decision = {
  /** There is no way to say "secret" here: what is one is not entered at all (保守国家秘密法). */
  secretCheck: {
    kind: 'choice',
    options: { cleared: { zh: '经审查不涉密', en: 'Checked: no state secret', tone: 'good' } },
    label: { zh: '保密审查', en: 'Secrecy check' },
    section: 'decision',
  },
  secretCheckedOn: {
    kind: 'date',
    label: { zh: '保密审查日期', en: 'Secrecy checked on' },
    section: 'decision',
  },
  ipSuggestion: {
    kind: 'choices',
    options: ipSuggestions,
    label: { zh: '保护方式建议', en: 'Suggested protection' },
    section: 'decision',
    listed: 112,
  },
  filedOn: {
    kind: 'date',
    label: { zh: '首次申请日', en: 'First filed on' },
    help: {
      zh: '专利的申请日；有优先权的，指优先权日',
      en: 'Filing date of the patent, or its priority date',
    },
    section: 'decision',
    listed: 84,
  },
  decision: {
    kind: 'choice',
    options: {
      file: { zh: '申请保护', en: 'File', tone: 'good' },
      secret: { zh: '按秘密保护', en: 'Keep secret', tone: 'notice' },
      return: { zh: '退还发明人', en: 'Return to inventors' },
    },
    label: { zh: '单位决定', en: 'Decision' },
    section: 'decision',
    listed: 88,
  },
  decidedOn: { kind: 'date', label: { zh: '决定日期', en: 'Decided on' }, section: 'decision' },
  decisionNote: {
    kind: 'note',
    label: { zh: '决定说明', en: 'Reasons' },
    section: 'decision',
  },
} as const satisfies Fields;

const rights = {
  region: {
    kind: 'choice',
    options: ruleRegions,
    label: { zh: '适用地区', en: 'Region of the rules' },
    section: 'rights',
  },
  agreedOn: { kind: 'date', label: { zh: '约定日期', en: 'Agreed on' }, section: 'rights' },
  unitRule: {
    kind: 'text',
    label: { zh: '单位规定', en: 'Rule of the unit' },
    help: { zh: '文件名称和条款', en: 'Document and article' },
    section: 'rights',
    max: 200,
  },
  teamOwnershipBp: {
    kind: 'rate',
    label: { zh: '团队所有权份额', en: 'Owned by the team' },
    help: {
      zh: '赋予成果完成人的份额；未赋权则留空，归单位',
      en: 'Granted to the team; blank: the unit owns all',
    },
    section: 'rights',
  },
  useYears: {
    kind: 'integer',
    min: 1,
    max: 50,
    label: { zh: '团队使用权年限', en: 'Use by the team, years' },
    help: { zh: '赋予长期使用权的年数', en: 'For how long the team may use it' },
    section: 'rights',
  },
  useFrom: { kind: 'date', label: { zh: '使用权起始', en: 'Use from' }, section: 'rights' },
  disposer: {
    kind: 'choice',
    options: {
      unit: { zh: '单位', en: 'The unit' },
      unitWithTeam: { zh: '单位商团队', en: 'The unit, with the team' },
      team: { zh: '团队', en: 'The team' },
    },
    label: { zh: '价格与处置由谁定', en: 'Who decides on price' },
    section: 'rights',
  },
  incomeBp: {
    kind: 'rate',
    label: { zh: '团队收益比例', en: 'Income of the team' },
    help: { zh: '占转让、许可净收入', en: 'Of net income from transfer or licence' },
    section: 'rights',
  },
} as const satisfies Fields;

/** Fields of a disclosure by section, beside those of its head. */
export const parts = { origin, decision, rights };
