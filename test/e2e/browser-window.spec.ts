import { expect, test } from './support/app.ts';

// Electron opens no second window; in a browser anybody can open another tab.
test('a second window on the same desk is told to use the first', async ({ app }) => {
  await app.page.getByRole('button', { name: '空白工作台' }).click();
  await expect(app.page.getByRole('navigation')).toBeVisible();
  const second = await app.page.context().newPage();
  await second.goto(app.page.url());
  await expect(second.getByRole('heading', { name: '工作台已在另一个窗口打开' })).toBeVisible();
});
