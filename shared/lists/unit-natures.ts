import type { Options } from '../entities/field.ts';

/** What a unit is (单位性质), by the groups of the registration forms. */
export const unitNatures = {
  authority: { zh: '机关法人', en: 'Authority' },
  institute: { zh: '科研机构', en: 'Research institute', aliases: ['科研院所', '研究院所'] },
  university: { zh: '高等院校', en: 'University', aliases: ['高校', '大专院校', '高等学校'] },
  hospital: { zh: '医疗卫生机构', en: 'Hospital', aliases: ['医疗机构', '医院'] },
  publicOther: { zh: '其他事业法人', en: 'Other public institution', aliases: ['事业单位'] },
  association: { zh: '社团法人', en: 'Association' },
  stateOwned: { zh: '国有企业', en: 'State-owned enterprise' },
  private: { zh: '私营企业', en: 'Private enterprise', aliases: ['民营企业'] },
  domestic: {
    zh: '其他内资企业',
    en: 'Other domestic enterprise',
    aliases: ['有限责任公司', '股份有限公司', '内资企业'],
  },
  hongKong: { zh: '港澳台企业', en: 'Hong Kong, Macao, Taiwan capital' },
  foreign: { zh: '外商投资企业', en: 'Foreign-invested', aliases: ['外资企业'] },
  person: { zh: '个人', en: 'Person', aliases: ['自然人', '个体经营'] },
} as const satisfies Options;
