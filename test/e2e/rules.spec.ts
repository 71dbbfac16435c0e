import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/app.ts';
import { beginEmptyDesk } from './support/desk.ts';

const nav = (page: Page, name: string) =>
  page.locator('nav').getByRole('link', { name, exact: true }).click();

async function enterPatent(page: Page): Promise<void> {
  await nav(page, '知识产权');
  await page.getByRole('button', { name: '新建知识产权', exact: true }).first().click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('textbox', { name: '名称', exact: true }).fill('一种低温封装胶膜');
  const choose = async (label: string, option: string) => {
    await panel.getByRole('combobox', { name: label, exact: true }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  await choose('类型', '发明');
  await choose('法律状态', '有效');
  await panel.getByRole('textbox', { name: '申请日' }).fill('2015-03-01');
  await panel.getByRole('textbox', { name: '授权公告日' }).fill('2017-05-01');
  await panel.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '一种低温封装胶膜' })).toBeVisible();
}

test('a rule is found from the figure that rests on it, changed from a day on, and taken back', async ({
  app,
}) => {
  const { page } = app;
  await beginEmptyDesk(page);
  await enterPatent(page);
  const fee = page.getByRole('region', { name: '下一笔年费' });
  await expect(fee).toContainText('6,000.00');
  await expect(fee).toContainText('待核对');

  // From the figure to the rule; what it says is confirmed with one press.
  await fee.getByRole('link', { name: '专利收费标准（国家知识产权局）' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '规则与参数' })).toBeVisible();
  const row = '发明 · 第 13–15 年';
  const line = page.locator('li[data-asked]');
  await expect(line).toContainText(row);
  await expectAccessible(page);
  await page.getByRole('button', { name: `我已核对“${row}”` }).dblclick();
  await expect(line).toContainText('已核对');

  // The law changes: from a day on there is another figure, and the old one stays for before.
  await page.getByRole('button', { name: `“${row}”的操作` }).click();
  await page.getByRole('menuitem', { name: /^规定有变/ }).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('textbox', { name: '每年（元）' }).fill('6600');
  await panel.getByRole('textbox', { name: '施行日期' }).fill('1990-01-01');
  await panel.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('新的施行日期应在原来一行的期间之内')).toBeVisible();
  await panel.getByRole('textbox', { name: '施行日期' }).fill('2026-06-01');
  await panel.getByRole('button', { name: '保存' }).click();
  await expect(panel).toBeHidden();
  await expect(page.getByText('2001-03-01 至 2026-05-31')).toBeVisible();
  await page.getByRole('checkbox', { name: '只看未核实的' }).check();
  await page.getByRole('searchbox', { name: '在规则中查找' }).fill('6,600');
  await expect(page.locator('li').filter({ hasText: '每年 6,600 元' })).toBeVisible();
  await expect(page.getByRole('link', { name: '保护期限' })).toBeHidden();

  // What rests on it follows, in both directions.
  await nav(page, '知识产权');
  await page.getByText('一种低温封装胶膜', { exact: true }).first().click();
  await expect(fee).toContainText('6,600.00');
  await page.getByRole('button', { name: /^撤销/ }).first().click();
  await expect(fee).toContainText('6,000.00');
  await expect(fee).not.toContainText('待核对');
});
