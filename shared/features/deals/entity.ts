import { defineEntity, type RecordOf } from '../../entities/entity.ts';
import { tags } from '../../entities/tags.ts';
import { transferModes } from '../../lists/transfer-modes.ts';

/** A step of the pipeline; the desk's own, in the order of `position`. */
export const stage = defineEntity({
  name: 'stage',
  label: { zh: '阶段', en: 'Stage' },
  plural: { zh: '阶段', en: 'Stages' },
  title: 'name',
  sections: { stage: { zh: '阶段', en: 'Stage' } },
  fields: {
    name: {
      kind: 'text',
      label: { zh: '名称', en: 'Name' },
      required: true,
      section: 'stage',
      max: 40,
    },
    nameEn: {
      kind: 'text',
      label: { zh: '英文名称', en: 'English name' },
      section: 'stage',
      max: 40,
    },
    position: {
      kind: 'integer',
      min: 0,
      max: 100_000,
      label: { zh: '次序', en: 'Position' },
      required: true,
    },
    /** What reaching the stage means for totals and due dates. */
    meaning: {
      kind: 'choice',
      options: {
        open: { zh: '进行中', en: 'Open' },
        signed: { zh: '已签约', en: 'Signed' },
        archived: { zh: '已归档', en: 'Archived' },
      },
      label: { zh: '含义', en: 'Meaning' },
      required: true,
      section: 'stage',
    },
  },
});
export type Stage = RecordOf<typeof stage>;

/** A deal (交易): one achievement on its way to one enterprise. */
export const deal = defineEntity({
  name: 'deal',
  label: { zh: '交易', en: 'Deal' },
  plural: { zh: '交易', en: 'Deals' },
  extensible: true,
  title: 'title',
  sections: {
    parties: { zh: '标的与双方', en: 'Subject and parties' },
    progress: { zh: '进展', en: 'Progress' },
    contract: { zh: '合同', en: 'Contract' },
    registration: { zh: '认定登记', en: 'Registration' },
  },
  fields: {
    title: {
      kind: 'text',
      label: { zh: '交易名称', en: 'Title' },
      required: true,
      section: 'parties',
      searched: true,
      listed: 280,
      max: 200,
    },
    achievementId: {
      kind: 'ref',
      entity: 'achievement',
      label: { zh: '成果', en: 'Achievement' },
      required: true,
      section: 'parties',
      searched: true,
    },
    enterpriseId: {
      kind: 'ref',
      entity: 'enterprise',
      label: { zh: '企业', en: 'Enterprise' },
      required: true,
      section: 'parties',
      searched: true,
      listed: 220,
    },
    needId: {
      kind: 'ref',
      entity: 'need',
      within: 'enterpriseId',
      label: { zh: '需求', en: 'Need' },
      help: { zh: '这笔交易解决的技术需求', en: 'The need that the deal is to solve' },
      section: 'parties',
    },
    contactId: {
      kind: 'ref',
      entity: 'contact',
      within: 'enterpriseId',
      label: { zh: '对接人', en: 'Contact' },
      section: 'parties',
    },
    mode: {
      kind: 'choice',
      options: transferModes,
      label: { zh: '转化方式', en: 'Way of transfer' },
      section: 'parties',
      listed: 110,
    },
    leadBroker: {
      kind: 'text',
      label: { zh: '主办经纪人', en: 'Lead broker' },
      section: 'parties',
      searched: true,
      listed: 100,
      max: 80,
    },
    stageId: {
      kind: 'ref',
      entity: 'stage',
      label: { zh: '阶段', en: 'Stage' },
      required: true,
      listed: 110,
    },
    stageSince: {
      kind: 'date',
      label: { zh: '进入阶段', en: 'In stage since' },
    },
    nextStep: {
      kind: 'text',
      label: { zh: '下一步', en: 'Next step' },
      section: 'progress',
      searched: true,
      max: 200,
    },
    nextOn: {
      kind: 'date',
      label: { zh: '下一步日期', en: 'Next step on' },
      section: 'progress',
      listed: 110,
    },
    mandateSignedOn: {
      kind: 'date',
      label: { zh: '居间协议签订', en: 'Mandate signed on' },
      help: {
        zh: '居间/中介协议，应在披露双方名称之前签订',
        en: 'To be signed before either party is named',
      },
      section: 'progress',
    },
    publicityFrom: {
      kind: 'date',
      label: { zh: '公示开始', en: 'Publicity from' },
      help: {
        zh: '协议定价须公示成果名称与拟交易价格（促进科技成果转化法第十八条）',
        en: 'A negotiated price is published in the unit (transfer law, art 18)',
      },
      section: 'progress',
    },
    publicityUntil: {
      kind: 'date',
      label: { zh: '公示截止', en: 'Publicity until' },
      section: 'progress',
    },
    tags: { ...tags, section: 'progress' },
    note: {
      kind: 'note',
      label: { zh: '备注', en: 'Note' },
      section: 'progress',
      searched: true,
    },
    contractAmountFen: {
      kind: 'money',
      label: { zh: '合同成交额', en: 'Contract amount' },
      help: {
        zh: '合同总价；签约前为预计',
        en: 'Total price of the contract; expected, until signed',
      },
      section: 'contract',
      listed: 140,
    },
    technologyAmountFen: {
      kind: 'money',
      label: { zh: '技术交易额', en: 'Technology amount' },
      help: {
        zh: '成交额减去设备、材料等非技术性费用，不大于成交额',
        en: 'Contract amount less equipment, material and other non-technical cost',
      },
      section: 'contract',
      listed: 140,
    },
    contractNo: {
      kind: 'text',
      label: { zh: '合同编号', en: 'Contract no.' },
      section: 'contract',
      searched: true,
      max: 60,
    },
    signedOn: {
      kind: 'date',
      label: { zh: '签订日期', en: 'Signed on' },
      section: 'contract',
      listed: 110,
    },
    registrationNo: {
      kind: 'text',
      label: { zh: '登记编号', en: 'Registration no.' },
      help: { zh: '技术合同认定登记', en: 'Of the technology contract' },
      section: 'registration',
      searched: true,
      max: 40,
    },
    registeredOn: {
      kind: 'date',
      label: { zh: '登记日期', en: 'Registered on' },
      section: 'registration',
    },
    lostOn: {
      kind: 'date',
      label: { zh: '失单日期', en: 'Lost on' },
    },
    lostReason: {
      kind: 'choice',
      options: {
        price: { zh: '价格谈不拢', en: 'Price' },
        maturity: { zh: '技术不成熟', en: 'Not mature enough' },
        notNeeded: { zh: '企业需求变化', en: 'Need changed' },
        funds: { zh: '企业资金不足', en: 'No funds' },
        rival: { zh: '选择了其他技术', en: 'Other technology chosen' },
        bypassed: { zh: '双方绕过经纪人', en: 'Broker bypassed' },
        rights: { zh: '权属或知识产权问题', en: 'Rights unclear' },
        noAnswer: { zh: '长期无回应', en: 'No answer' },
        other: { zh: '其他', en: 'Other' },
      },
      label: { zh: '失单原因', en: 'Lost because' },
    },
    lostNote: {
      kind: 'note',
      label: { zh: '失单说明', en: 'Lost, in words' },
      searched: true,
    },
  },
});
export type Deal = RecordOf<typeof deal>;

