import type { Portion } from '../core/portion.ts';
import { portion } from '../core/portion.ts';
import type { Share } from '../features/commissions/index.ts';
import type { Deal } from '../features/deals/index.ts';

/** How a deal of the demo stands. Days count from today, amounts are in 万元. */
export interface DealRow {
  /** Places in the lists of invented achievements and enterprises. */
  readonly parties: readonly [achievement: number, enterprise: number];
  /** Place in the list of the enterprises' needs. */
  readonly need?: number;
  /** Place in the pipeline, from 1. */
  readonly stage: number;
  /** Days ago on which it began, and on which it reached its stage. */
  readonly since: readonly [begun: number, stage: number];
  readonly mode: NonNullable<Deal['mode']>;
  readonly amounts?: readonly [contract: number, technology: number];
  readonly next?: readonly [what: string, inDays: number];
  readonly publicity?: readonly [from: number, until: number];
  readonly signed?: number;
  /** Days ago and per cent of the contract amount. */
  readonly received?: readonly (readonly [daysAgo: number, percent: number])[];
  readonly commission?: readonly [plan: string, shares: keyof typeof shareSets];
  readonly deduction?: readonly [wan: number, note: string];
  readonly registered?: number;
  readonly lost?: readonly [daysAgo: number, reason: NonNullable<Deal['lostReason']>, note: string];
  readonly note?: string;
}

/** Who shares; `lead` and `second` stand for the deal's own brokers. */
type Beneficiary = 'lead' | 'second' | 'house' | 'referrer';
type ShareRow = readonly [who: Beneficiary, role: Share['role'], part: Portion];

export const shareSets = {
  team: [
    ['lead', 'leadBroker', portion(1, 2)],
    ['second', 'coBroker', portion(1, 5)],
    ['house', 'institution', portion(1, 5)],
    ['referrer', 'demandReferrer', portion(1, 10)],
  ],
  halves: [
    ['lead', 'leadBroker', portion(1, 2)],
    ['house', 'institution', portion(1, 2)],
  ],
  thirds: [
    ['lead', 'leadBroker', portion(1, 3)],
    ['second', 'coBroker', portion(1, 3)],
    ['house', 'institution', portion(1, 3)],
  ],
  referred: [
    ['lead', 'leadBroker', portion(3, 5)],
    ['referrer', 'supplyReferrer', portion(1, 8)],
    ['house', 'institution', portion(11, 40)],
  ],
} as const satisfies Readonly<Record<string, readonly ShareRow[]>>;

const TIERS = 'plan-progressive';
const RECEIVED = 'plan-percent';
const FIXED = 'plan-fixed';
/** The demo's own plan: a first consultation for 1,000 yuan. */
const CONSULTING = 'consulting';

