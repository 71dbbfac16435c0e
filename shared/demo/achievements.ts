import type { Change, Values } from '../commits/index.ts';
import { addDays, type CivilDate } from '../core/dates.ts';
import type { Price } from '../core/money.ts';
import type { Achievement } from '../features/achievements/index.ts';
import { inventedName, inventedPatent, inventedPhone, type Pick } from './seeded.ts';

type Field = NonNullable<Achievement['field']>;
type Maturity = NonNullable<Achievement['maturity']>;
type Industry = NonNullable<Achievement['industry']>;
type Mode = NonNullable<Achievement['modes']>[number];

/** Title, units, readiness level, industry, ways, asking price in 万元 (one, a range, 0 for open), summary. */
type Row = readonly [
  title: string,
  units: readonly string[],
  trl: number,
  industry: Industry,
  modes: readonly Mode[],
  price: number | readonly [number, number] | null,
  keywords: readonly string[],
  summary: string,
];

const HUST = '华中科技大学';
const WHU = '武汉大学';
const WUT = '武汉理工大学';
const CUG = '中国地质大学（武汉）';
const HZAU = '华中农业大学';
const WUST = '武汉科技大学';
const HUBU = '湖北大学';
const HBUT = '湖北工业大学';
const WIT = '武汉工程大学';
const WPU = '武汉轻工大学';
const WTU = '武汉纺织大学';
const CCNU = '华中师范大学';
const IRSM = '中国科学院武汉岩土力学研究所';
const IHB = '中国科学院水生生物研究所';
const APM = '中国科学院精密测量科学与技术创新研究院';

