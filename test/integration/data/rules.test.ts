import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Change, undoState } from '../../../shared/commits/index.ts';
import { graceRules } from '../../../shared/features/disclosures/index.ts';
import {
  confirmRow,
  correctRow,
  formValues,
  type RuleCtx,
  type RuleState,
  tableState,
} from '../../../shared/features/rules/index.ts';
import { freshDesk, page, restart } from './page.ts';

const { useRuleStore, rulesNow } = await import('../../../renderer/data/rules.ts');
const { lookBack, returnToNow } = await import('../../../renderer/data/past.ts');

const stateNow = (): RuleState => {
  const { rows } = tableState(graceRules, useRuleStore.getState().records);
  const state = rows.find(({ row }) => row.key === 'meeting');
  if (!state) throw new Error('no row');
  return state;
};

const ctx = (): RuleCtx => ({
  records: useRuleStore.getState().records,
  today: '2026-11-20',
  by: '周明',
  newId: () => 'r1',
  language: 'zh',
});

async function write(key: string, changes: readonly Change[]): Promise<void> {
  const done = await page.commit({ label: { key, params: { title: '宽限期' } }, changes });
  if (!done.ok) throw new Error(done.error.type);
}

async function correct(months: number): Promise<void> {
  const state = stateNow();
  const values = { ...formValues(graceRules, state.row, state.record), months };
  const decided = correctRow(graceRules, state, values, ctx());
  if (!decided.ok) throw new Error(decided.error.type);
  await write('correctRule', decided.value);
}

const months = (): number | undefined =>
  rulesNow()
    .rowsOf(graceRules)
    .find(({ key }) => key === 'meeting')?.months;

beforeEach(freshDesk);
afterEach(() => {
  vi.useRealTimers();
  page.closeSession();
});

describe('the rules of a desk', () => {
  it('follow what is written, undone and read again at the next start', async () => {
    await correct(12);
    expect(months()).toBe(12);
    const [step] = undoState(await page.recentHeads(100)).undo;
    if (step) await page.stepBack(step, 'undo');
    expect(months()).toBe(6);
    await correct(9);
    await write('confirmRule', confirmRow(graceRules, stateNow(), ctx()));
    await restart();
    expect(months()).toBe(9);
    expect(stateNow().row.confidence).toBe('sure');
    await freshDesk();
    expect(months()).toBe(6);
  });

  it('are those of the day looked back to', async () => {
    vi.useFakeTimers({ now: Date.parse('2026-11-20T10:00:00+08:00'), toFake: ['Date'] });
    await correct(12);
    vi.setSystemTime(Date.parse('2026-11-22T10:00:00+08:00'));
    await correct(18);
    await lookBack('2026-11-20');
    expect(months()).toBe(12);
    await lookBack('2026-11-19');
    expect(months()).toBe(6);
    await returnToNow();
    expect(months()).toBe(18);
  });
});
