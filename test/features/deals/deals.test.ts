import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyOp,
  type Change,
  changeToOp,
  entityOfChange,
  type StoredRecord,
} from '../../../shared/commits/index.ts';
import { checkValues } from '../../../shared/entities/check.ts';
import {
  addIntroduction,
  addReceipt,
  addStage,
  asksForContract,
  changeReceipt,
  changeStage,
  createDeal,
  type Deal,
  dealDates,
  dealWarnings,
  defaultStages,
  inOrder,
  loseDeal,
  moveDeal,
  publicityDaysLeft,
  removeStage,
  reopenDeal,
  reorderStage,
  type Stage,
  signDeal,
  stage,
  stageName,
} from '../../../shared/features/deals/index.ts';
import { entityNamed } from '../../../shared/registry.ts';
import type { Rules } from '../../../shared/rules/index.ts';
import { builtInRules } from '../../../shared/rules/index.ts';

const today = '2026-11-23';
const meta = { rev: 'r0', createdAt: 1, updatedAt: 1 };
const stages: readonly Stage[] = defaultStages.map((one) => ({ ...one, ...meta }));
const stageCalled = (name: string): Stage => {
  const found = stages.find((one) => one.name === name);
  if (!found) throw new Error(`no stage ${name}`);
  return found;
};

const ids = () => {
  let count = 0;
  return () => {
    count += 1;
    return `new-${count}`;
  };
};
const ctx = () => ({ today, newId: ids() });

const aDeal = (values: Partial<Deal> = {}): Deal => ({
  ...meta,
  id: 'd1',
  title: '电池热失控预警系统 → 武汉楚天储能科技有限公司',
  achievementId: 'a1',
  enterpriseId: 'e1',
  stageId: 'stage-1',
  stageSince: '2026-10-20',
  ...values,
});

/** The records after the changes, which must fit their descriptions. */
function recordsAfter(
  records: readonly StoredRecord[],
  changes: readonly Change[],
): readonly StoredRecord[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  for (const change of changes) {
    const entity = entityNamed(entityOfChange(change));
    const values = 'put' in change ? change.value : 'patch' in change ? change.set : {};
    expect(entity && checkValues(entity, values)).toEqual({ ok: true, value: values });
    const op = changeToOp(change, byId.get(change.id));
    if (!op.ok) throw new Error(op.error.type);
    if (!op.value) continue;
    const next = applyOp(byId.get(change.id), op.value, { id: 'c1', at: 2 });
    if (next) byId.set(change.id, next);
    else byId.delete(change.id);
  }
  return [...byId.values()];
}

const stagesAfter = (changes: readonly Change[]): readonly Stage[] =>
  // What was put and patched are stages, checked above.
  inOrder(recordsAfter(stages as readonly StoredRecord[], changes) as unknown as readonly Stage[]);

describe('the stages of a new desk', () => {
  it('fit their description, run from open over signed to archived, and have names in both languages', () => {
    for (const { id: _id, ...values } of defaultStages) {
      expect(checkValues(stage, values)).toEqual({ ok: true, value: values });
    }
    expect(inOrder(stages).map((one) => one.name)).toEqual([
      '接洽',
      '委托受理',
      '尽调论证',
      '谈判',
      '定价公示',
      '签约',
      '认定登记',
      '履约收款',
      '跟踪回访',
      '已归档',
    ]);
    expect(stageName(stageCalled('谈判'), 'en')).toBe('Negotiation');
    expect(stageName({ name: '中试' }, 'en')).toBe('中试');
  });
});

