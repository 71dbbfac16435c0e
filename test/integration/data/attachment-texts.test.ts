import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type AttachmentText,
  MAX_TEXT_CHARACTERS,
  MAX_TEXTS_PER_CALL,
} from '../../../shared/contract/index.ts';
import type { MemoryVault } from '../../builders/memory-vault.ts';
import { freshDesk, page } from './page.ts';

const { onAttachmentTexts, useTextProblems } = await import(
  '../../../renderer/data/attachment-texts.ts'
);

const hashOf = (number: number): string => String(number).padStart(64, '0');
const SOON = { timeout: 20_000 };

let vault: MemoryVault;
/** Texts by hash; of any other attachment the host says that it is `missing`. */
let texts: Map<string, string>;
/** What is said instead of a text. */
let states: Map<string, AttachmentText['state']>;
let asked: string[][];
/** What the listener heard: each hash, and the text's length. */
let heard: Map<string, number>;
let stop: () => void;

const listen = (): (() => void) =>
  onAttachmentTexts((batch) => {
    for (const [hash, text] of batch) heard.set(hash, text.length);
  });

beforeEach(async () => {
  vault = await freshDesk();
  texts = new Map();
  states = new Map();
  asked = [];
  heard = new Map();
  vault.texts = (hashes) => {
    asked.push([...hashes]);
    return {
      texts: hashes.map((hash) => {
        const text = texts.get(hash) ?? '';
        return { hash, state: text ? 'ready' : (states.get(hash) ?? 'missing'), text };
      }),
      left: [],
    };
  };
  stop = listen();
});
afterEach(() => {
  stop();
  page.closeSession();
});

const attach = (numbers: readonly number[], ending = 'pdf') =>
  page.commit({
    label: { key: 'create' },
    changes: numbers.map((number) => ({
      put: 'attachment',
      id: `f${number}`,
      value: {
        ...{ name: `附件${number}.${ending}`, size: 9, hash: hashOf(number) },
        ...{ ownerKind: 'deal', ownerId: 'd1' },
      },
    })),
  });

describe('the texts of attachments', () => {
  it('are heard of those that are there, and of those that are added, when it is quiet', async () => {
    texts.set(hashOf(1), '电池').set(hashOf(2), '磷石膏').set(hashOf(3), '片中的话');
    await attach([1]);
    // A film is not asked for its text.
    await attach([3], 'mp4');
    expect(asked).toEqual([]);
    await expect.poll(() => [...heard], SOON).toEqual([[hashOf(1), 2]]);
    await attach([2]);
    await expect.poll(() => [...heard.keys()], SOON).toEqual([hashOf(1), hashOf(2)]);
    expect(asked).toEqual([[hashOf(1)], [hashOf(2)]]);
  });

  it('are all heard by who begins to listen later, and at the next start, the newest first', async () => {
    texts.set(hashOf(1), '电池').set(hashOf(2), '磷石膏');
    await attach([1]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await attach([2]);
    await expect.poll(() => heard.size, SOON).toBe(2);
    stop();
    heard.clear();
    stop = listen();
    await expect.poll(() => [...heard.keys()], SOON).toEqual([hashOf(2), hashOf(1)]);
    heard.clear();
    page.closeSession();
    await page.openDesk();
    await expect.poll(() => [...heard.keys()], SOON).toEqual([hashOf(2), hashOf(1)]);
  });

  it('come to a bounded number of characters, after which only beginnings are heard', async () => {
    const numbers = Array.from({ length: MAX_TEXTS_PER_CALL + 10 }, (_, index) => index);
    const long = '磷'.repeat(MAX_TEXT_CHARACTERS);
    for (const number of numbers) texts.set(hashOf(number), long);
    await attach(numbers);
    await expect.poll(() => heard.size, SOON).toBe(numbers.length);
    expect(Math.max(...asked.map((hashes) => hashes.length))).toBe(MAX_TEXTS_PER_CALL);
    const lengths = [...heard.values()];
    expect(lengths.filter((length) => length === MAX_TEXT_CHARACTERS)).toHaveLength(32);
    expect(new Set(lengths)).toEqual(new Set([MAX_TEXT_CHARACTERS, 4_000]));
    // What is searched of them is only a part, and said to be.
    const problems = new Map(numbers.map((number) => [hashOf(number), 'cut']));
    expect(useTextProblems.getState()).toEqual(problems);
  });

  it('are told of where they cannot be had, once, and asked for no more', async () => {
    states.set(hashOf(1), 'locked').set(hashOf(2), 'none');
    await attach([1, 2, 3]);
    await expect
      .poll(() => [...useTextProblems.getState()], SOON)
      .toEqual([
        [hashOf(1), 'locked'],
        [hashOf(2), 'none'],
      ]);
    expect(asked).toHaveLength(1);
    page.closeSession();
    expect(useTextProblems.getState().size).toBe(0);
  });

  it('do not stop where the host gives none', async () => {
    texts.set(hashOf(1), '电池').set(hashOf(2), '磷石膏');
    const answer = vault.texts;
    let refused = 0;
    vault.texts = (hashes) => {
      refused += 1;
      return { texts: [], left: [...hashes] };
    };
    await attach([1]);
    await expect.poll(() => refused, SOON).toBe(1);
    vault.texts = answer;
    await attach([2]);
    await expect.poll(() => [...heard.keys()], SOON).toEqual([hashOf(2)]);
  });
});
