import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { constants, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createAttachmentTexts } from '../../../electron/host/attachment-texts.ts';
import { realDisk } from '../../../electron/host/disk.ts';
import type { HostChild } from '../../../electron/host/host-options.ts';
import { type AttachmentText, MAX_TEXT_CHARACTERS } from '../../../shared/contract/index.ts';
import { pdfFile } from '../../builders/pdf-file.ts';
import { cMapFolder, expectOk, forkTextReader, newFolder } from './support.ts';

const utf8 = (text: string): Uint8Array => Buffer.from(text);

interface Setting {
  readonly folder: string;
  /** Processes started so far. */
  readonly started: () => number;
  readonly texts: ReturnType<typeof createAttachmentTexts>;
  /** Keeps a content among the attachments, and answers its hash. */
  readonly keep: (bytes: Uint8Array) => Promise<string>;
}

async function setting({
  folder,
  room = Number.POSITIVE_INFINITY,
  spawn = () => forkTextReader(),
  ...limits
}: {
  readonly folder?: string;
  readonly room?: number;
  readonly spawn?: () => HostChild;
  readonly readMs?: number;
  readonly answerMs?: number;
} = {}): Promise<Setting> {
  const own = folder ?? (await newFolder());
  const filesFolder = join(own, 'files');
  let started = 0;
  const texts = createAttachmentTexts({
    ...{ disk: realDisk, folder: join(own, 'texts'), filesFolder, cMapFolder },
    room: async () => room,
    answerMs: 60_000,
    ...limits,
    spawn: () => {
      started += 1;
      return spawn();
    },
  });
  return {
    folder: own,
    started: () => started,
    texts,
    keep: async (bytes) => {
      const hash = createHash('sha256').update(bytes).digest('hex');
      await fs.mkdir(join(filesFolder, hash.slice(0, 2)), { recursive: true });
      await fs.writeFile(join(filesFolder, hash.slice(0, 2), hash), bytes);
      return hash;
    },
  };
}

async function textOf({ texts, keep }: Setting, bytes: Uint8Array): Promise<AttachmentText> {
  const { texts: found, left } = expectOk(await texts.read({ hashes: [await keep(bytes)] }));
  expect(left).toEqual([]);
  const [one] = found;
  if (!one) throw new Error('nothing was answered');
  return one;
}

const filesUnder = async (folder: string): Promise<readonly string[]> =>
  fs.readdir(folder, { recursive: true }).catch(() => []);

const BLOCK = 8 * 1024 * 1024;

/** A PDF of one page whose content, of a few hundred kilobytes, unpacks to two gigabytes of spaces. */
function pdfBomb(): Uint8Array {
  const block = deflateRawSync(Buffer.alloc(BLOCK, ' '), {
    finishFlush: constants.Z_FULL_FLUSH,
  });
  const blocks = Array.from({ length: 256 }, () => block);
  const content = Buffer.concat([Buffer.from([0x78, 0x9c]), ...blocks, Buffer.from([3, 0])]);
  const head =
    '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n' +
    '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n' +
    '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>\nendobj\n' +
    `4 0 obj\n<< /Filter /FlateDecode /Length ${content.byteLength} >>\nstream\n`;
  const tail = '\nendstream\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n';
  return Buffer.concat([Buffer.from(head), content, Buffer.from(tail)]);
}

describe('a file that keeps its reader', () => {
  const pdf = pdfFile(['合同']);

  test('is one of several that are read in a process of their own, whatever they are', async () => {
    const here = await setting();
    const hashes = await Promise.all([pdf, new Uint8Array(), utf8('纪要')].map(here.keep));
    const { texts } = expectOk(await here.texts.read({ hashes }));
    expect(texts.map(({ state, text }) => [state, text])).toEqual([
      ['ready', '合同'],
      ['none', ''],
      ['ready', '纪要'],
    ]);
    expect(here.started()).toBe(1);
  });

  test('kills its reader when it takes too much memory, and the next file is read', async () => {
    const here = await setting();
    const hashes = await Promise.all([pdfBomb(), pdf].map(here.keep));
    const { texts } = expectOk(await here.texts.read({ hashes }));
    expect(texts.map(({ state }) => state)).toEqual(['tooLarge', 'ready']);
    expect(here.started()).toBe(2);
    // It was the memory and not the time: that is not tried again.
    const next = await setting({ folder: here.folder });
    expect(expectOk(await next.texts.read({ hashes })).texts).toEqual(texts);
    expect(next.started()).toBe(0);
  });

  test('has its reader killed when it takes too long, and another chance at the next start', async () => {
    const here = await setting({ readMs: 1 });
    expect(await textOf(here, pdf)).toMatchObject({ state: 'tooLarge' });
    expect(await textOf(here, pdf)).toMatchObject({ state: 'tooLarge' });
    expect(here.started()).toBe(1);
    const next = await setting({ folder: here.folder });
    expect(await textOf(next, pdf)).toMatchObject({ state: 'ready' });
  });

  test('is told to be missing while it is not what was kept, and is read when it is back', async () => {
    const here = await setting();
    const hash = await here.keep(pdf);
    const path = join(here.folder, 'files', hash.slice(0, 2), hash);
    await fs.writeFile(path, '别的内容');
    const nobody = '0'.repeat(64);
    const { texts } = expectOk(await here.texts.read({ hashes: [hash, nobody] }));
    expect(texts.map(({ state }) => state)).toEqual(['missing', 'missing']);
    expect(await textOf(here, pdf)).toMatchObject({ state: 'ready', text: '合同' });
  });
});

