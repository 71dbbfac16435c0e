import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import {
  beginEmptyDesk,
  chooseFile,
  enterAchievement,
  expectAchievements,
  openSafety,
  saved,
} from './support/desk.ts';

const BATTERY = '电池热失控预警系统';
const BRIDGE = '桥梁健康监测系统';

async function deleteAchievement(page: Page, title: string): Promise<void> {
  await page.locator('nav').getByRole('link', { name: '成果', exact: true }).click();
  await page.getByRole('grid').getByRole('button', { name: title, exact: true }).click();
  await page.getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name: /删除/ }).click();
  await expect(page.getByText(`已删除“${title}”`)).toBeVisible();
}

const restorePanel = (page: Page) => page.getByRole('dialog');

test('a snapshot is proven, brings back what was deleted, and the way back is open', async ({
  app,
}) => {
  const { page } = app;
  await beginEmptyDesk(page);
  await enterAchievement(page, BATTERY);
  await enterAchievement(page, BRIDGE);
  await openSafety(page);
  await page.getByRole('button', { name: '立即创建快照' }).click();
  const row = page.getByRole('row', { name: '手动' });
  await expect(row).toContainText('已验证', { timeout: 60_000 });
  await expect(page.locator('[data-line=proof]')).toContainText(/上次验证可恢复：今天.*成果 2/);
  await expect(page.getByRole('heading', { name: '数据是安全的' })).toBeVisible();
  // What has not changed since needs no other snapshot.
  await page.getByRole('button', { name: '立即创建快照' }).click();
  await expect(page.getByText('没有新的修改')).toBeVisible();

  await deleteAchievement(page, BATTERY);
  await openSafety(page);
  await row.getByRole('button', { name: /快照恢复/ }).click();
  const panel = restorePanel(page);
  await expect(panel.getByRole('row', { name: '成果 1 2' })).toBeVisible();
  await panel.getByText('回来 1 项').click();
  await expect(panel.getByRole('listitem')).toHaveText([BATTERY]);
  // Not yet: the desk is as it was.
  await panel.getByRole('button', { name: '取消' }).click();
  await expectAchievements(page, [BRIDGE]);

  await openSafety(page);
  await row.getByRole('button', { name: /快照恢复/ }).click();
  await panel.getByRole('button', { name: '恢复并切换' }).click();
  await expect(page.getByText(/已恢复到 今天/)).toBeVisible();
  await expectAchievements(page, [BATTERY, BRIDGE]);
  await enterAchievement(page, '恢复之后录入的成果');
  await expect(saved(page)).toBeVisible();

  await page.getByRole('button', { name: '切换回去' }).click();
  await expect(page.getByText('已切换回来')).toBeVisible();
  await expectAchievements(page, [BRIDGE]);
  // The other one is kept as well, with what was done on it, over a restart.
  await app.restart();
  await openSafety(app.page);
  await app.page.getByRole('button', { name: '切换回去' }).click();
  await expectAchievements(app.page, [BATTERY, BRIDGE, '恢复之后录入的成果']);
});

test('a backup with a passphrase opens on another computer, with that passphrase only', async ({
  app,
}) => {
  await beginEmptyDesk(app.page);
  await enterAchievement(app.page, BRIDGE);
  await openSafety(app.page);
  await app.page.getByRole('button', { name: '保存备份…' }).click();
  const panel = app.page.getByRole('dialog');
  const save = panel.getByRole('button', { name: '保存备份', exact: true });
  await panel.getByLabel('设定口令').fill('春江潮水连海平');
  await panel.getByLabel('再输入一次').fill('春江潮水连海');
  await save.click();
  await expect(panel.getByText('两次输入不一样')).toBeVisible();
  await panel.getByLabel('再输入一次').fill('春江潮水连海平');
  await save.click();
  const notice = app.page.getByText(/已保存：/);
  await expect(notice).toBeVisible({ timeout: 60_000 });
  const name = (await notice.innerText()).replace('已保存：', '').trim();
  const backup = await readFile(await app.savedFile(name));
  expect(backup.subarray(0, 21).toString('latin1')).toBe('age-encryption.org/v1');

  await app.kill();
  rmSync(app.dataFolder, { recursive: true });
  await app.restart();
  await expect(app.page.getByRole('button', { name: '从备份恢复' })).toBeVisible();
  await chooseFile(app.page, name, backup);
  const phrase = app.page.getByRole('textbox', { name: '口令' });
  await phrase.fill('落月摇情满江树');
  await phrase.press('Enter');
  await expect(app.page.getByText('口令不对')).toBeVisible({ timeout: 60_000 });
  await phrase.fill('春江潮水连海平');
  await phrase.press('Enter');
  await expectAchievements(app.page, [BRIDGE]);
});

/** The time of day of an instant in China, `HH:MM:SS`. */
const timeInChina = (at: number): string =>
  new Date(at + 8 * 3_600_000).toISOString().slice(11, 19);

test('the desk goes back to a moment, and says before what would go', async ({ app }) => {
  const { page } = app;
  await beginEmptyDesk(page);
  await enterAchievement(page, BATTERY);
  await expect(saved(page)).toBeVisible();
  // A moment is named in whole seconds: one that begins after this change.
  const second = (): number => Math.floor(Date.now() / 1_000);
  const changed = second();
  await expect.poll(second).toBeGreaterThan(changed);
  const moment = Date.now();
  await enterAchievement(page, BRIDGE);
  await openSafety(page);
  await page.getByRole('button', { name: '回到某一时刻…' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByLabel('时刻', { exact: true }).fill(timeInChina(moment));
  await expect(panel).toContainText(`新建成果“${BATTERY}”`);
  await expect(panel).toContainText('此后的 1 步修改');
  await panel.getByRole('button', { name: '看看会有什么变化' }).click();
  await expect(panel.getByRole('row', { name: '成果 2 1' })).toBeVisible();
  await panel.getByText('不再有 1 项').click();
  await expect(panel.getByRole('listitem')).toHaveText([BRIDGE]);
  await panel.getByRole('button', { name: '恢复并切换' }).click();
  await expect(page.getByText(/已恢复到 今天/)).toBeVisible();
  await expectAchievements(page, [BATTERY]);
});

test('with too little space the desk can be looked at, and works again once there is more', async ({
  app,
}) => {
  await beginEmptyDesk(app.page);
  await enterAchievement(app.page, BRIDGE);
  await expect(saved(app.page)).toBeVisible();
  await app.restart(['--min-free', '9999999']);
  await expect(app.page.getByRole('alert')).toContainText('只能查看，不能修改');
  await expectAchievements(app.page, [BRIDGE]);
  await expect(app.page.getByRole('button', { name: '新建成果' })).toHaveCount(0);
  await openSafety(app.page);
  await expect(app.page.locator('[data-line=space]')).toContainText('请清理磁盘');
  await app.restart();
  await enterAchievement(app.page, BATTERY);
  await expectAchievements(app.page, [BRIDGE, BATTERY]);
});
