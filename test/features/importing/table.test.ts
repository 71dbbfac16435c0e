import { describe, expect, it } from 'vitest';
import {
  type Cells,
  chooseTarget,
  headerAt,
  proposeColumns,
  proposePlace,
  roleOfRow,
  statedUnit,
  unfilledFields,
  unitAbove,
  unitsToConfirm,
} from '../../../shared/importing/index.ts';
import { importAsProposed, subjectNamed, subjects, usesOf } from './sheets.ts';

const sheet = (rows: readonly Cells[], name = 'Sheet1', hidden = false) => ({ name, hidden, rows });

describe('finding the table', () => {
  it('joins headers that are merged over two rows', () => {
    const { columns, headerRow } = importAsProposed([
      sheet([
        ['某区企业名录', null, null, null, null],
        ['序号', '企业名称', '联系人', null, null, '备注'],
        [null, null, '姓名', '电话', '备注', null],
        [1, '武汉光谷环保有限公司', '谢敏', '13857245826', null, null],
      ]),
    ]);
    expect(headerRow).toBe(2);
    expect(usesOf(columns)).toEqual({
      序号: 'serialNumber',
      企业名称: 'enterprise.name',
      姓名: 'contact.name',
      电话: 'contact.phone',
      联系人备注: 'contact.note',
      备注: 'enterprise.note',
    });
  });

  it('prefers a sheet that names fields over hidden, empty and other sheets', () => {
    const named: Cells[] = [
      ['成果名称', '完成单位'],
      ['一种方法', '武汉大学'],
    ];
    const place = proposePlace(
      [
        sheet([], '空表'),
        sheet(named, '旧表', true),
        sheet(
          [
            ['商品', '数量'],
            ['纸', 3],
          ],
          '其他',
        ),
        sheet(named, '今年'),
      ],
      subjects,
    );
    expect(place).toEqual({ sheet: 3, headerRow: 0, entity: 'achievement' });
  });

  it('falls back on the shape of a header that names nothing known', () => {
    const place = proposePlace(
      [
        sheet([
          ['台账', null, null],
          ['甲', '乙', '丙'],
          [1, 2, 3],
        ]),
      ],
      subjects,
    );
    expect(place?.headerRow).toBe(1);
  });

  it('proposes nothing where there is no sheet', () => {
    expect(proposePlace([], subjects)).toBeNull();
  });

  it('tells data from totals, signatures, notes, group titles and repeated headers', () => {
    const header = headerAt([['序号', '企业名称', '所在地', '备注']], 0);
    const roles = (rows: readonly Cells[]) => rows.map((cells) => roleOfRow(cells, header));
    expect(
      roles([
        [1, '合力计算有限公司', '武汉市', '合计三次走访'],
        ['合 计', null, null, '共12家'],
        ['小计：', 3, 4, 5],
        ['填表人：张三', null, '审核：李四', null],
        ['日期：2025年6月30日'],
        ['注：本表内部使用'],
        ['二、生物医药'],
        ['序号', '企业名称', '所在地', '备注'],
        [null, ' ', '　'],
        [null, '武汉光谷环保有限公司'],
      ]),
    ).toEqual([
      'data',
      'total',
      'total',
      'signature',
      'signature',
      'note',
      'group',
      'header',
      'blank',
      'data',
    ]);
  });
});

describe('putting columns to fields', () => {
  const enterprise = subjectNamed('enterprise');
  const propose = (titles: readonly string[], samples: readonly Cells[] = []) =>
    proposeColumns(headerAt([titles], 0), samples, enterprise, null);

  it('gives a field to the exact header, not to an earlier one that is only like it', () => {
    expect(usesOf(propose(['曾用企业名称', '企业名称']))).toEqual({
      曾用企业名称: 'fieldTaken',
      企业名称: 'enterprise.name',
    });
  });

  it('does not take 联系人单位 for the person or the unit', () => {
    expect(
      usesOf(proposeColumns(headerAt([['联系人单位']], 0), [], subjectNamed('achievement'), null)),
    ).toEqual({
      联系人单位: 'noField',
    });
  });

  it('leaves a telephone of nobody out, and says what is missing when the user wants it', () => {
    const columns = propose(['企业名称', '联系电话']);
    expect(usesOf(columns).联系电话).toBe('partIncomplete');
    const wanted = chooseTarget(columns, 1, { entity: 'contact', field: 'phone' });
    expect(unfilledFields(wanted, enterprise)).toEqual([{ entity: 'contact', field: 'name' }]);
  });

  it('moves a field from the column that had it to the one the user chooses', () => {
    const columns = propose(['企业名称', '集团']);
    const moved = chooseTarget(columns, 1, { entity: 'enterprise', field: 'name' });
    expect(usesOf(moved)).toEqual({ 企业名称: 'fieldTaken', 集团: 'enterprise.name' });
    expect(usesOf(chooseTarget(moved, 1, null)).集团).toBe('chosen');
  });

  it('reads the unit of amounts from the header, a line above, or asks', () => {
    expect(statedUnit('年营业收入（万元）')).toBe('wanyuan');
    expect(statedUnit('年营业收入(元)')).toBe('yuan');
    expect(statedUnit('多元化经营情况')).toBeNull();
    expect(
      unitAbove(
        [
          ['某区企业名录', null, '单位：万元'],
          ['企业名称', '年收入'],
        ],
        1,
      ),
    ).toBe('wanyuan');
    const asked = (amounts: readonly Cells[]) =>
      unitsToConfirm(propose(['企业名称', '年营业收入'], amounts), enterprise).map(
        ({ unit }) => unit,
      );
    expect(
      asked([
        ['甲', '31,790'],
        ['乙', 850],
        ['丙', '1200'],
      ]),
    ).toEqual([{ unit: 'wanyuan', from: 'guess' }]);
    expect(
      asked([
        ['甲', 317_900_000],
        ['乙', '8,500,000'],
      ]),
    ).toEqual([{ unit: 'yuan', from: 'guess' }]);
  });
});
