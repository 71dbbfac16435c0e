import ExcelJs from 'exceljs';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { escapeFormula, unescapeFormula } from '../../../electron/host/formula-text.ts';
import { readSpreadsheet } from '../../../electron/host/reading/read-spreadsheet.ts';
import { writeWorkbook } from '../../../electron/host/spreadsheet-writer.ts';
import type { Table, Workbook } from '../../../shared/contract/index.ts';
import { expectOk } from './support.ts';

afterEach(() => vi.unstubAllEnvs());

const deals: Table = {
  name: '成交汇总',
  heading: ['湖北技术交易有限公司 成交汇总', '2026 年 1 月 1 日至 11 月 23 日'],
  columns: [
    { key: 'code', title: '统一社会信用代码', kind: 'text', width: 22 },
    { key: 'contractAmountFen', title: '合同成交额（元）', kind: 'fen', width: 18 },
    { key: 'rateBp', title: '佣金比例', kind: 'basisPoints', width: 10 },
    { key: 'signedOn', title: '签订日期', kind: 'date', width: 12 },
    { key: 'instalments', title: '期数', kind: 'integer', width: 8 },
  ],
  rows: [
    ['91420600874881072Y', 315_000_000, 416, '2026-11-01', 3],
    ['914200000000000000', 100_001, 5, '1986-05-04', 1],
    ['=HYPERLINK("http://example.com")', -5, null, '2024-02-29', null],
  ],
  totals: ['合计', 315_099_996, null, null, 4],
};
const workbook: Workbook = { title: '成交 & 汇总', language: 'zh', tables: [deals] };

async function readBack(written: Workbook): Promise<ExcelJs.Workbook> {
  const file = new ExcelJs.Workbook();
  const bytes = await writeWorkbook(written, 'xlsx');
  // exceljs names Node's older type of buffers.
  await file.xlsx.load(bytes as unknown as ExcelJs.Buffer);
  return file;
}

