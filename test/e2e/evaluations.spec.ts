import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/app.ts';
import { beginEmptyDesk, enterAchievement } from './support/desk.ts';

test('an achievement is proven, scored and priced, and what would still be asked becomes less', async ({
  app,
}) => {
  const { page } = app;
  await beginEmptyDesk(page);
  await enterAchievement(page, '低温固化胶');
  const tab = (name: string) => page.getByRole('tab', { name }).click();
  const panel = page.getByRole('dialog');
  await expect(page.getByText('还没有证据')).toBeVisible();
  await page.getByRole('link', { name: '打开评价' }).click();

  // Evidence of a first sample shows the laboratory's levels too; one press states the level.
  await page.getByRole('button', { name: '添加证据' }).click();
  await panel.getByLabel('证明到第几级').fill('5');
  await panel.getByRole('combobox', { name: '证据类型' }).click();
  await page.getByRole('option', { name: '试验记录' }).click();
  await panel.getByLabel('证据名称').fill('初样剪切试验');
  await panel.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('证据到 5 级', { exact: true })).toBeVisible();
  await expect(page.getByText('由 5 级推定')).toHaveCount(4);
  await page.getByRole('button', { name: 'TRL 填为 5' }).click();
  await expect(page.getByText(/TRL 还没有填/)).toHaveCount(0);
  await expectAccessible(page);

  // Two evaluators score by keyboard; the one with a conflict is not counted.
  await tab('指标评价');
  await page.getByRole('button', { name: '新建评价' }).click();
  await panel.getByRole('button', { name: '保存' }).click();
  // A second press adds the indicators no second time.
  await page.getByRole('button', { name: '应用技术' }).dblclick();
  await expect(page.getByText('权重合计 100%')).toBeVisible();
  for (const [name, conflict] of [
    ['张敏', '声明无利益冲突'],
    ['李强', '声明有利益冲突'],
  ] as const) {
    await page.getByRole('button', { name: '添加评价人' }).click();
    const form = page.locator('form');
    await form.getByLabel('姓名').fill(name);
    await form.getByRole('combobox', { name: '利益冲突' }).click();
    await page.getByRole('option', { name: conflict }).click();
    await form.getByRole('button', { name: '保存' }).click();
    await expect(form).toHaveCount(0);
  }
  await expect(page.getByText(/张敏还没有评：/)).toBeVisible();
  const scores = page.getByRole('textbox', { name: /^张敏：/ });
  const count = await scores.count();
  await scores.first().click();
  // Entered with a key it is written once: one step back, and it is blank again.
  await page.keyboard.type('70');
  await page.keyboard.press('Enter');
  await expect(scores.first()).toHaveValue('70');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+z');
  await expect(scores.first()).toHaveValue('');
  await scores.first().click();
  for (let row = 0; row < count; row += 1) {
    await page.keyboard.type(row === 0 ? '85' : '80');
    await page.keyboard.press('Enter');
  }
  // The first indicator weighs 2.50 %: 80 + 5 × 2.5 % = 80.125.
  await expect(page.getByText('80.13', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('声明有利益冲突，未计入：李强')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('textbox', { name: /^李强：/ }).last()).toBeFocused();
  await page
    .getByRole('button', { name: /^理由 · 张敏/ })
    .first()
    .click();
  await page.getByRole('textbox', { name: '理由' }).fill('国内首次');
  await page.getByRole('textbox', { name: '理由' }).press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^理由 · 张敏/ }).first()).toHaveAttribute(
    'title',
    '国内首次',
  );
  await expectAccessible(page);

  // By income: 25 % of 100 万元 in one year at 10 %.
  await tab('估值');
  await page.getByRole('button', { name: '新建估值' }).click();
  await panel.getByLabel('估值名称').fill('转让底价');
  await panel.getByRole('combobox', { name: '方法' }).click();
  await page.getByRole('option', { name: '收益法' }).click();
  await panel.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('还没有填折现率')).toBeVisible();
  await page.getByRole('button', { name: '25%', exact: true }).click();
  await page.getByRole('button', { name: '折现率', exact: true }).click();
  await page.getByRole('textbox', { name: '折现率' }).fill('10');
  await page.getByRole('textbox', { name: '折现率' }).press('Enter');
  await page.getByRole('button', { name: '添加一行' }).click();
  await page.locator('form').getByLabel('年份或名称').fill('2027 年');
  await page.locator('form').getByLabel('金额').fill('100万');
  await page.locator('form').getByLabel('金额').press('Enter');
  await expect(page.getByText('227,272.73').first()).toBeVisible();
  await expect(page.getByText('2027 年：1,000,000.00 元 × 25% ÷ (1＋10%)^1')).toBeVisible();
  await expect(page.getByText('参考，不构成资产评估')).toBeVisible();
  await expectAccessible(page);

  await tab('比较');
  await expect(page.getByRole('img', { name: /转让底价：227,272.73 元/ })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: '转化前评价' })).toBeVisible();

  // What is answered is ticked; an open question leads to where it is answered.
  await tab('企业追问');
  await expect(page.getByText('已答 4/18')).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole('listitem')
    .filter({ hasText: '这项成果解决谁的什么问题' })
    .getByRole('link', { name: '去填写' })
    .click();
  const summary = page.getByRole('textbox', { name: '成果简介' });
  await summary.fill('80 ℃ 固化，剪切强度 18 MPa');
  await page.getByRole('heading', { level: 1, name: '低温固化胶' }).click();
  await expect(page.getByText('已答 6/18')).toBeVisible();
  await expect(page.getByText('证据到 5 级')).toBeVisible();
});
