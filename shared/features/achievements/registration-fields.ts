import type { Fields } from '../../entities/entity.ts';
import { disciplines } from '../../lists/disciplines.ts';
import { fundingSources } from '../../lists/funding-sources.ts';
import { regions } from '../../lists/regions.ts';
import { contractFields, highTechFields } from '../../lists/technology-fields.ts';

/** Who answers for the achievement at the registration office. */
export const contactFields = {
  contactName: {
    kind: 'text',
    label: { zh: '登记联系人', en: 'Contact' },
    section: 'basics',
    personal: true,
    max: 80,
    headers: ['成果联系人', '联系人姓名'],
  },
  contactPhone: {
    kind: 'text',
    format: 'phone',
    label: { zh: '联系人电话', en: 'Contact’s phone' },
    section: 'basics',
    personal: true,
    headers: ['成果联系人电话', '联系人手机'],
  },
  contactEmail: {
    kind: 'text',
    format: 'email',
    label: { zh: '联系人邮箱', en: 'Contact’s e-mail' },
    section: 'basics',
    personal: true,
    headers: ['联系人电子邮箱', '联系人Email'],
  },
  region: {
    kind: 'choice',
    options: regions,
    label: { zh: '成果所在地', en: 'Region' },
    section: 'basics',
    level: 'public',
    headers: ['成果所在地区', '完成单位所在地', '所在省市'],
  },
} as const satisfies Fields;

/** What the achievement is, by the classes of the registration form. */
export const classFields = {
  highTechField: {
    kind: 'choice',
    options: highTechFields,
    label: { zh: '高新技术领域', en: 'High-tech field' },
    help: { zh: '国科发火〔2016〕32号，八大领域', en: 'One of eight, 国科发火〔2016〕32号' },
    section: 'technology',
    level: 'public',
    headers: ['国家重点支持的高新技术领域', '所属高新技术领域'],
  },
  contractField: {
    kind: 'choice',
    options: contractFields,
    label: { zh: '合同登记技术领域', en: 'Field of contract registration' },
    help: { zh: '技术合同认定登记用的十一类', en: 'One of eleven, for registering contracts' },
    section: 'technology',
    level: 'public',
    headers: ['技术合同领域', '认定登记技术领域'],
  },
  discipline: {
    kind: 'choice',
    options: disciplines,
    label: { zh: '学科分类', en: 'Discipline' },
    help: { zh: 'GB/T 13745-2009 一级学科', en: 'GB/T 13745-2009, first level' },
    section: 'technology',
    level: 'public',
    headers: ['所属学科', '学科', '一级学科', '学科分类代码'],
  },
  ipc: {
    kind: 'list',
    format: 'ipc',
    label: { zh: 'IPC 分类号', en: 'IPC' },
    section: 'technology',
    level: 'public',
    headers: ['IPC', 'IPC分类', 'IPC分类号', '国际专利分类号'],
  },
  attribute: {
    kind: 'choice',
    options: {
      original: { zh: '原始性创新', en: 'Original', aliases: ['原始创新'] },
      absorbed: {
        zh: '国外引进消化吸收创新',
        en: 'Built on imported technology',
        aliases: ['引进消化吸收再创新', '国外引进消化吸收'],
      },
      developed: {
        zh: '国内技术二次开发',
        en: 'Built on domestic technology',
        aliases: ['二次开发'],
      },
      other: { zh: '其他', en: 'Other' },
    },
    label: { zh: '成果属性', en: 'Kind of innovation' },
    section: 'technology',
    level: 'public',
    headers: ['创新属性'],
  },
  forms: {
    kind: 'choices',
    options: {
      technology: { zh: '新技术', en: 'Technology' },
      process: { zh: '新工艺', en: 'Process' },
      product: { zh: '新产品', en: 'Product' },
      material: { zh: '新材料', en: 'Material' },
      equipment: { zh: '新装备', en: 'Equipment' },
      variety: { zh: '农业、生物新品种', en: 'Variety', aliases: ['农业生物新品种'] },
      mineral: { zh: '矿产新品种', en: 'Mineral' },
      otherApplied: { zh: '其他应用技术', en: 'Other applied technology' },
      standard: { zh: '标准', en: 'Standard' },
      paper: { zh: '论文', en: 'Paper' },
      book: { zh: '著作', en: 'Book' },
      report: { zh: '研究报告', en: 'Research report' },
      patent: { zh: '专利', en: 'Patent' },
      software: { zh: '软件', en: 'Software' },
    },
    label: { zh: '成果体现形式', en: 'Takes the form of' },
    section: 'technology',
    level: 'public',
    headers: ['体现形式'],
  },
} as const satisfies Fields;

const money = (zh: string, en: string, headers: readonly string[]) =>
  ({ kind: 'money', label: { zh, en }, headers }) as const;

