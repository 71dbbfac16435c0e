import type { Achievement } from '../../../shared/features/achievements/index.ts';
import {
  type Deposit,
  depositOf,
  type FormParts,
  type Outcome,
  sourcesWithDuty,
} from '../../../shared/features/outcomes/index.ts';
import type { EntityName } from '../../../shared/registry.ts';
import { partsOfRecords, recordsById } from '../../data/read.ts';
import { rulesNow } from '../../data/rules.ts';
import { CHUNK } from '../../data/use-reckoned.ts';
import type { Filter } from '../../index/query.ts';
import { askIndex } from '../../index/use-answer.ts';
import { today } from '../../ui/dates.ts';

const idsOf = async (entity: EntityName, where: readonly Filter[]): Promise<readonly string[]> =>
  (await askIndex({ entity, where, from: 0, to: 0, ids: true })).ids ?? [];

/** The projects with money that brings the duty to deposit. */
const projectsOwing = (): Promise<readonly string[]> =>
  idsOf('outcome', [
    { field: 'kind', in: ['project'] },
    { field: 'program', in: sourcesWithDuty(today(), rulesNow()) },
  ]);

/** Where the duty stands at some projects. */
async function depositsOf(ids: readonly string[]): Promise<readonly Deposit[]> {
  const projects = await recordsById('outcome', ids);
  const links = await partsOfRecords('outcomeLink', ids);
  const achievementIds = [...links.values()].flat().map(({ achievementId }) => achievementId);
  const achievements = new Map(
    (await recordsById('achievement', achievementIds)).map((one) => [one.id, one]),
  );
  const siblings = await recordsById(
    'outcomeLink',
    await idsOf('outcomeLink', [{ field: 'achievementId', in: [...achievements.keys()] }]),
  );
  const own = await idsOf('outcome', [
    { field: 'kind', in: ['report'] },
    { field: 'projectId', in: ids },
  ]);
  const found = await recordsById('outcome', [
    ...own,
    ...siblings.map(({ outcomeId }) => outcomeId),
  ]);
  const reports = found.filter(({ kind }) => kind === 'report');
  const reportIds = new Set(reports.map(({ id }) => id));
  const linked = siblings.filter(({ outcomeId }) => reportIds.has(outcomeId));
  const ofAchievement = Map.groupBy(linked, ({ achievementId }) => achievementId);
  return projects.map((project) => {
    const mine = (links.get(project.id) ?? []).flatMap(
      ({ achievementId }) => achievements.get(achievementId) ?? [],
    );
    const theirs = new Set(
      mine.flatMap(({ id }) => (ofAchievement.get(id) ?? []).map(({ outcomeId }) => outcomeId)),
    );
    const around = {
      achievements: mine,
      reports: reports.filter(({ id, projectId }) => projectId === project.id || theirs.has(id)),
    };
    return depositOf(project, around, today(), rulesNow());
  });
}

/** All duties to deposit on the desk, read in pieces; null when overtaken by a newer reckoning. */
export async function readDeposits(isOver: () => boolean): Promise<readonly Deposit[] | null> {
  const ids = await projectsOwing();
  const deposits: Deposit[] = [];
  for (let from = 0; from < ids.length; from += CHUNK) {
    deposits.push(...(await depositsOf(ids.slice(from, from + CHUNK))));
    if (isOver()) return null;
  }
  return deposits;
}

export interface FormsRead {
  readonly forms: readonly FormParts[];
  /** The projects that no achievement is linked with: there is nothing to fill in of them. */
  readonly without: readonly Outcome[];
}

/** What the registration forms of some projects' achievements tell, each achievement once. */
export async function readForms(deposits: readonly Deposit[]): Promise<FormsRead> {
  const achievements = new Map<string, Achievement>();
  const projectsOf = new Map<string, Outcome[]>();
  for (const { project, achievements: theirs } of deposits) {
    for (const one of theirs) {
      achievements.set(one.id, one);
      projectsOf.set(one.id, [...(projectsOf.get(one.id) ?? []), project]);
    }
  }
  const ids = [...achievements.keys()];
  const units = await partsOfRecords('achievementUnit', ids);
  const people = await partsOfRecords('achievementPerson', ids);
  const links = await recordsById(
    'ipLink',
    await idsOf('ipLink', [{ field: 'achievementId', in: ids }]),
  );
  const rights = new Map(
    (
      await recordsById(
        'ipRight',
        links.map(({ ipRightId }) => ipRightId),
      )
    ).map((one) => [one.id, one]),
  );
  const linksOf = Map.groupBy(links, ({ achievementId }) => achievementId);
  return {
    forms: [...achievements.values()].map((achievement) => ({
      achievement,
      units: units.get(achievement.id) ?? [],
      people: people.get(achievement.id) ?? [],
      rights: (linksOf.get(achievement.id) ?? []).flatMap(
        ({ ipRightId }) => rights.get(ipRightId) ?? [],
      ),
      projects: projectsOf.get(achievement.id) ?? [],
    })),
    without: deposits
      .filter(({ achievements: theirs }) => theirs.length === 0)
      .map(({ project }) => project),
  };
}
