import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../shared/core/dates.ts';
import {
  annuitiesOf,
  type Encumbrance,
  filingDue,
  type IpRight,
  isOpenOn,
  openLicenceOf,
  rightsDue,
} from '../../../shared/features/ip-rights/index.ts';
import { builtInRules } from '../../../shared/rules/index.ts';

const TODAY = '2026-11-24';
const meta = { rev: 'r', createdAt: 0, updatedAt: 0 } as const;
/** A patent whose declaration is complete, announced and runs. */
const open = (over: Partial<IpRight> = {}): IpRight => ({
  id: 'r1',
  ...meta,
  title: '一种隔膜',
  kind: 'invention',
  status: 'granted',
  filedOn: '2020-12-01',
  grantedOn: '2022-12-15',
  paidThrough: 6,
  openLicence: 'yes',
  openLicenceDeclaredOn: '2025-12-20',
  openLicenceOn: '2026-01-06',
  openLicenceUntil: '2028-12-31',
  openLicenceTerms: '入门费 2 万元，净销售额提成 3%，每半年支付',
  ...over,
});
const bound = (kind: Encumbrance['kind'], over: Partial<Encumbrance> = {}): Encumbrance => ({
  id: kind,
  ...meta,
  ipRightId: 'r1',
  kind,
  party: '云岭储能',
  fromOn: '2026-02-01',
  ...over,
});
const licenceOf = (right: IpRight, encumbrances: readonly Encumbrance[] = []) =>
  openLicenceOf(right, encumbrances, TODAY, builtInRules);
const barsOf = (right: IpRight, encumbrances: readonly Encumbrance[] = []) =>
  licenceOf(right, encumbrances)?.bars.map(({ row }) => row.bar);
/** Without a field: nobody entered it. */
const without = (right: IpRight, ...names: readonly (keyof IpRight)[]): IpRight =>
  Object.fromEntries(
    Object.entries(right).filter(([name]) => !names.some((one) => one === name)),
  ) as unknown as IpRight; // the required fields stay

describe('an open licence', () => {
  it('stands where its days say', () => {
    const stateOf = (right: IpRight) => licenceOf(right)?.state;
    expect(stateOf(open())).toBe('open');
    expect(stateOf(open({ openLicence: 'planned' }))).toBe('planned');
    expect(stateOf(without(open(), 'openLicenceOn'))).toBe('declared');
    expect(stateOf(open({ openLicenceOn: '2026-11-25' }))).toBe('declared');
    expect(stateOf(open({ openLicenceOn: TODAY, openLicenceUntil: TODAY }))).toBe('open');
    expect(stateOf(open({ openLicenceUntil: '2026-11-23' }))).toBe('ended');
    const withdrawn = open({ openLicence: 'withdrawn', openLicenceEndedOn: TODAY });
    expect(stateOf(withdrawn)).toBe('withdrawn');
    expect(stateOf({ ...withdrawn, openLicenceEndedOn: '2026-11-25' })).toBe('open');
    expect(stateOf(without(withdrawn, 'openLicenceEndedOn'))).toBe('withdrawn');
    expect(licenceOf(open({ openLicence: 'no' }))).toBeNull();
    expect(licenceOf(without(open(), 'openLicence'))).toBeNull();
  });

  it('is barred by exclusive and sole licences, also by one to come, and by none that are over', () => {
    expect(barsOf(open())).toEqual([]);
    expect(barsOf(open(), [bound('licence'), bound('openLicence')])).toEqual([]);
    for (const kind of ['exclusiveLicence', 'soleLicence'] as const) {
      expect(barsOf(open(), [bound(kind)])).toEqual(['exclusive']);
      expect(barsOf(open(), [bound(kind, { untilOn: TODAY })])).toEqual(['exclusive']);
      expect(barsOf(open(), [bound(kind, { untilOn: '2026-11-23' })])).toEqual([]);
      expect(barsOf(open(), [bound(kind, { fromOn: '2028-12-31' })])).toEqual(['exclusive']);
      expect(barsOf(open(), [bound(kind, { fromOn: '2029-01-01' })])).toEqual([]);
    }
    expect(barsOf(open(), [bound('pledge'), bound('dispute'), bound('seizure')])).toEqual([
      'pledged',
      'suspended',
      'suspended',
    ]);
  });

  it('asks for a patent in force with its fees paid, a report, the fee and the period', () => {
    expect(barsOf(open({ kind: 'software' }))).toEqual(['notPatent']);
    expect(barsOf(open({ status: 'examined' }))).toEqual(['notGranted']);
    expect(barsOf(open({ paidThrough: 5 }))).toEqual(['feeUnpaid']);
    expect(barsOf(open({ kind: 'utilityModel' }))).toEqual(['noReport']);
    expect(barsOf(open({ kind: 'utilityModel', reportOn: '2025-11-01' }))).toEqual([]);
    expect(barsOf(without(open(), 'openLicenceTerms', 'openLicenceUntil'))).toEqual([
      'noTerms',
      'noPeriod',
    ]);
    // What nobody entered is not held against it.
    expect(barsOf(without(open(), 'status'))).toEqual([]);
    // Nothing stands against what is over.
    expect(barsOf(open({ openLicence: 'withdrawn' }), [bound('exclusiveLicence')])).toEqual([]);
    const [bar] = licenceOf(open({ status: 'lapsed' }))?.bars ?? [];
    expect(bar?.row.source).toContain('第八十五条');
  });

  it('lowers the annuities that fall due while it is open, and no others', () => {
    const reducedYears = (right: IpRight) =>
      annuitiesOf(right, builtInRules).flatMap(({ year, reduction }) =>
        reduction?.ground === 'openLicence' ? [year] : [],
      );
    // Due each 1 December: of 2026 to 2028 for the years 7 to 9.
    expect(reducedYears(open())).toEqual([7, 8, 9]);
    expect(reducedYears(open({ openLicence: 'planned' }))).toEqual([]);
    expect(reducedYears(without(open(), 'openLicenceOn'))).toEqual([]);
    const withdrawn = open({ openLicence: 'withdrawn', openLicenceEndedOn: '2027-12-01' });
    expect(reducedYears(withdrawn)).toEqual([7]);
    expect(reducedYears(without(withdrawn, 'openLicenceEndedOn'))).toEqual([]);
  });

  it('is open on one run of days at most', () => {
    const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-01-01', days));
    const maybe = fc.option(day, { nil: undefined });
    fc.assert(
      fc.property(
        fc.constantFrom('yes' as const, 'withdrawn' as const),
        day,
        maybe,
        maybe,
        (openLicence, openLicenceOn, until, ended) => {
          const right = open({
            openLicence,
            openLicenceOn,
            ...(ended === undefined ? {} : { openLicenceEndedOn: ended }),
            ...(until === undefined ? {} : { openLicenceUntil: until }),
          });
          const days = Array.from({ length: 90 }, (_, index) => addDays('2025-12-20', index));
          const states = days.map((on) => (isOpenOn(right, on) ? 'o' : '-')).join('');
          expect(states).toMatch(/^-*o*-*$/);
          for (const on of days.filter((one) => isOpenOn(right, one))) {
            expect(on >= openLicenceOn).toBe(true);
          }
        },
      ),
    );
  });
});

