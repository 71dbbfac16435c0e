import { describe, expect, it } from 'vitest';
import { noveltyOf, rightsOf } from '../../../shared/features/disclosures/index.ts';
import { feeRules, nextFee, termOf } from '../../../shared/features/ip-rights/index.ts';
import {
  addRow,
  changeRowFrom,
  correctRow,
  formValues,
  type RuleRecord,
  removeRow,
  rulesOf,
} from '../../../shared/features/rules/index.ts';
import { ruleTables } from '../../../shared/rule-tables.ts';
import type { AnyRuleTable } from '../../../shared/rules/index.ts';
import { builtInRules } from '../../../shared/rules/index.ts';
import { ctxOf, done, stateOf, TODAY, wrote } from './support.ts';

describe('what is reckoned by a rule', () => {
  const meta = { rev: 'r', createdAt: 0, updatedAt: 0 };
  const patent = {
    ...meta,
    id: 'p',
    title: '一种隔膜',
    kind: 'invention',
    status: 'granted',
    filedOn: '2020-03-01',
    grantedOn: '2022-05-01',
    paidThrough: 6,
  } as const;

  const changed = (of: AnyRuleTable, key: string, values: object): readonly RuleRecord[] => {
    const state = stateOf(of, [], key);
    const form = { ...formValues(of, state.row, null), ...values };
    return wrote([], done(correctRow(of, state, form, ctxOf([]))));
  };
  const tableNamed = (name: string): AnyRuleTable => {
    const found = ruleTables.find((one) => one.name === name);
    if (!found) throw new Error(name);
    return found;
  };

  it('follows it at once, and names the row: annuities', () => {
    const rules = rulesOf(changed(feeRules, 'invention-7', { fen: 250_000 }));
    const due = nextFee(patent, TODAY, rules);
    expect(due?.annuity).toMatchObject({
      year: 7,
      fullFen: 250_000,
      fee: { table: 'ipAnnuities', key: 'invention-7' },
    });
    expect(due?.annuity.fee.version).not.toBeNull();
    expect(nextFee(patent, TODAY, builtInRules)?.annuity.fullFen).toBe(200_000);
  });

  it('changes on the day of the change: fees due before and after it', () => {
    const state = stateOf(feeRules, [], 'invention-7');
    const values = { ...formValues(feeRules, state.row, null), fen: 300_000 };
    const from = { ...values, validFrom: '2027-06-01' };
    const rules = rulesOf(wrote([], done(changeRowFrom(feeRules, state, from, ctxOf([])))));
    const fees = [7, 8].map(
      (year) => nextFee({ ...patent, paidThrough: year }, TODAY, rules)?.annuity.fullFen,
    );
    // Year 8 falls due on 2027-03-01, year 9 on 2028-03-01.
    expect(fees).toEqual([200_000, 300_000]);
  });

  it('is unknown where no rule is left', () => {
    const terms = tableNamed('ipTerms');
    const left = wrote([], removeRow(terms, stateOf(terms, [], 'invention'), ctxOf([])));
    expect(termOf(patent, rulesOf(left))).toEqual({ type: 'noRule' });
    const late = tableNamed('ipLateFees');
    const none = rulesOf(wrote([], removeRow(late, stateOf(late, [], 'late'), ctxOf([]))));
    expect(nextFee({ ...patent, paidThrough: 5 }, TODAY, none)).toMatchObject({
      state: 'late',
      surchargeFen: 0,
      annuity: { graceUntil: null },
    });
  });

  it('follows it at once: grace before filing and floors of a province of the user’s own', () => {
    const grace = tableNamed('noveltyGrace');
    const rules = rulesOf(changed(grace, 'meeting', { months: 12 }));
    const talk = { publishedOn: '2026-01-10', graceCase: 'meeting' } as const;
    expect(noveltyOf(talk, undefined, TODAY, builtInRules).type).toBe('graceOver');
    expect(noveltyOf(talk, undefined, TODAY, rules)).toMatchObject({
      type: 'graceRuns',
      until: '2027-01-10',
      rule: { table: 'noveltyGrace', key: 'meeting' },
    });
    const rights = tableNamed('teamRights');
    const guangdong = {
      right: 'income',
      force: 'law',
      atLeastBp: 6000,
      region: 'guangdong',
      validFrom: '2017-03-01',
      source: '广东省促进科技成果转化条例',
      confidence: 'check',
    };
    const added = rulesOf(wrote([], done(addRow(rights, guangdong, ctxOf([])))));
    const income = (of: typeof added) =>
      rightsOf({ region: 'guangdong', incomeBp: 5500 }, TODAY, of).find(
        ({ right }) => right === 'income',
      );
    expect(income(rulesOf([]))).toMatchObject({ verdict: 'meets' });
    expect(income(added)).toMatchObject({ verdict: 'belowLaw', counts: 6000 });
  });
});
