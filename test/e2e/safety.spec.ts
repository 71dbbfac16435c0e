import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';

const saved = (page: Page) => page.locator('[data-save=saved]');

async function emptyDesk(page: Page): Promise<void> {
  await page.getByRole('button', { name: '空白工作台' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

async function enterAchievement(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: '成果', exact: true }).click();
  await page.getByRole('button', { name: '新建成果', exact: true }).first().click();
  const panel = page.getByRole('dialog');
  await panel.getByLabel('成果名称').fill(title);
  await panel.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

async function expectAchievements(page: Page, titles: readonly string[]): Promise<void> {
  await page.getByRole('link', { name: '成果', exact: true }).click();
  for (const title of titles) await expect(page.getByRole('row', { name: title })).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(titles.length + 1);
}

test('a crash right after “saved” loses nothing', async ({ app }) => {
  await emptyDesk(app.page);
  const titles: string[] = [];
  for (const round of [1, 2, 3]) {
    const title = `电池热失控预警系统 ${round}`;
    await enterAchievement(app.page, title);
    titles.push(title);
    await expect(saved(app.page)).toBeVisible();
    await app.kill();
    await app.restart();
    await expectAchievements(app.page, titles);
  }
});

test('a desk whose browser storage was deleted comes back whole', async ({ app }) => {
  await emptyDesk(app.page);
  await enterAchievement(app.page, '高盐废水零排放成套工艺');
  await app.page.getByRole('button', { name: '负责人', exact: true }).click();
  await app.page.getByRole('textbox', { name: '负责人' }).fill('解文博');
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByRole('button', { name: '负责人', exact: true })).toHaveText('解文博');
  await expect(saved(app.page)).toBeVisible();
  await app.kill();
  rmSync(app.indexedDbFolder, { recursive: true });
  await app.restart();
  await expectAchievements(app.page, ['高盐废水零排放成套工艺']);
  await app.page.getByRole('row', { name: '高盐废水零排放' }).click();
  await expect(app.page.getByRole('button', { name: '负责人', exact: true })).toHaveText('解文博');
  // The history came back too, and what was done before can still be undone.
  await app.page.getByRole('tab', { name: '历史' }).click();
  await expect(app.page.getByRole('main')).toContainText('负责人');
  await app.page.keyboard.press('Control+z');
  await app.page.getByRole('tab', { name: '概览' }).click();
  await expect(app.page.getByRole('button', { name: '负责人', exact: true })).toHaveText('未填');
});

test('a backup file carries the desk to another computer', async ({ app }) => {
  await emptyDesk(app.page);
  await enterAchievement(app.page, '桥梁健康监测系统');
  await app.page.getByRole('link', { name: '设置' }).click();
  await app.page.getByRole('button', { name: '另存一份备份…' }).click();
  const notice = app.page.getByText(/已保存：/);
  await expect(notice).toBeVisible();
  const name = (await notice.innerText()).replace('已保存：', '').trim();
  const backup = await readFile(await app.savedFile(name));
  await app.kill();
  rmSync(app.dataFolder, { recursive: true });
  await app.restart();

  const choose = async (bytes: Buffer, fileName: string) =>
    app.page
      .locator('input[type=file]')
      .setInputFiles({ name: fileName, mimeType: 'application/octet-stream', buffer: bytes });
  await expect(app.page.getByRole('button', { name: '从备份恢复' })).toBeVisible();
  await choose(Buffer.from('not a backup'), 'letter.tdesk');
  await expect(app.page.getByRole('alert')).toContainText('“letter.tdesk”不是成果经纪台的备份文件');
  const damaged = Buffer.from(backup);
  damaged.writeUInt8(damaged.readUInt8(damaged.length - 20) ^ 1, damaged.length - 20);
  await choose(damaged, name);
  await expect(app.page.getByRole('alert')).toContainText('损坏');
  await choose(backup, name);
  await expectAchievements(app.page, ['桥梁健康监测系统']);
});
