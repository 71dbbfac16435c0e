import { create } from 'zustand';
import { applyOp, type StoredRecord } from '../../shared/commits/index.ts';
import { type RuleRecord, ruleRow, rulesOf } from '../../shared/features/rules/index.ts';
import { builtInRules, type Rules } from '../../shared/rules/index.ts';
import { type DeskDatabase, tableOf } from './database.ts';
import { onReplaced } from './past.ts';
import { onCommits } from './session.ts';

/** What the users of the open desk say of its rules: few records, all of them held. */
const held = new Map<string, StoredRecord>();

interface RuleStore {
  readonly records: readonly RuleRecord[];
  readonly rules: Rules;
}

export const useRuleStore = create<RuleStore>(() => ({ records: [], rules: builtInRules }));

function tell(): void {
  // The table holds what the description of its name says: `commit` checks every value written.
  const records = [...held.values()] as unknown as readonly RuleRecord[];
  useRuleStore.setState({ records, rules: rulesOf(records) });
}

/** Reads a desk's rules; before anything is reckoned by them. */
export async function readRules(database: DeskDatabase): Promise<void> {
  const records = await tableOf(database, ruleRow.name).toArray();
  held.clear();
  for (const record of records) held.set(record.id, record);
  tell();
}

onCommits((commits) => {
  let isAny = false;
  for (const commit of commits) {
    for (const op of commit.ops) {
      if (op.entity !== ruleRow.name) continue;
      isAny = true;
      const next = applyOp(held.get(op.id), op, commit);
      if (next) held.set(op.id, next);
      else held.delete(op.id);
    }
  }
  if (isAny) tell();
});
onReplaced(({ entity, put, gone }) => {
  if (entity !== ruleRow.name) return;
  for (const record of put) held.set(record.id, record);
  for (const id of gone) held.delete(id);
  tell();
});

/** The rules as the desk has them now; in the past, as it had them then. */
export const rulesNow = (): Rules => useRuleStore.getState().rules;

/** The same for a screen, which is drawn anew when a rule changes. */
export const useRules = (): Rules => useRuleStore(({ rules }) => rules);
