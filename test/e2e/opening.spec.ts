import { type DeskApp, expect, test } from './support/app.ts';

/** The first of the offers: what is blocked has buttons as well. */
const emptyDesk = ({ page }: DeskApp) => page.getByRole('button', { name: '空白工作台' });

test('the window opens with the offers for a first start', async ({ app }) => {
  await expect(emptyDesk(app)).toBeVisible();
  await expect(app.page).toHaveTitle(/成果经纪台/);
});

test('after a crash the app starts again over the same data', async ({ app }) => {
  await app.kill();
  await app.restart();
  await expect(emptyDesk(app)).toBeVisible();
});

test('the page of the built app runs nothing that the policy forbids', async ({ app }) => {
  const refused: string[] = [];
  app.page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) refused.push(message.text());
  });
  await app.page.reload();
  await expect(emptyDesk(app)).toBeVisible();
  expect(refused, 'the app itself keeps to its policy').toEqual([]);

  await app.page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "an inline script has run"';
    document.head.append(script);
  });
  await expect.poll(() => refused.length).toBe(1);
  await expect(app.page).not.toHaveTitle(/inline/);
});
