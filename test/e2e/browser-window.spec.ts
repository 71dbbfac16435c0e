import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from './support/app.ts';
import { beginEmptyDesk, enterAchievement, openSafety } from './support/desk.ts';

// Electron opens no second window; in a browser anybody can open another tab.
test('a second window on the same desk is told to use the first', async ({ app }) => {
  await beginEmptyDesk(app.page);
  const second = await app.page.context().newPage();
  await second.goto(app.page.url());
  await expect(second.getByRole('heading', { name: '工作台已在另一个窗口打开' })).toBeVisible();
});

// Electron asks in a dialog of the system; here the path is typed.
test('each snapshot is copied to the second place, whose absence is told and stops nothing', async ({
  app,
}) => {
  const { page } = app;
  const stick = join(dirname(app.dataFolder), 'stick');
  await beginEmptyDesk(page);
  await enterAchievement(page, '桥梁健康监测系统');
  await openSafety(page);
  const path = page.getByLabel('文件夹的完整路径');
  await path.fill(stick);
  await path.press('Enter');
  await expect(page.getByText('没有这个文件夹')).toBeVisible();
  mkdirSync(stick);
  await path.press('Enter');
  await expect(page.getByText(`第二存放处已设为 ${stick}`)).toBeVisible();
  await page.getByRole('button', { name: '立即创建快照' }).click();
  const line = page.locator('[data-line=second]');
  await expect(line).toContainText('1 份快照', { timeout: 30_000 });
  const copies = readdirSync(stick, { recursive: true, encoding: 'utf8' });
  expect(copies.filter((name) => name.endsWith('.tar.gz'))).toHaveLength(1);

  rmSync(stick, { recursive: true });
  await enterAchievement(page, '电池热失控预警系统');
  await openSafety(page);
  await page.getByRole('button', { name: '立即创建快照' }).click();
  await expect(page.getByRole('row', { name: '手动' })).toHaveCount(2);
  await expect(line).toContainText('现在不在');
});
