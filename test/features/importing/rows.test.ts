import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../shared/contract/spreadsheet.ts';
import {
  type Cells,
  cellText,
  columnLetters,
  headerAt,
  planReading,
  proposeColumns,
  readRow,
} from '../../../shared/importing/index.ts';
import { subjectNamed } from './sheets.ts';

const read = (row: Readonly<Record<string, Cell>>, entity = 'enterprise') => {
  const subject = subjectNamed(entity);
  const columns = proposeColumns(headerAt([Object.keys(row)], 0), [], subject, null);
  return readRow(Object.values(row), planReading(subject, columns));
};
const problemsOf = (row: Readonly<Record<string, Cell>>, entity?: string) =>
  read(row, entity).problems.map(({ field, column, problem }) => [field, column, problem.type]);

describe('reading a row', () => {
  it('refuses a code that the sheet held as a number', () => {
    const code = { 企业名称: '甲', 统一社会信用代码: 914_200_000_000_000_000 };
    expect(problemsOf(code)).toEqual([['uscc', 1, 'digitsLost']]);
    // A registration number of 16 digits has lost its last one, though it has no check to fail.
    expect(problemsOf({ 成果名称: '乙', 登记号: 2_024_420_100_578_730 }, 'achievement')).toEqual([
      ['registrationNo', 1, 'digitsLost'],
    ]);
    expect(problemsOf({ 成果名称: '乙', 登记号: '2.02442E+15' }, 'achievement')).toEqual([
      ['registrationNo', 1, 'digitsLost'],
    ]);
  });

  it('rounds what the sheet reckoned, and says so, but not what somebody typed', () => {
    const reckoned = read({ 企业名称: '甲', '年营业收入（万元）': 156.20415639577777 });
    expect(reckoned.values.revenueFen).toBe(156_204_156);
    expect(reckoned.notes.map(({ note }) => note)).toEqual([
      { type: 'rounded', value: 156_204_156 },
    ]);
    expect(read({ 企业名称: '甲', '年营业收入（元）': 0.1 + 0.2 }).values.revenueFen).toBe(30);
    expect(problemsOf({ 企业名称: '甲', '年营业收入（万元）': '156.20415639577777' })).toEqual([
      ['revenueFen', 1, 'finerThanFen'],
    ]);
  });

  it('reads the dates of date cells as they are', () => {
    const { values, notes } = read({ 企业名称: '甲', 成立日期: { date: '2007-04-06' } });
    expect([values.foundedOn, notes]).toEqual(['2007-04-06', []]);
  });

  it('asks for a required field at its own cell, or at none when no column fills it', () => {
    expect(problemsOf({ 企业名称: null, 所在地: '武汉市' })).toEqual([['name', 0, 'required']]);
    expect(problemsOf({ 所在地: '武汉市' })).toEqual([['name', null, 'required']]);
  });

  it('makes no contact of blank cells, and none without a name', () => {
    expect(read({ 企业名称: '甲', 联系人: null, 联系电话: ' ' }).parts).toEqual([]);
    expect(problemsOf({ 企业名称: '甲', 联系人: null, 联系电话: '13857245826' })).toEqual([
      ['name', 1, 'required'],
    ]);
  });

  it('says what a word for nothing means', () => {
    const { values, notes } = read({ 企业名称: '甲', 资质: '无' });
    expect([values.qualifications, notes.map(({ note }) => note.type)]).toEqual([
      undefined,
      ['meansBlank'],
    ]);
  });

  it('never loses what is right beside what is wrong', () => {
    const good = {
      企业名称: '甲',
      所在地: '武汉市',
      企业规模: '大型',
      '年营业收入（万元）': '31,790',
      成立日期: '2007.4.6',
      备注: '有意向',
    };
    const bad = { 企业规模: '巨型', '年营业收入（万元）': '很多', 成立日期: '2007-02-30' };
    const fields: Readonly<Record<string, string>> = {
      企业规模: 'size',
      '年营业收入（万元）': 'revenueFen',
      成立日期: 'foundedOn',
    };
    const whole = read(good).values;
    fc.assert(
      fc.property(fc.subarray(Object.keys(bad)), (spoilt) => {
        const row = {
          ...good,
          ...Object.fromEntries(spoilt.map((key) => [key, bad[key as keyof typeof bad]])),
        };
        const { values, problems } = read(row);
        const lost = spoilt.map((key) => fields[key]);
        expect(problems.map(({ field }) => field).sort()).toEqual([...lost].sort());
        const kept = Object.entries(whole).filter(([field]) => !lost.includes(field));
        expect(values).toEqual(Object.fromEntries(kept));
      }),
    );
  });

  it('means the same whatever the order of the columns', () => {
    const row: readonly (readonly [string, Cell])[] = [
      ['企业名称', '武汉光谷环保有限公司'],
      ['统一社会信用代码', '91420200432743131k'],
      ['联系人', '何平'],
      ['联系电话', '１３７４０４７７５８５'],
      ['年营业收入（万元）', '５３７５'],
      ['成立时间', '2021.10.20'],
      ['备注', '-'],
    ];
    const plain = read(Object.fromEntries(row));
    fc.assert(
      fc.property(fc.shuffledSubarray([...row], { minLength: row.length }), (shuffled) => {
        const { values, parts, problems } = read(Object.fromEntries(shuffled));
        expect({ values, parts, problems }).toEqual({
          values: plain.values,
          parts: plain.parts,
          problems: [],
        });
      }),
    );
  });
});

describe('the text of a cell', () => {
  it('is what the sheet shows', () => {
    const shown: readonly (readonly [Cell, string])[] = [
      [0.1 + 0.2, '0.3'],
      [1e-7, '0.0000001'],
      [1562.04156, '1562.04156'],
      [914_200_000_000_000_000, '914200000000000000'],
      [{ date: '2024-06-06' }, '2024-06-06'],
      [true, 'TRUE'],
      [null, ''],
    ];
    for (const [cell, text] of shown) expect(cellText(cell)).toBe(text);
  });

  it('of amounts with at most two decimals is exact', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999_999_999 }), (fen) => {
        const cells: Cells = ['甲', fen / 100];
        const subject = subjectNamed('enterprise');
        const columns = proposeColumns(
          headerAt([['企业名称', '年收入（元）']], 0),
          [],
          subject,
          null,
        );
        expect(readRow(cells, planReading(subject, columns)).values.revenueFen).toBe(fen);
      }),
    );
  });

  it('stands in columns that are named as spreadsheets name them', () => {
    expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });
});