/** Invented achievements; only the institutions exist. */
// biome-ignore format: one achievement a line reads as a table
const rows: Readonly<Record<Field, readonly Row[]>> = {
  energy: [
    ['电池热失控预警系统', [HUST], 7, 'C38', ['soleLicence', 'licence'], 360, ['储能', '热失控', '预警'], '以电压、温升与产气三类信号联合判断磷酸铁锂电池组热失控，比单一温度报警提前约 20 分钟，已在两座储能电站试用。'],
    ['低成本液流储能电池隔膜制备技术', [WUT], 6, 'C38', ['transfer'], 350, ['液流电池', '隔膜'], '以国产树脂流延成膜，面电阻与钒渗透率接近进口膜，成本约为其四成；已有 600 毫米幅宽中试线。'],
    ['质子交换膜燃料电池电堆成套工艺', [CUG], 8, 'C38', ['equity'], 2600, ['燃料电池', '电堆'], '包括双极板涂层、膜电极热压与整堆装配工艺，单堆额定功率 120 千瓦，低温冷启动达零下 30 摄氏度。'],
    ['钙钛矿叠层电池关键技术', [WHU], 5, 'C39', ['jointDevelopment'], null, ['钙钛矿', '叠层'], '宽带隙钙钛矿顶电池与晶硅底电池的低损耗互联，小面积效率经第三方检测；正在做大面积涂布验证。'],
    ['电站锅炉低负荷稳燃与调峰控制', [HUST], 8, 'D44', ['service', 'licence'], [180, 260], ['调峰', '稳燃'], '不投油条件下 20% 额定负荷稳定燃烧，含燃烧器改造方案与控制策略，已在三台 300 兆瓦机组应用。'],
    ['退役动力电池正极材料短程再生工艺', [WUST], 6, 'C42', ['transfer', 'exclusiveLicence'], [200, 300], ['电池回收', '再生'], '直接补锂修复正极材料，不经溶解沉淀，能耗约为湿法的三分之一，公斤级样品循环性能与新料相当。'],
  ],
  greenManufacturing: [
    ['大型铸件砂型三维打印成套装备', [HUST], 8, 'C35', ['licence'], 1200, ['增材制造', '铸造'], '打印幅面 2.2 米，呋喃与酚醛两种粘结剂通用，砂型强度与发气量满足铸钢件要求。'],
    ['高熵合金耐磨涂层激光熔覆技术', [WUST], 7, 'C33', ['licence', 'service'], 160, ['激光熔覆', '耐磨'], '用于轧辊与矿山刀具修复，熔覆层硬度 62HRC，现场修复寿命为原件的 1.6 倍。'],
    ['基于振动信号的数控机床刀具寿命预测', [WUT], 7, 'C34', ['service'], 85, ['刀具', '预测'], '不加装测力仪，仅用主轴电流与振动信号预测刀具剩余寿命，已接入两家工厂的产线系统。'],
    ['玻璃基板超薄减薄与强化工艺', [WUT], 6, 'C30', ['transfer'], 680, ['玻璃', '减薄'], '化学减薄至 30 微米并保持边缘强度，用于折叠屏盖板，良率在中试线上达到 88%。'],
    ['面向小批量生产的柔性焊接工作站', [HBUT], 8, 'C34', ['licence'], 140, ['焊接', '机器人'], '视觉引导自动寻缝与参数自选，换型时间由半天缩短到 15 分钟。'],
    ['轨道车辆用轻量化碳纤维复材部件', [WUT, WTU], 5, 'C37', ['jointDevelopment', 'commissionedDevelopment'], [500, 900], ['复材', '轻量化'], '预浸料模压一体成形的车内结构件，阻燃等级满足相关标准，较铝合金减重 35%。'],
  ],
  informationNetworks: [
    ['工业互联网标识解析边缘节点', [HUST], 7, 'I65', ['licence'], 200, ['标识解析', '边缘'], '在工厂内部完成标识解析与缓存，断网可用，单节点每秒解析两万次以上。'],
    ['光纤布拉格光栅解调芯片', [WUT], 6, 'C39', ['equity', 'exclusiveLicence'], 1500, ['光纤传感', '芯片'], '片上集成解调，体积为传统设备的十分之一，波长分辨率 1 皮米，已流片两轮。'],
    ['面向暗光场景的车载图像增强算法', [WHU], 7, 'I65', ['licence'], 120, ['图像增强', '车载'], '在车规芯片上每秒 30 帧实时运行，夜间行人检出率提高 11 个百分点。'],
    ['毫米波通感一体化天线阵列', [HUST], 5, 'C39', ['jointDevelopment'], null, ['毫米波', '通感一体'], '同一阵列复用通信与感知，支持 26 吉赫频段，样机在校园内完成百米级测试。'],
    ['多方安全计算的医疗数据协作平台', [WHU], 7, 'I65', ['service', 'licence'], 240, ['隐私计算'], '数据不出院即可联合统计与建模，单次两院百万条记录求交少于 5 分钟。'],
    ['铌酸锂薄膜电光调制器', [HUST], 6, 'C39', ['transfer'], [900, 1400], ['调制器', '光芯片'], '带宽大于 67 吉赫，半波电压 2 伏，与标准封装兼容，可小批量供样。'],
  ],
  agriculture: [
    ['优质抗病水稻新品种“楚香 6 号”', [HZAU], 9, 'A01', ['exclusiveLicence'], 480, ['水稻', '新品种'], '全生育期 128 天，抗稻瘟病中抗以上，区域试验平均亩产 652 公斤，香味评价居前。'],
    ['柑橘采后生物保鲜剂', [HZAU], 8, 'C26', ['transfer', 'licence'], 130, ['保鲜', '柑橘'], '以拮抗酵母为主成分，常温下 30 天烂果率低于 5%，可替代部分化学杀菌剂。'],
    ['设施番茄授粉机器人', [HBUT, HZAU], 5, 'C35', ['jointDevelopment'], null, ['农业机器人'], '识别花期并定点振动授粉，单台每小时处理 900 株，正做大棚连续试验。'],
    ['小龙虾无水保活运输装置', [HZAU], 7, 'C35', ['licence'], 60, ['保活', '冷链'], '分层雾化保湿加分段控温，48 小时成活率 95%，单箱 30 公斤。'],
    ['油菜籽低温压榨与饼粕脱毒联产技术', [WPU], 8, 'C13', ['service', 'transfer'], [150, 220], ['油菜', '压榨'], '低温压榨保留活性成分，饼粕硫苷降至饲料限量以下，已有日处理 50 吨生产线。'],
    ['猪伪狂犬病基因缺失疫苗株', [HZAU], 7, 'C27', ['exclusiveLicence'], 2000, ['疫苗', '生猪'], '三基因缺失株，免疫后 7 天产生抗体，安全性评价已完成，可进入临床试验申报。'],
  ],
  resourcesEnvironment: [
    ['高可靠磷石膏资源化利用技术', [WIT], 7, 'C30', ['commissionedDevelopment', 'service'], [800, 1600], ['磷石膏', '建材'], '水洗与煅烧改性联用，产品可溶磷低于 0.1%，用于抹灰石膏与自流平砂浆。'],
    ['湖泊蓝藻水华遥感预警系统', [IHB, WHU], 8, 'N77', ['service'], 90, ['蓝藻', '遥感'], '融合卫星影像与浮标数据，提前 3 天预报水华位置与面积，已在两个大型湖泊业务运行。'],
    ['垃圾渗滤液短程脱氮工艺', [WHU], 8, 'N77', ['licence', 'service'], 260, ['渗滤液', '脱氮'], '短程硝化耦合厌氧氨氧化，碳源投加减少 80%，处理规模 200 吨每日的工程稳定运行两年。'],
    ['尾矿库渗漏光纤监测技术', [IRSM], 7, 'N77', ['licence'], 150, ['尾矿库', '监测'], '沿坝体埋设测温测渗光缆，渗漏定位误差小于 1 米，附预警阈值设定方法。'],
    ['低品位菱铁矿悬浮焙烧提铁技术', [WUST], 6, 'B08', ['jointImplementation'], 420, ['菱铁矿', '焙烧'], '精矿品位 60% 以上、回收率 85%，已完成每小时 500 公斤半工业试验。'],
    ['印染废水膜浓缩与盐回用成套技术', [WTU], 8, 'C17', ['transfer'], 310, ['印染', '零排放'], '水回用率 92%，回收盐用于染色，吨水成本比蒸发路线低约三成。'],
  ],
  oceanSpace: [
    ['深水养殖网箱姿态监测与控制', [WUT], 6, 'A04', ['licence'], 180, ['网箱', '姿态'], '惯导与水压联合解算，浪高 4 米下姿态误差小于 2 度，可自动收放压载。'],
    ['船用岸电快速接驳机械臂', [WUT], 7, 'C37', ['transfer', 'licence'], 520, ['岸电', '机械臂'], '船岸相对运动下 3 分钟内自动接驳，适配 6.6 千伏岸电系统，已在内河码头试用。'],
    ['低轨卫星原子钟小型化物理系统', [APM], 5, 'C40', ['jointDevelopment'], null, ['原子钟', '小型化'], '体积 0.8 升，日稳定度优于五乘十的负十四次方，真空与磁屏蔽结构自主设计。'],
    ['北斗高精度滑坡位移监测终端', [CUG], 8, 'C39', ['licence', 'service'], 95, ['北斗', '滑坡'], '毫米级水平位移，太阳能供电，连续阴雨 20 天可用，全套终端成本低于 3000 元。'],
    ['水下文物无扰动三维成像声呐', [HUST], 6, 'C40', ['commissionedDevelopment'], 230, ['声呐', '成像'], '距底 3 米成像分辨率 5 毫米，浑水可用，样机在水库完成试验。'],
    ['重力仪船载动态测量数据处理软件', [APM, CUG], 7, 'I65', ['licence'], 70, ['重力测量'], '自适应滤波消除船体加速度影响，交叉点不符值小于 1 毫伽。'],
  ],
  smartCity: [
    ['城市路口信号自适应优化系统', [HUST], 8, 'I65', ['service', 'licence'], 180, ['交通信号', '优化'], '以现有卡口数据求解配时，不新增检测器，试点区域平均延误下降 18%。'],
    ['桥梁伸缩缝病害声学识别装置', [WUT], 7, 'C40', ['licence'], 65, ['桥梁', '声学'], '巡检车搭载，行驶中识别破损与卡死，召回率 93%，可与养护系统对接。'],
    ['室内外一体化实景三维建模平台', [WHU], 8, 'I65', ['licence'], [300, 450], ['实景三维'], '手持激光与倾斜影像自动配准，建模人工量减少七成，支持通用格式输出。'],
    ['老旧小区燃气微漏激光巡检系统', [APM], 7, 'C40', ['transfer'], 210, ['燃气', '激光'], '50 米外检测百万分之五量级的泄漏，单人手持，附地图标注软件。'],
    ['古籍数字化字形识别与校勘系统', [CCNU], 7, 'I65', ['licence'], 48, ['古籍', '识别'], '支持刻本与写本，异体字归并后识别率 97%，校勘界面可多人协作。'],
    ['基于建筑信息模型的施工碳排放核算', [WUT, IRSM], 6, 'E47', ['service'], null, ['碳核算', '建筑'], '从模型工程量直接核算，因子库可追溯到出处，输出符合地方标准的报表。'],
  ],
  health: [
    ['可降解镁合金心血管支架', [HUST], 6, 'C35', ['exclusiveLicence', 'equity'], 3200, ['支架', '镁合金'], '动物体内 9 个月降解，径向支撑力与现有产品相当，已完成型式检验。'],
    ['快速超敏核酸即时检测芯片', [WHU], 7, 'C27', ['licence'], 750, ['核酸检测', '微流控'], '样本进结果出，30 分钟，检出限 200 拷贝每毫升，一次性芯片成本约 18 元。'],
    ['中药提取物抗炎制剂“清络颗粒”', [HUBU], 6, 'C27', ['transfer'], [1200, 1800], ['中药', '抗炎'], '药效与急毒试验已完成，质量标准草案可用，适应症为类风湿关节炎。'],
    ['肝胆手术术中荧光导航系统', [HUST], 7, 'C35', ['soleLicence'], 980, ['荧光', '导航'], '近红外二区成像，肿瘤边界识别误差小于 2 毫米，两家医院完成伦理备案。'],
    ['老年人跌倒风险足底压力评估垫', [HBUT], 8, 'C40', ['licence'], 55, ['康复', '压力'], '行走 6 步给出风险等级，与量表评估一致性良好，适合社区使用。'],
    ['脑电注意力训练头环', [CCNU], 7, 'C40', ['licence', 'jointImplementation'], 88, ['脑电', '训练'], '干电极三导联，训练游戏 12 个，课堂环境下信号可用率 90% 以上。'],
  ],
};