/**
 * An introduction record (居间记录): when and how the broker brought the parties together. It is
 * what the fee rests on when a client goes around the broker: 民法典 art 965.
 */
export const introduction = defineEntity({
  name: 'introduction',
  label: { zh: '居间记录', en: 'Introduction' },
  plural: { zh: '居间记录', en: 'Introductions' },
  title: 'what',
  partOf: { entity: 'deal', field: 'dealId' },
  sections: { introduction: { zh: '居间记录', en: 'Introduction' } },
  fields: {
    dealId: {
      kind: 'ref',
      entity: 'deal',
      label: { zh: '交易', en: 'Deal' },
      required: true,
    },
    introducedOn: {
      kind: 'date',
      label: { zh: '日期', en: 'Date' },
      required: true,
      section: 'introduction',
      listed: 110,
    },
    way: {
      kind: 'choice',
      options: {
        meeting: { zh: '当面', en: 'Meeting' },
        visit: { zh: '实地考察', en: 'Site visit' },
        online: { zh: '线上会议', en: 'Online meeting' },
        phone: { zh: '电话', en: 'Phone' },
        email: { zh: '邮件', en: 'E-mail' },
        message: { zh: '微信等消息', en: 'Message' },
      },
      label: { zh: '方式', en: 'Way' },
      required: true,
      section: 'introduction',
      listed: 100,
    },
    what: {
      kind: 'text',
      label: { zh: '事项', en: 'What was introduced' },
      required: true,
      section: 'introduction',
      listed: 320,
      max: 300,
    },
    persons: {
      kind: 'text',
      label: { zh: '在场人员', en: 'Persons' },
      section: 'introduction',
      listed: 180,
      personal: true,
      max: 200,
    },
    proof: {
      kind: 'text',
      label: { zh: '凭证', en: 'Proof' },
      help: { zh: '签收、截图、邮件编号等', en: 'Receipt, picture, e-mail reference' },
      section: 'introduction',
      listed: 160,
      max: 200,
    },
  },
});
export type Introduction = RecordOf<typeof introduction>;

/** Money received under the contract (到账), which running commissions are reckoned on. */
export const receipt = defineEntity({
  name: 'receipt',
  label: { zh: '到账记录', en: 'Receipt' },
  plural: { zh: '到账记录', en: 'Receipts' },
  title: 'note',
  partOf: { entity: 'deal', field: 'dealId' },
  sections: { receipt: { zh: '到账记录', en: 'Receipt' } },
  fields: {
    dealId: {
      kind: 'ref',
      entity: 'deal',
      label: { zh: '交易', en: 'Deal' },
      required: true,
    },
    receivedOn: {
      kind: 'date',
      label: { zh: '到账日期', en: 'Received on' },
      required: true,
      section: 'receipt',
      listed: 120,
    },
    amountFen: {
      kind: 'money',
      label: { zh: '金额', en: 'Amount' },
      required: true,
      section: 'receipt',
      listed: 160,
    },
    note: {
      kind: 'text',
      label: { zh: '说明', en: 'Note' },
      help: { zh: '款项、凭证号', en: 'Instalment, voucher no.' },
      section: 'receipt',
      listed: 260,
      max: 200,
    },
  },
});
export type Receipt = RecordOf<typeof receipt>;
