import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { readText } from '../../electron/host/reading/read-text.ts';
import { dateInChina } from '../../shared/core/dates.ts';
import { type DeskApp, expect, test } from './support/app.ts';
import { beginEmptyDesk } from './support/desk.ts';

/**
 * The supply side from end to end: a disclosure becomes a registered achievement with two patents,
 * an evaluation, a one-pager for one company and a place in a brochure; then its fees are due.
 */

const TITLE = '低温封装胶膜';
const today = dateInChina(Date.now());
const open = async (page: Page, name: string): Promise<void> => {
  await page.locator('nav').getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
};
const panelOf = (page: Page) => page.getByRole('dialog');

async function disclose(page: Page): Promise<void> {
  await open(page, '成果披露');
  await page.getByRole('button', { name: '新建成果披露' }).first().click();
  await page.getByRole('button', { name: '经审查不涉密，继续填写' }).click();
  await panelOf(page).getByLabel('成果名称').fill(TITLE);
  await panelOf(page).getByLabel('单位', { exact: true }).fill('武汉理工大学');
  await panelOf(page).getByRole('button', { name: '保存' }).click();
  for (const [name, share] of [
    ['张敏之', '60%'],
    ['李国强', '40%'],
  ] as const) {
    await page.getByRole('button', { name: '添加发明人' }).click();
    const form = page.locator('form');
    await form.getByLabel('姓名').fill(name);
    await form.getByLabel('贡献份额').fill(share);
    await form.getByRole('button', { name: '保存' }).click();
    await expect(page.getByRole('row', { name: new RegExp(name) })).toBeVisible();
  }
}

/** The form that is signed, with its people in their order. */
async function printForm({ page, savedFile }: DeskApp): Promise<void> {
  await page.getByRole('button', { name: '披露表', exact: true }).click();
  await page.getByRole('menuitem', { name: '存为 Word 文档' }).click();
  const file = await savedFile(`职务科技成果披露表 ${TITLE} ${today}.docx`);
  const { text } = await readText(readFileSync(file), '');
  expect(text).toMatch(/张敏之[\s\S]*60\.00%[\s\S]*李国强[\s\S]*40\.00%/);
}

/** What the registration office asks for comes as a sheet, into the blanks of the achievement. */
const registration: Readonly<Record<string, string>> = {
  成果名称: TITLE,
  完成单位: '武汉理工大学',
  负责人: '张敏之',
  关键词: '封装胶膜',
  成果所在地: '湖北',
  登记联系人: '王芳',
  联系人电话: '13900000000',
  成果类别: '应用技术',
  成果属性: '原始性创新',
  成果体现形式: '新材料',
  所处阶段: '通过中试',
  学科分类: '材料科学',
  高新技术领域: '新材料',
  应用行业: '橡胶和塑料制品业',
  成果简介: '80 ℃ 层压，剥离强度不低于 60 N/cm。',
  计划来源: '计划外',
  研究起始日期: '2023-01-01',
  研究终止日期: '2025-12-31',
  应用状态: '试用',
  转让范围: '限国内转让',
  成果水平: '未评价',
  评价方式: '验收',
  推荐单位: '湖北省科技厅',
  登记号: '4202026Y0117',
  登记日期: '2026-10-20',
};

async function register(page: Page): Promise<void> {
  await open(page, '导入');
  const lines = [Object.keys(registration).join(','), Object.values(registration).join(',')];
  await page.locator('input[type=file]').setInputFiles({
    name: '登记.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(lines.join('\r\n')),
  });
  await page.getByLabel('已在库中的行').selectOption('补填空白字段');
  await page.getByRole('button', { name: '更新 1 条成果' }).click();
  await page.getByRole('button', { name: '查看导入的成果' }).click();
  await page.getByRole('row', { name: TITLE }).getByRole('button', { name: TITLE }).click();
  // Of the unit, the form asks for more than its name.
  await page.getByRole('button', { name: '武汉理工大学', exact: true }).click();
  const panel = panelOf(page);
  await panel.getByLabel('统一社会信用代码').fill('12100000441626842D');
  await panel.getByRole('combobox', { name: '单位性质' }).fill('高等院校');
  await page.getByRole('option', { name: '高等院校' }).click();
  await panel.getByRole('combobox', { name: '所在地区' }).fill('湖北');
  await page.getByRole('option', { name: '湖北' }).first().click();
  await panel.getByRole('button', { name: '保存' }).click();
  await page.getByRole('button', { name: '标为已登记' }).click();
  await expect(page.getByText('已登记', { exact: true }).first()).toBeVisible();
}

