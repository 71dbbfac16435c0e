import type { Change, Values } from '../commits/index.ts';
import { addDays, type CivilDate } from '../core/dates.ts';
import { presetPlans } from '../features/commissions/index.ts';
import { defaultStages } from '../features/deals/index.ts';
import type { DemoAchievement } from './achievements.ts';
import { type DealRow, dealRows, shareSets } from './deal-rows.ts';
import type { DemoEnterprise } from './enterprises.ts';
import type { DemoNeed } from './needs.ts';
import { inventedName, oneOf, type Pick, workday } from './seeded.ts';

const BROKERS: readonly [string, ...string[]] = ['周立言', '梁若溪', '宋知远'];
const HOUSE = '武汉青禾技术转移有限公司';
const WAN = 1_000_000;

interface Ctx {
  readonly today: CivilDate;
  readonly newId: () => string;
  readonly pick: Pick;
  readonly consultingPlanId: string;
}

/** Blanks are left out: a stored record has no undefined. */
const given = (values: Readonly<Record<string, Values[string] | undefined>>): Values =>
  Object.fromEntries(
    Object.entries(values).filter(
      (entry): entry is [string, Values[string]] => entry[1] !== undefined,
    ),
  );

/** What a deal takes over from a plan. */
function termsOf(plan: Omit<(typeof presetPlans)[number], 'id'>) {
  const { method, base, rateBp, fixedFen, tierMode, tiers } = plan;
  return { method, base, rateBp, fixedFen, tierMode, tiers: tiers?.map((tier) => ({ ...tier })) };
}

const consulting = { name: '初次咨询费 1,000 元', method: 'fixed', fixedFen: 1000_00 } as const;

function progressOf(row: DealRow, today: CivilDate) {
  const [begun, inStage] = row.since;
  const [nextStep, nextIn] = row.next ?? [];
  const [publicityFrom, publicityUntil] = row.publicity ?? [];
  return {
    stageSince: workday(today, -inStage),
    nextStep,
    nextOn: nextIn === undefined ? undefined : workday(today, nextIn),
    mandateSignedOn: row.stage < 2 || begun < 16 ? undefined : workday(today, -begun + 5),
    publicityFrom: publicityFrom === undefined ? undefined : addDays(today, publicityFrom),
    publicityUntil: publicityUntil === undefined ? undefined : addDays(today, publicityUntil),
    note: row.note,
  };
}

function contractOf(row: DealRow, place: number, today: CivilDate) {
  const [contract, technology] = row.amounts ?? [];
  const [lostAgo, lostReason, lostNote] = row.lost ?? [];
  const signedOn = row.signed === undefined ? undefined : workday(today, -row.signed);
  const year = signedOn?.slice(0, 4) ?? '';
  const number = String(place + 7).padStart(3, '0');
  return {
    contractAmountFen: contract === undefined ? undefined : contract * WAN,
    technologyAmountFen: technology === undefined ? undefined : technology * WAN,
    signedOn,
    contractNo: signedOn === undefined ? undefined : `QH-${year}-${number}`,
    registrationNo: row.registered === undefined ? undefined : `${year}420111000${number}`,
    registeredOn: row.registered === undefined ? undefined : workday(today, -row.registered),
    lostOn: lostAgo === undefined ? undefined : workday(today, -lostAgo),
    lostReason,
    lostNote,
  };
}

const WAYS = ['meeting', 'visit', 'online', 'phone'] as const;

function introductionsOf(
  dealId: string,
  row: DealRow,
  place: number,
  names: readonly string[],
  ctx: Ctx,
) {
  const [begun] = row.since;
  if (row.stage < 3) return [];
  // One of them was brought together before the mandate, so that the warning can be seen.
  const first = row.stage === 4 && row.mode === 'service' ? begun : begun - 8;
  const days = row.stage < 5 ? [first] : [first, begun - 19];
  return days.map((daysAgo, index): Change => {
    const what = index === 0 ? `介绍双方认识，交换资料` : `陪同企业到${names[0] ?? ''}看样机`;
    const value = {
      dealId,
      introducedOn: workday(ctx.today, -daysAgo),
      way: index === 0 ? (WAYS[place % WAYS.length] ?? 'meeting') : 'visit',
      what,
      persons: `${inventedName(ctx.pick)}、${inventedName(ctx.pick)}`,
      proof: index === 0 ? '微信群聊截图' : '签到表',
    };
    return { put: 'introduction', id: ctx.newId(), value };
  });
}

