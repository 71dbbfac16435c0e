import { readFileSync } from 'node:fs';
import { readText } from '../../electron/host/reading/read-text.ts';
import { dateInChina } from '../../shared/core/dates.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/app.ts';
import { beginEmptyDesk } from './support/desk.ts';

test('a one-pager is stopped by a name inside its text, goes out redacted, and is known again when it changes', async ({
  app,
}) => {
  const { page } = app;
  await beginEmptyDesk(page);
  const number = `H${dateInChina(Date.now()).replaceAll('-', '')}-001`;

  // What is marked as a state secret is not taken.
  await page.locator('nav').getByRole('link', { name: '成果', exact: true }).click();
  await page.getByRole('button', { name: '新建成果', exact: true }).first().click();
  const panel = page.getByRole('dialog');
  const title = panel.getByLabel('成果名称');
  await title.fill('某型胶膜（机密★20年）');
  await panel.getByRole('button', { name: '保存' }).click();
  await expect(panel.getByText(/涉密不得录入/)).toBeVisible();
  await title.fill('低温封装胶膜');
  await panel.getByLabel('完成单位').fill('武汉理工大学');
  await panel.getByLabel('负责人').fill('张敏之');
  await panel.getByRole('combobox', { name: '密级' }).click();
  await page.getByRole('option', { name: '公开', exact: true }).click();
  await panel.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '低温封装胶膜' })).toBeVisible();

  const writeTeaser = async (text: string): Promise<void> => {
    await page.locator('[data-field=teaser]').click();
    const group = page.getByRole('group', { name: '公开简介' });
    await group.getByRole('textbox').fill(text);
    await page.getByRole('heading', { level: 1 }).click();
    await expect(page.locator('[data-field=teaser]')).toContainText(text);
  };
  await writeTeaser('由张敏之团队研制，层压温度低。');
  await page.getByRole('button', { name: '制作单页资料' }).click();
  const sheet = page.getByRole('region', { name: '预览' });
  const leak = page.locator('[data-check=leak]');
  await expect(sheet).toContainText('由张敏之团队研制');
  await expect(leak).toContainText('由张敏之团队研制');
  const write = page.getByRole('button', { name: '生成并登记' });
  await expect(page.getByText('有 1 项不能放行')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: '返回' }).click();
  await writeTeaser('层压温度低，省电。');
  await page.getByRole('button', { name: '制作单页资料' }).click();
  await expect(leak).toContainText('没有发现受保护的值');
  await expect(sheet).not.toContainText('武汉理工大学');
  await page.getByLabel('接收方').fill('长江光伏有限公司');
  await page.getByRole('combobox', { name: '格式' }).click();
  await page.getByRole('option', { name: 'Word（DOCX）' }).click();
  await expect(write).toBeDisabled();
  for (const reason of await page.getByRole('textbox', { name: /的放行理由/ }).all())
    await reason.fill('已电话确认');
  await write.click();

  const row = page.locator(`[data-handout=${number}]`);
  await expect(row).toContainText('长江光伏有限公司');
  await expect(row).toContainText('内容未变');
  await expect(row).toContainText('新颖性放行：已电话确认');
  const { text } = await readText(readFileSync(await app.savedFile(`${number}.docx`)), '');
  expect(text).toContain('层压温度低，省电。');
  expect(text).not.toMatch(/张敏之|武汉理工大学/);

  await writeTeaser('层压温度低于常规三十度。');
  await expect(row).toContainText('之后有 1 项改动');
  await expect(row).toContainText('改动：公开简介');
  await page.getByRole('button', { name: '字段密级' }).click();
  await page.getByRole('dialog').getByRole('combobox', { name: '成果名称' }).click();
  await page.getByRole('option', { name: '商业秘密' }).click();
  await expect(page.getByRole('dialog').getByText('商业秘密').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(row).toContainText('改动：成果名称、公开简介');
  await expectAccessible(page);
});
