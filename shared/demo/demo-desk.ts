import type { Change } from '../commits/index.ts';
import type { CivilDate } from '../core/dates.ts';
import { demoAchievements } from './achievements.ts';
import { demoDeals } from './deals.ts';
import { demoDisclosures } from './disclosures.ts';
import { demoEnterprises } from './enterprises.ts';
import { demoEvaluations } from './evaluations.ts';
import { demoIpRights } from './ip-rights.ts';
import { demoNeeds } from './needs.ts';
import { demoOutcomes } from './outcomes.ts';
import { demoPackages } from './packages.ts';
import { seeded } from './seeded.ts';

const SEED = 20_260_101;

/**
 * An invented desk to try things on, beside what `startingChanges` makes: achievements, enterprises
 * with contacts and needs, and deals in all stages with introductions, receipts and commissions. The same
 * ids and day give the same desk.
 */
export function demoChanges(today: CivilDate, newId: () => string): readonly Change[] {
  const pick = seeded(SEED);
  const achievements = demoAchievements(today, newId, pick);
  const enterprises = demoEnterprises(today, newId, pick);
  const needs = demoNeeds(enterprises.made, today, newId);
  return [
    ...achievements.changes,
    ...enterprises.changes,
    ...needs.changes,
    ...demoDeals(achievements.made, enterprises.made, needs.made, { today, newId, pick }),
    ...demoIpRights(achievements.changes, today, newId),
    ...demoDisclosures(today, newId, pick),
    ...demoOutcomes(achievements.changes, today, newId),
    ...demoPackages(achievements.made, enterprises.made, today, newId),
    ...demoEvaluations(achievements.changes, today, newId, pick),
  ];
}
