import type { Options } from '../entities/field.ts';

/**
 * How an achievement reaches an enterprise: the six ways of the 促进科技成果转化法 art 16, with
 * licences by kind (技术合同司法解释 art 25) and the contract kinds of 民法典 ch. 20.
 */
export const transferModes = {
  transfer: {
    zh: '技术转让',
    en: 'Transfer',
    aliases: ['转让', '专利权转让', '专利转让', '技术成果转让'],
  },
  exclusiveLicence: {
    zh: '许可（独占）',
    en: 'Exclusive licence',
    aliases: ['独占许可', '独占实施许可'],
  },
  soleLicence: { zh: '许可（排他）', en: 'Sole licence', aliases: ['排他许可', '排他实施许可'] },
  // An unclear licence is an ordinary one: 技术合同司法解释 art 25.
  licence: {
    zh: '许可（普通）',
    en: 'Licence',
    aliases: ['技术许可', '许可', '普通许可', '专利许可', '普通实施许可'],
  },
  equity: { zh: '作价投资', en: 'Equity', aliases: ['技术入股', '作价入股', '技术作价入股'] },
  jointImplementation: {
    zh: '合作实施',
    en: 'Joint implementation',
    aliases: ['合作转化', '合作实施转化'],
  },
  ownImplementation: {
    zh: '自行实施',
    en: 'Own implementation',
    aliases: ['自行转化', '自行投资实施'],
  },
  commissionedDevelopment: {
    zh: '委托开发',
    en: 'Commissioned development',
    aliases: ['技术开发（委托）'],
  },
  jointDevelopment: { zh: '合作开发', en: 'Joint development', aliases: ['技术开发（合作）'] },
  consulting: { zh: '技术咨询', en: 'Consulting', aliases: ['咨询'] },
  service: { zh: '技术服务', en: 'Service', aliases: ['服务'] },
} as const satisfies Options;
