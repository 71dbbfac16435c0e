import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { chromium } from 'playwright-core';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { findTestBrowser } from '../../../build/find-browser.ts';
import type { Disk } from '../../../electron/host/disk.ts';
import { createDocuments, type Documents } from '../../../electron/host/documents.ts';
import { createExports } from '../../../electron/host/exports.ts';
import { type Job, unwatched } from '../../../electron/host/jobs.ts';
import { readText } from '../../../electron/host/reading/read-text.ts';
import { findInstalledBrowser } from '../../../electron/runtime/installed-browser.ts';
import { type BrowserProgram, findNpmBrowser } from '../../../electron/runtime/npm-browser.ts';
import { printWithBrowser } from '../../../electron/runtime/print-with-browser.ts';
import { type Printed, printedSchema } from '../../../shared/contract/index.ts';
import { blankDocument, everywhere } from '../../builders/printed.ts';
import {
  cMapFolder,
  expectError,
  expectOk,
  faultyDisk,
  fontCss,
  forkDocumentWriter,
  newFolder,
} from './support.ts';

let browser: BrowserProgram;
beforeAll(async () => {
  const installed = findInstalledBrowser();
  const program = installed
    ? { executablePath: installed, env: process.env }
    : await findNpmBrowser()?.();
  if (!program) throw new Error('no browser to print with');
  browser = program;
});

/** Writes documents into a folder, with what the browser window's runtime has. */
function writing(folder: string, disk: Disk = faultyDisk().disk): Documents {
  const exports = createExports(disk, {
    choosePlace: async (name) => join(folder, name),
    revealFile: async () => undefined,
  });
  return createDocuments({
    ...{ disk, exports, fontCss, spawnDocumentWriter: () => forkDocumentWriter() },
    withPrinter: (work, signal) => printWithBrowser(browser, work, signal).catch(() => null),
  });
}

/** What makes temporary files makes them here; nothing may be left. */
async function ownTemporaryFolder(): Promise<string> {
  const folder = await newFolder();
  vi.stubEnv('TMPDIR', folder);
  onTestFinished(() => void vi.unstubAllEnvs());
  return folder;
}

const paragraph = (text: string) => ({ type: 'paragraph', text, muted: false }) as const;

/** A PNG of that size with nothing in it (RFC 2083): three of the tallest do not fit one page. */
function emptyPng(width: number, height: number): Uint8Array<ArrayBuffer> {
  const chunk = (type: string, data: Buffer): Buffer => {
    const said = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.byteLength);
    sum.writeUInt32BE(crc32(said));
    return Buffer.concat([length, said, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits a sample, shades of grey.
  head[8] = 8;
  const pixels = deflateSync(Buffer.alloc((width + 1) * height));
  const parts = [chunk('IHDR', head), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts]));
}

const TALL = { width: 400, height: 600 };
const tall = {
  ...({ type: 'picture', mime: 'image/png', ...TALL } as const),
  ...{ bytes: emptyPng(TALL.width, TALL.height), caption: '' },
};

/**
 * Sections of which each begins a page, but for the second, which follows the first: with its
 * pictures that fills a page and begins another.
 */
const brochure: Printed = {
  ...blankDocument,
  firm: '江城技术转移中心',
  title: '先进材料成果包',
  footer: '第三版',
  watermark: '仅供某某公司评估',
  contents: true,
  sections: ['磷石膏', '光刻胶', '固态电池', '碳纤维'].map((heading, index) => ({
    heading,
    startsPage: index !== 1,
    blocks: [
      paragraph(`${heading}的中试线已运行 ${index + 3} 个月 <b>&amp;`),
      ...(index === 0 ? [tall, tall, tall] : []),
    ],
  })),
};

const words = (text: string): string => text.replaceAll(/\s+/g, '');

