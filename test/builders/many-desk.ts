import type { StoredRecord, Values } from '../../shared/commits/index.ts';
import type { AnyEntity } from '../../shared/entities/entity.ts';
import type { Field } from '../../shared/entities/field.ts';
import { defaultStages } from '../../shared/features/deals/index.ts';
import { entityNamed } from '../../shared/registry.ts';

/**
 * A desk of any size, made from the descriptions of its kinds of records: the same at every run,
 * and with the variety of a real one, so that a search finds many records or few.
 */

/** What the figures of the issue are measured on. */
const FULL_DESK = {
  achievement: 100_000,
  enterprise: 50_000,
  need: 20_000,
  deal: 20_000,
} as const;

const objects = [
  '磷酸铁锂电池',
  '高盐废水',
  '桥梁缆索',
  '北斗终端',
  '水稻种质',
  '光纤传感器',
  '数控机床主轴',
  '中药提取物',
  '钙钛矿组件',
  '工业机器人',
  '氢燃料电堆',
  '激光雷达',
  '污泥',
  '柔性薄膜',
  '疫苗佐剂',
  '隧道衬砌',
  '遥感影像',
  '碳纤维',
  '变压器油',
  '淡水鱼苗',
  '半导体晶圆',
  '磷石膏',
  '血管支架',
  '电网负荷',
];
const qualities = [
  '高效',
  '低成本',
  '智能化',
  '绿色',
  '大尺寸',
  '超低温',
  '耐腐蚀',
  '高精度',
  '便携式',
  '模块化',
  '快速',
  '长寿命',
  '自适应',
  '轻量化',
  '宽温域',
  '在线',
];
const actions = [
  '热失控预警',
  '零排放处理',
  '健康监测',
  '精密定位',
  '选育',
  '缺陷检测',
  '再制造',
  '分离纯化',
  '封装',
  '协同控制',
  '资源化利用',
  '三维重建',
  '表面改性',
  '故障诊断',
  '无损评价',
  '梯次利用',
  '制备',
  '建模',
];
const forms = [
  '系统',
  '装置',
  '技术',
  '方法',
  '工艺',
  '平台',
  '软件',
  '材料',
  '关键设备',
  '成套装备',
];
const clauses = [
  '针对行业中能耗高、效率低的问题',
  '突破了国外长期的技术封锁',
  '提出了多尺度耦合的设计方法',
  '研制出具有自主知识产权的样机',
  '经第三方检测各项指标达到设计要求',
  '已在三家企业完成中试验证',
  '运行成本较传统路线降低三成以上',
  '可与现有产线直接对接',
  '形成了从原料到产品的完整流程',
  '建立了覆盖全生命周期的数据模型',
  '获得省级科技进步奖',
  '适用于高温、高湿和强振动的环境',
  '单套设备年处理能力达到一万吨',
  '采用边缘计算与云端协同的架构',
  '解决了界面脱粘和疲劳开裂的难题',
  '团队有二十年的研究积累',
  '产品通过了CE认证',
  '配套开发了LED显示与远程运维模块',
  '平均无故障时间超过两万小时',
  '具备规模化推广的条件',
];
const places = ['武汉', '宜昌', '襄阳', '黄石', '荆州', '孝感', '十堰', '鄂州', '仙桃', '恩施'];
const brands = ['楚天', '江城', '长江', '东湖', '光谷', '汉阳', '神农', '黄鹤', '清江', '随州'];
const trades = ['储能科技', '环保工程', '生物医药', '精密机械', '信息技术', '新材料', '农业发展'];
const schools = ['华中科技大学', '武汉理工大学', '三峡大学', '华中农业大学', '湖北工业大学'];
const families = [...'王李张刘陈杨赵黄周吴徐孙解单仇区曲覃乐'];
const given = [...'伟芳娜敏静强磊洋艳勇杰涛明超秀霞平刚桂文博雄志远晓东海波建华'];

/** A stream of numbers in [0, 1) that a seed fixes (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Random = () => number;
type Ids = (entity: string, random: Random) => string | undefined;

const pick = <T>(from: readonly T[], random: Random): T =>
  from[Math.floor(random() * from.length)] as T; // a list that is not empty has one

const person = (random: Random): string =>
  pick(families, random) + pick(given, random) + (random() < 0.7 ? pick(given, random) : '');

const digits = (count: number, random: Random): string =>
  Array.from({ length: count }, () => Math.floor(random() * 10)).join('');

const company = (random: Random): string =>
  `${pick(places, random)}${pick(brands, random)}${pick(given, random)}${pick(trades, random)}有限公司`;

const subject = (random: Random): string =>
  `${pick(qualities, random)}${pick(objects, random)}${pick(actions, random)}${pick(forms, random)}`;

/** A text of exactly so many UTF-16 units. */
function abstract(length: number, random: Random): string {
  let text = '';
  while (text.length < length) text += `${pick(clauses, random)}，${subject(random)}。`;
  return text.slice(0, length);
}

