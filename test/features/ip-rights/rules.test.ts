import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths } from '../../../shared/core/dates.ts';
import {
  annuitiesOf,
  contradictionsOf,
  type Encumbrance,
  feesByYear,
  filingDue,
  type IpRight,
  kindOf,
  nearnessOf,
  nextFee,
  patentYearOn,
  rightsDue,
  spansOf,
  surchargeFen,
  termOf,
} from '../../../shared/features/ip-rights/index.ts';
import { builtInRules } from '../../../shared/rules/index.ts';

const TODAY = '2026-11-24';
const rightWith = (over: Partial<IpRight>): IpRight => ({
  id: 'r1',
  rev: 'r',
  createdAt: 0,
  updatedAt: 0,
  title: '一种隔膜',
  kind: 'invention',
  status: 'granted',
  ...over,
});
const lastDay = (over: Partial<IpRight>): unknown => {
  const term = termOf(rightWith(over), builtInRules);
  return term.type === 'until' ? term.lastOn : term;
};

describe('how long a right lasts', () => {
  it('is twenty, ten and ten or fifteen years from filing, to the day before the anniversary', () => {
    // 专利审查指南: 申请日 1999-09-06 的实用新型，期限至 2009-09-05。
    expect(lastDay({ kind: 'utilityModel', filedOn: '1999-09-06' })).toBe('2009-09-05');
    expect(lastDay({ kind: 'invention', filedOn: '2017-07-21' })).toBe('2037-07-20');
    expect(lastDay({ kind: 'design', filedOn: '2021-05-31' })).toBe('2031-05-30');
    expect(lastDay({ kind: 'design', filedOn: '2021-06-01' })).toBe('2036-05-31');
  });

  it('is counted from the filing, not from the priority, and the certificate comes first', () => {
    expect(lastDay({ filedOn: '2020-03-01', priorityOn: '2019-03-02' })).toBe('2040-02-29');
    expect(lastDay({ filedOn: '2020-03-01', expiresOn: '2042-01-01' })).toBe('2042-01-01');
  });

  it('of software runs to the end of the fiftieth year after its publication', () => {
    expect(lastDay({ kind: 'software', publishedOn: '2024-03-15' })).toBe('2074-12-31');
    expect(lastDay({ kind: 'software', completedOn: '2023-02-20' })).toBe('2073-12-31');
  });

  it('of a layout is ten years from filing or first use, and never fifteen after its completion', () => {
    expect(lastDay({ kind: 'layout', filedOn: '2020-05-01', publishedOn: '2019-06-01' })).toBe(
      '2029-05-31',
    );
    expect(lastDay({ kind: 'layout', filedOn: '2020-05-01', completedOn: '2010-01-01' })).toBe(
      '2024-12-31',
    );
  });

  it('of a variety depends on the plant and on the law on the day of the grant', () => {
    const variety = (woody: 'yes' | 'no', grantedOn: string) =>
      lastDay({ kind: 'variety', woody, grantedOn });
    expect(variety('no', '2020-07-01')).toBe('2035-06-30');
    expect(variety('yes', '2020-07-01')).toBe('2040-06-30');
    expect(variety('yes', '2025-06-01')).toBe('2050-05-31');
    expect(lastDay({ kind: 'variety', grantedOn: '2020-07-01' })).toEqual({
      type: 'missing',
      field: 'woody',
    });
  });

  it('says what is missing, and that know-how has no end', () => {
    expect(lastDay({})).toEqual({ type: 'missing', field: 'filedOn' });
    expect(lastDay({ kind: 'knowHow' })).toEqual({ type: 'open' });
    expect(lastDay({ filedOn: '1991-01-01' })).toEqual({ type: 'noRule' });
  });

  it('names the row that it used', () =>
    expect(termOf(rightWith({ filedOn: '2017-07-21' }), builtInRules)).toMatchObject({
      row: { years: 20, source: '专利法第四十二条', confidence: 'sure' },
    }));
});

describe('the number of a patent', () => {
  const { kind: _, ...unsaid } = rightWith({});

  it('says its kind where nobody entered one', () => {
    expect(kindOf({ ...unsaid, applicationNo: '201710601862.3' })).toBe('invention');
    expect(kindOf({ ...unsaid, applicationNo: '200820000001.1' })).toBe('utilityModel');
    expect(kindOf({ ...unsaid, applicationNo: '97101765.4' })).toBe('invention');
    expect(kindOf({ ...unsaid, applicationNo: '2020SR0417286' })).toBeNull();
  });

  it('contradicts a wrong kind, a wrong year and days in a wrong order', () => {
    const wrong = {
      applicationNo: '201710601862.3',
      filedOn: '2018-07-21',
      grantedOn: '2016-01-01',
    };
    expect(contradictionsOf(rightWith({ ...wrong, kind: 'design' }))).toEqual([
      { type: 'kind', said: 'invention' },
      { type: 'year', said: '2017' },
      { type: 'order', first: 'filedOn', next: 'grantedOn' },
    ]);
    expect(
      contradictionsOf(rightWith({ applicationNo: '201710601862.3', filedOn: '2017-07-21' })),
    ).toEqual([]);
  });
});

