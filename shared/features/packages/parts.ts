import { defineEntity, type RecordOf } from '../../entities/entity.ts';
import { handout } from '../publishing/index.ts';

const packageId = {
  kind: 'ref',
  entity: 'achievementPackage',
  label: { zh: '成果包', en: 'Package' },
  required: true,
} as const;

const partOf = { entity: 'achievementPackage', field: 'packageId' } as const;

/** Pictures of one achievement: a page or two of them. */
export const MOST_PICTURES = 8;

/** An achievement in a package, at its place. */
export const packageItem = defineEntity({
  name: 'packageItem',
  label: { zh: '入包成果', en: 'Achievement in a package' },
  plural: { zh: '入包成果', en: 'Achievements in packages' },
  title: 'achievement',
  partOf,
  sections: { item: { zh: '入包成果', en: 'Achievement' } },
  fields: {
    packageId,
    achievementId: {
      kind: 'ref',
      entity: 'achievement',
      label: { zh: '成果', en: 'Achievement' },
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
    chapter: {
      kind: 'text',
      label: { zh: '章', en: 'Chapter' },
      help: {
        zh: '同名的归在一章，可以不填',
        en: 'Those of one name stand together; may be blank',
      },
      section: 'item',
      max: 60,
    },
    words: {
      kind: 'note',
      label: { zh: '市场语言', en: 'Words for the market' },
      help: {
        zh: '它替企业解决什么问题；不写单位、人名和关键参数',
        en: 'Which problem it solves; no units, names or key figures',
      },
      section: 'item',
      max: 1_000,
    },
    /** Ids of attachments of the achievement, in their order. */
    pictures: {
      kind: 'list',
      label: { zh: '图片', en: 'Pictures' },
      hidden: true,
      maxItems: MOST_PICTURES,
    },
    /** What the achievement was called then: for the history alone. */
    achievement: { kind: 'text', label: { zh: '当时的成果名称', en: 'Its title then' }, max: 300 },
  },
});
export type PackageItem = RecordOf<typeof packageItem>;

const { layer, language } = handout.fields;

/** A brochure that was made (版本): kept so that a later reader knows who got what. */
export const packageEdition = defineEntity({
  name: 'packageEdition',
  label: { zh: '成果包版本', en: 'Edition' },
  plural: { zh: '成果包版本', en: 'Editions' },
  title: 'name',
  partOf,
  sections: {},
  fields: {
    packageId,
    number: {
      kind: 'integer',
      min: 1,
      label: { zh: '版次', en: 'Edition' },
      required: true,
    },
    madeOn: { kind: 'date', label: { zh: '日期', en: 'Date' }, required: true },
    layer,
    language,
    format: {
      kind: 'choice',
      options: {
        pdf: { zh: 'PDF', en: 'PDF' },
        docx: { zh: 'Word（DOCX）', en: 'Word (DOCX)' },
        html: { zh: '网页文件夹（HTML）', en: 'Folder of web pages (HTML)' },
      },
      label: { zh: '格式', en: 'Format' },
      required: true,
    },
    /** Achievements in it. */
    count: { kind: 'integer', min: 1, label: { zh: '成果数', en: 'Achievements' }, required: true },
    /** How many of the package were left out. */
    leftOut: { kind: 'integer', min: 1, label: { zh: '未收录', en: 'Left out' } },
    /** Whether the firm stands at its head. */
    signed: handout.fields.signed,
    /** SHA-256 of the contents, in hex: the same contents, the same version. */
    version: { kind: 'text', label: { zh: '内容版本', en: 'Version' }, required: true, max: 64 },
    /** SHA-256 of the file, in hex; of a folder, of its list of files. */
    sha256: { kind: 'text', label: { zh: '文件指纹', en: 'Hash of the file' }, max: 64 },
    name: { kind: 'text', label: { zh: '文件名', en: 'File name' }, required: true, max: 255 },
    /** `achievement=hash` for each page and `cover=hash`, to tell later what changed. */
    prints: {
      kind: 'list',
      label: { zh: '各页指纹', en: 'Hashes of its pages' },
      hidden: true,
      maxItems: 1_000,
    },
    /** `check=reason` for each warning that was set aside. */
    overrides: handout.fields.overrides,
  },
});
export type PackageEdition = RecordOf<typeof packageEdition>;
export type BrochureFormat = PackageEdition['format'];

/** Who got an edition, and what came of it. */
export const packageRecipient = defineEntity({
  name: 'packageRecipient',
  label: { zh: '成果包接收方', en: 'Recipient of a package' },
  plural: { zh: '成果包接收方', en: 'Recipients of packages' },
  title: 'recipient',
  partOf,
  sections: { recipient: { zh: '接收方', en: 'Recipient' } },
  fields: {
    packageId,
    enterpriseId: {
      kind: 'ref',
      entity: 'enterprise',
      label: { zh: '企业', en: 'Enterprise' },
      section: 'recipient',
    },
    contactId: {
      kind: 'ref',
      entity: 'contact',
      within: 'enterpriseId',
      label: { zh: '联系人', en: 'Contact' },
      section: 'recipient',
    },
    recipient: {
      kind: 'text',
      label: { zh: '接收方', en: 'Recipient' },
      required: true,
      section: 'recipient',
      max: 200,
    },
    /** Number of the edition. */
    edition: {
      kind: 'integer',
      min: 1,
      label: { zh: '版次', en: 'Edition' },
      required: true,
      section: 'recipient',
    },
    sentOn: {
      kind: 'date',
      label: { zh: '发出日期', en: 'Sent on' },
      required: true,
      section: 'recipient',
    },
    ndaNo: {
      kind: 'text',
      label: { zh: '保密协议编号', en: 'NDA no.' },
      section: 'recipient',
      max: 60,
    },
    ndaOn: {
      kind: 'date',
      label: { zh: '保密协议日期', en: 'NDA signed on' },
      section: 'recipient',
    },
    outcome: {
      kind: 'choice',
      options: {
        none: { zh: '未反馈', en: 'No answer' },
        interested: { zh: '有兴趣', en: 'Interested', tone: 'notice' },
        met: { zh: '已面谈', en: 'Met', tone: 'notice' },
        deal: { zh: '已立项', en: 'A deal', tone: 'good' },
        declined: { zh: '无意向', en: 'Declined' },
      },
      label: { zh: '反馈', en: 'What came of it' },
      section: 'recipient',
    },
    dealId: {
      kind: 'ref',
      entity: 'deal',
      label: { zh: '交易', en: 'Deal' },
      section: 'recipient',
    },
    note: { kind: 'note', label: { zh: '备注', en: 'Note' }, section: 'recipient', max: 2_000 },
  },
});
export type PackageRecipient = RecordOf<typeof packageRecipient>;
