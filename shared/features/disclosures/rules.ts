import type { CivilDate } from '../../core/dates.ts';
import type { GraceCase } from './entity.ts';

/** A rule of law or policy as of a time and a place; a result names the row that it used. */
interface RuleRow {
  /** `CN` holds everywhere. */
  readonly region: 'CN' | 'wuhan' | 'hubei' | 'beijing' | 'shanghai' | 'zhejiang';
  readonly validFrom: CivilDate;
  /** Last day; null while in force. */
  readonly validTo: CivilDate | null;
  readonly source: string;
  /** `check`: figure or date not confirmed against the text. */
  readonly confidence: 'sure' | 'check';
}

/** A case in which a publication before filing does no harm for so many months. */
export interface GraceRow extends RuleRow {
  readonly graceCase: GraceCase;
  readonly months: number;
}

/** What a team must get at least, where it gets that right. */
export interface RightsRow extends RuleRow {
  readonly right: 'ownership' | 'use' | 'income';
  /** Basis points; of `use`, years. */
  readonly atLeast: number;
  /** A law binds; a policy is what an authority promises or asks for. */
  readonly force: 'law' | 'policy';
}

const grace = {
  region: 'CN',
  validFrom: '1985-04-01',
  validTo: null,
  confidence: 'check',
  months: 6,
} as const;

/**
 * 专利法第二十四条: six months, in the listed cases only; their wording and days are to be checked.
 * The first case came with the amendment in force from 2021-06-01.
 */
export const graceRows: readonly GraceRow[] = [
  {
    ...grace,
    graceCase: 'emergency',
    validFrom: '2021-06-01',
    source: '专利法第二十四条第（一）项',
  },
  { ...grace, graceCase: 'exhibition', source: '专利法第二十四条第（二）项' },
  { ...grace, graceCase: 'meeting', source: '专利法第二十四条第（三）项' },
  { ...grace, graceCase: 'breach', source: '专利法第二十四条第（四）项' },
];

const income = { right: 'income', force: 'law', validTo: null } as const;
const wuhan = {
  region: 'wuhan',
  force: 'policy',
  validFrom: '2024-01-28',
  validTo: null,
  source: '武汉市促进科技成果转化若干政策措施（2024-01-28）',
  confidence: 'check',
} as const;

export const rightsRows: readonly RightsRow[] = [
  {
    ...income,
    region: 'CN',
    atLeast: 5000,
    validFrom: '2015-10-01',
    source: '促进科技成果转化法第四十五条',
    confidence: 'sure',
  },
  {
    ...income,
    region: 'beijing',
    atLeast: 7000,
    validFrom: '2020-01-01',
    source: '北京市促进科技成果转化条例',
    confidence: 'sure',
  },
  {
    ...income,
    region: 'shanghai',
    atLeast: 7000,
    validFrom: '2017-06-01',
    source: '上海市促进科技成果转化条例',
    confidence: 'check',
  },
  {
    ...income,
    region: 'zhejiang',
    atLeast: 7000,
    validFrom: '2021-05-01',
    source: '浙江省促进科技成果转化条例',
    confidence: 'check',
  },
  {
    ...income,
    region: 'hubei',
    force: 'policy',
    atLeast: 7000,
    validFrom: '2013-12-01',
    source: '湖北“科技十条”（鄂政发〔2013〕60号），在鄂转化',
    confidence: 'check',
  },
  { ...wuhan, right: 'ownership', atLeast: 7000 },
  { ...wuhan, right: 'use', atLeast: 10 },
  {
    region: 'CN',
    right: 'use',
    force: 'policy',
    atLeast: 10,
    validFrom: '2020-05-09',
    validTo: '2023-05-08',
    source: '国科发区〔2020〕128号（赋权试点单位）',
    confidence: 'check',
  },
];

/** 专利法第二十二条: what the public knew before the filing date is prior art. */
export const NOVELTY_SOURCE = '专利法第二十二条';
/** 促进科技成果转化法第十八条: units of the state decide on transfer and price themselves. */
export const DISPOSAL_SOURCE = '促进科技成果转化法第十八条';

/** Whose rules hold in a region, beside the national ones. */
export const rulesHold = (row: RuleRow, region: RuleRow['region'] | undefined): boolean =>
  row.region === 'CN' || row.region === region || (region === 'wuhan' && row.region === 'hubei');

/** The rows in force on a day. */
export const inForce = <R extends RuleRow>(rows: readonly R[], on: CivilDate): readonly R[] =>
  rows.filter(({ validFrom, validTo }) => validFrom <= on && (validTo === null || on <= validTo));
