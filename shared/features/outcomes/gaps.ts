import type { CivilDate } from '../../core/dates.ts';
import { type Rules, rowsInForce } from '../../rules/index.ts';
import { type Achievement, dutiesOf } from '../achievements/index.ts';
import { hasAnnuities, type IpRight, isFiled, noveltyDayOf } from '../ip-rights/index.ts';
import { dutiesOfProject } from './deposits.ts';
import type { Outcome, OutcomeKind } from './entity.ts';
import { type GapRow, type GapType, gapRules } from './rules.ts';

/** A link, or what it rests on, that is not there. */
export interface Gap {
  readonly type: GapType;
  readonly row: GapRow;
  readonly facts: Readonly<Record<string, string>>;
}

/** What stands around an achievement. */
export interface AroundAchievement {
  readonly outcomes: readonly Outcome[];
  readonly rights: readonly IpRight[];
  /** Of its patent numbers, those that are the number of a right linked with any achievement. */
  readonly recordedNumbers: ReadonlySet<string>;
}

/** A patent, or what may be one, its kind not being known, that is filed. */
const mayBeFiled = (right: IpRight): boolean =>
  (right.kind === undefined || hasAnnuities(right.kind)) && isFiled(right);

/** The rows in force, by what they look for. */
export const gapRowsOn = (on: CivilDate, rules: Rules): ReadonlyMap<GapType, GapRow> =>
  new Map(rowsInForce(rules.rowsOf(gapRules), { on }).map((row) => [row.gap, row]));

const earliest = (days: readonly (CivilDate | undefined)[]): CivilDate | undefined =>
  days.reduce(
    (first, day) => (first === undefined || (day ?? '9') < first ? day : first),
    undefined,
  );

type PaperGap =
  | { readonly type: 'paperBeforeFiling'; readonly on: CivilDate; readonly filedOn: CivilDate }
  | { readonly type: 'paperNoPatent' | 'noveltyUnknown' };

/**
 * What papers may do to patents (专利法第二十二条): a paper without any patent, or before the first
 * filing. Unknown when a day is missing that could decide it.
 * @param papers the days of the papers, undefined where one is not known
 * @param patents likewise the days from which the novelty of each patent counts
 */
export function paperGapOf(
  papers: readonly (CivilDate | undefined)[],
  patents: readonly (CivilDate | undefined)[],
  hasNumbers: boolean,
): PaperGap | null {
  if (papers.length === 0) return null;
  if (patents.length === 0) return hasNumbers ? null : { type: 'paperNoPatent' };
  const on = earliest(papers);
  const filedOn = earliest(patents);
  if (on !== undefined && filedOn !== undefined && on < filedOn) {
    // A patent whose day nobody knows may be the first.
    return patents.includes(undefined)
      ? { type: 'noveltyUnknown' }
      : { type: 'paperBeforeFiling', on, filedOn };
  }
  const isUndated = papers.includes(undefined) || filedOn === undefined;
  return isUndated ? { type: 'noveltyUnknown' } : null;
}

type Add = (type: GapType, facts?: Gap['facts']) => void;

function collect(
  today: CivilDate,
  rules: Rules,
  find: (add: Add, rows: ReadonlyMap<GapType, GapRow>) => void,
) {
  const rows = gapRowsOn(today, rules);
  const gaps: Gap[] = [];
  find((type, facts = {}) => {
    const row = rows.get(type);
    if (row) gaps.push({ type, row, facts });
  }, rows);
  return gaps;
}

/** What is missing around an achievement, by the rules of the day. */
export function gapsOfAchievement(
  record: Achievement,
  { outcomes, rights, recordedNumbers }: AroundAchievement,
  today: CivilDate,
  rules: Rules,
): readonly Gap[] {
  const ofKind = (kind: OutcomeKind) => outcomes.filter((one) => one.kind === kind);
  const numbers = record.patents ?? [];
  return collect(today, rules, (add, rows) => {
    if (dutiesOf(record, today, rules).length > 0 && ofKind('project').length === 0)
      add('noProject');
    const paper = paperGapOf(
      ofKind('paper').map(({ datedOn }) => datedOn),
      rights.filter(mayBeFiled).map(noveltyDayOf),
      numbers.length > 0,
    );
    if (paper) {
      const { type, ...facts } = paper;
      add(type, facts);
    }
    const missing = numbers.filter((number) => !recordedNumbers.has(number));
    if (missing.length > 0) add('patentsNotLinked', { numbers: missing.join(' · ') });
    const mature = rows.get('matureNoStandard')?.trl;
    const hasStandard =
      ofKind('standard').length > 0 || rights.some(({ kind }) => kind === 'standard');
    if (mature !== undefined && (record.trl ?? 0) >= mature && !hasStandard)
      add('matureNoStandard', { trl: String(record.trl) });
    if (ofKind('award').length > 0 && record.registrationState !== 'registered')
      add('awardUnregistered');
  });
}

/** What is missing around an output. */
export function gapsOfOutcome(
  record: Outcome,
  { linked, hasReport }: { readonly linked: number; readonly hasReport: boolean },
  today: CivilDate,
  rules: Rules,
): readonly Gap[] {
  const { kind, program, projectId } = record;
  return collect(today, rules, (add) => {
    if (kind === undefined) return add('noKind');
    if (kind === 'project') {
      if (program === undefined) add('projectNoSource');
      if (dutiesOfProject(record, today, rules).length > 0 && !hasReport) add('projectNoReport');
      return;
    }
    if (kind === 'standard') return linked === 0 && add('standardAlone');
    if (linked === 0 && projectId === undefined) add('alone');
  });
}
