import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/app.ts';
import { beginEmptyDesk, enterAchievement } from './support/desk.ts';

/** Adds a field by keyboard, from the name on; `more` types what its type asks for. */
async function addField(
  page: Page,
  label: string,
  type: string,
  more?: () => Promise<void>,
): Promise<void> {
  await page.getByLabel('新字段的名称').focus();
  await page.keyboard.type(label);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const options = await page.getByRole('option').allTextContents();
  const steps = options.indexOf(type);
  for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: '类型', exact: true })).toHaveValue(type);
  if (more) {
    await page.keyboard.press('Tab');
    await more();
  }
  // Twice, as the impatient do: it is added once.
  await page.getByRole('button', { name: '新增字段' }).dblclick();
  await expect(page.getByRole('textbox', { name: `“${label}”的名称` })).toBeVisible();
  await expect(page.getByLabel('新字段的名称')).toBeFocused();
}

async function fill(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('button', { name: label, exact: true }).click();
  await page.getByRole('textbox', { name: label }).fill(text);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: label, exact: true })).toHaveText(text);
}

test('fields of the user’s own are made by keyboard and work as the built-in ones do', async ({
  app,
}) => {
  const { page } = app;
  await beginEmptyDesk(page);
  await page.locator('nav').getByRole('link', { name: '设置', exact: true }).click();
  await page.getByRole('link', { name: '管理字段' }).click();
  await addField(page, '中试场地', '文字');
  await addField(page, '样机数', '数字', () => page.keyboard.type('台'));
  await addField(page, '推荐等级', '单选', () => page.keyboard.type('甲等、乙等'));
  await expectAccessible(page);

  // Twice up, however fast, and the button that moved it still has the focus.
  const up = page.getByRole('button', { name: '上移“推荐等级”' });
  await up.press('Enter');
  await up.press('Enter');
  const names = page.getByRole('textbox', { name: /^“.*”的名称$/ });
  await expect(names.first()).toHaveValue('推荐等级');
  await expect(up).toBeFocused();
  await page.getByRole('checkbox', { name: '“推荐等级”默认显示在列表中' }).press('Space');
  await page.getByRole('button', { name: '“推荐等级”的选项' }).press('Enter');
  await page.getByLabel('“推荐等级”的新选项').fill('丙等');
  await page.getByRole('button', { name: '新增选项' }).dblclick();
  await expect(page.getByRole('textbox', { name: '选项“丙等”的名称' })).toBeVisible();

  await enterAchievement(page, '电池热失控预警系统');
  await fill(page, '样机数（台）', '2.5');
  await fill(page, '中试场地', '光谷三路');
  await page.getByRole('button', { name: '推荐等级', exact: true }).click();
  await page.getByRole('option', { name: '乙等' }).click();
  await expect(page.getByRole('button', { name: '推荐等级', exact: true })).toHaveText('乙等');

  // Found by what stands in it, filtered by it, and shown in the list.
  await page.keyboard.press('Control+K');
  await page.keyboard.type('guanggu');
  await expect(page.getByRole('dialog').getByText('中试场地')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.locator('nav').getByRole('link', { name: '成果', exact: true }).click();
  const row = page.getByRole('row', { name: '电池热失控预警系统' });
  await expect(row).toContainText('乙等');
  await page.getByRole('button', { name: '筛选', exact: true }).click();
  await page.getByRole('menuitem', { name: '推荐等级' }).hover();
  await page.getByRole('menuitemcheckbox', { name: /甲等/ }).click();
  await expect(row).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await page.getByRole('button', { name: '清除筛选' }).click();
  await expect(row).toBeVisible();

  // A field in use is archived; what it holds is kept, and shown again when it comes back.
  await page.goto(`${page.url().split('#')[0]}#/settings/fields/achievement`);
  await page.getByRole('button', { name: '删除“样机数”' }).press('Enter');
  await expect(page.getByText(/有 1 条记录填了这个字段/)).toBeVisible();
  await page.getByRole('button', { name: '停用“样机数”' }).press('Enter');
  await expect(page.getByRole('button', { name: '恢复使用“样机数”' })).toBeVisible();
  await page.locator('nav').getByRole('link', { name: '成果', exact: true }).click();
  await page.getByText('电池热失控预警系统').first().click();
  await expect(page.getByRole('button', { name: '中试场地', exact: true })).toHaveText('光谷三路');
  const prototypes = page.getByRole('button', { name: '样机数（台）', exact: true });
  await expect(prototypes).toBeHidden();
  await page.keyboard.press('Control+Z');
  await expect(prototypes).toHaveText('2.5');
});
