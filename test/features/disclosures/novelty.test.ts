import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../shared/core/dates.ts';
import {
  type Disclosure,
  type DisclosurePublication,
  filingOf,
  filingsDue,
  noveltyMatters,
  noveltyOf,
  worstNovelty,
} from '../../../shared/features/disclosures/index.ts';
import type { IpRight } from '../../../shared/features/ip-rights/index.ts';
import { builtInRules } from '../../../shared/rules/index.ts';

const TODAY = '2026-11-24';
const meta = { rev: 'r', createdAt: 0, updatedAt: 0 };

const patent = (over: Partial<IpRight>): IpRight => ({
  ...meta,
  id: 'p',
  title: '一种隔膜',
  kind: 'invention',
  ...over,
});

describe('what a publication does to novelty', () => {
  it('takes it away when it came out before the filing date, and by that day alone does no harm', () => {
    expect(noveltyOf({ publishedOn: '2026-05-01' }, '2026-05-02', TODAY, builtInRules)).toEqual({
      type: 'lost',
      on: '2026-05-01',
    });
    expect(noveltyOf({ publishedOn: '2026-05-01' }, '2026-05-01', TODAY, builtInRules)).toEqual({
      type: 'safe',
    });
    expect(noveltyOf({ publishedOn: '2026-11-23' }, undefined, TODAY, builtInRules).type).toBe(
      'lost',
    );
  });

  it('gives grace in a listed case through the same day of the sixth month, by its article', () => {
    const talk = { publishedOn: '2025-08-31', graceCase: 'meeting' } as const;
    const until = '2026-02-28';
    expect(noveltyOf(talk, until, TODAY, builtInRules)).toMatchObject({
      type: 'graceUsed',
      until,
      rule: { source: '专利法第二十四条第（三）项', months: 6 },
    });
    expect(noveltyOf(talk, '2026-03-01', TODAY, builtInRules)).toMatchObject({
      type: 'graceOver',
      until,
    });
    expect(noveltyOf(talk, undefined, until, builtInRules)).toMatchObject({
      type: 'graceRuns',
      days: 0,
    });
    expect(noveltyOf(talk, undefined, '2026-03-01', builtInRules).type).toBe('graceOver');
  });

  it('knows that the emergency case came with the amendment of 2021', () => {
    const told = { publishedOn: '2021-03-01', graceCase: 'emergency' } as const;
    expect(noveltyOf(told, '2021-05-31', TODAY, builtInRules).type).toBe('lost');
    expect(noveltyOf(told, '2021-06-01', TODAY, builtInRules).type).toBe('graceUsed');
  });

  it('counts the days to a planned one, and asks once its day has passed', () => {
    expect(noveltyOf({ plannedOn: '2026-12-04' }, undefined, TODAY, builtInRules)).toEqual({
      type: 'fileBefore',
      on: '2026-12-04',
      days: 10,
    });
    expect(noveltyOf({ plannedOn: '2026-11-23' }, undefined, TODAY, builtInRules).type).toBe(
      'cameOut',
    );
    expect(noveltyOf({ plannedOn: '2026-12-04' }, '2026-11-20', TODAY, builtInRules).type).toBe(
      'safe',
    );
    expect(noveltyOf({ publishedOn: '2026-12-04' }, undefined, TODAY, builtInRules).type).toBe(
      'fileBefore',
    );
    expect(noveltyOf({}, undefined, TODAY, builtInRules).type).toBe('undated');
  });

  const days = fc.integer({ min: -2000, max: 2000 }).map((by) => addDays(TODAY, by));

  it('is never harmed by what comes out no earlier than the filing', () => {
    fc.assert(
      fc.property(days, fc.nat(900), (filedOn, later) => {
        const publishedOn = addDays(filedOn, later);
        expect(
          noveltyOf({ publishedOn, plannedOn: publishedOn }, filedOn, TODAY, builtInRules).type,
        ).toBe('safe');
      }),
    );
  });

  it('is never better for filing later', () => {
    const rank = { safe: 0, graceUsed: 1, graceOver: 2, lost: 2 } as const;
    const cases = fc.constantFrom('exhibition', 'meeting', 'breach', undefined);
    fc.assert(
      fc.property(
        fc.integer({ min: -2000, max: 0 }),
        cases,
        days,
        fc.nat(900),
        (ago, graceCase, filedOn, by) => {
          const told = { publishedOn: addDays(TODAY, ago), ...(graceCase ? { graceCase } : {}) };
          const of = (on: string) =>
            rank[noveltyOf(told, on, TODAY, builtInRules).type as keyof typeof rank];
          expect(of(addDays(filedOn, by))).toBeGreaterThanOrEqual(of(filedOn));
        },
      ),
    );
  });

  it('says the worst of several, the nearest first', () => {
    const far = { type: 'fileBefore', on: '2026-12-30', days: 36 } as const;
    const near = { type: 'fileBefore', on: '2026-12-01', days: 7 } as const;
    expect(worstNovelty([{ type: 'safe' }, far, near])).toBe(near);
    expect(worstNovelty([near, { type: 'lost', on: TODAY }])?.type).toBe('lost');
    expect(worstNovelty([])).toBeNull();
  });

  it('does not matter where no patent is meant', () => {
    expect(noveltyMatters({})).toBe(true);
    expect(noveltyMatters({ ipSuggestion: ['secret'] })).toBe(false);
    expect(noveltyMatters({ ipSuggestion: ['secret'], decision: 'file' })).toBe(true);
  });
});

