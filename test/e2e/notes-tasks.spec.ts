import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/app.ts';
import { beginEmptyDesk, enterAchievement, saved } from './support/desk.ts';

const mod = 'Control';

async function newEnterprise(page: Page, name: string): Promise<void> {
  await page.locator('nav').getByRole('link', { name: '企业', exact: true }).click();
  await page.getByRole('button', { name: '新建企业', exact: true }).first().click();
  const panel = page.getByRole('dialog');
  await panel.getByLabel('企业名称').fill(name);
  await panel.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

test('notes mention records by pinyin, are found, and go and come back with their record', async ({
  app,
}) => {
  const { page } = app;
  await beginEmptyDesk(page);
  await newEnterprise(page, '江南材料');
  await enterAchievement(page, '电池热失控预警系统');

  const text = page.getByLabel('跟进内容');
  await text.pressSequentially('今天去 @jncl');
  await expect(page.getByRole('option', { name: '江南材料' })).toBeVisible();
  // However fast the next keys come, they come behind the name and stay in their order.
  await text.evaluate(async (area) => {
    area.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true }),
    );
    await new Promise((resolve) => setTimeout(resolve));
    document.execCommand('insertText', false, '看');
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    document.execCommand('insertText', false, '了');
  });
  await page.keyboard.type('中试线');
  await expect(text).toHaveValue('今天去 @江南材料 看了中试线');
  await page.keyboard.press(`${mod}+Enter`);
  await expect(text).toHaveValue('');
  const row = page.getByRole('listitem').filter({ hasText: '看了中试线' });
  const link = row.getByRole('link', { name: '@江南材料' });
  await expect(link).toBeVisible();
  await expectAccessible(page);

  // The title of today is shown, and the link leads there.
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: '江南材料' })).toBeVisible();
  await page.getByRole('button', { name: '企业名称', exact: true }).click();
  await page.getByRole('textbox', { name: '企业名称' }).fill('江南新材');
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('heading', { level: 1, name: '江南新材', exact: true }),
  ).toBeVisible();

  await page.keyboard.press(`${mod}+K`);
  await page.keyboard.type('中试线');
  const hit = page.getByRole('dialog').getByRole('option', { name: /看了中试线/ });
  await expect(hit).toBeVisible();
  await hit.click();
  await expect(row.getByRole('link', { name: '@江南新材' })).toBeVisible();

  await row.getByRole('button', { name: /^修改/ }).click();
  await row.getByLabel('跟进内容').fill('约了下周签意向书');
  await page.keyboard.press(`${mod}+Enter`);
  const pin = page.getByRole('button', { name: '置顶“约了下周签意向书”' });
  await expect(pin).toBeVisible();
  await page.getByRole('button', { name: '删除“约了下周签意向书”' }).click();
  await expect(pin).toBeHidden();
  await page.keyboard.press(`${mod}+Z`);
  await expect(pin).toBeVisible();

  await page.getByRole('button', { name: '更多操作', exact: true }).click();
  await page.getByRole('menuitem', { name: '删除' }).click();
  await expect(page.getByText('已删除“电池热失控预警系统”')).toBeVisible();
  await page.keyboard.press(`${mod}+Z`);
  await page.getByRole('row', { name: '电池热失控预警系统' }).getByRole('button').click();
  await expect(pin).toBeVisible();
  await expect(saved(page)).toBeVisible();
});

test('tasks are entered, put off, checked off by keyboard and taken back', async ({ app }) => {
  const { page } = app;
  await beginEmptyDesk(page);
  await enterAchievement(page, '电池热失控预警系统');
  const line = page.getByLabel('添加待办…');
  await line.fill('寄样品');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '寄样品', exact: true })).toBeVisible();

  const nav = page.locator('nav').getByRole('link', { name: '待办' });
  await nav.click();
  await line.fill('报销差旅费');
  await page.getByLabel('截止日期').fill('2020-01-31');
  await page.getByRole('button', { name: '添加', exact: true }).click();
  const late = page.getByRole('list', { name: '已逾期' });
  await expect(late.getByText('报销差旅费')).toBeVisible();
  await expect(nav).toContainText('1');
  await expect(page.getByRole('link', { name: '电池热失控预警系统' })).toBeVisible();
  await expectAccessible(page);

  // What is typed counts when the field is left, and is offered again elsewhere.
  await page.getByRole('link', { name: '电池热失控预警系统' }).click();
  await page.getByRole('button', { name: '标签', exact: true }).click();
  await page.getByRole('combobox', { name: '标签' }).pressSequentially('重点、展会');
  await page.getByRole('heading', { level: 1 }).click();
  // The title has the star beside it; what is above both is the head.
  const head = page.getByRole('heading', { level: 1 }).locator('../..');
  await expect(head.getByText('重点', { exact: true })).toBeVisible();
  await expect(head.getByText('展会', { exact: true })).toBeVisible();
  await enterAchievement(page, '粘结剂');
  await page.getByRole('button', { name: '标签', exact: true }).click();
  await page.getByRole('combobox', { name: '标签' }).fill('展');
  await page.getByRole('option', { name: '展会' }).click();
  await page.getByRole('heading', { level: 1 }).click();
  await expect(head.getByText('展会', { exact: true })).toBeVisible();

  await page.locator('nav').getByRole('link', { name: '今日' }).click();
  await page.getByRole('region', { name: '已逾期' }).getByText('报销差旅费').click();
  const panel = page.getByRole('dialog');
  await panel.getByLabel('要做什么').fill('报销差旅费和住宿费');
  await page.keyboard.press(`${mod}+Enter`);
  await expect(panel).toBeHidden();
  await page.getByRole('button', { name: '“报销差旅费和住宿费”的更多操作' }).click();
  await page.getByRole('menuitem', { name: '推迟到明天' }).click();
  await expect(page.getByRole('list', { name: '未来 7 天' })).toContainText('报销差旅费和住宿费');

  // The next one takes the focus, so that the arrows and Space go on.
  const box = page.getByRole('checkbox', { name: '完成“报销差旅费和住宿费”' });
  await box.focus();
  await page.keyboard.press('Space');
  await expect(box).toBeHidden();
  await page.getByRole('button', { name: '已完成 1 项' }).click();
  await expect(page.getByRole('list', { name: '已完成' })).toContainText('报销差旅费和住宿费');
  await page.keyboard.press(`${mod}+Z`);
  await expect(box).toBeVisible();
  await expect(saved(page)).toBeVisible();
});
