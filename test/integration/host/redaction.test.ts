import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findTestBrowser } from '../../../build/find-browser.ts';
import { toDocx } from '../../../electron/host/document-docx.ts';
import { toScreen } from '../../../electron/host/document-page.ts';
import { toPdf } from '../../../electron/host/document-pdf.ts';
import { readText } from '../../../electron/host/reading/read-text.ts';
import { unpackZip } from '../../../electron/host/reading/zip.ts';
import { writeWorkbook } from '../../../electron/host/spreadsheet-writer.ts';
import { printWithBrowser } from '../../../electron/runtime/print-with-browser.ts';
import type { Printed } from '../../../shared/contract/index.ts';
import { onePager, workbookOf } from '../../../shared/features/publishing/index.ts';
import { cases, secretWords, wordingIn } from '../../features/publishing/sample.ts';
import { cMapFolder, expectOk, fontCss } from './support.ts';

async function pdfOf(document: Printed): Promise<Uint8Array> {
  const browser = await findTestBrowser();
  const bytes = await toPdf(document, {
    fontCss,
    signal: new AbortController().signal,
    report: () => {},
    withPrinter: (work, signal) => printWithBrowser(browser, work, signal),
  });
  if (!bytes) throw new Error('nothing was printed');
  return bytes;
}

/** All that a file of one of the formats holds: its bytes, and those of what is packed in it. */
async function layersOf(bytes: Uint8Array, isZip: boolean): Promise<readonly Uint8Array[]> {
  return isZip ? [bytes, ...expectOk(await unpackZip(bytes, () => true)).values()] : [bytes];
}

/** A word as it may stand in bytes: in the encodings of text, in the hex of a PDF, in the escapes of a page. */
function writtenAs(word: string): readonly Buffer[] {
  const wide = Buffer.from(word, 'utf16le');
  const big = Buffer.from(wide).swap16();
  const escaped = Array.from(word, (char) => `&#${char.codePointAt(0)};`).join('');
  return [
    Buffer.from(word),
    wide,
    big,
    Buffer.from(big.toString('hex').toUpperCase()),
    Buffer.from(escaped),
  ];
}

type Case = Parameters<typeof secretWords>[0];
const wording = wordingIn('zh', '江汉技术转移中心');

/** Looks for every guarded word in a file, as text and as bytes; answers how many there were. */
async function expectNoWord(one: Case, format: string, bytes: Uint8Array): Promise<number> {
  const isZip = format === 'docx' || format === 'xlsx';
  const { text } =
    format === 'json' ? { text: Buffer.from(bytes).toString() } : await readText(bytes, cMapFolder);
  const flat = text.replaceAll(/\s/g, '');
  // What was read is the whole file: its recipient is in it.
  expect(flat, format).toContain(one.choice.recipient);
  const layers = await layersOf(bytes, isZip);
  const words = secretWords(one);
  for (const word of words) {
    expect(flat, `${format} as text`).not.toContain(word);
    for (const written of writtenAs(word)) {
      const isThere = layers.some((layer) => Buffer.from(layer).includes(written));
      expect(isThere, `${format} as bytes`).toBe(false);
    }
  }
  return words.length;
}

test('no guarded word stands in a file for Word, a web page, a spreadsheet or JSON', async () => {
  let kept = 0;
  await fc.assert(
    fc.asyncProperty(cases(), async (one) => {
      const { document } = onePager(one.source, one.choice, wording);
      const workbook = workbookOf(document, wording.t);
      kept += await expectNoWord(one, 'docx', await toDocx(document));
      await expectNoWord(one, 'html', Buffer.from(toScreen(document, () => '')));
      await expectNoWord(one, 'xlsx', await writeWorkbook(workbook, 'xlsx'));
      await expectNoWord(one, 'json', await writeWorkbook(workbook, 'json'));
    }),
    { numRuns: 15, endOnFailure: true },
  );
  // Achievements without secrets would show nothing.
  expect(kept).toBeGreaterThan(15);
});

test('no guarded word stands in a PDF', { timeout: 180_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(cases(), async (one) => {
      const { document } = onePager(one.source, one.choice, wording);
      await expectNoWord(one, 'pdf', await pdfOf(document));
    }),
    // Each is printed by a browser of its own.
    { numRuns: 3, endOnFailure: true },
  );
});
