import type { Options } from '../entities/field.ts';

/** Where the plan and the money of the research came from (计划来源), as the registration forms name them. */
export const fundingSources = {
  nationalMajor: { zh: '国家科技重大专项', en: 'National major project', aliases: ['重大专项'] },
  nationalKey: {
    zh: '国家重点研发计划',
    en: 'National key R&D',
    aliases: ['重点研发计划', '重点研发'],
  },
  nationalScience: {
    zh: '国家自然科学基金',
    en: 'National science foundation',
    aliases: ['自然科学基金', '国家自科基金', '国家基金'],
  },
  nationalGuidance: {
    zh: '技术创新引导专项（基金）',
    en: 'Innovation guidance fund',
    aliases: ['技术创新引导专项', '技术创新引导专项(基金)'],
  },
  nationalTalent: { zh: '基地和人才专项', en: 'Bases and talents' },
  nationalOther: {
    zh: '其他国家计划',
    en: 'Other national plan',
    aliases: ['国家计划', '国家科技计划'],
  },
  department: { zh: '部门计划', en: 'Plan of a ministry', aliases: ['部委计划', '部级计划'] },
  province: {
    zh: '省（自治区、直辖市）、计划单列市计划',
    en: 'Plan of a province',
    aliases: ['省级计划', '省科技计划', '省（市、自治区）计划'],
  },
  city: {
    zh: '地市县计划',
    en: 'Plan of a city or county',
    aliases: ['市级计划', '市科技计划', '地方计划'],
  },
  outside: {
    zh: '计划外',
    en: 'Outside plans',
    aliases: ['自选', '自选课题', '自筹', '横向', '横向委托', '企业委托'],
  },
} as const satisfies Options;
