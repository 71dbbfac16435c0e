import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDecimals, toDecimal } from '../../../shared/features/needs/decimals.ts';
import {
  type Indicator,
  type IndicatorReading,
  parseIndicators,
  readIndicator,
  targetOf,
} from '../../../shared/features/needs/index.ts';

/** `name | target`, then what it is today and under which condition; `?` where the relation is left open. */
const shown = ({ name, relation, current, condition, ...rest }: IndicatorReading): string => {
  const target =
    relation === null ? `? ${rest.value} ${rest.unit ?? ''}` : targetOf({ ...rest, relation });
  const more = [current && `now ${current}`, condition && `if ${condition}`].filter(Boolean);
  return [name, target.trim(), ...more].join(' | ');
};

/** Phrases as enterprises write them, each with what it means. */
// biome-ignore format: a table
const phrases: readonly (readonly [text: string, ...meaning: string[]])[] = [
  // signs
  ['效率≥95%', '效率 | ≥ 95 %'],
  ['效率 ≥ 95 %', '效率 | ≥ 95 %'],
  ['效率＞９５％', '效率 | > 95 %'],
  ['效率>=95%', '效率 | ≥ 95 %'],
  ['能耗≤50kWh/t', '能耗 | ≤ 50 kWh/t'],
  ['能耗≦50kWh/t', '能耗 | ≤ 50 kWh/t'],
  ['能耗<=50kWh/t', '能耗 | ≤ 50 kWh/t'],
  ['寿命：≥7000h', '寿命 | ≥ 7000 h'],
  ['寿命：>7000小时', '寿命 | > 7000 小时'],
  ['误差<1%', '误差 | < 1 %'],
  ['介电常数=3.2', '介电常数 | = 3.2'],
  ['介电常数≈3.2', '介电常数 | ≈ 3.2'],
  ['纯度≥99.999%', '纯度 | ≥ 99.999 %'],
  ['噪声≤65dB(A)', '噪声 | ≤ 65 dB(A)'],
  ['导热系数≥2.5W/(m·K)', '导热系数 | ≥ 2.5 W/(m·K)'],
  ['粘度≤500mPa·s', '粘度 | ≤ 500 mPa·s'],
  ['排放浓度≤50mg/m³', '排放浓度 | ≤ 50 mg/m³'],
  ['面密度≤120g/m2', '面密度 | ≤ 120 g/m2'],
  ['续航里程 ≥ 600 km', '续航里程 | ≥ 600 km'],
  ['良品率（量产）≥98.5%', '良品率(量产) | ≥ 98.5 %'],
  ['续航≥600km（CLTC工况）', '续航 | ≥ 600 km | if CLTC工况'],
  ['耐盐雾≥1000h无锈蚀', '耐盐雾 | ≥ 1000 h | if 无锈蚀'],
  ['产能≥1,000吨/年', '产能 | ≥ 1000 吨/年'],
  ['产能≥1.5万吨/年', '产能 | ≥ 1.5 万吨/年'],
  ['循环次数≥3万次', '循环次数 | ≥ 3 万次'],
  ['粘附力≥1级', '粘附力 | ≥ 1 级'],
  ['零点漂移≤-3mV', '零点漂移 | ≤ -3 mV'],
  // words before
  ['循环寿命不低于6000次', '循环寿命 | ≥ 6000 次'],
  ['使用寿命不少于10年', '使用寿命 | ≥ 10 年'],
  ['成活率不小于90%', '成活率 | ≥ 90 %'],
  ['强度大于等于500MPa', '强度 | ≥ 500 MPa'],
  ['强度大于或等于500MPa', '强度 | ≥ 500 MPa'],
  ['强度大于500MPa', '强度 | > 500 MPa'],
  ['转化率高于80%', '转化率 | > 80 %'],
  ['通量超过30L/h', '通量 | > 30 L/h'],
  ['响应时间不超过10ms', '响应时间 | ≤ 10 ms'],
  ['响应时间不大于10毫秒', '响应时间 | ≤ 10 毫秒'],
  ['含水率不高于12%', '含水率 | ≤ 12 %'],
  ['缺陷率小于等于0.5‰', '缺陷率 | ≤ 0.5 ‰'],
  ['误差小于1%', '误差 | < 1 %'],
  ['含硫量低于10ppm', '含硫量 | < 10 ppm'],
  ['回收期少于3年', '回收期 | < 3 年'],
  ['时延不得超过1ms', '时延 | ≤ 1 ms'],
  ['得率不得低于75%', '得率 | ≥ 75 %'],
  ['噪声不应大于60分贝', '噪声 | ≤ 60 分贝'],
  ['产能达到1000吨/年', '产能 | ≥ 1000 吨/年'],
  ['产能应达到1000吨/年', '产能 | ≥ 1000 吨/年'],
  ['产能要求达到1000吨/年', '产能 | ≥ 1000 吨/年'],
  ['准确率可达98%', '准确率 | ≥ 98 %'],
  ['并发数至少100个', '并发数 | ≥ 100 个'],
  ['功耗至多5W', '功耗 | ≤ 5 W'],
  ['功耗控制在5W以内', '功耗 | ≤ 5 W'],
  ['检出限低至0.1ng/mL', '检出限 | ≤ 0.1 ng/mL'],
  ['厚度为20μm', '厚度 | = 20 μm'],
  ['厚度等于20μm', '厚度 | = 20 μm'],
  ['重量约3kg', '重量 | ≈ 3 kg'],
  ['重量约为3公斤', '重量 | ≈ 3 公斤'],
  ['精度优于0.1mm', '精度 | ? 0.1 mm'],
  ['系统响应不超过1s', '系统响应 | ≤ 1 s'],
  ['雷达10GHz', '雷达 | = 10 GHz'],
  // words behind: 以上, 以下 and 以内 include the number
  ['效率95%以上', '效率 | ≥ 95 %'],
  ['效率95%及以上', '效率 | ≥ 95 %'],
  ['效率95%（含）以上', '效率 | ≥ 95 %'],
  ['成本5万元以下', '成本 | ≤ 5 万元'],
  ['误差0.5%以内', '误差 | ≤ 0.5 %'],
  ['误差在0.5%之内', '误差在 | ≤ 0.5 %'],
  ['重量3kg左右', '重量 | ≈ 3 kg'],
  ['效率达到95%以上', '效率 | ≥ 95 %'],
  ['95%以上', ' | ≥ 95 %'],
  // changes
  ['成本降低30%以上', '成本降低 | ≥ 30 %'],
  ['成本降低30%', '成本降低 | = 30 %'],
  ['产量提高20%以上', '产量提高 | ≥ 20 %'],
  ['成本降低至30元/件以下', '成本 | ≤ 30 元/件'],
  ['成本降低到30元/件', '成本 | ≤ 30 元/件'],
  ['良率提升至95%', '良率 | ≥ 95 %'],
  ['良率提高到不低于95%', '良率 | ≥ 95 %'],
  ['周期缩短至15天', '周期 | ≤ 15 天'],
  ['良率从85%提升到95%', '良率 | ≥ 95 % | now 85%'],
  ['良率由85%提高至95%以上', '良率 | ≥ 95 % | now 85%'],
  ['良率由目前的85%提高至95%', '良率 | ≥ 95 % | now 85%'],
  ['成本由120元/吨降低到80元/吨', '成本 | ≤ 80 元/吨 | now 120元/吨'],
  ['周期从30天缩短到15天以内', '周期 | ≤ 15 天 | now 30天'],
  // ranges
  ['温度 -40~85℃', '温度 | -40 ~ 85 ℃'],
  ['温度-40℃～+85℃', '温度 | -40 ~ 85 ℃'],
  ['温度：-40℃至85℃', '温度 | -40 ~ 85 ℃'],
  ['压力10-20MPa', '压力 | 10 ~ 20 MPa'],
  ['压力10—20MPa', '压力 | 10 ~ 20 MPa'],
  ['压力10MPa到20MPa', '压力 | 10 ~ 20 MPa'],
  ['水分8%~12%', '水分 | 8 ~ 12 %'],
  ['pH值6~9', 'pH值 | 6 ~ 9'],
  ['pH 6.5-8.5', 'pH | 6.5 ~ 8.5'],
  ['CO2浓度400-5000ppm', 'CO2浓度 | 400 ~ 5000 ppm'],
  ['功率在5~10kW之间', '功率在 | 5 ~ 10 kW'],
  ['95%≤回收率≤98%', '回收率 | 95 ~ 98 %'],
  ['3≤孔径≤5nm', '孔径 | 3 ~ 5 nm'],
  ['精度±0.01mm', '精度 | ± 0.01 mm'],
  ['精度：±0.01 mm', '精度 | ± 0.01 mm'],
  ['温控精度≤±0.5℃', '温控精度 | ± 0.5 ℃'],
  ['温控25±2℃', '温控 | 25 ± 2 ℃'],
  ['电压220V±10%', '电压220V | ± 10 %'],
  ['定位精度+/-2cm', '定位精度 | ± 2 cm'],
  // bare numbers
  ['硬度60HRC', '硬度 | = 60 HRC'],
  ['硬度：60 HRC', '硬度 | = 60 HRC'],
  ['输出功率 5 kW', '输出功率 | = 5 kW'],
  // numbers in names
  ['PM2.5去除率≥99%', 'PM2.5去除率 | ≥ 99 %'],
  ['3D打印精度0.1mm', '3D打印精度 | = 0.1 mm'],
  ['25℃下粘度≤500mPa·s', '25℃下粘度 | ≤ 500 mPa·s'],
  ['10-20MPa下效率≥95%', '10-20MPa下效率 | ≥ 95 %'],
  ['按GB/T 1771-2007试验≥1000h', '按GB/T 1771-2007试验 | ≥ 1000 h'],
  // powers
  ['漏率≤1×10⁻⁹Pa·m³/s', '漏率 | ≤ 0.000000001 Pa·m³/s'],
  ['漏率≤1×10^-9Pa·m³/s', '漏率 | ≤ 0.000000001 Pa·m³/s'],
  ['寿命≥10^6次', '寿命 | ≥ 1000000 次'],
  ['菌落数≤2.5e3CFU/g', '菌落数 | ≤ 2500 CFU/g'],
  // several
  ['效率≥95%、成本降低30%以上、温度 -40~85℃', '效率 | ≥ 95 %', '成本降低 | ≥ 30 %', '温度 | -40 ~ 85 ℃'],
  ['主要技术指标：1. 效率≥95%；2. 寿命≥10年。', '效率 | ≥ 95 %', '寿命 | ≥ 10 年'],
  ['1、效率≥95%，2、寿命≥10年', '效率 | ≥ 95 %', '寿命 | ≥ 10 年'],
  ['（1）效率≥95%\n（2）寿命≥10年', '效率 | ≥ 95 %', '寿命 | ≥ 10 年'],
  ['①效率≥95% ②寿命≥10年', '效率 | ≥ 95 %', '寿命 | ≥ 10 年'],
  ['一、效率≥95%；二、寿命≥10年', '效率 | ≥ 95 %', '寿命 | ≥ 10 年'],
  ['指标：效率≥98%\n能耗≤50kWh/t\n寿命：≥7000h', '效率 | ≥ 98 %', '能耗 | ≤ 50 kWh/t', '寿命 | ≥ 7000 h'],
  ['效率≥95% 寿命≥10年', '效率 | ≥ 95 %', '寿命 | ≥ 10 年'],
  ['效率≥95%且≤98%', '效率 | ≥ 95 %', '效率 | ≤ 98 %'],
  ['拉伸、弯曲强度≥50MPa', '拉伸、弯曲强度 | ≥ 50 MPa'],
  ['抗拉强度，≥500MPa', '抗拉强度 | ≥ 500 MPa'],
  ['强度（室温，干态）≥50MPa', '强度(室温,干态) | ≥ 50 MPa'],
];

