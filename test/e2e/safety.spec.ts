import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, test } from './support/app.ts';
import {
  beginEmptyDesk,
  chooseFile,
  enterAchievement,
  expectAchievements,
  openSafety,
  saved,
} from './support/desk.ts';

test('a crash right after “saved” loses nothing', async ({ app }) => {
  await beginEmptyDesk(app.page);
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
  await beginEmptyDesk(app.page);
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
  await app.page.getByRole('grid').getByRole('button', { name: '高盐废水零排放' }).click();
  await expect(app.page.getByRole('button', { name: '负责人', exact: true })).toHaveText('解文博');
  // The history came back too, and what was done before can still be undone.
  await app.page.getByRole('tab', { name: '历史' }).click();
  await expect(app.page.getByRole('main')).toContainText('负责人');
  await app.page.keyboard.press('Control+z');
  await app.page.getByRole('tab', { name: '概览' }).click();
  await expect(app.page.getByRole('button', { name: '负责人', exact: true })).toHaveText('未填');
});

test('a backup file carries the desk to another computer', async ({ app }) => {
  await beginEmptyDesk(app.page);
  await enterAchievement(app.page, '桥梁健康监测系统');
  await openSafety(app.page);
  await app.page.getByRole('button', { name: '保存备份…' }).click();
  await app.page.getByText('不加锁', { exact: true }).click();
  await app.page.getByRole('button', { name: '保存备份', exact: true }).click();
  const notice = app.page.getByText(/已保存：/);
  await expect(notice).toBeVisible();
  const name = (await notice.innerText()).replace('已保存：', '').trim();
  const backup = await readFile(await app.savedFile(name));
  await app.kill();
  rmSync(app.dataFolder, { recursive: true });
  await app.restart();

  const problem = app.page.getByRole('alert');
  const chooseOther = () => app.page.getByRole('button', { name: '关闭' }).click();
  await expect(app.page.getByRole('button', { name: '从备份恢复' })).toBeVisible();
  await chooseFile(app.page, 'letter.tdesk', Buffer.from('not a backup'));
  await expect(problem).toContainText('“letter.tdesk”不是成果经纪台的备份文件');
  await chooseOther();
  const damaged = Buffer.from(backup);
  const middle = Math.floor(damaged.length / 2);
  damaged.writeUInt8(damaged.readUInt8(middle) ^ 1, middle);
  await chooseFile(app.page, name, damaged);
  await expect(problem).toContainText('损坏');
  await chooseOther();
  await chooseFile(app.page, name, backup);
  await expectAchievements(app.page, ['桥梁健康监测系统']);
});