describe('licences to be filed', () => {
  it('are those of patents, by contract and under an open licence, with the rule for each', () => {
    expect(filingDue(open(), bound('licence'), builtInRules)).toBe('2026-05-01');
    expect(filingDue(open(), bound('openLicence'), builtInRules)).toBe('2026-05-01');
    expect(filingDue(open(), bound('pledge'), builtInRules)).toBeNull();
    const filed = bound('openLicence', { recordedOn: '2026-03-01' });
    expect(filingDue(open(), filed, builtInRules)).toBeNull();
    // 专利法实施细则 speaks of patents; software and know-how need no filing.
    for (const kind of ['software', 'knowHow', 'variety'] as const) {
      expect(filingDue(open({ kind }), bound('licence'), builtInRules)).toBeNull();
    }
    // The kind is said by the number where nobody entered it.
    const numbered = { ...without(open(), 'kind'), applicationNo: '202010123456.7' };
    expect(filingDue(numbered, bound('licence'), builtInRules)).toBe('2026-05-01');
  });

  it('are reminded of one by one, and so is the end of the open licence', () => {
    const right = open({ openLicenceUntil: '2027-01-10', paidThrough: 20 });
    const licences = [
      bound('openLicence', { id: 'e1', party: '甲', fromOn: '2026-09-30' }),
      bound('openLicence', { id: 'e2', party: '乙', fromOn: '2026-09-30' }),
    ];
    const told = (one: IpRight) =>
      rightsDue([one], licences, TODAY, builtInRules).map(({ what, on, licence }) => [
        what,
        on,
        licence?.party ?? null,
      ]);
    expect(told(right)).toEqual([
      ['licenceFiling', '2026-12-30', '甲'],
      ['licenceFiling', '2026-12-30', '乙'],
      ['openLicenceEnd', '2027-01-10', null],
    ]);
    // Withdrawn: nothing ends, and what was taken up is filed all the same.
    const withdrawn = { ...right, openLicence: 'withdrawn', openLicenceEndedOn: TODAY } as const;
    expect(told(withdrawn).map(([what]) => what)).toEqual(['licenceFiling', 'licenceFiling']);
  });
});