function date(random: Random): string {
  const month = String(1 + Math.floor(random() * 12)).padStart(2, '0');
  const day = String(1 + Math.floor(random() * 28)).padStart(2, '0');
  return `${2018 + Math.floor(random() * 9)}-${month}-${day}`;
}

function shortText(field: Extract<Field, { kind: 'text' | 'list' }>, random: Random): string {
  switch (field.format) {
    case 'uscc':
      return `91420100MA${digits(8, random)}`;
    case 'patentNumber':
      return `20${digits(10, random)}.${digits(1, random)}`;
    case 'phone':
      return `138${digits(8, random)}`;
    case 'email':
      return `a${digits(6, random)}@example.com`;
    default:
      if (field.personal) return person(random);
      if (field.kind === 'list') return field.reused ? pick(forms, random) : pick(schools, random);
      return (field.max ?? 200) <= 60 ? `鄂2026-${digits(5, random)}` : subject(random);
  }
}

const ABSTRACT = 200;

function fieldValue(field: Field, random: Random, ids: Ids): Values[string] | undefined {
  switch (field.kind) {
    case 'text':
      return shortText(field, random);
    case 'note':
      return abstract(ABSTRACT, random);
    case 'list':
      return [shortText(field, random)];
    case 'choice':
      return pick(Object.keys(field.options), random);
    case 'choices':
      return [pick(Object.keys(field.options), random)];
    case 'date':
      return date(random);
    case 'money':
      return Math.floor(random() * 1_000) * 1_000_000;
    case 'price':
      return random() < 0.2
        ? { kind: 'open' }
        : { kind: 'amount', fen: Math.floor(random() * 1_000) * 1_000_000 };
    case 'rate':
      return Math.floor(random() * 2_000);
    case 'portion':
      return { n: 1, d: 1 + Math.floor(random() * 9) };
    case 'integer':
      return (field.min ?? 0) + Math.floor(random() * Math.min(9, field.max ?? 9));
    case 'number':
      return Math.floor(random() * 1_000) / 4;
    case 'ref':
      return ids(field.entity, random);
    case 'tiers':
      return undefined;
  }
}

/** Of fields that may be blank, so many are filled. */
const FILLED = 0.6;

function recordValues(entity: AnyEntity, random: Random, ids: Ids): Values {
  const fields = Object.entries(entity.fields);
  const isCompany = fields.some(([, field]) => 'format' in field && field.format === 'uscc');
  const longText = fields.find(([, field]) => field.kind === 'note')?.[0];
  const values = fields.flatMap(([name, field]) => {
    if (name === entity.title) return [[name, isCompany ? company(random) : subject(random)]];
    const isAbstract = name === longText && entity.name !== 'enterprise';
    if (field.kind === 'note' && !isAbstract) return [];
    if (!field.required && !isAbstract && random() > FILLED) return [];
    const value = fieldValue(field, random, ids);
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(values);
}

/** The id of the `index`-th record of a kind. */
export const idOf = (entity: string, index: number): string =>
  `0192f0a0-0000-7000-8000-${entity.slice(0, 4)}${String(index).padStart(8, '0')}`;

export type Sizes = Readonly<Record<string, number>>;

interface Slice {
  readonly entity: string;
  readonly records: readonly StoredRecord[];
}

/** The records of a desk in slices, kind by kind. Kinds that this version does not have, have none. */
export function* manyRecords(sizes: Sizes, size = 2_000): Generator<Slice, undefined> {
  const ids: Ids = (referred, random) => {
    if (referred === 'stage') return pick(defaultStages, random).id;
    const of = sizes[referred] ?? 0;
    return of > 0 ? idOf(referred, Math.floor(random() * of)) : undefined;
  };
  for (const [name, count] of Object.entries(sizes)) {
    const entity = entityNamed(name);
    if (!entity) continue;
    const random = randomFrom(count + name.length);
    for (let from = 0; from < count; from += size) {
      const length = Math.min(size, count - from);
      const records = Array.from({ length }, (_, index) => ({
        id: idOf(name, from + index),
        rev: 'r',
        createdAt: from + index,
        updatedAt: from + index,
        ...recordValues(entity, random, ids),
      }));
      yield { entity: name, records };
    }
  }
  return undefined;
}

/** The full desk with so many achievements, and the other kinds in the same proportion. */
export const sizesFor = (achievements: number): Sizes =>
  Object.fromEntries(
    Object.entries(FULL_DESK).map(([name, count]) => [
      name,
      Math.round((count * achievements) / FULL_DESK.achievement),
    ]),
  );
