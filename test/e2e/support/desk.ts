import type { Page } from '@playwright/test';
import { expect } from './app.ts';

/** What a user does again and again at a desk in Chinese. */

export const saved = (page: Page) => page.locator('[data-save=saved]');

export async function beginEmptyDesk(page: Page): Promise<void> {
  await page.getByRole('button', { name: '空白工作台' }).click();
  await expect(page.getByRole('navigation')).toBeVisible();
}

export async function enterAchievement(page: Page, title: string): Promise<void> {
  await page.locator('nav').getByRole('link', { name: '成果', exact: true }).click();
  await page.getByRole('button', { name: '新建成果', exact: true }).first().click();
  const panel = page.getByRole('dialog');
  await panel.getByLabel('成果名称').fill(title);
  // Twice, as the impatient do: it is entered once.
  await panel.getByRole('button', { name: '保存' }).dblclick();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

export async function expectAchievements(page: Page, titles: readonly string[]): Promise<void> {
  // A desk that was just switched to opens at its first screen, which may come after the click.
  await expect(async () => {
    await page.locator('nav').getByRole('link', { name: '成果', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: '成果' })).toBeVisible({
      timeout: 3_000,
    });
  }).toPass();
  for (const title of titles) await expect(page.getByRole('row', { name: title })).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(titles.length + 1);
}

export async function openSafety(page: Page): Promise<void> {
  await page.locator('nav').getByRole('link', { name: '数据安全', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '数据安全' })).toBeVisible();
}

/** Hands a file to the page as if it had been chosen in the system's dialog. */
export const chooseFile = (page: Page, name: string, bytes: Buffer) =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes });
