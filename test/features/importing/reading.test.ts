import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Cells,
  createReading,
  headerAt,
  noCorrections,
  planReading,
  proposeColumns,
  type Reading,
  ROW_STATES,
  type RowState,
} from '../../../shared/importing/index.ts';
import { deskOf, stored, subjectNamed } from './sheets.ts';

const HEADER = ['企业名称', '统一社会信用代码', '所在地', '成立日期'];
const CODE = '91420200432743131K';
const OTHER_CODE = '91420111816879070Y';
const subject = subjectNamed('enterprise');

function readingOf(rows: readonly Cells[], records = deskOf(subject.entity, [])): Reading {
  const header = headerAt([HEADER], 0);
  const plan = planReading(subject, proposeColumns(header, rows, subject, null));
  const reading = createReading(plan, header, 1, records);
  reading.add(rows);
  return reading;
}
const statesOf = (reading: Reading): readonly RowState[] =>
  reading.rowsIn(ROW_STATES).map((row) => reading.view(row).state);

describe('a sheet on its way to the desk', () => {
  it('settles a row anew when a cell is mended, and lets it be mended back', () => {
    const reading = readingOf([['甲公司', `${CODE.slice(0, -1)}X`, '武汉市', null]]);
    expect(reading.view(1)).toMatchObject({ state: 'problem', mended: [] });
    reading.mend(1, 1, CODE);
    expect(reading.view(1)).toMatchObject({
      state: 'ready',
      mended: [1],
      cells: ['甲公司', CODE, '武汉市', null],
    });
    expect([reading.count('ready'), reading.count('problem')]).toEqual([1, 0]);
    reading.mend(1, 1, `${CODE.slice(0, -1)}X`);
    expect(reading.view(1)).toMatchObject({ state: 'problem', mended: [] });
  });

  it('takes a cleared cell as blank', () => {
    const reading = readingOf([['甲公司', '9.1420E+17', null, null]]);
    reading.mend(1, 1, '');
    expect(reading.view(1).state).toBe('ready');
  });

  it('names the earlier row that a row repeats, and follows when that one is mended', () => {
    const wrong = `${CODE.slice(0, -1)}X`;
    const reading = readingOf([
      ['甲公司', wrong, null, null],
      ['甲公司', CODE.toLowerCase(), null, null],
      ['甲公司（新名）', CODE, null, null],
    ]);
    expect(statesOf(reading)).toEqual(['problem', 'ready', 'repeated']);
    reading.mend(1, 1, CODE);
    expect(statesOf(reading)).toEqual(['ready', 'repeated', 'repeated']);
    expect(reading.view(3).repeats).toBe(1);
    reading.mend(1, 1, OTHER_CODE);
    expect(statesOf(reading)).toEqual(['ready', 'ready', 'repeated']);
    expect(reading.view(3).repeats).toBe(2);
  });

  it('knows what is on the desk, whatever the width, case and blanks', () => {
    const desk = deskOf(subject.entity, [
      stored({ name: '乙公司', address: '武汉市 洪山区', foundedOn: '2010-04-22' }, 'b'),
    ]);
    const reading = readingOf([['乙公司', null, '武汉市洪山区', '2010/4/22']], desk);
    expect(reading.view(1)).toMatchObject({ state: 'known', record: 'b' });
  });

  it('takes two codes for two companies, however alike the rest', () => {
    const alike = ['武汉市', '2010-04-22'];
    const reading = readingOf([
      ['乙公司', CODE, ...alike],
      ['乙公司', OTHER_CODE, ...alike],
    ]);
    expect(statesOf(reading)).toEqual(['ready', 'ready']);
  });

  it('takes two rows about one record of the desk for repeats, whatever each knew it by', () => {
    const desk = deskOf(subject.entity, [
      stored({ name: '乙公司', uscc: CODE, address: '武汉市', foundedOn: '2010-04-22' }, 'b'),
    ]);
    const reading = readingOf(
      [
        ['乙公司', CODE],
        ['乙公司', null, '武汉市', '2010-04-22'],
      ],
      desk,
    );
    expect(statesOf(reading)).toEqual(['known', 'repeated']);
  });

  it('keeps lines that are no data in sight, and takes them in when told', () => {
    const reading = readingOf([['合计', null, null, null], [null], ['甲公司', CODE, null, null]]);
    expect(statesOf(reading)).toEqual(['skipped', 'ready']);
    reading.takeAsData(1);
    expect(statesOf(reading)).toEqual(['ready', 'ready']);
  });

  it('counts and lists the same whether rows come mended or are mended later, in any order', () => {
    const codes = fc.constantFrom(CODE, OTHER_CODE, '9.1420E+17', '', `${CODE.slice(0, -1)}X`);
    const row = fc.tuple(fc.constantFrom('甲公司', '乙公司', ''), codes, codes);
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (rows, order) => {
        const later = readingOf(rows.map(([name, before]) => [name || null, before || null]));
        const left = rows
          .map((_, index) => index)
          .filter((index) => later.view(index + 1).role === 'data');
        while (left.length > 0) {
          const [index = 0] = left.splice(Number(order.next().value) % left.length, 1);
          later.mend(index + 1, 1, rows[index]?.[2] ?? '');
        }
        const known = later.rowsIn(ROW_STATES);
        const mended = rows.map(
          ([name, before, after], index): Cells =>
            known.includes(index + 1) ? [name || null, after] : [name || null, before || null],
        );
        const atOnce = readingOf(mended);
        for (const at of known) {
          if (atOnce.view(at).role === 'blank') continue;
          const [one, other] = [later.view(at), atOnce.view(at)];
          expect([at, one.state, one.repeats]).toEqual([at, other.state, other.repeats]);
        }
        for (const state of ROW_STATES)
          expect(later.count(state)).toBe(later.rowsIn([state]).length);
      }),
    );
  });

  it('keeps what was set right when the sheet is read again', () => {
    const rows: Cells[] = [
      ['合计', null],
      ['甲公司', '9.1420E+17'],
    ];
    const header = headerAt([HEADER], 0);
    const plan = planReading(subject, proposeColumns(header, rows, subject, null));
    const corrections = noCorrections();
    const read = () => {
      const reading = createReading(plan, header, 1, deskOf(subject.entity, []), corrections);
      reading.add(rows);
      return reading;
    };
    const first = read();
    first.takeAsData(1);
    first.mend(2, 1, CODE);
    expect(statesOf(read())).toEqual(statesOf(first));
    expect(statesOf(first)).toEqual(['ready', 'ready']);
  });

  it('takes no longer for a row when there are many, even when most are alike', () => {
    const row = (index: number): Cells => [
      `第${index}公司`,
      index % 3 === 0 ? CODE : null,
      '武汉市',
      index % 2 === 0 ? '2010.4.22' : null,
    ];
    const reading = readingOf([]);
    const tenths = Array.from({ length: 10 }, (_, tenth) => {
      const slice = Array.from({ length: 2_000 }, (_, index) => row(tenth * 2_000 + index));
      const begun = performance.now();
      reading.add(slice);
      return performance.now() - begun;
    });
    // The first tenth pays for warming up; looking at every row alike would cost hundreds of times as much.
    expect(Math.min(...tenths.slice(5))).toBeLessThan(3 * Math.max(...tenths.slice(0, 5)));
    const begun = performance.now();
    reading.mend(1, 1, '');
    expect(reading.view(4).repeats).toBeNull();
    expect(reading.view(7).repeats).toBe(4);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});
