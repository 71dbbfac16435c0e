import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findGaps,
  type Means,
  withoutProject,
} from '../../../renderer/features/outcomes/find-gaps.ts';
import { createColumns } from '../../../renderer/index/columns.ts';
import type { StoredRecord } from '../../../shared/commits/index.ts';
import type { Achievement } from '../../../shared/features/achievements/index.ts';
import type { IpLink, IpRight } from '../../../shared/features/ip-rights/index.ts';
import {
  type AroundAchievement,
  type GapType,
  gapsOfAchievement,
  gapsOfOutcome,
  OUTCOME_KINDS,
  type Outcome,
  type OutcomeLink,
  projectsFor,
} from '../../../shared/features/outcomes/index.ts';
import { builtInRules } from '../../../shared/rules/index.ts';
import { achievementWith, ipLinkWith, linkWith, outcomeWith, rightWith } from './records.ts';

const TODAY = '2026-11-24';
const PATENT = '201710601862.3';

const typesOf = (record: Achievement, around: Partial<AroundAchievement> = {}) =>
  gapsOfAchievement(
    record,
    { outcomes: [], rights: [], recordedNumbers: new Set(), ...around },
    TODAY,
    builtInRules,
  ).map(({ type }) => type);

describe('what is missing around an achievement', () => {
  it('is a project where the state paid, and none where it did not or nobody knows', () => {
    expect(typesOf(achievementWith('a', { fundingSource: 'nationalKey' }))).toEqual(['noProject']);
    expect(typesOf(achievementWith('a', { fundingSource: 'outside' }))).toEqual([]);
    expect(typesOf(achievementWith('a'))).toEqual([]);
    const outcomes = [outcomeWith('p', { kind: 'project' })];
    expect(typesOf(achievementWith('a', { fundingSource: 'nationalKey' }), { outcomes })).toEqual(
      [],
    );
  });

  it('is a patent before the paper; where a day is missing, it is not known', () => {
    const record = achievementWith('a');
    const paper = (datedOn?: string) => [
      outcomeWith('p', { kind: 'paper', ...(datedOn === undefined ? {} : { datedOn }) }),
    ];
    const patent = (filedOn?: string) => [
      rightWith('r', { kind: 'invention', ...(filedOn === undefined ? {} : { filedOn }) }),
    ];
    expect(typesOf(record, { outcomes: paper('2024-03-01') })).toEqual(['paperNoPatent']);
    expect(
      typesOf(record, { outcomes: paper('2024-03-01'), rights: patent('2024-03-01') }),
    ).toEqual([]);
    expect(
      typesOf(record, { outcomes: paper('2024-03-01'), rights: patent('2024-03-02') }),
    ).toEqual(['paperBeforeFiling']);
    expect(typesOf(record, { outcomes: paper(), rights: patent('2024-03-02') })).toEqual([
      'noveltyUnknown',
    ]);
    expect(typesOf(record, { outcomes: paper('2024-03-01'), rights: patent() })).toEqual([
      'noveltyUnknown',
    ]);
    // An unknown day may be the first, a priority counts before the filing, and what is gone does not.
    expect(
      typesOf(record, {
        outcomes: paper('2024-03-01'),
        rights: [...patent('2024-03-02'), ...patent()],
      }),
    ).toEqual(['noveltyUnknown']);
    const prior = rightWith('p', { filedOn: '2024-12-01', priorityOn: '2024-03-01' });
    expect(typesOf(record, { outcomes: paper('2024-03-01'), rights: [prior] })).toEqual([]);
    expect(typesOf(record, { outcomes: paper('2024-02-29'), rights: [prior] })).toEqual([
      'paperBeforeFiling',
    ]);
    for (const status of ['preparing', 'withdrawn', 'rejected'] as const) {
      const gone = rightWith('g', { kind: 'invention', status, filedOn: '2024-01-01' });
      expect(typesOf(record, { outcomes: paper('2024-03-01'), rights: [gone] })).toEqual([
        'paperNoPatent',
      ]);
    }
    const software = [rightWith('s', { kind: 'software', filedOn: '2020-01-01' })];
    expect(typesOf(record, { outcomes: paper('2024-03-01'), rights: software })).toEqual([
      'paperNoPatent',
    ]);
  });

  it('is a standard from TRL 7 on, a registration behind an award, a record for each number', () => {
    expect(typesOf(achievementWith('a', { trl: 7 }))).toEqual(['matureNoStandard']);
    expect(typesOf(achievementWith('a', { trl: 6 }))).toEqual([]);
    const standard = [rightWith('r', { kind: 'standard' })];
    expect(typesOf(achievementWith('a', { trl: 9 }), { rights: standard })).toEqual([]);
    const award = [outcomeWith('w', { kind: 'award' })];
    expect(typesOf(achievementWith('a'), { outcomes: award })).toEqual(['awardUnregistered']);
    const registered = achievementWith('a', { registrationState: 'registered' });
    expect(typesOf(registered, { outcomes: award })).toEqual([]);
    const numbered = achievementWith('a', { patents: [PATENT] });
    expect(typesOf(numbered)).toEqual(['patentsNotLinked']);
    expect(typesOf(numbered, { recordedNumbers: new Set([PATENT]) })).toEqual([]);
  });

  it('names the rule that it rests on', () => {
    const around = { outcomes: [], rights: [], recordedNumbers: new Set<string>() };
    const [gap] = gapsOfAchievement(achievementWith('a', { trl: 8 }), around, TODAY, builtInRules);
    expect(gap?.row).toMatchObject({ trl: 7, confidence: 'example', validTo: null });
    // Before the rule held, there was nothing to miss.
    expect(
      gapsOfAchievement(achievementWith('a', { trl: 8 }), around, '2015-01-01', builtInRules),
    ).toEqual([]);
  });
});

