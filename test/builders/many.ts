import { achievement } from '../../shared/features/achievements/index.ts';

const topics = [
  '磷酸铁锂电池热失控预警',
  '高盐废水零排放',
  '桥梁健康监测',
  '北斗高精度定位',
  '水稻抗稻瘟病新品系',
];
const fields = Object.keys(achievement.fields.field.options);

/** Field values of the `index`-th invented achievement: the same at every run. */
export function achievementValues(index: number) {
  const topic = topics[index % topics.length];
  return {
    title: `${topic}系统 ${index}`,
    units: ['华中科技大学'],
    leader: '解文博',
    field: fields[index % fields.length] ?? 'energy',
    price: { kind: 'amount', fen: ((index * 7919) % 100_000) * 10_000 },
    summary:
      `针对${topic}存在的效率低、成本高等问题，研究团队提出新的技术路线，完成样机研制与应用验证。`.repeat(
        4,
      ),
  };
}
