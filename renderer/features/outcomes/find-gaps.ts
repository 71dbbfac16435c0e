import type { RecordOf } from '../../../shared/entities/entity.ts';
import { noveltyDayOf, UNFILED } from '../../../shared/features/ip-rights/index.ts';
import {
  GAP_TYPES,
  type GapType,
  gapRowsOn,
  type OutcomeKind,
  paperGapOf,
  sourcesWithDuty,
} from '../../../shared/features/outcomes/index.ts';
import type { EntityMap, EntityName } from '../../../shared/registry.ts';
import type { Rules } from '../../../shared/rules/index.ts';
import type { Filter, Found, Query } from '../../index/query.ts';

/** Who answers: the index, and the tables for links and for the few records whose days are compared. */
export interface Means {
  readonly ask: (query: Query) => Promise<Pick<Found, 'ids' | 'facets'>>;
  readonly byIds: <N extends EntityName>(
    name: N,
    ids: readonly string[],
  ) => Promise<readonly RecordOf<EntityMap[N]>[]>;
  readonly inChunks: <N extends EntityName>(
    name: N,
    size: number,
  ) => AsyncIterable<readonly RecordOf<EntityMap[N]>[]>;
}

export type GapsFound = ReadonlyMap<GapType, readonly string[]>;

type Ids = ReadonlySet<string>;
/** A record and an achievement that it is linked with; both are there. */
type Pair = readonly [id: string, achievementId: string];
/** So many links, or the papers and patents of so many achievements, are read in one go. */
const PIECE = 500;
const isIn = (field: string, values: Iterable<string>): Filter => ({ field, in: [...values] });

/** Sets of what the index says. */
function asking({ ask }: Pick<Means, 'ask'>) {
  const page = { from: 0, to: 0 } as const;
  return {
    ids: async (entity: EntityName, ...where: readonly Filter[]): Promise<Ids> =>
      new Set((await ask({ ...page, entity, where, ids: true })).ids),
    values: async (entity: EntityName, field: string, ...where: readonly Filter[]) => {
      const { facets } = await ask({ ...page, entity, where, facets: [field] });
      return new Set((facets[field] ?? []).map(({ key }) => key).filter((key) => key !== ''));
    },
  };
}

/** Compares the days of papers and patents where an achievement has both: piece by piece. */
async function papersAgainstPatents(
  papers: readonly Pair[],
  patents: readonly Pair[],
  { byIds }: Means,
  onProgress: (done: number, total: number) => boolean,
): Promise<Partial<Record<GapType, readonly string[]>> | null> {
  const found: Record<'paperBeforeFiling' | 'noveltyUnknown', string[]> = {
    paperBeforeFiling: [],
    noveltyUnknown: [],
  };
  const papersOf = Map.groupBy(papers, ([, achievementId]) => achievementId);
  const patentsOf = Map.groupBy(patents, ([, achievementId]) => achievementId);
  const compared = [...papersOf.keys()].filter((id) => patentsOf.has(id));
  for (let from = 0; from < compared.length; from += PIECE) {
    const piece = compared.slice(from, from + PIECE);
    const idsIn = (of: ReadonlyMap<string, readonly Pair[]>) =>
      piece.flatMap((id) => (of.get(id) ?? []).map(([other]) => other));
    const outcomes = await byIds('outcome', idsIn(papersOf));
    const rights = await byIds('ipRight', idsIn(patentsOf));
    const paperDays = new Map(outcomes.map(({ id, datedOn }) => [id, datedOn]));
    const patentDays = new Map(rights.map((right) => [right.id, noveltyDayOf(right)]));
    for (const id of piece) {
      const gap = paperGapOf(
        (papersOf.get(id) ?? []).map(([paper]) => paperDays.get(paper)),
        (patentsOf.get(id) ?? []).map(([patent]) => patentDays.get(patent)),
        true,
      );
      if (gap?.type === 'paperBeforeFiling' || gap?.type === 'noveltyUnknown')
        found[gap.type].push(id);
    }
    if (!onProgress(Math.min(from + PIECE, compared.length), compared.length)) return null;
  }
  return found;
}

const minus = (all: Iterable<string>, others: Ids): readonly string[] =>
  [...all].filter((id) => !others.has(id));
const achievementsIn = (pairs: readonly Pair[]): Ids => new Set(pairs.map(([, id]) => id));

/** The pairs of a link table, links to what is gone left out. */
async function pairsIn<N extends 'outcomeLink' | 'ipLink'>(
  { inChunks }: Means,
  name: N,
  idOf: (link: RecordOf<EntityMap[N]>) => string,
  records: Ids,
  achievements: Ids,
): Promise<readonly Pair[]> {
  const pairs: Pair[] = [];
  for await (const links of inChunks(name, PIECE)) {
    for (const link of links) {
      const id = idOf(link);
      if (records.has(id) && achievements.has(link.achievementId))
        pairs.push([id, link.achievementId]);
    }
  }
  return pairs;
}

