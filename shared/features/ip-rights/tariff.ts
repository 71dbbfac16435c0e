import { defineRules, type RowOf } from '../../rules/index.ts';
import { type IpKind, ipRight } from './entity.ts';

/**
 * Terms and fees as dated rows: a result names the row that it used. Each table says which day it
 * is whose rules hold.
 */
const part = { zh: '知识产权', en: 'IP rights' } as const;
const { options: kinds } = ipRight.fields.kind;
const CN = 'CN' as const;
const PATENT_LAW = '专利法第四十二条';
const SINCE_1993 = { region: CN, validFrom: '1993-01-01', from: 'filedOn' } as const;
const sure = { confidence: 'sure' } as const;
const check = { confidence: 'check' } as const;

const variety = { region: CN, ...check, kind: 'variety', from: 'grantedOn' } as const;
const oldVariety = {
  ...variety,
  validFrom: '1997-10-01',
  validTo: '2025-05-31',
  source: '植物新品种保护条例第三十四条',
} as const;
const newVariety = {
  ...variety,
  validFrom: '2025-06-01',
  validTo: null,
  source: '植物新品种保护条例（2025 年修订）',
} as const;

export const termRules = defineRules({
  name: 'ipTerms',
  part,
  label: { zh: '保护期限', en: 'Terms' },
  note: {
    zh: '按起算日适用当日施行的一行；专利按在中国的申请日起算，不按优先权日。',
    en: 'The row in force on the day the term counts from; of patents the filing in China, never the priority.',
  },
  fields: {
    kind: { kind: 'choice', options: kinds, label: { zh: '类型', en: 'Kind' }, required: true },
    /** Of plant varieties. */
    woody: {
      kind: 'choice',
      options: {
        yes: { zh: '藤本、林木、果树、观赏树木', en: 'Vines and trees' },
        no: { zh: '其他植物', en: 'Other plants' },
      },
      label: { zh: '植物种类', en: 'Plants' },
    },
    years: {
      kind: 'integer',
      min: 1,
      max: 200,
      label: { zh: '期限（年）', en: 'Term, years' },
      required: true,
    },
    /** What the years are counted from; the row's validity too. */
    from: {
      kind: 'choice',
      options: {
        filedOn: { zh: '申请日', en: 'Filing' },
        grantedOn: { zh: '授权日', en: 'Grant' },
        firstUse: { zh: '申请日或首次商业利用日，以较前者为准', en: 'Filing or first use' },
        firstPublication: { zh: '首次发表日', en: 'First publication' },
      },
      label: { zh: '起算日', en: 'Counted from' },
      required: true,
    },
    /** However late the start: no longer than so many years after completion. */
    mostYears: {
      kind: 'integer',
      min: 1,
      max: 200,
      label: { zh: '自完成日起最长（年）', en: 'At most after completion, years' },
    },
  },
  slot: ['kind', 'woody'],
  rows: [
    {
      key: 'invention',
      ...SINCE_1993,
      ...sure,
      kind: 'invention',
      years: 20,
      validTo: null,
      source: PATENT_LAW,
    },
    {
      key: 'utilityModel',
      ...SINCE_1993,
      ...sure,
      kind: 'utilityModel',
      years: 10,
      validTo: null,
      source: PATENT_LAW,
    },
    {
      key: 'design-1993',
      ...SINCE_1993,
      ...check,
      kind: 'design',
      years: 10,
      validTo: '2021-05-31',
      source: '专利法（2008 年修正）第四十二条',
    },
    {
      key: 'design-2021',
      ...SINCE_1993,
      ...sure,
      kind: 'design',
      years: 15,
      validFrom: '2021-06-01',
      validTo: null,
      source: '专利法（2020 年修正）第四十二条',
    },
    {
      key: 'layout',
      region: CN,
      ...check,
      kind: 'layout',
      years: 10,
      mostYears: 15,
      from: 'firstUse',
      validFrom: '2001-10-01',
      validTo: null,
      source: '集成电路布图设计保护条例第十二条',
    },
    {
      key: 'software',
      region: CN,
      ...check,
      kind: 'software',
      years: 50,
      from: 'firstPublication',
      validFrom: '1991-10-01',
      validTo: null,
      source: '计算机软件保护条例第十四条（法人或其他组织）',
    },
    { key: 'woody-1997', ...oldVariety, woody: 'yes', years: 20 },
    { key: 'woody-2025', ...newVariety, woody: 'yes', years: 25 },
    { key: 'plant-1997', ...oldVariety, woody: 'no', years: 15 },
    { key: 'plant-2025', ...newVariety, woody: 'no', years: 20 },
  ],
});
export type TermRow = RowOf<typeof termRules>;

