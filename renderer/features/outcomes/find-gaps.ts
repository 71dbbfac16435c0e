import type { RecordOf } from '../../../shared/entities/entity.ts';
import {
  GAP_TYPES,
  type GapType,
  gapRowsOn,
  mayBePatent,
  type OutcomeKind,
  paperGapOf,
  sourcesWithDuty,
} from '../../../shared/features/outcomes/index.ts';
import type { EntityMap, EntityName } from '../../../shared/registry.ts';
import type { Rules } from '../../../shared/rules/index.ts';
import type { Filter, Found, Query } from '../../index/query.ts';

/** Who answers: the index, and the table for the few records whose days are compared. */
export interface Means {
  readonly ask: (query: Query) => Promise<Pick<Found, 'ids' | 'groups' | 'facets'>>;
  readonly byIds: <N extends EntityName>(
    name: N,
    ids: readonly string[],
  ) => Promise<readonly RecordOf<EntityMap[N]>[]>;
}

export type GapsFound = ReadonlyMap<GapType, readonly string[]>;

type Ids = ReadonlySet<string>;
const PIECE = 500;
const isIn = (field: string, values: Iterable<string>): Filter => ({ field, in: [...values] });

/** Sets of ids by what the index says. */
function asking({ ask }: Means) {
  const page = { from: 0, to: 0 } as const;
  return {
    ids: async (entity: EntityName, where: readonly Filter[]): Promise<Ids> =>
      new Set((await ask({ ...page, entity, where, ids: true })).ids),
    /** The different values of a reference among the records that fit. */
    refs: async (entity: EntityName, field: string, where: readonly Filter[]): Promise<Ids> => {
      const { groups } = await ask({ ...page, entity, where, groupBy: field });
      return new Set(groups.map(({ key }) => key).filter((key) => key !== ''));
    },
    values: async (entity: EntityName, field: string, where: readonly Filter[]): Promise<Ids> => {
      const { facets } = await ask({ ...page, entity, where, facets: [field] });
      return new Set((facets[field] ?? []).map(({ key }) => key).filter((key) => key !== ''));
    },
  };
}

/** Compares the days of papers and patents where an achievement has both: piece by piece. */
async function papersAgainstPatents(
  achievements: readonly string[],
  { ask, byIds }: Means,
  onPiece: (done: number) => boolean,
): Promise<Partial<Record<GapType, readonly string[]>> | null> {
  const found: Record<'paperBeforeFiling' | 'noveltyUnknown', string[]> = {
    paperBeforeFiling: [],
    noveltyUnknown: [],
  };
  const linksOf = async (entity: 'outcomeLink' | 'ipLink', piece: readonly string[]) =>
    (await ask({ entity, where: [isIn('achievementId', piece)], from: 0, to: 0, ids: true })).ids ??
    [];
  for (let from = 0; from < achievements.length; from += PIECE) {
    const piece = achievements.slice(from, from + PIECE);
    const outcomeLinks = await byIds('outcomeLink', await linksOf('outcomeLink', piece));
    const ipLinks = await byIds('ipLink', await linksOf('ipLink', piece));
    const outcomes = await byIds(
      'outcome',
      outcomeLinks.map(({ outcomeId }) => outcomeId),
    );
    const rights = await byIds(
      'ipRight',
      ipLinks.map(({ ipRightId }) => ipRightId),
    );
    const papers = new Map(
      outcomes.filter(({ kind }) => kind === 'paper').map((one) => [one.id, one]),
    );
    const patents = new Map(rights.filter(mayBePatent).map((one) => [one.id, one]));
    const papersOf = Map.groupBy(outcomeLinks, ({ achievementId }) => achievementId);
    const patentsOf = Map.groupBy(ipLinks, ({ achievementId }) => achievementId);
    for (const id of piece) {
      const gap = paperGapOf(
        (papersOf.get(id) ?? []).flatMap(({ outcomeId }) => papers.get(outcomeId) ?? []),
        (patentsOf.get(id) ?? []).flatMap(({ ipRightId }) => patents.get(ipRightId) ?? []),
        true,
      );
      if (gap?.type === 'paperBeforeFiling' || gap?.type === 'noveltyUnknown')
        found[gap.type].push(id);
    }
    if (!onPiece(Math.min(from + PIECE, achievements.length))) return null;
  }
  return found;
}

