import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CFB } from '@e965/xlsx';
import { writeXlsx } from 'hucre';
import { describe, expect, test } from 'vitest';
import { readSpreadsheet } from '../../../electron/host/reading/read-spreadsheet.ts';
import { expectError, expectOk, fixtures } from './support.ts';
import { zipFile } from './zip-file.ts';

async function refusalOf(bytes: Uint8Array) {
  return expectError(await readSpreadsheet(bytes));
}

const bytesOf = (text: string, encoding: BufferEncoding = 'latin1') => Buffer.from(text, encoding);
const fixture = (name: string) => readFile(join(fixtures, name));

/** The container of old Office files with one stream in it. */
function container(stream: string, content: Uint8Array): Uint8Array {
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, `/${stream}`, Array.from(content));
  const bytes: unknown = CFB.write(file, { type: 'buffer' });
  return bytes instanceof Uint8Array ? bytes : Uint8Array.from(bytes as number[]);
}

describe('what is no spreadsheet is told apart by its bytes', () => {
  test.each([
    ['a picture named .xlsx', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'image'],
    ['a photograph', '\xff\xd8\xff\xe0\0\x10JFIF\0', 'image'],
    ['a PDF', '%PDF-1.7\n%\xe2\xe3\xcf\xd3', 'pdf'],
    ['rich text', '{\\rtf1\\ansi}', 'document'],
    ['a gzip archive', '\x1f\x8b\x08\0', 'archive'],
    ['a web page saved as .xls', '<html xmlns:x="urn:excel"><table><tr><td>1', 'html'],
    ['a table without a page around it', '\r\n <TABLE border=1><tr><td>1', 'html'],
    ['bytes of no known kind', '\x00\x01\x02\x00\x00\xff\xfe\x00\x00', 'unknown'],
  ])('%s', async (_, start, looksLike) => {
    expect(await refusalOf(bytesOf(start))).toEqual({ type: 'notASpreadsheet', looksLike });
  });

  test('a Word document, new and old', async () => {
    const content = bytesOf('<w:document/>');
    const docx = zipFile([
      { name: '[Content_Types].xml', content },
      { name: 'word/document.xml', content },
    ]);
    const document = { type: 'notASpreadsheet', looksLike: 'document' };
    expect(await refusalOf(docx)).toEqual(document);
    expect(await refusalOf(container('WordDocument', content))).toEqual(document);
  });

  test('an archive of other files', async () => {
    const zip = zipFile([{ name: 'photo.jpg', content: bytesOf('x') }]);
    expect(await refusalOf(zip)).toEqual({ type: 'notASpreadsheet', looksLike: 'archive' });
  });

  test('text that only starts like a picture is read', async () => {
    const opened = expectOk(await readSpreadsheet(bytesOf('BMW,1\nRIFF,2\n')));
    expect(opened.sheets[0]?.rows).toEqual([
      ['BMW', '1'],
      ['RIFF', '2'],
    ]);
  });
});

describe('empty and damaged files', () => {
  test('without a byte, or without a filled cell', async () => {
    expect(await refusalOf(new Uint8Array(0))).toEqual({ type: 'emptyFile' });
    expect(await refusalOf(bytesOf(',,\r\n,,\r\n'))).toEqual({ type: 'emptyFile' });
    const blank = await writeXlsx({ sheets: [{ name: 'a', rows: [] }] });
    expect(await refusalOf(blank)).toEqual({ type: 'emptyFile' });
  });

  test('a workbook cut short anywhere is never read in part', async () => {
    for (const name of ['achievements.xlsx', 'contracts.xls']) {
      const bytes = await fixture(name);
      const whole = await readSpreadsheet(bytes);
      let damaged = 0;
      for (let part = 1; part < 50; part += 1) {
        const cut = bytes.subarray(0, Math.floor((bytes.byteLength * part) / 50));
        const read = await readSpreadsheet(cut);
        if (read.ok) expect(read).toEqual(whole);
        else expect(read.error).toEqual({ type: 'damaged' });
        if (!read.ok) damaged += 1;
      }
      expect(damaged).toBeGreaterThan(45);
    }
  });

  test('a workbook with a changed byte inside a sheet', async () => {
    const bytes = Uint8Array.from(await fixture('achievements.xlsx'));
    const at = Buffer.from(bytes).indexOf('xl/worksheets/sheet') + 400;
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    expect(await refusalOf(bytes)).toEqual({ type: 'damaged' });
  });

  test('a quote that is never closed', async () => {
    const text = `名称,备注\n甲,"未完\n${'乙,丙\n'.repeat(20_000)}`;
    expect(await refusalOf(bytesOf(text, 'utf8'))).toEqual({ type: 'damaged' });
  });
});

