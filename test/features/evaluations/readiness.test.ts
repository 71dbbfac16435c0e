import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Achievement } from '../../../shared/features/achievements/index.ts';
import {
  type ReadinessFacts,
  readinessOf,
  type TrlEvidence,
  trlDisagreements,
  trlStanding,
} from '../../../shared/features/evaluations/index.ts';
import type { IpRight } from '../../../shared/features/ip-rights/index.ts';
import { builtInRules } from '../../../shared/rules/index.ts';

const TODAY = '2026-11-24';
const meta = { rev: 'r', createdAt: 0, updatedAt: 0 };

const evidence = (level: number, over: Partial<TrlEvidence> = {}): TrlEvidence => ({
  ...meta,
  id: `e${level}`,
  achievementId: 'a',
  level,
  kind: 'test',
  title: `第 ${level} 级证据`,
  ...over,
});

const provenBy = (...levels: readonly number[]) =>
  trlStanding(
    levels.map((level) => evidence(level)),
    TODAY,
    builtInRules,
  );

describe('the readiness level', () => {
  it('is proven up to the first level that nothing shows', () => {
    expect(provenBy().proven).toBe(0);
    expect(provenBy(1).proven).toBe(1);
    expect(provenBy(1, 2, 3, 4, 5, 6, 7, 8, 9)).toMatchObject({ proven: 9, next: null });
    expect(provenBy(1, 2).next?.row).toMatchObject({ level: 3, source: 'GB/T 22900-2022' });
  });

  it('takes later laboratory evidence for earlier levels, and a sample for the laboratory', () => {
    expect(provenBy(4).proven).toBe(4);
    expect(provenBy(5).proven).toBe(5);
    expect(provenBy(5).levels[0]).toMatchObject({ carriedBy: 5, isShown: true });
    expect(provenBy(2, 5).levels[0]).toMatchObject({ carriedBy: 2 });
  });

  it('does not take one environment for another: evidence above a gap waits', () => {
    expect(provenBy(7)).toMatchObject({ proven: 4, beyondGap: [7] });
    expect(provenBy(5, 7, 9)).toMatchObject({ proven: 5, beyondGap: [7, 9] });
    expect(provenBy(5, 7, 9).next?.row.level).toBe(6);
    expect(provenBy(5, 6, 7).beyondGap).toEqual([]);
  });

  it('does not count what is dated after today', () => {
    expect(trlStanding([evidence(3, { issuedOn: '2026-11-25' })], TODAY, builtInRules).proven).toBe(
      0,
    );
    expect(trlStanding([evidence(3, { issuedOn: TODAY })], TODAY, builtInRules).proven).toBe(3);
  });

  it('never falls by more evidence, and never stands above the highest evidence', () => {
    const levels = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 9 });
    fc.assert(
      fc.property(levels, fc.integer({ min: 1, max: 9 }), (list, more) => {
        const { proven } = provenBy(...list);
        expect(proven).toBeLessThanOrEqual(Math.max(0, ...list));
        expect(provenBy(...list, more).proven).toBeGreaterThanOrEqual(proven);
      }),
    );
  });

  it('is held against the stated level and the stage', () => {
    const types = (record: Pick<Achievement, 'trl' | 'maturity'>, proven: number) =>
      trlDisagreements(record, proven, TODAY, builtInRules).map(({ type }) => type);
    expect(types({ trl: 7 }, 5)).toEqual(['statedHigher']);
    expect(types({ trl: 4 }, 5)).toEqual(['statedLower']);
    expect(types({ trl: 5, maturity: 'pilot' }, 5)).toEqual([]);
    expect(types({ maturity: 'production' }, 5)).toEqual(['notStated', 'stageDiffers']);
    expect(types({ trl: 3, maturity: 'pilot' }, 0)).toEqual(['unproven', 'stageDiffers']);
    expect(types({ maturity: 'pilot' }, 0)).toEqual([]);
  });
});

const bare: Achievement = { ...meta, id: 'a', title: '低温固化胶' };
const nothing: ReadinessFacts = {
  record: bare,
  rights: [],
  encumbrances: [],
  disclosures: [],
  evidence: [],
  proven: 0,
  isEvaluated: false,
  isValued: false,
};
const right: IpRight = {
  ...meta,
  id: 'p',
  title: '一种胶',
  kind: 'invention',
  status: 'granted',
  holders: ['某大学'],
};

const openOf = (facts: Partial<ReadinessFacts>): readonly string[] =>
  readinessOf({ ...nothing, ...facts })
    .filter(({ isAnswered }) => !isAnswered)
    .map(({ key }) => key);
const isOpen = (key: string, facts: Partial<ReadinessFacts>) => openOf(facts).includes(key);
const has = (fields: Partial<Achievement>) => ({ record: { ...bare, ...fields } });

describe('what an enterprise would still ask', () => {
  it('is everything of a bare title, and nothing of a whole record', () => {
    expect(openOf({})).toHaveLength(18);
    const whole = has({
      summary: '80 ℃ 固化 30 分钟，剪切强度 18 MPa，比现有产品高 40%',
      industry: 'C26',
      level: 'nationalLead',
      benefit: '每吨省电费',
      trl: 5,
      applicationState: 'trial',
      units: ['某大学'],
      modes: ['licence'],
      price: { kind: 'amount', fen: 100_000_000 },
      transferScope: 'domestic',
      leaderPhone: '13800000000',
    });
    expect(
      openOf({
        ...whole,
        rights: [right],
        disclosures: [{ ...meta, id: 'd', title: '低温固化胶' }],
        evidence: [evidence(5, { kind: 'thirdParty' })],
        proven: 5,
        isValued: true,
      }),
    ).toEqual([]);
  });

  it('takes a year for no figure, and “negotiable” for no price', () => {
    expect(isOpen('figures', has({ summary: '2023 年立项，2025 年完成' }))).toBe(true);
    expect(isOpen('figures', has({ summary: '效率提高 12%' }))).toBe(false);
    expect(isOpen('figures', has({ summary: '寿命 3000小时' }))).toBe(false);
    expect(isOpen('price', has({ price: { kind: 'open' } }))).toBe(true);
    expect(isOpen('price', has({ price: { kind: 'range', fromFen: 1, toFen: 2 } }))).toBe(false);
  });

  it('asks for evidence as long as less is proven than stated', () => {
    expect(isOpen('evidence', { ...has({ trl: 7 }), proven: 5 })).toBe(true);
    expect(isOpen('evidence', { ...has({ trl: 5 }), proven: 5 })).toBe(false);
    expect(isOpen('evidence', { proven: 3 })).toBe(false);
  });

  it('counts a right as in force only when all are known and one is alive', () => {
    const { status: _granted, ...unknown } = right;
    expect(isOpen('inForce', { rights: [right] })).toBe(false);
    expect(isOpen('inForce', { rights: [right, unknown] })).toBe(true);
    expect(isOpen('inForce', { rights: [{ ...right, status: 'lapsed' }] })).toBe(true);
    expect(isOpen('inForce', {})).toBe(true);
  });
});
