import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';

test.use({ desk: { locale: 'zh-CN', demo: true } });

const link = (page: Page, href: string) => page.locator(`nav a[href="${href}"]`);

test('a new achievement, found and undone, by keyboard alone', async ({ app }) => {
  const { page } = app;
  await expect(link(page, '#/achievements')).toContainText('48');
  await link(page, '#/achievements').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '新建成果', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByLabel('成果名称')).toBeFocused();
  await page.keyboard.type('键盘录入的成果');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: '键盘录入的成果' })).toBeVisible();
  await expect(link(page, '#/achievements')).toContainText('49');

  // The panel, which still holds the focus while it slides away, must be gone.
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('键盘录入');
  await expect(page.getByRole('dialog').getByText('键盘录入的成果')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.keyboard.press('Control+z');
  await expect(page.getByText('这条记录已不存在')).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await expect(page.getByRole('heading', { level: 1, name: '键盘录入的成果' })).toBeVisible();
});

test('Enter that ends an input-method composition saves nothing', async ({ app }) => {
  const { page } = app;
  await link(page, '#/achievements').click();
  await page.getByRole('row').nth(1).getByRole('button').click();
  await page.getByRole('button', { name: '负责人', exact: true }).click();
  const input = page.getByRole('textbox', { name: '负责人' });
  await input.fill('jie');
  await input.dispatchEvent('keydown', { key: 'Enter', isComposing: true, keyCode: 229 });
  await expect(input).toBeVisible();
  await input.press('Enter');
  await expect(page.getByRole('button', { name: '负责人', exact: true })).toHaveText('jie');
});