describe('protected by a password', () => {
  const encrypted = { type: 'passwordProtected' };

  test('a new workbook', async () => {
    const sheets = [{ name: 'a', rows: [['机密']] }];
    const locked = await writeXlsx({ sheets, encryption: { password: '123', spinCount: 100 } });
    expect(await refusalOf(locked)).toEqual(encrypted);
  });

  test('an old workbook', async () => {
    const file = CFB.read(await fixture('contracts.xls'), { type: 'buffer' });
    const stream = Buffer.from(CFB.find(file, '/Workbook')?.content ?? []);
    const afterFirst = 4 + stream.readUInt16LE(2);
    const filePass = Buffer.from([0x2f, 0, 6, 0, 0, 0, 1, 2, 3, 4]);
    const locked = Buffer.concat([
      stream.subarray(0, afterFirst),
      filePass,
      stream.subarray(afterFirst),
    ]);
    expect(await refusalOf(container('Workbook', locked))).toEqual(encrypted);
  });
});

describe('encodings of text files', () => {
  const text = '企业名称,负责人\r\n武汉光谷激光有限公司,解文博\r\n';
  const rows = [
    ['企业名称', '负责人'],
    ['武汉光谷激光有限公司', '解文博'],
  ];
  const utf16be = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();

  test.each([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16'],
    ['UTF-16 with a mark, big end first', utf16be, 'utf-16'],
  ])('%s is read', async (_, bytes, encoding) => {
    const opened = expectOk(await readSpreadsheet(bytes));
    expect(opened.encoding).toBe(encoding);
    expect(opened.sheets[0]?.rows).toEqual(rows);
  });

  test('what none of them explains is not guessed', async () => {
    const unknown = { type: 'unknownEncoding' };
    expect(await refusalOf(Buffer.from(text, 'utf16le'))).toEqual(unknown);
    expect(await refusalOf(Buffer.from(text, 'utf16le').swap16())).toEqual(unknown);
    expect(await refusalOf(bytesOf('prix,caf\xe9\n'))).toEqual(unknown);
    // Half a character at the end.
    expect(await refusalOf(Buffer.from(`\ufeff${text}`, 'utf16le').subarray(0, -1))).toEqual(
      unknown,
    );
  });
});

describe('archives that unpack to too much', () => {
  const types = { name: '[Content_Types].xml', content: bytesOf('<Types/>') };
  const sheet = 'xl/worksheets/sheet1.xml';
  const unpacked = { type: 'tooLarge', limit: 'unpacked', allowed: 300 * 1024 * 1024 };
  const zeros = new Uint8Array(80 * 1024 * 1024);

  test('as their directory says', async () => {
    expect(await refusalOf(zipFile([types, { name: sheet, content: zeros }]))).toEqual(unpacked);
  });

  test('against what their directory says', async () => {
    const lie = { name: sheet, content: zeros, claimed: 1000 };
    expect(await refusalOf(zipFile([types, lie]))).toEqual(unpacked);
  });

  test('into too many parts', async () => {
    const content = bytesOf('x');
    const parts = Array.from({ length: 1001 }, (_, index) => ({ name: `xl/${index}`, content }));
    expect(await refusalOf(zipFile(parts))).toEqual(unpacked);
  });

  test('sheets of more cells than can be held', async () => {
    const workbook = await writeXlsx({
      sheets: [
        {
          name: 'a',
          cells: new Map([
            ['0,0', { value: 1 }],
            ['1048575,16383', { value: 2 }],
          ]),
        },
      ],
    });
    const cells = { type: 'tooLarge', limit: 'cells', allowed: 20_000_000 };
    expect(await refusalOf(workbook)).toEqual(cells);
  });
});
