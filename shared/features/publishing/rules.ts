import type { Bilingual } from '../../core/language.ts';
import { defineRules, type RowOf } from '../../rules/index.ts';

const part = { zh: '资料与保密', en: 'Handouts and secrecy' } as const;
const open = { region: 'CN', validTo: null } as const;

/** What is looked at before something is told, in the order in which it is shown. */
export const checks = {
  stateSecret: { zh: '国家秘密', en: 'State secrets' },
  content: { zh: '内容', en: 'Contents' },
  leak: { zh: '受保护的值', en: 'Guarded values' },
  nda: { zh: '保密协议', en: 'NDA' },
  novelty: { zh: '新颖性', en: 'Novelty' },
  unit: { zh: '单位同意', en: 'Consent of the unit' },
  coOwner: { zh: '共有人同意', en: 'Consent of co-owners' },
  inventor: { zh: '完成人同意', en: 'Consent of inventors' },
  price: { zh: '价格', en: 'Price' },
  names: { zh: '企业名称', en: 'Names of enterprises' },
  personal: { zh: '个人信息', en: 'Personal data' },
} as const satisfies Readonly<Record<string, Bilingual>>;
export type Check = keyof typeof checks;

/** What asks for each check. Contents and guarded values are the app's own, and rest on none. */
export const checkRules = defineRules({
  name: 'publishChecks',
  part,
  label: { zh: '发布检查的依据', en: 'What asks for the checks' },
  note: {
    zh: '对外提供资料前的各项检查，各依据什么。按资料日期适用。',
    en: 'What each check before a handout rests on. By the day of the handout.',
  },
  fields: {
    check: { kind: 'choice', options: checks, label: { zh: '检查', en: 'Check' }, required: true },
  },
  slot: ['check'],
  rows: [
    {
      ...open,
      key: 'stateSecret',
      check: 'stateSecret',
      validFrom: '2024-09-01',
      source: '保守国家秘密法；保守国家秘密法实施条例第四十二条（先审查、后公开）',
      confidence: 'check',
    },
    {
      ...open,
      key: 'nda',
      check: 'nda',
      validFrom: '2021-01-01',
      source: '民法典第五百零一条；反不正当竞争法（商业秘密）',
      confidence: 'sure',
    },
    {
      ...open,
      key: 'novelty',
      check: 'novelty',
      validFrom: '2009-10-01',
      source: '专利法第二十二条、第三十四条',
      confidence: 'sure',
    },
    {
      ...open,
      key: 'unit',
      check: 'unit',
      validFrom: '2015-10-01',
      source: '促进科技成果转化法第十八条、第三十条',
      confidence: 'sure',
    },
    {
      ...open,
      key: 'coOwner',
      check: 'coOwner',
      validFrom: '2015-10-01',
      source: '促进科技成果转化法第四十条；专利法（共有人）',
      confidence: 'check',
    },
    {
      ...open,
      key: 'inventor',
      check: 'inventor',
      validFrom: '2015-10-01',
      source: '行业惯例',
      confidence: 'example',
    },
    {
      ...open,
      key: 'price',
      check: 'price',
      validFrom: '2015-10-01',
      source: '促进科技成果转化法第十八条；委托约定',
      confidence: 'check',
    },
    {
      ...open,
      key: 'names',
      check: 'names',
      validFrom: '2015-10-01',
      source: '委托约定',
      confidence: 'example',
    },
    {
      ...open,
      key: 'personal',
      check: 'personal',
      validFrom: '2021-11-01',
      source: '个人信息保护法第二十三条、第二十五条',
      confidence: 'sure',
    },
  ],
});
export type CheckRow = RowOf<typeof checkRules>;

/** After so many months an application for an invention is published, unless it was published earlier. */
export const unpublishedRules = defineRules({
  name: 'unpublishedApplications',
  part,
  label: { zh: '发明专利申请的公布', en: 'Publication of applications' },
  note: {
    zh: '自申请日（有优先权的，自优先权日）起满若干个月公布；此前申请内容没有公开。',
    en: 'From filing or priority, after so many months; before that, the application is not public.',
  },
  fields: {
    months: {
      kind: 'integer',
      min: 0,
      max: 60,
      label: { zh: '月数', en: 'Months' },
      required: true,
    },
  },
  slot: [],
  rows: [
    {
      ...open,
      key: 'invention',
      months: 18,
      validFrom: '1993-01-01',
      source: '专利法第三十四条',
      confidence: 'sure',
    },
  ],
});
export type UnpublishedRow = RowOf<typeof unpublishedRules>;