describe('a deal', () => {
  const values = { title: '甲 → 乙', achievementId: 'a1', enterpriseId: 'e1' };

  it('begins in the first stage by position, today', () => {
    const shuffled = stages.toReversed();
    const made = createDeal(shuffled, values, ctx());
    expect(made).toEqual({
      ok: true,
      value: {
        id: 'new-1',
        changes: [
          { put: 'deal', id: 'new-1', value: { ...values, stageId: 'stage-1', stageSince: today } },
        ],
      },
    });
    if (made.ok) recordsAfter([], made.value.changes);
  });

  it('does not begin without stages, or with more technology than contract', () => {
    expect(createDeal([], values, ctx())).toEqual({ ok: false, error: { type: 'noStages' } });
    const amounts = { contractAmountFen: 100, technologyAmountFen: 101 };
    expect(createDeal(stages, { ...values, ...amounts }, ctx())).toEqual({
      ok: false,
      error: { type: 'technologyAboveContract', ...amounts },
    });
    expect(createDeal(stages, { ...values, technologyAmountFen: 101 }, ctx()).ok).toBe(true);
  });

  it('moves, and remembers since when it stands where it does', () => {
    expect(moveDeal(aDeal(), stageCalled('谈判'), today)).toEqual([
      { patch: 'deal', id: 'd1', set: { stageId: 'stage-4', stageSince: today } },
    ]);
    expect(moveDeal(aDeal(), stageCalled('接洽'), today)).toEqual([]);
  });

  it('asks for its contract when it comes to a signed stage without a date of signing', () => {
    expect(asksForContract(aDeal(), stageCalled('签约'))).toBe(true);
    expect(asksForContract(aDeal(), stageCalled('履约收款'))).toBe(true);
    expect(asksForContract(aDeal(), stageCalled('定价公示'))).toBe(false);
    expect(asksForContract(aDeal(), stageCalled('已归档'))).toBe(false);
    expect(asksForContract(aDeal({ signedOn: '2026-11-01' }), stageCalled('签约'))).toBe(false);
  });

  it('is signed today at the latest, for no more technology than contract', () => {
    const signing = {
      signedOn: today,
      contractAmountFen: 360_000_000,
      technologyAmountFen: 315_000_000,
    };
    expect(signDeal(aDeal(), signing, today)).toEqual({
      ok: true,
      value: [{ patch: 'deal', id: 'd1', set: signing }],
    });
    expect(signDeal(aDeal(), { ...signing, signedOn: '2026-11-24' }, today)).toEqual({
      ok: false,
      error: { type: 'signedLater', signedOn: '2026-11-24' },
    });
    const tooMuch = signDeal(aDeal(), { ...signing, technologyAmountFen: 360_000_001 }, today);
    expect(tooMuch.ok ? null : tooMuch.error.type).toBe('technologyAboveContract');
  });

  it('is lost for a reason where it stands, and opened again as it was', () => {
    const record = aDeal({ stageId: 'stage-4' });
    const lost = recordsAfter(
      [record],
      loseDeal(record, { lostReason: 'price', lostNote: '差 50 万' }, today),
    );
    expect(lost[0]).toMatchObject({
      stageId: 'stage-4',
      lostOn: today,
      lostReason: 'price',
      lostNote: '差 50 万',
    });
    const again = recordsAfter(lost, reopenDeal(record));
    expect(again[0]).toEqual({ ...record, rev: 'c1', updatedAt: 2 });
  });
});

describe('introductions and receipts', () => {
  it('belong to their deal', () => {
    const introduced = { introducedOn: today, way: 'visit', what: '到实验室看样机' } as const;
    const made = addIntroduction('d1', introduced, ctx());
    expect(recordsAfter([], made.changes)).toMatchObject([{ ...introduced, dealId: 'd1' }]);
  });

  it('record money that has come: more than nothing, not later than today', () => {
    const values = { receivedOn: today, amountFen: 1 };
    const added = addReceipt('d1', values, ctx());
    expect(added.ok && recordsAfter([], added.value.changes)).toMatchObject([
      { ...values, dealId: 'd1' },
    ]);
    expect(addReceipt('d1', { ...values, amountFen: 0 }, ctx())).toEqual({
      ok: false,
      error: { type: 'amountNotPositive' },
    });
    expect(addReceipt('d1', { ...values, receivedOn: '2026-11-24' }, ctx())).toEqual({
      ok: false,
      error: { type: 'receivedLater', receivedOn: '2026-11-24' },
    });
    expect(changeReceipt('r1', values, today)).toEqual({
      ok: true,
      value: [{ patch: 'receipt', id: 'r1', set: { ...values, note: null } }],
    });
    expect(changeReceipt('r1', { ...values, amountFen: -1 }, today).ok).toBe(false);
  });
});

