import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre';
import { describe, expect, test } from 'vitest';
import type { FoundText } from '../../../electron/host/attachment-text-messages.ts';
import { readText } from '../../../electron/host/reading/read-text.ts';
import { MAX_TEXT_CHARACTERS } from '../../../shared/contract/index.ts';
import { lockedPdfFile, pdfFile } from '../../builders/pdf-file.ts';
import { cMapFolder } from './support.ts';
import { zipFile } from './zip-file.ts';

const utf8 = (text: string): Uint8Array => Buffer.from(text);
const textOf = (bytes: Uint8Array): Promise<FoundText> => readText(bytes, cMapFolder);

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const docx = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipFile(
    Object.entries({ '[Content_Types].xml': '<Types/>', ...parts }).map(([name, content]) => ({
      name,
      content: utf8(content),
    })),
  );
const paragraph = (...runs: readonly string[]): string =>
  `<w:p>${runs.map((run) => `<w:r><w:t xml:space="preserve">${run}</w:t></w:r>`).join('')}</w:p>`;

describe('the text', () => {
  test('of a PDF goes on over the ends of lines and of pages', async () => {
    const pdf = pdfFile([
      '技术开发合同：电池热失\n控预警系统',
      '第二页 Payment terms\nby instalment',
    ]);
    const { state, text } = await textOf(pdf);
    expect(state).toBe('ready');
    expect(text).toContain('电池热失控预警系统第二页');
    expect(text).toContain('Payment terms\nby instalment');
  });

  test('of a PDF has characters where its font has radicals that look like them', async () => {
    expect(await textOf(pdfFile(['\u2f00\u2f83动化']))).toMatchObject({
      text: '一自动化',
    });
  });

  test('of a DOCX has its tables, heads, feet and comments, and not what was deleted', async () => {
    const bytes = docx({
      'word/document.xml': `<?xml version="1.0"?><w:document ${W}><w:body>
        ${paragraph('电池热', '失控 &amp; ', '预警&#x7CFB;统')}
        <w:p><w:del><w:r><w:delText>旧名称</w:delText></w:r></w:del></w:p>
        <w:tbl><w:tr><w:tc>${paragraph('佣金')}</w:tc><w:tc>${paragraph('3%')}</w:tc></w:tr></w:tbl>
        <mc:AlternateContent><mc:Choice>${paragraph('文本框')}</mc:Choice>
        <mc:Fallback>${paragraph('文本框')}</mc:Fallback></mc:AlternateContent>
        <w:p><w:r><w:t/><w:t><![CDATA[原样<文字>]]></w:t></w:r></w:p>
      </w:body></w:document>`,
      'word/header1.xml': `<w:hdr ${W}>${paragraph('机密')}</w:hdr>`,
      'word/footer2.xml': `<w:ftr ${W}>${paragraph('页脚')}</w:ftr>`,
      'word/comments.xml': `<w:comments ${W}>${paragraph('请复核金额')}</w:comments>`,
      'word/styles.xml': `<w:styles ${W}>${paragraph('样式里的字')}</w:styles>`,
    });
    const { state, text } = await textOf(bytes);
    expect(state).toBe('ready');
    expect(text.split('\n').map((line) => line.trim())).toEqual([
      ...['电池热失控 & 预警系统', '佣金', '3%', '文本框', '原样<文字>'],
      ...['机密', '页脚', '请复核金额'],
    ]);
  });

  test('of a presentation is what its slides and notes say', async () => {
    const bytes = docx({
      'ppt/slides/slide1.xml': '<p:sld><a:p><a:r><a:t>路演：磷石膏资源化</a:t></a:r></a:p></p:sld>',
      'ppt/notesSlides/notesSlide1.xml':
        '<p:notes><a:p><a:r><a:t>讲者备注</a:t></a:r></a:p></p:notes>',
    });
    const { text } = await textOf(bytes);
    expect(text.split('\n').sort()).toEqual(['讲者备注', '路演：磷石膏资源化']);
  });

  test('of a workbook is that of all its cells, and the names of its sheets', async () => {
    const sheets = [
      {
        name: '报价',
        rows: [
          ['设备', 12.5, true],
          [null, '含税'],
        ],
      },
      { name: '参数', rows: [['转速', 3000]] },
    ];
    const { text } = await textOf(new Uint8Array(await writeXlsx({ sheets })));
    expect(text).toBe('报价\n设备 12.5 true\n含税\n参数\n转速 3000');
  });

  const meeting = '会议纪要\n一、需求：粘结剂';
  const utf16 = Buffer.from(`\ufeff${meeting}`, 'utf16le');
  test.each([
    ['UTF-8', utf8(meeting)],
    ['UTF-16, low byte first', utf16],
    ['UTF-16, high byte first', Buffer.from(utf16).swap16()],
    ['GB18030', Buffer.from('bbe1d2e9bccdd2aa0ad2bba1a2d0e8c7f3a3bad5b3bde1bcc1', 'hex')],
  ])('of a text file is read as %s', async (_encoding, bytes) => {
    expect(await textOf(bytes)).toMatchObject({ state: 'ready', text: meeting });
  });

  test('is cut where it is longer than a book', async () => {
    const long = utf8('磷石膏'.repeat(MAX_TEXT_CHARACTERS / 2));
    const { state, text } = await textOf(long);
    expect([state, text.length]).toEqual(['ready', MAX_TEXT_CHARACTERS]);
  });
});

describe('what has no text to give', () => {
  const pdf = pdfFile(['合同']);
  const entities = Array.from({ length: 9 }, (_, level) =>
    level === 0 ? '<!ENTITY e0 "粘结剂">' : `<!ENTITY e${level} "${`&e${level - 1};`.repeat(10)}">`,
  );
  const document = docx({ 'word/document.xml': paragraph('合同'.repeat(500)) });
  const broken = Uint8Array.from(document);
  broken.fill(0x55, 70, 100);
  const picture = readFileSync(join(import.meta.dirname, '../../../build/icons/icon.png'));
  const bomb = zipFile([{ name: 'word/document.xml', content: Buffer.alloc(64 * 1024 * 1024) }]);

  test.each<[string, Uint8Array, FoundText['state']]>([
    ['a PDF under a password', lockedPdfFile(['合同']), 'locked'],
    ['a PDF that is cut off', pdf.slice(0, 200), 'failed'],
    ['a PDF that is only called one', utf8('%PDF-1.7 and nothing else'), 'failed'],
    ['a PDF without a word', pdfFile(['']), 'none'],
    ['a broken DOCX', broken, 'failed'],
    ['a DOCX that is cut off', document.slice(0, 300), 'failed'],
    ['a DOCX that unpacks without end', bomb, 'tooLarge'],
    ['a picture', picture, 'none'],
    ['an archive', docx({ 'secret.txt': '不读' }), 'none'],
    ['an empty file', new Uint8Array(), 'none'],
    ['a program', Buffer.from('MZ\u0090\0\u0003\0\0'), 'none'],
    ['bytes of no encoding', Uint8Array.from([0xff, 0x41, 0xff, 0x42]), 'failed'],
  ])('is told: %s', async (_what, bytes, state) => {
    expect(await textOf(bytes)).toMatchObject({ state, text: '' });
  });

  test('is not made by entities that a document declares', async () => {
    const xml = `<!DOCTYPE w [<!ENTITY file SYSTEM "file:///etc/passwd">${entities.join('')}]>`;
    const bytes = docx({ 'word/document.xml': `${xml}${paragraph('甲&e8;乙&file;')}` });
    expect(await textOf(bytes)).toMatchObject({ text: '甲&e8;乙&file;' });
  });
});