describe('the annuities of a patent', () => {
  // 专利审查指南: 申请日 1997-06-03，2001-08-01 授权：第五年度，第六年度的年费最迟 2002-06-03 缴。
  const published = rightWith({ filedOn: '1997-06-03', grantedOn: '2001-08-01' });

  it('begin with the year after that of the grant, each due before its year begins', () => {
    expect(patentYearOn('1997-06-03', '2001-08-01')).toBe(5);
    expect(annuitiesOf(published, builtInRules)[0]).toMatchObject({
      year: 6,
      dueOn: '2002-06-03',
      graceUntil: '2002-12-03',
      fen: 120_000,
    });
    expect(annuitiesOf(published, builtInRules)).toHaveLength(15);
  });

  it('come to 82,300 yuan over the twenty years of an invention', () => {
    const all = annuitiesOf(rightWith({ filedOn: '2020-01-10' }), builtInRules);
    // The first year's is paid with the registration.
    expect(all.reduce((sum, { fullFen }) => sum + fullFen, 90_000)).toBe(8_230_000);
  });

  it('cost a twentieth more for each month begun after the first', () => {
    const [annuity] = annuitiesOf(published, builtInRules);
    if (!annuity) throw new Error('no annuity');
    const costs = [
      '2002-06-03',
      '2002-07-03',
      '2002-07-04',
      '2002-08-03',
      '2002-08-04',
      '2002-12-03',
    ];
    expect(costs.map((on) => surchargeFen(annuity, on))).toEqual([
      0, 0, 6_000, 6_000, 12_000, 30_000,
    ]);
  });

  it('are reduced for ten years from that of the grant, and the surcharge is not', () => {
    const right = rightWith({
      filedOn: '2018-03-01',
      grantedOn: '2020-05-01',
      feeReduction: 'sole',
    });
    const all = annuitiesOf(right, builtInRules);
    // Granted in year 3: years 3 to 12.
    expect(all.find(({ year }) => year === 12)).toMatchObject({ fullFen: 400_000, fen: 60_000 });
    expect(all.find(({ year }) => year === 13)).toMatchObject({ fen: 600_000, reduction: null });
    const open = annuitiesOf(
      { ...right, openLicence: 'yes', openLicenceOn: '2020-06-01' },
      builtInRules,
    );
    expect(open.find(({ year }) => year === 12)?.reduction?.ground).toBe('sole');
    expect(open.find(({ year }) => year === 13)).toMatchObject({ fen: 510_000 });
  });

  it('are due at rights in force only', () => {
    const right = rightWith({ filedOn: '2020-12-01', grantedOn: '2022-12-15', paidThrough: 6 });
    expect(nextFee(right, TODAY, builtInRules)).toMatchObject({
      state: 'coming',
      annuity: { year: 7 },
    });
    for (const status of ['lapsed', 'expired', 'examined', 'invalidated'] as const) {
      expect(nextFee({ ...right, status }, TODAY, builtInRules)).toBeNull();
    }
    expect(nextFee({ ...right, paidThrough: 20 }, TODAY, builtInRules)).toBeNull();
    expect(nextFee({ ...right, kind: 'software' }, TODAY, builtInRules)).toBeNull();
  });

  it('can be paid late, then no more', () => {
    const right = rightWith({ filedOn: '2020-09-01', grantedOn: '2022-12-15', paidThrough: 6 });
    expect(nextFee(right, TODAY, builtInRules)).toMatchObject({
      state: 'grace',
      surchargeFen: 20_000,
    });
    expect(nextFee(right, '2027-03-01', builtInRules)?.state).toBe('grace');
    expect(nextFee(right, '2027-03-02', builtInRules)?.state).toBe('missed');
  });

  it('are taken as paid where nobody entered any, and said to be', () => {
    const right = rightWith({ filedOn: '2020-09-01', grantedOn: '2022-12-15' });
    expect(nextFee(right, TODAY, builtInRules)).toMatchObject({
      isAssumed: true,
      annuity: { year: 8, dueOn: '2027-09-01' },
    });
    // Its last year has begun: nothing is due any more.
    expect(nextFee({ ...right, kind: 'utilityModel' }, '2029-09-02', builtInRules)).toBeNull();
    expect(nextFee({ ...right, kind: 'utilityModel' }, '2029-09-01', builtInRules)).toMatchObject({
      annuity: { year: 10 },
    });
  });

  it('and their rules say what was not read in the text of the law', () => {
    const rowOf = (over: Partial<IpRight>) => {
      const term = termOf(
        rightWith({ filedOn: '2024-01-10', completedOn: '2023-01-10', ...over }),
        builtInRules,
      );
      return term.type === 'until' ? term.row?.confidence : term.type;
    };
    expect(rowOf({ kind: 'invention' })).toBe('sure');
    expect(rowOf({ kind: 'design' })).toBe('sure');
    expect(rowOf({ kind: 'design', filedOn: '2020-01-10' })).toBe('check');
    expect(rowOf({ kind: 'software' })).toBe('check');
    expect(rowOf({ kind: 'layout' })).toBe('check');
  });

  it('never fall outside the term, follow one another, and late ones never cost less', () => {
    const day = fc.integer({ min: 0, max: 9_000 }).map((days) => addDays('2001-03-01', days));
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 200, max: 2_000 }),
        fc.constantFrom('invention' as const, 'utilityModel' as const, 'design' as const),
        fc.constantFrom('none' as const, 'sole' as const, 'joint' as const),
        (filedOn, wait, kind, feeReduction) => {
          const right = rightWith({
            filedOn,
            grantedOn: addDays(filedOn, wait),
            kind,
            feeReduction,
          });
          const term = termOf(right, builtInRules);
          const all = annuitiesOf(right, builtInRules);
          if (term.type !== 'until') throw new Error(term.type);
          expect(all.length).toBeGreaterThan(3);
          for (const [place, annuity] of all.entries()) {
            expect(annuity.dueOn > (right.grantedOn ?? '')).toBe(true);
            expect(annuity.dueOn <= term.lastOn).toBe(true);
            expect(annuity.fen <= annuity.fullFen && annuity.fen > 0).toBe(true);
            expect(annuity.year).toBe((all[0]?.year ?? 0) + place);
            expect(patentYearOn(filedOn, annuity.dueOn)).toBe(annuity.year);
            const late = [0, 1, 2, 3, 4, 5, 6].map((m) =>
              surchargeFen(annuity, addMonths(annuity.dueOn, m)),
            );
            expect(late).toEqual(late.toSorted((a, b) => a - b));
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the portfolio', () => {
  const one = rightWith({
    id: 'a',
    filedOn: '2020-09-01',
    grantedOn: '2022-12-15',
    paidThrough: 6,
  });
  const two = rightWith({ id: 'b', kind: 'design', filedOn: '2022-12-20', paidThrough: 4 });
  const gone = rightWith({ id: 'c', filedOn: '2015-02-01', status: 'lapsed' });
  const all = [one, two, gone];

  it('adds up what falls due by calendar year; what is late counts to this one', () => {
    const told = feesByYear(all, TODAY, 3, builtInRules).map(({ year, fen, fees }) => [
      year,
      fen,
      fees.length,
    ]);
    expect(told).toEqual([
      ['2026', 200_000 + 90_000, 2],
      ['2027', 200_000 + 120_000, 2],
      ['2028', 200_000 + 120_000, 2],
    ]);
    const every = feesByYear(all, TODAY, 30, builtInRules).flatMap(({ fees }) => fees);
    // Of the invention years 7 to 20, of the design 5 to 15.
    expect(every).toHaveLength(14 + 11);
  });

  it('lists terms, those that end first at the top', () => {
    expect(
      spansOf(all, TODAY, builtInRules).map(({ right, isInForce }) => [right.id, isInForce]),
    ).toEqual([
      ['c', false],
      ['b', true],
      ['a', true],
    ]);
  });

  it('reminds 90, 30 and 7 days ahead, and of what is late', () => {
    const far = [91, 90, 31, 30, 8, 7, 0, -1].map((days) =>
      nearnessOf(addDays(TODAY, days), TODAY),
    );
    expect(far).toEqual([null, 90, 90, 30, 30, 7, 7, 'late']);
    const licence: Encumbrance = {
      id: 'e',
      rev: 'r',
      createdAt: 0,
      updatedAt: 0,
      ipRightId: 'a',
      kind: 'licence',
      party: '云岭',
      fromOn: '2026-09-30',
    };
    // 三个月：9 月 30 日生效，12 月 30 日前备案。
    expect(filingDue(one, licence, builtInRules)).toBe('2026-12-30');
    expect(filingDue(one, { ...licence, recordedOn: '2026-10-08' }, builtInRules)).toBeNull();
    expect(filingDue(one, { ...licence, kind: 'pledge' }, builtInRules)).toBeNull();
    expect(
      rightsDue(all, [licence], TODAY, builtInRules).map(({ what, right, on, near }) => [
        what,
        right.id,
        on,
        near,
      ]),
    ).toEqual([
      ['annuity', 'a', '2026-09-01', 'late'],
      ['annuity', 'b', '2026-12-20', 30],
      ['licenceFiling', 'a', '2026-12-30', 90],
    ]);
  });
});
