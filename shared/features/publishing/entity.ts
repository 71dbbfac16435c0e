import { defineEntity, type RecordOf } from '../../entities/entity.ts';
import { secrecyLevels } from '../../lists/secrecy.ts';

const achievementId = {
  kind: 'ref',
  entity: 'achievement',
  label: { zh: '成果', en: 'Achievement' },
  required: true,
} as const;

const partOf = { entity: 'achievement', field: 'achievementId' } as const;

/** That a field of one achievement has another secrecy level than its description says (字段密级). */
export const fieldGuard = defineEntity({
  name: 'fieldGuard',
  label: { zh: '字段密级', en: 'Field’s secrecy' },
  plural: { zh: '字段密级', en: 'Fields’ secrecy' },
  title: 'field',
  partOf,
  sections: {},
  fields: {
    achievementId,
    /** Name of the field, the user's own too. */
    field: { kind: 'text', label: { zh: '字段', en: 'Field' }, required: true, max: 120 },
    level: {
      kind: 'choice',
      options: secrecyLevels,
      label: { zh: '密级', en: 'Secrecy' },
      required: true,
    },
  },
});
export type FieldGuard = RecordOf<typeof fieldGuard>;

/** That somebody agrees to something being told (同意): who, to what, from when until when. */
export const consent = defineEntity({
  name: 'consent',
  label: { zh: '同意', en: 'Consent' },
  plural: { zh: '同意', en: 'Consents' },
  title: 'giver',
  partOf,
  sections: { consent: { zh: '同意', en: 'Consent' } },
  fields: {
    achievementId,
    giver: {
      kind: 'text',
      label: { zh: '谁同意', en: 'Given by' },
      help: {
        zh: '单位或个人的全名，与完成单位、完成人一致',
        en: 'Full name, as among units or people',
      },
      required: true,
      section: 'consent',
      personal: true,
      max: 120,
    },
    purposes: {
      kind: 'choices',
      options: {
        publishL0: { zh: '公开推介（L0）', en: 'Teaser to anyone (L0)' },
        publishL1: { zh: '保密后提供（L1）', en: 'Told after an NDA (L1)' },
        publishL2: { zh: '全部资料（L2）', en: 'All of it (L2)' },
        price: { zh: '对外报价', en: 'The price' },
        name: { zh: '使用名称', en: 'Its name' },
        personal: { zh: '个人信息（单独同意）', en: 'Personal data (separately)' },
      },
      label: { zh: '同意什么', en: 'To what' },
      required: true,
      section: 'consent',
    },
    givenOn: {
      kind: 'date',
      label: { zh: '同意日期', en: 'Given on' },
      required: true,
      section: 'consent',
    },
    untilOn: { kind: 'date', label: { zh: '有效期至', en: 'Until' }, section: 'consent' },
    withdrawnOn: {
      kind: 'date',
      label: { zh: '撤回日期', en: 'Withdrawn on' },
      help: { zh: '个人可以随时撤回同意', en: 'People may take it back at any time' },
      section: 'consent',
    },
    proof: {
      kind: 'text',
      label: { zh: '凭证', en: 'Proof' },
      help: { zh: '文件、邮件或会议纪要编号', en: 'Document, e-mail or minutes' },
      section: 'consent',
      max: 200,
    },
    /** An attachment of the achievement that shows it. */
    proofId: {
      kind: 'ref',
      entity: 'attachment',
      label: { zh: '凭证附件', en: 'Proof attached' },
    },
  },
});
export type Consent = RecordOf<typeof consent>;
export type Purpose = NonNullable<Consent['purposes']>[number];

const layers = {
  L0: { zh: 'L0 公开', en: 'L0 teaser' },
  L1: { zh: 'L1 保密后', en: 'L1 after NDA' },
  L2: { zh: 'L2 全部', en: 'L2 full' },
} as const;

