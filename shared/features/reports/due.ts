import { addDays, type CivilDate } from '../../core/dates.ts';
import { type Deal, dealDates } from '../deals/index.ts';
import type { FilingDue } from '../disclosures/index.ts';
import type { Enterprise } from '../enterprises/index.ts';
import type { RightDue } from '../ip-rights/index.ts';
import type { DepositDue } from '../outcomes/index.ts';
import { dayOfTask, type Task } from '../tasks/index.ts';

/** How many days ahead "soon" looks, today not counted. */
export const SOON_DAYS = 7;

/** Something that waits to be done, at a record. */
export interface DueItem {
  readonly what:
    | 'nextStep'
    | 'publicityUntil'
    | 'callAgain'
    | 'task'
    | RightDue['what']
    | FilingDue['what']
    | DepositDue['what'];
  readonly entity: 'deal' | 'enterprise' | 'task' | 'ipRight' | 'disclosure' | 'outcome';
  readonly id: string;
  readonly title: string;
  readonly on: CivilDate;
  /** What is to be done, in the user's words, where they wrote any. */
  readonly text: string | null;
  /** Of an annuity: for which year, and what it costs today. */
  readonly fee?: RightDue['fee'];
  /** Of a licence to be filed: which of those of the right, and whose. */
  readonly licence?: RightDue['licence'];
}

/** An open task with a day, and the title of what it is about; '' for one that stands alone. */
export interface DueTask {
  readonly task: Task;
  readonly about: string;
}

export interface Due {
  readonly late: readonly DueItem[];
  readonly today: readonly DueItem[];
  readonly soon: readonly DueItem[];
  /** Days of the law further ahead, which take time to prepare. */
  readonly later: readonly DueItem[];
}

const dealItems = (deal: Deal, today: CivilDate): readonly DueItem[] =>
  dealDates(deal, today).map(({ what, on }) => ({
    what,
    entity: 'deal',
    id: deal.id,
    title: deal.title,
    on,
    text: what === 'nextStep' ? (deal.nextStep ?? null) : null,
  }));

const enterpriseItems = ({ id, name, callAgainOn }: Enterprise): readonly DueItem[] =>
  callAgainOn === undefined
    ? []
    : [{ what: 'callAgain', entity: 'enterprise', id, title: name, on: callAgainOn, text: null }];

function taskItems({ task, about }: DueTask, today: CivilDate): readonly DueItem[] {
  const on = dayOfTask(task, today);
  const { id, title } = task;
  return on === undefined
    ? []
    : [{ what: 'task', entity: 'task', id, title: about, on, text: title }];
}

const rightItem = ({ what, right, on, fee, licence }: RightDue): DueItem => ({
  what,
  entity: 'ipRight',
  id: right.id,
  title: right.title,
  on,
  text: null,
  fee,
  licence,
});

const filingItem = (filing: FilingDue): DueItem => ({
  ...filing,
  entity: 'disclosure',
  text: null,
});

const depositItem = ({ what, project, on }: DepositDue): DueItem => ({
  what,
  entity: 'outcome',
  id: project.id,
  title: project.title,
  on,
  text: null,
});

/** What is late, due today, and due in the next days: earliest first, what was missed longest at the top. */
export function dueOf(
  deals: readonly Deal[],
  enterprises: readonly Enterprise[],
  tasks: readonly DueTask[],
  rights: readonly RightDue[],
  filings: readonly FilingDue[],
  deposits: readonly DepositDue[],
  today: CivilDate,
): Due {
  const items = [
    ...deals.flatMap((deal) => dealItems(deal, today)),
    ...enterprises.flatMap(enterpriseItems),
    ...tasks.flatMap((task) => taskItems(task, today)),
    ...rights.map(rightItem),
    ...filings.map(filingItem),
    ...deposits.map(depositItem),
  ].toSorted((a, b) => (a.on === b.on ? (a.title < b.title ? -1 : 1) : a.on < b.on ? -1 : 1));
  const end = addDays(today, SOON_DAYS);
  return {
    late: items.filter(({ on }) => on < today),
    today: items.filter(({ on }) => on === today),
    soon: items.filter(({ on }) => on > today && on <= end),
    later: items.filter(
      ({ entity, on }) =>
        (entity === 'ipRight' || entity === 'disclosure' || entity === 'outcome') && on > end,
    ),
  };
}
