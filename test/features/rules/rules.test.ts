import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../shared/core/dates.ts';
import { feeRules } from '../../../shared/features/ip-rights/index.ts';
import {
  addRow,
  backToBuiltIn,
  changeRowFrom,
  confirmRow,
  correctRow,
  effectiveRows,
  figuresOf,
  formValues,
  overlapsOf,
  type RuleDecision,
  type RuleRecord,
  readRow,
  removeRow,
  rowWords,
  rulesOf,
  tableState,
} from '../../../shared/features/rules/index.ts';
import { ruleTables } from '../../../shared/rule-tables.ts';
import { type AnyRuleTable, defineRules, rowsInForce } from '../../../shared/rules/index.ts';
import { ctxOf, done, stateOf, TODAY, wrote } from './support.ts';

/** A table of one figure, for one case or the other. */
const table = defineRules({
  name: 'hours',
  part: { zh: '甲', en: 'A' },
  label: { zh: '学时', en: 'Hours' },
  note: { zh: '示例', en: 'Example' },
  fields: {
    level: {
      kind: 'choice',
      options: { one: { zh: '初级', en: 'First' }, two: { zh: '中级', en: 'Second' } },
      label: { zh: '等级', en: 'Level' },
      required: true,
    },
    hours: {
      kind: 'integer',
      min: 0,
      max: 1000,
      label: { zh: '学时', en: 'Hours' },
      required: true,
    },
  },
  slot: ['level'],
  rows: [
    {
      key: 'one',
      region: 'CN',
      level: 'one',
      hours: 30,
      validFrom: '2020-01-01',
      validTo: null,
      source: '甲号文',
      confidence: 'check',
    },
    {
      key: 'two',
      region: 'CN',
      level: 'two',
      hours: 60,
      validFrom: '2020-01-01',
      validTo: null,
      source: '甲号文',
      confidence: 'sure',
    },
  ],
});

const hoursOn = (records: readonly RuleRecord[], on: string, region?: 'wuhan' | 'hubei') =>
  rowsInForce(rulesOf(records).rowsOf(table), { on, region })
    .filter(({ level }) => level === 'one')
    .map(({ hours }) => hours);

describe('the rows that count', () => {
  it('are the built-in ones as long as nobody says otherwise', () => {
    expect(effectiveRows(table, [])).toEqual(table.rows);
    expect(rulesOf([]).rowsOf(table)).toBe(table.rows);
  });

  it('give two right answers before and after a change of the law', () => {
    const state = stateOf(table, [], 'one');
    const values = { ...formValues(table, state.row, null), hours: 45, validFrom: '2026-07-01' };
    const records = wrote([], done(changeRowFrom(table, state, values, ctxOf([]))));
    expect(hoursOn(records, '2026-06-30')).toEqual([30]);
    expect(hoursOn(records, '2026-07-01')).toEqual([45]);
    expect(tableState(table, records).problems).toEqual([]);
  });

  it('read otherwise for all their days after a correction, and go back', () => {
    const state = stateOf(table, [], 'one');
    const values = { ...formValues(table, state.row, null), hours: 32, confidence: 'sure' };
    const records = wrote([], done(correctRow(table, state, values, ctxOf([]))));
    expect(hoursOn(records, '2020-01-01')).toEqual([32]);
    const corrected = stateOf(table, records, 'one');
    expect(corrected.row).toMatchObject({ confidence: 'sure', version: records[0]?.rev });
    expect(corrected.record).toMatchObject({ figure: '学时 32', name: '学时 · 初级' });
    const back = wrote(records, done(backToBuiltIn(table, corrected, ctxOf(records))));
    expect(effectiveRows(table, back)).toEqual(table.rows);
  });

  it('of a region stand before its province’s and the country’s', () => {
    const add = (records: readonly RuleRecord[], region: string, hours: number) => {
      const { row } = stateOf(table, [], 'one');
      const values = { ...formValues(table, row, null), region, hours };
      return wrote(records, done(addRow(table, values, ctxOf(records))));
    };
    const hubei = add([], 'hubei', 40);
    expect(hoursOn(hubei, TODAY, 'wuhan')).toEqual([40, 30]);
    const both = add(hubei, 'wuhan', 50);
    expect(hoursOn(both, TODAY, 'wuhan')).toEqual([50, 40, 30]);
    expect(hoursOn(both, TODAY, 'hubei')).toEqual([40, 30]);
    expect(hoursOn(both, TODAY)).toEqual([30]);
  });

  it('count no more once they are left out, and are there to be used again', () => {
    const records = wrote([], removeRow(table, stateOf(table, [], 'one'), ctxOf([])));
    expect(hoursOn(records, TODAY)).toEqual([]);
    const [left] = tableState(table, records).removed;
    expect(left?.row.key).toBe('one');
    const back = left ? wrote(records, done(backToBuiltIn(table, left, ctxOf(records)))) : [];
    expect(hoursOn(back, TODAY)).toEqual([30]);
  });
});

