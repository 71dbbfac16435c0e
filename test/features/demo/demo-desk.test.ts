import { describe, expect, it } from 'vitest';
import { type Change, entityOfChange } from '../../../shared/commits/index.ts';
import { parsePatentNumber, parseUscc } from '../../../shared/core/codes.ts';
import { compareToWhole } from '../../../shared/core/portion.ts';
import { demoChanges } from '../../../shared/demo/demo-desk.ts';
import { checkValues, missingFields } from '../../../shared/entities/check.ts';
import type { Achievement } from '../../../shared/features/achievements/index.ts';
import type { Commission, Share } from '../../../shared/features/commissions/index.ts';
import {
  computeCommission,
  lintTerms,
  warningRules,
} from '../../../shared/features/commissions/index.ts';
import type { Deal, Receipt } from '../../../shared/features/deals/index.ts';
import type { Enterprise } from '../../../shared/features/enterprises/index.ts';
import {
  type Evaluation,
  priceView,
  scoreResult,
  trlStanding,
} from '../../../shared/features/evaluations/index.ts';
import {
  type Encumbrance,
  type IpRight,
  openLicenceOf,
  rightsDue,
} from '../../../shared/features/ip-rights/index.ts';
import {
  depositOf,
  type Outcome,
  type OutcomeLink,
} from '../../../shared/features/outcomes/index.ts';
import { policyFields } from '../../../shared/lists/technology-fields.ts';
import { entityNamed } from '../../../shared/registry.ts';
import { builtInRules } from '../../../shared/rules/index.ts';
import { startingChanges } from '../../../shared/starting.ts';

const TODAY = '2026-11-24';

const counter = () => {
  let next = 0;
  return () => {
    next += 1;
    return `id-${next}`;
  };
};

const starting = startingChanges();
const demo = demoChanges(TODAY, counter());
const all = [...starting, ...demo];

const puts = <R>(changes: readonly Change[], entity: string): readonly R[] =>
  changes.flatMap((change) =>
    'put' in change && change.put === entity ? [{ ...change.value, id: change.id } as R] : [],
  );

const deals = puts<Deal>(demo, 'deal');
const receipts = puts<Receipt>(demo, 'receipt');

/** What does not fit its description, as text that says which. */
function misfits(changes: readonly Change[]): readonly string[] {
  return changes.flatMap((change) => {
    const entity = entityNamed(entityOfChange(change));
    if (!entity || !('put' in change)) return [`${JSON.stringify(change)} is no record`];
    const checked = checkValues(entity, change.value);
    const missing = missingFields(entity, change.value).map(({ field }) => field);
    const bad = checked.ok ? [] : [checked.error.field];
    return [...bad, ...missing].map((field) => `${change.id}: ${entity.name}.${field}`);
  });
}

describe('what a new desk begins with', () => {
  it('fits the descriptions of its records', () => expect(misfits(starting)).toEqual([]));

  it('has the same ids on every desk', () =>
    expect(startingChanges().map((change) => change.id)).toEqual(starting.map(({ id }) => id)));

  it('has stages and plans, and each plan is sound', () => {
    expect(puts(starting, 'stage').length).toBe(10);
    const plans = puts<Commission>(starting, 'commissionPlan');
    expect(plans.length).toBeGreaterThanOrEqual(3);
    for (const plan of plans) expect(lintTerms(plan)).toEqual([]);
  });
});

