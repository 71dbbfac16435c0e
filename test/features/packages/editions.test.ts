import { describe, expect, it } from 'vitest';
import {
  changesSince,
  leftOutOf,
  nextEdition,
  resultsOf,
  sendingProblem,
  textsByPage,
} from '../../../shared/features/packages/index.ts';
import { made, part } from './sample.ts';

const printsOf = (brochure: ReturnType<typeof made>): readonly string[] =>
  textsByPage(brochure.brochure, brochure.sheets).map(({ name, text }) => `${name}=${text}`);

describe('editions of a package', () => {
  it('are numbered on, whatever was deleted', () => {
    expect(nextEdition([])).toBe(1);
    expect(nextEdition([{ number: 1 }, { number: 4 }])).toBe(5);
  });

  it('tell which pages read otherwise now', () => {
    const before = { prints: printsOf(made([part('1'), part('2'), part('3')])) };
    const now = made([
      part('2', { teaser: '改写过的公开简介，说得更清楚。' }),
      part('1'),
      part('4', {}, { words: '替胶膜厂省电。' }),
    ]);
    expect(changesSince(before, printsOf(now))).toEqual({
      added: ['a-4'],
      removed: ['a-3'],
      changed: ['a-2'],
      isCoverChanged: true,
    });
    expect(changesSince(before, printsOf(made([part('1'), part('2'), part('3')])))).toEqual({
      added: [],
      removed: [],
      changed: [],
      isCoverChanged: false,
    });
  });

  it('do not take what they left out for something new', () => {
    const parts = [
      part('1', {}, { createdAt: 1 }),
      part('2', {}, { createdAt: 1, chapter: '材料' }),
      part('3', {}, { createdAt: 3 }),
    ];
    const edition = {
      prints: printsOf(made(parts.slice(0, 2), { leftOut: ['2'] })),
      createdAt: 2,
    };
    const leftOut = leftOutOf(
      edition,
      parts.map(({ item }) => item),
    );
    expect(leftOut).toEqual(['2']);
    expect(changesSince(edition, printsOf(made(parts, { leftOut }))).added).toEqual(['a-3']);
    expect(changesSince(edition, printsOf(made(parts.slice(0, 2), { leftOut })))).toEqual({
      ...{ added: [], removed: [], changed: [], isCoverChanged: false },
    });
  });

  it('see a picture that was changed', () => {
    const before = { prints: printsOf(made([part('1', {}, { pictures: ['f1'] })])) };
    expect(
      changesSince(before, printsOf(made([part('1', {}, { pictures: ['f2'] })]))).changed,
    ).toEqual(['a-1']);
  });
});

describe('recipients of a package', () => {
  it('are counted by what came of it: a deal was an interest first', () => {
    expect(
      resultsOf([
        {},
        { outcome: 'none' },
        { outcome: 'interested' },
        { outcome: 'met', dealId: 'd' },
        { outcome: 'deal' },
        { outcome: 'declined' },
      ]),
    ).toEqual({ sent: 6, interested: 3, deals: 2 });
  });

  it('get what is not public only after an NDA', () => {
    const sentOn = '2026-11-24';
    expect(sendingProblem({ layer: 'L0' }, { sentOn })).toBeNull();
    expect(sendingProblem({ layer: 'L1' }, { sentOn })).toBe('noNda');
    expect(sendingProblem({ layer: 'L2' }, { sentOn, ndaNo: ' ', ndaOn: sentOn })).toBe('noNda');
    expect(sendingProblem({ layer: 'L1' }, { sentOn, ndaNo: 'N1', ndaOn: '2026-11-25' })).toBe(
      'ndaTooLate',
    );
    expect(sendingProblem({ layer: 'L1' }, { sentOn, ndaNo: 'N1', ndaOn: sentOn })).toBeNull();
  });
});
