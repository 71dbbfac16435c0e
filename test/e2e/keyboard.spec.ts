import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';

test.use({ desk: { locale: 'zh-CN', demo: true } });

const link = (page: Page, href: string) => page.locator(`nav a[href="${href}"]`);

/** Waits until a panel or the palette, which holds the focus while it is there, is gone. */
const free = (page: Page) => expect(page.getByRole('dialog')).toHaveCount(0);

async function command(page: Page, text: string, first: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(text);
  await expect(page.getByRole('dialog').getByRole('option', { selected: true })).toContainText(
    first,
  );
  await page.keyboard.press('Enter');
}

test('a new achievement is found, starred, changed and left again without a mouse', async ({
  app,
}) => {
  const { page } = app;
  const heading = page.getByRole('heading', { level: 1, name: '键盘录入的成果' });
  const starred = page.locator('nav').getByRole('link', { name: '键盘录入的成果' });
  await expect(link(page, '#/achievements')).toContainText('48');

  await command(page, 'xjcg', '新建成果');
  await expect(page.getByRole('dialog').getByLabel('成果名称')).toBeFocused();
  await page.keyboard.type('键盘录入的成果');
  await page.keyboard.press('Control+Enter');
  await expect(heading).toBeVisible();
  await free(page);

  await command(page, 'qiye', '企业');
  await expect(page.getByRole('heading', { level: 1, name: '企业' })).toBeVisible();
  await command(page, 'jplr', '键盘录入的成果');
  await expect(heading).toBeVisible();
  await page.keyboard.press('Control+d');
  await expect(starred).toBeVisible();
  await expect(page.getByRole('button', { name: '加星标', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );

  // In the list it is the row that was changed last: its cell is changed where it stands.
  await command(page, '成果', '成果');
  const grid = page.getByRole('grid');
  await expect(grid.getByRole('row').nth(1)).toContainText('键盘录入的成果');
  await grid.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('沈键');
  await page.keyboard.press('Enter');
  await expect(grid.getByRole('row').nth(1)).toContainText('沈键');

  // There and back again: the row, what is ticked and how far it is scrolled are as they were.
  for (let row = 0; row < 30; row += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  const cell = (await grid.getAttribute('aria-activedescendant')) ?? '';
  const top = await grid.evaluate(({ scrollTop }) => scrollTop);
  expect(top).toBeGreaterThan(300);
  await page.keyboard.press('Enter');
  await expect(grid).toHaveCount(0);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(grid).toHaveAttribute('aria-activedescendant', cell);
  await expect.poll(() => grid.evaluate(({ scrollTop }) => scrollTop)).toBe(top);
  await expect(grid.getByRole('row', { selected: true })).toHaveCount(1);
  await page.keyboard.press('Control+d');
  await expect(
    page.locator('nav').getByRole('group', { name: '星标' }).getByRole('link'),
  ).toHaveCount(2);

  // Back over the panel for a new one to where it was asked for: it is not asked for again.
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Alt+ArrowLeft');
  await expect(heading).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await free(page);

  await page.keyboard.press('Control+z');
  await expect(
    page.locator('nav').getByRole('group', { name: '星标' }).getByRole('link'),
  ).toHaveCount(1);
});

test('what was opened and starred is there after a restart, without what is gone', async ({
  app,
}) => {
  const starred = () => app.page.locator('nav').getByRole('link', { name: '电池热失控预警系统' });
  const ready = () => expect(link(app.page, '#/achievements')).toContainText('48');
  await ready();
  await command(app.page, 'dianchire', '电池热失控预警系统');
  await app.page.keyboard.press('Control+d');
  await expect(starred()).toBeVisible();
  await command(app.page, 'kjjmhj', '可降解镁合金心血管支架');
  await expect(app.page.getByRole('heading', { level: 1, name: /^可降解/ })).toBeVisible();

  await command(app.page, 'xjcg', '新建成果');
  await expect(app.page.getByRole('dialog').getByLabel('成果名称')).toBeFocused();
  await app.page.keyboard.type('白录的成果');
  await app.page.keyboard.press('Control+Enter');
  await expect(app.page.getByRole('heading', { level: 1, name: '白录的成果' })).toBeVisible();
  await free(app.page);
  await app.page.keyboard.press('Control+z');
  await expect(app.page.getByText('这条记录已不存在')).toBeVisible();

  await expect(app.page.locator('[data-save=saved]')).toBeVisible();
  await app.restart();
  await ready();
  await expect(starred()).toBeVisible();
  await app.page.keyboard.press('Control+k');
  const recent = app.page.getByRole('dialog').getByRole('group', { name: '最近打开' });
  await expect(recent.getByRole('option')).toHaveText([/^可降解/, /^电池热失控/]);
});

test('shortcuts are shown by ?, and not heard while typing or composing', async ({ app }) => {
  const { page } = app;
  await expect(link(page, '#/achievements')).toContainText('48');
  await page.keyboard.press('Shift+?');
  const sheet = page.getByRole('dialog', { name: '快捷键' });
  await expect(sheet.getByText('撤销', { exact: true })).toBeVisible();
  await expect(sheet.getByText('到下一个问题')).toBeVisible();
  await page.keyboard.press('Escape');
  await free(page);

  await page.keyboard.press('Control+k');
  await page.keyboard.type('?');
  await expect(page.getByRole('combobox')).toHaveValue('?');
  await expect(sheet).toHaveCount(0);
  await page.getByRole('combobox').fill('xjcg');
  await expect(page.getByRole('option', { selected: true })).toContainText('新建成果');
  await page
    .getByRole('combobox')
    .dispatchEvent('keydown', { key: 'Enter', isComposing: true, keyCode: 229 });
  await expect(page.getByRole('combobox')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByLabel('成果名称')).toBeFocused();
});

test('the palette does what it is told once, however often Enter is pressed', async ({ app }) => {
  const { page } = app;
  const fold = page.getByRole('button', { name: '收起侧栏' });
  await expect(fold).toBeVisible();
  await page.keyboard.press('Control+k');
  const input = page.getByRole('combobox');
  // Faster than anything is found.
  await input.evaluate((field: HTMLInputElement) => {
    field.focus();
    document.execCommand('insertText', false, '收起或展开侧栏');
    for (const _ of [1, 2]) {
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    }
  });
  await expect(input).toHaveCount(0);
  await expect(page.getByRole('button', { name: '展开侧栏' })).toBeVisible();
  await expect(fold).toHaveCount(0);
});

test('Enter that ends an input-method composition saves nothing', async ({ app }) => {
  const { page } = app;
  await link(page, '#/achievements').click();
  await page.getByRole('row').nth(1).getByRole('button').click();
  await page.getByRole('button', { name: '负责人', exact: true }).click();
  const input = page.getByRole('textbox', { name: '负责人' });
  await input.fill('jie');
  await input.dispatchEvent('keydown', { key: 'Enter', isComposing: true, keyCode: 229 });
  await expect(input).toBeVisible();
  await input.press('Enter');
  await expect(page.getByRole('button', { name: '负责人', exact: true })).toHaveText('jie');
});