const YUAN = 100;
const yearOf = { kind: 'integer', min: 1, max: 50, required: true } as const;
const feeRow = (kind: IpKind, fromYear: number, toYear: number, yuan: number) =>
  ({
    key: `${kind}-${fromYear}`,
    region: CN,
    ...check,
    validFrom: '2001-03-01',
    validTo: null,
    source: '专利收费标准（国家知识产权局）',
    kind,
    fromYear,
    toYear,
    fen: yuan * YUAN,
  }) as const;
const small = (['utilityModel', 'design'] as const).flatMap((kind) => [
  feeRow(kind, 1, 3, 600),
  feeRow(kind, 4, 5, 900),
  feeRow(kind, 6, 8, 1200),
  feeRow(kind, 9, 10, 2000),
]);

export const feeRules = defineRules({
  name: 'ipAnnuities',
  part,
  label: { zh: '专利年费', en: 'Patent annuities' },
  note: {
    zh: '按缴费期满之日适用；年度从申请日起算，首末年度都包括在内。',
    en: 'By the day on which the annuity falls due; years counted from filing, both included.',
  },
  fields: {
    kind: { kind: 'choice', options: kinds, label: { zh: '类型', en: 'Kind' }, required: true },
    fromYear: { ...yearOf, label: { zh: '从第几年', en: 'From year' } },
    toYear: { ...yearOf, label: { zh: '到第几年', en: 'To year' } },
    fen: { kind: 'money', label: { zh: '每年（元）', en: 'A year, yuan' }, required: true },
  },
  slot: ['kind'],
  span: { first: 'fromYear', last: 'toYear', said: { zh: '第 {} 年', en: 'years {}' } },
  rows: [
    feeRow('invention', 1, 3, 900),
    feeRow('invention', 4, 6, 1200),
    feeRow('invention', 7, 9, 2000),
    feeRow('invention', 10, 12, 4000),
    feeRow('invention', 13, 15, 6000),
    feeRow('invention', 16, 20, 8000),
    ...small,
    feeRow('design', 11, 15, 3000),
  ],
});
export type FeeRow = RowOf<typeof feeRules>;

const reduced = {
  region: CN,
  ...check,
  years: 10,
  validFrom: '2018-08-01',
  validTo: null,
  source: '专利收费减缴办法（财税〔2016〕78号）、财税〔2018〕37号',
} as const;

export const reductionRules = defineRules({
  name: 'ipReductions',
  part,
  label: { zh: '年费减缴', en: 'Reductions of annuities' },
  note: {
    zh: '按缴费期满之日适用；同时符合几项的取减得最多的一项，不相加。',
    en: 'By the day on which the annuity falls due; the best of those that apply, they are not added up.',
  },
  fields: {
    ground: {
      kind: 'choice',
      options: {
        sole: { zh: '一个申请人', en: 'One applicant' },
        joint: { zh: '两个及以上申请人', en: 'Several applicants' },
        openLicence: { zh: '开放许可实施期间', en: 'While under open licence' },
      },
      label: { zh: '情形', en: 'Ground' },
      required: true,
    },
    offBp: { kind: 'rate', label: { zh: '减缴', en: 'Taken off' }, required: true },
    /** From the year of the grant; blank as long as the ground holds. */
    years: {
      kind: 'integer',
      min: 1,
      max: 50,
      label: { zh: '自授权起（年）', en: 'From the grant, years' },
      help: { zh: '情形存续期间都减则留空', en: 'Blank: as long as the ground holds' },
    },
  },
  slot: ['ground'],
  rows: [
    { key: 'sole', ...reduced, ground: 'sole', offBp: 8500 },
    { key: 'joint', ...reduced, ground: 'joint', offBp: 7000 },
    {
      key: 'openLicence',
      region: CN,
      ...check,
      ground: 'openLicence',
      offBp: 1500,
      validFrom: '2024-08-01',
      validTo: null,
      source: '专利法第五十一条；开放许可实施期间年费减缴 15%',
    },
  ],
});
export type ReductionRow = RowOf<typeof reductionRules>;

export const lateRules = defineRules({
  name: 'ipLateFees',
  part,
  label: { zh: '年费补缴与滞纳金', en: 'Late payment of annuities' },
  note: {
    zh: '按缴费期满之日适用；滞纳金按当年全额年费计算，不受减缴影响。',
    en: 'By the day on which the annuity falls due; the surcharge is reckoned from the full fee.',
  },
  fields: {
    /** After the due day, in which it can still be paid. */
    months: {
      kind: 'integer',
      min: 0,
      max: 60,
      label: { zh: '可补缴（个月）', en: 'Payable late for, months' },
      required: true,
    },
    /** The first so many cost nothing more. */
    freeMonths: {
      kind: 'integer',
      min: 0,
      max: 60,
      label: { zh: '免滞纳金（个月）', en: 'Without surcharge, months' },
      required: true,
    },
    /** Each begun one after them costs this part of the full fee. */
    perMonthBp: {
      kind: 'rate',
      label: { zh: '此后每月加收', en: 'Each month after' },
      required: true,
    },
  },
  slot: [],
  rows: [
    {
      key: 'late',
      region: CN,
      ...check,
      months: 6,
      freeMonths: 1,
      perMonthBp: 500,
      validFrom: '1993-01-01',
      validTo: null,
      source: '专利法实施细则：期满之日起 6 个月内补缴，每超 1 个月加收当年全额年费 5%',
    },
  ],
});
export type LateRow = RowOf<typeof lateRules>;

