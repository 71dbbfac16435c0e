import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { dateInChina } from '../../shared/core/dates.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/app.ts';
import { beginEmptyDesk, chooseFile } from './support/desk.ts';

const picture = readFileSync(join(import.meta.dirname, '../../build/icons/icon.png'));

/** An achievement that anyone may read of; its lead is kept to the desk. */
async function enterPublic(page: Page, title: string, teaser: string): Promise<void> {
  await page.locator('nav').getByRole('link', { name: '成果', exact: true }).click();
  await page.getByRole('button', { name: '新建成果', exact: true }).first().click();
  const panel = page.getByRole('dialog');
  await panel.getByLabel('成果名称').fill(title);
  await panel.getByLabel('负责人').fill('欧阳明远');
  await panel.getByRole('combobox', { name: '密级' }).fill('公开');
  await page.getByRole('option', { name: '公开' }).click();
  await panel.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await page.locator('button[data-field=teaser]').click();
  await page.getByRole('textbox', { name: '公开简介' }).fill(teaser);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(teaser)).toBeVisible();
}

test('two achievements make a package, its brochure goes to a company, and undo takes its answer back', async ({
  app,
}) => {
  const { page } = app;
  const today = dateInChina(Date.now());
  await beginEmptyDesk(page);
  await enterPublic(page, '低温封装胶膜', '光伏组件用的低温封装材料。');
  await chooseFile(page, '样机.png', picture);
  await expect(page.getByText('样机.png').first()).toBeVisible();
  await enterPublic(page, '碳纤维热塑带', '轻量化结构用的热塑带材。');

  // From the list into a new package.
  await page.locator('nav').getByRole('link', { name: '成果', exact: true }).click();
  for (const title of ['低温封装胶膜', '碳纤维热塑带'])
    await page.getByRole('checkbox', { name: `选择“${title}”` }).check();
  await page.getByRole('button', { name: '加入成果包' }).click();
  await page.getByRole('textbox', { name: '新成果包的名称' }).fill('新材料成果包');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '新材料成果包' })).toBeVisible();

  // By key it goes a place down, and can be moved on.
  const items = page.locator('[data-item]');
  await items.nth(0).press('Alt+ArrowDown');
  await expect(items.nth(1)).toBeFocused();
  const [first, second] = await items.allTextContents();

  // A name that may not be told stops it, with the words where it stands.
  const sealed = page.locator('li', { has: page.getByRole('link', { name: '低温封装胶膜' }) });
  await sealed.getByRole('button', { name: '还没有写市场语言' }).click();
  const words = page.getByRole('textbox', { name: '市场语言' });
  await words.fill('欧阳明远团队替组件厂省电三成。');
  await page.getByLabel('样机.png').check();
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText(/负责人：“…欧阳明远/)).toBeVisible();
  await expect(page.getByRole('button', { name: '生成宣传册' })).toBeDisabled();
  await sealed.getByRole('button', { name: '欧阳明远团队替组件厂省电三成。' }).click();
  await words.fill('替组件厂省电三成。');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText(/负责人：“…欧阳明远/)).toHaveCount(0);
  await expectAccessible(page);

  // What only warns wants a reason.
  for (const reason of await page.getByPlaceholder('放行理由').all())
    await reason.fill('已电话确认');
  await page.getByRole('combobox', { name: '格式' }).click();
  await page.getByRole('option', { name: '网页文件夹（HTML）' }).click();
  await page.getByRole('button', { name: '生成宣传册' }).click();
  await expect(page.getByText('已登记第 1 版')).toBeVisible();
  const html = readFileSync(
    join(await app.savedFile(`新材料成果包 第1版 ${today}`), 'index.html'),
    'utf8',
  );
  expect(html).toContain(`1. ${first}`);
  expect(html).toContain(`2. ${second}`);
  expect(html).toContain('替组件厂省电三成。');
  expect(html).toContain('低温封装胶膜 · 图 1');
  expect(html).not.toContain('欧阳明远');

  // To whom it went, and what came of it.
  await page.getByRole('button', { name: '登记接收方' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByLabel('接收方').fill('长江光伏有限公司');
  await panel.getByRole('button', { name: '保存' }).click();
  const recipient = page.locator('[data-recipient="长江光伏有限公司"]');
  await recipient.getByRole('combobox', { name: '反馈' }).click();
  await page.getByRole('option', { name: '有兴趣' }).click();
  await expect(page.getByText('有兴趣 1').first()).toBeVisible();
  await page.getByRole('button', { name: /^撤销：修改接收方/ }).click();
  await expect(page.getByText('有兴趣 1')).toHaveCount(0);
  await expect(page.getByText('发出 1', { exact: true }).first()).toBeVisible();

  // What changed since is told page by page.
  await page.getByRole('button', { name: '与现在比较' }).click();
  await expect(page.getByText('内容与这一版相同')).toBeVisible();
  await items.nth(0).press('Alt+ArrowDown');
  await page.getByRole('button', { name: '与现在比较' }).click();
  await expect(page.getByText('封面、推介语、章节或次序有改动')).toBeVisible();

  await page.locator('nav').getByRole('link', { name: '成果包', exact: true }).click();
  await expect(page.getByRole('row', { name: /新材料成果包/ }).getByText('发出 1')).toBeVisible();
  await expectAccessible(page);
});