/** Plan, project and money of the research. Amounts are in fen. */
export const fundingFields = {
  fundingSource: {
    kind: 'choice',
    options: fundingSources,
    label: { zh: '计划来源', en: 'Plan' },
    section: 'funding',
    headers: ['课题来源', '项目计划来源', '任务来源', '经费来源'],
  },
  projectName: {
    kind: 'text',
    label: { zh: '课题名称', en: 'Project' },
    section: 'funding',
    searched: true,
    max: 200,
    headers: ['计划项目名称', '立项名称'],
  },
  projectNo: {
    kind: 'text',
    label: { zh: '课题编号', en: 'Project no.' },
    section: 'funding',
    searched: true,
    max: 60,
    headers: ['课题立项编号', '立项编号', '项目编号', '计划编号'],
  },
  startedOn: {
    kind: 'date',
    label: { zh: '研究起始日期', en: 'Research began' },
    help: { zh: '只知年月的，填当月 1 日', en: 'The 1st where only the month is known' },
    section: 'funding',
    headers: ['研究起始时间', '研究开始日期'],
  },
  endedOn: {
    kind: 'date',
    label: { zh: '研究终止日期', en: 'Research ended' },
    section: 'funding',
    headers: ['研究终止时间', '研究结束日期'],
  },
  nationalFundsFen: {
    ...money('国家投入', 'Funds of the state', ['国家拨款', '国家经费']),
    section: 'funding',
  },
  departmentFundsFen: {
    ...money('部门投入', 'Funds of ministries', ['部门拨款', '部门经费']),
    section: 'funding',
  },
  localFundsFen: {
    ...money('地方投入', 'Local funds', ['地方拨款', '地方经费']),
    section: 'funding',
  },
  ownFundsFen: {
    ...money('自有资金', 'Own funds', ['自筹经费', '自筹资金']),
    section: 'funding',
  },
} as const satisfies Fields;

/** What became of it so far. Amounts are in fen. */
export const applicationFields = {
  applicationState: {
    kind: 'choice',
    options: {
      industrial: { zh: '产业化应用', en: 'In industrial use' },
      small: {
        zh: '小批量或小范围应用',
        en: 'In small-scale use',
        aliases: ['小批量应用', '小范围应用'],
      },
      trial: { zh: '试用', en: 'On trial' },
      stopped: { zh: '应用后停用', en: 'No longer used' },
      unused: { zh: '未应用', en: 'Not used' },
    },
    label: { zh: '应用状态', en: 'Use' },
    section: 'application',
    level: 'public',
    headers: ['成果应用状态', '应用情况'],
  },
  unusedReasons: {
    kind: 'choices',
    options: {
      money: { zh: '资金问题', en: 'Money', aliases: ['资金'] },
      technology: { zh: '技术问题', en: 'Technology', aliases: ['技术'] },
      market: { zh: '市场问题', en: 'Market', aliases: ['市场'] },
      management: { zh: '管理问题', en: 'Management', aliases: ['管理'] },
      policy: { zh: '政策因素', en: 'Policy', aliases: ['政策'] },
      other: { zh: '其他', en: 'Other' },
    },
    label: { zh: '未应用或停用原因', en: 'Why not used' },
    section: 'application',
    headers: ['未应用原因', '停用原因'],
  },
  transferScope: {
    kind: 'choice',
    options: {
      export: { zh: '允许出口', en: 'Export allowed' },
      domestic: { zh: '限国内转让', en: 'Within China only' },
      none: { zh: '不转让', en: 'Not transferred' },
    },
    label: { zh: '转让范围', en: 'May be transferred' },
    section: 'application',
    headers: ['允许转让范围'],
  },
  ownIncomeFen: {
    ...money('自我转化收入', 'Income of own use', ['自我转化效益']),
    section: 'application',
  },
  transferIncomeFen: {
    ...money('技术转让收入', 'Income of transfers', ['转让收入']),
    section: 'application',
  },
  profitFen: { ...money('新增利润', 'Profit', ['净利润']), section: 'application' },
  taxFen: { ...money('新增税收', 'Taxes', ['实交税金']), section: 'application' },
  exportIncomeFen: {
    ...money('出口创汇（折人民币）', 'Exports, in yuan', ['出口创汇']),
    section: 'application',
  },
  savedFen: { ...money('节约资金', 'Saved', ['节支总额']), section: 'application' },
} as const satisfies Fields;

/** How it was judged, and by whom. */
export const evaluationFields = {
  evaluationMethod: {
    kind: 'choice',
    options: {
      appraisal: { zh: '鉴定', en: 'Appraisal' },
      acceptance: { zh: '验收', en: 'Acceptance' },
      admission: { zh: '行业准入', en: 'Admission to the trade' },
      review: { zh: '评审', en: 'Review' },
      evaluation: { zh: '机构评价', en: 'Evaluation', aliases: ['评估', '评价', '第三方评价'] },
      conclusion: { zh: '结题', en: 'Conclusion of the project' },
      granted: { zh: '知识产权授权', en: 'Right granted', aliases: ['授权', '专利授权'] },
      other: { zh: '其他', en: 'Other' },
    },
    label: { zh: '评价方式', en: 'Evaluated by way of' },
    section: 'registration',
    headers: ['成果评价方式'],
  },
  evaluator: {
    kind: 'text',
    label: { zh: '评价单位', en: 'Evaluated by' },
    section: 'registration',
    max: 120,
    headers: ['组织评价单位', '鉴定单位', '评价机构'],
  },
  evaluatedOn: {
    kind: 'date',
    label: { zh: '评价日期', en: 'Evaluated on' },
    section: 'registration',
    headers: ['鉴定日期', '评价时间'],
  },
  evaluationNo: {
    kind: 'text',
    label: { zh: '评价证书号', en: 'Certificate no.' },
    section: 'registration',
    max: 60,
    headers: ['鉴定证书号', '评价报告编号', '证书号'],
  },
  recommendedBy: {
    kind: 'text',
    label: { zh: '推荐单位', en: 'Recommended by' },
    section: 'registration',
    max: 120,
    headers: ['成果推荐单位', '归口单位'],
  },
  /** Set by the registration check alone: what is incomplete may not be registered. */
  registrationState: {
    kind: 'choice',
    options: { registered: { zh: '已登记', en: 'Registered', tone: 'good' } },
    label: { zh: '登记状态', en: 'Registration' },
  },
} as const satisfies Fields;
