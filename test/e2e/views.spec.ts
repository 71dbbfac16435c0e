import { expect, test } from './support/app.ts';

test.use({ desk: { locale: 'zh-CN', demo: true } });

test('a list is narrowed, grouped and kept as a view that the sidebar opens', async ({ app }) => {
  const { page } = app;
  const grid = page.getByRole('grid');
  await page.locator('nav a[href="#/achievements"]').click();
  await expect(page.getByText('48 项', { exact: true })).toBeVisible();

  // A click on a value, with how many it leaves.
  await page.getByRole('button', { name: '筛选', exact: true }).click();
  await page.getByRole('menuitem', { name: '密级' }).hover();
  await page.getByRole('menuitemcheckbox', { name: /内部/ }).click();
  await expect(page.getByText('48 项，筛选后 11 项')).toBeVisible();

  // The panel says the same, and more.
  await page.getByRole('menuitem', { name: '更多条件…' }).click();
  const panel = page.getByRole('region', { name: '筛选条件' });
  await panel.getByRole('button', { name: '加条件', exact: true }).click();
  await panel.getByRole('combobox', { name: '字段' }).nth(1).click();
  await page.getByRole('option', { name: '意向价', exact: true }).click();
  await panel.getByLabel('从', { exact: true }).fill('100');
  await expect(page.getByRole('button', { name: '意向价 ≥ 100 万' })).toBeVisible();
  await panel.getByRole('button', { name: '收起', exact: true }).click();

  await page.getByRole('button', { name: '分组', exact: true }).click();
  await page.getByRole('menuitemradio', { name: '所处阶段' }).click();
  await page.keyboard.press('Escape');
  const heads = grid.getByRole('button', { name: /^(收起|展开)“/ });
  await expect(heads.first()).toHaveAttribute('aria-expanded', 'true');
  await heads.first().click();
  await expect(heads.first()).toHaveAttribute('aria-expanded', 'false');

  await page.getByRole('button', { name: '视图', exact: true }).click();
  await page.getByRole('menuitem', { name: '另存为视图…' }).click();
  await page.getByRole('dialog').getByLabel('名称').fill('内部百万以上');
  await page.keyboard.press('Control+Enter');
  const link = page.locator('nav').getByRole('button', { name: '内部百万以上' });
  await expect(link).toHaveAttribute('aria-current', 'page');

  await page.getByRole('button', { name: /^密级 = 内部/ }).click();
  await expect(page.getByText('有改动')).toBeVisible();
  await page.locator('nav a[href="#/enterprises"]').click();
  await expect(link).not.toHaveAttribute('aria-current', 'page');
  await link.click();
  await expect(page.getByRole('button', { name: /^密级 = 内部/ })).toBeVisible();
  await expect(page.getByText('有改动')).toHaveCount(0);
  await expect(heads.first()).toBeVisible();

  // Deleting is undone like any change.
  await page.getByRole('main').getByRole('button', { name: '内部百万以上' }).click();
  await page.getByRole('menuitem', { name: '删除“内部百万以上”' }).click();
  await expect(link).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(link).toBeVisible();
});
