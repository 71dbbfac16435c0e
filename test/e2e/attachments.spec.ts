import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { lockedPdfFile, pdfFile } from '../builders/pdf-file.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/app.ts';
import { beginEmptyDesk, enterAchievement, openSafety, saved } from './support/desk.ts';

interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const picture: GivenFile = {
  name: '样机照片.png',
  bytes: readFileSync(join(import.meta.dirname, '../../build/icons/icon.png')),
};
const contract: GivenFile = {
  name: '技术开发合同.pdf',
  bytes: pdfFile(['技术开发合同', '第二页：付款方式', '第三页：验收']),
};
const minutes: GivenFile = { name: '纪要.txt', bytes: Buffer.from('会议纪要\n一、需求：粘结剂') };
const program: GivenFile = { name: 'setup.exe', bytes: Buffer.from('MZ\u0090') };

/** A drag of files over the page, and their drop, as a file manager does them. */
async function drag(page: Page, what: 'dragover' | 'drop', files: readonly GivenFile[]) {
  await page.evaluate(
    ([type, list]) => {
      const dataTransfer = new DataTransfer();
      for (const { name, base64 } of list) {
        const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
        dataTransfer.items.add(new File([bytes], name));
      }
      const how = { dataTransfer, bubbles: true, cancelable: true };
      document.body.dispatchEvent(new DragEvent(type, how));
    },
    [
      what,
      files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') })),
    ] as const,
  );
}

const choose = (page: Page, files: readonly GivenFile[]) =>
  page
    .locator('input[type=file][multiple]')
    .setInputFiles(
      files.map(({ name, bytes }) => ({ name, mimeType: '', buffer: Buffer.from(bytes) })),
    );

const row = (page: Page, name: string) =>
  page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: `“${name}”的更多操作` }) });
/** The file's own button, once the file is kept: until then there is only one to give it up. */
const nameOf = (page: Page, name: string) =>
  page.getByRole('button', { name: new RegExp(`^(预览|用系统程序打开)“${name}”$`) });

async function doTo(page: Page, name: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `“${name}”的更多操作` }).click();
  // The menu of another file may still be fading.
  await page
    .getByRole('menu', { name: `“${name}”的更多操作` })
    .getByRole('menuitem', { name: action })
    .click();
}

const hashOf = ({ bytes }: GivenFile): string => createHash('sha256').update(bytes).digest('hex');

function filesUnder(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name));
}

