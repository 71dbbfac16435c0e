import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../shared/core/dates.ts';
import {
  type AroundProject,
  depositOf,
  depositsDue,
  depositWorkbook,
  dutiesOfProject,
  type Outcome,
  recordReceipt,
} from '../../../shared/features/outcomes/index.ts';
import { builtInRules } from '../../../shared/rules/index.ts';
import { achievementWith, outcomeWith, rightWith } from './records.ts';

const TODAY = '2026-11-24';
const projectWith = (over: Partial<Outcome> = {}): Outcome =>
  outcomeWith('项目', { kind: 'project', program: 'nationalKey', ...over });
const nothing: AroundProject = { achievements: [], reports: [] };
const deposit = (over: Partial<Outcome>, around = nothing) =>
  depositOf(projectWith(over), around, TODAY, builtInRules);

describe('the duty to deposit', () => {
  it('comes with money of the state alone', () => {
    expect(dutiesOfProject(projectWith(), TODAY, builtInRules).map(({ duty }) => duty)).toEqual([
      'register',
      'deposit',
    ]);
    expect(dutiesOfProject(projectWith({ program: 'outside' }), TODAY, builtInRules)).toEqual([]);
    const unknown = outcomeWith('项目', { kind: 'project' });
    expect(dutiesOfProject(unknown, TODAY, builtInRules)).toEqual([]);
    expect(dutiesOfProject(projectWith({ kind: 'paper' }), TODAY, builtInRules)).toEqual([]);
  });

  it('is due on the day entered, or by rule from the acceptance, or from the end; else nobody knows', () => {
    const entered = { depositDueOn: '2026-12-01', acceptedOn: '2026-11-01' };
    expect(deposit(entered).deadline).toEqual({ on: '2026-12-01', row: null });
    expect(deposit({ acceptedOn: '2026-11-01', endedOn: '2026-01-01' }).deadline).toMatchObject({
      on: '2027-02-01',
      row: { months: 3, confidence: 'example' },
    });
    expect(deposit({ endedOn: '2026-01-31' })).toMatchObject({
      state: 'late',
      deadline: { on: '2026-07-31', row: { months: 6 } },
    });
    expect(deposit({})).toMatchObject({ state: 'open', deadline: null });
    // The last day is not late.
    expect(deposit({ depositDueOn: TODAY }).state).toBe('due');
    expect(deposit({ depositDueOn: addDays(TODAY, -1) }).state).toBe('late');
  });

  it('names what is still missing', () => {
    expect(deposit({}).gaps.map(({ type }) => type)).toEqual(['noAchievement', 'noReport']);
    const around = {
      achievements: [
        achievementWith('甲', { registrationState: 'registered' }),
        achievementWith('乙'),
      ],
      reports: [outcomeWith('报告', { kind: 'report' })],
    };
    expect(deposit({}, around).gaps).toEqual([{ type: 'notRegistered', id: '乙', title: '乙' }]);
    expect(deposit({ depositedOn: '2026-11-01' }, around)).toMatchObject({
      state: 'done',
      gaps: [{ type: 'notRegistered' }, { type: 'noReceipt' }],
    });
  });

  it('reminds 90 days ahead, earliest first, and never of what is done', () => {
    const due = (over: Partial<Outcome>) => projectWith(over);
    const found = depositsDue(
      [
        due({ id: 'far', depositDueOn: addDays(TODAY, 91) }),
        due({ id: 'soon', depositDueOn: addDays(TODAY, 7) }),
        due({ id: 'late', depositDueOn: addDays(TODAY, -300) }),
        due({ id: 'done', depositDueOn: TODAY, depositedOn: TODAY }),
        due({ id: 'own', depositDueOn: TODAY, program: 'outside' }),
      ],
      TODAY,
      builtInRules,
    );
    expect(found.map(({ project, near }) => [project.id, near])).toEqual([
      ['late', 'late'],
      ['soon', 7],
    ]);
  });
});

