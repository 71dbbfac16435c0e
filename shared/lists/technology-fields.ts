import type { Options } from '../entities/field.ts';

/** The eight fields in which achievement packages are published: 国办发〔2016〕28号, task 1. */
export const policyFields = {
  informationNetworks: { zh: '新一代信息网络', en: 'Information networks' },
  greenManufacturing: { zh: '智能绿色制造', en: 'Smart green manufacturing' },
  agriculture: { zh: '现代农业', en: 'Modern agriculture' },
  energy: { zh: '现代能源', en: 'Modern energy' },
  resourcesEnvironment: {
    zh: '资源高效利用和生态环保',
    en: 'Resources and environment',
    aliases: ['资源高效利用与生态环保', '生态环保'],
  },
  oceanSpace: { zh: '海洋和空间', en: 'Ocean and space', aliases: ['海洋与空间'] },
  smartCity: {
    zh: '智慧城市和数字社会',
    en: 'Smart cities, digital society',
    aliases: ['智慧城市与数字社会', '智慧城市'],
  },
  health: { zh: '人口健康', en: 'Population health' },
} as const satisfies Options;

/** The high-tech fields supported by the state (国科发火〔2016〕32号, annex). */
export const highTechFields = {
  electronics: { zh: '电子信息', en: 'Electronics and information', aliases: ['电子信息技术'] },
  biomedicine: {
    zh: '生物与新医药',
    en: 'Biology and new medicine',
    aliases: ['生物与新医药技术', '生物医药'],
  },
  aerospace: { zh: '航空航天', en: 'Aviation and space', aliases: ['航空航天技术'] },
  materials: { zh: '新材料', en: 'New materials', aliases: ['新材料技术'] },
  services: { zh: '高技术服务', en: 'High-tech services', aliases: ['高技术服务业'] },
  energy: {
    zh: '新能源与节能',
    en: 'New energy and energy saving',
    aliases: ['新能源及节能技术', '新能源与节能技术'],
  },
  environment: {
    zh: '资源与环境',
    en: 'Resources and environment',
    aliases: ['资源与环境技术'],
  },
  manufacturing: {
    zh: '先进制造与自动化',
    en: 'Advanced manufacturing, automation',
    aliases: ['先进制造', '先进制造与自动化技术'],
  },
} as const satisfies Options;

/** Fields of technology by which technology contracts are registered (技术合同认定登记, 11). */
export const contractFields = {
  electronics: { zh: '电子信息', en: 'Electronics and information' },
  aerospace: { zh: '航空航天', en: 'Aviation and space' },
  manufacturing: { zh: '先进制造', en: 'Advanced manufacturing' },
  biomedicine: {
    zh: '生物、医药和医疗器械',
    en: 'Biology, medicine, medical devices',
    aliases: ['生物医药和医疗器械', '生物医药'],
  },
  materials: { zh: '新材料及其应用', en: 'New materials and their use', aliases: ['新材料'] },
  energy: {
    zh: '新能源与高效节能',
    en: 'New energy and energy saving',
    aliases: ['新能源', '新能源与节能'],
  },
  environment: {
    zh: '环境保护与资源综合利用',
    en: 'Environment and use of resources',
    aliases: ['环境保护', '资源与环境'],
  },
  nuclear: { zh: '核应用', en: 'Nuclear applications', aliases: ['核应用技术'] },
  agriculture: { zh: '农业', en: 'Agriculture' },
  transport: { zh: '现代交通', en: 'Modern transport' },
  cities: {
    zh: '城市建设与社会发展',
    en: 'Cities and social development',
    aliases: ['城市建设'],
  },
} as const satisfies Options;