interface Desk {
  readonly achievement: readonly Achievement[];
  readonly outcome: readonly Outcome[];
  readonly outcomeLink: readonly OutcomeLink[];
  readonly ipRight: readonly IpRight[];
  readonly ipLink: readonly IpLink[];
}

const achievementIds = ['a1', 'a2', 'a3', 'a4'];
const outcomeIds = ['o1', 'o2', 'o3', 'o4', 'o5'];
const rightIds = ['r1', 'r2', 'r3'];
const numbers = [PATENT, '95115608.X', '202010123456.7'];
const days = fc.constantFrom('2023-01-01', '2024-01-01', '2025-01-01');
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
/** Without what is blank: a record has no such field then. */
type Filled<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };
const filled = <T extends object>(values: T): Filled<T> =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Filled<T>; // the same fields, those that are blank left out

const some = <T>(ids: readonly string[], make: (id: string) => fc.Arbitrary<T>) =>
  fc.subarray([...ids]).chain((chosen) => fc.tuple(...chosen.map(make)));
const pairs = (from: readonly string[], to: readonly string[]) =>
  fc.uniqueArray(fc.tuple(fc.constantFrom(...from), fc.constantFrom(...to)), {
    selector: (pair) => pair.join('-'),
    maxLength: 8,
  });

/** Links may lead to records that are gone: they rest until those come back. */
const desks: fc.Arbitrary<Desk> = fc.record({
  achievement: some(achievementIds, (id) =>
    fc
      .record({
        fundingSource: maybe(fc.constantFrom('nationalKey' as const, 'outside' as const)),
        trl: maybe(fc.constantFrom(6, 7, 9)),
        patents: maybe(fc.uniqueArray(fc.constantFrom(...numbers), { minLength: 1 })),
        registrationState: maybe(fc.constant('registered' as const)),
      })
      .map((values) => achievementWith(id, filled(values))),
  ),
  outcome: some(outcomeIds, (id) =>
    fc
      .record({
        kind: maybe(fc.constantFrom(...OUTCOME_KINDS)),
        datedOn: maybe(days),
        program: maybe(fc.constantFrom('province' as const, 'outside' as const)),
        projectId: maybe(fc.constantFrom(...outcomeIds)),
      })
      .map((values) => outcomeWith(id, filled(values))),
  ),
  ipRight: some(rightIds, (id) =>
    fc
      .record({
        kind: maybe(
          fc.constantFrom('invention' as const, 'software' as const, 'standard' as const),
        ),
        status: maybe(fc.constantFrom('granted' as const, 'rejected' as const)),
        filedOn: maybe(days),
        priorityOn: maybe(days),
        applicationNo: maybe(fc.constantFrom(...numbers)),
      })
      .map((values) => rightWith(id, filled(values))),
  ),
  outcomeLink: pairs(outcomeIds, achievementIds).map((list) =>
    list.map(([outcomeId, achievementId]) => linkWith(outcomeId, achievementId)),
  ),
  ipLink: pairs(rightIds, achievementIds).map((list) =>
    list.map(([rightId, achievementId]) => ipLinkWith(rightId, achievementId)),
  ),
});

function meansOf(desk: Desk): Means {
  const columns = createColumns();
  for (const [entity, records] of Object.entries(desk)) {
    // Records with nothing but plain values.
    columns.put(entity, records as unknown as readonly StoredRecord[]);
  }
  return {
    ask: async (query) => columns.ask(query, TODAY),
    byIds: async (name, ids) =>
      (desk[name as keyof Desk] as readonly { readonly id: string }[]).filter(({ id }) =>
        ids.includes(id),
      ) as never, // of the kind asked for
    inChunks: async function* (name, size) {
      const all = desk[name as keyof Desk];
      for (let from = 0; from < all.length; from += size)
        yield all.slice(from, from + size) as never; // of the kind asked for
    },
  };
}

