import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import ExcelJs from 'exceljs';
import { writeOds } from 'hucre';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readSpreadsheet } from '../../../electron/host/reading/read-spreadsheet.ts';
import { createSpreadsheets } from '../../../electron/host/spreadsheets.ts';
import expected from '../../fixtures/expected.json' with { type: 'json' };
import { expectError, expectOk, fixtures, forkParser } from './support.ts';

afterEach(() => vi.unstubAllEnvs());

const fixture = (name: string) => readFile(join(fixtures, name));

async function rowsOf(bytes: Uint8Array, sheet = 0) {
  return expectOk(await readSpreadsheet(bytes)).sheets[sheet]?.rows ?? [];
}

/** Written by another library than the one that reads. */
async function foreignWorkbook(fill: (workbook: ExcelJs.Workbook) => void): Promise<Uint8Array> {
  const workbook = new ExcelJs.Workbook();
  fill(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe('the sample files', () => {
  test('achievements: sheets, banner rows, every achievement with its number', async () => {
    const { encoding, sheets } = expectOk(
      await readSpreadsheet(await fixture('achievements.xlsx')),
    );
    expect(encoding).toBeNull();
    expect(sheets.map(({ name }) => name)).toEqual(['说明', '汇总表']);
    const rows = sheets[1]?.rows ?? [];
    expect(rows[0]).toEqual(['在汉高校院所科技成果登记汇总表']);
    const numbered = rows.filter(([number]) => typeof number === 'number');
    expect(numbered.map(([no, title]) => ({ no, title: String(title).trim() }))).toEqual(
      expected.achievements.map(({ no, title }) => ({ no, title })),
    );
    expect(rows[5]?.[9]).toBe('２００');
    expect(rows[6]?.[9]).toBe(2600);
  });

  test('enterprises: GB18030, everything text, formula-looking text as it stands', async () => {
    const read = expectOk(await readSpreadsheet(await fixture('enterprises-gb18030.csv')));
    expect(read.encoding).toBe('gb18030');
    const rows = read.sheets[0]?.rows ?? [];
    expect(rows).toHaveLength(301);
    expect(rows.slice(1).map(([name]) => name)).toEqual(
      expected.enterprises.map(({ name }) => name),
    );
    expect(rows[1]?.[10]).toBe('=HYPERLINK("http://example.com","点此")');
    expect(rows.flat().every((cell) => cell === null || typeof cell === 'string')).toBe(true);
  });

  test('needs: line breaks inside cells', async () => {
    const rows = await rowsOf(await fixture('needs.xlsx'));
    expect(rows).toHaveLength(121);
    expect(rows[1]?.[4]).toBe('指标：效率≥98%\n能耗≤50kWh/t\n寿命：≥7000h');
  });

  test('training hours: UTF-8 with a mark', async () => {
    const read = expectOk(await readSpreadsheet(await fixture('training-hours.csv')));
    expect(read.encoding).toBe('utf-8');
    expect(read.sheets[0]?.rows[0]?.[0]).toBe('日期');
    expect(read.sheets[0]?.rows.slice(1).map(([, course]) => course)).toEqual(
      expected.training.map(({ course }) => course),
    );
  });

  test.each(['Asia/Shanghai', 'America/New_York'])('contracts: dates in %s', async (timeZone) => {
    vi.stubEnv('TZ', timeZone);
    const rows = await rowsOf(await fixture('contracts.xls'));
    expect(
      rows.slice(1).map((row) => ({ signed: row[8], effective: row[9], registration: row[12] })),
    ).toEqual(
      expected.contracts.map(({ signedOn, effectiveOn, registration }) => ({
        signed: { date: signedOn },
        effective: { date: effectiveOn },
        registration,
      })),
    );
  });
});

const days = ['1900-03-01', '1904-01-02', '1986-05-04', '2024-02-29', '2026-11-01', '2099-12-31'];
const midnight = (day: string) => new Date(`${day}T00:00:00Z`);

describe.each(['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati'])('in %s', (timeZone) => {
  const cells = days.map((date) => ({ date }));

  test('no day is lost, whichever date system the file has', async () => {
    vi.stubEnv('TZ', timeZone);
    // Proves that the zone is in force.
    expect(new Date(2026, 0, 1).getTimezoneOffset()).not.toBe(0);
    for (const date1904 of [false, true]) {
      const xlsx = await foreignWorkbook((workbook) => {
        workbook.properties.date1904 = date1904;
        const row = workbook.addWorksheet('a').addRow(days.map(midnight));
        row.eachCell((cell) => {
          cell.numFmt = 'yyyy"年"m"月"d"日"';
        });
      });
      expect(await rowsOf(xlsx), `1904: ${date1904}`).toEqual([cells]);
    }
    const ods = await writeOds({ sheets: [{ name: 'a', rows: [days.map(midnight)] }] });
    expect(await rowsOf(ods)).toEqual([cells]);
  });

  test('old workbooks keep their days in both systems', async () => {
    vi.stubEnv('TZ', timeZone);
    for (const date1904 of [false, true]) {
      const first = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
      const sheet = utils.aoa_to_sheet([
        days.map((day) => ({
          t: 'n',
          v: (midnight(day).getTime() - first) / 86_400_000,
          z: 'yyyy-mm-dd',
        })),
      ]);
      const bytes: unknown = write(
        { SheetNames: ['a'], Sheets: { a: sheet }, Workbook: { WBProps: { date1904 } } },
        { bookType: 'biff8', type: 'buffer' },
      );
      if (!(bytes instanceof Uint8Array)) throw new Error('no bytes');
      expect(await rowsOf(bytes), `1904: ${date1904}`).toEqual([cells]);
    }
  });
});

describe('cells', () => {
  test('of every kind come as what they show', async () => {
    const xlsx = await foreignWorkbook((workbook) => {
      const sheet = workbook.addWorksheet('表一');
      sheet.addRow([
        '文本',
        12.5,
        true,
        { formula: 'B1*2', result: 25 },
        { formula: 'TODAY()', result: midnight('2026-11-23') },
        { richText: [{ text: '富' }, { text: '文本', font: { bold: true } }] },
        { text: '官网', hyperlink: 'https://example.com' },
        { error: '#N/A' },
      ]);
      sheet.getCell('E1').numFmt = 'yyyy-mm-dd';
      sheet.addRow([]);
      sheet.addRow(['', null, '末']);
      sheet.addRow([null, '']);
      workbook.addWorksheet('藏', { state: 'hidden' }).addRow([1]);
      workbook.addWorksheet('深藏', { state: 'veryHidden' }).addRow([2]);
    });
    const { sheets } = expectOk(await readSpreadsheet(xlsx));
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['表一', false],
      ['藏', true],
      ['深藏', true],
    ]);
    expect(sheets[0]?.rows).toEqual([
      ['文本', 12.5, true, 25, { date: '2026-11-23' }, '富文本', '官网', '#N/A'],
      [],
      [null, null, '末'],
    ]);
  });

  test('with a time of day keep their day; a time alone is text', async () => {
    const xlsx = await foreignWorkbook((workbook) => {
      const sheet = workbook.addWorksheet('a');
      sheet.addRow([46349.999, 0.5625]);
      sheet.getCell('A1').numFmt = 'yyyy-mm-dd hh:mm';
      sheet.getCell('B1').numFmt = 'h:mm';
    });
    expect(await rowsOf(xlsx)).toEqual([[{ date: '2026-11-23' }, '13:30:00']]);
  });

  test('that are numbers of too many digits stay numbers, for whoever wants a code to refuse', async () => {
    const xlsx = await foreignWorkbook((workbook) => {
      workbook.addWorksheet('a').addRow([914200000000000000, '914200000000000000']);
    });
    expect(await rowsOf(xlsx)).toEqual([[914200000000000000, '914200000000000000']]);
  });
});

