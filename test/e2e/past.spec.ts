import { dateInChina } from '../../shared/core/dates.ts';
import { type DeskApp, expect, test } from './support/app.ts';

/**
 * Looking back: the demo desk begins yesterday (only the page's clock is set, the log is the app's
 * own), is changed today, and is looked at as it stood when yesterday ended.
 */

const DAY_MS = 86_400_000;
const yesterday = dateInChina(Date.now() - DAY_MS);

async function beginYesterday({ page }: DeskApp): Promise<void> {
  await page.clock.setFixedTime(Date.parse(`${yesterday}T15:00:00+08:00`));
  await page.getByRole('button', { name: '示例工作台' }).click();
  await expect(page.getByRole('link', { name: '交易', exact: true })).toContainText('29');
  await page.clock.setFixedTime(Date.parse(`${yesterday}T15:00:00+08:00`) + DAY_MS);
  // What shows a date shows today's from now on.
  await page.getByRole('link', { name: '设置', exact: true }).click();
  await page.getByRole('link', { name: '交易', exact: true }).click();
}

const column = ({ page }: DeskApp, name: string) =>
  page.getByRole('region', { name: new RegExp(`^${name}，`) });
const band = ({ page }: DeskApp) => page.getByText(`这是 ${yesterday} 结束时的样子，只能查看`);

async function lookAtYesterday(app: DeskApp): Promise<void> {
  await app.page.getByRole('button', { name: '回看' }).click();
  await app.page.getByRole('button', { name: /^昨天/ }).click();
  await expect(band(app)).toBeVisible();
}

async function backToNow(app: DeskApp): Promise<void> {
  await app.page.getByRole('button', { name: '回到现在' }).click();
  await expect(band(app)).toHaveCount(0);
}

test('last evening’s board, list, total and records, and back to now', async ({ app }) => {
  const { page } = app;
  await beginYesterday(app);
  const subtitle = page.getByRole('main').locator('small').first();
  const totalThen = await subtitle.innerText();

  // Today a deal is moved by keyboard, and its amount changes.
  const card = column(app, '接洽').locator('a[data-card]').first();
  const name = await card.innerText();
  await card.focus();
  await page.keyboard.press('Alt+ArrowRight');
  const moved = column(app, '委托受理').getByRole('link', { name });
  await expect(moved).toBeVisible();
  await expect(column(app, '接洽').getByRole('link', { name })).toHaveCount(0);
  await moved.click();
  const board = page.getByRole('link', { name: '交易', exact: true });
  const amount = page.locator('[data-field=contractAmountFen]');
  const amountThen = (await amount.textContent()) ?? '';
  await amount.click();
  await page.getByRole('textbox', { name: '合同成交额' }).fill('99999万');
  await page.keyboard.press('Enter');
  await expect(amount).toContainText('999,990,000.00');
  const address = page.url();
  const receive = page.getByRole('button', { name: '记录收款', exact: true });
  await expect(receive).toBeVisible();

  await lookAtYesterday(app);
  await expect(amount).toHaveText(amountThen);
  // Read as text: nothing here opens for editing, and nothing offers a change.
  await expect(page.getByRole('main').locator('button[data-field]')).toHaveCount(0);
  await expect(receive).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^撤销/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(band(app)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText(`正在看 ${yesterday} 的样子，不能修改`)).toBeVisible();

  await board.click();
  await expect(subtitle).toHaveText(totalThen);
  const then = column(app, '接洽').getByRole('link', { name });
  await expect(then).toBeVisible();
  await expect(page.getByRole('button', { name: '新建交易' })).toHaveCount(0);
  await then.focus();
  await page.keyboard.press('Alt+ArrowRight');
  await then.dragTo(column(app, '委托受理'));
  await expect(then).toBeVisible();
  await page.getByText('表格', { exact: true }).click();
  await expect(page.getByRole('row').filter({ hasText: name }).first()).toContainText('接洽');

  await backToNow(app);
  await expect(page.getByRole('row').filter({ hasText: name }).first()).toContainText('委托受理');
  await expect(subtitle).not.toHaveText(totalThen);
  await page.goto(address);
  await expect(amount).toContainText('999,990,000.00');
  await expect(page.getByRole('button', { name: /^撤销/ })).toBeVisible();
});

test('a record made today is not there yesterday, and the past offers no new one', async ({
  app,
}) => {
  const { page } = app;
  await beginYesterday(app);
  const entry = page.locator('nav').getByRole('link', { name: '成果', exact: true });
  const counted = await entry.locator('b').innerText();
  await entry.click();
  await page.getByRole('button', { name: '新建成果', exact: true }).click();
  await page.getByRole('dialog').getByLabel('成果名称').fill('今天才有的成果');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('heading', { name: '今天才有的成果' })).toBeVisible();
  await expect(entry).not.toContainText(counted);

  await lookAtYesterday(app);
  await expect(page.getByText('那时还没有这条记录')).toBeVisible();
  await expect(entry).toContainText(counted);
  await page.getByRole('link', { name: '导入', exact: true }).click();
  await expect(page.getByText('现在不能导入')).toBeVisible();

  await backToNow(app);
  await expect(page.getByRole('button', { name: '选择文件' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: '今天才有的成果' })).toBeVisible();
});