/** Phrases with numbers that are no indicators: kept, and never made one. */
const noIndicators = [
  '稳定性差',
  '符合GB/T 1771-2007标准',
  '达到GB 16297-1996要求',
  '2026年12月31日前完成样机',
  '完成时间2026年12月',
  '尺寸300×200mm',
  '比例1:3',
  '温度85~-40℃',
  '寿命1e99次',
];

describe('indicators in the words of enterprises', () => {
  it('are tried on more than a hundred and twenty phrases', () => {
    expect(phrases.length + noIndicators.length).toBeGreaterThanOrEqual(120);
  });

  it.each(phrases)('%s', (text, ...meaning) => {
    const { readings, unread } = parseIndicators(text);
    expect(readings.map(shown)).toEqual(meaning);
    expect(unread).toEqual([]);
  });

  it.each(noIndicators)('%s is none, and is given back', (text) => {
    expect(parseIndicators(text)).toEqual({ readings: [], unread: [text] });
  });

  it('that are found do not hide what was not understood', () => {
    const { readings, unread } = parseIndicators('效率≥95%，外观美观；便于维护');
    expect(readings.map(shown)).toEqual(['效率 | ≥ 95 %']);
    expect(unread).toEqual(['外观美观', '便于维护']);
  });
});

const names = fc.constantFrom(
  '效率',
  '循环寿命',
  '能耗',
  '抗拉强度',
  '工作温度',
  '纯度',
  '响应时间',
);
const units = fc.constantFrom(undefined, '%', 'MPa', 'kWh/t', '次', 'mg/m³', '万元/台', '℃', 'h');
const decimals = fc
  .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.nat({ max: 3 }))
  .map(([digits, places]) => (digits / 10 ** places).toFixed(places))
  .map((text) => toDecimal(text) ?? '');

