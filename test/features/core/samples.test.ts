import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { parsePatentNumber, parsePhone, parseUscc } from '../../../shared/core/codes.ts';
import { parseDate } from '../../../shared/core/dates.ts';
import { parsePrice } from '../../../shared/core/money.ts';
import { splitList } from '../../../shared/core/text.ts';
import expected from '../../fixtures/expected.json' with { type: 'json' };

const fixture = (name: string) => new URL(`../../fixtures/${name}`, import.meta.url);

/** The texts of a sheet's rows, by row number and column number from 1. */
async function rowsOf(name: string, sheet: string): Promise<readonly (readonly string[])[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(fixture(name).pathname);
  const rows: (readonly string[])[] = [];
  workbook.getWorksheet(sheet)?.eachRow((row, number) => {
    rows[number] = Array.from({ length: 13 }, (_, column) =>
      column === 0 ? '' : String(row.getCell(column).value ?? ''),
    );
  });
  return rows;
}

const priceOf = (text: string) => {
  if (text === '') return { kind: 'blank' };
  const price = parsePrice(text, 'wanyuan');
  return price.ok ? price.value : price.error;
};

describe('the cells of the sample files', () => {
  it('of achievements: every price, date, patent number and telephone', async () => {
    const rows = (await rowsOf('achievements.xlsx', '汇总表')).filter((row) =>
      /^\d+$/.test(row[1] ?? ''),
    );
    const read = rows.map((row) => ({
      no: Number(row[1]),
      patents: splitList(row[8] ?? '').map((text) => {
        const number = parsePatentNumber(text);
        return number.ok ? number.value : number.error;
      }),
      price: priceOf(row[10] ?? ''),
      date: parseDate(row[12] ?? ''),
      phone: parsePhone(row[5] ?? '').ok,
    }));
    expect(read).toEqual(
      expected.achievements.map(({ no, patents, price, date }) => ({
        no,
        patents,
        price,
        date: { ok: true, value: date },
        phone: true,
      })),
    );
  });

  it('of needs: every budget', async () => {
    const rows = await rowsOf('needs.xlsx', '需求征集');
    expect(
      expected.needs.map(({ row }) => ({ row, budget: priceOf(rows[row]?.[6] ?? '') })),
    ).toEqual(expected.needs);
  });

  it('of enterprises: every code, and what is wrong with it', () => {
    const text = new TextDecoder('gb18030').decode(
      readFileSync(fixture('enterprises-gb18030.csv')),
    );
    const states = [...text.matchAll(/^([^,"\n]+),([^,]*),/gm)].slice(1).map((match) => {
      const [, name, code = ''] = match;
      const read = parseUscc(code);
      return { name, read: code === '' ? 'missing' : read.ok ? read.value : read.error.type };
    });
    const problems: Record<string, string> = {
      missing: 'missing',
      'wrong check character': 'wrongCheckCharacter',
      'number, digits lost': 'digitsLost',
    };
    expect(states).toEqual(
      expected.enterprises.map(({ name, state, code }) => ({
        name,
        read: code ?? problems[state],
      })),
    );
  });
});
