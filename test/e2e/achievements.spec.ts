import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/app.ts';
import { beginEmptyDesk } from './support/desk.ts';

test('an achievement is entered, listed in order, checked for registration and compared', async ({
  app,
}) => {
  const { page } = app;
  await beginEmptyDesk(page);
  const list = page.locator('nav').getByRole('link', { name: '成果', exact: true });
  const create = async (title: string) => {
    await list.click();
    await page.getByRole('button', { name: '新建成果' }).first().click();
    const form = page.getByRole('dialog');
    await form.getByLabel('成果名称').fill(title);
    await form.getByLabel('完成单位').fill('华中科技大学；武汉大学');
    return form;
  };
  const form = await create('钠离子电池层状氧化物正极材料');
  await form.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText(/填报登记还缺 \d+ 项/)).toBeVisible();
  await expect(page.getByRole('button', { name: '标为已登记' })).toBeDisabled();

  // The names that are there become a list, whose order goes back into the names.
  await page.getByRole('button', { name: '由“完成单位”建立名单' }).click();
  await page.getByRole('button', { name: '武汉大学', exact: true }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.getByRole('row', { name: /1 武汉大学/ })).toBeVisible();
  await expect(page.getByRole('button', { name: '武汉大学', exact: true })).toBeFocused();
  await expect(page.getByText('武汉大学、华中科技大学').first()).toBeVisible();

  // What is missing leads to its field.
  await page.getByRole('button', { name: '成果类别', exact: true }).first().click();
  await expect(page.getByRole('group', { name: '成果类别' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expectAccessible(page);

  const again = await create('钠离子电池层状氧化物正极材料制备');
  await expect(again.getByText('库中已有可能相同的成果：')).toBeVisible();
  await again.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('heading', { name: /可能重复/ })).toBeVisible();
  await page.getByRole('link', { name: '对比', exact: true }).click();
  await expect(page.getByRole('heading', { name: '成果对比' })).toBeVisible();
  await expect(page.getByRole('row', { name: /成果名称 不同/ })).toBeVisible();
  await expectAccessible(page);
});
