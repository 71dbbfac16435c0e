import { join } from 'node:path';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/app.ts';
import { beginEmptyDesk, enterAchievement } from './support/desk.ts';

test('patents come in from a list, stand behind an achievement, and their fees are reminded of', async ({
  app,
}) => {
  const { page } = app;
  await beginEmptyDesk(page);
  const nav = (name: string) => page.locator('nav').getByRole('link', { name, exact: true });

  await nav('导入').click();
  await page
    .locator('input[type=file]')
    .setInputFiles(join(import.meta.dirname, '../fixtures/patents.xlsx'));
  await page.getByRole('button', { name: '写入 38 条知识产权' }).click();
  await expect(page.getByText('已导入“patents.xlsx”')).toBeVisible();
  await expect(nav('知识产权')).toContainText('38');

  // A wrong check digit is told with the one that fits; the right number is put into its form.
  await nav('知识产权').click();
  await page.getByRole('button', { name: '新建知识产权' }).first().click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('textbox', { name: '名称', exact: true }).fill('一种储能隔膜');
  const number = panel.getByLabel('申请号／登记号');
  await number.fill('ZL201710601862.4');
  await number.blur();
  await expect(panel.getByText(/末位应为 3/)).toBeVisible();
  await number.fill('ZL2017106018623');
  await panel.getByRole('combobox', { name: '法律状态' }).click();
  await page.getByRole('option', { name: '有效', exact: true }).click();
  await panel.getByLabel('授权公告号').fill('CN107425231B');
  // Its anniversary of filing lies twenty days ahead.
  const due = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(5, 10);
  await panel.getByRole('textbox', { name: '申请日' }).fill(`2017-${due}`);
  await panel.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '一种储能隔膜' })).toBeVisible();
  await expect(page.getByText('201710601862.3').first()).toBeVisible();
  await expect(page.getByText(/^至 2037-/)).toBeVisible();
  const fee = page.getByRole('region', { name: '下一笔年费' });
  await expect(fee.getByText(/第 \d+ 年度 · .* 元/)).toBeVisible();
  await expectAccessible(page);

  // What stands in the way of an open licence is said before it is declared.
  const fact = (field: string) => page.locator(`button[data-field=${field}]`);
  await fact('openLicence').click();
  await page.getByRole('combobox', { name: '开放许可' }).fill('拟声明');
  await page.getByRole('option', { name: '拟声明' }).click();
  await expect(page.getByText('声明须写明许可期限。')).toBeVisible();
  await page.getByRole('button', { name: '新建权利负担' }).click();
  await panel.getByRole('combobox', { name: '负担类型' }).click();
  await page.getByRole('option', { name: '独占许可' }).click();
  await panel.getByLabel('对方').fill('云岭储能');
  await panel.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('与“独占许可（云岭储能）”冲突', { exact: false })).toBeVisible();

  // Linked from the achievement's page, shown on both.
  await enterAchievement(page, '液流电池隔膜');
  await page.getByRole('combobox', { name: '选择要关联的知识产权' }).fill('储能隔膜');
  await page.getByRole('option', { name: '一种储能隔膜' }).click();
  await page.getByRole('link', { name: '一种储能隔膜', exact: true }).click();
  await expect(
    page.locator('aside').getByRole('link', { name: '液流电池隔膜' }).first(),
  ).toBeVisible();

  // Today reminds of it until it is paid.
  await nav('今日').click();
  const reminder = page.getByRole('link', { name: /缴第 \d+ 年度年费 .* 一种储能隔膜/ });
  await expect(reminder).toBeVisible();
  await reminder.click();
  await fee.getByRole('button', { name: /登记已缴第 \d+ 年度/ }).click();
  await nav('今日').click();
  await expect(page.getByRole('heading', { name: '待办与到期' })).toBeVisible();
  await expect(reminder).toBeHidden();

  // All of them on one axis, with what they cost by year.
  await nav('知识产权').click();
  await page.getByRole('button', { name: '期限与费用' }).click();
  await expect(page.getByText('39 项知识产权', { exact: false })).toBeVisible();
  await expect(page.getByRole('list', { name: '各年应缴年费' })).toBeVisible();
  await expect(page.getByRole('img', { name: /^一种储能隔膜：2017-/ })).toBeVisible();
  await expectAccessible(page);
});
