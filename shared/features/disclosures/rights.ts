import type { CivilDate } from '../../core/dates.ts';
import { type Rules, rowsInForce } from '../../rules/index.ts';
import type { Disclosure } from './entity.ts';
import { atLeastOf, type RightsRow, rightsRules } from './rules.ts';

/** One of the rights that a team may get, what was agreed and what the rules ask for. */
export interface RightState {
  readonly right: RightsRow['right'];
  /** By the unit's own rule or agreement; null when nothing was. Basis points; of `use`, years. */
  readonly agreed: number | null;
  /** The rule that asks for most, or null. */
  readonly rule: RightsRow | null;
  /** Rules on other rights, of the same source, of which one is enough in place of `rule`. */
  readonly alternatives: readonly RightsRow[];
  /** What counts: the agreed figure within the law, the law's floor where it is below or blank. */
  readonly counts: number | null;
  readonly verdict: /** Nothing agreed; of income, the law's floor counts then. */
    | 'notAgreed'
    /** Agreed, and no rule speaks of it. */
    | 'free'
    | 'meets'
    /** Another right that is enough in its place was granted. */
    | 'metByOther'
    /** Below a law: its floor counts. */
    | 'belowLaw'
    /** Below what a policy asks for: what was agreed counts still. */
    | 'belowPolicy';
}

type Agreed = Pick<Disclosure, 'teamOwnershipBp' | 'useYears' | 'incomeBp'>;

const agreedOf = (right: RightsRow['right'], record: Agreed): number | null =>
  ({ ownership: record.teamOwnershipBp, use: record.useYears, income: record.incomeBp })[right] ??
  null;

const floorOf = (row: RightsRow): number => atLeastOf(row) ?? 0;

/** The rules of the same source of which one is enough. */
const alternativesTo = (
  rule: RightsRow | null,
  rows: readonly RightsRow[],
): readonly RightsRow[] =>
  rule?.alternative === undefined
    ? []
    : rows.filter(
        ({ right, source, region, alternative }) =>
          right !== rule.right &&
          source === rule.source &&
          region === rule.region &&
          alternative !== undefined,
      );

function stateOf(
  right: RightsRow['right'],
  record: Agreed,
  rows: readonly RightsRow[],
): RightState {
  const agreed = agreedOf(right, record);
  const ordered = rows
    .filter((row) => row.right === right)
    .toSorted((a, b) => floorOf(b) - floorOf(a));
  const rule = ordered[0] ?? null;
  const law = ordered.find(({ force }) => force === 'law') ?? null;
  const alternatives = alternativesTo(rule, rows);
  const state = { right, agreed, rule, alternatives, counts: agreed } as const;
  if (agreed !== null && law && agreed < floorOf(law))
    return { ...state, rule: law, alternatives: [], counts: floorOf(law), verdict: 'belowLaw' };
  if (agreed !== null && (!rule || agreed >= floorOf(rule)))
    return { ...state, verdict: rule ? 'meets' : 'free' };
  const isMet = alternatives.some((row) => (agreedOf(row.right, record) ?? -1) >= floorOf(row));
  if (isMet) return { ...state, verdict: 'metByOther' };
  return agreed === null
    ? { ...state, counts: law ? floorOf(law) : null, verdict: 'notAgreed' }
    : { ...state, verdict: 'belowPolicy' };
}

/**
 * Ownership, use and income of the team (所有权、使用权、收益权; the power to dispose is a word, not a
 * figure): what a unit agrees counts as long as it is within the law. Ownership and use are the
 * unit's to grant, and rules on them hold only where it does; the floor of income holds always
 * (促进科技成果转化法 arts 44–45).
 * @param today the day whose rules count while no day of the agreement is known
 */
export function rightsOf(
  record: Pick<Disclosure, 'region' | 'agreedOn'> & Agreed,
  today: CivilDate,
  rules: Rules,
): readonly RightState[] {
  const here = rowsInForce(rules.rowsOf(rightsRules), {
    on: record.agreedOn ?? today,
    region: record.region,
  }).filter((row) => atLeastOf(row) !== undefined);
  return (['ownership', 'use', 'income'] as const).map((right) => stateOf(right, record, here));
}