/** Who paid for the research, for which project; of the last nobody wrote down the project. */
const funded: Readonly<Record<string, Values>> = {
  电池热失控预警系统: {
    fundingSource: 'nationalKey',
    projectName: '大规模储能电站安全预警关键技术',
    projectNo: '2022YFB2400999',
  },
  低成本液流储能电池隔膜制备技术: {
    fundingSource: 'province',
    projectName: '国产化液流电池隔膜中试研究',
    projectNo: '2023BAB109',
  },
  '优质抗病水稻新品种“楚香 6 号”': {
    fundingSource: 'province',
    projectName: '优质抗病水稻品种选育',
    projectNo: '2022BBA110',
  },
  钙钛矿叠层电池关键技术: {
    fundingSource: 'nationalKey',
    projectName: '高效叠层太阳能电池关键技术',
    projectNo: '2024YFB4200888',
  },
  低轨卫星原子钟小型化物理系统: {
    fundingSource: 'nationalScience',
    projectName: '小型化原子钟物理机制研究',
    projectNo: '62599123',
  },
  垃圾渗滤液短程脱氮工艺: { fundingSource: 'department' },
};

const maturityOf = (trl: number): Maturity => {
  if (trl <= 3) return 'research';
  if (trl <= 5) return 'sample';
  if (trl === 6) return 'laboratory';
  return trl <= 8 ? 'pilot' : 'production';
};

