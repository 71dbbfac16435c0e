import { portion } from '../../core/portion.ts';
import type { ValuesOf } from '../../entities/entity.ts';
import type { CommissionPlan, commissionPlan, Share } from './entity.ts';

type PlanSeed = ValuesOf<typeof commissionPlan> & Pick<CommissionPlan, 'id'>;

const PRACTICE = '行业惯例：技术价款的 3%–10%，随金额递减；无统一收费标准';

/**
 * The plans that a new desk begins with. There is no tariff for brokers: these are market practice
 * and examples, said to be so, and meant to be replaced by what a house has agreed.
 */
export const presetPlans: readonly PlanSeed[] = [
  {
    id: 'plan-progressive',
    name: '超额累进 5/4/3/2%',
    confidence: 'practice',
    source: PRACTICE,
    method: 'tiers',
    base: 'technologyAmount',
    tierMode: 'progressive',
    tiers: [
      { upToFen: 1_000_000_00, rateBp: 500 },
      { upToFen: 5_000_000_00, rateBp: 400 },
      { upToFen: 10_000_000_00, rateBp: 300 },
      { upToFen: null, rateBp: 200 },
    ],
  },
  {
    id: 'plan-percent',
    name: '按到账 5%',
    confidence: 'practice',
    source: PRACTICE,
    method: 'percent',
    base: 'receivedAmount',
    rateBp: 500,
  },
  {
    id: 'plan-fixed',
    name: '固定服务费 2 万元',
    confidence: 'example',
    source: '示例，请按协议修改',
    method: 'fixed',
    fixedFen: 20_000_00,
  },
];

export interface SharePreset {
  readonly id: 'example' | 'halves' | 'leadOnly';
  readonly shares: readonly Pick<Share, 'role' | 'portion'>[];
}

/** Usual ways to share a commission; examples, every part is edited afterwards. */
export const sharePresets: readonly SharePreset[] = [
  {
    id: 'example',
    shares: [
      { role: 'leadBroker', portion: portion(1, 2) },
      { role: 'coBroker', portion: portion(1, 5) },
      { role: 'supplyReferrer', portion: portion(1, 10) },
      { role: 'demandReferrer', portion: portion(1, 10) },
      { role: 'institution', portion: portion(1, 10) },
    ],
  },
  {
    id: 'halves',
    shares: [
      { role: 'leadBroker', portion: portion(1, 2) },
      { role: 'institution', portion: portion(1, 2) },
    ],
  },
  { id: 'leadOnly', shares: [{ role: 'leadBroker', portion: portion(1, 1) }] },
];
