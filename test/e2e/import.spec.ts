import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import { expect, test } from './support/app.ts';

const fixture = (name: string): string => join(import.meta.dirname, '../fixtures', name);

async function startImport(page: Page): Promise<void> {
  await page.getByRole('button', { name: /导入表格|Import a spreadsheet/ }).click();
  await expect(page.getByRole('heading', { name: /^(导入|Import)$/ })).toBeVisible();
}

type Given = string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };
const give = (page: Page, file: Given): Promise<void> =>
  page.locator('input[type=file]').setInputFiles(file);

const csv = (name: string, lines: readonly string[]): Given => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\r\n')),
});

const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });
const countOf = (page: Page, entity: string) =>
  page.getByRole('navigation').getByRole('link', { name: entity, exact: true });

test('achievements of a transfer office come in, but for the six repeats, and are one undo', async ({
  app,
}) => {
  const { page } = app;
  await startImport(page);
  await give(page, fixture('achievements.xlsx'));
  await expect(tab(page, '可写入 234')).toBeVisible();
  await expect(tab(page, '有问题 0')).toBeVisible();
  await expect(page.getByLabel('表头在第几行')).toHaveValue('4');
  await expect(page.getByLabel('意向价格（万元）的单位')).toHaveValue('wanyuan');

  await tab(page, '表内重复 6').click();
  await expect(page.getByRole('row', { name: /高可靠磷酸铁锂电池热失控预警系统/ })).toContainText(
    '同第 26 行',
  );
  await tab(page, '非数据行 2').click();
  await expect(page.getByRole('row', { name: /填报单位/ })).toContainText('签章行');

  await page.getByRole('button', { name: '写入 234 条成果' }).click();
  await expect(page.getByText('已导入“achievements.xlsx”')).toBeVisible();
  await expect(countOf(page, '成果')).toContainText('234');

  await page.getByRole('button', { name: '再导入一个文件' }).click();
  await give(page, fixture('achievements.xlsx'));
  await expect(tab(page, '已在库中 234')).toBeVisible();
  await expect(page.getByRole('button', { name: '写入 0 条成果' })).toBeDisabled();

  await page.keyboard.press('Control+z');
  await expect(tab(page, '可写入 234')).toBeVisible();
  await expect(countOf(page, '成果')).toContainText('0');
});

test('a wrong code is found, mended in place by keyboard, and the rest comes back as a file', async ({
  app,
}) => {
  const { page } = app;
  await startImport(page);
  await give(page, fixture('enterprises-gb18030.csv'));
  await expect(page.getByText('按 GB18030 读取')).toBeVisible();
  await expect(tab(page, '有问题 19')).toBeVisible();

  await page.keyboard.press('F8');
  await expect(page.getByText(/“91420700416287324M”校验位不符.*末位应为 L/)).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('L');
  await page.keyboard.press('F8');
  await expect(tab(page, '有问题 18')).toBeVisible();
  // The next one cannot be mended without the document: it is left out.
  await expect(page.getByText(/“9.1420E\+17”在表格中被存成了数字/)).toBeVisible();

  await page.getByRole('button', { name: '写入 282 条企业' }).click();
  await expect(page.getByText('已导入“enterprises-gb18030.csv”')).toBeVisible();
  await page.getByRole('button', { name: '下载未导入的行（xlsx）' }).click();
  const saved = await app.savedFile('enterprises-gb18030 未导入的行.xlsx');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(saved);
  const texts: string[] = [];
  workbook.worksheets[0]?.eachRow((row) => texts.push(String(row.values)));
  expect(texts.filter((text) => text.includes('校验位不符'))).toHaveLength(10);
  expect(texts.filter((text) => text.includes('末几位已丢失'))).toHaveLength(8);

  await page.getByRole('button', { name: '再导入一个文件' }).click();
  await give(page, saved);
  await expect(tab(page, '有问题 18')).toBeVisible();
  await page.getByRole('link', { name: '企业', exact: true }).click();
  await expect(page.getByText('282 项', { exact: true })).toBeVisible();
});

test('an import is taken back from its result, with contacts and all', async ({ app }) => {
  const { page } = app;
  await startImport(page);
  await give(page, fixture('enterprises-gb18030.csv'));
  await page.getByRole('button', { name: '写入 281 条企业' }).click();
  await expect(countOf(page, '企业')).toContainText('281');
  await page.getByRole('button', { name: '撤销这次导入' }).click();
  await expect(countOf(page, '企业')).toContainText('0');
  // Back at the sheet, as before the import.
  await expect(page.getByRole('button', { name: '写入 281 条企业' })).toBeEnabled();
  await app.restart();
  await expect(countOf(app.page, '企业')).toContainText('0');
});

