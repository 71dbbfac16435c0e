import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyOp,
  type Change,
  changeToOp,
  entityOfChange,
  type StoredRecord,
} from '../../../shared/commits/index.ts';
import { formatYuan } from '../../../shared/core/money.ts';
import { portion } from '../../../shared/core/portion.ts';
import { checkValues } from '../../../shared/entities/check.ts';
import { formatField, parseField } from '../../../shared/entities/kinds.ts';
import {
  addShare,
  type Commission,
  type CommissionPlan,
  choosePlan,
  computeCommission,
  moveShare,
  planState,
  presetPlans,
  remainder,
  type Share,
  share,
  sharePresets,
  sharesInOrder,
  splitCommission,
  splitEqually,
  takeSharePreset,
  takeTerms,
  termFieldsOf,
  warningRules,
} from '../../../shared/features/commissions/index.ts';
import { entityNamed } from '../../../shared/registry.ts';

const today = '2026-11-23';
const meta = { rev: 'r1', createdAt: 1, updatedAt: 1 };

const planCalled = (id: string): CommissionPlan => {
  const seed = presetPlans.find((one) => one.id === id);
  if (!seed) throw new Error(`no plan ${id}`);
  return { ...seed, ...meta };
};

const ids = () => {
  let count = 0;
  return () => {
    count += 1;
    return `new-${count}`;
  };
};

/** The records after the changes, which must fit their descriptions. */
function recordsAfter<R>(records: readonly R[], changes: readonly Change[]): readonly R[] {
  // Records of the entities under test are stored records.
  const stored = records as unknown as readonly StoredRecord[];
  const byId = new Map(stored.map((record) => [record.id, record]));
  for (const change of changes) {
    const entity = entityNamed(entityOfChange(change));
    const values = 'put' in change ? change.value : 'patch' in change ? change.set : {};
    expect(entity && checkValues(entity, values)).toEqual({ ok: true, value: values });
    const op = changeToOp(change, byId.get(change.id));
    if (!op.ok) throw new Error(op.error.type);
    if (!op.value) continue;
    const next = applyOp(byId.get(change.id), op.value, { id: 'r2', at: 2 });
    if (next) byId.set(change.id, next);
    else byId.delete(change.id);
  }
  return [...byId.values()] as unknown as readonly R[];
}

const commissionBy = (plan: CommissionPlan): Commission => {
  const [made] = recordsAfter<Commission>([], choosePlan('d1', plan, { today, newId: ids() }));
  if (!made) throw new Error('no commission');
  return made;
};

describe('a commission taken from a plan', () => {
  const progressive = planCalled('plan-progressive');

  it('keeps the terms as they were, and which version they are', () => {
    expect(commissionBy(progressive)).toMatchObject({
      dealId: 'd1',
      planId: 'plan-progressive',
      planName: '超额累进 5/4/3/2%',
      planRev: 'r1',
      takenOn: today,
      method: 'tiers',
      base: 'technologyAmount',
      tiers: progressive.tiers,
    });
    expect(commissionBy(planCalled('plan-fixed'))).not.toHaveProperty('tiers');
  });

  it('knows whether the plan has changed since, or the deal has terms of its own', () => {
    const taken = commissionBy(progressive);
    const renamed = { ...progressive, name: '新名', rev: 'r9' };
    expect(planState(taken, progressive)).toBe('same');
    expect(planState(taken, renamed)).toBe('same');
    expect(planState(taken, { ...progressive, minimumFen: 500_000, rev: 'r9' })).toBe(
      'planChanged',
    );
    expect(planState({ ...taken, capFen: 10_000_000 }, progressive)).toBe('adjusted');
    expect(planState({ ...taken, deductionFen: 500_000 }, progressive)).toBe('same');
    expect(planState(taken, null)).toBe('planGone');
  });

  it('takes new terms over whole: none of the old ones stays, the deduction does', () => {
    const taken = { ...commissionBy(progressive), deductionFen: 500_000 };
    const fixed = planCalled('plan-fixed');
    const [next] = recordsAfter([taken], takeTerms(taken, fixed, '2026-12-01'));
    expect(next).toMatchObject({ method: 'fixed', fixedFen: 2_000_000, deductionFen: 500_000 });
    expect(next).toMatchObject({ planId: 'plan-fixed', takenOn: '2026-12-01' });
    expect(next).not.toHaveProperty('tiers');
    expect(next).not.toHaveProperty('base');
    expect(next && planState(next, fixed)).toBe('same');
  });

  it('shows every term that counts, those left of another method included', () => {
    expect(termFieldsOf({ method: 'fixed' })).toEqual(['method', 'fixedFen']);
    expect(termFieldsOf({ method: 'fixed', minimumFen: 1 })).toContain('minimumFen');
    expect(termFieldsOf({ method: 'percent' })).not.toContain('tiers');
    expect(termFieldsOf({ method: 'tiers' })).toContain('tierMode');
  });

  it('gives the commission of the published example: 3,150,000 less 5,000 already paid', () => {
    const terms = { ...commissionBy(progressive), deductionFen: 500_000 };
    const amounts = {
      contractAmountFen: 360_000_000,
      technologyAmountFen: 315_000_000,
      receivedFen: 0,
    };
    expect(formatYuan(computeCommission(terms, amounts, warningRules.rows).totalFen)).toBe(
      '131,000.00',
    );
  });
});