const WAN = 1_000_000;
const priceOf = (price: Row[5]): Price => {
  if (price === null) return { kind: 'open' };
  if (typeof price === 'number') return { kind: 'amount', fen: price * WAN };
  return { kind: 'range', fromFen: price[0] * WAN, toFen: price[1] * WAN };
};

const secrecyOf = (place: number): NonNullable<Achievement['secrecy']> => {
  if (place % 11 === 5) return 'tradeSecret';
  return place % 4 === 2 ? 'internal' : 'public';
};

/** An invented achievement by its title, for deals. */
export interface DemoAchievement {
  readonly id: string;
  readonly title: string;
  readonly units: readonly string[];
}

export function demoAchievements(
  today: CivilDate,
  newId: () => string,
  pick: Pick,
): { readonly made: readonly DemoAchievement[]; readonly changes: readonly Change[] } {
  const year = Number(today.slice(0, 4));
  const all = Object.entries(rows).flatMap(([field, list]) => list.map((row) => ({ field, row })));
  const changes = all.map(({ field, row }, place): Extract<Change, { put: string }> => {
    const [title, units, trl, industry, modes, price, keywords, summary] = row;
    const patents = Array.from({ length: pick(5) }, () => inventedPatent(pick, year - 1 - pick(8)));
    const registered = trl >= 7 && place % 3 !== 1;
    const value: Values = {
      title,
      units,
      leader: inventedName(pick),
      leaderPhone: inventedPhone(pick),
      secrecy: secrecyOf(place),
      field,
      keywords,
      maturity: maturityOf(trl),
      trl,
      ...(patents.length === 0 ? {} : { patents }),
      industry,
      summary,
      modes,
      price: { ...priceOf(price) },
      category: 'applied',
      ...funded[title],
      level: trl >= 8 ? 'nationalLead' : trl >= 6 ? 'nationalAdvanced' : 'notEvaluated',
      ...(registered
        ? {
            registrationNo: `42${year - 1}Y${String(1200 + place * 17).padStart(4, '0')}`,
            registeredOn: addDays(today, -90 - pick(600)),
          }
        : {}),
    };
    return { put: 'achievement', id: newId(), value };
  });
  const made = changes.map(({ id }, place) => {
    const [title = '', units = []] = all[place]?.row ?? [];
    return { id, title, units };
  });
  return { made, changes };
}