const indicators: fc.Arbitrary<Indicator> = fc
  .tuple(
    names,
    fc.constantFrom('atLeast', 'above', 'atMost', 'below', 'equal', 'about', 'range', 'tolerance'),
    decimals,
    decimals,
    units,
  )
  .map(([name, relation, value, other, unit]): Indicator => {
    const [low = '', high = ''] = [value, other].toSorted(compareDecimals);
    const size = other.replace('-', '');
    const numbers =
      relation === 'range'
        ? { value: low, valueTo: high }
        : relation === 'tolerance'
          ? { value, valueTo: size }
          : { value };
    return { name, relation, ...numbers, ...(unit === undefined ? {} : { unit }) };
  });

describe('reading indicators', () => {
  it('reads back what it writes, however many stand together', () => {
    fc.assert(
      fc.property(
        fc.array(indicators, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('、', '；', '\n', '，', '。'),
        (list, mark) => {
          const text = list.map((one) => `${one.name} ${targetOf(one)}`).join(mark);
          const { readings, unread } = parseIndicators(text);
          expect(unread).toEqual([]);
          expect(readings.map(({ source: _, ...reading }) => reading)).toEqual(list);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('takes any text, loses no phrase, and only makes numbers that are numbers', () => {
    const text = fc
      .array(
        fc.constantFrom(...'效率温度≥≤±~-—0123456789.,，、；;：:（）()%℃MPa× 以上内至到从提高\n'),
        {
          maxLength: 60,
        },
      )
      .map((chars) => chars.join(''));
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (any) => {
        const { readings, unread } = parseIndicators(any);
        const kept = [...readings.map(({ source }) => source), ...unread].join('');
        // Han characters are neither numbering nor marks, but for the words of a heading.
        for (const char of '效率温度') expect(kept.includes(char)).toBe(any.includes(char));
        for (const { value, valueTo = value } of readings) {
          expect(toDecimal(value)).toBe(value);
          expect(toDecimal(valueTo)).toBe(valueTo);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('stays quick on a text made to be slow', () => {
    const started = performance.now();
    parseIndicators('1'.repeat(20_000));
    parseIndicators('效率约'.repeat(6_000));
    parseIndicators('(1,'.repeat(6_000));
    parseIndicators('a1 '.repeat(100));
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe('an indicator that is being written', () => {
  const draft = {
    name: '效率',
    relation: 'atLeast',
    value: '95',
    valueTo: '',
    unit: '%',
    current: '',
    condition: '',
  } as const;

  it('is taken when it says all that it needs', () => {
    expect(readIndicator({ ...draft, value: '９５.50' })).toEqual({
      ok: true,
      value: { name: '效率', relation: 'atLeast', value: '95.50', unit: '%' },
    });
    expect(readIndicator({ ...draft, relation: 'tolerance', value: '', valueTo: '0.1' })).toEqual({
      ok: true,
      value: { name: '效率', relation: 'tolerance', value: '0', valueTo: '0.1', unit: '%' },
    });
  });

  it.each([
    ['noName', { name: ' ' }],
    ['noRelation', { relation: null }],
    ['notANumber', { value: '约95' }],
    ['noEnd', { relation: 'range' as const }],
    ['rangeReversed', { relation: 'range' as const, valueTo: '9' }],
    ['notANumber', { relation: 'tolerance' as const, valueTo: '-1' }],
    ['tooLong', { unit: '吨'.repeat(21) }],
  ])('is refused: %s', (type, part) => {
    expect(readIndicator({ ...draft, ...part })).toMatchObject({ ok: false, error: { type } });
  });
});

describe('decimal texts', () => {
  it.each([
    ['1,000', '1000'],
    ['007.50', '7.50'],
    ['-0', '0'],
    ['2.5×10^3', '2500'],
    ['10^-3', '0.001'],
    ['+12', '12'],
    ['1e99', null],
    ['1.2.3', null],
    ['', null],
  ])('%s is %s', (text, decimal) => expect(toDecimal(text)).toBe(decimal));

  it('are ordered as the numbers are', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        expect(Math.sign(compareDecimals(a, b))).toBe(Math.sign(Number(a) - Number(b)));
      }),
    );
  });
});
