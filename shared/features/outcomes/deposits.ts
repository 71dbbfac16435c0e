import type { Change } from '../../commits/index.ts';
import { addMonths, type CivilDate, daysBetween } from '../../core/dates.ts';
import { fundingSources } from '../../lists/funding-sources.ts';
import { type Rules, rowsInForce } from '../../rules/index.ts';
import { type Achievement, type DutyRule, dutiesOf } from '../achievements/index.ts';
import { addAttachments, type KeptContent } from '../attachments/index.ts';
import { type Nearness, nearnessOf } from '../ip-rights/index.ts';
import { type Outcome, outcome } from './entity.ts';
import { type DeadlineRow, deadlineRules } from './rules.ts';

/** What stands around a project, of all that has to be deposited with it. */
export interface AroundProject {
  readonly achievements: readonly Achievement[];
  /** The scientific reports of the project or of its achievements. */
  readonly reports: readonly Outcome[];
}

interface Deadline {
  readonly on: CivilDate;
  /** Null when the day was entered. */
  readonly row: DeadlineRow | null;
}

export type DepositGap =
  | { readonly type: 'noAchievement' | 'noReport' }
  | { readonly type: 'notRegistered'; readonly id: string; readonly title: string }
  /** Deposited, and the number of the receipt is not known. */
  | { readonly type: 'noReceipt' };

export interface Deposit {
  readonly project: Outcome;
  /** `open`: to be done, by a day that nobody knows. */
  readonly state: 'done' | 'late' | 'due' | 'open';
  readonly deadline: Deadline | null;
  readonly gaps: readonly DepositGap[];
  readonly achievements: readonly Achievement[];
}

/** By when it is to be deposited: as entered, or by rule from a day that is known; null if none is. */
function deadlineOf(project: Outcome, today: CivilDate, rules: Rules): Deadline | null {
  if (project.depositDueOn !== undefined) return { on: project.depositDueOn, row: null };
  const rows = rowsInForce(rules.rowsOf(deadlineRules), { on: today });
  for (const name of ['acceptedOn', 'endedOn'] as const) {
    const [row, from] = [rows.find((one) => one.from === name), project[name]];
    if (row && from !== undefined) return { on: addMonths(from, row.months), row };
  }
  return null;
}

/** The duties that the state's money brings to a project; none where there is none, or nobody knows. */
export const dutiesOfProject = (
  { kind, program }: Outcome,
  today: CivilDate,
  rules: Rules,
): readonly DutyRule[] =>
  kind === 'project' && program !== undefined
    ? dutiesOf({ fundingSource: program }, today, rules)
    : [];

/** The sources of money that bring duties on a day. */
export const sourcesWithDuty = (today: CivilDate, rules: Rules): readonly string[] =>
  // The keys are those of the list.
  (Object.keys(fundingSources) as (keyof typeof fundingSources)[]).filter(
    (fundingSource) => dutiesOf({ fundingSource }, today, rules).length > 0,
  );

const isRegistered = ({ registrationState }: Achievement): boolean =>
  registrationState === 'registered';

function gapsOf(project: Outcome, { achievements, reports }: AroundProject): readonly DepositGap[] {
  const gaps: DepositGap[] = [];
  if (achievements.length === 0) gaps.push({ type: 'noAchievement' });
  for (const one of achievements) {
    if (!isRegistered(one)) gaps.push({ type: 'notRegistered', id: one.id, title: one.title });
  }
  if (reports.length === 0) gaps.push({ type: 'noReport' });
  if (project.depositedOn !== undefined && project.depositReceiptNo === undefined) {
    gaps.push({ type: 'noReceipt' });
  }
  return gaps;
}

/** Where the duty to deposit stands at a project (促进科技成果转化法第十一条). */
export function depositOf(
  project: Outcome,
  around: AroundProject,
  today: CivilDate,
  rules: Rules,
): Deposit {
  const deadline = deadlineOf(project, today, rules);
  const state =
    project.depositedOn !== undefined
      ? 'done'
      : deadline === null
        ? 'open'
        : deadline.on < today
          ? 'late'
          : 'due';
  const { achievements } = around;
  return { project, state, deadline, gaps: gapsOf(project, around), achievements };
}

export interface DepositDue {
  readonly what: 'deposit';
  readonly project: Outcome;
  readonly on: CivilDate;
  readonly near: Nearness;
}

/** What is to be deposited soon or is late, of projects with money of the state: earliest first. */
export function depositsDue(
  projects: readonly Outcome[],
  today: CivilDate,
  rules: Rules,
): readonly DepositDue[] {
  return projects
    .flatMap((project): readonly DepositDue[] => {
      if (project.depositedOn !== undefined) return [];
      if (dutiesOfProject(project, today, rules).length === 0) return [];
      const deadline = deadlineOf(project, today, rules);
      const near = deadline && nearnessOf(deadline.on, today);
      return deadline && near !== null ? [{ what: 'deposit', project, on: deadline.on, near }] : [];
    })
    .toSorted((a, b) => daysBetween(b.on, a.on) || (a.project.id < b.project.id ? -1 : 1));
}

/** A receipt for deposits; a project may have a number of its own. */
export interface Receipt {
  readonly on: CivilDate;
  readonly number: string | null;
  readonly ownNumbers: ReadonlyMap<string, string>;
  /** The receipt itself, at each of the projects. */
  readonly file: KeptContent | null;
}

/** Enters one receipt at many projects; what has no number of its own takes the common one. */
export function recordReceipt(
  projects: readonly Outcome[],
  { on, number, ownNumbers, file }: Receipt,
  newId: () => string,
): readonly Change[] {
  return projects.flatMap(({ id, title }) => {
    const no = ownNumbers.get(id) ?? number;
    const set = { depositedOn: on, ...(no === null ? {} : { depositReceiptNo: no }) };
    const owner = { kind: outcome.name, id, title };
    return [
      { patch: outcome.name, id, set },
      ...(file ? addAttachments(owner, [file], newId).changes : []),
    ];
  });
}