const aShare = (
  id: string,
  position: number,
  part: readonly [n: number, d: number],
  role: Share['role'] = 'coBroker',
): Share => ({
  ...meta,
  id,
  dealId: 'd1',
  position,
  beneficiary: `受益人 ${id}`,
  role,
  portion: portion(...part),
});

const names = (shares: readonly Share[]) => sharesInOrder(shares).map(({ id }) => id);

describe('the shares of a commission', () => {
  const three = [aShare('a', 100, [1, 2]), aShare('b', 200, [1, 4]), aShare('c', 300, [1, 5])];

  it('are added at the end with what is left', () => {
    const rest = remainder(three);
    expect(rest).toEqual({ n: 1, d: 20 });
    const values = {
      beneficiary: '宋佳',
      role: 'demandReferrer',
      portion: portion(1, 20),
    } as const;
    const all = recordsAfter(three, addShare('d1', three, values, ids()));
    expect(names(all)).toEqual(['a', 'b', 'c', 'new-1']);
    expect(remainder(all)).toBeNull();
    expect(remainder([aShare('a', 1, [1, 1]), aShare('b', 2, [1, 2])])).toBeNull();
  });

  it('move by places and stay at the ends', () => {
    expect(names(recordsAfter(three, moveShare(three, 'c', -1)))).toEqual(['a', 'c', 'b']);
    expect(names(recordsAfter(three, moveShare(three, 'a', 2)))).toEqual(['b', 'c', 'a']);
    expect(moveShare(three, 'a', -1)).toEqual([]);
    expect(moveShare(three, 'gone', 1)).toEqual([]);
  });

  it('of 1,000.00 in equal thirds are 333.34, 333.33 and 333.33', () => {
    const thirds = recordsAfter(three, splitEqually(three));
    expect(
      thirds.map(({ portion: part }) => formatField(share.fields.portion, part, 'zh')),
    ).toEqual(['1/3', '1/3', '1/3']);
    const split = splitCommission(100_000, thirds);
    expect(split.ok && split.value.map(formatYuan)).toEqual(['333.34', '333.33', '333.33']);
  });

  it('written as 1/3 in a field are exact thirds, and as 33.33% they are not', () => {
    const typed = (text: string): Share => {
      const part = parseField(share.fields.portion, text);
      if (!part.ok) throw new Error(part.error.type);
      // A portion field reads portions.
      return { ...aShare(text, 100, [1, 1]), portion: part.value as Share['portion'] };
    };
    const exact = splitCommission(100_000, ['1/3', '1/3', '１/３'].map(typed));
    expect(exact.ok && exact.value).toEqual([33_334, 33_333, 33_333]);
    const rounded = splitCommission(100_000, ['33.33%', '33.33%', '33.33%'].map(typed));
    expect(rounded).toEqual({
      ok: false,
      error: { type: 'sharesNotWhole', difference: { kind: 'under', missing: portion(1, 10_000) } },
    });
  });

  it('split equally always make the whole, whatever their number and the total', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(1e12), (count, totalFen) => {
        const shares = Array.from({ length: count }, (_, index) =>
          aShare(`s${index}`, index, [1, 1]),
        );
        const split = splitCommission(totalFen, recordsAfter(shares, splitEqually(shares)));
        if (!split.ok) throw new Error('not whole');
        expect(split.value.reduce((sum, fen) => sum + fen, 0)).toBe(totalFen);
        expect(Math.max(...split.value) - Math.min(...split.value)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('follow a preset: who has a role keeps it, the others go, newcomers are named', () => {
    const before = [
      aShare('co', 100, [1, 2], 'coBroker'),
      aShare('lead', 200, [1, 4], 'leadBroker'),
      aShare('pool', 300, [1, 4], 'teamPool'),
    ];
    const example = sharePresets.find(({ id }) => id === 'example');
    if (!example) throw new Error('no preset');
    const after = sharesInOrder(
      recordsAfter(
        before,
        takeSharePreset('d1', before, example, (role) => `新 ${role}`, ids()),
      ),
    );
    expect(after.map(({ id, role }) => [id, role])).toEqual([
      ['lead', 'leadBroker'],
      ['co', 'coBroker'],
      ['new-1', 'supplyReferrer'],
      ['new-2', 'demandReferrer'],
      ['new-3', 'institution'],
    ]);
    expect(after[0]?.beneficiary).toBe('受益人 lead');
    expect(after[2]?.beneficiary).toBe('新 supplyReferrer');
    expect(remainder(after)).toBeNull();
    expect(splitCommission(13_100_000, after)).toEqual({
      ok: true,
      value: [6_550_000, 2_620_000, 1_310_000, 1_310_000, 1_310_000],
    });
  });
});