describe('text files', () => {
  test.each([
    ['commas', '甲,乙\n1,2\n3,4\n'],
    ['semicolons', '甲;乙\n1;2\n3;4\n'],
    ['tabs', '甲\t乙\r\n1\t2\r\n3\t4'],
    ['bars', '甲|乙\r1|2\r3|4'],
  ])('are cut at %s', async (_, text) => {
    expect(await rowsOf(Buffer.from(text))).toEqual([
      ['甲', '乙'],
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  test('keep what is in quotes, and guess nothing', async () => {
    const text = '名称,说明,编号\r\n"武汉, 光谷","第一行\n""第二行""",007\r\n甲,1e5,2024-1-2\r\n';
    expect(await rowsOf(Buffer.from(text))).toEqual([
      ['名称', '说明', '编号'],
      ['武汉, 光谷', '第一行\n"第二行"', '007'],
      ['甲', '1e5', '2024-1-2'],
    ]);
  });
});

describe('the parser process', () => {
  test('hands out rows until it is closed', async () => {
    const spreadsheets = createSpreadsheets(() => forkParser('America/New_York'));
    const { handle, sheets } = expectOk(await spreadsheets.open(await fixture('contracts.xls')));
    expect(sheets).toEqual([{ name: '横向合同', rows: 81, columns: 13, hidden: false }]);
    const asked = { handle, sheet: 0, from: 80, count: 2000 };
    const { rows } = expectOk(await spreadsheets.rows(asked));
    expect(rows).toHaveLength(1);
    expect(rows[0]?.[8]).toEqual({ date: '2024-12-28' });
    spreadsheets.close(handle);
    expect(expectError(await spreadsheets.rows(asked))).toEqual({ type: 'closed' });
  });

  test('is ended for the oldest of more than four files', async () => {
    let living = 0;
    const spreadsheets = createSpreadsheets(() => {
      const parser = forkParser();
      living += 1;
      parser.onExit(() => {
        living -= 1;
      });
      return parser;
    });
    const file = Buffer.from('甲,乙\n1,2\n');
    const handles: string[] = [];
    for (let n = 0; n < 5; n += 1) handles.push(expectOk(await spreadsheets.open(file)).handle);
    const answers = await Promise.all(
      handles.map((handle) => spreadsheets.rows({ handle, sheet: 0, from: 0, count: 10 })),
    );
    expect(answers.map(({ ok }) => ok)).toEqual([false, true, true, true, true]);
    spreadsheets.closeAll();
    await vi.waitFor(() => expect(living).toBe(0));
  });

  test('is ended when it takes too long', async () => {
    let exited = false;
    const spreadsheets = createSpreadsheets(() => {
      const parser = forkParser();
      parser.onExit(() => {
        exited = true;
      });
      return parser;
    }, 20);
    const opened = await spreadsheets.open(await fixture('achievements.xlsx'));
    expect(expectError(opened)).toEqual({ type: 'tooLarge', limit: 'time', allowed: 20 });
    await vi.waitFor(() => expect(exited).toBe(true));
  });

  test('that dies of what it reads is a file too large, and the next file opens', async () => {
    const heaps = [24, 512];
    const spreadsheets = createSpreadsheets(() => forkParser(undefined, heaps.shift()));
    const large = Buffer.from(
      '武汉光谷激光有限公司,91420600874881072Y,湖北省武汉市\n'.repeat(300_000),
    );
    expect(expectError(await spreadsheets.open(large))).toMatchObject({ limit: 'unpacked' });
    expectOk(await spreadsheets.open(Buffer.from('甲,乙\n')));
    spreadsheets.closeAll();
  });

  test('refuses a wrong file and is gone', async () => {
    const spreadsheets = createSpreadsheets(() => forkParser());
    const opened = await spreadsheets.open(Buffer.from('\x89PNG\r\n\x1a\n\0', 'latin1'));
    expect(expectError(opened)).toEqual({ type: 'notASpreadsheet', looksLike: 'image' });
  });
});