describe('a receipt for many', () => {
  const file = { name: '回执.pdf', size: 12, hash: 'a'.repeat(64) };
  let next = 0;
  const newId = () => `new-${++next}`;

  it('gives each its own number or the common one, and its file', () => {
    const changes = recordReceipt(
      [projectWith({ id: 'p1' }), projectWith({ id: 'p2' })],
      { on: TODAY, number: '鄂汇 2026-12', ownNumbers: new Map([['p2', '鄂汇 2026-13']]), file },
      newId,
    );
    expect(changes).toMatchObject([
      { patch: 'outcome', id: 'p1', set: { depositReceiptNo: '鄂汇 2026-12' } },
      { put: 'attachment', value: { ownerKind: 'outcome', ownerId: 'p1', hash: file.hash } },
      { patch: 'outcome', id: 'p2', set: { depositReceiptNo: '鄂汇 2026-13', depositedOn: TODAY } },
      { put: 'attachment', value: { ownerId: 'p2' } },
    ]);
  });

  it('leaves the number as it was where none was entered', () => {
    const receipt = { on: TODAY, number: null, ownNumbers: new Map(), file: null };
    expect(recordReceipt([projectWith()], receipt, newId)).toEqual([
      { patch: 'outcome', id: '项目', set: { depositedOn: TODAY } },
    ]);
  });
});

describe('the registration layout', () => {
  const meta = { rev: 'r', createdAt: 0, updatedAt: 0 };
  const form = {
    achievement: achievementWith('成果甲', {
      keywords: ['储能', '隔膜'],
      category: 'applied',
      nationalFundsFen: 12_345_678,
    }),
    units: [
      { ...meta, id: 'u2', achievementId: 'x', position: 200, name: '第二单位' },
      { ...meta, id: 'u1', achievementId: 'x', position: 100, name: '第一单位' },
    ],
    people: [{ ...meta, id: 'q', achievementId: 'x', position: 100, name: '王文博' }],
    rights: [rightWith('一种隔膜', { kind: 'invention' })],
    projects: [projectWith({ budgetFen: 500_000_000 })],
  };
  const { tables } = depositWorkbook([form]);
  const column = (table: number, title: string): unknown[] => {
    const place = tables[table]?.columns.findIndex((one) => one.title === title) ?? -1;
    expect(place, title).toBeGreaterThanOrEqual(0);
    return (tables[table]?.rows ?? []).map((row) => row[place]);
  };

  it('has the form and its lists, one sheet each, in their order', () => {
    expect(tables.map(({ name }) => name)).toEqual([
      '成果登记表',
      '完成单位',
      '完成人',
      '知识产权',
      '计划项目',
    ]);
    expect(column(0, '成果名称')).toEqual(['成果甲']);
    expect(column(0, '关键词')).toEqual(['储能；隔膜']);
    expect(column(0, '成果类别')).toEqual(['应用技术']);
    expect(column(1, '单位名称')).toEqual(['第一单位', '第二单位']);
    expect(column(1, '次序')).toEqual([1, 2]);
    expect(column(2, '姓名')).toEqual(['王文博']);
    expect(column(3, '类型')).toEqual(['发明']);
  });

  it('speaks 万元, and leaves blank what nobody entered', () => {
    expect(column(0, '国家投入（万元）')).toEqual([12.345678]);
    expect(column(4, '经费（万元）')).toEqual([500]);
    expect(column(0, '登记号')).toEqual([null]);
    expect(column(0, '部门投入（万元）')).toEqual([null]);
  });

  it('loses no fen of any amount', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), (fen) => {
        const [table] = depositWorkbook([
          { ...form, achievement: achievementWith('甲', { ownFundsFen: fen }) },
        ]).tables;
        const place = table?.columns.findIndex(({ title }) => title === '自有资金（万元）') ?? -1;
        const [whole = '', part = ''] = String(table?.rows[0]?.[place]).split('.');
        const text =
          Number(table?.rows[0]?.[place]) < 0.000001 ? null : whole + part.padEnd(6, '0');
        if (text !== null) expect(BigInt(text)).toBe(BigInt(fen));
      }),
    ));
});
