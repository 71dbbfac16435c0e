import type { CivilDate } from '../core/dates.ts';
import { type RuleRegion, regionChain } from './regions.ts';
import type { AnyRuleTable, RuleBasis } from './table.ts';

/** The rules as a desk has them: what reckons takes them as an argument and asks for its tables. */
export interface Rules {
  readonly rowsOf: <T extends AnyRuleTable>(table: T) => T['rows'];
}

/** The rules as they come with the app, before any user's change. */
export const builtInRules: Rules = { rowsOf: ({ rows }) => rows };

/** A rule holds from its first day through its last. */
export const holdsOn = (
  { validFrom, validTo }: Pick<RuleBasis, 'validFrom' | 'validTo'>,
  on: CivilDate,
): boolean => validFrom <= on && (validTo === null || on <= validTo);

/**
 * The rows in force on a day in a region: its own, its province's and the country's, the nearest
 * first, so that `find` answers by the nearest that speaks of a case.
 * @param region the country's rows alone where no region is known
 */
export function rowsInForce<R extends RuleBasis>(
  rows: readonly R[],
  { on, region }: { readonly on: CivilDate; readonly region?: RuleRegion | undefined },
): readonly R[] {
  return regionChain(region ?? 'CN').flatMap((one) =>
    rows.filter((row) => row.region === one && holdsOn(row, on)),
  );
}
