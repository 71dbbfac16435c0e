import type { Change, Values } from '../commits/index.ts';
import { addDays, type CivilDate } from '../core/dates.ts';
import {
  indicatorsOf,
  presetFor,
  SHEET_STANDARD,
  shareRules,
  takeIndicators,
} from '../features/evaluations/index.ts';
import { builtInRules, rowsInForce } from '../rules/index.ts';
import { inventedName, type Pick } from './seeded.ts';

/** Of this achievement: it is stated at level 7 and offered for 360 万元. */
const TITLE = '电池热失控预警系统';

const WAN = 10_000_00;

interface Evidence {
  readonly level: number;
  readonly kind: string;
  readonly title: string;
  readonly issuedBy: string;
  /** Before today. */
  readonly days: number;
}

// biome-ignore format: one piece of evidence a line reads as a table
const evidence: readonly Evidence[] = [
  { level: 4, kind: 'simulation', title: '电池组热失控台架试验报告', issuedBy: '课题组', days: 820 },
  { level: 5, kind: 'test', title: '预警模块初样高低温试验记录', issuedBy: '课题组', days: 610 },
  { level: 6, kind: 'thirdParty', title: '预警系统正样型式试验报告', issuedBy: '示例检测中心', days: 430 },
  { level: 7, kind: 'trial', title: '示例储能电站六个月试用报告', issuedBy: '示例储能电站', days: 150 },
];

/** Who scores, with a score for each indicator of the example in its order. */
const evaluators: readonly {
  readonly unit: string;
  readonly conflict: 'none' | 'has';
  readonly conflictNote?: string;
  readonly scores: readonly number[];
}[] = [
  {
    unit: '示例电力设计院',
    conflict: 'none',
    scores: [82, 78, 86, 84, 80, 85, 80, 88, 70, 84, 86],
  },
  { unit: '示例大学', conflict: 'none', scores: [85, 82, 84, 80, 78, 80, 76, 86, 72, 80, 84] },
  {
    unit: '示例储能公司',
    conflict: 'none',
    scores: [78, 74, 88, 86, 76, 90, 84, 85, 68, 88, 90],
  },
  {
    unit: '华中科技大学',
    conflict: 'has',
    conflictNote: '与完成人同课题组',
    scores: [96, 95, 97, 95, 96, 95, 96, 95, 92, 96, 95],
  },
];

/** One achievement with evidence of its readiness, a scored sheet, and price aids by cost and income. */
export function demoEvaluations(
  achievements: readonly Change[],
  today: CivilDate,
  newId: () => string,
  pick: Pick,
): readonly Change[] {
  const achievementId = achievements.find(
    (change) => 'put' in change && change.value.title === TITLE,
  )?.id;
  if (achievementId === undefined) return [];
  const put = (entity: string, value: Values): Change & { readonly id: string } => ({
    put: entity,
    id: newId(),
    value: { ...value, achievementId },
  });
  const day = (before: number): CivilDate => addDays(today, -before);
  return [
    ...evidence.map(({ days, ...value }) => put('trlEvidence', { ...value, issuedOn: day(days) })),
    ...sheet(achievementId, day(45), put, newId, pick),
    ...priceAids(today, day(40), put),
  ];
}

type Put = (entity: string, value: Values) => Change & { readonly id: string };

function sheet(
  achievementId: string,
  heldOn: CivilDate,
  put: Put,
  newId: () => string,
  pick: Pick,
): readonly Change[] {
  const preset = presetFor('applied', 'transfer', heldOn, builtInRules);
  if (!preset) return [];
  const made = put('evaluation', {
    title: '转化前评价',
    purpose: 'transfer',
    method: 'meeting',
    standard: SHEET_STANDARD,
    organiser: '示例技术转移中心',
    heldOn,
    weightsFrom: preset.source,
    conclusion: '预警提前量明确、两站试用有据；建议补充第三方对误报率的长期统计。',
  });
  const { id: evaluationId } = made;
  const names = indicatorsOf(preset, 'zh');
  const indicators = takeIndicators({ id: evaluationId, achievementId }, names, newId);
  const scored = evaluators.flatMap(({ scores, ...who }, place) => {
    const position = (place + 1) * 100;
    const one = put('evaluator', {
      ...who,
      evaluationId,
      position,
      name: inventedName(pick),
      confirmedOn: heldOn,
    });
    return [
      one,
      ...indicators.map(({ id: indicatorId }, at) =>
        put('evaluationScore', {
          evaluationId,
          indicatorId,
          evaluatorId: one.id,
          indicator: names[at]?.name ?? '',
          score: scores[at] ?? 0,
        }),
      ),
    ];
  });
  return [made, ...indicators, ...scored];
}

function priceAids(today: CivilDate, asOf: CivilDate, put: Put): readonly Change[] {
  const rowsOf = (
    { id: valuationId }: { readonly id: string },
    role: string,
    rows: readonly (readonly [name: string, wan: number])[],
  ): readonly Change[] =>
    rows.map(([name, wan], place) =>
      put('valuationRow', {
        valuationId,
        role,
        position: (place + 1) * 100,
        name,
        amountFen: wan * WAN,
      }),
    );
  const cost = put('valuation', {
    title: '按研发投入',
    method: 'cost',
    asOf,
    returnBp: 2000,
    depreciationBp: 500,
  });
  const [share] = rowsInForce(builtInRules.rowsOf(shareRules), { on: today });
  const income = put('valuation', {
    title: '按新增利润分成',
    method: 'income',
    asOf,
    discountBp: 1200,
    ...(share ? { shareBp: share.shareBp, shareSource: share.source } : {}),
  });
  const year = Number(today.slice(0, 4));
  return [
    cost,
    ...rowsOf(cost, 'spent', [
      ['人员费', 98],
      ['设备与材料', 46],
      ['试验与电站试用', 62],
    ]),
    income,
    ...rowsOf(
      income,
      'income',
      [350, 420, 420, 380].map((wan, place) => [`${year + 1 + place} 年`, wan] as const),
    ),
  ];
}