/** The same, record by record. */
function oneByOne(desk: Desk): Map<GapType, string[]> {
  const found = new Map<GapType, string[]>();
  const add = (id: string, gaps: readonly { readonly type: GapType }[]): void => {
    for (const { type } of gaps) found.set(type, [...(found.get(type) ?? []), id]);
  };
  const outcomes = new Map(desk.outcome.map((one) => [one.id, one]));
  const rights = new Map(desk.ipRight.map((one) => [one.id, one]));
  const alive = new Set(desk.achievement.map(({ id }) => id));
  const recordedNumbers = new Set(
    desk.ipLink.flatMap(({ ipRightId }) => rights.get(ipRightId)?.applicationNo ?? []),
  );
  const outcomesOf = (achievementId: string) =>
    desk.outcomeLink.flatMap((link) =>
      link.achievementId === achievementId ? (outcomes.get(link.outcomeId) ?? []) : [],
    );
  for (const one of desk.achievement) {
    const theirs = desk.ipLink.flatMap((link) =>
      link.achievementId === one.id ? (rights.get(link.ipRightId) ?? []) : [],
    );
    const around = { outcomes: outcomesOf(one.id), rights: theirs, recordedNumbers };
    add(one.id, gapsOfAchievement(one, around, TODAY, builtInRules));
  }
  for (const one of desk.outcome) {
    const linked = desk.outcomeLink.filter(
      ({ outcomeId, achievementId }) => outcomeId === one.id && alive.has(achievementId),
    );
    const isReport = ({ kind }: Outcome) => kind === 'report';
    const hasReport =
      desk.outcome.some((other) => isReport(other) && other.projectId === one.id) ||
      linked.some(({ achievementId }) => outcomesOf(achievementId).some(isReport));
    add(one.id, gapsOfOutcome(one, { linked: linked.length, hasReport }, TODAY, builtInRules));
  }
  return found;
}

describe('what is missing on the whole desk', () => {
  it('is what is missing of each record', async () => {
    await fc.assert(
      fc.asyncProperty(desks, async (desk) => {
        const found = await findGaps(meansOf(desk), TODAY, builtInRules, () => true);
        const expected = oneByOne(desk);
        for (const [type, ids] of found ?? []) {
          expect(ids.toSorted(), type).toEqual((expected.get(type) ?? []).toSorted());
        }
      }),
      { numRuns: 300 },
    );
  });

  it('can be stopped between two pieces', async () => {
    const desk: Desk = {
      achievement: [achievementWith('a')],
      outcome: [outcomeWith('p', { kind: 'paper' })],
      outcomeLink: [linkWith('p', 'a')],
      ipRight: [rightWith('r', { kind: 'invention' })],
      ipLink: [ipLinkWith('r', 'a')],
    };
    const seen: (readonly [number, number])[] = [];
    const stopped = await findGaps(meansOf(desk), TODAY, builtInRules, (done, total) => {
      seen.push([done, total]);
      return false;
    });
    expect(stopped).toBeNull();
    expect(seen).toEqual([[1, 1]]);
  });
});

describe('achievements without a project', () => {
  const desk: Desk = {
    achievement: [achievementWith('a'), achievementWith('b'), achievementWith('c')],
    outcome: [outcomeWith('p', { kind: 'project' }), outcomeWith('r', { kind: 'report' })],
    outcomeLink: [linkWith('p', 'a'), linkWith('r', 'b')],
    ipRight: [],
    ipLink: [],
  };

  it('are found as the desk is now, so that a second press makes nothing twice', async () => {
    expect(await withoutProject(meansOf(desk), ['a', 'b', 'c'])).toEqual(['b', 'c']);
    const made = { ...desk, outcomeLink: [...desk.outcomeLink, linkWith('p', 'b')] };
    expect(await withoutProject(meansOf(made), ['a', 'b', 'c'])).toEqual(['c']);
  });
});

describe('projects made of what achievements name', () => {
  const made = (list: readonly Achievement[], known: Readonly<Record<string, string>> = {}) => {
    let next = 0;
    const ids = new Map(Object.entries(known).map(([number, id]) => [number, { id }]));
    return projectsFor(list, ids, () => `new-${++next}`);
  };

  it('are made once, linked with each, and nothing is made up', () => {
    const named = { projectName: '储能隔膜', projectNo: '2023YFB2504500' } as const;
    const { changes, linked, leftOut } = made([
      achievementWith('a', { ...named, fundingSource: 'nationalKey' }),
      achievementWith('b', named),
      achievementWith('c', { fundingSource: 'nationalKey' }),
    ]);
    expect([linked, leftOut]).toEqual([2, 1]);
    expect(changes).toHaveLength(3);
    expect(changes[0]).toMatchObject({
      put: 'outcome',
      value: {
        title: '储能隔膜',
        kind: 'project',
        number: '2023YFB2504500',
        program: 'nationalKey',
      },
    });
    const links = changes.slice(1).map((change) => 'put' in change && change.value.outcomeId);
    expect(links).toEqual(['new-1', 'new-1']);
  });

  it('are those on the desk where their number is', () => {
    const { changes } = made([achievementWith('a', { projectNo: '62172123' })], {
      '62172123': 'there',
    });
    expect(changes).toMatchObject([{ put: 'outcomeLink', value: { outcomeId: 'there' } }]);
  });
});
