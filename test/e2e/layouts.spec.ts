import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/app.ts';
import { chooseFile } from './support/desk.ts';

test.use({ desk: { locale: 'zh-CN', demo: true } });

async function openList(page: Page, href: string, layout: string): Promise<void> {
  await page.locator(`nav a[href="${href}"]`).click();
  const choice = page.getByRole('radiogroup', { name: '显示方式' });
  await choice.getByText(layout, { exact: true }).click();
}

const column = (page: Page, name: string) =>
  page.getByRole('region', { name: new RegExp(`^${name}，`) });

test('achievements by maturity on a board that is kept as a view and as a file', async ({
  app,
}) => {
  const { page } = app;
  await openList(page, '#/achievements', '看板');
  const from = column(page, '通过小试');
  await expect(from).toHaveAccessibleName('通过小试，11 项');

  // By keys, the focus going along; each move is one step to undo.
  const card = from.locator('a[data-card]').first();
  const title = await card.innerText();
  await card.focus();
  await page.keyboard.press('Alt+ArrowRight');
  const moved = column(page, '通过中试').getByRole('link', { name: title });
  await expect(moved).toBeFocused();
  await expect(from).toHaveAccessibleName('通过小试，10 项');
  await page.keyboard.press('Control+z');
  await expect(from).toHaveAccessibleName('通过小试，11 项');
  await expect(moved).toHaveCount(0);

  const sample = column(page, '已有样品').locator('a[data-card]').first();
  const dragged = await sample.innerText();
  await sample.dragTo(column(page, '正在研发'));
  await expect(column(page, '正在研发').getByRole('link', { name: dragged })).toBeVisible();

  await page.getByRole('button', { name: '“通过小试”的数量上限…' }).click();
  await page.getByLabel('最多几项').pressSequentially('0');
  await expect(page.getByLabel('最多几项')).toHaveValue('');
  await page.getByLabel('最多几项').pressSequentially('5');
  await page.keyboard.press('Enter');
  await expect(from).toHaveAccessibleName('通过小试，11 项，超过上限 5');
  await expectAccessible(page, 'board');

  await page.getByRole('button', { name: '视图', exact: true }).click();
  await page.getByRole('menuitem', { name: '另存为视图…' }).click();
  await page.getByRole('dialog').getByLabel('名称').fill('成熟度看板');
  await page.keyboard.press('Control+Enter');
  const link = page.locator('nav').getByRole('button', { name: '成熟度看板' });
  await expect(link).toBeVisible();
  await openList(page, '#/achievements', '表格');
  await expect(page.getByRole('grid')).toBeVisible();
  await link.click();
  await expect(from).toHaveAccessibleName('通过小试，11 项，超过上限 5');

  await page.getByRole('main').getByRole('button', { name: '成熟度看板' }).click();
  await page.getByRole('menuitem', { name: '存为文件…' }).click();
  const path = await app.savedFile('视图 成熟度看板.json');
  const view = JSON.parse(await readFile(path, 'utf8')) as object;
  expect(view).toMatchObject({ list: 'achievement', layout: 'board', boardBy: null });

  // As a colleague's might be: with a field that is not here.
  await page.locator('nav a[href="#/deals"]').click();
  const where = [{ not: { field: 'maturity', in: ['landed'] } }];
  const fieldNames = { x_1: '客户评级' };
  const theirs = { ...view, name: '同事的看板', where, groupBy: 'x_1', fieldNames };
  await chooseFile(page, '看板.json', Buffer.from(JSON.stringify(theirs)));
  await expect(page.getByText('这里没有的字段已略去：客户评级')).toBeVisible();
  await expect(page.getByText('这里没有，结果可能不全：所处阶段')).toBeVisible();
  await expect(page.getByRole('main').getByRole('button', { name: '同事的看板' })).toBeVisible();
  await expect(from).toHaveAccessibleName('通过小试，11 项，超过上限 5');
  await chooseFile(page, '别的.json', Buffer.from('{}'));
  await expect(page.getByText('“别的.json”不是视图文件。')).toBeVisible();
});

test('deals on the calendar and achievements as cards, by keyboard', async ({ app }) => {
  const { page } = app;
  await openList(page, '#/deals', '日历');
  const today = page.locator('[data-day][aria-current=date]');
  const entry = today.locator('a').first();
  const title = await entry.innerText();
  await today.focus();
  await page.keyboard.press('Tab');
  await expect(entry).toBeFocused();
  await expectAccessible(page, 'month');
  await page.keyboard.press('Alt+ArrowRight');
  await expect(today.getByRole('link', { name: title })).toHaveCount(0);
  await expect(page.getByText(new RegExp(`^“${title}”已改到`))).toBeAttached();
  // The day after, wherever the month ends; there the keys are now.
  await expect(page.locator('[data-day]:has(a:focus), [data-day]:focus')).toContainText(title);
  await page.keyboard.press('Control+z');
  await expect(today.getByRole('link', { name: title })).toBeVisible();

  // Where there is no room for all, the rest is shown by the week, and the focus goes along.
  const size = page.viewportSize();
  await page.setViewportSize({ width: 1280, height: 500 });
  await today.getByRole('button').press('Enter');
  const marked = page.locator('[data-column][data-marked=true]');
  await expect(marked.locator('a[data-card]').first()).toBeFocused();
  if (size) await page.setViewportSize(size);
  await page.getByRole('radiogroup', { name: '时间范围' }).getByText('月').click();
  await expect(today).toBeVisible();

  await page.getByRole('radiogroup', { name: '时间范围' }).getByText('周').click();
  await expect(page.locator('[data-column][data-marked=true] a[data-card]').first()).toBeVisible();
  await expectAccessible(page, 'week');

  // Of the dates of achievements, the first that any has.
  await openList(page, '#/achievements', '日历');
  await expect(page.getByRole('button', { name: '按登记日期' })).toBeVisible();

  await openList(page, '#/achievements', '卡片');
  const cards = page.getByRole('region', { name: '成果' }).getByRole('link');
  await cards.first().focus();
  await page.keyboard.press('End');
  const last = page.locator('a[data-index="47"]');
  await expect(last).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  await expect(last).toBeFocused();
  await expectAccessible(page, 'cards');
  const name = await last.innerText();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
});
