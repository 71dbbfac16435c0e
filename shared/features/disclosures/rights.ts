import type { CivilDate } from '../../core/dates.ts';
import type { Disclosure } from './entity.ts';
import { inForce, type RightsRow, rightsRows, rulesHold } from './rules.ts';

export { DISPOSAL_SOURCE } from './rules.ts';

/** One of the rights that a team may get, what was agreed and what the rules ask for. */
export interface RightState {
  readonly right: RightsRow['right'];
  /** By the unit's own rule or agreement; null when nothing was. Basis points; of `use`, years. */
  readonly agreed: number | null;
  /** The rule that asks for most, or null. */
  readonly rule: RightsRow | null;
  /** What counts: the agreed figure within the law, the law's floor where it is below or blank. */
  readonly counts: number | null;
  readonly verdict: /** Nothing agreed; of income, the law's floor counts then. */
    | 'notAgreed'
    /** Agreed, and no rule speaks of it. */
    | 'free'
    | 'meets'
    /** Below a law: its floor counts. */
    | 'belowLaw'
    /** Below what a policy asks for: what was agreed counts still. */
    | 'belowPolicy';
}

const agreedOf = (right: RightsRow['right'], record: Partial<Disclosure>): number | null =>
  ({ ownership: record.teamOwnershipBp, use: record.useYears, income: record.incomeBp })[right] ??
  null;

function stateOf(
  right: RightsRow['right'],
  agreed: number | null,
  rows: readonly RightsRow[],
): RightState {
  const ordered = rows
    .filter((row) => row.right === right)
    .toSorted((a, b) => b.atLeast - a.atLeast);
  const rule = ordered[0] ?? null;
  const law = ordered.find(({ force }) => force === 'law') ?? null;
  if (agreed === null)
    return { right, agreed, rule, counts: law?.atLeast ?? null, verdict: 'notAgreed' };
  if (law && agreed < law.atLeast)
    return { right, agreed, rule: law, counts: law.atLeast, verdict: 'belowLaw' };
  if (rule && agreed < rule.atLeast)
    return { right, agreed, rule, counts: agreed, verdict: 'belowPolicy' };
  return { right, agreed, rule, counts: agreed, verdict: rule ? 'meets' : 'free' };
}

/**
 * Ownership, use and income of the team (所有权、使用权、收益权; the power to dispose is a word, not a
 * figure): what a unit agrees counts as long as it is within the law. Ownership and use are the
 * unit's to grant, and rules on them hold only where it does; the floor of income holds always
 * (促进科技成果转化法 arts 44–45).
 * @param today the day whose rules count while no day of the agreement is known
 */
export function rightsOf(
  record: Pick<Disclosure, 'region' | 'agreedOn' | 'teamOwnershipBp' | 'useYears' | 'incomeBp'>,
  today: CivilDate,
  rows: readonly RightsRow[] = rightsRows,
): readonly RightState[] {
  const here = inForce(rows, record.agreedOn ?? today).filter((row) =>
    rulesHold(row, record.region),
  );
  return (['ownership', 'use', 'income'] as const).map((right) =>
    stateOf(right, agreedOf(right, record), here),
  );
}
