import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accept,
  acceptProblems,
  type Disclosure,
  type DisclosureInventor,
  disclosure,
  moveInventor,
  rightsOf,
  sharesLeft,
  splitEqually,
} from '../../../shared/features/disclosures/index.ts';
import { builtInRules } from '../../../shared/rules/index.ts';

const TODAY = '2026-11-24';
const meta = { rev: 'r', createdAt: 0, updatedAt: 0 };

const counter = () => {
  let next = 0;
  return () => {
    next += 1;
    return `n${next}`;
  };
};

const inventor = (id: string, shareBp: number, position: number): DisclosureInventor => ({
  ...meta,
  id,
  disclosureId: 'd',
  name: id,
  belongs: 'inside',
  position,
  shareBp,
});

describe('shares of inventors', () => {
  it('say what is left, or how much is too much', () => {
    expect(sharesLeft([inventor('甲', 5000, 1), inventor('乙', 3334, 2)])).toBe(1666);
    expect(sharesLeft([inventor('甲', 9000, 1), inventor('乙', 3000, 2)])).toBe(-2000);
  });

  it('split equally make exactly the whole, none apart from another by more than a point', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 60 }),
        (before) => {
          const all = before.map((shareBp, index) => inventor(`${index}`, shareBp, index));
          const set = new Map(
            splitEqually(all).map((change) => [
              change.id,
              'set' in change ? change.set.shareBp : 0,
            ]),
          );
          const shares = all.map(({ id, shareBp }) => Number(set.get(id) ?? shareBp));
          expect(shares.reduce((sum, one) => sum + one, 0)).toBe(10_000);
          expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
          expect(shares).toEqual(shares.toSorted((a, b) => b - a));
        },
      ),
    );
  });

  it('of three give the first what is over', () =>
    expect(
      splitEqually([inventor('甲', 0, 1), inventor('乙', 0, 2), inventor('丙', 0, 3)]).map(
        (change) => 'set' in change && change.set.shareBp,
      ),
    ).toEqual([3334, 3333, 3333]));

  it('stay as they are when the order changes', () => {
    const ordered = [inventor('甲', 6000, 100), inventor('乙', 4000, 200)];
    expect(moveInventor(ordered, '乙', -1)).toEqual([
      { patch: 'disclosureInventor', id: '乙', set: { position: 100 } },
      { patch: 'disclosureInventor', id: '甲', set: { position: 200 } },
    ]);
    expect(moveInventor(ordered, '甲', -1)).toEqual([]);
  });
});

describe('rights', () => {
  const of = (right: string, record: Parameters<typeof rightsOf>[0], on = TODAY) =>
    rightsOf(record, on, builtInRules).find((state) => state.right === right);

  it('of income never fall below half by law, whatever a unit says', () => {
    expect(of('income', { incomeBp: 4000 })).toMatchObject({
      verdict: 'belowLaw',
      counts: 5000,
      rule: { source: '促进科技成果转化法第四十五条' },
    });
    expect(of('income', {})).toMatchObject({ verdict: 'notAgreed', counts: 5000 });
    expect(of('income', { incomeBp: 5000 })).toMatchObject({ verdict: 'meets', counts: 5000 });
  });

  it('of income ask for more where a region does, by law or by policy', () => {
    expect(of('income', { region: 'beijing', incomeBp: 6000 })).toMatchObject({
      verdict: 'belowLaw',
      counts: 7000,
    });
    expect(of('income', { region: 'wuhan', incomeBp: 6000 })).toMatchObject({
      verdict: 'belowPolicy',
      counts: 6000,
    });
  });

  it('follow the rules of the day on which they were agreed', () => {
    const before = { region: 'beijing', incomeBp: 6000, agreedOn: '2019-12-31' } as const;
    expect(of('income', before)).toMatchObject({ verdict: 'meets', counts: 6000 });
    expect(of('income', { incomeBp: 3000, agreedOn: '2014-01-01' })).toMatchObject({
      verdict: 'free',
    });
  });

  it('of ownership and use hold seventy percent and ten years in Wuhan since 2024', () => {
    const wuhan = { region: 'wuhan', teamOwnershipBp: 6000, useYears: 9 } as const;
    expect(of('ownership', wuhan)).toMatchObject({
      verdict: 'belowPolicy',
      rule: { atLeastBp: 7000 },
      alternatives: [{ right: 'use', atLeastYears: 10 }],
    });
    expect(of('use', wuhan)).toMatchObject({ verdict: 'belowPolicy', counts: 9 });
    expect(of('ownership', wuhan, '2024-01-27')).toMatchObject({ verdict: 'free', rule: null });
    expect(of('use', { useYears: 5 })).toMatchObject({ verdict: 'free', counts: 5 });
  });

  it('ask for one of the two in Wuhan, and not for both', () => {
    const byUse = { region: 'wuhan', teamOwnershipBp: 6000, useYears: 10 } as const;
    expect(of('use', byUse)).toMatchObject({ verdict: 'meets', counts: 10 });
    expect(of('ownership', byUse)).toMatchObject({ verdict: 'metByOther', counts: 6000 });
    const byOwnership = { region: 'wuhan', teamOwnershipBp: 7000 } as const;
    expect(of('ownership', byOwnership)?.verdict).toBe('meets');
    expect(of('use', byOwnership)).toMatchObject({ verdict: 'metByOther', counts: null });
    expect(of('use', { region: 'wuhan' })?.verdict).toBe('notAgreed');
  });
});