// biome-ignore format: one deal a line reads as a table
export const dealRows: readonly DealRow[] = [
  { parties: [15, 7], stage: 1, since: [4, 4], mode: 'jointDevelopment', next: ['电话确认参观时间', 1] },
  { parties: [20, 13], stage: 1, since: [2, 2], mode: 'jointDevelopment', next: ['发去成果资料', 0] },
  { parties: [46, 32], stage: 1, since: [9, 9], mode: 'licence', amounts: [55, 55], next: ['约康复科主任试用', 5] },

  { parties: [32, 25], stage: 2, since: [20, 11], mode: 'jointDevelopment', next: ['签居间协议', -3] },
  { parties: [24, 18], need: 1, stage: 2, since: [16, 6], mode: 'commissionedDevelopment', amounts: [1200, 1000], next: ['走访工厂，取磷石膏样', 3] },
  { parties: [40, 35], stage: 2, since: [24, 15], mode: 'licence', amounts: [48, 48], next: ['补签委托书', 9] },

  { parties: [9, 31], stage: 3, since: [58, 24], mode: 'transfer', amounts: [680, 600], next: ['催第三方检测报告', -8] },
  { parties: [23, 17], stage: 3, since: [47, 19], mode: 'exclusiveLicence', amounts: [2000, 2000], next: ['核对权属与发明人名单', 2] },
  { parties: [13, 7], stage: 3, since: [39, 12], mode: 'exclusiveLicence', amounts: [1500, 1500], next: ['到实验室复测样片', 6], commission: [TIERS, 'team'] },
  { parties: [16, 12], stage: 3, since: [31, 8], mode: 'service', amounts: [240, 200] },

  { parties: [2, 2], stage: 4, since: [96, 21], mode: 'equity', amounts: [2600, 2600], next: ['股权比例第二轮谈判', 0], commission: [TIERS, 'team'] },
  { parties: [22, 16], stage: 4, since: [52, 17], mode: 'service', amounts: [180, 120], next: ['回复付款方式', -2], note: '对方希望先付 20%，余款按产量支付。' },
  { parties: [42, 10], stage: 4, since: [83, 14], mode: 'exclusiveLicence', amounts: [3200, 3200], next: ['与税务顾问测算', 7] },
  { parties: [25, 20], stage: 4, since: [44, 10], mode: 'service', amounts: [90, 90], next: ['送修改后的服务方案', 4] },

  { parties: [0, 0], need: 0, stage: 5, since: [41, 9], mode: 'soleLicence', amounts: [360, 315], next: ['签约会议，带法务', 9], publicity: [-9, 6], commission: [TIERS, 'team'], deduction: [0.5, '前期调研费，凭证 2026-0917'] },
  { parties: [44, 11], stage: 5, since: [71, 13], mode: 'transfer', amounts: [1500, 1500], next: ['准备转让合同', 3], publicity: [-13, 2], commission: [TIERS, 'referred'] },
  { parties: [36, 27], stage: 5, since: [49, 16], mode: 'licence', amounts: [180, 150], next: ['公示已满，约签约时间', 1], publicity: [-16, -1], commission: [RECEIVED, 'halves'] },

  { parties: [31, 23], stage: 6, since: [77, 5], mode: 'transfer', amounts: [520, 460], next: ['送认定登记材料', 8], publicity: [-31, -15], signed: 5, commission: [TIERS, 'team'] },
  { parties: [1, 1], stage: 6, since: [88, 12], mode: 'transfer', amounts: [350, 350], next: ['确认首付款到账凭证', 2], publicity: [-40, -24], signed: 12, received: [[3, 30]], commission: [RECEIVED, 'team'] },

  { parties: [10, 3], need: 2, stage: 7, since: [101, 26], mode: 'licence', amounts: [140, 100], next: ['取登记证明', 5], signed: 40, received: [[33, 50]], commission: [RECEIVED, 'halves'] },
  { parties: [19, 15], stage: 7, since: [79, 18], mode: 'licence', amounts: [60, 60], signed: 28, received: [[20, 40]], commission: [FIXED, 'halves'], registered: 6 },

  { parties: [6, 4], stage: 8, since: [268, 190], mode: 'licence', amounts: [1200, 980], next: ['验收后收尾款', 12], signed: 210, received: [[200, 30], [120, 30], [30, 20]], commission: [RECEIVED, 'team'], registered: 192 },
  { parties: [26, 19], stage: 8, since: [204, 131], mode: 'licence', amounts: [260, 220], signed: 150, received: [[140, 40], [62, 30]], commission: [RECEIVED, 'referred'], registered: 133 },
  { parties: [17, 6], stage: 8, since: [345, 272], mode: 'transfer', amounts: [1100, 1100], next: ['最后一笔 10% 待封装验收', 16], signed: 290, received: [[280, 30], [170, 40], [45, 20]], commission: [TIERS, 'team'], registered: 275 },
  { parties: [29, 22], stage: 8, since: [148, 80], mode: 'transfer', amounts: [310, 250], next: ['催第二笔款', -4], signed: 95, received: [[88, 50]], commission: [RECEIVED, 'halves'], registered: 82 },

  { parties: [7, 21], stage: 9, since: [312, 95], mode: 'service', amounts: [160, 160], next: ['回访使用效果', 20], signed: 260, received: [[250, 50], [100, 50]], commission: [RECEIVED, 'halves'], registered: 244 },
  { parties: [21, 14], need: 5, stage: 9, since: [262, 210], mode: 'licence', amounts: [60, 45], signed: 230, received: [[225, 100]], commission: [CONSULTING, 'thirds'], registered: 214 },

  { parties: [33, 26], stage: 10, since: [362, 150], mode: 'licence', amounts: [95, 80], signed: 305, received: [[297, 60], [235, 40]], commission: [RECEIVED, 'halves'], registered: 288 },
  { parties: [37, 28], stage: 10, since: [340, 180], mode: 'licence', amounts: [65, 65], signed: 300, received: [[292, 100]], commission: [FIXED, 'halves'], registered: 281 },

  { parties: [5, 1], stage: 4, since: [90, 45], mode: 'transfer', amounts: [250, 250], lost: [30, 'price', '企业只肯付 120 万元，成果方底价 200 万元。'] },
  { parties: [3, 2], stage: 3, since: [130, 100], mode: 'jointDevelopment', lost: [75, 'maturity', '大面积组件还没有稳定数据，约定明年再谈。'] },
  { parties: [45, 10], stage: 4, since: [66, 30], mode: 'soleLicence', amounts: [980, 900], lost: [12, 'rival', '企业选了进口方案。'] },
  { parties: [34, 24], stage: 2, since: [95, 82], mode: 'commissionedDevelopment', lost: [50, 'noAnswer', '三次电话未回。'] },
];