describe('the demo desk', () => {
  it('fits the descriptions of its records', () => expect(misfits(demo)).toEqual([]));

  it('is the same for the same day and ids', () =>
    expect(demoChanges(TODAY, counter())).toEqual(demo));

  it('gives no id twice', () => expect(new Set(all.map(({ id }) => id)).size).toBe(all.length));

  it('refers only to records that are there', () => {
    const ids = new Set(all.map(({ id }) => id));
    const dangling = demo.flatMap((change) => {
      const fields = entityNamed(entityOfChange(change))?.fields ?? {};
      const value = 'put' in change ? change.value : {};
      return Object.entries(fields).flatMap(([name, { kind }]) => {
        const ref = value[name];
        return kind === 'ref' && ref !== undefined && !ids.has(String(ref))
          ? [`${name} ${ref}`]
          : [];
      });
    });
    expect(dangling).toEqual([]);
  });

  it('fills all eight fields, with patents whose check digits are right', () => {
    const achievements = puts<Achievement>(demo, 'achievement');
    expect(achievements.length).toBeGreaterThanOrEqual(48);
    expect(new Set(achievements.map(({ field }) => field))).toEqual(
      new Set(Object.keys(policyFields)),
    );
    const patents = achievements.flatMap((one) => one.patents ?? []);
    expect(patents.length).toBeGreaterThan(50);
    expect(patents.filter((number) => !parsePatentNumber(number).ok)).toEqual([]);
    const kinds = new Set(achievements.map(({ price }) => price?.kind));
    expect(kinds).toEqual(new Set(['amount', 'range', 'open']));
    expect(new Set(achievements.map(({ secrecy }) => secrecy)).size).toBe(3);
  });

  it('evaluates an achievement: proven as far as stated, scored by three, priced below what is asked', () => {
    const [scored] = puts<Evaluation>(demo, 'evaluation');
    const record = puts<Achievement>(demo, 'achievement').find(
      ({ id }) => id === scored?.achievementId,
    );
    const { proven } = trlStanding(puts(demo, 'trlEvidence'), TODAY, builtInRules);
    expect(proven).toBe(record?.trl);
    const { outcome, leftOut } = scoreResult(
      puts(demo, 'evaluationIndicator'),
      puts(demo, 'evaluator'),
      puts(demo, 'evaluationScore'),
      TODAY,
      builtInRules,
    );
    expect(outcome).toMatchObject({ type: 'known', confidence: 'medium' });
    expect(leftOut.length).toBe(1);
    const { valued, asking } = priceView(
      puts(demo, 'valuation'),
      puts(demo, 'valuationRow'),
      record?.price,
      TODAY,
      builtInRules,
    );
    expect(valued.map(({ valuation }) => valuation.method).toSorted()).toEqual(['cost', 'income']);
    expect(asking).toBe('above');
  });

  it('has companies with valid codes, no two alike', () => {
    const codes = puts<Enterprise>(demo, 'enterprise').map(({ uscc = '' }) => uscc);
    expect(codes.length).toBeGreaterThanOrEqual(36);
    expect(codes.filter((code) => !parseUscc(code).ok)).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('has deals in every stage, lost ones, and dates that are late, due today and soon', () => {
    expect(new Set(deals.map(({ stageId }) => stageId)).size).toBe(10);
    expect(deals.filter(({ lostOn }) => lostOn !== undefined).length).toBeGreaterThanOrEqual(3);
    const due = deals.flatMap(({ nextOn }) => nextOn ?? []);
    expect(due.some((on) => on < TODAY)).toBe(true);
    expect(due).toContain(TODAY);
    expect(due.some((on) => on > TODAY && on <= '2026-12-01')).toBe(true);
    expect(deals.some(({ publicityUntil = '' }) => publicityUntil > TODAY)).toBe(true);
  });

  it('receives nothing before the contract, nothing to come, and never more than the contract', () => {
    for (const { id, signedOn = '', contractAmountFen = 0, title } of deals) {
      const own = receipts.filter(({ dealId }) => dealId === id);
      for (const { receivedOn } of own) {
        expect(receivedOn >= signedOn && receivedOn <= TODAY, title).toBe(true);
      }
      const received = own.reduce((sum, { amountFen }) => sum + amountFen, 0);
      expect(received, title).toBeLessThanOrEqual(contractAmountFen);
    }
  });

  it('shares every commission as a whole, one of them in exact thirds', () => {
    const shares = Map.groupBy(puts<Share>(demo, 'share'), ({ dealId }) => dealId);
    const commissions = puts<Commission>(demo, 'commission');
    expect(new Set(commissions.map(({ method }) => method)).size).toBe(3);
    for (const commission of commissions) {
      expect(lintTerms(commission)).toEqual([]);
      const portions = (shares.get(commission.dealId) ?? []).map(({ portion }) => portion);
      expect(compareToWhole(portions).kind).toBe('whole');
    }
    const thirds = [...shares].find(([, list]) => list.every(({ portion }) => portion.d === 3));
    const terms = commissions.find(({ dealId }) => dealId === thirds?.[0]);
    expect(terms && computeCommission(terms, { receivedFen: 0 }, warningRules.rows).totalFen).toBe(
      1000_00,
    );
  });

  it('is as whole on any other day', () => {
    for (const day of ['2024-02-29', '2026-01-01', '2027-06-30']) {
      expect(misfits(demoChanges(day, counter()))).toEqual([]);
    }
  });
});

describe('the invented rights and outputs', () => {
  const achievements = puts<Achievement>(demo, 'achievement');
  const outcomes = puts<Outcome>(demo, 'outcome');
  const links = puts<OutcomeLink>(demo, 'outcomeLink');

  it('hold one open licence, which binds nobody else and whose taker is to be filed', () => {
    const rights = puts<IpRight>(demo, 'ipRight');
    const encumbrances = puts<Encumbrance>(demo, 'encumbrance');
    const open = rights.filter(({ openLicence }) => openLicence === 'yes');
    expect(open).toHaveLength(1);
    const [right] = open;
    const theirs = encumbrances.filter(({ ipRightId }) => ipRightId === right?.id);
    const licence = right && openLicenceOf(right, theirs, TODAY, builtInRules);
    expect(licence).toMatchObject({ state: 'open', bars: [], licences: [{ kind: 'openLicence' }] });
    const due = rightsDue(rights, encumbrances, TODAY, builtInRules).map(({ what }) => what);
    expect(due).toEqual(
      expect.arrayContaining(['annuity', 'licenceFiling', 'openLicenceEnd'] as const),
    );
  });

  it('show funded achievements without their project, and deposits late, due, open and done', () => {
    const kindOf = new Map(outcomes.map(({ id, kind }) => [id, kind]));
    const withProject = new Set(
      links
        .filter(({ outcomeId }) => kindOf.get(outcomeId) === 'project')
        .map(({ achievementId }) => achievementId),
    );
    const funded = achievements.filter(({ fundingSource }) => fundingSource !== undefined);
    const without = funded.filter(({ id }) => !withProject.has(id));
    // Some name their project, so that it can be made of it; one names none.
    expect(without.filter(({ projectName }) => projectName !== undefined).length).toBeGreaterThan(
      1,
    );
    expect(without.filter(({ projectName }) => projectName === undefined)).toHaveLength(1);
    const states = outcomes
      .filter(({ kind }) => kind === 'project')
      .map((one) => depositOf(one, { achievements: [], reports: [] }, TODAY, builtInRules).state);
    expect(new Set(states)).toEqual(new Set(['late', 'due', 'open', 'done']));
  });
});