describe('a text that was read once', () => {
  test('is there at the next start without its file being read, also where there was none', async () => {
    const first = await setting();
    const hashes = await Promise.all([pdfFile(['合同']), utf8('')].map(first.keep));
    const before = expectOk(await first.texts.read({ hashes }));
    const next = await setting({ folder: first.folder });
    expect(expectOk(await next.texts.read({ hashes }))).toEqual(before);
    expect(next.started()).toBe(0);
  });

  test('is read anew when what was kept of it is damaged or of another version', async () => {
    const first = await setting();
    const bytes = utf8('会议纪要');
    const { hash } = await textOf(first, bytes);
    const kept = join(first.folder, 'texts', hash.slice(0, 2), `${hash}.json`);
    for (const instead of ['{"versi', '{"version":0,"state":"ready","text":"旧"}']) {
      await fs.writeFile(kept, instead);
      const next = await setting({ folder: first.folder });
      expect(await textOf(next, bytes)).toMatchObject({ text: '会议纪要' });
      expect(next.started()).toBe(1);
    }
  });

  test('is not kept where the disk has no room for it', async () => {
    const here = await setting({ room: 0 });
    expect(await textOf(here, utf8('会议纪要'))).toMatchObject({ text: '会议纪要' });
    expect(await filesUnder(join(here.folder, 'texts'))).toEqual([]);
  });
});

describe('an answer', () => {
  test('has its bounds; who asks for the rest gets it', async () => {
    const here = await setting();
    const long = (name: string) => utf8(name + '磷'.repeat(MAX_TEXT_CHARACTERS));
    const names = ['甲', '乙', '丙', '丁', '戊'];
    const hashes = await Promise.all(names.map((name) => here.keep(long(name))));
    const heard: string[] = [];
    let calls = 0;
    for (let left: readonly string[] = hashes; left.length > 0; calls += 1) {
      const answer = expectOk(await here.texts.read({ hashes: left }));
      expect(answer.texts.length).toBeLessThanOrEqual(2);
      heard.push(...answer.texts.map(({ text }) => text.slice(0, 1)));
      left = answer.left;
    }
    expect([heard, calls]).toEqual([names, 3]);
  });

  test('is given soon, and with one text at least', async () => {
    const here = await setting({ answerMs: 0 });
    const hashes = await Promise.all(['甲', '乙'].map((name) => here.keep(utf8(name))));
    const answer = expectOk(await here.texts.read({ hashes }));
    expect(answer).toMatchObject({ texts: [{ text: '甲' }], left: [hashes[1]] });
  });

  test('is as good as empty when the desk is being closed, and nothing is held against a file', async () => {
    const here = await setting();
    const hash = await here.keep(pdfFile(['合同']));
    const asked = here.texts.read({ hashes: [hash] });
    await expect.poll(here.started).toBe(1);
    here.texts.close();
    expect(expectOk(await asked)).toEqual({ texts: [], left: [hash] });
    const next = await setting({ folder: here.folder });
    expect(expectOk(await next.texts.read({ hashes: [hash] })).texts).toMatchObject([
      { state: 'ready' },
    ]);
  });

  test('holds nothing against a file when the reader cannot be started', async () => {
    const here = await setting({ spawn: () => forkTextReader(1) });
    const hash = await here.keep(utf8('纪要'));
    expect(expectOk(await here.texts.read({ hashes: [hash] }))).toEqual({
      texts: [],
      left: [hash],
    });
  });
});
