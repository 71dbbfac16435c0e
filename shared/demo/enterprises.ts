import type { Change } from '../commits/index.ts';
import { addDays, type CivilDate } from '../core/dates.ts';
import type { Enterprise } from '../features/enterprises/index.ts';
import { inventedName, inventedPhone, inventedUscc, oneOf, type Pick, workday } from './seeded.ts';

type Size = NonNullable<Enterprise['size']>;
type Industry = NonNullable<Enterprise['industry']>;
type Qualification = NonNullable<Enterprise['qualifications']>[number];

/** Name, division of registration, place, size, industry, revenue in 万元, qualifications, business. */
type Row = readonly [
  name: string,
  division: string,
  place: string,
  size: Size,
  industry: Industry,
  revenue: number,
  qualifications: readonly Qualification[],
  business: string,
];

/** Invented companies; none of them exists. */
// biome-ignore format: one company a line reads as a table
const rows: readonly Row[] = [
  ['武汉楚天储能科技有限公司', '420115', '武汉市江夏区', 'medium', 'C38', 28600, ['highTech', 'littleGiant'], '工商业储能系统集成与运维'],
  ['武汉江越电池材料有限公司', '420117', '武汉市新洲区', 'medium', 'C26', 41200, ['highTech'], '正极材料与前驱体'],
  ['湖北云岚新能源股份有限公司', '420500', '宜昌市', 'large', 'D44', 156000, ['highTech', 'gazelle'], '风光储电站投资与运营'],
  ['襄阳隆中智造装备有限公司', '420600', '襄阳市高新区', 'medium', 'C35', 32800, ['highTech', 'littleGiant'], '铸造与增材制造装备'],
  ['黄石磁湖精密铸造有限公司', '420200', '黄石市', 'medium', 'C33', 18900, ['technologySme'], '汽车与工程机械铸件'],
  ['武汉晴川工业软件有限公司', '420106', '武汉市武昌区', 'small', 'I65', 4600, ['technologySme', 'highTech'], '设备状态监测与排产软件'],
  ['武汉光霁半导体有限公司', '420111', '武汉市洪山区', 'medium', 'C39', 22400, ['highTech', 'littleGiant', 'gazelle'], '光通信芯片与模块'],
  ['武汉鹤鸣光电股份有限公司', '420111', '武汉市东湖高新区', 'large', 'C39', 98700, ['highTech', 'hiddenChampion'], '光纤传感系统'],
  ['随州炎丰专用汽车有限公司', '421300', '随州市', 'medium', 'C36', 52300, ['highTech'], '应急与环卫专用车'],
  ['十堰车城智驾科技有限公司', '420300', '十堰市', 'small', 'C36', 7800, ['technologySme'], '商用车辅助驾驶'],
  ['武汉听涛医疗器械有限公司', '420111', '武汉市东湖高新区', 'medium', 'C35', 16700, ['highTech', 'gazelle'], '介入耗材与手术设备'],
  ['湖北本草源药业有限公司', '421100', '黄冈市', 'large', 'C27', 124500, ['highTech'], '中成药与饮片'],
  ['武汉微澜生物技术有限公司', '420111', '武汉市东湖高新区', 'small', 'C27', 5900, ['technologySme', 'highTech'], '体外诊断试剂与仪器'],
  ['荆州禾满种业有限公司', '421000', '荆州市', 'medium', 'A01', 13200, ['highTech'], '水稻与油菜种子'],
  ['潜江龙湾水产食品有限公司', '429005', '潜江市', 'medium', 'C13', 36400, [], '小龙虾加工与冷链'],
  ['秭归屈乡果业有限公司', '420527', '宜昌市秭归县', 'small', 'A01', 8200, [], '脐橙种植与商品化处理'],
  ['荆门漳河油脂有限公司', '420800', '荆门市', 'medium', 'C13', 29500, ['technologySme'], '菜籽油与饲料原料'],
  ['湖北川岳生物制品有限公司', '420900', '孝感市', 'medium', 'C27', 21300, ['highTech'], '兽用疫苗'],
  ['宜昌峡江磷化有限公司', '420500', '宜昌市', 'large', 'C26', 287000, ['highTech'], '磷肥与精细磷化工'],
  ['武汉清漪环境工程有限公司', '420104', '武汉市硚口区', 'medium', 'N77', 24800, ['highTech', 'littleGiant'], '渗滤液与工业废水处理'],
  ['鄂州梁子湖生态科技有限公司', '420700', '鄂州市', 'small', 'N77', 3900, ['technologySme'], '湖泊治理与监测'],
  ['大冶铜山矿业有限公司', '420281', '黄石市大冶市', 'large', 'B09', 168000, [], '铜铁矿采选'],
  ['孝感云梦印染有限公司', '420900', '孝感市云梦县', 'medium', 'C17', 19600, [], '针织印染'],
  ['武汉江汉船舶设备有限公司', '420105', '武汉市汉阳区', 'medium', 'C37', 26100, ['highTech'], '船用甲板机械与岸电设备'],
  ['洪湖瀚海渔业装备有限公司', '421083', '荆州市洪湖市', 'small', 'A04', 6100, ['technologySme'], '水产养殖装备'],
  ['武汉星槎导航技术有限公司', '420111', '武汉市东湖高新区', 'small', 'C39', 7400, ['technologySme', 'highTech'], '北斗监测终端'],
  ['恩施武陵地灾监测有限公司', '422800', '恩施州', 'small', 'M74', 2800, [], '地质灾害监测与评估'],
  ['武汉通衢智能交通有限公司', '420102', '武汉市江岸区', 'medium', 'I65', 17500, ['highTech', 'gazelle'], '城市交通信号系统'],
  ['湖北荆楚路桥养护有限公司', '420106', '武汉市武昌区', 'large', 'E48', 96400, [], '公路桥梁养护'],
  ['武汉如晤数字科技有限公司', '420102', '武汉市江岸区', 'small', 'I65', 5200, ['technologySme'], '实景三维与数字孪生'],
  ['武汉安燃燃气设备有限公司', '420112', '武汉市东西湖区', 'small', 'C40', 8600, ['highTech'], '燃气检测仪表'],
  ['咸宁桂泉玻璃有限公司', '421200', '咸宁市', 'medium', 'C30', 33700, ['highTech'], '电子玻璃'],
  ['武汉颐安康复设备有限公司', '420103', '武汉市江汉区', 'small', 'C35', 4100, ['technologySme'], '康复与评估设备'],
  ['武汉知新教育装备有限公司', '420106', '武汉市武昌区', 'micro', 'C40', 1300, [], '教学仪器与训练设备'],
  ['仙桃织锦新材料有限公司', '429004', '仙桃市', 'medium', 'C17', 38200, ['highTech', 'hiddenChampion'], '无纺布与复合材料'],
  ['天门竟陵数字出版有限公司', '429006', '天门市', 'micro', 'R86', 960, [], '古籍整理与数字出版'],
];

