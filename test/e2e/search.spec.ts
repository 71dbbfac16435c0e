import { expect, test } from './support/app.ts';

test.use({ desk: { locale: 'zh-CN', demo: true } });

test('the search finds by pinyin, says why, follows changes, and opens the best hit', async ({
  app,
}) => {
  const { page } = app;
  const dialog = page.getByRole('dialog');
  const hits = dialog.locator('[data-action]');

  await expect(page.locator('nav a[href="#/achievements"]')).toContainText('48');
  await page.keyboard.press('Control+k');
  // Nothing typed: what changed last.
  await expect(hits).toHaveCount(8);

  await page.keyboard.type('hzkjdx');
  await expect(hits.first()).toContainText('完成单位：华中科技大学');
  await expect(hits.first().locator('mark')).toHaveText('华中科技大学');

  await page.keyboard.press('Control+a');
  await page.keyboard.type('没有这样的名称');
  await expect(dialog.getByText('没有找到“没有这样的名称”')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.locator('nav a[href="#/achievements"]').click();
  await page.getByRole('button', { name: '新建成果', exact: true }).click();
  await dialog.getByLabel('成果名称').fill('没有这样的名称');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: '没有这样的名称' })).toBeVisible();
  await expect(dialog).toHaveCount(0);
  await page.locator('nav a[href="#/enterprises"]').click();

  await page.keyboard.press('Control+k');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('myzydmc');
  await expect(hits.first()).toContainText('没有这样的名称');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '没有这样的名称' })).toBeVisible();
});
