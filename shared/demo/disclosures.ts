import type { Change, Values } from '../commits/index.ts';
import { addDays, type CivilDate } from '../core/dates.ts';
import type { Disclosure, GraceCase, InventorValues } from '../features/disclosures/index.ts';
import { inventedName, type Pick } from './seeded.ts';

/** A disclosure of the demo. Days count from today, negative for the past. */
interface DisclosureRow {
  readonly values: Partial<Disclosure> & { readonly title: string };
  readonly disclosed: number;
  readonly filed?: number;
  readonly decided?: number;
  readonly shares: readonly number[];
  /** The last inventor's unit, where they are from outside. */
  readonly outside?: string;
  readonly publications: readonly {
    readonly what: string;
    readonly medium: 'paper' | 'thesis' | 'conference' | 'fair';
    readonly where?: string;
    readonly planned?: number;
    readonly published?: number;
    readonly graceCase?: GraceCase;
  }[];
}

const rows: readonly DisclosureRow[] = [
  {
    values: {
      title: '钙钛矿组件低温封装胶膜',
      unit: '武汉理工大学',
      department: '材料科学与工程学院',
      field: 'energy',
      trl: 5,
      summary: '80 ℃ 固化的聚烯烃胶膜，85 ℃/85% 湿热 1000 小时后组件效率保持 95%。',
      projectSource: '国家重点研发计划课题',
      contractDuties: '结题前公开须经项目专业机构同意。',
      unitMeans: ['task', 'money', 'equipment'],
      ipSuggestion: ['patent'],
      region: 'wuhan',
      unitRule: '学校科技成果转化管理办法第十二条',
      incomeBp: 8000,
      disposer: 'unitWithTeam',
    },
    disclosed: -20,
    shares: [5000, 3000, 2000],
    publications: [
      { what: '封装胶膜湿热老化机理', medium: 'paper', where: '太阳能学报', planned: 16 },
    ],
  },
  {
    values: {
      title: '山区隧道突水超前预报方法',
      unit: '中国地质大学（武汉）',
      department: '工程学院',
      field: 'resourcesEnvironment',
      trl: 6,
      summary: '瞬变电磁与微震联合反演，掌子面前方 80 米含水构造定位误差小于 3 米。',
      unitMeans: ['task', 'equipment'],
      ipSuggestion: ['patent', 'software'],
      decision: 'file',
      region: 'wuhan',
      teamOwnershipBp: 7000,
      useYears: 10,
      incomeBp: 7000,
      disposer: 'team',
    },
    disclosed: -150,
    filed: -90,
    decided: -110,
    shares: [6000, 4000],
    outside: '中铁某局集团',
    publications: [
      {
        what: '突水预报现场试验',
        medium: 'conference',
        where: '全国工程地质学术年会',
        published: -140,
        graceCase: 'meeting',
      },
    ],
  },
  {
    values: {
      title: '水产养殖尾水藻菌共生处理装置',
      unit: '华中农业大学',
      department: '水产学院',
      field: 'agriculture',
      trl: 4,
      unitMeans: ['task'],
      ipSuggestion: ['patent'],
      region: 'hubei',
      incomeBp: 4000,
    },
    disclosed: -6,
    shares: [5000, 3000],
    publications: [{ what: '藻菌共生反应器研究', medium: 'thesis', published: -75 }],
  },
];

const blankless = (values: Readonly<Record<string, unknown>>): Values =>
  // Partial records of the description are plain values.
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Values;

/** Disclosures of invented inventors: one to file in time, one settled, one whose novelty is gone. */
export function demoDisclosures(
  today: CivilDate,
  newId: () => string,
  pick: Pick,
): readonly Change[] {
  const day = (days: number | undefined) => (days === undefined ? undefined : addDays(today, days));
  return rows.flatMap((row, place): readonly Change[] => {
    const disclosureId = newId();
    const value = blankless({
      ...row.values,
      disclosureNo: `PL-${today.slice(0, 4)}-${String(place + 1).padStart(3, '0')}`,
      secretCheck: 'cleared',
      secretCheckedOn: day(row.disclosed),
      disclosedOn: day(row.disclosed),
      filedOn: day(row.filed),
      decidedOn: day(row.decided),
    });
    const inventors = row.shares.map((shareBp, index): Change => {
      const isOutside = row.outside !== undefined && index === row.shares.length - 1;
      const inventor: InventorValues = {
        name: inventedName(pick),
        belongs: isOutside ? 'outside' : 'inside',
        ...(isOutside ? { affiliation: row.outside } : {}),
        shareBp,
      };
      const position = (index + 1) * 100;
      return {
        put: 'disclosureInventor',
        id: newId(),
        value: { ...inventor, disclosureId, position },
      };
    });
    const publications = row.publications.map(
      ({ planned, published, ...told }): Change => ({
        put: 'disclosurePublication',
        id: newId(),
        value: blankless({
          ...told,
          disclosureId,
          plannedOn: day(planned),
          publishedOn: day(published),
        }),
      }),
    );
    return [{ put: 'disclosure', id: disclosureId, value }, ...inventors, ...publications];
  });
}
