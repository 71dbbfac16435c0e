import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import exceljs from 'exceljs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readText } from '../../electron/host/reading/read-text.ts';
import expected from '../fixtures/expected.json' with { type: 'json' };
import { type DeskApp, expect, test } from './support/app.ts';

/**
 * The main job, end to end: from two real spreadsheets over a deal and its commission to the
 * summary that the firm gets.
 */

const fixture = (name: string): string => new URL(`../fixtures/${name}`, import.meta.url).pathname;
const repeated = expected.achievements.filter((row) => row.repeats !== null);
const refused = expected.enterprises.filter(({ state }) =>
  ['wrong check character', 'number, digits lost'].includes(state),
);
const ACHIEVEMENT = '高可靠磷石膏资源化利用技术及产业化';
const ENTERPRISE = '襄阳金沙信息技术科技有限公司';

async function importFile(page: Page, file: string, count: number, kind: string): Promise<void> {
  await page.getByRole('link', { name: '导入', exact: true }).click();
  // After an import its result stands there until another is begun.
  const again = page.getByRole('button', { name: '再导入一个文件' });
  await expect(again.or(page.getByRole('button', { name: '选择文件' }))).toBeVisible();
  if (await again.isVisible()) await again.click();
  await page.locator('input[type=file]').setInputFiles(fixture(file));
  await page.getByRole('button', { name: `写入 ${count} 条${kind}` }).click();
  await expect(page.getByRole('heading', { name: `已导入“${file}”` })).toBeVisible();
}

async function counted(page: Page, link: string, count: number): Promise<void> {
  const entry = page.getByRole('link', { name: link, exact: true });
  await expect(entry).toContainText(count.toLocaleString('en'));
}

async function choose(page: Page, label: string, text: string): Promise<void> {
  const box = page.getByRole('dialog').getByLabel(label);
  await box.fill(text);
  await page.getByRole('option', { name: text, exact: true }).first().click();
}

async function openDeal(page: Page): Promise<void> {
  await page.getByRole('link', { name: '交易', exact: true }).click();
  await page.getByRole('button', { name: '新建交易', exact: true }).first().click();
  await choose(page, '成果', ACHIEVEMENT);
  await choose(page, '企业', ENTERPRISE);
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  const title = `${ACHIEVEMENT} → ${ENTERPRISE}`;
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** Drags on the board to the second stage, goes on by keyboard, and signs at the stepper. */
async function carryToContract(page: Page): Promise<void> {
  await page.getByRole('link', { name: '交易', exact: true }).click();
  const column = (name: string) => page.getByRole('region', { name: new RegExp(`^${name}，`) });
  const cardIn = (name: string) => column(name).getByRole('link', { name: ACHIEVEMENT });
  await cardIn('接洽').dragTo(column('委托受理'));
  await cardIn('委托受理').focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(cardIn('尽调论证')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '签约', exact: true }).click();
  const panel = page.getByRole('dialog');
  await panel.getByLabel('签订日期').fill('2026-11-20');
  await panel.getByLabel('合同成交额').fill('2.5万');
  await panel.getByLabel('技术交易额').fill('20,000');
  await panel.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('button', { name: '签约', exact: true })).toHaveAttribute(
    'aria-current',
    'step',
  );
}

/** 5 % of 20,000.00 is a fee of 1,000.00, shared in equal thirds. */
async function splitInThirds(page: Page): Promise<void> {
  await page.getByRole('tab', { name: '佣金' }).click();
  await page.getByRole('button', { name: /超额累进 5\/4\/3\/2%/ }).click();
  await expect(page.getByText('佣金合计')).toBeVisible();
  const add = async (name: string): Promise<void> => {
    await page.getByRole('textbox', { name: '新增受益人…' }).fill(name);
    await page.getByRole('textbox', { name: '比例', exact: true }).fill('1/3');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: '新增受益人…' })).toHaveValue('');
  };
  for (const name of ['周杰', '梁栋', '长江技术转移有限公司']) await add(name);
  const main = page.getByRole('main');
  await expect(main).toContainText('合计 100.00% · 1,000.00');
  await expect(main.getByText('333.34')).toHaveCount(1);
  await expect(main.getByText('333.33')).toHaveCount(2);
}

async function exportAs(app: DeskApp, format: string): Promise<Buffer> {
  const { page } = app;
  await page.getByRole('button', { name: '交易摘要' }).click();
  await page.getByRole('dialog').getByRole('button', { name: format }).click();
  const notice = page.getByText(/^已保存：/);
  await expect(notice).toBeVisible({ timeout: 60_000 });
  const name = (await notice.innerText()).replace('已保存：', '').trim();
  await page.getByRole('alert').getByRole('button').last().click();
  await expect(notice).toHaveCount(0);
  return readFile(await app.savedFile(name));
}

async function textOfPdf(bytes: Buffer): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  return pages.join('\n').replace(/\s+/g, '');
}

async function checkSummaries(app: DeskApp): Promise<void> {
  const workbook = new exceljs.Workbook();
  // exceljs has types of its own for what Node gives.
  await workbook.xlsx.load((await exportAs(app, 'Excel 工作簿')) as never);
  const cells = (sheet: string) =>
    workbook
      .getWorksheet(sheet)
      ?.getSheetValues()
      .flat()
      .filter((cell) => cell !== null) ?? [];
  expect(cells('交易')).toContain(25_000);
  expect(cells('交易')).toContain(20_000);
  expect(cells('交易')).toContain('91420600874881072Y');
  expect(cells('交易')).toContainEqual(new Date('2026-11-20T00:00:00Z'));
  expect(cells('分成').filter((cell) => cell === 333.33)).toHaveLength(2);
  expect(cells('分成')).toContain(333.34);

  const pdf = await textOfPdf(await exportAs(app, 'PDF 文件'));
  const { text: word } = await readText(await exportAs(app, 'Word 文档'), '');
  for (const part of [
    ENTERPRISE,
    '91420600874881072Y',
    '25,000.00',
    '贰万伍仟元整',
    '333.34',
    '333.33',
  ]) {
    expect(pdf).toContain(part);
    expect(word).toContain(part);
  }

  const csv = await exportAs(app, 'CSV 文件');
  expect(csv.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(csv.toString('utf8')).toContain('25000.00');

  const json: unknown = JSON.parse((await exportAs(app, 'JSON 文件')).toString('utf8'));
  expect(JSON.stringify(json)).toContain('33334');
}

test('from two spreadsheets to a deal summary', async ({ app }) => {
  const { page } = app;
  await page.getByRole('button', { name: '空白工作台' }).click();

  const achievements = expected.achievements.length - repeated.length;
  await importFile(page, 'achievements.xlsx', achievements, '成果');
  await counted(page, '成果', achievements);
  const enterprises = expected.enterprises.length - refused.length;
  await importFile(page, 'enterprises-gb18030.csv', enterprises, '企业');
  await counted(page, '企业', enterprises);

  await openDeal(page);
  await carryToContract(page);
  await splitInThirds(page);
  await checkSummaries(app);

  // The whole of it is in the journal: another start finds it as it was.
  await expect(page.locator('[data-save=saved]')).toBeVisible();
  await app.kill();
  await app.restart();
  await counted(app.page, '成果', achievements);
  await counted(app.page, '企业', enterprises);
  await counted(app.page, '交易', 1);
});
