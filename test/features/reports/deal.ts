import type { Portion } from '../../../shared/core/portion.ts';
import { portion } from '../../../shared/core/portion.ts';
import type { Commission, Share } from '../../../shared/features/commissions/index.ts';
import type { Deal, Receipt } from '../../../shared/features/deals/index.ts';
import { defaultStages } from '../../../shared/features/deals/index.ts';
import {
  type DealParts,
  type DealRecords,
  dealPartsOf,
} from '../../../shared/features/reports/index.ts';

const meta = { rev: 'r', createdAt: 0, updatedAt: 0 };

export const stageNo = (place: number): NonNullable<DealParts['stage']> => {
  const seed = defaultStages[place - 1];
  if (!seed) throw new Error(`no stage ${place}`);
  return { ...meta, ...seed };
};

export const receiptOf = (
  dealId: string,
  receivedOn: string,
  amountFen: number,
  note = '第一期',
): Receipt => ({
  ...meta,
  id: `${dealId}-${receivedOn}-${amountFen}`,
  dealId,
  receivedOn,
  amountFen,
  note,
});

export const shareOf = (
  dealId: string,
  beneficiary: string,
  part: Portion,
  position: number,
  role: Share['role'] = 'leadBroker',
): Share => ({
  ...meta,
  id: `${dealId}-${position}`,
  dealId,
  position,
  beneficiary,
  role,
  portion: part,
});

export const commissionOf = (
  dealId: string,
  terms: Partial<Commission> & Pick<Commission, 'method'>,
): Commission => ({ ...meta, id: `${dealId}-commission`, dealId, planName: '本所方案', ...terms });

/** The terms of the mockup: 5 % up to a million, 4 % above, of the technology amount. */
export const twoTiers = {
  method: 'tiers',
  base: 'technologyAmount',
  tierMode: 'progressive',
  tiers: [
    { upToFen: 1_000_000_00, rateBp: 500 },
    { upToFen: null, rateBp: 400 },
  ],
} as const;

/** A signed deal with everything that a summary can say. */
export function dealParts(
  id: string,
  over: Partial<Omit<DealRecords, 'deal'>> & { readonly deal?: Partial<Deal> } = {},
): DealParts {
  const { deal, ...parts } = over;
  return dealPartsOf({
    achievement: {
      ...meta,
      id: 'a',
      title: '电池热失控预警系统',
      units: ['华中科技大学'],
      leader: '解文博',
      patents: ['201210302535.5'],
    },
    enterprise: {
      ...meta,
      id: 'e',
      name: '武汉楚天储能科技有限公司',
      uscc: '91420115MA43G4NWF8',
      address: '武汉市江夏区',
    },
    contact: {
      ...meta,
      id: 'c',
      enterpriseId: 'e',
      name: '雷沐阳',
      role: '技术总监',
      phone: '13900002823',
    },
    stage: stageNo(8),
    introductions: [
      {
        ...meta,
        id: 'i',
        dealId: id,
        introducedOn: '2026-10-21',
        way: 'visit',
        what: '看样机',
        proof: '签到表',
      },
    ],
    receipts: [receiptOf(id, '2026-11-20', 1_000_000_00)],
    commission: commissionOf(id, {
      ...twoTiers,
      deductionFen: 5_000_00,
      deductionNote: '凭证 2026-0917',
    }),
    shares: [
      shareOf(id, '周立言', portion(1, 2), 100),
      shareOf(id, '梁若溪', portion(1, 5), 200, 'coBroker'),
      shareOf(id, '青禾技术转移', portion(3, 10), 300, 'institution'),
    ],
    ...parts,
    deal: {
      ...meta,
      id,
      title: '电池热失控预警系统 → 楚天储能',
      achievementId: 'a',
      enterpriseId: 'e',
      stageId: 'stage-8',
      mode: 'soleLicence',
      leadBroker: '周立言',
      contractNo: '000012345678901234567',
      signedOn: '2026-11-10',
      contractAmountFen: 3_600_000_00,
      technologyAmountFen: 3_150_000_00,
      registrationNo: '2026420111000028',
      registeredOn: '2026-11-18',
      ...deal,
    },
  });
}