/** What outputs and rights stand around which achievements. */
async function readAround(means: Means) {
  const { ids } = asking(means);
  const all = await ids('achievement');
  const outcomes = await ids('outcome');
  const rights = await ids('ipRight');
  const pairs = await pairsIn(means, 'outcomeLink', ({ outcomeId }) => outcomeId, outcomes, all);
  const rightPairs = await pairsIn(means, 'ipLink', ({ ipRightId }) => ipRightId, rights, all);
  const ofKind = (kind: OutcomeKind) => ids('outcome', isIn('kind', [kind]));
  return {
    pairs,
    rightPairs,
    ofKind,
    pairsOfKind: async (kind: OutcomeKind) => {
      const theirs = await ofKind(kind);
      return pairs.filter(([id]) => theirs.has(id));
    },
    pairsOfRights: async (...where: readonly Filter[]) => {
      const theirs = await ids('ipRight', ...where);
      return rightPairs.filter(([id]) => theirs.has(id));
    },
  };
}
type Around = Awaited<ReturnType<typeof readAround>>;

/** The projects that a report was made in, or about an achievement of theirs. */
async function reportedProjects({ pairs, pairsOfKind }: Around, means: Means): Promise<Ids> {
  const withReport = achievementsIn(await pairsOfKind('report'));
  const named = await asking(means).values('outcome', 'projectId', isIn('kind', ['report']));
  return new Set([...named, ...pairs.flatMap(([id, its]) => (withReport.has(its) ? [id] : []))]);
}

/** Of some achievements, those that no project is linked with as the desk is now. */
export async function withoutProject(
  means: Pick<Means, 'ask'>,
  achievementIds: readonly string[],
): Promise<readonly string[]> {
  const { ids, values } = asking(means);
  const projects = await ids('outcome', isIn('kind', ['project']));
  return minus(
    achievementIds,
    await values('outcomeLink', 'achievementId', isIn('outcomeId', projects)),
  );
}

/** The achievements with a patent number that is none of a linked right. */
async function withoutRecord({ ids, values }: ReturnType<typeof asking>, linked: Ids) {
  const recorded = await values('ipRight', 'applicationNo', isIn('id', linked));
  const numbers = await values('achievement', 'patents');
  return ids('achievement', isIn('patents', minus(numbers, recorded)));
}

/**
 * What is missing on the whole desk: the same as `gapsOfAchievement` and `gapsOfOutcome` say of each
 * record, put together from what the index knows of all. Null when it was stopped.
 * @param onProgress how many of how many; answers whether to go on
 */
export async function findGaps(
  means: Means,
  today: string,
  rules: Rules,
  onProgress: (done: number, total: number) => boolean,
): Promise<GapsFound | null> {
  const { ids, values } = asking(means);
  const rows = gapRowsOn(today, rules);
  const sources = sourcesWithDuty(today, rules);
  const around = await readAround(means);
  const { pairs, ofKind, pairsOfKind, pairsOfRights } = around;
  const linked: Ids = new Set(pairs.map(([id]) => id));
  const papers = await pairsOfKind('paper');
  const patents = await pairsOfRights(isIn('kind', ['', 'invention', 'utilityModel', 'design']), {
    not: isIn('status', UNFILED),
  });
  const days = await papersAgainstPatents(papers, patents, means, onProgress);
  if (days === null) return null;
  const unpatented = minus(achievementsIn(papers), achievementsIn(patents));
  const trl = rows.get('matureNoStandard')?.trl;
  const withStandard = new Set([
    ...achievementsIn(await pairsOfKind('standard')),
    ...achievementsIn(await pairsOfRights(isIn('kind', ['standard']))),
  ]);
  const isProject = isIn('kind', ['project']);
  const owing = await ids('outcome', isProject, isIn('program', sources));
  const others = await ids('outcome', isIn('kind', ['report', 'paper', 'award', 'dataset']), {
    field: 'projectId',
    blank: true,
  });
  const found: Partial<Record<GapType, Iterable<string>>> = {
    ...days,
    noProject: minus(
      await ids('achievement', isIn('fundingSource', sources)),
      achievementsIn(await pairsOfKind('project')),
    ),
    projectNoReport: minus(owing, await reportedProjects(around, means)),
    paperNoPatent: minus(unpatented, await ids('achievement', { field: 'patents', blank: false })),
    patentsNotLinked: await withoutRecord(asking(means), await values('ipLink', 'ipRightId')),
    matureNoStandard:
      trl === undefined
        ? []
        : minus(await ids('achievement', { field: 'trl', from: trl }), withStandard),
    awardUnregistered: minus(
      achievementsIn(await pairsOfKind('award')),
      await ids('achievement', isIn('registrationState', ['registered'])),
    ),
    standardAlone: minus(await ofKind('standard'), linked),
    alone: minus(others, linked),
    noKind: await ids('outcome', { field: 'kind', blank: true }),
    projectNoSource: await ids('outcome', isProject, { field: 'program', blank: true }),
  };
  return new Map(
    GAP_TYPES.filter((type) => rows.has(type)).map((type) => [type, [...(found[type] ?? [])]]),
  );
}