function receiptsOf(dealId: string, row: DealRow, ctx: Ctx) {
  const [contract = 0] = row.amounts ?? [];
  return (row.received ?? []).map(([daysAgo, percent], index): Change => {
    const value = {
      dealId,
      receivedOn: workday(ctx.today, -daysAgo),
      amountFen: (contract * WAN * percent) / 100,
      note: `第 ${index + 1} 笔，${percent}%`,
    };
    return { put: 'receipt', id: ctx.newId(), value };
  });
}

function commissionOf(
  dealId: string,
  row: DealRow,
  leadBroker: string,
  ctx: Ctx,
): readonly Change[] {
  const { today, newId, pick, consultingPlanId } = ctx;
  const [planKey, set] = row.commission ?? [];
  if (planKey === undefined || set === undefined) return [];
  const preset = presetPlans.find(({ id }) => id === planKey);
  const [deduction, deductionNote] = row.deduction ?? [];
  const value = given({
    dealId,
    planId: preset?.id ?? consultingPlanId,
    planName: preset?.name ?? consulting.name,
    takenOn: workday(today, -row.since[1]),
    ...termsOf(preset ?? consulting),
    deductionFen: deduction === undefined ? undefined : deduction * WAN,
    deductionNote,
  });
  const names = {
    lead: leadBroker,
    second: BROKERS.find((name) => name !== leadBroker) ?? BROKERS[0],
    house: HOUSE,
    referrer: inventedName(pick),
  };
  return [
    { put: 'commission', id: newId(), value },
    ...shareSets[set].map(
      ([who, role, part], index): Change => ({
        put: 'share',
        id: newId(),
        value: {
          dealId,
          position: (index + 1) * 100,
          beneficiary: names[who],
          role,
          portion: { ...part },
        },
      }),
    ),
  ];
}

/** Deals between the invented parties, with all that belongs to them. */
export function demoDeals(
  achievements: readonly DemoAchievement[],
  enterprises: readonly DemoEnterprise[],
  needs: readonly DemoNeed[],
  base: Omit<Ctx, 'consultingPlanId'>,
): readonly Change[] {
  const ctx: Ctx = { ...base, consultingPlanId: base.newId() };
  const plan: Change = {
    put: 'commissionPlan',
    id: ctx.consultingPlanId,
    value: { ...consulting, confidence: 'agreed', source: '机构内部约定' },
  };
  const deals = dealRows.flatMap((row, place): readonly Change[] => {
    const achievement = achievements[row.parties[0]];
    const enterprise = enterprises[row.parties[1]];
    const stage = defaultStages[row.stage - 1];
    // Rows name places of the lists beside them; a test holds them to it.
    if (!achievement || !enterprise || !stage) return [];
    const id = ctx.newId();
    const leadBroker = oneOf(ctx.pick, BROKERS);
    const value = given({
      title: `${achievement.title} → ${enterprise.name}`,
      achievementId: achievement.id,
      enterpriseId: enterprise.id,
      needId: row.need === undefined ? undefined : needs[row.need]?.id,
      contactId: enterprise.contactId,
      mode: row.mode,
      leadBroker,
      stageId: stage.id,
      ...progressOf(row, ctx.today),
      ...contractOf(row, place, ctx.today),
    });
    return [
      { put: 'deal', id, value },
      ...introductionsOf(id, row, place, achievement.units, ctx),
      ...receiptsOf(id, row, ctx),
      ...commissionOf(id, row, leadBroker, ctx),
    ];
  });
  return [plan, ...deals];
}
