import type { Change, Values } from '../commits/index.ts';
import { addDays, type CivilDate } from '../core/dates.ts';
import type { Price } from '../core/money.ts';
import {
  addIndicators,
  type Indicator,
  type Need,
  parseIndicators,
} from '../features/needs/index.ts';
import type { DemoEnterprise } from './enterprises.ts';
import { workday } from './seeded.ts';

const WAN = 1_000_000;

/** A need of the demo. Days count from today, the budget is in 万元. */
interface NeedRow {
  /** Place in the list of invented enterprises. */
  readonly of: number;
  readonly values: Omit<Partial<Need>, 'title' | 'budget'> & { readonly title: string };
  readonly budget: readonly [from: number, to: number] | number | 'open' | null;
  /** Whether its indicators have been read from their words. */
  readonly taken: boolean;
  readonly collected: number;
  readonly verified?: number;
  readonly wanted?: number;
  readonly valid?: number;
}

const needRows: readonly NeedRow[] = [
  {
    of: 0,
    values: {
      title: '大容量储能电芯热失控早期预警',
      status: 'matching',
      decisionOwner: '总经理',
      secrecy: 'internal',
      isNamePublic: 'no',
      field: 'energy',
      industry: 'C38',
      problem:
        '314Ah 电芯成簇后，现有温度和电压判据在热失控前不足 3 分钟才报警，来不及断簇和喷淋，且误报多。',
      background: '两个在运电站一年内各停机一次，业主要求在下一批设备中给出预警方案。',
      indicatorText: '预警提前量≥30min；误报率≤0.1%；单簇成本增加2%以内；工作温度 -30~60℃',
      conditions: '有三年运行数据和 1MWh 试验簇，可做针刺和过充试验。',
      modes: ['licence', 'jointDevelopment'],
      partnerWishes: '有实测数据，能派人驻场联调三个月。',
      challenge: 'openCall',
      source: 'visit',
      sourceNote: '走访江夏工厂',
    },
    budget: [200, 400],
    taken: true,
    collected: 52,
    verified: 47,
    wanted: 160,
    valid: 120,
  },
  {
    of: 18,
    values: {
      title: '磷石膏低成本净化与全量利用',
      status: 'published',
      decisionOwner: '副总经理（生产）',
      secrecy: 'public',
      isNamePublic: 'yes',
      field: 'resourcesEnvironment',
      industry: 'C26',
      problem: '磷石膏中可溶磷、氟偏高，做建材强度不稳；堆存量每年增加约 180 万吨。',
      background: '“以用定产”考核，明年新增堆存要降到零。',
      indicatorText: '可溶磷≤0.05%、可溶氟≤0.02%\n处理成本由62元/吨降低到40元/吨\n产能≥50万吨/年',
      conditions: '有 5 万吨/年中试线和蒸汽余热。',
      modes: ['commissionedDevelopment', 'equity'],
      challenge: 'any',
      source: 'department',
      sourceNote: '市科技局征集',
    },
    budget: [800, 1500],
    taken: true,
    collected: 70,
    verified: 58,
    wanted: 230,
    valid: 90,
  },
  {
    of: 3,
    values: {
      title: '大型铸件表面缺陷在线检测',
      status: 'solved',
      decisionOwner: '技术总监',
      isNamePublic: 'yes',
      field: 'greenManufacturing',
      industry: 'C35',
      problem: '人工目检漏检率高，2 米以上铸件无法在节拍内检完。',
      indicatorText: '漏检率≤0.5%；误检率≤2%；单件检测时间不超过90s',
      modes: ['licence'],
      source: 'event',
      sourceNote: '东湖成果对接会',
    },
    budget: 140,
    taken: true,
    collected: 110,
    verified: 102,
    wanted: -30,
    valid: -10,
  },
  {
    of: 6,
    values: {
      title: '高速光模块用薄膜铌酸锂调制器封装',
      status: 'verified',
      decisionOwner: '研发副总',
      secrecy: 'tradeSecret',
      isNamePublic: 'no',
      field: 'informationNetworks',
      industry: 'C39',
      problem: '耦合后插损离散大，高低温循环后漂移超标，良率上不去。',
      indicatorText: '插入损耗≤3.5dB；3dB带宽≥70GHz；良率从62%提升到90%；工作温度 -5~75℃',
      conditions: '有耦合台 6 台、可靠性实验室。',
      modes: ['jointDevelopment', 'jointPlatform'],
      partnerWishes: '做过器件级封装，能签保密协议。',
      challenge: 'none',
      source: 'visit',
    },
    budget: 'open',
    taken: true,
    collected: 33,
    verified: 30,
    wanted: 300,
    valid: 150,
  },
  {
    of: 22,
    values: {
      title: '印染废水短流程回用',
      status: 'collected',
      isNamePublic: 'no',
      field: 'resourcesEnvironment',
      industry: 'C17',
      problem: '现有“生化+双膜”吨水成本 9 元以上，浓水无出路，回用率只有 45%。',
      indicatorText: '回用率70%以上，吨水成本≤5.5元，色度≤10倍',
      modes: ['service', 'commissionedDevelopment'],
      source: 'referral',
      sourceNote: '行业协会推荐',
    },
    budget: [150, 260],
    taken: false,
    collected: 12,
    wanted: 200,
    valid: 168,
  },
  {
    of: 14,
    values: {
      title: '小龙虾加工副产物高值利用',
      status: 'published',
      decisionOwner: '董事长',
      isNamePublic: 'yes',
      field: 'agriculture',
      industry: 'C13',
      problem: '虾壳每年约 6000 吨，目前当饲料原料低价处理，夏季异味投诉多。',
      indicatorText: '甲壳素得率≥18%；灰分≤1%；废水COD≤500mg/L',
      conditions: '有冷库和污水站，可腾出 2000 平方米厂房。',
      modes: ['transfer', 'equity'],
      challenge: 'contest',
      source: 'event',
      sourceNote: '潜江走进企业活动',
    },
    budget: 300,
    taken: true,
    collected: 61,
    verified: 55,
    wanted: 90,
    valid: 12,
  },
  {
    of: 10,
    values: {
      title: '介入导管亲水涂层国产替代',
      status: 'verified',
      decisionOwner: '总经理',
      secrecy: 'internal',
      isNamePublic: 'no',
      field: 'health',
      industry: 'C35',
      problem: '进口涂层液交期 4 个月，摩擦后脱落颗粒数超过内控。',
      indicatorText: '摩擦力≤0.1N；30次摩擦后增幅小于20%；有效期不少于2年',
      modes: ['licence', 'commissionedDevelopment'],
      partnerWishes: '有医疗器械注册经验。',
      source: 'approach',
    },
    budget: [120, 180],
    taken: true,
    collected: 26,
    verified: 20,
    wanted: 250,
    valid: 200,
  },
  {
    of: 13,
    values: {
      title: '再生稻机收减损与头季留桩',
      status: 'collected',
      isNamePublic: 'yes',
      field: 'agriculture',
      industry: 'A01',
      problem: '头季机收碾压损失大，再生季减产明显。',
      modes: ['jointDevelopment'],
      source: 'department',
    },
    budget: null,
    taken: false,
    collected: 5,
    valid: 175,
  },
  {
    of: 27,
    values: {
      title: '路口信号边缘协同优化',
      status: 'withdrawn',
      isNamePublic: 'yes',
      field: 'smartCity',
      industry: 'I65',
      problem: '干线协调依赖中心平台，断网后退化为定时方案。',
      indicatorText: '平均延误降低15%以上；决策时延≤200ms',
      modes: ['service'],
      source: 'platform',
      note: '企业已自研，2 个月后再问。',
    },
    budget: 80,
    taken: true,
    collected: 140,
    verified: 120,
    wanted: -15,
    valid: -40,
  },
  {
    of: 31,
    values: {
      title: '超薄电子玻璃热弯开裂控制',
      status: 'published',
      isNamePublic: 'yes',
      field: 'greenManufacturing',
      industry: 'C30',
      problem: '0.5mm 以下玻璃 3D 热弯时边缘微裂纹扩展，报废率 22%。',
      indicatorText: '报废率由22%降低到8%以下；曲率半径≥3mm；节拍不超过45s',
      modes: ['commissionedDevelopment', 'consulting'],
      challenge: 'openCall',
      source: 'visit',
    },
    budget: [90, 150],
    taken: true,
    collected: 95,
    verified: 88,
    wanted: 40,
    valid: -6,
  },
];

