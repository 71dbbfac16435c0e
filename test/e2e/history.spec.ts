import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/app.ts';

/** What happened is found again, old values are put back, and what was deleted comes back. */

test.use({ desk: { locale: 'zh-CN', demo: true } });

const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });
const notice = (page: Page, text: string | RegExp) => page.getByRole('alert').getByText(text);

async function openAchievement(page: Page): Promise<void> {
  await link(page, '成果').click();
  await page.getByRole('row').nth(1).getByRole('button').click();
  await expect(page.locator('[data-field=price]')).toBeVisible();
}

/** Sets the price of the open achievement where it stands. */
async function setPrice(page: Page, text: string): Promise<void> {
  await page.locator('[data-field=price]').click();
  const box = page.getByRole('group', { name: '意向价' }).getByRole('textbox');
  await box.fill(text);
  await box.press('Enter');
}

test('an old price is put back from the history, and that can be undone', async ({ app }) => {
  const { page } = app;
  await openAchievement(page);
  await setPrice(page, '120万');
  await expect(page.locator('[data-field=price]')).toHaveText('1,200,000');
  await setPrice(page, '150万');
  await expect(page.locator('[data-field=price]')).toHaveText('1,500,000');

  await page.getByRole('tab', { name: '历史' }).click();
  const panel = page.getByRole('main');
  const line = panel
    .getByRole('listitem')
    .filter({ hasText: '把意向价从 1,200,000 元 (120.00 万) 改为 1,500,000 元 (150.00 万)' })
    .last();
  await line.getByRole('button', { name: '恢复此值' }).click();
  await expect(notice(page, /^已恢复/)).toBeVisible();
  await page.getByRole('tab', { name: '概览' }).click();
  await expect(page.locator('[data-field=price]')).toHaveText('1,200,000');

  // What it has now cannot be put back: the button says so and does nothing.
  await page.getByRole('tab', { name: '历史' }).click();
  await expect(line.getByRole('button', { name: '恢复此值' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await expectAccessible(page);
  await page.getByRole('button', { name: /^撤销：恢复“.*”意向价的旧值/ }).click();
  await page.getByRole('tab', { name: '概览' }).click();
  await expect(page.locator('[data-field=price]')).toHaveText('1,500,000');
});

test('the activity tells each step, narrowed by words and by keyboard', async ({ app }) => {
  const { page } = app;
  await openAchievement(page);
  await setPrice(page, '120万');
  await link(page, '动态').click();
  const list = page.getByRole('list', { name: '动态' });
  const step = list.getByRole('button', { name: /修改“.*”的意向价/ });
  await expect(step).toBeVisible();
  await expect(list.getByRole('button', { name: /填入示例数据/ })).toBeVisible();
  await expectAccessible(page);

  await step.focus();
  await page.keyboard.press('Enter');
  await expect(list).toContainText('改为 1,200,000 元');
  await page.keyboard.press('ArrowDown');
  await expect(list.getByRole('button', { name: /填入示例数据/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await list.getByRole('button', { name: /^再显示 50 条/ }).click();
  await expect(list.getByRole('link').nth(60)).toBeAttached();

  await page.getByRole('searchbox', { name: '查找标题或操作' }).fill('意向价');
  await expect(list.getByRole('button', { name: /填入示例数据/ })).toHaveCount(0);
  await list.getByRole('button', { name: '撤销这一步' }).click();
  await expect(list.getByRole('button', { name: /已撤销/ })).toHaveCount(1);
  await page.getByRole('searchbox', { name: '查找标题或操作' }).fill('没有这样的事');
  await page.getByRole('button', { name: '清除筛选' }).click();
  await expect(step.first()).toBeVisible();
});

test('a deleted enterprise comes back from the trash with its contacts', async ({ app }) => {
  const { page } = app;
  await link(page, '企业').click();
  await page.getByRole('button', { name: '新建企业', exact: true }).first().click();
  await page.getByRole('dialog').getByLabel('企业名称').fill('楚天储能');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await page.getByRole('tab', { name: /^联系人/ }).click();
  await page.getByRole('button', { name: '新建联系人', exact: true }).first().click();
  await page.getByRole('dialog').getByLabel('姓名').fill('梁栋');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('tab', { name: '联系人 1' })).toBeVisible();
  await page.getByRole('banner').getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name: '删除' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '企业' })).toBeVisible();

  await link(page, '回收站').click();
  const list = page.getByRole('list', { name: '回收站' });
  const row = list.getByRole('button', { name: /楚天储能.*含 1 项附属记录/ });
  await row.click();
  await expect(list).toContainText('联系人“梁栋”');
  await expectAccessible(page);
  await list.getByRole('button', { name: '恢复“楚天储能”' }).click();
  await expect(page.getByText('回收站是空的')).toBeVisible();

  await link(page, '企业').click();
  await page.getByRole('searchbox', { name: '在列表中查找' }).fill('楚天储能');
  await page.getByRole('row').nth(1).getByRole('button').click();
  await page.getByRole('tab', { name: '联系人 1' }).click();
  await expect(page.getByRole('main')).toContainText('梁栋');
  await page.getByRole('tab', { name: '历史' }).click();
  await expect(page.getByRole('main')).toContainText('恢复了这条记录');
  await expect(page.getByRole('main')).toContainText('恢复联系人“梁栋”');
});
