import { addDays, dateInChina } from '../../shared/core/dates.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/app.ts';
import { beginEmptyDesk, chooseFile, enterAchievement } from './support/desk.ts';

test('a funded achievement gets its project, its links and its deposit', async ({ app }) => {
  const { page } = app;
  await beginEmptyDesk(page);
  const nav = (name: string) => page.locator('nav').getByRole('link', { name, exact: true });
  const fact = (field: string) => page.locator(`button[data-field=${field}]`);
  const today = dateInChina(Date.now());

  // It says who paid and for which project: nothing is linked yet.
  await enterAchievement(page, '液流电池隔膜');
  await fact('fundingSource').click();
  await page.getByRole('combobox', { name: '计划来源' }).fill('重点研发');
  await page.getByRole('option', { name: '国家重点研发计划' }).click();
  await fact('projectName').click();
  await page.getByRole('textbox', { name: '课题名称' }).fill('国产化隔膜中试');
  await page.keyboard.press('Enter');
  await expect(page.getByText('受财政资助，但没有关联项目')).toBeVisible();

  // The report of missing links makes the project that it names.
  await nav('成果关联').click();
  await nav('缺失关联').click();
  await page.getByRole('button', { name: '按成果所填课题建项目（1 项成果）' }).click();
  await expect(page.getByRole('heading', { name: '项目没有科技报告' })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: '国产化隔膜中试' }).click();

  // Its acceptance sets the deadline; the drawing leads to the achievement.
  await fact('acceptedOn').click();
  await page.getByRole('textbox', { name: '验收日期' }).fill(addDays(today, -80));
  await page.keyboard.press('Enter');
  await expect(page.getByText('成果未登记：液流电池隔膜')).toBeVisible();
  await expect(page.getByRole('link', { name: /促进科技成果转化法第十一条；月数/ })).toBeVisible();
  const graph = page.getByRole('group', { name: '“国产化隔膜中试”的关联图' });
  await expect(graph.getByRole('link')).toHaveCount(1);
  await expectAccessible(page);
  await graph.getByRole('link', { name: '成果 · 液流电池隔膜' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '液流电池隔膜' })).toBeVisible();

  // Today reminds of it until it is deposited.
  await nav('今日').click();
  await expect(page.getByRole('link', { name: /项目成果汇交\s*国产化隔膜中试/ })).toBeVisible();
  await nav('成果关联').click();
  await nav('汇交').click();
  await page.getByRole('button', { name: '导出登记表（1 个项目）' }).click();
  const panel = page.getByRole('dialog');
  await expect(panel.getByText(/^缺 \d+ 项：关键词/)).toBeVisible();
  await panel.getByRole('button', { name: '导出 1 项成果（XLSX）' }).click();
  await expect(page.getByText(/已保存：科技成果登记表/)).toBeVisible();

  await page.getByRole('checkbox', { name: '选择“国产化隔膜中试”' }).check();
  await page.getByRole('button', { name: '登记回执（1 个项目）' }).click();
  await panel.getByLabel('汇交回执号').fill('鄂汇 2026-12');
  await chooseFile(page, '回执.pdf', Buffer.from('receipt'));
  await panel.getByRole('button', { name: '保存' }).click();
  await page.getByRole('tab', { name: '已汇交 1' }).click();
  await expect(page.getByRole('cell', { name: '鄂汇 2026-12' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('tab', { name: '待汇交 1' })).toBeVisible();

  // A standard goes its way, stage by stage.
  await page.getByRole('link', { name: '全部产出' }).click();
  await page.getByRole('button', { name: '新建产出' }).first().click();
  await panel.getByRole('textbox', { name: '题名' }).fill('隔膜技术规范');
  await panel.getByRole('combobox', { name: '类型' }).click();
  await page.getByRole('option', { name: '标准', exact: true }).click();
  await panel.getByLabel('号码').fill('t/demo12—2026');
  await panel.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('T/DEMO 12-2026').first()).toBeVisible();
  await page.getByRole('button', { name: '今天进入“预研”' }).click();
  await expect(page.getByRole('button', { name: '今天进入“立项”' })).toBeVisible();

  // State secrets end the entry of a catalogue row.
  await nav('成果关联').click();
  await nav('军民目录').click();
  await page.getByRole('button', { name: '新建军民目录条目' }).first().click();
  await page.getByRole('button', { name: '涉密，或拿不准' }).click();
  await expect(page.getByRole('alert').getByText('涉密不得录入')).toBeVisible();
});