describe('a confirmation', () => {
  const confirmed = wrote([], confirmRow(table, stateOf(table, [], 'one'), ctxOf([])));

  it('makes a row sure and says who gave it', () => {
    expect(stateOf(table, confirmed, 'one')).toMatchObject({
      row: { hours: 30, confidence: 'sure' },
      record: { change: 'confirmed', confirmedOn: TODAY, confirmedBy: '周明' },
    });
  });

  it('falls with a new version that says something else, and is asked for again', () => {
    const newer: AnyRuleTable = {
      ...table,
      rows: table.rows.map((row) => (row.key === 'one' ? { ...row, hours: 36 } : row)),
    };
    const state = tableState(newer, confirmed);
    expect(state.rows[0]?.row).toMatchObject({ hours: 36, confidence: 'check' });
    expect(state.problems.map(({ type }) => type)).toEqual(['outdated']);
    const again = wrote(
      confirmed,
      confirmRow(newer, stateOf(newer, confirmed, 'one'), ctxOf(confirmed)),
    );
    expect(tableState(newer, again)).toMatchObject({ problems: [] });
    expect(stateOf(newer, again, 'one').row).toMatchObject({ hours: 36, confidence: 'sure' });
  });

  it('leaves the figures of a corrected row as they are, and a correction asks for a new one', () => {
    const state = stateOf(table, [], 'one');
    const values = { ...formValues(table, state.row, null), hours: 33 };
    const corrected = wrote([], done(correctRow(table, state, values, ctxOf([]))));
    const sure = wrote(
      corrected,
      confirmRow(table, stateOf(table, corrected, 'one'), ctxOf(corrected)),
    );
    expect(stateOf(table, sure, 'one').row).toMatchObject({ hours: 33, confidence: 'sure' });
    const { row, record } = stateOf(table, sure, 'one');
    const again = { ...formValues(table, row, record), hours: 34 };
    const twice = wrote(
      sure,
      done(correctRow(table, stateOf(table, sure, 'one'), again, ctxOf(sure))),
    );
    expect(stateOf(table, twice, 'one').row).toMatchObject({ hours: 34, confidence: 'check' });
  });
});

