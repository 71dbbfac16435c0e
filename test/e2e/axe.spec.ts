import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/app.ts';

test.use({ desk: { locale: 'zh-CN', demo: true } });
// A look at every screen takes its time.
test.slow();

/** Screens have a navigation of their own beside the sidebar's. */
const sidebar = (page: Page) => page.locator('nav').first();
const link = (page: Page, href: string) => sidebar(page).locator(`a[href="${href}"]`);

/** All screens that the sidebar leads to. */
const screensOf = (page: Page): Promise<string[]> =>
  sidebar(page)
    .locator('a[href^="#/"]')
    .evaluateAll((links) => links.map((one) => one.getAttribute('href') ?? ''));

async function visitAll(page: Page, look: string): Promise<void> {
  const screens = await screensOf(page);
  expect(screens.length).toBeGreaterThan(8);
  for (const screen of screens) {
    await link(page, screen).click();
    await expect(link(page, screen)).toHaveAttribute('aria-current', 'page');
    await expectAccessible(page, `${screen} ${look}`);
  }
  for (const list of ['#/achievements', '#/enterprises', '#/plans']) {
    await link(page, list).click();
    await page.getByRole('row').nth(1).getByRole('button').click();
    await expect(page).toHaveURL(new RegExp(`${list}/.`));
    await expectAccessible(page, `${list}/… ${look}`);
  }
  for (const [keys, what] of [
    ['Control+k', 'palette'],
    ['Shift+?', 'shortcuts'],
  ] as const) {
    await page.keyboard.press(keys);
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page, `${what} ${look}`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await link(page, '#/deals').click();
  const column = page.locator('[data-column=stage-8]');
  // The cards of a column are drawn when it is in sight.
  await column.scrollIntoViewIfNeeded();
  await column.locator('a[data-card]').first().click();
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    await expectAccessible(page, `deal, ${await tab.innerText()} ${look}`);
  }
}

const ready = (page: Page) => expect(link(page, '#/deals')).toContainText('29');

test('axe finds nothing serious on any screen, light in Chinese', async ({ app: { page } }) => {
  await ready(page);
  await visitAll(page, 'zh light');
});

test('axe finds nothing serious on any screen, dark in English', async ({ app: { page } }) => {
  await ready(page);
  await link(page, '#/settings').click();
  await page.getByText('English', { exact: true }).click();
  await page.getByText('Dark', { exact: true }).click();
  await visitAll(page, 'en dark');
});
