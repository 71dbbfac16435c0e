import type { Change, Values } from '../../../../shared/commits/index.ts';
import {
  addRow,
  backToBuiltIn,
  changeRowFrom,
  confirmRow,
  correctRow,
  type RuleCtx,
  type RuleDecision,
  type RuleState,
  removeRow,
} from '../../../../shared/features/rules/index.ts';
import type { AnyRuleTable } from '../../../../shared/rules/index.ts';
import { useWords } from '../../../app/i18n.ts';
import { useRuleStore } from '../../../data/rules.ts';
import { useSettings } from '../../../data/settings.ts';
import { today } from '../../../ui/dates.ts';
import { notify } from '../../../ui/notify.ts';
import { freshId, useSave } from '../../../ui/save.ts';
import { useRuleWords } from './use-rule-words.ts';

/** What can be done to the rows of a table, each as one step to undo. True where it was written. */
export interface RuleDeeds {
  readonly confirm: (state: RuleState) => Promise<boolean>;
  readonly correct: (state: RuleState, values: Values) => Promise<boolean>;
  readonly changeFrom: (state: RuleState, values: Values) => Promise<boolean>;
  readonly add: (values: Values) => Promise<boolean>;
  readonly remove: (state: RuleState) => Promise<boolean>;
  readonly restore: (state: RuleState) => Promise<boolean>;
}

export function useRuleDeeds(table: AnyRuleTable): RuleDeeds {
  const words = useWords();
  const ruleWords = useRuleWords(table);
  const save = useSave();
  const ctx = (): RuleCtx => ({
    records: useRuleStore.getState().records,
    today: today(),
    by: useSettings.getState().settings.brokerName,
    newId: freshId,
    language: words.language,
  });
  const title = (state?: RuleState): string => {
    const label = words.in(table.label);
    const name = state && ruleWords.nameOf(state.row);
    return name === undefined || name === label ? label : `${label} · ${name}`;
  };
  const write = (key: string, changes: readonly Change[], state?: RuleState, on = '') =>
    save.changes({ key, params: { title: title(state), on } }, changes);
  const decided = async (
    key: string,
    decision: RuleDecision,
    state?: RuleState,
    on?: string,
  ): Promise<boolean> => {
    if (decision.ok) return write(key, decision.value, state, on);
    notify.problem(ruleWords.failure(decision.error));
    return false;
  };
  return {
    confirm: (state) => write('confirmRule', confirmRow(table, state, ctx()), state),
    correct: (state, values) =>
      decided('correctRule', correctRow(table, state, values, ctx()), state),
    changeFrom: (state, values) =>
      decided(
        'changeRule',
        changeRowFrom(table, state, values, ctx()),
        state,
        String(values.validFrom),
      ),
    add: (values) => decided('addRule', addRow(table, values, ctx())),
    remove: (state) => write('removeRule', removeRow(table, state, ctx()), state),
    restore: (state) => decided('restoreRule', backToBuiltIn(table, state, ctx()), state),
  };
}
