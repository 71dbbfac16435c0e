import type { Change, Values } from '../commits/index.ts';
import { addDays, type CivilDate } from '../core/dates.ts';

/** The title of the achievement, and the output, whose days lie so many from today. */
type Row = readonly [achievement: string, value: (day: (days: number) => CivilDate) => Values];

// biome-ignore format: one output a line reads as a table
const rows: readonly Row[] = [
  ['电池热失控预警系统', (day) => ({ title: '大规模储能电站安全预警关键技术', kind: 'project', number: '2022YFB2400999', program: 'nationalKey', body: '科学技术部', startedOn: day(-1440), endedOn: day(-340), acceptedOn: day(-74), budgetFen: 1_860_000_000 })],
  ['电池热失控预警系统', (day) => ({ title: '储能电站安全预警技术研究总结报告', kind: 'report', number: '2022YFB2400999-01', datedOn: day(-120) })],
  ['电池热失控预警系统', (day) => ({ title: '磷酸铁锂电池组热失控多信号联合判据', kind: 'paper', number: '10.9999/demo.2025.0311', body: '储能科学与技术（示例）', datedOn: day(-620), grade: 'EI' })],
  ['电池热失控预警系统', (day) => ({ title: '电化学储能电站热失控预警技术规范', kind: 'standard', number: 'T/DEMO 0012-2025', level: 'group', body: '示例储能协会', proposedOn: day(-700), draftedOn: day(-640), consultedOn: day(-420), examinedOn: day(-330), approvedOn: day(-290), issuedOn: day(-260), effectiveOn: day(-170) })],
  ['电池热失控预警系统', (day) => ({ title: '湖北省科技进步奖二等奖', kind: 'award', level: 'province', grade: '二等奖', datedOn: day(-200), body: '湖北省人民政府' })],
  ['低成本液流储能电池隔膜制备技术', (day) => ({ title: '国产化液流电池隔膜中试研究', kind: 'project', number: '2023BAB109', program: 'province', body: '湖北省科学技术厅', startedOn: day(-1100), endedOn: day(-210), budgetFen: 300_000_000 })],
  ['低成本液流储能电池隔膜制备技术', (day) => ({ title: '流延成膜参数对隔膜面电阻的影响', kind: 'paper', number: '10.9999/demo.2024.0807', body: '膜科学与技术（示例）', datedOn: day(-830) })],
  ['高可靠磷石膏资源化利用技术', () => ({ title: '磷石膏规模化消纳技术', kind: 'project', number: 'DEMO-2024-017', program: 'department' })],
  ['优质抗病水稻新品种“楚香 6 号”', (day) => ({ title: '优质抗病水稻品种选育', kind: 'project', number: '2022BBA110', program: 'province', body: '湖北省科学技术厅', startedOn: day(-1300), endedOn: day(-420), acceptedOn: day(-260), budgetFen: 120_000_000, depositedOn: day(-190), depositReceiptNo: '示例汇交 0412' })],
  ['优质抗病水稻新品种“楚香 6 号”', (day) => ({ title: '优质抗病水稻品种选育总结报告', kind: 'report', number: '2022BBA110-01', datedOn: day(-300) })],
  ['湖泊蓝藻水华遥感预警系统', (day) => ({ title: '湖泊水华逐日监测数据集', kind: 'dataset', number: '10.9999/demo.data.21', datedOn: day(-150) })],
  ['城市路口信号自适应优化系统', (day) => ({ title: '城市道路信号自适应控制接口要求', kind: 'standard', level: 'province', body: '武汉市标准化研究院', proposedOn: day(-160), draftedOn: day(-120), consultedOn: day(-20) })],
];

/** Invented outputs around some of the invented achievements, and a row of a catalogue. */
export function demoOutcomes(
  achievements: readonly Change[],
  today: CivilDate,
  newId: () => string,
): readonly Change[] {
  const day = (days: number): CivilDate => addDays(today, days);
  const idOf = new Map(
    achievements.flatMap((change) =>
      'put' in change ? [[String(change.value.title), change.id] as const] : [],
    ),
  );
  const changes = rows.flatMap(([title, make]): readonly Change[] => {
    const achievementId = idOf.get(title);
    if (achievementId === undefined) return [];
    const id = newId();
    const link = { outcomeId: id, achievementId, achievement: title };
    return [
      { put: 'outcome', id, value: make(day) },
      { put: 'outcomeLink', id: newId(), value: link },
    ];
  });
  const item: Values = {
    title: '光纤分布式应变监测技术',
    direction: 'toCivil',
    itemNo: '示例-037',
    field: 'informationNetworks',
    holder: '某研究所（示例）',
    source: '军用技术转民用推广目录（示例）',
    publishedOn: day(-500),
    clearance: 'published',
  };
  return [...changes, { put: 'catalogueItem', id: newId(), value: item }];
}
