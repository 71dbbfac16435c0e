import { join } from 'node:path';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/app.ts';
import { beginEmptyDesk } from './support/desk.ts';

test('needs come in from a sheet with their enterprises, are measured, questioned and dealt with', async ({
  app,
}) => {
  const { page } = app;
  await beginEmptyDesk(page);
  const nav = (name: string) => page.locator('nav').getByRole('link', { name, exact: true });

  await nav('导入').click();
  await page
    .locator('input[type=file]')
    .setInputFiles(join(import.meta.dirname, '../fixtures/needs.xlsx'));
  await expect(page.getByRole('tab', { name: '可写入 120', exact: true })).toBeVisible();
  await page.getByRole('button', { name: '写入 120 条需求' }).click();
  await expect(page.getByText('已导入“needs.xlsx”')).toBeVisible();
  await expect(nav('需求')).toContainText('120');
  await expect(nav('企业')).toContainText('9');

  await nav('需求').click();
  await page.getByLabel('在列表中查找').fill('量子密钥分发');
  await page.getByRole('button', { name: '量子密钥分发关键技术攻关' }).first().click();
  await expect(page.getByText(/还差 4 问，先问：指标原文里的数值对吗/)).toBeVisible();

  // The words become rows only after they were looked at; one is set right first.
  await page.getByRole('button', { name: '从文字识别' }).first().click();
  const panel = page.getByRole('dialog');
  await expect(panel.getByText('识别出 3 项')).toBeVisible();
  await expectAccessible(page);
  await panel.getByLabel('指标 1').fill('密钥成码率');
  await panel.getByLabel('采用第 3 项').uncheck();
  await panel.getByLabel('数值 2').fill('很多');
  await expect(panel.getByText('“很多”不是数字')).toBeVisible();
  await expect(panel.getByRole('button', { name: '采用 2 项' })).toBeDisabled();
  await panel.getByLabel('数值 2').fill('30');
  // More words leave the corrections as they are; too many are said.
  const words = panel.getByLabel('指标原文');
  const stated = await words.inputValue();
  await words.fill('长'.repeat(20_001));
  await expect(panel.getByText(/20000|20,000/)).toBeVisible();
  await expect(panel.getByRole('button', { name: '采用 0 项' })).toBeDisabled();
  await words.fill(stated);
  await panel.getByLabel('指标 1').fill('密钥成码率');
  await panel.getByLabel('采用第 3 项').uncheck();
  await panel.getByLabel('数值 2').fill('30');
  await words.fill(`${stated}\n便于维护`);
  await expect(panel.getByText('便于维护', { exact: true })).toBeVisible();
  await expect(panel.getByLabel('数值 2')).toHaveValue('30');
  // Twice, as the impatient do: they are written once.
  await panel.getByRole('button', { name: '采用 2 项' }).dblclick();
  await expect(page.getByRole('row', { name: /密钥成码率 ≥ / })).toBeVisible();
  await expect(page.getByRole('row', { name: /能耗 ≤ 30 kWh\/t/ })).toBeVisible();
  await expect(page.getByText(/还差 3 问，先问：哪一天向企业本人核实过/)).toBeVisible();

  // One more by keyboard: Escape closes a list before it closes the line, and the focus stays near.
  await page.getByRole('button', { name: '添加指标' }).press('Enter');
  await expect(page.getByLabel('指标', { exact: true })).toBeFocused();
  await page.keyboard.type('重量');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { name: '≤ 不超过' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option')).toHaveCount(0);
  await page.getByLabel('数值', { exact: true }).fill('5');
  await page.getByRole('button', { name: '保存', exact: true }).dblclick();
  await expect(page.getByRole('button', { name: '添加指标' })).toBeFocused();
  await expect(page.getByRole('row', { name: /重量 ≥ 5/ })).toHaveCount(1);
  await expect(page.getByRole('row')).toHaveCount(4);
  await page.getByRole('button', { name: '指标“重量”的操作' }).press('Enter');
  await expect(page.getByRole('menuitem', { name: '下移' })).toBeDisabled();
  await page.getByRole('menuitem', { name: '修改' }).press('Enter');
  await page.getByLabel('指标', { exact: true }).press('Escape');
  await expect(page.getByRole('button', { name: '指标“重量”的操作' })).toBeFocused();

  // The question leads to the field that answers it.
  await page.getByRole('button', { name: '去填写' }).click();
  await page.getByLabel('核实日期').getByRole('textbox').fill('2026-11-01');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/还差 2 问/)).toBeVisible();
  await expectAccessible(page);

  // Its enterprise shows it, and a deal may name it.
  const company = page.locator('aside a').first();
  const name = await company.innerText();
  await company.click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(
    page
      .locator('aside')
      .getByRole('link', { name: /量子密钥分发/ })
      .first(),
  ).toBeVisible();
  await page.getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name: '删除' }).click();
  await expect(page.getByText(/还有 \d+ 处引用它，不能删除/)).toBeVisible();
  await page.goBack();
  await page.getByRole('button', { name: '新建交易' }).click();
  await expect(page.getByRole('dialog').getByRole('combobox', { name: '需求' })).toHaveValue(
    /量子密钥分发/,
  );
});