/** Two patents, the anniversary of the first's filing twenty days ahead. */
async function protect(page: Page): Promise<void> {
  const due = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(5, 10);
  for (const [name, number, filedOn] of [
    ['一种低温封装胶膜', 'ZL2017106018623', `2017-${due}`],
    ['一种胶膜层压方法', '200310102344.5', '2013-06-03'],
  ] as const) {
    await open(page, '知识产权');
    await page.getByRole('button', { name: '新建知识产权', exact: true }).first().click();
    const panel = panelOf(page);
    await panel.getByRole('textbox', { name: '名称', exact: true }).fill(name);
    await panel.getByLabel('申请号／登记号').fill(number);
    await panel.getByRole('combobox', { name: '法律状态' }).click();
    await page.getByRole('option', { name: '有效', exact: true }).click();
    await panel.getByRole('textbox', { name: '申请日' }).fill(filedOn);
    await panel.getByRole('button', { name: '保存' }).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  }
  await openAchievement(page);
  for (const name of ['一种低温封装胶膜', '一种胶膜层压方法']) {
    await page.getByRole('combobox', { name: '选择要关联的知识产权' }).fill(name);
    await page.getByRole('option', { name }).click();
    await expect(page.getByRole('link', { name, exact: true }).first()).toBeVisible();
  }
}

async function openAchievement(page: Page): Promise<void> {
  await open(page, '成果');
  await page.getByRole('row', { name: TITLE }).getByRole('button', { name: TITLE }).click();
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
}

async function evaluate(page: Page): Promise<void> {
  await page.getByRole('link', { name: '打开评价' }).click();
  await page.getByRole('button', { name: '添加证据' }).click();
  await panelOf(page).getByLabel('证明到第几级').fill('5');
  await panelOf(page).getByRole('combobox', { name: '证据类型' }).click();
  await page.getByRole('option', { name: '试验记录' }).click();
  await panelOf(page).getByLabel('证据名称').fill('初样剥离试验');
  await panelOf(page).getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('证据到 5 级', { exact: true })).toBeVisible();
}

/** After the NDA the company may read the summary; the people never agreed to be named. */
async function handOut({ page, savedFile }: DeskApp): Promise<void> {
  await openAchievement(page);
  await page.getByRole('button', { name: '制作单页资料' }).click();
  await page.getByText('L1 保密后', { exact: true }).click();
  await page.getByLabel('保密协议编号').fill('BM-2026-031');
  await page.getByLabel('保密协议日期').fill('2026-11-01');
  await page.getByLabel('接收方').fill('长江光伏有限公司');
  await page.getByRole('combobox', { name: '格式' }).click();
  await page.getByRole('option', { name: 'Word（DOCX）' }).click();
  for (const reason of await page.getByRole('textbox', { name: /的放行理由/ }).all())
    await reason.fill('已电话确认');
  await page.getByRole('button', { name: '生成并登记' }).click();
  const number = `H${today.replaceAll('-', '')}-001`;
  await expect(page.locator(`[data-handout=${number}]`)).toContainText('长江光伏有限公司');
  const { text } = await readText(readFileSync(await savedFile(`${number}.docx`)), '');
  expect(text).toContain('剥离强度不低于 60 N/cm');
  expect(text).not.toMatch(/张敏之|李国强|王芳|13900000000/);
}

async function putIntoBrochure({ page, savedFile }: DeskApp): Promise<void> {
  await open(page, '成果');
  await page.getByRole('checkbox', { name: `选择“${TITLE}”` }).check();
  await page.getByRole('button', { name: '加入成果包' }).click();
  await page.getByRole('textbox', { name: '新成果包的名称' }).fill('光伏材料成果包');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '光伏材料成果包' })).toBeVisible();
  await page.getByText('L1 保密后', { exact: true }).click();
  await page.getByRole('combobox', { name: '格式' }).click();
  await page.getByRole('option', { name: '网页文件夹（HTML）' }).click();
  for (const reason of await page.getByPlaceholder('放行理由').all())
    await reason.fill('已电话确认');
  await page.getByRole('button', { name: '生成宣传册' }).click();
  await expect(page.getByText('已登记第 1 版')).toBeVisible();
  const folder = await savedFile(`光伏材料成果包 第1版 ${today}`);
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  expect(html).toContain(`1. ${TITLE}`);
  expect(html).not.toMatch(/张敏之|李国强|王芳|13900000000/);
}

test('a disclosure becomes a registered achievement that is protected, judged, shown and reminded of', async ({
  app,
}) => {
  test.slow();
  const { page } = app;
  await beginEmptyDesk(page);
  await disclose(page);
  await printForm(app);
  await page.getByRole('button', { name: '转为成果' }).click();
  await expect(page.locator('aside').getByRole('link', { name: TITLE })).toBeVisible();
  await register(page);
  await protect(page);
  await evaluate(page);
  await handOut(app);
  await putIntoBrochure(app);
  await page.locator('nav').getByRole('link', { name: '今日' }).click();
  await expect(
    page.getByRole('link', { name: /缴第 \d+ 年度年费 .* 一种低温封装胶膜/ }),
  ).toBeVisible();
});