describe('a document on the disk', () => {
  test('as PDF has all its text, the pages of its contents, and nothing but a title of itself', async () => {
    const folder = await newFolder();
    const temporary = await ownTemporaryFolder();
    const saved = expectOk(
      await writing(folder).write(
        { name: '成果包', format: 'pdf', document: brochure },
        unwatched(),
      ),
    );
    const bytes = await readFile(join(folder, '成果包.pdf'));
    expect(saved).toMatchObject({
      ...{ place: 'file', name: '成果包.pdf', folder, size: bytes.byteLength },
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    const { text } = await readText(bytes, cMapFolder);
    const read = words(text);
    for (const { heading, blocks } of brochure.sections) {
      for (const block of blocks)
        if (block.type === 'paragraph') expect(read).toContain(words(block.text));
      expect(read).toContain(heading);
    }
    expect(read).toContain('目录磷石膏2光刻胶3固态电池4碳纤维5');
    expect(read).toContain('第5页共5页');
    expect(read.match(/仅供某某公司评估/g)?.length).toBeGreaterThanOrEqual(4);

    const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
    const { info } = await pdf.getMetadata();
    const noted = ['Title', 'Author', 'Subject', 'Creator', 'Producer', 'CreationDate', 'ModDate'];
    expect(Object.entries(info).filter(([name]) => noted.includes(name))).toEqual([
      ['Title', '先进材料成果包'],
    ]);
    await pdf.destroy();
    expect(bytes.toString('latin1')).not.toMatch(/Skia|Chrom|Mozilla/);
    expect(await readdir(temporary)).toEqual([]);
    expect(await readdir(folder)).toEqual(['成果包.pdf']);
    // The start of a browser: on a busy machine that takes its time.
  }, 180_000);

  test('as DOCX is what its sum says, made in a process of its own', async () => {
    const folder = await newFolder();
    const saved = expectOk(
      await writing(folder).write(
        { name: '成果包', format: 'docx', document: brochure },
        unwatched(),
      ),
    );
    const bytes = await readFile(join(folder, '成果包.docx'));
    expect(saved).toMatchObject({
      ...{ place: 'file', name: '成果包.docx', size: bytes.byteLength },
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    const { text } = await readText(bytes, cMapFolder);
    for (const { heading } of brochure.sections) expect(text).toContain(`${heading}的中试线已运行`);
    expect(text).toContain('<b>&amp;');
  });

  test('as a folder has a page without scripts, its pictures, and the sums of all', async () => {
    const folder = await newFolder();
    const document = everywhere('甲');
    const progress: number[] = [];
    const saved = expectOk(
      await writing(folder).write(
        { name: '成果包', format: 'html', document },
        { ...unwatched(), report: ({ done, total }) => progress.push(done / total) },
      ),
    );
    expect(saved).toMatchObject({ place: 'file', name: '成果包', folder });
    const inside = join(folder, '成果包');
    const [picture = ''] = await readdir(join(inside, 'pictures'));
    expect((await readdir(inside)).sort()).toEqual(['SHA256SUMS', 'index.html', 'pictures']);
    const page = await readFile(join(inside, 'index.html'), 'utf8');
    expect(page).toContain(`<img src="pictures/${picture}"`);
    expect(page).not.toMatch(/<script|javascript:|https?:/);
    const sums = await readFile(join(inside, 'SHA256SUMS'), 'utf8');
    const listed = sums
      .trimEnd()
      .split('\n')
      .map((line) => line.split('  '));
    expect(listed.map(([, name]) => name)).toEqual(['index.html', `pictures/${picture}`]);
    for (const [sum, name = ''] of listed) {
      const bytes = await readFile(join(inside, name));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sum);
    }
    expect(saved).toMatchObject({ sha256: createHash('sha256').update(sums).digest('hex') });
    expect(progress.at(-1)).toBe(1);
  });

  test('as a folder shows its pictures and its style in a browser that opens it from the disk', async () => {
    const folder = await newFolder();
    const [section] = brochure.sections;
    if (!section) throw new Error('no section');
    const document = { ...brochure, sections: [section] };
    expectOk(
      await writing(folder).write({ name: '成果包', format: 'html', document }, unwatched()),
    );
    const opened = await chromium.launch(await findTestBrowser());
    onTestFinished(() => opened.close());
    const page = await opened.newPage();
    const complaints: string[] = [];
    page.on('console', (said) => complaints.push(said.text()));
    page.on('requestfailed', (request) => complaints.push(request.url()));
    await page.goto(pathToFileURL(join(folder, '成果包', 'index.html')).href);
    const sizes = await page
      .locator('img')
      .evaluateAll((all) =>
        all.map((one) => one instanceof HTMLImageElement && [one.naturalWidth, one.naturalHeight]),
      );
    expect(sizes).toEqual(Array.from({ length: 3 }, () => [TALL.width, TALL.height]));
    expect(
      await page
        .locator('figure')
        .first()
        .evaluate((one) => getComputedStyle(one).textAlign),
    ).toBe('center');
    await page.getByRole('link', { name: section.heading }).click();
    expect(new URL(page.url()).hash).toBe('#section-1');
    expect(complaints).toEqual([]);
  });

  test('replaces no folder that is there', async () => {
    const folder = await newFolder();
    await mkdir(join(folder, '成果包'));
    await writeFile(join(folder, '成果包', '我的.txt'), '');
    const wanted = { name: '成果包', format: 'html', document: brochure } as const;
    const refused = await writing(folder).write(wanted, unwatched());
    expect(expectError(refused)).toEqual({ type: 'cannotWrite', name: '成果包' });
    expect(await readdir(folder)).toEqual(['成果包']);
    expect(await readdir(join(folder, '成果包'))).toEqual(['我的.txt']);
  });

  test.each(['pdf', 'docx', 'html'] as const)(
    'as %s leaves nothing when it is cancelled',
    async (format) => {
      const folder = await newFolder();
      const temporary = await ownTemporaryFolder();
      const ending = new AbortController();
      // The folder is done at once: it is ended by its first report. The others are, while they wait.
      const job: Job = { signal: ending.signal, report: () => ending.abort() };
      const wanted = { name: '成果包', format, document: brochure };
      const answer = writing(folder).write(wanted, job);
      if (format !== 'html') setTimeout(() => ending.abort(), 150);
      expect(expectError(await answer)).toEqual({ type: 'cancelled' });
      expect(await readdir(folder)).toEqual([]);
      expect(await readdir(temporary)).toEqual([]);
    },
  );

  test('as a folder is whole or not there, whichever call of the disk fails', async () => {
    const wanted = { name: '成果包', format: 'html', document: everywhere('甲') } as const;
    let hasFailed = 0;
    for (let at = 1; ; at += 1) {
      const folder = await newFolder();
      const { disk, failAt } = faultyDisk();
      failAt(at, 'ENOSPC');
      const answer = await writing(folder, disk).write(wanted, unwatched());
      const names = await readdir(folder);
      // What fails once it is in its place is only that it may not outlast a power cut.
      if (names.length > 0) {
        expect(names).toEqual(['成果包']);
        expect(await readdir(join(folder, '成果包'))).toContain('SHA256SUMS');
      }
      if (answer.ok) break;
      expect(answer.error).toEqual({ type: 'diskFull' });
      hasFailed += 1;
    }
    expect(hasFailed).toBeGreaterThan(10);
  });
});

describe('what crosses as a document', () => {
  const withPicture = (changes: object) => {
    const document = structuredClone(everywhere('甲'));
    const [section] = document.sections;
    const picture = section?.blocks.at(-1);
    if (picture) Object.assign(picture, changes);
    return printedSchema.safeParse(document).success;
  };

  test('has pictures that are what they say, and not too many bytes of them', () => {
    expect(withPicture({})).toBe(true);
    expect(withPicture({ mime: 'image/jpeg' })).toBe(false);
    expect(withPicture({ bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') })).toBe(
      false,
    );
    const png = everywhere('甲').sections[0]?.blocks.at(-1);
    const large = new Uint8Array(2 * 1024 * 1024);
    if (png?.type === 'picture') large.set(png.bytes);
    expect(withPicture({ bytes: large })).toBe(true);
    const many = {
      ...blankDocument,
      sections: [
        {
          heading: '',
          startsPage: false,
          blocks: Array.from({ length: 31 }, () => ({ ...png, bytes: large })),
        },
      ],
    };
    expect(printedSchema.safeParse(many).success).toBe(false);
  });
});