const minus = (all: Ids, others: Ids): readonly string[] =>
  [...all].filter((id) => !others.has(id));
const both = (one: Ids, other: Ids): Ids => new Set([...one].filter((id) => other.has(id)));
const either = (one: Ids, other: Ids): Ids => new Set([...one, ...other]);

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
  const { ids, refs, values } = asking(means);
  const rows = gapRowsOn(today, rules);
  const sources = isIn('program', sourcesWithDuty(today, rules));
  const all = await ids('achievement', []);
  const ofKind = (kind: OutcomeKind) => ids('outcome', [isIn('kind', [kind])]);
  /** The achievements that are linked with some outputs. */
  const linkedWith = async (outcomes: Ids): Promise<Ids> =>
    both(all, await refs('outcomeLink', 'achievementId', [isIn('outcomeId', outcomes)]));
  const rightsOf = async (rights: Ids): Promise<Ids> =>
    both(all, await refs('ipLink', 'achievementId', [isIn('ipRightId', rights)]));

  const projects = await ofKind('project');
  const reports = await ofKind('report');
  const standards = await ofKind('standard');
  const funded = await ids('achievement', [isIn('fundingSource', sourcesWithDuty(today, rules))]);
  const withReport = await linkedWith(reports);
  const reported = either(
    await refs('outcomeLink', 'outcomeId', [isIn('achievementId', withReport)]),
    await refs('outcome', 'projectId', [isIn('kind', ['report'])]),
  );
  const owing = await ids('outcome', [isIn('kind', ['project']), sources]);

  const withPaper = await linkedWith(await ofKind('paper'));
  const patents = await ids('ipRight', [isIn('kind', ['', 'invention', 'utilityModel', 'design'])]);
  const withPatent = await rightsOf(patents);
  const numbered = await ids('achievement', [{ field: 'patents', blank: false }]);

  const linkedRights = await refs('ipLink', 'ipRightId', []);
  const recorded = await values('ipRight', 'applicationNo', [isIn('id', linkedRights)]);
  const numbers = await values('achievement', 'patents', []);
  const unrecorded = await ids('achievement', [isIn('patents', minus(numbers, recorded))]);

  const trl = rows.get('matureNoStandard')?.trl;
  const mature: Ids =
    trl === undefined ? new Set() : await ids('achievement', [{ field: 'trl', from: trl }]);
  const standardRights = await ids('ipRight', [isIn('kind', ['standard'])]);
  const withStandard = either(await linkedWith(standards), await rightsOf(standardRights));

  const awarded = await linkedWith(await ofKind('award'));
  const registered = await ids('achievement', [isIn('registrationState', ['registered'])]);

  const linked = await refs('outcomeLink', 'outcomeId', [isIn('achievementId', all)]);
  const others = await ids('outcome', [
    isIn('kind', ['report', 'paper', 'award', 'dataset']),
    { field: 'projectId', blank: true },
  ]);

  const compared = [...both(withPaper, withPatent)];
  const days = await papersAgainstPatents(compared, means, (done) =>
    onProgress(done, compared.length),
  );
  if (days === null) return null;
  const found: Partial<Record<GapType, readonly string[]>> = {
    ...days,
    noProject: minus(funded, await linkedWith(projects)),
    projectNoReport: minus(owing, reported),
    paperNoPatent: minus(new Set(minus(withPaper, withPatent)), numbered),
    patentsNotLinked: [...unrecorded],
    matureNoStandard: minus(mature, withStandard),
    awardUnregistered: minus(awarded, registered),
    standardAlone: minus(standards, linked),
    alone: minus(others, linked),
    noKind: [...(await ids('outcome', [{ field: 'kind', blank: true }]))],
    projectNoSource: [
      ...(await ids('outcome', [isIn('kind', ['project']), { field: 'program', blank: true }])),
    ],
  };
  return new Map(
    GAP_TYPES.filter((type) => rows.has(type)).map((type) => [type, found[type] ?? []]),
  );
}