async function sheetOf(written: Workbook): Promise<ExcelJs.Worksheet> {
  const [sheet] = (await readBack(written)).worksheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

function withText(texts: readonly string[]): Workbook {
  const columns = [{ key: 'a', title: 'a', kind: 'text', width: 10 } as const];
  const table = {
    name: 'a',
    heading: [],
    columns,
    rows: texts.map((text) => [text]),
    totals: null,
  };
  return { title: 'a', language: 'en', tables: [table] };
}

describe('an Excel file, read by another library', () => {
  test.each(['Asia/Shanghai', 'America/New_York'])(
    'holds real numbers and dates in %s',
    async (timeZone) => {
      vi.stubEnv('TZ', timeZone);
      const sheet = await sheetOf(workbook);
      const values = [4, 5, 6, 7].map((row) =>
        deals.columns.map((_, column) => {
          const { value } = sheet.getCell(row, column + 1);
          return value instanceof Date ? value.toISOString() : value;
        }),
      );
      expect(values).toEqual([
        ['91420600874881072Y', 3_150_000, 0.0416, '2026-11-01T00:00:00.000Z', 3],
        ['914200000000000000', 1000.01, 0.0005, '1986-05-04T00:00:00.000Z', 1],
        ['=HYPERLINK("http://example.com")', -0.05, null, '2024-02-29T00:00:00.000Z', null],
        ['合计', 3_150_999.96, null, null, 4],
      ]);
      expect(deals.columns.map((_, column) => sheet.getCell(4, column + 1).numFmt)).toEqual([
        '@',
        '#,##0.00',
        '0.00%',
        'yyyy-mm-dd',
        '0',
      ]);
    },
  );

  test('has no formula, whatever its texts look like', async () => {
    const sheet = await sheetOf(withText(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1']));
    sheet.eachRow((row) => {
      row.eachCell((cell) => expect(cell.type).toBe(ExcelJs.ValueType.String));
    });
    expect(sheet.getCell('A2').value).toBe('=1+1');
  });

  test('is laid out for printing', async () => {
    const sheet = await sheetOf(workbook);
    expect(sheet.getCell('A1').value).toBe('湖北技术交易有限公司 成交汇总');
    expect(sheet.getCell('A3').value).toBe('统一社会信用代码');
    expect(sheet.getCell('B3').font.bold).toBe(true);
    expect(sheet.getCell('B7').font.bold).toBe(true);
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
    expect(sheet.autoFilter).toBe('A3:E6');
    expect(sheet.getColumn(2).width).toBe(18);
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '3:3',
    });
    expect(sheet.headerFooter.oddFooter).toBe('&L成交 && 汇总&R第 &P 页，共 &N 页');
  });

  test('takes sheet names that Excel would refuse', async () => {
    const names = ['成交/汇总', '成交?汇总', 'A'.repeat(31), 'a'.repeat(31)];
    const tables = names.map((name) => ({ ...deals, name }));
    const sheets = (await readBack({ ...workbook, tables })).worksheets;
    expect(sheets.map(({ name }) => name)).toEqual([
      '成交_汇总',
      '成交_汇总 (2)',
      'A'.repeat(31),
      `${'a'.repeat(27)} (2)`,
    ]);
  });

  test('gives back any text unchanged', async () => {
    const texts = fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1 });
    const plain = texts.filter((all) => all.every((text) => !/\p{Cc}/u.test(text)));
    await fc.assert(
      fc.asyncProperty(plain, async (all) => {
        const bytes = await writeWorkbook(withText(['_x0041_', '_x005F_', ...all]), 'xlsx');
        const { sheets } = expectOk(await readSpreadsheet(bytes));
        const read = sheets[0]?.rows.slice(1).map(([text]) => text);
        expect(read).toEqual(['_x0041_', '_x005F_', ...all]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a CSV file', () => {
  test('is plain, with a mark for Excel and Windows line ends', async () => {
    const text = Buffer.from(await writeWorkbook(workbook, 'csv')).toString();
    expect(text.replace(/\r\n$/, '')).toBe(
      [
        '\ufeff统一社会信用代码,合同成交额（元）,佣金比例,签订日期,期数',
        '91420600874881072Y,3150000.00,4.16,2026-11-01,3',
        '914200000000000000,1000.01,0.05,1986-05-04,1',
        `"'=HYPERLINK(""http://example.com"")",-0.05,,2024-02-29,`,
      ].join('\r\n'),
    );
  });

  test('names each of several tables', async () => {
    const two = { ...workbook, tables: [deals, { ...deals, name: '-佣金', rows: [] }] };
    const lines = Buffer.from(await writeWorkbook(two, 'csv'))
      .toString()
      .split('\r\n');
    expect(lines[0]).toBe('\ufeff成交汇总');
    expect(lines.slice(5, 8)).toEqual(['', "'-佣金", lines[1]]);
  });

  test('gives back any text when this app reads it, and runs nothing elsewhere', async () => {
    const risky = fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      "'",
      '＝',
      '＠',
      '\t',
      ',',
      '"',
      '\n',
      '甲',
      ' ',
    );
    const texts = fc.array(
      fc.array(risky, { minLength: 1, maxLength: 6 }).map((c) => c.join('')),
      {
        minLength: 1,
        maxLength: 20,
      },
    );
    await fc.assert(
      fc.asyncProperty(texts, async (all) => {
        const bytes = await writeWorkbook(withText([...all, '末']), 'csv');
        const { sheets } = expectOk(await readSpreadsheet(bytes));
        expect(sheets[0]?.rows.slice(1).map(([text]) => text)).toEqual([...all, '末']);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the guard of formula-looking text', () => {
  const starts = fc.constantFrom('', "'", "''", '=', "'=", '＝', '-', '\r', '甲');
  const texts = fc.tuple(starts, fc.string({ unit: 'grapheme' })).map((parts) => parts.join(''));

  test('can be undone, and never leaves a start that runs', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const guarded = escapeFormula(text);
        expect(unescapeFormula(guarded)).toBe(text);
        expect(guarded).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
      }),
    );
  });

  test('no two texts become one', () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        expect(escapeFormula(a) === escapeFormula(b)).toBe(a === b);
      }),
    );
  });
});

test('JSON keeps fen and basis points as integers under their keys', async () => {
  const text = Buffer.from(await writeWorkbook(workbook, 'json')).toString();
  expect(JSON.parse(text)).toEqual({
    title: '成交 & 汇总',
    language: 'zh',
    tables: [
      {
        name: '成交汇总',
        heading: deals.heading,
        columns: deals.columns.map(({ key, title, kind }) => ({ key, title, kind })),
        rows: [
          {
            code: '91420600874881072Y',
            contractAmountFen: 315_000_000,
            rateBp: 416,
            signedOn: '2026-11-01',
            instalments: 3,
          },
          {
            code: '914200000000000000',
            contractAmountFen: 100_001,
            rateBp: 5,
            signedOn: '1986-05-04',
            instalments: 1,
          },
          {
            code: '=HYPERLINK("http://example.com")',
            contractAmountFen: -5,
            rateBp: null,
            signedOn: '2024-02-29',
            instalments: null,
          },
        ],
        totals: {
          code: '合计',
          contractAmountFen: 315_099_996,
          rateBp: null,
          signedOn: null,
          instalments: 4,
        },
      },
    ],
  });
});