describe('accepting a disclosure', () => {
  const told: Disclosure = {
    ...meta,
    id: 'd',
    title: '低温封装胶膜',
    disclosureNo: 'PL-1',
    unit: '武汉理工大学',
    coOwners: ['某研究院'],
    field: 'energy',
    trl: 5,
    secretCheck: 'cleared',
  };
  const people = [
    { ...inventor('乙', 4000, 200), belongs: 'outside', affiliation: '某公司' } as const,
    inventor('甲', 6000, 100),
  ];

  it('makes an achievement that has title, units and people in order, field and TRL, and is named by it', () => {
    const accepted = accept(told, people, counter());
    const part = (name: string, more: object) => ({ achievementId: 'n1', name, ...more });
    expect(accepted).toEqual({
      ok: true,
      value: {
        achievementId: 'n1',
        changes: [
          {
            put: 'achievement',
            id: 'n1',
            value: {
              title: '低温封装胶膜',
              units: ['武汉理工大学', '某研究院', '某公司'],
              leader: '甲',
              secrecy: 'internal',
              field: 'energy',
              trl: 5,
              source: 'PL-1',
            },
          },
          { put: 'achievementUnit', id: 'n2', value: part('武汉理工大学', { position: 100 }) },
          { put: 'achievementUnit', id: 'n3', value: part('某研究院', { position: 200 }) },
          { put: 'achievementUnit', id: 'n4', value: part('某公司', { position: 300 }) },
          {
            put: 'achievementPerson',
            id: 'n5',
            value: part('甲', { position: 100, unit: '武汉理工大学' }),
          },
          {
            put: 'achievementPerson',
            id: 'n6',
            value: part('乙', { position: 200, unit: '某公司' }),
          },
          { patch: 'disclosure', id: 'd', set: { achievementId: 'n1' } },
        ],
      },
    });
  });

  it('is refused while shares are open, nobody is named, or the check is missing', () => {
    const { secretCheck: _, ...unchecked } = told;
    expect(acceptProblems(told, people)).toEqual([]);
    expect(acceptProblems(told, people.slice(0, 1))).toEqual([
      { type: 'sharesNotWhole', leftBp: 6000 },
    ]);
    expect(acceptProblems(unchecked, [])).toEqual([{ type: 'notCleared' }, { type: 'noInventor' }]);
    expect(accept({ ...told, decision: 'return' }, people, counter())).toEqual({
      ok: false,
      error: [{ type: 'returned' }],
    });
  });
});

it('has no word for a state secret: what is one cannot be stored', () =>
  expect(Object.keys(disclosure.fields.secretCheck.options)).toEqual(['cleared']));