export interface DemoNeed {
  readonly id: string;
}

const priceOf = (budget: Exclude<NeedRow['budget'], null>): Price => {
  if (budget === 'open') return { kind: 'open' };
  if (typeof budget === 'number') return { kind: 'amount', fen: budget * WAN };
  return { kind: 'range', fromFen: budget[0] * WAN, toFen: budget[1] * WAN };
};

/** What a need says apart from its indicators; blanks are left out, as stored records have them. */
function valuesOf(row: NeedRow, place: number, enterpriseId: string, today: CivilDate): Values {
  const { wanted, valid, verified, collected, budget } = row;
  return {
    ...row.values,
    enterpriseId,
    needNo: `XQ-${today.slice(0, 4)}-${String(place + 1).padStart(3, '0')}`,
    collectedOn: workday(today, -collected),
    ...(verified === undefined ? {} : { verifiedOn: workday(today, -verified) }),
    ...(wanted === undefined ? {} : { wantedBy: addDays(today, wanted) }),
    ...(valid === undefined ? {} : { validUntil: addDays(today, valid) }),
    ...(budget === null ? {} : { budget: priceOf(budget) }),
    // Partial records of the description are plain values.
  } as Values;
}

/** The indicators in a need's own words; of the demo's, all say their relation. */
const indicatorsIn = (text: string): readonly Indicator[] =>
  parseIndicators(text).readings.flatMap(({ source: _, relation, ...reading }) =>
    relation === null ? [] : [{ ...reading, relation }],
  );

/** Needs of the invented enterprises, with their indicators. */
export function demoNeeds(
  enterprises: readonly DemoEnterprise[],
  today: CivilDate,
  newId: () => string,
): { readonly made: readonly DemoNeed[]; readonly changes: readonly Change[] } {
  const changes: Change[] = [];
  const made = needRows.map((row, place): DemoNeed => {
    const id = newId();
    const value = valuesOf(row, place, enterprises[row.of]?.id ?? '', today);
    const indicators = row.taken ? indicatorsIn(row.values.indicatorText ?? '') : [];
    changes.push({ put: 'need', id, value }, ...addIndicators(id, indicators, [], newId));
    return { id };
  });
  return { made, changes };
}
