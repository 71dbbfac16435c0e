import { expect, test } from './support/app.ts';

test.use({ desk: { locale: 'zh-CN', demo: true } });

test('the palette finds records by pinyin, says why, follows changes, and opens the best', async ({
  app,
}) => {
  const { page } = app;
  const dialog = page.getByRole('dialog');
  const lines = dialog.getByRole('option');

  await expect(page.locator('nav a[href="#/achievements"]')).toContainText('48');
  await page.keyboard.press('Control+k');
  // Nothing typed, nothing opened yet: what changed last, and what is often done.
  await expect(dialog.getByRole('group', { name: '最近改动' }).getByRole('option')).toHaveCount(6);
  await expect(dialog.getByRole('option', { name: '新建成果', exact: true })).toBeVisible();

  await page.keyboard.type('hzkjdx');
  await expect(lines.first()).toContainText('完成单位：华中科技大学');
  await expect(lines.first().locator('mark')).toHaveText('华中科技大学');

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
  // All at once: Enter comes before the results, and means what was typed.
  await page.keyboard.insertText('myzydmc');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '没有这样的名称' })).toBeVisible();
});

test('the list marks what its text was found by', async ({ app }) => {
  const { page } = app;
  const marked = () =>
    page.evaluate(() =>
      [...(CSS.highlights.get('found') ?? [])].map(({ startContainer, startOffset, endOffset }) =>
        startContainer.nodeValue?.slice(startOffset, endOffset),
      ),
    );
  await page.locator('nav a[href="#/achievements"]').click();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('dianchi');
  await expect.poll(marked).toEqual(Array(5).fill('电池'));
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await expect.poll(marked).toEqual([]);
});