const ROLES: readonly [string, ...string[]] = [
  '总经理',
  '技术总监',
  '研发部经理',
  '总工程师',
  '副总经理',
  '项目经理',
  '采购总监',
  '董事会秘书',
];
const SOURCES: readonly [string, ...string[]] = [
  '企业走访',
  '东湖成果对接会',
  '高校转移中心转介',
  '行业协会推荐',
  '老客户介绍',
  '展会',
  '主动来电',
];

/** Days from today on which some of them are to be called again: late, today, soon, far. */
const CALLS: Readonly<Record<number, number>> = {
  3: -6,
  8: -1,
  12: 0,
  15: 2,
  19: 4,
  22: 6,
  25: 12,
  28: 20,
  31: 33,
  34: 45,
};

const WAN = 1_000_000;

export interface DemoEnterprise {
  readonly id: string;
  readonly name: string;
  readonly contactId: string;
}

function contactsOf(
  enterpriseId: string,
  place: number,
  newId: () => string,
  pick: Pick,
): readonly Extract<Change, { put: string }>[] {
  return Array.from({ length: 1 + (place % 3 === 0 ? 1 : 0) }, (_, index) => {
    const value = {
      name: inventedName(pick),
      enterpriseId,
      role: oneOf(pick, ROLES),
      phone: inventedPhone(pick),
      ...(index === 0 ? { email: `contact${place + 1}@example.com` } : {}),
    };
    return { put: 'contact', id: newId(), value };
  });
}

export function demoEnterprises(
  today: CivilDate,
  newId: () => string,
  pick: Pick,
): { readonly made: readonly DemoEnterprise[]; readonly changes: readonly Change[] } {
  const changes: Change[] = [];
  const made = rows.map((row, place): DemoEnterprise => {
    const [name, division, address, size, industry, revenue, qualifications, business] = row;
    const call = CALLS[place];
    const id = newId();
    const contacts = contactsOf(id, place, newId, pick);
    const value = {
      name,
      uscc: inventedUscc(pick, division),
      address,
      size,
      industry,
      foundedOn: addDays(today, -(900 + pick(7000))),
      ...(qualifications.length === 0 ? {} : { qualifications }),
      revenueFen: revenue * WAN,
      business,
      source: oneOf(pick, SOURCES),
      ...(call === undefined ? {} : { callAgainOn: workday(today, call) }),
    };
    changes.push({ put: 'enterprise', id, value }, ...contacts);
    return { id, name, contactId: contacts[0]?.id ?? '' };
  });
  return { made, changes };
}
