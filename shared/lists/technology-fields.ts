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