describe('what is wrong with a table', () => {
  const own = (values: object, id = 'own'): RuleRecord => ({
    id,
    rev: 'r',
    createdAt: 0,
    updatedAt: 0,
    name: '学时 · 初级',
    table: 'hours',
    change: 'added',
    values: '{"level":"one","hours":50}',
    region: 'CN',
    validFrom: '2026-01-01',
    source: '乙号文',
    confidence: 'sure',
    ...values,
  });

  it('is an overlap, which is not guessed away: neither row counts as checked', () => {
    const { rows, problems } = tableState(table, [own({})]);
    expect(problems).toMatchObject([{ type: 'overlap', rows: [{ key: 'one' }, { key: 'own' }] }]);
    expect(rows.find(({ row }) => row.key === 'own')?.row.confidence).toBe('check');
    expect(rows.find(({ row }) => row.key === 'two')?.row.confidence).toBe('sure');
  });

  it('is a gap between two rows of a case', () => {
    const ended = own({ rowKey: 'one', change: 'changed', validFrom: '2020-01-01' }, 'ended');
    const records = [{ ...ended, validTo: '2025-06-30' }, own({})];
    expect(tableState(table, records).problems).toMatchObject([
      { type: 'gap', fromOn: '2025-07-01', toOn: '2025-12-31' },
    ]);
  });

  it('is a row that does not fit its table any more: it is shown, and the built-in one counts', () => {
    const misfits = [
      '{"level":"three","hours":50}',
      '{"level":"one"}',
      '{"level":"one","hours":50,"minutes":1}',
      '{"level":"one","hours":"fifty"}',
      'no json',
      '[]x',
    ];
    for (const values of misfits) {
      const { rows, problems } = tableState(table, [
        own({ values, rowKey: 'one', change: 'changed' }),
      ]);
      expect(problems.map(({ type }) => type)).toEqual(['misfit']);
      expect(rows.map(({ row }) => row)).toEqual(table.rows);
    }
    const reversed = tableState(table, [own({ validTo: '2025-12-31' })]);
    expect(reversed.problems).toMatchObject([{ type: 'misfit', why: { type: 'reversed' } }]);
  });

  it('is a second record of one row; the one written last counts', () => {
    const changed = { rowKey: 'one', change: 'changed', validFrom: '2020-01-01' } as const;
    const records = [
      own({ ...changed, rev: 'b', values: '{"level":"one","hours":35}' }, 'b'),
      own({ ...changed, rev: 'a' }, 'a'),
    ];
    expect(hoursOn(records, TODAY)).toEqual([35]);
    expect(tableState(table, records).problems.map(({ type }) => type)).toEqual(['twice']);
  });

  it('stays away: what would make an overlap is refused, naming the row in the way', () => {
    const { row } = stateOf(table, [], 'one');
    const values = formValues(table, row, null);
    expect(addRow(table, values, ctxOf([]))).toMatchObject({
      ok: false,
      error: { type: 'overlaps', with: { key: 'one' } },
    });
    expect(changeRowFrom(table, stateOf(table, [], 'one'), values, ctxOf([]))).toMatchObject({
      error: { type: 'notWithin', fromOn: '2020-01-02', toOn: null },
    });
    expect(
      correctRow(table, stateOf(table, [], 'one'), { ...values, validTo: '2019-01-01' }, ctxOf([])),
    ).toMatchObject({ error: { type: 'misfit', why: { type: 'reversed' } } });
  });

  it('never is an overlap after any steps that were not refused', () => {
    const day = fc.integer({ min: 0, max: 4000 }).map((by) => addDays('2018-01-01', by));
    const step = fc.record({
      what: fc.constantFrom('add', 'changeFrom', 'correct', 'remove', 'restore', 'confirm'),
      at: fc.nat(20),
      validFrom: day,
      lasts: fc.option(fc.nat(900)),
      hours: fc.nat(200),
      level: fc.constantFrom('one', 'two'),
      region: fc.constantFrom('CN', 'hubei', 'wuhan'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let records: readonly RuleRecord[] = [];
        for (const { what, at, validFrom, lasts, hours, level, region } of steps) {
          const { rows, removed } = tableState(table, records);
          const all = what === 'restore' ? [...removed, ...rows] : rows;
          const state = all[at % Math.max(1, all.length)];
          if (!state) continue;
          const ctx = ctxOf(records);
          const ends = lasts === null ? {} : { validTo: addDays(validFrom, lasts) };
          const basis = { source: '丙号文', confidence: 'check', validFrom, ...ends };
          const values = { level, hours, region, ...basis };
          const same = { ...values, level: figuresOf(table, state.row).level ?? level };
          const decisions: Record<typeof what, () => RuleDecision> = {
            add: () => addRow(table, values, ctx),
            changeFrom: () =>
              changeRowFrom(table, state, { ...same, region: state.row.region }, ctx),
            correct: () => correctRow(table, state, values, ctx),
            remove: () => ({ ok: true, value: removeRow(table, state, ctx) }),
            restore: () =>
              state.builtIn ? backToBuiltIn(table, state, ctx) : { ok: true, value: [] },
            confirm: () => ({ ok: true, value: confirmRow(table, state, ctx) }),
          };
          const decision = decisions[what]();
          if (decision.ok) records = wrote(records, decision.value);
          const now = effectiveRows(table, records);
          expect(overlapsOf(table, now)).toEqual([]);
          // So that on any day one row at most answers for a case of a region.
          const on = rowsInForce(now, { on: validFrom, region: 'wuhan' });
          const cases = on.map((row) => `${row.region} ${figuresOf(table, row).level}`);
          expect(new Set(cases).size).toBe(cases.length);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the tables that come with the app', () => {
  it.each(ruleTables.map((one) => [one.name, one] as const))('%s is whole', (_name, one) => {
    expect(tableState(one, []).problems).toEqual([]);
    expect(new Set(one.rows.map(({ key }) => key)).size).toBe(one.rows.length);
    for (const row of one.rows) {
      const state = stateOf(one, [], row.key);
      const [record] = wrote([], confirmRow(one, state, ctxOf([])));
      // Written and read again by the table's own description, a row says the same.
      const read = record && readRow(one, record);
      expect(read).toMatchObject({
        ok: true,
        value: { ...figuresOf(one, row), confidence: 'sure' },
      });
      expect(rowWords(one, row, 'en').figures.every((text) => text !== '')).toBe(true);
    }
  });

  it('have names of their own', () => {
    expect(new Set(ruleTables.map(({ name }) => name)).size).toBe(ruleTables.length);
  });

  it('let annuities overlap in years only where the years differ', () => {
    const { row } = stateOf(feeRules, [], 'design-9');
    const values = { ...formValues(feeRules, row, null), fromYear: 10, toYear: 12 };
    expect(addRow(feeRules, values, ctxOf([]))).toMatchObject({
      ok: false,
      error: { type: 'overlaps' },
    });
  });
});