test('cancelling in the middle leaves everything as it was', async ({ app }) => {
  const { page } = app;
  await startImport(page);
  const rows = Array.from({ length: 15_000 }, (_, index) => `第${index}号科技有限公司,武汉市,张三`);
  await give(page, csv('many.csv', ['企业名称,所在地,联系人', ...rows]));
  const write = page.getByRole('button', { name: '写入 15,000 条企业' });
  await expect(write).toBeEnabled({ timeout: 60_000 });
  await write.click();
  await expect(page.getByText(/正在写入 [1-9]/)).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: '取消并恢复原样' }).click();
  await expect(page.getByText('已取消，数据和导入前一样。')).toBeVisible({ timeout: 60_000 });
  await expect(countOf(page, '企业')).toContainText('0');
});

test('rows on the desk are filled where they are blank, and nothing is wiped', async ({ app }) => {
  const { page } = app;
  await startImport(page);
  const code = '91420200432743131K';
  await give(
    page,
    csv('first.csv', ['企业名称,信用代码,所在地,企业规模', `甲公司,${code},武汉市,`]),
  );
  await page.getByRole('button', { name: '写入 1 条企业' }).click();
  await page.getByRole('button', { name: '再导入一个文件' }).click();
  await give(
    page,
    csv('second.csv', ['企业名称,信用代码,所在地,企业规模', `甲公司（新名）,${code},,大型`]),
  );
  await expect(tab(page, '已在库中 1')).toBeVisible();
  await page.getByLabel('已在库中的行').selectOption('补填空白字段');
  await page.getByRole('button', { name: '更新 1 条企业' }).click();
  await page.getByRole('button', { name: '查看导入的企业' }).click();
  const row = page.getByRole('row', { name: /甲公司/ });
  await expect(row).toContainText('武汉市');
  await expect(row).toContainText('大型');
  await expect(row).not.toContainText('新名');
});

test('amounts without a unit wait until somebody says which it is', async ({ app }) => {
  const { page } = app;
  await startImport(page);
  await give(page, csv('amounts.csv', ['企业名称,年营业收入', '甲公司,850', '乙公司,"1,200"']));
  const write = page.getByRole('button', { name: '写入 2 条企业' });
  await expect(page.getByText('“年营业收入”没有写明单位，看数值像是万元')).toBeVisible();
  await expect(write).toBeDisabled();
  await page.getByRole('button', { name: '是万元' }).click();
  await expect(write).toBeEnabled();
});

test.describe('files that cannot be read', () => {
  const picture = Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex');
  const cut = readFileSync(fixture('achievements.xlsx')).subarray(0, 9_000);
  const plainUtf16 = Buffer.from('企业名称,所在地\r\nABC,DEF\r\n', 'utf16le');
  const wrong: readonly (readonly [string, Buffer, string])[] = [
    ['成果.xlsx', picture, '这是一张图片'],
    ['空.csv', Buffer.alloc(0), '文件是空的'],
    ['断.xlsx', cut, '文件已损坏'],
    [
      '页.xls',
      Buffer.from('<html><body><table><tr><td>1</td></tr></table></body></html>'),
      '这是网页',
    ],
    ['码.csv', plainUtf16, '文字编码无法识别'],
  ];

  test('are each named with the way out, and change nothing', async ({ app }) => {
    const { page } = app;
    await startImport(page);
    for (const [name, buffer, why] of wrong) {
      await give(page, { name, mimeType: 'application/octet-stream', buffer });
      const alert = page.getByRole('alert');
      await expect(alert).toContainText(`“${name}”没有导入，数据没有任何改动。`);
      await expect(alert).toContainText(why);
    }
    await expect(countOf(page, '企业')).toContainText('0');
    await expect(countOf(page, '成果')).toContainText('0');
  });
});

test.describe('in English', () => {
  test.use({ desk: { locale: 'en-US', demo: false } });

  test('the preview is as usable by assistive technology, light and dark', async ({ app }) => {
    const { page } = app;
    await startImport(page);
    await give(page, fixture('enterprises-gb18030.csv'));
    await expect(page.getByRole('tab', { name: 'Problems 19' })).toBeVisible();
    await page.keyboard.press('F8');
    await expect(page.getByText(/fails its check/)).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      // Its other mode opens a second page, which no runtime of ours allows.
      const axe = new AxeBuilder({ page }).include('main').setLegacyMode();
      const { violations } = await axe.analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    }
  });
});
