import { describe, expect, it } from 'vitest';
import { addDays } from '../../../shared/core/dates.ts';
import { demoChanges } from '../../../shared/demo/demo-desk.ts';
import {
  addIndicators,
  changeIndicator,
  inIndicatorOrder,
  moveIndicator,
  type Need,
  type NeedIndicator,
  type QualityQuestion,
  qualityOf,
  validityOf,
} from '../../../shared/features/needs/index.ts';

const TODAY = '2026-11-24';
const bare: Need = { id: 'n', rev: 'r', createdAt: 0, updatedAt: 0, title: '热失控预警' };
const whole: Need = {
  ...bare,
  problem: '报警太晚',
  verifiedOn: '2026-10-01',
  wantedBy: '2027-05-01',
  decisionOwner: '总经理',
};
const questions = (need: Need, indicators = 0): readonly (QualityQuestion | null)[] =>
  qualityOf(need, indicators, TODAY).map(({ ask }) => ask);

describe('the quality of a need', () => {
  it('asks everything of a need that is only a title', () => {
    expect(questions(bare)).toEqual(['target', 'problem', 'when', 'owner']);
  });

  it('asks nothing of a need that is quantified, real, urgent and owned', () => {
    expect(questions(whole, 1)).toEqual([null, null, null, null]);
  });

  it('points to numbers that stand in the words and are not taken', () => {
    expect(questions({ ...whole, indicatorText: '提前量≥30min' })[0]).toBe('takeIndicators');
    expect(questions({ ...whole, indicatorText: '越早越好' })[0]).toBe('target');
  });

  it('does not believe a problem that nobody has asked the enterprise about', () => {
    const { verifiedOn: _, ...unverified } = whole;
    expect(questions(unverified, 1)[1]).toBe('verify');
    const { problem: __, ...vague } = whole;
    expect(questions(vague, 1)[1]).toBe('problem');
  });

  it('asks again once the day has passed, unless the need is over', () => {
    expect(questions({ ...whole, wantedBy: TODAY }, 1)[2]).toBeNull();
    expect(questions({ ...whole, wantedBy: addDays(TODAY, -1) }, 1)[2]).toBe('overdue');
    expect(
      questions({ ...whole, wantedBy: addDays(TODAY, -1), status: 'solved' }, 1)[2],
    ).toBeNull();
  });
});

describe('the validity of a need', () => {
  it('lasts through its last day', () => {
    expect(validityOf(bare, TODAY)).toEqual({ type: 'open' });
    expect(validityOf({ ...bare, validUntil: TODAY }, TODAY)).toEqual({ type: 'valid', days: 0 });
    expect(validityOf({ ...bare, validUntil: '2026-11-23' }, TODAY)).toEqual({
      type: 'expired',
      days: 1,
    });
  });

  it('does not matter once it is solved or withdrawn', () => {
    const old = { ...bare, validUntil: '2026-01-01' };
    expect(validityOf({ ...old, status: 'solved' }, TODAY)).toEqual({ type: 'open' });
    expect(validityOf({ ...old, status: 'withdrawn' }, TODAY)).toEqual({ type: 'open' });
  });
});

describe('the indicators of a need', () => {
  const at = (id: string, position: number): NeedIndicator => ({
    id,
    rev: 'r',
    createdAt: 0,
    updatedAt: 0,
    needId: 'n',
    position,
    name: id,
    relation: 'atLeast',
    value: '1',
  });
  const moved = (list: readonly NeedIndicator[], id: string, by: -1 | 1): readonly string[] => {
    const positions = new Map(
      moveIndicator(list, id, by).map((change) => [
        change.id,
        'patch' in change ? Number(change.set.position) : 0,
      ]),
    );
    const next = list.map((one) => ({ ...one, position: positions.get(one.id) ?? one.position }));
    return inIndicatorOrder(next).map((one) => one.id);
  };

  it('are added behind those that are there', () => {
    let last = 0;
    const added = addIndicators(
      'n',
      [
        { name: '效率', relation: 'atLeast', value: '95' },
        { name: '寿命', relation: 'atLeast', value: '10' },
      ],
      [at('a', 250)],
      () => `new-${++last}`,
    );
    expect(added.map((change) => 'put' in change && change.value.position)).toEqual([350, 450]);
  });

  it('move up and down, and stay at the ends, even where positions are alike', () => {
    const list = inIndicatorOrder([at('c', 100), at('a', 100), at('b', 100)]);
    expect(moved(list, 'c', -1)).toEqual(['a', 'c', 'b']);
    expect(moved(list, 'a', 1)).toEqual(['b', 'a', 'c']);
    expect(moveIndicator(list, 'a', -1)).toEqual([]);
    expect(moveIndicator(list, 'c', 1)).toEqual([]);
  });

  it('lose what is left blank when they are rewritten', () => {
    expect(changeIndicator('a', { name: '温度', relation: 'equal', value: '5' })).toMatchObject({
      set: { valueTo: null, unit: null, current: null, condition: null, value: '5' },
    });
  });
});

describe('the needs of the demo desk', () => {
  let last = 0;
  const changes = demoChanges(TODAY, () => `id-${++last}`);
  const puts = (name: string) =>
    changes.flatMap((change) => ('put' in change && change.put === name ? [change] : []));

  it('are ten, expired and valid, whole and wanting, with indicators', () => {
    const needs = puts('need');
    expect(needs).toHaveLength(10);
    const records = needs.map(({ id, value }) => ({ ...bare, ...value, id }) as Need); // the demo's values fit: its own test checks them
    const indicators = (id: string) =>
      puts('needIndicator').filter(({ value }) => value.needId === id).length;
    const types = new Set(records.map((one) => validityOf(one, TODAY).type));
    expect(types).toEqual(new Set(['open', 'valid', 'expired']));
    const missing = records.map(
      (one) => qualityOf(one, indicators(one.id), TODAY).filter(({ ask }) => ask !== null).length,
    );
    expect(Math.min(...missing)).toBe(0);
    expect(Math.max(...missing)).toBe(4);
    // Everything that their words say was understood.
    expect(indicators(needs[0]?.id ?? '')).toBe(4);
    expect(indicators(needs[3]?.id ?? '')).toBe(4);
  });

  it('are named by deals of the same enterprise', () => {
    const enterpriseOf = new Map(puts('need').map(({ id, value }) => [id, value.enterpriseId]));
    const named = puts('deal').filter(({ value }) => value.needId !== undefined);
    expect(named.length).toBeGreaterThanOrEqual(3);
    for (const { value } of named) {
      expect(enterpriseOf.get(String(value.needId))).toBe(value.enterpriseId);
    }
  });
});
