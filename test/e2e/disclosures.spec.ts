import { addDays, dateInChina } from '../../shared/core/dates.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/app.ts';
import { beginEmptyDesk } from './support/desk.ts';

test('a disclosure is checked, shared, warned of its paper, and becomes an achievement that undo takes back', async ({
  app,
}) => {
  const { page } = app;
  const today = dateInChina(Date.now());
  await beginEmptyDesk(page);
  const nav = (name: string) => page.locator('nav').getByRole('link', { name, exact: true });
  const newOne = () => page.getByRole('button', { name: '新建成果披露' }).first().click();

  // A state secret ends at the door.
  await nav('成果披露').click();
  await newOne();
  await page.getByRole('button', { name: '涉密，或拿不准' }).click();
  await expect(page.getByRole('alert')).toContainText('涉密不得录入');
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText(/还没有成果披露/)).toBeVisible();

  await newOne();
  await page.getByRole('button', { name: '经审查不涉密，继续填写' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByLabel('成果名称').fill('低温封装胶膜');
  await panel.getByLabel('单位', { exact: true }).fill('武汉理工大学');
  await panel.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '低温封装胶膜' })).toBeVisible();
  await expect(page.getByRole('button', { name: '转为成果' })).toBeDisabled();

  for (const [name, share] of [
    ['张敏', '60%'],
    ['李强', '30%'],
  ] as const) {
    await page.getByRole('button', { name: '添加发明人' }).click();
    const form = page.locator('form');
    await form.getByLabel('姓名').fill(name);
    await form.getByLabel('贡献份额').fill(share);
    await form.getByRole('button', { name: '保存' }).click();
    await expect(page.getByRole('row', { name: new RegExp(name) })).toBeVisible();
  }
  await expect(page.getByText('还差 10.00%', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: '均分' }).click();
  await expect(page.getByText('合计 100%')).toBeVisible();

  await page.getByRole('button', { name: '添加公开' }).click();
  await panel.getByLabel('公开内容').fill('封装胶膜湿热老化机理');
  await panel.getByLabel('计划公开日').fill(addDays(today, 5));
  await panel.getByLabel('刊物、会议或场合').fill('太阳能学报');
  await panel.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText(/须在 .* 之前申请，还剩 5 天/).first()).toBeVisible();
  await expectAccessible(page);

  await nav('今日').click();
  await page.getByRole('link', { name: /公开之前申请专利/ }).click();

  await page.getByRole('button', { name: '转为成果' }).click();
  const link = page.locator('aside').getByRole('link', { name: '低温封装胶膜' });
  await link.click();
  await expect(page).toHaveURL(/achievements/);
  await expect(page.getByText('张敏').first()).toBeVisible();
  await page
    .getByRole('link', { name: /^低温封装胶膜/ })
    .first()
    .click();
  await expect(link).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: '转为成果', exact: true })).toBeEnabled();
  await expect(link).toHaveCount(0);
});
