import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/app.ts';

test.use({ desk: { locale: 'zh-CN', demo: true } });

const grid = (page: Page) => page.getByRole('grid', { name: '成果' });
const cell = (page: Page, row: number, field: string) =>
  grid(page).getByRole('row').nth(row).locator(`[data-field=${field}]`);

async function openList(page: Page): Promise<void> {
  await page.locator('nav a[href="#/achievements"]').click();
  await expect(grid(page).getByRole('row')).not.toHaveCount(1);
}

/** What a spreadsheet has put on the clipboard. */
const pasteText = (page: Page, text: string) =>
  page.evaluate((plain) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', plain);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);

test('cells are changed by typing, with an input method too, and undone', async ({ app }) => {
  const { page } = app;
  await openList(page);
  const title = await cell(page, 1, 'title').innerText();
  await grid(page).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('武汉大学');
  await page.keyboard.press('Tab');
  await page.keyboard.type('键盘上的人');
  await page.keyboard.press('Enter');
  await expect(cell(page, 1, 'units')).toHaveText('武汉大学');
  await expect(cell(page, 1, 'leader')).toHaveText('键盘上的人');
  // The list is ordered by the last change, yet nothing has jumped.
  await expect(cell(page, 1, 'title')).toHaveText(title);

  // Enter has gone down: the second row is changed from what it had, then left by Escape.
  const before = await cell(page, 2, 'leader').innerText();
  await page.keyboard.press('F2');
  await page.keyboard.type('甲');
  await page.keyboard.press('Escape');
  await expect(cell(page, 2, 'leader')).toHaveText(before);

  // The app's own shortcuts are heard from a cell.
  await page.keyboard.press('Control+z');
  await expect(cell(page, 1, 'leader')).not.toHaveText('键盘上的人');
  // An input method begins in the cell, and its Enter ends only its word.
  await cell(page, 1, 'leader').click();
  const client = await page.context().newCDPSession(page);
  await client.send('Input.imeSetComposition', {
    text: 'zhang',
    selectionStart: 5,
    selectionEnd: 5,
  });
  await client.send('Input.insertText', { text: '张' });
  const input = grid(page).getByRole('textbox', { name: '负责人' });
  await expect(input).toHaveValue('张');
  await input.dispatchEvent('keydown', { key: 'Enter', isComposing: true, keyCode: 229 });
  await expect(input).toHaveValue('张');
  await page.keyboard.press('Enter');
  await expect(cell(page, 1, 'leader')).toHaveText('张');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('the whole result is given a value and deleted but for what is in use; ranges are pasted', async ({
  app,
}) => {
  const { page } = app;
  await openList(page);
  await grid(page).focus();
  await page.keyboard.press('Control+a');
  const bar = page.getByRole('toolbar', { name: '对所选记录的操作' });
  await expect(bar).toContainText('已选 48 项');

  await bar.getByRole('button', { name: '修改字段' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('combobox', { name: '字段' }).fill('负责人');
  await page.getByRole('option', { name: '负责人', exact: true }).click();
  await panel.getByRole('textbox', { name: '负责人' }).fill('同一人');
  await panel.getByRole('button', { name: '修改 48 条' }).click();
  await expect(page.getByText('已修改 48 条记录')).toBeVisible();
  await expect(cell(page, 9, 'leader')).toHaveText('同一人');

  await grid(page).getByRole('columnheader', { name: '成果名称' }).getByRole('button').click();
  await expect(bar).toContainText('已选 48 项');
  await bar.getByRole('button', { name: '删除' }).click();
  await expect(page.getByText(/条记录仍被其他记录引用，没有删除/)).toBeVisible();
  await expect(page.getByText(/：\d+ 处引用/).first()).toBeVisible();
  await page.locator('body').click({ position: { x: 600, y: 90 } });
  await page.keyboard.press('Control+z');
  await expect(page.locator('nav a[href="#/achievements"]')).toContainText('48');
  await page.keyboard.press('Control+z');
  await expect(cell(page, 9, 'leader')).not.toHaveText('同一人');

  // A range from a spreadsheet is shown before it is pasted, and comes back as it was copied.
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await cell(page, 1, 'leader').click();
  await pasteText(page, '王一\t内部\r\n李二\t保密得很\r\n');
  const paste = page.getByRole('dialog', { name: '粘贴' });
  await expect(paste).toContainText('王一');
  await expect(paste).toContainText('1 个单元格不能改动');
  await expect(paste.getByRole('row', { name: /保密得很/ })).toBeVisible();
  await expectAccessible(page);
  await paste.getByRole('button', { name: '粘贴', exact: true }).click();
  await expect(cell(page, 1, 'leader')).toHaveText('王一');
  await expect(cell(page, 1, 'secrecy')).toHaveText('内部');
  await expect(cell(page, 2, 'leader')).toHaveText('李二');

  await cell(page, 1, 'leader').click();
  await cell(page, 2, 'secrecy').click({ modifiers: ['Shift'] });
  await page.keyboard.press('Control+c');
  await expect(page.getByText('已复制 4 个单元格')).toBeVisible();
  const secrecy = await cell(page, 2, 'secrecy').innerText();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `王一\t内部\r\n李二\t${secrecy}`,
  );
});