export const licenceFilingRules = defineRules({
  name: 'licenceFiling',
  part,
  label: { zh: '许可合同备案', en: 'Filing of licence contracts' },
  note: {
    zh: '按许可生效之日适用，到期前提醒备案。',
    en: 'By the day on which the licence takes effect; reminded of before it is late.',
  },
  fields: {
    /** A contract between the two, or taken up under an open licence. */
    way: {
      kind: 'choice',
      options: {
        contract: { zh: '许可合同', en: 'Licence contract' },
        openLicence: { zh: '通过开放许可达成', en: 'Under an open licence' },
      },
      label: { zh: '许可方式', en: 'Way' },
      required: true,
    },
    months: {
      kind: 'integer',
      min: 0,
      max: 60,
      label: { zh: '生效后须备案于（个月内）', en: 'To be filed within, months' },
      required: true,
    },
  },
  slot: ['way'],
  rows: [
    {
      key: 'filing',
      region: CN,
      ...sure,
      way: 'contract',
      months: 3,
      validFrom: '2010-02-01',
      validTo: null,
      source: '专利法实施细则第十五条',
    },
    {
      key: 'openLicence',
      region: CN,
      ...check,
      way: 'openLicence',
      months: 3,
      validFrom: '2021-06-01',
      validTo: null,
      source: '专利法实施细则第八十七条：凭书面文件备案；期限参照第十五条',
    },
  ],
});
export type FilingRow = RowOf<typeof licenceFilingRules>;

const openLicensing = { region: CN, ...check, validFrom: '2024-01-20', validTo: null } as const;

export const openLicenceRules = defineRules({
  name: 'openLicenceBars',
  part,
  label: { zh: '开放许可的条件', en: 'What an open licence asks for' },
  note: {
    zh: '拟声明、已声明开放许可的专利按今天施行的各行核对。',
    en: 'Patents that are, or are to be, under open licence are held against the rows in force today.',
  },
  fields: {
    bar: {
      kind: 'choice',
      options: {
        notPatent: { zh: '不是专利', en: 'No patent' },
        notGranted: { zh: '尚未授权或已失效', en: 'Not in force' },
        exclusive: { zh: '独占或排他许可', en: 'Exclusive or sole licence' },
        suspended: { zh: '纠纷或保全', en: 'Dispute or seizure' },
        feeUnpaid: { zh: '年费未缴', en: 'Annuity not paid' },
        pledged: { zh: '质押', en: 'Pledge' },
        noReport: { zh: '没有专利权评价报告', en: 'No evaluation report' },
        noTerms: { zh: '没有许可使用费', en: 'No licence fee stated' },
        noPeriod: { zh: '没有许可期限', en: 'No period stated' },
      },
      label: { zh: '情形', en: 'Case' },
      required: true,
    },
  },
  slot: ['bar'],
  rows: [
    { ...openLicensing, key: 'notPatent', bar: 'notPatent', source: '专利法第五十条' },
    { ...openLicensing, key: 'notGranted', bar: 'notGranted', source: '专利法实施细则第八十五条' },
    {
      ...openLicensing,
      key: 'exclusive',
      bar: 'exclusive',
      source: '专利法第五十一条；专利法实施细则第八十六条第（一）项',
    },
    {
      ...openLicensing,
      key: 'suspended',
      bar: 'suspended',
      source: '专利法实施细则第八十六条第（二）项（权属纠纷、保全致程序中止）',
    },
    {
      ...openLicensing,
      key: 'feeUnpaid',
      bar: 'feeUnpaid',
      source: '专利法实施细则第八十六条第（三）项',
    },
    {
      ...openLicensing,
      key: 'pledged',
      bar: 'pledged',
      source: '专利法实施细则第八十六条第（四）项（须经质权人同意）',
    },
    {
      ...openLicensing,
      key: 'noReport',
      bar: 'noReport',
      source: '专利法第五十条（实用新型、外观设计）',
    },
    { ...openLicensing, key: 'noTerms', bar: 'noTerms', source: '专利法实施细则第八十五条' },
    { ...openLicensing, key: 'noPeriod', bar: 'noPeriod', source: '专利法实施细则第八十五条' },
  ],
});
export type OpenLicenceRow = RowOf<typeof openLicenceRules>;
