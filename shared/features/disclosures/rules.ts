import { defineRules, type RowOf } from '../../rules/index.ts';
import { disclosurePublication } from './entity.ts';

const part = { zh: '成果披露', en: 'Disclosures' } as const;

const grace = {
  region: 'CN',
  validFrom: '1985-04-01',
  validTo: null,
  confidence: 'check',
  months: 6,
} as const;

/**
 * 专利法第二十四条: six months, in the listed cases only; their wording and days are to be checked.
 * The first case came with the amendment in force from 2021-06-01.
 */
export const graceRules = defineRules({
  name: 'noveltyGrace',
  part,
  label: { zh: '不丧失新颖性的宽限期', en: 'Grace before filing' },
  note: {
    zh: '在这些情形下公开的，宽限期内申请不丧失新颖性。按申请日适用；尚未申请的按今天。',
    en: 'A publication in these cases does no harm for so long. By the filing date; by today while nothing is filed.',
  },
  fields: {
    graceCase: {
      kind: 'choice',
      options: disclosurePublication.fields.graceCase.options,
      label: { zh: '情形', en: 'Case' },
      required: true,
    },
    months: {
      kind: 'integer',
      min: 0,
      max: 60,
      label: { zh: '宽限期（个月）', en: 'Grace, months' },
      required: true,
    },
  },
  slot: ['graceCase'],
  rows: [
    {
      key: 'emergency',
      ...grace,
      graceCase: 'emergency',
      validFrom: '2021-06-01',
      source: '专利法第二十四条第（一）项',
    },
    { key: 'exhibition', ...grace, graceCase: 'exhibition', source: '专利法第二十四条第（二）项' },
    { key: 'meeting', ...grace, graceCase: 'meeting', source: '专利法第二十四条第（三）项' },
    { key: 'breach', ...grace, graceCase: 'breach', source: '专利法第二十四条第（四）项' },
  ],
});
/** A case in which a publication before filing does no harm for so many months. */
export type GraceRow = RowOf<typeof graceRules>;

const income = { right: 'income', force: 'law', validTo: null } as const;
const wuhan = {
  region: 'wuhan',
  force: 'policy',
  validFrom: '2024-01-28',
  validTo: null,
  source: '武汉市促进科技成果转化若干政策措施（2024-01-28）',
  confidence: 'check',
  alternative: 'yes',
} as const;

export const rightsRules = defineRules({
  name: 'teamRights',
  part,
  label: { zh: '完成人权益的下限', en: 'Floors of the team’s rights' },
  note: {
    zh: '按约定日期适用，没有约定日期的按今天；全国、省、市的规定并列，取要求最高的一条。',
    en: 'By the day of the agreement, else by today; national, provincial and city rules stand beside each other, the highest counts.',
  },
  fields: {
    right: {
      kind: 'choice',
      options: {
        ownership: { zh: '所有权', en: 'Ownership' },
        use: { zh: '长期使用权', en: 'Long-term use' },
        income: { zh: '收益权', en: 'Income' },
      },
      label: { zh: '权利', en: 'Right' },
      required: true,
    },
    /** A law binds; a policy is what an authority promises or asks for. */
    force: {
      kind: 'choice',
      options: {
        law: { zh: '法律法规', en: 'Law' },
        policy: { zh: '政策', en: 'Policy' },
      },
      label: { zh: '效力', en: 'Force' },
      required: true,
    },
    /** Of ownership and income. */
    atLeastBp: { kind: 'rate', label: { zh: '不低于', en: 'At least' } },
    /** Of use. */
    atLeastYears: {
      kind: 'integer',
      min: 1,
      max: 100,
      label: { zh: '不少于（年）', en: 'At least, years' },
    },
    alternative: {
      kind: 'choice',
      options: { yes: { zh: '任选其一', en: 'one is enough' } },
      label: { zh: '同一依据的几项', en: 'Of those of its source' },
      help: {
        zh: '同一文件给出几种选择、满足一种即可的，各行都选“任选其一”',
        en: 'Where a document gives a choice and one of them is enough, each of its rows says so',
      },
    },
  },
  slot: ['right', 'force'],
  rows: [
    {
      key: 'income',
      ...income,
      region: 'CN',
      atLeastBp: 5000,
      validFrom: '2015-10-01',
      source: '促进科技成果转化法第四十五条',
      confidence: 'sure',
    },
    {
      key: 'income-beijing',
      ...income,
      region: 'beijing',
      atLeastBp: 7000,
      validFrom: '2020-01-01',
      source: '北京市促进科技成果转化条例',
      confidence: 'sure',
    },
    {
      key: 'income-shanghai',
      ...income,
      region: 'shanghai',
      atLeastBp: 7000,
      validFrom: '2017-06-01',
      source: '上海市促进科技成果转化条例',
      confidence: 'check',
    },
    {
      key: 'income-zhejiang',
      ...income,
      region: 'zhejiang',
      atLeastBp: 7000,
      validFrom: '2021-05-01',
      source: '浙江省促进科技成果转化条例',
      confidence: 'check',
    },
    {
      key: 'income-hubei',
      ...income,
      region: 'hubei',
      force: 'policy',
      atLeastBp: 7000,
      validFrom: '2013-12-01',
      source: '湖北“科技十条”（鄂政发〔2013〕60号），在鄂转化',
      confidence: 'check',
    },
    { key: 'ownership-wuhan', ...wuhan, right: 'ownership', atLeastBp: 7000 },
    { key: 'use-wuhan', ...wuhan, right: 'use', atLeastYears: 10 },
    {
      key: 'use-pilots',
      region: 'CN',
      right: 'use',
      force: 'policy',
      atLeastYears: 10,
      validFrom: '2020-05-09',
      validTo: '2023-05-08',
      source: '国科发区〔2020〕128号（赋权试点单位）',
      confidence: 'check',
    },
  ],
});
/** What a team must get at least, where it gets that right. */
export type RightsRow = RowOf<typeof rightsRules>;

/** Basis points; of `use`, years. Undefined where the row gives no such figure: it says nothing. */
export const atLeastOf = ({ right, atLeastBp, atLeastYears }: RightsRow): number | undefined =>
  right === 'use' ? atLeastYears : atLeastBp;

/** 专利法第二十二条: what the public knew before the filing date is prior art. */
export const NOVELTY_SOURCE = '专利法第二十二条';
/** 促进科技成果转化法第十八条: units of the state decide on transfer and price themselves. */
export const DISPOSAL_SOURCE = '促进科技成果转化法第十八条';
