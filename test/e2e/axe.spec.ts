import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/app.ts';

test.use({ desk: { locale: 'zh-CN', demo: true } });

const screens = [
  '#/',
  '#/achievements',
  '#/enterprises',
  '#/deals',
  '#/plans',
  '#/safety',
  '#/settings',
];

const link = (page: Page, href: string) => page.locator(`nav a[href="${href}"]`);

async function visitAll(page: Page, look: string): Promise<void> {
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
  await link(page, '#/deals').click();
  await page.locator('[data-stage=stage-8] a[data-deal]').first().click();
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    await expectAccessible(page, `deal, ${await tab.innerText()} ${look}`);
  }
}

test('axe finds nothing serious on any screen, light in Chinese and dark in English', async ({
  app,
}) => {
  const { page } = app;
  await expect(link(page, '#/deals')).toContainText('29');
  await visitAll(page, 'zh light');
  await link(page, '#/settings').click();
  await page.getByText('English', { exact: true }).click();
  await page.getByText('Dark', { exact: true }).click();
  await visitAll(page, 'en dark');
});
