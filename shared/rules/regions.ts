import type { Options } from '../entities/field.ts';

/** Whose rules can hold: the country's, a province's, or those of a city with rules of its own. */
export const ruleRegions = {
  CN: { zh: '全国', en: 'National' },
  wuhan: { zh: '武汉', en: 'Wuhan' },
  hubei: { zh: '湖北', en: 'Hubei' },
  beijing: { zh: '北京', en: 'Beijing' },
  shanghai: { zh: '上海', en: 'Shanghai' },
  zhejiang: { zh: '浙江', en: 'Zhejiang' },
  tianjin: { zh: '天津', en: 'Tianjin' },
  hebei: { zh: '河北', en: 'Hebei' },
  shanxi: { zh: '山西', en: 'Shanxi' },
  innerMongolia: { zh: '内蒙古', en: 'Inner Mongolia' },
  liaoning: { zh: '辽宁', en: 'Liaoning' },
  jilin: { zh: '吉林', en: 'Jilin' },
  heilongjiang: { zh: '黑龙江', en: 'Heilongjiang' },
  jiangsu: { zh: '江苏', en: 'Jiangsu' },
  anhui: { zh: '安徽', en: 'Anhui' },
  fujian: { zh: '福建', en: 'Fujian' },
  jiangxi: { zh: '江西', en: 'Jiangxi' },
  shandong: { zh: '山东', en: 'Shandong' },
  henan: { zh: '河南', en: 'Henan' },
  hunan: { zh: '湖南', en: 'Hunan' },
  guangdong: { zh: '广东', en: 'Guangdong' },
  guangxi: { zh: '广西', en: 'Guangxi' },
  hainan: { zh: '海南', en: 'Hainan' },
  chongqing: { zh: '重庆', en: 'Chongqing' },
  sichuan: { zh: '四川', en: 'Sichuan' },
  guizhou: { zh: '贵州', en: 'Guizhou' },
  yunnan: { zh: '云南', en: 'Yunnan' },
  tibet: { zh: '西藏', en: 'Tibet' },
  shaanxi: { zh: '陕西', en: 'Shaanxi' },
  gansu: { zh: '甘肃', en: 'Gansu' },
  qinghai: { zh: '青海', en: 'Qinghai' },
  ningxia: { zh: '宁夏', en: 'Ningxia' },
  xinjiang: { zh: '新疆', en: 'Xinjiang' },
} as const satisfies Options;
export type RuleRegion = keyof typeof ruleRegions;

/** The province that a city with rules of its own lies in. */
const provinces: Partial<Record<RuleRegion, RuleRegion>> = { wuhan: 'hubei' };

/** Whose rules hold in a region, the nearest first: its own, its province's, the country's. */
export function regionChain(region: RuleRegion): readonly RuleRegion[] {
  const province = provinces[region];
  const own = province === undefined ? [region] : [region, province];
  return region === 'CN' ? own : [...own, 'CN'];
}