describe('the stages of the pipeline', () => {
  it('are added after those that mean the same', () => {
    const added = addStage(stages, { name: '中试', meaning: 'open' }, ctx());
    if (!added.ok) throw new Error(added.error.type);
    const names = stagesAfter(added.value.changes).map((one) => one.name);
    expect(names.slice(4, 7)).toEqual(['定价公示', '中试', '签约']);
    expect(names).toHaveLength(11);
  });

  it('are reordered within their meaning, and never across it', () => {
    const moved = reorderStage(stages, 'stage-4', 0);
    expect(moved.ok && stagesAfter(moved.value)[0]?.name).toBe('谈判');
    expect(reorderStage(stages, 'stage-4', 6)).toEqual({
      ok: false,
      error: { type: 'meaningsOutOfOrder' },
    });
  });

  it('are renamed, and change their meaning only at its border', () => {
    expect(changeStage(stages, 'stage-1', { name: '初访' })).toEqual({
      ok: true,
      value: [{ patch: 'stage', id: 'stage-1', set: { name: '初访' } }],
    });
    expect(changeStage(stages, 'stage-5', { meaning: 'signed' }).ok).toBe(true);
    expect(changeStage(stages, 'stage-3', { meaning: 'signed' }).ok).toBe(false);
  });

  it('are removed only when no deal stands in them, and one stays to begin with', () => {
    expect(removeStage(stages, 'stage-2', 3)).toEqual({
      ok: false,
      error: { type: 'stageInUse', count: 3 },
    });
    const removed = removeStage(stages, 'stage-2', 0);
    expect(removed.ok && stagesAfter(removed.value).map((one) => one.position)).toEqual([
      100, 200, 300, 400, 500, 600, 700, 800, 900,
    ]);
    const last = removeStage(
      stages.filter((one) => one.meaning !== 'open' || one.id === 'stage-1'),
      'stage-1',
      0,
    );
    expect(last).toEqual({ ok: false, error: { type: 'meaningsOutOfOrder' } });
  });

  it('keep one order of meanings whatever is moved where', () => {
    const rank = { open: 0, signed: 1, archived: 2 };
    fc.assert(
      fc.property(fc.constantFrom(...stages), fc.nat(9), (moved, to) => {
        const decided = reorderStage(stages, moved.id, to);
        if (!decided.ok) return;
        const ordered = stagesAfter(decided.value);
        expect(ordered[to]?.id).toBe(moved.id);
        const ranks = ordered.map((one) => rank[one.meaning]);
        expect(ranks).toEqual(ranks.toSorted());
        expect(new Set(ordered.map((one) => one.position)).size).toBe(stages.length);
      }),
    );
  });
});

describe('what a deal is warned of', () => {
  const met = (introducedOn: string) => ({ introducedOn });
  const types = (values: Partial<Deal>, introductions: readonly { introducedOn: string }[] = []) =>
    dealWarnings(aDeal(values), introductions, builtInRules).map(({ type }) => type);

  it('is a party named before the mandate was signed', () => {
    const meetings = [met('2026-10-25'), met('2026-10-20')];
    expect(dealWarnings(aDeal({ mandateSignedOn: '2026-10-21' }), meetings, builtInRules)).toEqual([
      { type: 'namedBeforeMandate', introducedOn: '2026-10-20', mandateSignedOn: '2026-10-21' },
    ]);
    expect(types({ mandateSignedOn: '2026-10-20' }, meetings)).toEqual([]);
    expect(types({}, meetings)).toEqual(['namedWithoutMandate']);
    expect(types({})).toEqual([]);
  });

  it('is more technology than contract', () => {
    expect(types({ contractAmountFen: 100, technologyAmountFen: 101 })).toEqual([
      'technologyAboveContract',
    ]);
    expect(types({ contractAmountFen: 100, technologyAmountFen: 100 })).toEqual([]);
  });

  it('is a publicity shorter than 15 days, while that rule is in force', () => {
    const from = '2026-11-14';
    expect(types({ publicityFrom: from, publicityUntil: '2026-11-28' })).toEqual([
      'publicityShort',
    ]);
    expect(types({ publicityFrom: from, publicityUntil: '2026-11-29' })).toEqual([]);
    expect(types({ publicityFrom: from, publicityUntil: '2026-11-13' })).toEqual([
      'publicityReversed',
    ]);
    expect(types({ publicityFrom: '2016-02-25', publicityUntil: '2016-02-26' })).toEqual([]);
    const ended: Rules = {
      rowsOf: (table) =>
        table.rows.map((row) => ({ ...row, validTo: '2025-12-31' })) as typeof table.rows,
    };
    expect(
      dealWarnings(aDeal({ publicityFrom: from, publicityUntil: '2026-11-15' }), [], ended),
    ).toEqual([]);
  });
});

describe('the dates of a deal', () => {
  it('count the days that a publicity still runs', () => {
    const running = { publicityFrom: '2026-11-14', publicityUntil: '2026-11-29' };
    expect(publicityDaysLeft(running, today)).toBe(6);
    expect(publicityDaysLeft(running, '2026-11-29')).toBe(0);
    expect(publicityDaysLeft(running, '2026-11-30')).toBeNull();
    expect(publicityDaysLeft(running, '2026-11-13')).toBeNull();
    expect(publicityDaysLeft({}, today)).toBeNull();
  });

  it('come soonest first, late steps included, and end with the deal', () => {
    const record = aDeal({ nextOn: '2026-12-02', publicityUntil: '2026-11-29' });
    expect(dealDates(record, today)).toEqual([
      { what: 'publicityUntil', on: '2026-11-29' },
      { what: 'nextStep', on: '2026-12-02' },
    ]);
    expect(dealDates({ ...record, nextOn: '2026-11-01' }, '2026-12-01')).toEqual([
      { what: 'nextStep', on: '2026-11-01' },
    ]);
    expect(dealDates({ ...record, lostOn: today }, today)).toEqual([]);
  });
});
