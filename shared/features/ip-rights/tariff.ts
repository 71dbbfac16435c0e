import type { CivilDate } from '../../core/dates.ts';
import type { Fen } from '../../core/money.ts';
import type { IpKind } from './entity.ts';

/**
 * Rules of law and fees as dated rows: a result names the row that it used. A row holds for rights
 * whose deciding day lies in `validFrom` to `validTo`, both included.
 */
export interface RuleRow {
  readonly region: 'CN';
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
  readonly source: string;
  /** `check`: not read in the text of the law itself; to be compared before money is paid by it. */
  readonly confidence: 'sure' | 'check';
}

export interface TermRow extends RuleRow {
  readonly kind: IpKind;
  readonly years: number;
  /** What the years are counted from; of the row's validity too. */
  readonly from: 'filedOn' | 'grantedOn' | 'firstUse' | 'firstPublication';
  /** Of plant varieties: whether it holds for trees and vines. */
  readonly woody?: boolean;
}

const CN = 'CN' as const;
const PATENT_LAW = '专利法第四十二条';
const SINCE_1993 = { region: CN, validFrom: '1993-01-01', from: 'filedOn' } as const;
const sure = { confidence: 'sure' } as const;
const check = { confidence: 'check' } as const;

export const termRows: readonly TermRow[] = [
  { ...SINCE_1993, ...sure, kind: 'invention', years: 20, validTo: null, source: PATENT_LAW },
  { ...SINCE_1993, ...sure, kind: 'utilityModel', years: 10, validTo: null, source: PATENT_LAW },
  {
    ...SINCE_1993,
    ...check,
    kind: 'design',
    years: 10,
    validTo: '2021-05-31',
    source: '专利法（2008 年修正）第四十二条',
  },
  {
    ...SINCE_1993,
    ...sure,
    kind: 'design',
    years: 15,
    validFrom: '2021-06-01',
    validTo: null,
    source: '专利法（2020 年修正）第四十二条',
  },
  {
    region: CN,
    ...check,
    kind: 'layout',
    years: 10,
    from: 'firstUse',
    validFrom: '2001-10-01',
    validTo: null,
    source: '集成电路布图设计保护条例第十二条',
  },
  {
    region: CN,
    ...check,
    kind: 'software',
    years: 50,
    from: 'firstPublication',
    validFrom: '1991-10-01',
    validTo: null,
    source: '计算机软件保护条例第十四条（法人或其他组织）',
  },
  ...([true, false] as const).flatMap((woody): readonly TermRow[] => [
    {
      region: CN,
      ...check,
      kind: 'variety',
      woody,
      years: woody ? 20 : 15,
      from: 'grantedOn',
      validFrom: '1997-10-01',
      validTo: '2025-05-31',
      source: '植物新品种保护条例第三十四条',
    },
    {
      region: CN,
      ...check,
      kind: 'variety',
      woody,
      years: woody ? 25 : 20,
      from: 'grantedOn',
      validFrom: '2025-06-01',
      validTo: null,
      source: '植物新品种保护条例（2025 年修订）',
    },
  ]),
];

export interface FeeRow extends RuleRow {
  readonly kinds: readonly IpKind[];
  /** Years counted from filing, both included. */
  readonly fromYear: number;
  readonly toYear: number;
  readonly fen: Fen;
}

const FEES = {
  region: CN,
  ...check,
  validFrom: '2001-03-01',
  validTo: null,
  source: '专利收费标准（国家知识产权局）',
} as const;
const YUAN = 100;
const feeRow = (
  kinds: readonly IpKind[],
  fromYear: number,
  toYear: number,
  yuan: number,
): FeeRow => ({
  ...FEES,
  kinds,
  fromYear,
  toYear,
  fen: yuan * YUAN,
});
const small: readonly IpKind[] = ['utilityModel', 'design'];

/** Annuities. A row's validity is that of the day on which they fall due. */
export const feeRows: readonly FeeRow[] = [
  feeRow(['invention'], 1, 3, 900),
  feeRow(['invention'], 4, 6, 1200),
  feeRow(['invention'], 7, 9, 2000),
  feeRow(['invention'], 10, 12, 4000),
  feeRow(['invention'], 13, 15, 6000),
  feeRow(['invention'], 16, 20, 8000),
  feeRow(small, 1, 3, 600),
  feeRow(small, 4, 5, 900),
  feeRow(small, 6, 8, 1200),
  feeRow(small, 9, 10, 2000),
  feeRow(['design'], 11, 15, 3000),
];

export interface ReductionRow extends RuleRow {
  readonly ground: 'sole' | 'joint' | 'openLicence';
  /** What is taken off. */
  readonly offBp: number;
  /** For so many years from the one of the grant; null as long as the ground holds. */
  readonly years: number | null;
}

/** A row's validity is that of the day on which the annuity falls due. */
export const reductionRows: readonly ReductionRow[] = [
  ...(['sole', 'joint'] as const).map(
    (ground): ReductionRow => ({
      region: CN,
      ...check,
      ground,
      offBp: ground === 'sole' ? 8500 : 7000,
      years: 10,
      validFrom: '2018-08-01',
      validTo: null,
      source: '专利收费减缴办法（财税〔2016〕78号）、财税〔2018〕37号',
    }),
  ),
  {
    region: CN,
    ...check,
    ground: 'openLicence',
    offBp: 1500,
    years: null,
    validFrom: '2024-08-01',
    validTo: null,
    source: '专利法第五十一条；开放许可实施期间年费减缴 15%',
  },
];

export interface GraceRow extends RuleRow {
  /** Months after the due day in which it can still be paid. */
  readonly months: number;
  /** The first so many are free; each begun one after them costs this part of the full fee. */
  readonly freeMonths: number;
  readonly perMonthBp: number;
}

export const graceRow: GraceRow = {
  region: CN,
  ...check,
  months: 6,
  freeMonths: 1,
  perMonthBp: 500,
  validFrom: '1993-01-01',
  validTo: null,
  source: '专利法实施细则：期满之日起 6 个月内补缴，每超 1 个月加收当年全额年费 5%',
};

/** A licence contract is filed within so many months of taking effect. */
export const licenceFilingRow: RuleRow & { readonly months: number } = {
  region: CN,
  ...sure,
  months: 3,
  validFrom: '2010-02-01',
  validTo: null,
  source: '专利法实施细则第十五条',
};
