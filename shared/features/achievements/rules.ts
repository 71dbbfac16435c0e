import { defineRules, type RowOf } from '../../rules/index.ts';

const part = { zh: '成果登记', en: 'Registration' } as const;

/** What follows from money of the state, as long as its row is in force. */
export const dutyRules = defineRules({
  name: 'fundingDuties',
  part,
  label: { zh: '财政资金项目的义务', en: 'Duties of funded projects' },
  note: {
    zh: '计划内项目的成果须登记、汇交；登记检查、汇交提醒和缺失链接据此提示。',
    en: 'Achievements of funded projects are to be registered and deposited; the registration check and reminders speak of it.',
  },
  fields: {
    duty: {
      kind: 'choice',
      options: {
        register: { zh: '科技成果登记', en: 'Registration' },
        deposit: { zh: '成果信息汇交', en: 'Deposit of the achievement' },
      },
      label: { zh: '义务', en: 'Duty' },
      required: true,
    },
  },
  slot: ['duty'],
  rows: [
    {
      key: 'register',
      region: 'CN',
      duty: 'register',
      validFrom: '2001-01-01',
      validTo: null,
      source: '国科发计字〔2000〕542号',
      confidence: 'check',
    },
    {
      key: 'deposit',
      region: 'CN',
      duty: 'deposit',
      validFrom: '2015-10-01',
      validTo: null,
      source: '促进科技成果转化法（2015年修正）第十一条',
      confidence: 'sure',
    },
  ],
});
export type DutyRule = RowOf<typeof dutyRules>;
export type DutyName = DutyRule['duty'];

export const registrationForm = defineRules({
  name: 'registrationForm',
  part,
  label: { zh: '登记表的限制', en: 'Limits of the registration form' },
  note: {
    zh: '登记检查按此提示简介过长。各登记机构的口径不同，以所在机构为准。',
    en: 'The registration check speaks of summaries that are longer. Offices differ: take what yours asks for.',
  },
  fields: {
    summaryMax: {
      kind: 'integer',
      min: 100,
      max: 20_000,
      label: { zh: '简介最多字数', en: 'Longest summary, characters' },
      required: true,
    },
  },
  slot: [],
  rows: [
    {
      key: 'summary',
      region: 'CN',
      summaryMax: 2000,
      validFrom: '2001-01-01',
      validTo: null,
      source: '登记机构的通常要求（实务，非法定）',
      confidence: 'example',
    },
  ],
});
