import type { Achievement } from '../../../shared/features/achievements/index.ts';
import type { IpLink, IpRight } from '../../../shared/features/ip-rights/index.ts';
import {
  type Gap,
  gapsOfAchievement,
  gapsOfOutcome,
  type Outcome,
  type OutcomeLink,
} from '../../../shared/features/outcomes/index.ts';
import { useParts, useRecords } from '../../data/read.ts';
import { useRules } from '../../data/rules.ts';
import { useAnswer } from '../../index/use-answer.ts';
import { today } from '../../ui/dates.ts';
import { useRightsOf } from '../../ui/use-rights-of.ts';

/** More than belong to any achievement or project. */
const MOST = 1_000;

export interface LinkedOutcome {
  readonly link: OutcomeLink;
  readonly outcome: Outcome;
}
export interface LinkedRight {
  readonly link: IpLink;
  readonly right: IpRight;
}

/** The outputs linked with an achievement, each with its link; undefined while loading. */
function useOutcomesOf(achievementId: string): readonly LinkedOutcome[] | undefined {
  const answer = useAnswer({
    entity: 'outcomeLink',
    where: [{ field: 'achievementId', in: [achievementId] }],
    from: 0,
    to: MOST,
  });
  // The index answers with stored records of the kind asked for; `commit` has checked their values.
  const links = answer?.rows as unknown as readonly OutcomeLink[] | undefined;
  const outcomes = useRecords('outcome', links?.map(({ outcomeId }) => outcomeId) ?? []);
  if (!links || !outcomes) return undefined;
  const byId = new Map(outcomes.map((one) => [one.id, one]));
  return links.flatMap((link) => {
    const one = byId.get(link.outcomeId);
    return one ? [{ link, outcome: one }] : [];
  });
}

/** Of some patent numbers, those that are the number of a right linked with any achievement. */
function useRecordedNumbers(numbers: readonly string[]): ReadonlySet<string> | undefined {
  const found = useAnswer({
    entity: 'ipRight',
    where: [{ field: 'applicationNo', in: numbers }],
    from: 0,
    to: MOST,
  });
  const ids = found?.rows.map(({ id }) => id) ?? [];
  const linked = useAnswer(
    found
      ? {
          entity: 'ipLink',
          where: [{ field: 'ipRightId', in: ids }],
          from: 0,
          to: 0,
          groupBy: 'ipRightId',
        }
      : null,
  );
  if (!found || !linked) return undefined;
  const known = new Set(linked.groups.map(({ key }) => key));
  return new Set(
    found.rows.filter(({ id }) => known.has(id)).map(({ applicationNo }) => String(applicationNo)),
  );
}

interface AchievementLinks {
  readonly outcomes: readonly LinkedOutcome[];
  readonly rights: readonly LinkedRight[];
  readonly gaps: readonly Gap[];
}

/** All that belongs to an achievement, and what is missing of it. */
export function useAchievementLinks(record: Achievement): AchievementLinks | undefined {
  const outcomes = useOutcomesOf(record.id);
  const rights = useRightsOf(record.id);
  const recordedNumbers = useRecordedNumbers(record.patents ?? []);
  const rules = useRules();
  if (!outcomes || !rights || !recordedNumbers) return undefined;
  const around = {
    outcomes: outcomes.map(({ outcome }) => outcome),
    rights: rights.map(({ right }) => right),
    recordedNumbers,
  };
  return { outcomes, rights, gaps: gapsOfAchievement(record, around, today(), rules) };
}

export interface OutcomeLinks {
  readonly achievements: readonly {
    readonly link: OutcomeLink;
    readonly achievement: Achievement;
  }[];
  /** The project that it came from, or what came from it. */
  readonly project: Outcome | null;
  readonly results: readonly Outcome[];
  readonly reports: readonly Outcome[];
  readonly gaps: readonly Gap[];
}

/** The reports of the achievements that a project is linked with. */
function useReportsOf(achievementIds: readonly string[]): readonly Outcome[] | undefined {
  const answer = useAnswer({
    entity: 'outcomeLink',
    where: [{ field: 'achievementId', in: achievementIds }],
    from: 0,
    to: MOST,
  });
  const ids = answer?.rows.map(({ outcomeId }) => String(outcomeId)) ?? [];
  const outcomes = useRecords('outcome', ids);
  return answer && outcomes?.filter(({ kind }) => kind === 'report');
}

/** All that belongs to an output, and what is missing of it. */
export function useOutcomeLinks(record: Outcome | null | undefined): OutcomeLinks | undefined {
  const links = useParts('outcomeLink', record?.id ?? '');
  const found = useRecords('achievement', links?.map(({ achievementId }) => achievementId) ?? []);
  const answer = useAnswer({
    entity: 'outcome',
    where: [{ field: 'projectId', in: record ? [record.id] : [] }],
    from: 0,
    to: MOST,
  });
  const projects = useRecords('outcome', record?.projectId === undefined ? [] : [record.projectId]);
  const rules = useRules();
  const siblings = useReportsOf(found?.map(({ id }) => id) ?? []);
  if (!record || !links || !found || !answer || !projects || !siblings) return undefined;
  const byId = new Map(found.map((one) => [one.id, one]));
  const achievements = links.flatMap((link) => {
    const achievement = byId.get(link.achievementId);
    // The link to a deleted achievement rests until that comes back.
    return achievement ? [{ link, achievement }] : [];
  });
  // As above: stored records of the kind asked for.
  const results = answer.rows as unknown as readonly Outcome[];
  const own = results.filter(({ kind }) => kind === 'report');
  const reports = [...new Map([...own, ...siblings].map((one) => [one.id, one])).values()];
  const facts = { linked: achievements.length, hasReport: reports.length > 0 };
  return {
    achievements,
    project: projects[0] ?? null,
    results,
    reports,
    gaps: gapsOfOutcome(record, facts, today(), rules),
  };
}