/** A one-pager that was made for somebody (已发出的资料): the log of who got what. */
export const handout = defineEntity({
  name: 'handout',
  label: { zh: '发出的资料', en: 'Handout' },
  plural: { zh: '发出的资料', en: 'Handouts' },
  title: 'number',
  partOf,
  sections: { handout: { zh: '发出的资料', en: 'Handout' } },
  fields: {
    achievementId,
    number: { kind: 'text', label: { zh: '编号', en: 'Number' }, required: true, max: 40 },
    recipient: {
      kind: 'text',
      label: { zh: '接收方', en: 'Recipient' },
      help: {
        zh: '选企业和联系人会填入名称，也可以直接写',
        en: 'Enterprise and contact fill in the name; it can be written, too',
      },
      required: true,
      max: 200,
    },
    enterpriseId: { kind: 'ref', entity: 'enterprise', label: { zh: '企业', en: 'Enterprise' } },
    contactId: {
      kind: 'ref',
      entity: 'contact',
      within: 'enterpriseId',
      label: { zh: '联系人', en: 'Contact' },
    },
    layer: {
      kind: 'choice',
      options: layers,
      label: { zh: '层级', en: 'Layer' },
      required: true,
    },
    language: {
      kind: 'choice',
      options: { zh: { zh: '中文', en: 'Chinese' }, en: { zh: '英文', en: 'English' } },
      label: { zh: '语言', en: 'Language' },
      required: true,
    },
    format: {
      kind: 'choice',
      options: {
        pdf: { zh: 'PDF', en: 'PDF' },
        docx: { zh: 'Word（DOCX）', en: 'Word (DOCX)' },
        html: { zh: '网页（HTML）', en: 'Web page (HTML)' },
        xlsx: { zh: '表格（XLSX）', en: 'Spreadsheet (XLSX)' },
        json: { zh: '数据（JSON）', en: 'Data (JSON)' },
      },
      label: { zh: '格式', en: 'Format' },
      required: true,
    },
    sentOn: { kind: 'date', label: { zh: '日期', en: 'Date' }, required: true },
    /** Names of the fields that it shows, in their order. */
    pieces: { kind: 'list', label: { zh: '内容', en: 'Contents' }, maxItems: 100 },
    /** Whether the firm stands at its head. */
    signed: {
      kind: 'choice',
      options: { yes: { zh: '是', en: 'Yes' }, no: { zh: '否', en: 'No' } },
      label: { zh: '落款', en: 'Signed' },
    },
    /** SHA-256 of the redacted contents, in hex: the same contents, the same version. */
    version: { kind: 'text', label: { zh: '内容版本', en: 'Version' }, required: true, max: 64 },
    /** `field=hash` for each piece, so that a later reader can tell which of them changed. */
    prints: {
      kind: 'list',
      label: { zh: '各项指纹', en: 'Hashes of its parts' },
      hidden: true,
      maxItems: 100,
    },
    /** SHA-256 of the file, in hex; of a folder, of its `SHA256SUMS`. */
    sha256: { kind: 'text', label: { zh: '文件指纹', en: 'Hash of the file' }, max: 64 },
    ndaNo: { kind: 'text', label: { zh: '保密协议编号', en: 'NDA no.' }, max: 60 },
    ndaOn: { kind: 'date', label: { zh: '保密协议日期', en: 'NDA signed on' } },
    /** `check=reason` for each warning that was set aside. */
    overrides: { kind: 'list', label: { zh: '放行理由', en: 'Reasons to go on' }, maxItems: 20 },
    returnedOn: {
      kind: 'date',
      label: { zh: '收回或销毁日期', en: 'Returned or destroyed on' },
      section: 'handout',
    },
    note: {
      kind: 'note',
      label: { zh: '备注', en: 'Note' },
      section: 'handout',
      max: 2_000,
    },
  },
});
export type Handout = RecordOf<typeof handout>;
export type Layer = Handout['layer'];
export type HandoutFormat = Handout['format'];
