import type { Change } from '../commits/index.ts';
import { addDays, type CivilDate } from '../core/dates.ts';
import { addItems } from '../features/packages/index.ts';
import { nextNumber } from '../features/publishing/index.ts';
import type { DemoAchievement } from './achievements.ts';
import type { DemoEnterprise } from './enterprises.ts';

/** The title of the achievement, and how it is put to those who could use it. */
type Row = readonly [achievement: string, chapter: string, words: string];

// biome-ignore format: one achievement a line reads as a table
const rows: readonly Row[] = [
  ['电池热失控预警系统', '储能安全', '储能电站提前约二十分钟知道哪一组电池要出事，留出处置时间。'],
  ['低成本液流储能电池隔膜制备技术', '材料与工艺', '隔膜成本降到进口的四成左右，供货不再受制于人。'],
  ['退役动力电池正极材料短程再生工艺', '材料与工艺', '回收厂少走溶解沉淀的长流程，能耗大幅下降。'],
];

/** What the handout told: SHA-256 over all of it, and the first digits of that over each part. */
const TOLD = {
  version: '65079c66f1e5965bcd1e397c0995e17ed4aa680450db0774a7f553202acc32fd',
  prints: [
    'title=6fe86173abe45f2e',
    'field=d4af230ab76c9ce3',
    'maturity=8a1d1c69cfe019ac',
    'summary=13b270f12da46637',
  ],
} as const;

/**
 * A package of three invented achievements; and of the first, a consent of its unit and a handout
 * under an NDA that is still with its recipient.
 */
export function demoPackages(
  achievements: readonly DemoAchievement[],
  enterprises: readonly DemoEnterprise[],
  today: CivilDate,
  newId: () => string,
): readonly Change[] {
  const packageId = newId();
  const chosen = rows.flatMap(([title]) => achievements.filter((one) => one.title === title));
  const items = addItems(packageId, [], chosen, newId).map((change, place): Change => {
    const [, chapter = '', words = ''] = rows[place] ?? [];
    return 'put' in change ? { ...change, value: { ...change.value, chapter, words } } : change;
  });
  const [first] = chosen;
  const [enterprise] = enterprises;
  const achievementId = first?.id ?? '';
  const sentOn = addDays(today, -12);
  return [
    {
      put: 'achievementPackage',
      id: packageId,
      value: {
        ...{ title: '新型储能成果包', state: 'draft', field: 'energy', region: 'R420100' },
        audience: '储能电站与电池企业',
        intro: '围绕储能电站的安全、成本与回收，选出三项可以合作的成果。',
      },
    },
    ...items,
    {
      put: 'consent',
      id: newId(),
      value: {
        ...{ achievementId, giver: first?.units[0] ?? '', purposes: ['publishL0', 'publishL1'] },
        ...{ givenOn: addDays(today, -60), untilOn: addDays(today, 305) },
        proof: '推介委托书（示例）',
      },
    },
    {
      put: 'handout',
      id: newId(),
      value: {
        ...{ achievementId, number: nextNumber(sentOn, []), sentOn, ...TOLD },
        ...{ recipient: enterprise?.name ?? '', enterpriseId: enterprise?.id ?? '' },
        contactId: enterprise?.contactId ?? '',
        ...{ layer: 'L1', language: 'zh', format: 'pdf', signed: 'no' },
        pieces: ['field', 'maturity', 'summary'],
        ...{ ndaNo: 'NDA-示例-07', ndaOn: addDays(today, -30) },
        overrides: ['inventor=已与负责人电话确认（示例）'],
      },
    },
  ];
}