describe('days by which to file', () => {
  const told = (id: string, over: Partial<Disclosure> = {}): Disclosure => ({
    ...meta,
    id,
    title: id,
    ...over,
  });
  const plan = (disclosureId: string, plannedOn: string): DisclosurePublication => ({
    ...meta,
    id: `${disclosureId}-${plannedOn}`,
    disclosureId,
    what: '论文',
    plannedOn,
  });

  it('are the nearest of each that is not filed, thirty days ahead', () => {
    const due = filingsDue(
      [
        told('近'),
        told('远'),
        told('已申请', { filedOn: TODAY }),
        told('秘密', { ipSuggestion: ['secret'] }),
      ],
      [
        plan('近', '2026-12-20'),
        plan('近', '2026-12-01'),
        plan('远', '2026-12-25'),
        plan('已申请', '2026-12-01'),
        plan('秘密', '2026-12-01'),
      ],
      () => [],
      TODAY,
      builtInRules,
    );
    expect(due).toEqual([{ what: 'fileBefore', id: '近', title: '近', on: '2026-12-01' }]);
  });

  it('are none where a patent behind the achievement was filed for in time', () => {
    const plans = [plan('甲', '2026-12-01'), plan('乙', '2026-12-01')];
    const both = [told('甲', { achievementId: '一' }), told('乙', { achievementId: '二' })];
    const rightsOf = (id: string) => (id === '一' ? [patent({ filedOn: '2026-11-01' })] : []);
    expect(filingsDue(both, plans, rightsOf, TODAY, builtInRules).map(({ id }) => id)).toEqual([
      '乙',
    ]);
  });
});

describe('what was filed first', () => {
  const priority = patent({ id: 'p', priorityOn: '2025-01-05', filedOn: '2025-12-20' });
  const plain = patent({ id: 'q', filedOn: '2025-06-01' });

  it('is what was entered; else the earliest priority or filing of the linked patents', () => {
    expect(filingOf({ filedOn: '2026-01-01' }, [plain])).toEqual({ on: '2026-01-01', right: null });
    expect(filingOf({}, [plain, priority])).toEqual({ on: '2025-01-05', right: priority });
    expect(filingOf({}, [])).toBeNull();
  });

  it('is no software, and no application that was not made or is gone', () => {
    const others = [
      patent({ kind: 'software', filedOn: '2020-01-01' }),
      patent({ status: 'withdrawn', filedOn: '2020-01-01' }),
      patent({ status: 'preparing', filedOn: '2020-01-01' }),
    ];
    expect(filingOf({}, others)).toBeNull();
  });
});
