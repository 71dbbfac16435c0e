import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test, vi } from 'vitest';
import { createHost } from '../../electron/host/index.ts';
import { type Change, SCHEMA } from '../../shared/commits/index.ts';
import { connect, contract, type Host, serve } from '../../shared/contract/index.ts';
import { readingToId } from '../../shared/core/clock.ts';
import type { Result } from '../../shared/core/result.ts';
import { startingChanges } from '../../shared/starting.ts';
import { plainHostOptions } from '../builders/host-options.ts';
import { freePort, launchBrowserWindow } from '../e2e/support/browser-window.ts';
import { buildRuntimes } from '../integration/runtimes/support/build-runtimes.ts';
import { freshPlace } from '../integration/runtimes/support/place.ts';
import { temporaryFolder } from '../integration/runtimes/support/temporary.ts';
import { createFigures } from './figures.ts';

/** A brochure of many achievements with a picture each, as the user makes it: the whole app. */

const ACHIEVEMENTS = 60;
const DESK_ID = '0192f0a0-0000-7000-8000-0000000000cc';
const START = Date.parse('2026-11-24T09:00:00+08:00');

let dist: string;
beforeAll(async () => {
  dist = temporaryFolder();
  vi.stubEnv('NODE_ENV', 'production');
  await buildRuntimes(dist, join(import.meta.dirname, '../../renderer'));
}, 180_000);

/** The value of an answer that must be one. */
function need<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** A picture as a camera makes it, no two alike, drawn in a page. */
async function photograph(page: Page, seed: number): Promise<Uint8Array<ArrayBuffer>> {
  const base64 = await page.evaluate(async (start) => {
    const canvas = new OffscreenCanvas(1_600, 1_200);
    const context = canvas.getContext('2d');
    let state = start + 1;
    const random = (): number => {
      state = (state * 48_271) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    for (let spot = 0; context && spot < 2_500; spot += 1) {
      context.fillStyle = `hsl(${360 * random()} 60% ${80 * random()}%)`;
      context.fillRect(1_600 * random(), 1_200 * random(), 160 * random(), 120 * random());
    }
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  }, seed);
  return new Uint8Array(Buffer.from(base64, 'base64'));
}

async function keep(host: Host, bytes: Uint8Array<ArrayBuffer>) {
  const { upload } = need(await host.beginUpload({ size: bytes.byteLength }));
  need(await host.uploadPiece({ upload, at: 0, bytes }));
  return need(await host.keepFile({ upload }));
}

const TEASER = '一种可以在常压下连续生产的材料，能耗低，设备改造量小，适合已有产线。'.repeat(6);

/** An achievement that anyone may read of, with its picture and its place in the package. */
function entered(place: number, file: { readonly size: number; readonly hash: string }) {
  const [id, fileId] = [`bench-${place}`, `file-${place}`];
  return [
    {
      put: 'achievement',
      id,
      value: {
        title: `第 ${place} 项材料制备技术`,
        secrecy: 'public',
        units: [`第 ${place} 材料研究所`],
        leader: `欧阳第${place}`,
        field: 'greenManufacturing',
        maturity: 'pilot',
        trl: 6,
        teaser: TEASER,
        summary: `第 ${place} 项的关键参数不对外。`.repeat(40),
      },
    },
    {
      put: 'attachment',
      id: fileId,
      value: { ownerKind: 'achievement', ownerId: id, name: `${place}.jpg`, ...file },
    },
    {
      put: 'packageItem',
      id: `item-${place}`,
      value: {
        packageId: 'package',
        achievementId: id,
        position: place * 100,
        chapter: place <= ACHIEVEMENTS / 2 ? '材料' : '装备',
        words: '替材料厂降低能耗，设备改造当年收回。',
        pictures: [fileId],
      },
    },
  ] as const satisfies readonly Change[];
}

/** Writes the desk into a data folder; its pictures are drawn by a page. */
async function writeDesk(dataFolder: string, page: Page): Promise<void> {
  const { handlers, close } = need(await createHost(plainHostOptions(dataFolder)));
  const host = connect(
    contract,
    serve(contract, handlers, (reference, error) => {
      throw new Error(reference, { cause: error });
    }),
  );
  const changes: Change[] = [
    ...startingChanges(),
    { put: 'achievementPackage', id: 'package', value: { title: '新材料成果包', state: 'draft' } },
  ];
  for (let place = 1; place <= ACHIEVEMENTS; place += 1)
    changes.push(...entered(place, await keep(host, await photograph(page, place))));
  const id = readingToId({ at: START, counter: 0 }, 'bench');
  const ops = changes.flatMap((change) =>
    'put' in change
      ? [{ op: 'put' as const, entity: change.put, id: change.id, value: change.value }]
      : [],
  );
  const from = { actor: '王经纪', device: 'bench', schema: SCHEMA };
  const commit = { ...from, id, at: START, label: { key: 'start' }, unit: id, ops };
  need(await host.appendCommits({ deskId: DESK_ID, after: 0, commits: [commit], tally: null }));
  await close();
}

/** Draws the pictures before the desk is there to be opened. */
async function prepare(dataFolder: string): Promise<void> {
  const place = freshPlace(dist);
  const app = await launchBrowserWindow(place, await freePort());
  try {
    await writeDesk(dataFolder, app.page);
  } finally {
    await app.close();
  }
}

/** Milliseconds that a brochure takes, and the longest task of the page meanwhile. */
async function makeOne(page: Page, format: string, number: number) {
  for (const reason of await page.getByPlaceholder('放行理由').all()) await reason.fill('已确认');
  await page.getByRole('combobox', { name: '格式' }).click();
  await page.getByRole('option', { name: format }).click();
  await page.evaluate(() => {
    const tasks: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    });
    observer.observe({ type: 'longtask' });
    Object.assign(globalThis, { tasks });
  });
  const begun = performance.now();
  await page.getByRole('button', { name: '生成宣传册' }).click();
  await page.locator(`[data-edition="${number}"]`).waitFor({ timeout: 120_000 });
  const took = performance.now() - begun;
  const tasks = await page.evaluate(() => (globalThis as unknown as { tasks: number[] }).tasks);
  return { took, longest: Math.max(0, ...tasks) };
}

test(`a brochure of ${ACHIEVEMENTS} achievements with pictures`, { timeout: 600_000 }, async () => {
  const figures = createFigures();
  const place = freshPlace(dist);
  await prepare(place.dataFolder);
  const app = await launchBrowserWindow(place, await freePort());
  try {
    const { page } = app;
    await page.locator('nav a[href="#/packages"]').click();
    await page.evaluate(() => location.assign('#/packages/package'));
    await page
      .getByText(`将收录 ${ACHIEVEMENTS} 项成果`)
      .or(page.getByText(/类提示需要/))
      .waitFor();
    for (const [index, format] of ['Word（DOCX）', '网页文件夹（HTML）', 'PDF'].entries()) {
      const { took, longest } = await makeOne(page, format, index + 1);
      figures.note(`${format}`, 's', took / 1_000, { most: 15 });
      figures.note(`${format}: longest task of the page`, 'ms', longest, { most: 100 });
    }
  } finally {
    await app.close();
  }
  expect(figures.print()).toEqual([]);
});
