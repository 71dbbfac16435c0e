import { defineEntity, type RecordOf } from '../../entities/entity.ts';
import { tags } from '../../entities/tags.ts';
import { policyFields } from '../../lists/technology-fields.ts';
import { parts } from './parts.ts';

/**
 * A disclosure of an achievement made in service (职务科技成果披露): what inventors tell their unit
 * before anything is filed or published. Fields follow the forms of transfer offices.
 */
export const disclosure = defineEntity({
  name: 'disclosure',
  label: { zh: '成果披露', en: 'Disclosure' },
  plural: { zh: '成果披露', en: 'Disclosures' },
  title: 'title',
  sections: {
    basics: { zh: '披露', en: 'Disclosure' },
    technology: { zh: '技术与应用', en: 'Technology and use' },
    origin: { zh: '来源与条件', en: 'Origin and means' },
    decision: { zh: '审查与决定', en: 'Check and decision' },
    rights: { zh: '三权约定', en: 'Agreed rights' },
  },
  fields: {
    title: {
      kind: 'text',
      label: { zh: '成果名称', en: 'Title' },
      required: true,
      section: 'basics',
      searched: true,
      listed: 200,
      max: 200,
    },
    disclosureNo: {
      kind: 'text',
      label: { zh: '披露编号', en: 'Disclosure no.' },
      section: 'basics',
      searched: true,
      listed: 104,
      max: 40,
    },
    unit: {
      kind: 'text',
      label: { zh: '单位', en: 'Unit' },
      section: 'basics',
      searched: true,
      listed: 128,
      max: 120,
    },
    department: {
      kind: 'text',
      label: { zh: '院系或部门', en: 'Department' },
      section: 'basics',
      searched: true,
      max: 120,
    },
    disclosedOn: {
      kind: 'date',
      label: { zh: '披露日期', en: 'Disclosed on' },
      section: 'basics',
      listed: 84,
    },
    signedOn: {
      kind: 'date',
      label: { zh: '发明人签字日期', en: 'Signed by the inventors on' },
      section: 'basics',
    },
    field: {
      kind: 'choice',
      options: policyFields,
      label: { zh: '技术领域', en: 'Field' },
      section: 'technology',
      searched: true,
    },
    trl: {
      kind: 'integer',
      min: 1,
      max: 9,
      label: { zh: 'TRL', en: 'TRL' },
      help: {
        zh: '技术就绪度 1–9 级（GB/T 22900-2022）',
        en: 'Readiness level 1–9 (GB/T 22900-2022)',
      },
      section: 'technology',
      listed: 60,
    },
    summary: {
      kind: 'note',
      label: { zh: '技术内容', en: 'What it is' },
      section: 'technology',
      searched: true,
    },
    application: {
      kind: 'note',
      label: { zh: '应用前景', en: 'Where it is of use' },
      section: 'technology',
      searched: true,
    },
    competitors: {
      kind: 'note',
      label: { zh: '同类技术与竞争者', en: 'Competing solutions' },
      section: 'technology',
    },
    interestedFirms: {
      kind: 'note',
      label: { zh: '已知有意向的企业', en: 'Firms known to be interested' },
      section: 'technology',
      searched: true,
    },
    ...parts.origin,
    ...parts.decision,
    ...parts.rights,
    tags: { ...tags, section: 'basics' },
    /** What became of it; set when it is accepted. */
    achievementId: {
      kind: 'ref',
      entity: 'achievement',
      label: { zh: '转入成果', en: 'Achievement' },
    },
  },
});
export type Disclosure = RecordOf<typeof disclosure>;

/** An inventor (发明人) of a disclosure, in the order in which they are named. */
export const disclosureInventor = defineEntity({
  name: 'disclosureInventor',
  label: { zh: '发明人', en: 'Inventor' },
  plural: { zh: '发明人', en: 'Inventors' },
  title: 'name',
  partOf: { entity: 'disclosure', field: 'disclosureId' },
  sections: {},
  fields: {
    disclosureId: {
      kind: 'ref',
      entity: 'disclosure',
      label: { zh: '披露', en: 'Disclosure' },
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
    name: {
      kind: 'text',
      label: { zh: '姓名', en: 'Name' },
      required: true,
      personal: true,
      max: 80,
    },
    belongs: {
      kind: 'choice',
      options: {
        inside: { zh: '本单位', en: 'Of the unit' },
        outside: { zh: '单位外', en: 'From outside', tone: 'caution' },
      },
      label: { zh: '归属', en: 'Belongs' },
      required: true,
    },
    affiliation: { kind: 'text', label: { zh: '所在单位', en: 'Affiliation' }, max: 120 },
    /** Of the contribution; those of a disclosure make 10,000 when they are settled. */
    shareBp: { kind: 'rate', label: { zh: '贡献份额', en: 'Share' }, required: true },
  },
});
export type DisclosureInventor = RecordOf<typeof disclosureInventor>;

/** Something that tells the invention to others, out already or planned: paper, fair, thesis. */
export const disclosurePublication = defineEntity({
  name: 'disclosurePublication',
  label: { zh: '对外公开', en: 'Publication' },
  plural: { zh: '对外公开', en: 'Publications' },
  title: 'what',
  partOf: { entity: 'disclosure', field: 'disclosureId' },
  sections: { publication: { zh: '对外公开', en: 'Publication' } },
  fields: {
    disclosureId: {
      kind: 'ref',
      entity: 'disclosure',
      label: { zh: '披露', en: 'Disclosure' },
      required: true,
    },
    what: {
      kind: 'text',
      label: { zh: '公开内容', en: 'What' },
      required: true,
      section: 'publication',
      max: 200,
    },
    medium: {
      kind: 'choice',
      options: {
        paper: { zh: '论文', en: 'Paper' },
        thesis: { zh: '学位论文', en: 'Thesis' },
        conference: { zh: '会议报告', en: 'Conference talk' },
        fair: { zh: '展览展示', en: 'Fair or exhibition' },
        use: { zh: '公开使用或销售', en: 'Public use or sale' },
        web: { zh: '网络或新闻', en: 'Web or news' },
        other: { zh: '其他', en: 'Other' },
      },
      label: { zh: '方式', en: 'How' },
      section: 'publication',
    },
    where: {
      kind: 'text',
      label: { zh: '刊物、会议或场合', en: 'Where' },
      section: 'publication',
      max: 200,
    },
    plannedOn: {
      kind: 'date',
      label: { zh: '计划公开日', en: 'Planned for' },
      section: 'publication',
    },
    publishedOn: {
      kind: 'date',
      label: { zh: '实际公开日', en: 'Published on' },
      section: 'publication',
    },
    graceCase: {
      kind: 'choice',
      options: {
        emergency: { zh: '紧急状态下为公共利益首次公开', en: 'Emergency, in the public interest' },
        exhibition: {
          zh: '中国政府主办或承认的国际展览会首次展出',
          en: 'Recognised international exhibition',
        },
        meeting: {
          zh: '规定的学术会议或技术会议首次发表',
          en: 'Prescribed academic or technical meeting',
        },
        breach: { zh: '他人未经同意泄露', en: 'Leaked by others without consent' },
      },
      label: { zh: '宽限情形', en: 'Case of grace' },
      help: {
        zh: '专利法第二十四条所列情形；都不是则留空',
        en: 'As patent law art. 24 lists them; blank when none applies',
      },
      section: 'publication',
    },
  },
});
export type DisclosurePublication = RecordOf<typeof disclosurePublication>;
export type GraceCase = NonNullable<DisclosurePublication['graceCase']>;