async function openAchievement(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: '成果', exact: true }).click();
  await page.getByRole('grid').getByRole('button', { name: title, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

test('files dropped on a record are kept, looked at, renamed, removed and brought back', async ({
  app,
}) => {
  const { page } = app;
  await beginEmptyDesk(page);
  await enterAchievement(page, '电池热失控预警系统');
  // A real drag goes on telling where it is.
  await expect(async () => {
    await drag(page, 'dragover', [picture]);
    await expect(page.getByText('松开鼠标，添加到“电池热失控预警系统”的附件')).toBeVisible({
      timeout: 1_000,
    });
  }).toPass();
  await drag(page, 'drop', [picture, contract, minutes, program]);
  await expect(page.getByText('松开鼠标')).toBeHidden();
  for (const { name } of [picture, contract, minutes, program])
    await expect(nameOf(page, name)).toBeVisible();
  await expect(saved(page)).toBeVisible();

  await nameOf(page, contract.name).click();
  const panel = page.getByRole('dialog');
  const first = panel.getByRole('img', { name: '第 1 页，共 3 页' });
  const inked = () =>
    first.evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) return false;
      const { width, height } = canvas;
      const { data = [] } = canvas.getContext('2d')?.getImageData(0, 0, width, height) ?? {};
      return data.some((value, index) => index % 4 === 0 && value < 80);
    });
  await expect.poll(inked, { timeout: 20_000 }).toBe(true);
  await expect(panel.getByRole('img', { name: '第 3 页，共 3 页' })).toBeAttached();
  await expect(panel.getByText(contract.name)).toBeVisible();
  await panel.getByRole('button', { name: '下一个' }).click();
  await expect(panel.getByText(contract.name)).toBeHidden();
  await page.keyboard.press('Escape');
  await nameOf(page, minutes.name).click();
  await expect(panel.getByText('一、需求：粘结剂')).toBeVisible();
  await page.keyboard.press('Escape');
  await nameOf(page, picture.name).click();
  const image = panel.getByRole('img', { name: picture.name });
  await expect
    .poll(() => image.evaluate((one) => one instanceof HTMLImageElement && one.naturalWidth))
    .toBeGreaterThan(0);
  await panel.getByText('原大小', { exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();

  // A program is never run, whatever it is called.
  await nameOf(page, program.name).click();
  await expect(page.getByText('不直接打开“.exe”文件')).toBeVisible();
  expect(filesUnder(join(app.dataFolder, 'opened'))).toEqual([]);
  await doTo(page, contract.name, '用系统程序打开');
  await expect
    .poll(() => filesUnder(join(app.dataFolder, 'opened')).map((path) => readFileSync(path)))
    .toEqual([Buffer.from(contract.bytes)]);
  await doTo(page, program.name, '另存副本');
  expect(readFileSync(await app.savedFile(program.name))).toEqual(Buffer.from(program.bytes));

  await nameOf(page, contract.name).focus();
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('盖章合同');
  await page.keyboard.press('Enter');
  await expect(row(page, '盖章合同.pdf')).toBeVisible();
  await doTo(page, '盖章合同.pdf', '写备注');
  await page.keyboard.type('甲方已盖章');
  await page.keyboard.press('Enter');
  await expect(row(page, '盖章合同.pdf')).toContainText('甲方已盖章');

  await doTo(page, picture.name, '删除');
  await expect(nameOf(page, picture.name)).toBeHidden();
  await page.keyboard.press('Control+z');
  await nameOf(page, picture.name).click();
  await expect(image).toBeVisible();
  await page.keyboard.press('Escape');

  await expect(saved(page)).toBeVisible();
  await app.kill();
  await app.restart();
  await openAchievement(app.page, '电池热失控预警系统');
  await expect(row(app.page, '盖章合同.pdf')).toContainText('甲方已盖章');
  await nameOf(app.page, picture.name).click();
  await expect(app.page.getByRole('dialog').getByRole('img', { name: picture.name })).toBeVisible();
});

test('the same file at two records is kept once, and goes from one alone', async ({ app }) => {
  const { page } = app;
  const kept = () => filesUnder(join(app.dataFolder, 'vault/files'));
  await beginEmptyDesk(page);
  await enterAchievement(page, '甲成果');
  await choose(page, [picture]);
  await expect(nameOf(page, picture.name)).toBeVisible();
  await enterAchievement(page, '乙成果');
  await choose(page, [picture]);
  await expect(nameOf(page, picture.name)).toBeVisible();
  await choose(page, [picture]);
  await expect(page.getByText('没有重复添加')).toBeVisible();
  expect(kept().map((path) => path.slice(-64))).toEqual([hashOf(picture)]);

  await doTo(page, picture.name, '删除');
  await expect(page.getByText('还没有附件')).toBeVisible();
  await openAchievement(page, '甲成果');
  await nameOf(page, picture.name).click();
  await expect(page.getByRole('dialog').getByRole('img', { name: picture.name })).toBeVisible();
  await page.keyboard.press('Escape');

  // They go with their record, and come back with it.
  await page.getByRole('button', { name: '更多操作', exact: true }).click();
  await page.getByRole('menuitem', { name: '删除' }).click();
  await expect(page.getByText('已删除“甲成果”')).toBeVisible();
  await page.keyboard.press('Control+z');
  await openAchievement(page, '甲成果');
  await expect(nameOf(page, picture.name)).toBeVisible();
  expect(kept()).toHaveLength(1);
});

test('a content that is missing or altered is reported, and put back from the same file', async ({
  app,
}) => {
  const { page } = app;
  await beginEmptyDesk(page);
  await enterAchievement(page, '电池热失控预警系统');
  await choose(page, [picture, contract]);
  await expect(nameOf(page, picture.name)).toBeVisible();
  await expect(saved(page)).toBeVisible();
  const pathOf = (file: GivenFile): string =>
    join(app.dataFolder, 'vault/files', hashOf(file).slice(0, 2), hashOf(file));
  rmSync(pathOf(picture));
  writeFileSync(pathOf(contract), 'something else');
  await page.getByRole('link', { name: '成果', exact: true }).click();
  await openAchievement(page, '电池热失控预警系统');
  await expect(row(page, picture.name)).toContainText('文件内容不在了');
  await expect(row(page, contract.name)).toContainText('文件内容已被改动');

  await openSafety(page);
  await page.getByRole('button', { name: '保存备份…' }).click();
  await page.getByText('不加锁', { exact: true }).click();
  await page.getByRole('button', { name: '保存备份', exact: true }).click();
  const lacking = page.getByText('备份里缺 2 个附件的内容：');
  await expect(lacking).toContainText(picture.name);
  await expect(lacking).toContainText(contract.name);
  await page.getByRole('link', { name: '成果', exact: true }).click();
  await openAchievement(page, '电池热失控预警系统');

  const chooseAgain = (file: GivenFile, given: GivenFile) =>
    row(page, file.name)
      .locator('input[type=file]')
      .setInputFiles({ name: given.name, mimeType: '', buffer: Buffer.from(given.bytes) });
  await chooseAgain(picture, contract);
  await expect(page.getByText('内容不同，没有放回')).toBeVisible();
  await chooseAgain(picture, picture);
  await chooseAgain(contract, contract);
  await expect(page.getByText('文件内容不在了')).toBeHidden();
  await expect(page.getByText('文件内容已被改动')).toBeHidden();
  expect(readFileSync(pathOf(picture))).toEqual(picture.bytes);
  expect(readFileSync(pathOf(contract))).toEqual(Buffer.from(contract.bytes));
});

test('files that cannot be added say why, and the others are', async ({ app }) => {
  const { page } = app;
  await beginEmptyDesk(page);
  await enterAchievement(page, '电池热失控预警系统');
  await choose(page, [{ name: '空白.docx', bytes: new Uint8Array() }, minutes]);
  await expect(page.getByRole('alert')).toContainText('空文件（0 字节），没有添加');
  await expect(nameOf(page, minutes.name)).toBeVisible();
  await page.getByRole('button', { name: '不再显示“空白.docx”' }).click();
  await expect(page.getByText('空白.docx')).toBeHidden();
});

test('the text inside files is read in the background, and where there is none that is said', async ({
  app,
}) => {
  const { page } = app;
  const lockedPdf: GivenFile = { name: '加密合同.pdf', bytes: lockedPdfFile(['合同']) };
  const scan: GivenFile = { name: '扫描件.pdf', bytes: pdfFile(['']) };
  await beginEmptyDesk(page);
  await enterAchievement(page, '电池热失控预警系统');
  await choose(page, [contract, minutes, lockedPdf, scan]);
  await expect(row(page, lockedPdf.name)).toContainText('有密码', { timeout: 20_000 });
  await expect(row(page, scan.name)).toContainText('没有可搜索的文字');
  await expect(row(page, contract.name)).not.toContainText('文字');
  const texts = filesUnder(join(app.dataFolder, 'vault/texts')).map((path) =>
    readFileSync(path, 'utf8'),
  );
  // The contract's font is not in the file: its characters are found in the app's own tables.
  expect(texts.filter((text) => text.includes('技术开发合同第二页：付款方式'))).toHaveLength(1);
  expect(texts.filter((text) => text.includes('粘结剂'))).toHaveLength(1);
  await expectAccessible(page);

  await page.keyboard.press('Control+k');
  await page.keyboard.type('付款方式');
  const hit = page.getByRole('option', { name: contract.name });
  await expect(hit).toContainText('文件内容：');
  await expect(hit.locator('mark')).toHaveText('付款方式');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '电池热失控预警系统' })).toBeVisible();
});

test('axe finds nothing serious on attachments and previews', async ({ app }) => {
  const { page } = app;
  await beginEmptyDesk(page);
  await enterAchievement(page, '电池热失控预警系统');
  await expectAccessible(page);
  await choose(page, [picture, contract, minutes, { name: '空.doc', bytes: new Uint8Array() }]);
  await expect(nameOf(page, picture.name)).toBeVisible();
  await expectAccessible(page);
  for (const { name } of [picture, contract, minutes]) {
    await nameOf(page, name).click();
    const shown = page.getByRole('dialog').getByRole('region', { name });
    await expect(shown).toBeVisible({ timeout: 20_000 });
    await expectAccessible(page);
    await page.keyboard.press('Escape');
  }
});
