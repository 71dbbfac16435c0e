import type { Change } from './commits/index.ts';
import { presetPlans } from './features/commissions/index.ts';
import { defaultStages } from './features/deals/index.ts';

/** What every new desk begins with: the stages of the pipeline and the preset plans, by stable ids. */
export function startingChanges(): readonly Change[] {
  return [
    ...defaultStages.map(({ id, ...value }): Change => ({ put: 'stage', id, value })),
    ...presetPlans.map(
      ({ id, tiers, ...value }): Change => ({
        put: 'commissionPlan',
        id,
        value:
          tiers === undefined ? value : { ...value, tiers: tiers.map((tier) => ({ ...tier })) },
      }),
    ),
  ];
}
