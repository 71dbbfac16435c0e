import { expect } from 'vitest';
import type { Change } from '../../../shared/commits/index.ts';
import { checkValues } from '../../../shared/entities/check.ts';
import {
  type RuleCtx,
  type RuleDecision,
  type RuleRecord,
  type RuleState,
  ruleRow,
  tableState,
} from '../../../shared/features/rules/index.ts';
import type { AnyRuleTable } from '../../../shared/rules/index.ts';

export const TODAY = '2026-11-24';

let serial = 0;
export const ctxOf = (records: readonly RuleRecord[], on = TODAY): RuleCtx => ({
  records,
  today: on,
  by: '周明',
  newId: () => {
    serial += 1;
    return `n${serial}`;
  },
  language: 'zh',
});

/** What `commit` would store. */
export function wrote(
  records: readonly RuleRecord[],
  changes: readonly Change[],
): readonly RuleRecord[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  for (const change of changes) {
    const { id } = change;
    if ('delete' in change) {
      byId.delete(id);
      continue;
    }
    const values = 'put' in change ? change.value : change.set;
    // Each value is checked as `commit` checks it.
    expect(checkValues(ruleRow, values)).toMatchObject({ ok: true });
    serial += 1;
    const rev = String(serial).padStart(6, '0');
    const next = { ...byId.get(id), ...values, id, rev, createdAt: 0, updatedAt: 0 };
    const filled = Object.entries(next).filter(([, value]) => value !== null);
    byId.set(id, Object.fromEntries(filled) as unknown as RuleRecord);
  }
  return [...byId.values()];
}

export const done = (decision: RuleDecision): readonly Change[] => {
  if (!decision.ok) throw new Error(JSON.stringify(decision.error));
  return decision.value;
};

export const stateOf = (
  of: AnyRuleTable,
  records: readonly RuleRecord[],
  key: string,
): RuleState => {
  const found = tableState(of, records).rows.find(({ row }) => row.key === key);
  if (!found) throw new Error(`no row ${key}`);
  return found;
};
