import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  excerptOf,
  type Mention,
  mentionOf,
  mentionsIn,
  mentionToText,
  type Note,
  newestFirst,
  openMention,
  piecesOf,
  textToMention,
  withMention,
} from '../../../shared/features/notes/index.ts';

const plant: Mention = { kind: 'enterprise', id: 'e1', title: '江南' };
const works: Mention = { kind: 'enterprise', id: 'e2', title: '江南材料' };
const namesake: Mention = { kind: 'deal', id: 'd1', title: '江南' };

const mention = fc.record({
  kind: fc.constantFrom('deal', 'enterprise'),
  id: fc.uuid(),
  title: fc.string({ minLength: 1, unit: fc.constantFrom('江', '南', 'A', ':', '@', ' ', '.') }),
});

describe('mentions in a note', () => {
  it('are read back as they were written, whatever the title', () =>
    fc.assert(
      fc.property(mention, (one) => {
        expect(textToMention(mentionToText(one))).toEqual(one);
      }),
    ));

  it('leave the text as it is', () =>
    fc.assert(
      fc.property(
        fc.array(mention, { maxLength: 5 }),
        fc.array(fc.string({ unit: fc.constantFrom('江', '南', '@', 'A', '\n') })),
        (mentions, between) => {
          const text = mentions.map((one, at) => `${between[at] ?? ''}@${one.title}`).join('');
          const pieces = piecesOf(text, mentions);
          const again = pieces.map((one) => (typeof one === 'string' ? one : `@${one.title}`));
          expect(again.join('')).toBe(text);
        },
      ),
    ));

  it('are the longest name that fits', () =>
    expect(piecesOf('与@江南材料谈过，再问@江南。', [plant, works])).toEqual([
      '与',
      works,
      '谈过，再问',
      plant,
      '。',
    ]));

  it('of one name stand for their records in turn', () =>
    expect(piecesOf('@江南 @江南', [plant, namesake])).toEqual([plant, ' ', namesake]));

  it('are forgotten when their name is taken out of the text', () =>
    expect(mentionsIn('只剩 @江南材料，@江南材料', [plant, works])).toEqual([works]));

  it('are of one line, and not too long', () => {
    expect(mentionOf('deal', 'd', ' 甲\n 乙 ').title).toBe('甲 乙');
    expect(mentionOf('deal', 'd', '长'.repeat(500)).title).toHaveLength(120);
  });
});

describe('a mention being typed', () => {
  it.each([
    ['问 @江', { at: 2, query: '江' }],
    ['＠', { at: 0, query: '' }],
    ['甲@jn', { at: 1, query: 'jn' }],
    ['wang@firm', null],
    ['@江南 好', null],
    ['没有', null],
    [`@${'长'.repeat(31)}`, null],
  ])('%s', (text, open) => expect(openMention(text, text.length)).toEqual(open));

  it('is looked for before the caret only', () =>
    expect(openMention('@江南材料', 2)).toEqual({ at: 0, query: '江' }));

  it('is completed with the caret behind it', () => {
    const open = openMention('问@江 价格', 3);
    expect(open && withMention('问@江 价格', open, works)).toEqual({
      text: '问@江南材料 价格',
      caret: 7,
    });
  });
});

describe('notes of a record', () => {
  const noteWith = (text: string, over: Partial<Note> = {}): Note => ({
    id: text,
    rev: 'r',
    createdAt: Date.parse('2026-11-24T04:00:00Z'),
    updatedAt: 0,
    text,
    ownerKind: 'deal',
    ownerId: 'd',
    ...over,
  });

  it('stand by the day that they tell of, pinned ones first', () =>
    expect(
      newestFirst([
        noteWith('上周', { happenedOn: '2026-11-17' }),
        noteWith('今天'),
        noteWith('今天早先', { createdAt: Date.parse('2026-11-24T01:00:00Z') }),
        noteWith('置顶', { happenedOn: '2026-01-01', pinnedOn: '2026-11-01' }),
      ]).map(({ text }) => text),
    ).toEqual(['置顶', '今天', '今天早先', '上周']));

  it('are called by the beginning of their first line', () => {
    expect(excerptOf('\n已寄样品\n等回音')).toBe('已寄样品');
    expect(excerptOf('𠮷'.repeat(50))).toBe(`${'𠮷'.repeat(40)}…`);
  });
});
